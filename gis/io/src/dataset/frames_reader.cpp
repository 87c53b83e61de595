#include "dataset/frames_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "base/text.h"
#include "geometry/crs.h"
#include "geometry/projection.h"
#include "vicinia/core/admin/crosswalk.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
using core::admin::CrosswalkRow;
using core::admin::Unit;

/// Cells of a table by our names for its columns.
class Columns {
 public:
  Columns(const Table& table, const ManifestTable& source) : table_(table), source_(source) {}

  /// nullopt: it is not there, and need not be.
  Result<std::optional<std::size_t>> find(const char* name, bool is_needed) const {
    auto at = table_.column(source_.column(name));
    if (at) return std::optional(*at);
    if (is_needed || source_.columns.contains(name)) return core::fail(at.error());
    return std::optional<std::size_t>();
  }
  [[nodiscard]] std::string text(std::size_t row, std::optional<std::size_t> column) const {
    return column ? to_nfc(std::string(trimmed(table_.rows[row][*column]))) : std::string();
  }

 private:
  const Table& table_;
  const ManifestTable& source_;
};

/// A row of several tables together, for errors that name it by its number.
struct Place {
  std::string file{};
  std::size_t line = 0;
};

core::Error at_place(core::Error error, const std::vector<Place>& places) {
  if (!error.subject.row || *error.subject.row == 0 || *error.subject.row > places.size()) return error;
  const Place& place = places[*error.subject.row - 1];
  error.subject.file = place.file;
  error.subject.row = place.line;
  return error;
}

class FrameOfTables {
 public:
  FrameOfTables(const Tables& tables, const FrameSource& source, std::vector<core::Finding>& findings)
      : tables_(tables), source_(source), findings_(findings) {}

  Result<std::shared_ptr<const core::LinkedFrame>> read(const core::admin::Frame& own,
                                                        const FramePlace& place, const core::Task& task) {
    std::vector<core::admin::LevelInfo> infos;
    for (const FrameLevelSource& level : source_.levels) {
      if (auto ok = read_level(level, {static_cast<std::uint8_t>(infos.size())}); !ok)
        return core::fail(ok.error());
      infos.push_back(level.level);
    }
    auto levels = core::admin::Levels::declared(std::move(infos));
    if (!levels) return core::fail(levels.error());
    auto frame = core::admin::Frame::from_units(std::move(units_), *std::move(levels));
    if (!frame) return core::fail(at_place(frame.error(), places_));
    auto crosswalk = read_crosswalk(own, *frame);
    if (!crosswalk && is_misfit_) {
      // Another layer of boundaries may have been put in place of the one that it was made for.
      findings_.push_back(crosswalk.error());
      return std::shared_ptr<const core::LinkedFrame>();
    }
    if (!crosswalk) return core::fail(crosswalk.error());
    auto areas = read_areas(*frame, place, task);
    if (!areas) return core::fail(areas.error());
    return std::make_shared<const core::LinkedFrame>(core::LinkedFrame{.id = source_.id,
                                                                       .vintage = source_.vintage,
                                                                       .name = source_.name,
                                                                       .frame = *std::move(frame),
                                                                       .areas = *std::move(areas),
                                                                       .from_own = *std::move(crosswalk)});
  }

