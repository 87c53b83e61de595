/// \file selection_report.h
/// The selected units taken as one in the shown sector and period: sums, and LQ and shares recomputed from sums, never averaged.
/// Missing: units that publish nothing in the sector are counted, and left out of sums and quotients; of several that publish, one count that
///          is missing makes its sum not published.
/// Cost:    O(selected units).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/selection.h"

namespace vicinia::workspace::inline tables {

struct SelectionReport {
  std::vector<core::admin::UnitIndex> with_values{};  ///< that the sums are of; ascending
  std::vector<core::admin::UnitIndex>
      without_values{};                             ///< selected too, and publish nothing here; ascending
  std::vector<core::admin::UnitIndex> provinces{};  ///< of all of them; ascending
  core::agglomeration::Sums sums{};
  Pooled pooled{};
  std::vector<core::values::DoubtfulValue> rests_on{};  ///< values of its units that the audit speaks against
};

[[nodiscard]] SelectionReport report_on(const Selection& selection, const SectorValues& values);

/// One line of the report: what it is, and its value, a quotient with what the totals allow.
struct SelectionLine {
  std::string name{};
  std::string value{};
  std::string definition{};
  core::Cell number{};                             ///< that `value` shows
  std::optional<core::stats::Interval> allowed{};  ///< of a quotient
  std::string doubt{};                             ///< what the sign beside it says
};
/// Empty where no selected unit publishes anything in the sector.
[[nodiscard]] std::vector<SelectionLine> selection_lines(const SelectionReport& report,
                                                         const SectorValues& values, Language language);
/// "5 units in 2 provinces; 3 of them publish values in this sector, and the sums are of these."
[[nodiscard]] std::string selection_text(const SelectionReport& report, Language language);

}  // namespace vicinia::workspace::inline tables
