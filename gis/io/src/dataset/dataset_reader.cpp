#include "vicinia/gis/io/dataset_reader.h"

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/guard.h"
#include "base/sub_task.h"
#include "dataset/content_hash.h"
#include "dataset/frames_reader.h"
#include "dataset/sectors_reader.h"
#include "observations/matrix_holes.h"
#include "observations/observations_reader.h"
#include "vicinia/core/industry/sector_levels.h"
#include "vicinia/gis/io/manifest.h"
#include "vicinia/gis/io/units_reader.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
namespace fs = std::filesystem;

std::vector<fs::path> files_of(const fs::path& folder, const Manifest& manifest) {
  std::vector<fs::path> files{folder / "manifest.json", folder / manifest.sectors.file};
  for (const ObservationsSource& table : manifest.observations) files.push_back(folder / table.file);
  for (const LevelSource& level : manifest.levels) {
    if (!level.layer) continue;
    for (fs::path& file : files_of_layer(folder / level.layer->file)) files.push_back(std::move(file));
    for (const fs::path& table : {level.layer->codes_from, level.layer->parent_codes_from})
      if (!table.empty()) files.push_back(folder / table);
  }
  for (const FrameSource& frame : manifest.frames) {
    for (const FrameLevelSource& level : frame.levels) files.push_back(folder / level.units.file);
    files.push_back(folder / frame.crosswalk.file);
    if (frame.areas)
      for (fs::path& file : files_of_layer(folder / frame.areas->file)) files.push_back(std::move(file));
  }
  return files;
}

std::chrono::sys_days day_of(const std::string& iso_date) {
  return std::chrono::year_month_day(
      std::chrono::year(std::stoi(iso_date.substr(0, 4))),
      std::chrono::month(static_cast<unsigned>(std::stoi(iso_date.substr(5, 2)))),
      std::chrono::day(static_cast<unsigned>(std::stoi(iso_date.substr(8, 2)))));
}

/// A note where boundaries hold from a date that is more than a year from what the values are of: a survey of the end of a year
/// is drawn on boundaries of the months around it. Of several periods one is enough: a panel is put on the boundaries of one of
/// its years. A period that is no year is one of the survey.
std::optional<core::Finding> boundaries_of_another_year(const core::Provenance& provenance,
                                                        const std::vector<std::string>& periods,
                                                        const fs::path& manifest) {
  constexpr std::size_t year_digits = 4, most_named = 3;
  constexpr std::chrono::days a_year(366);
  const auto boundaries = day_of(provenance.boundary_vintage);
  std::string others;
  std::size_t count = 0;
  for (const std::string& period : periods) {
    const bool is_year = period.size() == year_digits &&
                         period.find_first_not_of("0123456789") == std::string::npos &&
                         period != provenance.survey_vintage.substr(0, year_digits);
    const auto values = day_of(is_year ? period + "-12-31" : provenance.survey_vintage);
    if (std::chrono::abs(boundaries - values) <= a_year) return std::nullopt;
    if (count++ < most_named) others += (others.empty() ? "" : ", ") + period;
  }
  if (count == 0) return std::nullopt;
  return core::Finding{.code = ErrorCode::boundaries_of_another_year,
                       .subject = {.file = manifest.string(), .id = provenance.boundary_vintage},
                       .detail = others + (count > most_named ? ", …" : "")};
}

/// One level of the sectors, and what is to be told of it.
struct LeveledTable {
  std::vector<core::industry::Sector> sectors{};
  core::industry::ObservationTable observations{};
  std::shared_ptr<const core::industry::SectorLevels> levels{};
  std::size_t level = 1;
  std::vector<core::Finding> findings{};
};

constexpr std::size_t most_codes = 4;

std::string codes_of(const std::vector<core::industry::Sector>& sectors,
                     const std::vector<core::industry::SectorIndex>& which) {
  std::string codes;
  for (std::size_t i = 0; i < which.size() && i < most_codes; ++i)
    codes += (i == 0 ? "" : ", ") + sectors[which[i]].code;
  return which.size() > most_codes ? codes + " …" : codes;
}

Result<LeveledTable> at_usual_level(std::vector<core::industry::Sector> sectors,
                                    core::industry::ObservationTable observations, bool is_complete) {
  namespace industry = core::industry;
  industry::give_parents_by_code(sectors, observations);
  auto tree = industry::SectorTree::build(sectors);
  if (!tree) return core::fail(tree.error());
  LeveledTable leveled;
  if (tree->levels() == 1) {
    leveled.sectors = std::move(sectors);
    leveled.observations = std::move(observations);
  } else {
    leveled.levels = std::make_shared<const industry::SectorLevels>(
        industry::SectorLevels{std::move(sectors), *std::move(tree), std::move(observations)});
    leveled.level = leveled.levels->usual_level();
    auto of_level = leveled.levels->at(leveled.level);
    if (!of_level) return core::fail(of_level.error());
    leveled.sectors = std::move(of_level->first);
    leveled.observations = std::move(of_level->second);
  }
  if (!is_complete) return leveled;  // of a list nothing is summed
  for (const industry::SectorSum& sum : industry::sums_among(leveled.sectors, leveled.observations))
    leveled.findings.push_back({.code = ErrorCode::sector_is_sum,
                                .subject = {.id = leveled.sectors[sum.whole].code},
                                .detail = codes_of(leveled.sectors, sum.parts)});
  return leveled;
}

using Hash = std::function<Result<std::string>()>;

