#include "vicinia/core/values/value.h"

#include <algorithm>

namespace vicinia::core::values {

const char* id_of(ValueOrigin origin) {
  static constexpr const char* ids[] = {"", "printed", "computed", "reconstructed"};
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

Doubt gravest(const std::vector<DoubtfulFigure>& figures) {
  Doubt doubt = Doubt::none;
  for (const DoubtfulFigure& figure : figures) doubt = std::max(doubt, figure.doubt);
  return doubt;
}

Doubt Value::doubt() const { return gravest(rests_on); }

}  // namespace vicinia::core::values
