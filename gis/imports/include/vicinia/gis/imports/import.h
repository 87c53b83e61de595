/// \file import.h
/// From boundaries and tables as people have them to a data set, step by step: each step is a value that the next one stands on, and nothing
/// that is open or saved is touched before keep_dataset.
/// Steps:    take_tables (cells, their shape, long rows, sums checked; a register of firms, counted; sectors at the level that is wanted) → take_boundaries (the frame) → match_tables (rows to units) →
///           make_dataset (files in a folder of their own, read back as any data set) → keep_dataset.
/// Missing:  rows without a unit and units without a row stop nothing: they are listed in rows.csv, counted in findings, and have no values.
/// Laws:     every figure of a row that is matched is in the data set, once; no other is. A recipe that was made is imported again with the
///           same result.
/// Errors:   those of boundaries.h, sheet.h, table_shape.h, dataset_reader.h; FolderNotFound (no such boundaries come with the program),
///           NoRowMatched, NoFigures, BoundariesOfAnotherYear (see check_frame), InvalidArgument (field tables: there is none; field out: a folder that is no import of ours;
///           fields sectors_without_codes, sectors_not_mapped, sectors_all_too_coarse: what is wanted of sectors cannot be made), DuplicateObservation (a sector
///           that is to be summed stands twice).
/// Findings: SectorLevelUsed (field: "classification_words", "_names", "_codes", "_year", "_usual", "_contradicted", "_lacks": which one was taken, and why; "sectors_summed",
///           "sectors_published", "sectors_lacking", "sections_in_part", "sums_not_known"); RowsApart (field: "coarse_sectors", "uncoded_sectors", "other_sectors");
///           those of all these, of unit_matching: CodesIgnored, RowsTakenAsLikely, RowsAsked, RowsUnmatched, UnitsNotInTable.
/// Cost:     O(vertices + cells), and the matching.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/matching/unit_matching.h"
#include "vicinia/gis/imports/classifications.h"
#include "vicinia/gis/imports/known_frames.h"
#include "vicinia/gis/imports/recipe.h"
#include "vicinia/gis/imports/sheet.h"
#include "vicinia/gis/imports/sum_checks.h"
#include "vicinia/gis/imports/table_shape.h"
#include "vicinia/gis/imports/tidy_table.h"
#include "vicinia/gis/io/dataset_reader.h"
#include "vicinia/gis/io/units_reader.h"

