#include "vicinia/core/values/value.h"

#include <algorithm>

namespace vicinia::core::values {

const char* id_of(ValueOrigin origin) {
  static constexpr const char* ids[] = {"", "printed", "computed", "reconstructed", "estimated"};
  return ids[static_cast<std::size_t>(origin)];
}

const char* id_of(Bound bound) {
  static constexpr const char* ids[] = {"exact", "at_most", "at_least"};
  return ids[static_cast<std::size_t>(bound)];
}

const char* id_of(Doubt doubt) {
  static constexpr const char* ids[] = {"", "undecided", "contradicted"};
  return ids[static_cast<std::size_t>(doubt)];
}

const char* id_of(Availability availability) {
  static constexpr const char* ids[] = {"available",         "needs_complete_matrix",  "incomplete_matrix",
                                        "needs_two_periods", "periods_not_comparable", "one_for_the_country",
                                        "needs_own_rule"};
  return ids[static_cast<std::size_t>(availability)];
}

Doubt gravest(const std::vector<DoubtfulValue>& values) {
  Doubt doubt = Doubt::none;
  for (const DoubtfulValue& value : values) doubt = std::max(doubt, value.doubt);
  return doubt;
}

Doubt Value::doubt() const { return gravest(rests_on); }

}  // namespace vicinia::core::values
