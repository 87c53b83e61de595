// Boundaries: those that come with the program, or somebody's own, as the frame of a data set.
#include "vicinia/gis/imports/import.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "steps/parts.h"
#include "vicinia/gis/imports/boundaries.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Finding;
using core::Result;
using core::admin::Frame;
using core::matching::Matching;
using core::matching::RowMatch;
namespace fs = std::filesystem;

std::vector<fs::path> parts_of_shapefile(const fs::path& file) {
  std::vector<fs::path> parts;
  for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
    fs::path part = file;
    part.replace_extension(ending);
    if (fs::exists(part)) parts.push_back(std::move(part));
  }
  return parts;
}

io::FrameSource frame_source(const char* id, const char* vintage, core::BilingualText name, const char* units,
                             const char* crosswalk) {
  io::FrameSource source{.id = id, .vintage = vintage, .name = std::move(name)};
  source.levels.push_back({.level = core::admin::level_called("province"), .units = {.file = units}});
  source.crosswalk.file = crosswalk;
  return source;
}

/// Of the program's data: its levels down to the one that is wanted, and the frames in which values of 2007 can be shown.
/// \param has_ha_tay  the tables count Hà Tây, which has been a part of Hà Nội since 1 August 2008
Result<BoundariesTaken> onto_built_in(const std::string& onto, const std::string& level, bool has_ha_tay,
                                      const Known& known, const fs::path& folder, const core::Task& task) {
  const fs::path data = known.resources / "data", from = data / onto;
  if (onto.empty() || onto.find('/') != std::string::npos || !fs::exists(from / "manifest.json"))
    return core::fail({.code = ErrorCode::folder_not_found, .subject = {.file = from.string()}});
  auto manifest = io::read_manifest(from / "manifest.json");
  if (!manifest) return core::fail(manifest.error());
  BoundariesTaken taken{.onto = onto, .vintage = manifest->manifest.provenance.boundary_vintage};
  taken.part.projected_crs = manifest->manifest.projected_crs;
  taken.part.island_frames = manifest->manifest.island_frames;
  taken.part.zoom_areas = manifest->manifest.zoom_areas;
  taken.part.provenance.boundary_note = manifest->manifest.provenance.boundary_note;
  for (io::LevelSource& source : manifest->manifest.levels) {
    if (source.layer)
      if (auto ok = copy_into(folder, parts_of_shapefile(from / source.layer->file)); !ok)
        return core::fail(ok.error());
    taken.part.levels.push_back(std::move(source));
    if (taken.part.levels.back().level.id == level) break;
  }
  const bool is_of_2007 = onto == "vietnam-2007", has_districts = taken.part.levels.size() > 1;
  if (!has_districts) taken.part.provenance.boundary_note = {};
  if (is_of_2007 && !has_districts && has_ha_tay) {
    // It has values, and no area of its own since. What is drawn must say so.
    taken.part.provenance.boundary_note = {
        "phạm vi Hà Nội gồm cả Hà Tây, số liệu của Hà Nội thì không; khung 63 tỉnh cộng cả hai",
        "the area of Hà Nội includes Hà Tây, its figures do not; the frame of 63 provinces sums both"};
    if (auto ok = copy_into(folder, {from / "province_names.csv", data / "frames" / "provinces_2008.csv",
                                     data / "frames" / "crosswalk_2007_2008.csv", from / "provinces_2025.csv",
                                     data / "frames" / "crosswalk_2007_2025.csv"});
        !ok)
      return core::fail(ok.error());
    io::LayerSource& provinces = *taken.part.levels.front().layer;
    provinces.code.clear();
    provinces.codes_from = "province_names.csv";
    // What went to Hà Nội in 2008 and is no whole province, figures of provinces cannot move.
    taken.part.frames.push_back(frame_source(
        "2008-08-01", "2008-08-01",
        {"63 tỉnh, thành phố từ 01/8/2008 (Mê Linh và bốn xã của Hòa Bình theo tỉnh cũ)",
         "63 provinces from 1 August 2008 (Mê Linh and four communes of Hòa Bình with their old provinces)"},
        "provinces_2008.csv", "crosswalk_2007_2008.csv"));
    taken.part.frames.push_back(frame_source(
        "2025-07-01", "2025-07-01",
        {"34 tỉnh, thành phố từ 01/7/2025 (Mê Linh và bốn xã của Hòa Bình theo tỉnh cũ)",
         "34 provinces from 1 July 2025 (Mê Linh and four communes of Hòa Bình with their old provinces)"},
        "provinces_2025.csv", "crosswalk_2007_2025.csv"));
  } else if (is_of_2007) {
    if (auto ok = copy_into(folder, {from / "provinces_2025.csv", from / "crosswalk_2025.csv"}); !ok)
      return core::fail(ok.error());
    taken.part.frames = manifest->manifest.frames;
  }
  auto units = io::read_units(folder, taken.part, task);
  if (!units) return core::fail(units.error());
  taken.units = *std::move(units);
  taken.findings = std::exchange(taken.units.findings, {});
  name_without_folder(taken.findings, folder);
  return taken;
}

