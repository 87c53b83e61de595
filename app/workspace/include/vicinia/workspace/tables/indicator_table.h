/// \file indicator_table.h
/// Tables of indicators: every unit that the source lists in a sector, the sectors, or the units. A province that is
/// chosen in the view limits the units.
/// Units:   as in core/indicators/catalogue.h; names of shares end in _pct.
/// Missing: "not published" is an empty field in CSV and null in JSON; zero is 0. An indicator that is not computed on the data has
///          its columns all the same, empty; JSON says why in "not_computed".
/// Errors:  Cancelled.
/// Cost:    that of SectorIndicators, for each sector.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/indicators/catalogue.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline tables {

/// What a row of the table is.
enum class TableOf : std::uint8_t {
  unit_and_sector,  ///< sector_no, sector, unit_code, unit_vi, unit_en, province_code, province_vi, province_en, period, enterprises, smes,
  ///< fdi_enterprises, employees, lq, lq_origin, sector_share_pct, district_share_pct, source_line, contradicted (the
  ///< columns of this row whose values others contradict), the ends of what the totals allow (lq_low …),
  ///< the indicators by their names, and the grades
  sector,  ///< of every level: E_i as an interval, H, and the indicators of concentration
  unit     ///< E_j as an interval, and the indicators of specialisation
};

struct IndicatorTableOptions {
  TableOf of = TableOf::unit_and_sector;
  IndicatorOptions indicators{};
};

[[nodiscard]] core::Result<ValueTable> indicators_table(const Document& document,
                                                        std::span<const core::industry::SectorIndex> sectors,
                                                        const IndicatorTableOptions& options = {},
                                                        const core::Task& task = {});
/// An object with the provenance, the sectors, what is not computed and why, notes, the period and the one that change is counted
/// from, E as an interval, and the same columns in "rows".
[[nodiscard]] core::Result<std::string> indicators_json(const Document& document,
                                                        std::span<const core::industry::SectorIndex> sectors,
                                                        const IndicatorTableOptions& options = {},
                                                        const core::Task& task = {});

/// Why tests by plants are ranges: a sentence for each sector where some units do not publish their enterprises.
[[nodiscard]] std::vector<std::string> plant_notes(const Document& document,
                                                   std::span<const core::industry::SectorIndex> sectors,
                                                   Language language);

/// Definition, denominator, limits and source of each indicator, and whether the data allow it, then what every other column of the tables
/// holds. Columns: id, name, definition, denominator, limits, source, not_computed.
[[nodiscard]] ValueTable indicator_list_table(const Document& document, Language language);

struct NotComputed {
  core::indicators::Indicator indicator;
  Availability why;
};
/// Those with a column in that table.
[[nodiscard]] std::vector<NotComputed> not_computed(const PeriodIndicators& period, TableOf of);

}  // namespace vicinia::workspace::inline tables
