/// \file parts.h
/// What several steps of an import share: names as keys and as people read them, and files in the folder in the making.
/// Errors:  FileNotWritable.
/// Cost:    O(what is given).
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "vicinia/gis/imports/import.h"

namespace vicinia::gis::imports {

/// "a, b, c, …", as a part of a finding's detail.
[[nodiscard]] std::string listed(const std::vector<std::string>& texts, std::size_t most = 5);

/// Code, name with its kind, and what it lies in: rows that agree in them are of one unit.
[[nodiscard]] std::tuple<std::string, std::string, std::string> key_of(const TidyRow& row);
[[nodiscard]] std::vector<core::matching::RowName> row_names(const TablesTaken& tables);
/// "Cao Lãnh (Đồng Tháp)".
[[nodiscard]] std::string shown(const core::matching::RowName& name);
/// The last day of the latest period, ISO 8601; nullopt: none of them says a time.
[[nodiscard]] std::optional<std::string> last_day_of(const std::vector<TableTaken>& tables);
/// Certain or likely.
[[nodiscard]] std::size_t found_in(const core::matching::Matching& matching);

/// Years of four digits that stand in a text, in their order.
[[nodiscard]] std::vector<int> years_in(const std::string& text);

/// Files of a data set in the making have no folder yet that anybody knows.
void name_without_folder(std::vector<core::Finding>& findings, const std::filesystem::path& folder);
/// \param boundaries  null where firms say their unit; of places, what they are counted in
/// Errors: those of firms/aggregation.h and server_register.h.
[[nodiscard]] core::Result<TablesTaken> count_register(const RegisterChoice& choice,
                                                       const BoundariesTaken* boundaries,
                                                       const core::Task& task);
/// Writes the tables of frames of other dates. Errors: those of tables and layers, and of crosswalk_rows.h.
[[nodiscard]] core::Result<std::vector<io::FrameSource>> write_frames(
    const std::vector<FrameChoice>& choices, const BoundariesTaken& boundaries, const Known& known,
    const std::filesystem::path& folder, std::vector<core::Finding>& findings, const core::Task& task);
[[nodiscard]] core::Status copy_into(const std::filesystem::path& folder,
                                     const std::vector<std::filesystem::path>& files);

}  // namespace vicinia::gis::imports
