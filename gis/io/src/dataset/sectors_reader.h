/// \file sectors_reader.h
/// The table of sectors.
/// Missing: a name that is missing in one language is taken from the other, or is the code. Without the column
///          "manufacturing", or where it is empty, the source does not say. Without
///          "parent", or where it is empty, the sector is no part of another.
/// Errors:  those of table.h, MissingCode, DuplicateUnit with field "sector_no" (a code twice), NotYesOrNo, UnknownParent.
#pragma once

#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/industry/sector.h"
#include "vicinia/gis/io/dataset_reader.h"

namespace vicinia::gis::io {

struct SectorsRead {
  std::vector<core::industry::Sector> sectors{};
  std::vector<core::Finding> findings{};  ///< those of the table
};

[[nodiscard]] core::Result<SectorsRead> read_sectors(const Tables& tables, const ManifestTable& source);

}  // namespace vicinia::gis::io