Result<LoadedDataset> build(const Manifest& manifest, const Tables& tables, const fs::path& folder,
                            const Hash& content_hash, const core::Task& task) {
  // Small tables first: a person who has a mistake in one should not wait for the map.
  auto sectors = read_sectors(tables, manifest.sectors);
  if (!sectors) return core::fail(sectors.error());
  auto units = read_units(folder, manifest, part_of(task, 0, 0.8));
  if (!units) return core::fail(units.error());
  task.at(0.8, "read");
  const auto is_cancelled = [&] { return task.stop.stop_requested(); };
  const core::Error cancelled{.code = ErrorCode::cancelled, .subject = {.file = folder.string()}};
  if (is_cancelled()) return core::fail(cancelled);
  auto frames = read_frames(tables, manifest, units->frame, {folder, units->crs}, task);
  if (!frames) return core::fail(frames.error());
  constexpr std::size_t year_digits = 4;
  auto observations = read_observations(tables, manifest.observations, units->frame, sectors->sectors,
                                        manifest.provenance.survey_vintage.substr(0, year_digits),
                                        manifest.shares, part_of(task, 0.8, 0.99));
  if (!observations) return core::fail(observations.error());
  if (is_cancelled()) return core::fail(cancelled);
  auto hash = content_hash();
  if (!hash) return core::fail(hash.error());

  const bool is_complete = manifest.provenance.completeness == core::Completeness::complete_matrix;
  auto leveled = at_usual_level(std::move(sectors->sectors), std::move(observations->table), is_complete);
  if (!leveled) return core::fail(leveled.error());

  LoadedDataset loaded;
  const auto tell = [&](std::vector<core::Finding>& findings) {
    loaded.findings.insert(loaded.findings.end(), std::make_move_iterator(findings.begin()),
                           std::make_move_iterator(findings.end()));
  };
  tell(sectors->findings);
  tell(units->findings);
  tell(frames->findings);
  tell(observations->findings);
  if (auto note =
          boundaries_of_another_year(manifest.provenance, observations->periods, folder / "manifest.json"))
    loaded.findings.push_back(*std::move(note));
  if (is_complete)
    for (core::Finding& hole :
         holes_of(leveled->observations, units->frame, leveled->sectors, observations->periods))
      loaded.findings.push_back(std::move(hole));
  core::Dataset data{.provenance = manifest.provenance,
                     .frame = std::move(units->frame),
                     .areas = std::move(units->areas),
                     .crs = std::move(units->crs),
                     .unit_topology = std::move(units->unit_topology),
                     .topology_level = units->topology_level,
                     .sectors = std::move(leveled->sectors),
                     .periods = std::move(observations->periods),
                     .observations = std::move(leveled->observations),
                     .levels = std::move(leveled->levels),
                     .sector_level = leveled->level,
                     .content_hash = *std::move(hash),
                     .island_frames = {},
                     .zoom_areas = manifest.zoom_areas,
                     .frames = std::move(frames->frames)};
  data.island_frames = island_frames_of(manifest, data.crs);
  core::name_units(data);
  loaded.dataset = std::make_shared<const core::Dataset>(std::move(data));
  if (loaded.dataset->levels) loaded.findings.push_back(sector_level_finding(*loaded.dataset));
  tell(leveled->findings);
  task.at(1, "read");
  return loaded;
}

Result<LoadedDataset> read(const fs::path& folder, const core::Task& task) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    return core::fail({.code = ErrorCode::folder_not_found, .subject = {.file = folder.string()}});
  auto read = read_manifest(folder / "manifest.json");
  if (!read) return core::fail(read.error());
  // Beside the reading, which mostly waits for one thread.
  std::stop_source hashing;
  const std::stop_callback cancelled(task.stop, [&] { hashing.request_stop(); });
  auto hash_later = std::async(std::launch::async, [&folder, files = files_of(folder, read->manifest),
                                                    stop = hashing.get_token()]() mutable {
    return content_hash(folder, std::move(files), stop);
  });
  const struct HashStopper {  // whoever leaves early need not wait for it
    std::stop_source& source;
    ~HashStopper() { source.request_stop(); }
  } stopper{hashing};
  auto loaded = build(
      read->manifest, tables_in(folder), folder, [&] { return hash_later.get(); }, task);
  if (loaded)
    loaded->findings.insert(loaded->findings.begin(), std::make_move_iterator(read->findings.begin()),
                            std::make_move_iterator(read->findings.end()));
  return loaded;
}

}  // namespace

core::Finding sector_level_finding(const core::Dataset& dataset) {
  const core::industry::SectorLevels& levels = *dataset.levels;
  return {.code = ErrorCode::sector_level_used,
          .subject = {.id = codes_of(levels.sectors, levels.tree.at_level(dataset.sector_level))},
          .detail = std::to_string(dataset.sector_level) + "|" + std::to_string(levels.count()) + "|" +
                    std::to_string(dataset.sectors.size())};
}

Result<std::vector<fs::path>> files_of_dataset(const fs::path& folder) {
  const auto read = read_manifest(folder / "manifest.json");
  if (!read) return core::fail(read.error());
  return files_of(folder, read->manifest);
}

Tables tables_in(fs::path folder) {
  return [folder = std::move(folder)](const ManifestTable& table) { return read_table(table.in(folder)); };
}

Result<LoadedDataset> build_dataset(const Manifest& manifest, const Tables& tables, const fs::path& folder,
                                    std::string content_hash, const core::Task& task) {
  return guarded(folder.string(), [&] {
    return build(
        manifest, tables, folder, [&]() -> Result<std::string> { return content_hash; }, task);
  });
}

Result<LoadedDataset> read_dataset(const fs::path& folder, const core::Task& task) {
  return guarded(folder.string(), [&] { return read(folder, task); });
}

}  // namespace vicinia::gis::io
