#include "vicinia/workspace/document/view.h"

#include <algorithm>

#include "vicinia/core/dataset.h"

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

core::values::Variable first_variable(const core::Dataset& data) {
  using core::values::Variable;
  const auto& rows = data.observations.rows();
  const auto any = [&](auto has) { return std::ranges::any_of(rows, has); };
  const bool is_matrix =
      data.provenance.completeness == core::Completeness::complete_matrix && data.sectors.size() > 1;
  if (is_matrix || any([](const auto& row) { return row.printed.location_quotient.has_number(); }))
    return Variable::location_quotient;
  if (any([](const auto& row) { return row.counts.employees.has_number(); })) return Variable::employees;
  return any([](const auto& row) { return row.counts.enterprises.has_number(); })
             ? Variable::enterprises
             : Variable::location_quotient;
}

}  // namespace vicinia::workspace::inline document
