/// \file indicator_table.h
/// The table of one or more sectors: every unit that the source lists, with all measures; as CSV or JSON. A province
/// that is chosen in the view limits it.
/// Missing: "not published" is an empty field in CSV and null in JSON; zero is 0. Where nothing is audited, `contradicted` is empty in CSV
///          and null in JSON.
#pragma once

#include <span>
#include <string>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/workspace.h"

namespace vicinia::workspace {

/// Columns: sector_no, sector, unit_code, unit_vi, unit_en, province_code, province_vi, province_en, period,
/// enterprises, smes, fdi_firms, employees, lq, lq_origin, sector_share_pct, district_share_pct, source_line, contradicted: the columns of this row whose figures others contradict, with blanks between; in
/// JSON a list.
[[nodiscard]] core::Result<std::string> indicators_csv(const Document& document,
                                                       std::span<const core::industry::SectorIndex> sectors);
/// An object with the provenance, the sectors and the same columns in "rows".
[[nodiscard]] core::Result<std::string> indicators_json(const Document& document,
                                                        std::span<const core::industry::SectorIndex> sectors);

}  // namespace vicinia::workspace
