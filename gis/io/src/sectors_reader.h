/// \file sectors_reader.h
/// The table of sectors.
/// Missing: a name that is missing in one language is taken from the other, or is the code. Without the column
///          "manufacturing", or where it is empty, the source does not say. Without
///          "parent", or where it is empty, the sector is no part of another.
/// Errors:  those of table.h, MissingCode, DuplicateUnit with field "sector_no" (a code twice), NotYesOrNo, UnknownParent.
#pragma once

#include <filesystem>
#include <vector>

#include "manifest.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/industry/sector.h"

namespace vicinia::gis::io {

[[nodiscard]] core::Result<std::vector<core::industry::Sector>> read_sectors(
    const std::filesystem::path& file, const TableSource& source);

}  // namespace vicinia::gis::io
