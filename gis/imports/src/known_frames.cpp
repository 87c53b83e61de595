#include "vicinia/gis/imports/known_frames.h"

#include <set>
#include <string_view>
#include <utility>

#include "named_columns.h"

namespace vicinia::gis::imports {
namespace {

namespace fs = std::filesystem;
using core::admin::Unit;

constexpr core::admin::Level coarse_level{0}, fine_level{1};

struct FrameFiles {
  const char *id, *vintage;
  const char *province_file, *province_kind, *part_file;
  const char *part_level, *part_name, *part_kind, *part_parent;
};
constexpr FrameFiles frame_files[] = {
    {"2007", "2007-12-31", "vietnam-2007/province_names.csv", "type_vi", "vietnam-2007/seats.csv", "district",
     "name_vi", "type_vi", "province_2007"},
    {"2025", "2025-07-01", "vietnam-2007/provinces_2025.csv", "kind", "frames/communes_2025.csv", "commune",
     "name", "kind", "province_code"}};

}  // namespace

std::vector<KnownFrame> known_frames(const fs::path& resources) {
  std::vector<KnownFrame> known;
  for (const FrameFiles& of : frame_files) {
    std::vector<Unit> units;
    std::set<std::string> codes;
    const NamedColumns coarse(resources / "data" / of.province_file), fine(resources / "data" / of.part_file);
    for (std::size_t row = 0; row < coarse.size(); ++row) {
      units.push_back({.code = coarse.at(row, "code"),
                       .name_vi = coarse.at(row, "name_vi"),
                       .name_en = coarse.at(row, "name_en"),
                       .kind_vi = coarse.at(row, of.province_kind),
                       .level = coarse_level});
      codes.insert(units.back().code);
    }
    for (std::size_t row = 0; row < fine.size(); ++row) {
      const std::string parent = fine.at(row, of.part_parent);
      if (!codes.contains(parent)) continue;
      units.push_back({.code = fine.at(row, "code"),
                       .name_vi = fine.at(row, of.part_name),
                       .name_en = fine.at(row, "name_en"),
                       .kind_vi = fine.at(row, of.part_kind),
                       .level = fine_level,
                       .parent_code = parent});
    }
    const auto levels = core::admin::Levels::declared(
        {core::admin::level_called("province"), core::admin::level_called(of.part_level)});
    if (units.empty() || !levels) continue;
    if (auto frame = core::admin::Frame::from_units(std::move(units), *levels))
      known.push_back({of.id, of.vintage, *std::move(frame)});
  }
  return known;
}

std::vector<core::matching::OtherName> other_names(const fs::path& resources,
                                                   const core::admin::Frame& frame) {
  std::vector<core::matching::OtherName> others;
  const NamedColumns table(resources / "data" / "frames" / "other_names.csv");
  for (core::admin::UnitIndex unit = 0; unit < frame.size(); ++unit)
    for (std::size_t row = 0; row < table.size(); ++row)
      if (table.at(row, "level") == frame.level_of(unit).id &&
          table.at(row, "name_vi") == frame.bare_name(unit).vi)
        others.push_back({frame[unit].code, table.at(row, "other_name")});
  return others;
}

}  // namespace vicinia::gis::imports
