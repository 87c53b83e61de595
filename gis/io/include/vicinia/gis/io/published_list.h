/// \file published_list.h
/// A published list of its own, without manifest and boundaries, for the audit. It is a long table of observations like any other, described as
/// a manifest describes one, of any format that table_source.h lists.
/// Errors:  those of table.h and numbers.h; UnknownRowKind; UnknownSector (a row without one); DuplicateObservation (two district rows for
///          one sector and unit); chained as core/base/error_list.h says.
/// Findings: those of table.h and numbers.h.
#pragma once

#include <filesystem>
#include <vector>

#include "vicinia/core/audit/published_table.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/manifest.h"

namespace vicinia::gis::io {

struct PublishedList {
  core::audit::PublishedTable table{};
  std::vector<core::Finding> findings{};  ///< what was read otherwise than literally
};

/// Columns source_line, sector_no, province, district, row_kind, enterprises, smes, fdi_enterprises, employees, lq, sector_share_pct and
/// district_share_pct must be there, by these names or those that `source` gives them; sector, agglomeration and unit_code may be. Without
/// unit_code, units are told apart by province and district as printed. A column is rounded to the most decimals that occur in it.
/// Without a separator, a text is read by a comma, or by what its header shows to stand between columns.
/// \param source     long; its file as it is
/// \param spellings  a table of columns province, district, unit_code, which says what are names of one unit; empty: none
[[nodiscard]] core::Result<PublishedList> read_published_list(const ObservationsSource& source,
                                                              const std::filesystem::path& spellings = {});

}  // namespace vicinia::gis::io
