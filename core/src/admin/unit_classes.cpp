#include "vicinia/core/admin/unit_classes.h"

#include <array>
#include <string_view>
#include <utility>

namespace vicinia::core::admin {

names::UnitClasses usual_classes(const LevelInfo& level) {
  using namespace names::unit_class;
  static constexpr std::array<std::pair<std::string_view, int>, 3> usual{
      {{"province", province | city},
       {"district", urban_district | rural_district | town | city},
       {"commune", commune | ward | township | special_zone}}};
  for (const auto& [id, classes] : usual)
    if (level.id == id) return static_cast<names::UnitClasses>(classes);
  return none;
}

names::UnitClasses stated_classes(const Unit& unit) {
  const auto kind = names::stated_class(unit.kind_vi.empty() ? unit.kind_en : unit.kind_vi);
  return kind ? kind->classes : names::unit_class::none;
}

}  // namespace vicinia::core::admin
