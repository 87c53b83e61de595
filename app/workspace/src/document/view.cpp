#include "vicinia/workspace/document/view.h"

namespace vicinia::workspace::inline document {

Classification default_classification(core::values::Variable variable) {
  if (core::values::info_of(variable).kind != core::indicators::ValueKind::probability) return {};
  return {.method = core::stats::ClassMethod::manual, .manual_breaks = {0.001, 0.01, 0.05, 0.1}};
}

std::array<Classification, core::values::variable_count> default_classifications() {
  static const auto all = [] {
    std::array<Classification, core::values::variable_count> made{};
    for (const core::values::VariableInfo& info : core::values::all_variables())
      made[static_cast<std::size_t>(info.variable)] = default_classification(info.variable);
    return made;
  }();
  return all;
}

}  // namespace vicinia::workspace::inline document