bool counts_ha_tay(const TablesTaken& tables, const Known& known) {
  constexpr std::string_view ha_tay = "28";
  const auto names = row_names(tables);
  for (const KnownFrame& one : known.frames) {
    const auto unit = one.frame.find(ha_tay);
    if (!unit) continue;
    const Matching matching = core::matching::UnitNames(one.frame, one.frame[*unit].level).match(names);
    return std::ranges::any_of(matching.rows, [&](const RowMatch& row) { return row.unit == *unit; });
  }
  return false;
}

/// Whether the frame is the one that held on that day, among those that are known; the first, before all of them.
bool held_on(const KnownFrame& frame, const std::string& day, const std::vector<KnownFrame>& all) {
  const KnownFrame* of_day = &all.front();
  for (const KnownFrame& one : all)
    if (one.vintage <= day && one.vintage >= of_day->vintage) of_day = &one;
  return of_day == &frame;
}

/// Where most names of the tables are at home: today's provinces, those of 2007, or its districts. Where two are alike, the one of the day of
/// the figures: Hải Phòng is another province since it has Hải Dương.
std::pair<std::string, std::string> best_built_in(const TablesTaken& tables, const std::string& survey_date,
                                                  const Known& known) {
  const auto names = row_names(tables);
  const std::string day = survey_date.empty() ? last_day_of(tables.tables).value_or("") : survey_date;
  std::pair<std::string, std::string> best{"vietnam-2025", "province"};
  std::tuple<double, bool, double> most{-1, false, 0};
  for (const KnownFrame& one : known.frames) {
    const Matching matching =
        core::matching::match_units(one.frame, names, {}, other_names(known.resources, one.frame));
    const auto units =
        static_cast<double>(std::max<std::size_t>(one.frame.at_level(matching.level).size(), 1));
    const auto found = static_cast<double>(found_in(matching));
    // Of two frames that know as many names, the one that has fewer others: 34 names of today are names of 2007 too.
    const bool is_whole = found > 0 && matching.without_row.empty();
    const bool is_of_day = is_whole || (!day.empty() && held_on(one, day, known.frames));
    const std::tuple share{found, is_of_day, found / units};
    if (share > most) {
      most = share;
      best = {"vietnam-" + one.id, one.frame.levels()[matching.level].id};
    }
  }
  return best;
}

}  // namespace

Result<BoundariesTaken> take_boundaries(const Recipe& recipe, const TablesTaken& tables, const Known& known,
                                        const fs::path& folder, const core::Task& task) {
  if (recipe.boundaries.file.empty() && recipe.onto.empty() && has_places(recipe))
    return core::fail({.code = ErrorCode::invalid_argument,
                       .subject = {.file = recipe.firms->file.string(), .field = "boundaries_of_places"}});
  if (recipe.boundaries.file.empty()) {
    auto [onto, level] = best_built_in(tables, recipe.survey_date, known);
    if (!recipe.onto.empty()) {
      if (recipe.onto != onto) level = recipe.onto == "vietnam-2025" ? "province" : level;
      onto = recipe.onto;
    }
    if (!recipe.onto_level.empty()) level = recipe.onto_level;
    if (level == "commune")
      return core::fail({.code = ErrorCode::invalid_argument,
                         .subject = {.file = tables.names.empty() ? "" : tables.names.front().file.string(),
                                     .field = "boundaries_of_communes"}});
    return onto_built_in(onto, level, counts_ha_tay(tables, known), known, folder, task);
  }
  const auto read = read_boundaries(recipe.boundaries, task);
  if (!read) return core::fail(read.error());
  std::vector<Frame> frames;
  for (const KnownFrame& one : known.frames) frames.push_back(one.frame);
  auto written = write_boundaries(*read, frames, folder);
  if (!written) return core::fail(written.error());
  BoundariesTaken taken{.vintage = recipe.boundary_date};
  taken.part.levels = std::move(written->levels);
  taken.part.projected_crs = written->crs;
  taken.findings = read->findings;
  taken.findings.insert(taken.findings.end(), written->findings.begin(), written->findings.end());
  auto units = io::read_units(folder, taken.part, task);
  if (!units) return core::fail(units.error());
  taken.units = *std::move(units);
  for (Finding& one : taken.units.findings)
    if (one.code != ErrorCode::provinces_from_districts) taken.findings.push_back(std::move(one));
  taken.units.findings.clear();
  name_without_folder(taken.findings, folder);
  return taken;
}

}  // namespace vicinia::gis::imports