 private:
  core::Status read_level(const FrameLevelSource& source, core::admin::Level level) {
    const auto table = tables_(source.units);
    if (!table) return core::fail(table.error());
    findings_.insert(findings_.end(), table->findings.begin(), table->findings.end());
    const Columns columns(*table, source.units);
    const auto code = columns.find("code", true), name_vi = columns.find("name_vi", true),
               name_en = columns.find("name_en", false), kind = columns.find("kind", false),
               kind_en = columns.find("kind_en", false), parent = columns.find("parent", false);
    for (const auto* column : {&code, &name_vi, &name_en, &kind, &kind_en, &parent})
      if (!*column) return core::fail(column->error());
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
      Unit unit{.code = columns.text(row, *code),
                .name_vi = columns.text(row, *name_vi),
                .name_en = columns.text(row, *name_en),
                .kind_vi = columns.text(row, *kind),
                .kind_en = columns.text(row, *kind_en),
                .level = level,
                .parent_code = columns.text(row, *parent)};
      if (unit.name_vi.empty()) unit.name_vi = unit.name_en.empty() ? unit.code : unit.name_en;
      if (unit.name_en.empty()) unit.name_en = unit.name_vi;
      units_.push_back(std::move(unit));
      places_.push_back({table->file.string(), table->lines[row]});
    }
    return {};
  }

  /// [unit of the frame]; empty: the manifest names no layer. Features of one unit are its parts.
  Result<std::vector<core::geom::MultiPolygon>> read_areas(const core::admin::Frame& frame,
                                                           const FramePlace& place, const core::Task& task) {
    std::vector<core::geom::MultiPolygon> areas;
    if (!source_.areas) return areas;
    auto layer = read_polygons(
        place.folder / source_.areas->file,
        {.layer = source_.areas->layer, .source_crs = source_.areas->crs, .target_crs = place.crs}, task);
    if (!layer) return core::fail(layer.error());
    const auto code = layer->attributes.column(source_.areas->code, layer->file.string());
    if (!code) return core::fail(code.error());
    areas.resize(frame.size());
    for (std::size_t i = 0; i < layer->areas.size(); ++i)
      if (const auto unit = frame.find(layer->attributes.rows[i][*code]))
        std::ranges::move(layer->areas[i], std::back_inserter(areas[*unit]));
    return areas;
  }

  Result<core::admin::Crosswalk> read_crosswalk(const core::admin::Frame& own,
                                                const core::admin::Frame& other) {
    const auto table = tables_(source_.crosswalk);
    if (!table) return core::fail(table.error());
    findings_.insert(findings_.end(), table->findings.begin(), table->findings.end());
    const Columns columns(*table, source_.crosswalk);
    const auto from = columns.find("from", true), to = columns.find("to", true),
               weight = columns.find("weight", false), kind = columns.find("kind", false);
    for (const auto* column : {&from, &to, &weight, &kind})
      if (!*column) return core::fail(column->error());
    std::vector<CrosswalkRow> rows;
    std::vector<Place> places;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
      const core::Subject subject{.file = table->file.string(), .row = table->lines[row]};
      CrosswalkRow one{.from = columns.text(row, *from), .to = columns.text(row, *to)};
      if (const std::string text = columns.text(row, *weight); !text.empty()) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), one.weight);
        if (error != std::errc() || end != text.data() + text.size())
          return core::fail({.code = ErrorCode::not_a_number,
                             .subject = {.file = subject.file,
                                         .row = subject.row,
                                         .field = source_.crosswalk.column("weight"),
                                         .id = one.from},
                             .detail = text});
      }
      if (const std::string text = columns.text(row, *kind); !text.empty()) {
        one.kind = core::admin::part_kind_by_id(text);
        if (!one.kind)
          return core::fail({.code = ErrorCode::invalid_argument,
                             .subject = {.file = subject.file,
                                         .row = subject.row,
                                         .field = "crosswalk_kind",
                                         .id = one.from},
                             .detail = text});
      }
      rows.push_back(std::move(one));
      places.push_back({subject.file, *subject.row});
    }
    auto crosswalk = core::admin::Crosswalk::between(own, other, rows);
    if (crosswalk) return crosswalk;
    is_misfit_ = true;
    core::Error error = at_place(crosswalk.error(), places);
    if (error.subject.file.empty()) error.subject.file = table->file.string();
    return core::fail(std::move(error));
  }

  const Tables& tables_;
  const FrameSource& source_;
  std::vector<core::Finding>& findings_;
  std::vector<Unit> units_{};
  std::vector<Place> places_{};  ///< [unit]
  bool is_misfit_ = false;       ///< the crosswalk reads well, but is not one between these frames
};

/// What a stretch of degrees covers on the plane.
std::optional<core::GroundBox> on_plane(const core::GroundBox& degrees, const Projection& way) {
  constexpr int steps = 8;  // its sides are bent
  std::optional<core::GroundBox> box;
  for (int x = 0; x <= steps; ++x)
    for (int y = 0; y <= steps; ++y) {
      const core::geom::Point place(degrees.min_x + (degrees.max_x - degrees.min_x) * x / steps,
                                    degrees.min_y + (degrees.max_y - degrees.min_y) * y / steps);
      const auto image = way.image_of(place);
      if (!image) return std::nullopt;
      if (!box) box = core::GroundBox{image->x(), image->y(), image->x(), image->y()};
      box = core::GroundBox{std::min(box->min_x, image->x()), std::min(box->min_y, image->y()),
                            std::max(box->max_x, image->x()), std::max(box->max_y, image->y())};
    }
  return box;
}

}  // namespace

Result<FramesRead> read_frames(const Tables& tables, const Manifest& manifest, const core::admin::Frame& own,
                               const FramePlace& place, const core::Task& task) {
  FramesRead read;
  for (const FrameSource& source : manifest.frames) {
    auto frame = FrameOfTables(tables, source, read.findings).read(own, place, task);
    if (!frame) return core::fail(frame.error());
    if (*frame) read.frames.push_back(*std::move(frame));
  }
  return read;
}

std::vector<core::IslandFrame> island_frames_of(const Manifest& manifest, const std::string& crs) {
  std::vector<core::IslandFrame> frames;
  if (manifest.island_frames.empty()) return frames;
  const auto degrees = parse_crs("EPSG:4326"), plane = parse_planar_crs(crs);
  if (!degrees || !plane) return frames;
  for (const IslandFrameSource& source : manifest.island_frames) {
    const std::array<core::geom::Point, 1> middle{
        core::geom::Point((source.degrees.min_x + source.degrees.max_x) / 2,
                          (source.degrees.min_y + source.degrees.max_y) / 2)};
    const auto way = Projection::between(*degrees, *plane, middle);
    if (!way) continue;
    if (const auto extent = on_plane(source.degrees, *way))
      frames.push_back({.name = source.name, .extent = *extent, .x = source.x, .y = source.y});
  }
  return frames;
}

}  // namespace vicinia::gis::io
