/// \file published_table.h
/// A published table of its own, without manifest and boundaries, from CSV. Not for the window: it names a header of gis/io.
/// Errors:  those of gis/io/table.h and numbers.h; UnknownRowKind; DuplicateObservation (two district rows for one sector and unit); chained as core/base/error_list.h says.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "vicinia/core/audit/audit.h"
#include "vicinia/core/base/error.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/numbers.h"

namespace vicinia::workspace {

struct PublishedTableSource {
  std::filesystem::path file{};
  std::filesystem::path spellings{};  ///< columns province, district, unit_code; empty: none
  std::optional<char> separator{};    ///< unset: a comma, or what the header shows to stand between columns
  gis::io::NumberNotation numbers{};
};

struct LoadedTable {
  core::audit::PublishedTable table{};
  std::vector<core::Finding> findings{};  ///< what was read otherwise than literally
};

/// A table of its own, without manifest and boundaries. Columns source_line, sector_no, province, district, row_kind, enterprises, smes,
/// fdi_firms, employees, lq, sector_share_pct and district_share_pct must be there; sector, agglomeration and unit_code may be. Without
/// unit_code, units are told apart by province and district as printed; `spellings` (columns province, district, unit_code) says which
/// of these are one unit. A column is rounded to the most decimals that occur in it.
[[nodiscard]] core::Result<LoadedTable> read_published_table(const PublishedTableSource& source);
/// The spellings of the built-in list; empty where it is not installed.
[[nodiscard]] std::filesystem::path built_in_spellings();

}  // namespace vicinia::workspace
