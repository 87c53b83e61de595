#include "vicinia/gis/imports/import.h"

#include <utility>

namespace vicinia::gis::imports {
namespace {

using core::Finding;
using core::Result;
namespace fs = std::filesystem;

}  // namespace

Known known_in(fs::path resources) {
  Known known{.resources = std::move(resources)};
  known.frames = known_frames(known.resources);
  known.classifications = classifications_in(known.resources);
  return known;
}

std::vector<Finding> Imported::findings() const {
  std::vector<Finding> all = tables.findings;
  for (const auto* part : {&boundaries.findings, &made.findings, &made.loaded.findings})
    all.insert(all.end(), part->begin(), part->end());
  return all;
}

Result<Imported> import_all(const Recipe& recipe, const Known& known, const fs::path& folder,
                            const core::Task& task) {
  Imported all;
  const bool is_by_place = has_places(recipe);
  if (!is_by_place) {
    auto tables = take_tables(recipe, known, task);
    if (!tables) return core::fail(tables.error());
    all.tables = *std::move(tables);
  }
  auto boundaries = take_boundaries(recipe, all.tables, known, folder, task);
  if (!boundaries) return core::fail(boundaries.error());
  all.boundaries = *std::move(boundaries);
  if (is_by_place) {
    auto tables = take_places(recipe, all.boundaries, known, task);
    if (!tables) return core::fail(tables.error());
    all.tables = *std::move(tables);
  }
  all.matching = match_tables(recipe, all.tables, all.boundaries, known);
  if (auto ok = check_frame(recipe, all.tables, all.boundaries, all.matching, known); !ok)
    return core::fail(ok.error());
  auto made = make_dataset(recipe, all.tables, all.boundaries, all.matching, known, folder, task);
  if (!made) return core::fail(made.error());
  all.made = *std::move(made);
  return all;
}

}  // namespace vicinia::gis::imports