namespace vicinia::gis::imports {

/// What comes with the program, read once.
struct Known {
  std::filesystem::path resources{};
  std::vector<KnownFrame> frames{};
  Classifications classifications{};
};
[[nodiscard]] Known known_in(std::filesystem::path resources);

struct TableTaken {
  TableChoice choice{};  ///< with the shape and the fields that it was read by
  Sheet sheet{};
  TidyTable rows{};
  SumReport sums{};
};

/// A unit as tables name it, and where.
struct NamedRow {
  core::matching::RowName name{};
  std::filesystem::path file{};
  std::size_t line = 0;   ///< of its first row
  std::size_t count = 0;  ///< rows
};

/// A sector that was put together, and of what.
struct SectorMade {
  std::string code{};
  std::vector<std::string> parts{};  ///< codes of the table
  friend bool operator==(const SectorMade&, const SectorMade&) = default;
};

/// What is known of the sectors of the tables.
struct SectorsTaken {
  std::string classification{},
      classification_name{};  ///< id, and as people write it; empty: their codes are of none
  ClassifiedBy by = ClassifiedBy::nothing;
  std::map<std::string, core::BilingualText> names{};  ///< by code, where the tables print none
  std::map<std::string, std::string> aliases{};
  std::vector<SectorMade> made{};  ///< in their order; those that stand in a table as they are have no entry
  bool leaves_some_out = false;    ///< rows are kept apart, so that the sectors are not all
};

struct TablesTaken {
  std::vector<TableTaken> tables{};
  std::vector<NamedRow> names{};  ///< each once
  SectorsTaken sectors{};
  std::vector<core::Finding> findings{};
};

/// Of a register whose firms say their unit: its counts, as a table. Those with places need boundaries first, see take_places.
[[nodiscard]] core::Result<TablesTaken> take_tables(const Recipe& recipe, const Known& known,
                                                    const core::Task& task = {});
/// Whether the recipe has a register whose firms have places: boundaries are taken first, with no tables, and must be named.
[[nodiscard]] bool has_places(const Recipe& recipe);

struct BoundariesTaken {
  std::string onto{};     ///< of the program; empty: somebody's own
  std::string vintage{};  ///< ISO 8601; empty: not known
  io::Manifest part{};    ///< levels, frames, island frames, projection
  io::UnitsRead units{};
  std::vector<core::Finding> findings{};
};

/// Writes what a data set needs of them into the folder.
/// \param tables  whose names choose among the boundaries that come with the program, where the recipe names none
[[nodiscard]] core::Result<BoundariesTaken> take_boundaries(const Recipe& recipe, const TablesTaken& tables,
                                                            const Known& known,
                                                            const std::filesystem::path& folder,
                                                            const core::Task& task = {});

/// \pre has_places(recipe)
[[nodiscard]] core::Result<TablesTaken> take_places(const Recipe& recipe, const BoundariesTaken& boundaries,
                                                    const Known& known, const core::Task& task = {});

[[nodiscard]] core::matching::Matching match_tables(const Recipe& recipe, const TablesTaken& tables,
                                                    const BoundariesTaken& boundaries, const Known& known);

/// Whether the names are those of these boundaries, and not of a frame of another date: a province that was merged keeps its name, and its
/// figures would stand for another area. Nothing is asked where the recipe says that they are.
/// Errors:  BoundariesOfAnotherYear with field "names" (id: the date of the other frame; detail: "names of the table|of the other frame|of
///          these boundaries").
[[nodiscard]] core::Status check_frame(const Recipe& recipe, const TablesTaken& tables,
                                       const BoundariesTaken& boundaries,
                                       const core::matching::Matching& matching, const Known& known);

struct Made {
  io::LoadedDataset loaded{};
  Recipe recipe{};  ///< as it can be repeated: with shapes, fields and boundaries as they were found
  std::vector<core::Finding> findings{};  ///< of matching; those of the data set are with it
};

/// Writes manifest.json, observations, sectors.csv, rows.csv, units.csv and import.json into the folder, and reads the data set.
[[nodiscard]] core::Result<Made> make_dataset(const Recipe& recipe, const TablesTaken& tables,
                                              const BoundariesTaken& boundaries,
                                              const core::matching::Matching& matching, const Known& known,
                                              const std::filesystem::path& folder,
                                              const core::Task& task = {});

/// All steps.
struct Imported {
  TablesTaken tables{};
  BoundariesTaken boundaries{};
  core::matching::Matching matching{};
  Made made{};
  /// Of all steps, in their order.
  [[nodiscard]] std::vector<core::Finding> findings() const;
};
[[nodiscard]] core::Result<Imported> import_all(const Recipe& recipe, const Known& known,
                                                const std::filesystem::path& folder,
                                                const core::Task& task = {});

/// Moves the folder to where it is to stay. What is there already is replaced only if it is an import too.
[[nodiscard]] core::Status keep_dataset(const std::filesystem::path& folder,
                                        const std::filesystem::path& target);

/// A folder for a data set in the making, beside where it will stay; removed with what is left in it.
class Workshop {
 public:
  [[nodiscard]] static core::Result<Workshop> beside(const std::filesystem::path& target);
  Workshop(Workshop&& other) noexcept : folder_(std::move(other.folder_)) { other.folder_.clear(); }
  Workshop& operator=(Workshop&&) = delete;
  ~Workshop();
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  explicit Workshop(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::filesystem::path folder_;
};

}  // namespace vicinia::gis::imports
