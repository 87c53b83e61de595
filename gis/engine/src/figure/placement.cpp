#include "figure/placement.h"

#include <QVector>
#include <algorithm>
#include <array>

#include "figure/parts.h"
#include "figure/silhouette.h"

namespace vicinia::gis::engine {
namespace {

constexpr double most_covered = 0.002;  ///< of a part that may still stand over the subject
constexpr double inset_from_frame = 3;  ///< of what stands on the map
constexpr double clearance = 2;         ///< around it
constexpr double longest_bar_mm = 62;
constexpr double gap = 4, between = 3;  ///< between the map and what stands beside it
constexpr double extent_margin = 0.02;  ///< around the subject, of its size
constexpr double wide_page = 1.2;       ///< from this proportion, lists go to the right of the map

using Places = QVector<QRectF>;

QRectF room_on(const QRectF& frame) {
  return frame.adjusted(inset_from_frame, inset_from_frame, -inset_from_frame, -inset_from_frame);
}

Places corners(const QRectF& frame, const QSizeF& size) {
  const QRectF room = room_on(frame);
  const double right = room.right() - size.width(), bottom = room.bottom() - size.height();
  return {QRectF({room.left(), bottom}, size), QRectF({room.left(), room.top()}, size),
          QRectF({right, bottom}, size), QRectF({right, room.top()}, size)};
}

/// Up an edge of the frame from its lower end.
Places up_from(double left, const QRectF& frame, const QSizeF& size) {
  const QRectF room = room_on(frame);
  Places places;
  for (double y = room.bottom() - size.height(); y >= room.top(); y -= 3)
    places.push_back({QPointF(left, y), size});
  if (places.empty()) places.push_back({room.topLeft(), size});
  return places;
}

Places right_edge(const QRectF& frame, const QSizeF& size) {
  return up_from(room_on(frame).right() - size.width(), frame, size);
}

/// The corners are where one looks first.
Places corners_and_edges(const QRectF& frame, const QSizeF& size) {
  return corners(frame, size) + up_from(room_on(frame).left(), frame, size) + right_edge(frame, size);
}

/// Along the lower edge, then wherever else a bar may stand.
Places along_edges(const QRectF& frame, const QSizeF& size) {
  const QRectF room = room_on(frame);
  Places places = corners(frame, size);
  for (const double y : {room.bottom() - size.height(), room.top()})
    for (double x = room.left(); x <= room.right() - size.width(); x += 3)
      places.push_back({QPointF(x, y), size});
  return places + corners_and_edges(frame, size);
}

/// Looks for places on one map.
class Search {
 public:
  Search(const Silhouette& subject, Placement& result) : subject_(subject), result_(result) {}

  /// The first place that is as good as any, clear of what stands already.
  QRectF best(const Places& places, bool may_cover = false) {
    QRectF chosen = places.front();
    double least = 10;
    for (const QRectF& place : places) {
      const QRectF with_room = place.adjusted(-clearance, -clearance, clearance, clearance);
      double badness = subject_.covered_share(with_room) + (result_.map.contains(place) ? 0 : 3);
      for (const QRectF& other : taken_)
        if (other.intersects(with_room)) badness += 2;
      if (badness < least - 0.0005) {
        least = badness;
        chosen = place;
      }
      if (least <= 0) break;
    }
    if (!may_cover) result_.covered += std::max(0.0, least - most_covered);
    taken_.push_back(chosen);
    return chosen;
  }

 private:
  const Silhouette& subject_;
  Placement& result_;
  Places taken_;
};

enum class LegendAt { on_map, beside, below };
struct Plan {
  LegendAt legend = LegendAt::on_map;
  bool zooms_on_map = true;
  double subject_at = 0.5;  ///< of the width that the subject leaves free, how much is to its left
};

constexpr std::array<double, 7> subject_places{0.5, 0.6, 0.7, 0.8, 0.95, 0.4, 0.25};

QSizeF zoom_size(const map::FigureSpec& spec, const map::ZoomInset& inset, double width) {
  const double most = 1.4,
               ratio = inset.extent.width() > 0 ? inset.extent.height() / inset.extent.width() : 1;
  return {width, width * std::clamp(ratio, 1 / most, most) + zoom_caption_height(spec, width)};
}

/// Two maps of the same width side by side in `strip`, from its top. \return the height that they take.
double set_zooms(const map::FigureSpec& spec, const QRectF& strip, bool stacked, double most_height,
                 Placement& result) {
  const auto count = static_cast<double>(spec.zoom_insets.size());
  if (spec.zoom_insets.empty()) return 0;
  const double width = stacked ? strip.width() : (strip.width() - (count - 1) * gap) / count;
  double height = 0;
  for (const map::ZoomInset& inset : spec.zoom_insets)
    height = std::max(height, zoom_size(spec, inset, width).height());
  height = std::min(height, stacked ? (most_height - (count - 1) * gap) / count : most_height);
  QPointF at = strip.topLeft();
  for (std::size_t i = 0; i < spec.zoom_insets.size(); ++i) {
    result.zooms.push_back({at, QSizeF(width, height)});
    (stacked ? at.ry() : at.rx()) += (stacked ? height : width) + gap;
  }
  return stacked ? count * height + (count - 1) * gap : height;
}

/// To the right of the map: zoom insets above, the table below.
void set_column(const map::FigureSpec& spec, const QRectF& room, Placement& result) {
  const bool has_table = !spec.table.rows.empty(), has_zooms = !spec.zoom_insets.empty();
  if (!has_table && !has_zooms) return;
  const double width = (has_table ? 0.38 : 0.27) * room.width();
  result.map.setWidth(room.width() - width - gap);
  const QRectF column(result.map.right() + gap, room.top(), width, room.height());
  const double zooms =
      set_zooms(spec, column, !has_table, has_table ? 0.5 * room.height() : room.height(), result);
  if (!has_table) return;
  const double top = column.top() + (zooms > 0 ? zooms + gap : 0);
  const double height = table_height(spec.table, spec.type.body, width, column.bottom() - top);
  if (height > 0) result.table = QRectF(column.left(), top, width, height);
}

/// Below the map: zoom insets, where they do not stand on it, and the table.
void set_strips(const map::FigureSpec& spec, const Plan& plan, const QRectF& room, Placement& result) {
  if (const double height =
          table_height(spec.table, spec.type.body, room.width(),
                       (spec.table.most_of_height > 0 ? spec.table.most_of_height : 0.27) * room.height());
      height > 0) {
    result.table = QRectF(room.left(), room.bottom() - height, room.width(), height);
    result.map.setBottom(result.table->top() - gap);
  }
  if (plan.zooms_on_map || spec.zoom_insets.empty()) return;
  Placement measured;
  const double height = set_zooms(spec, room, false, 0.27 * room.height(), measured);
  result.map.setBottom(result.map.bottom() - height - gap);
  set_zooms(spec, QRectF(room.left(), result.map.bottom() + gap, room.width(), height), false, height,
            result);
}

/// Makes the legend fit: in somewhat smaller type, else in more columns, else in type as small as can be read. \return its size, which is larger
/// than the room where nothing helps
QSizeF fit_legend(const map::FigureSpec& spec, const QSizeF& room, Placement& result) {
  constexpr double somewhat_smaller = 0.78, smallest = 0.62;
  const auto fits = [&](int columns, double least) {
    const double height = legend_size(spec.legend, spec.type.body, columns).height();
    const double smaller = height <= room.height() ? 1 : std::max(least, 0.98 * room.height() / height);
    result.legend_columns = columns;
    result.legend_scale = smaller * spec.type.body;
    const QSizeF size = legend_size(spec.legend, result.legend_scale, columns);
    return size.height() <= room.height() && size.width() <= room.width();
  };
  fits(1, somewhat_smaller) || fits(2, 1) || fits(3, 1) || fits(1, smallest) || fits(2, smallest);
  return legend_size(spec.legend, result.legend_scale, result.legend_columns);
}

/// Where the legend does not stand on the map.
void set_legend_apart(const map::FigureSpec& spec, const Plan& plan, Placement& result) {
  const double scale = spec.type.body;
  const QSizeF islands = insets_size(spec.island_insets, scale);
  if (plan.legend == LegendAt::beside) {
    constexpr double most_beside = 0.6;  // of the width: the rest is the map's
    const QSizeF legend = fit_legend(spec, {most_beside * result.map.width(), result.map.height()}, result);
    if (legend.height() > result.map.height()) result.covered += 3;
    const QRectF whole = result.map;
    const auto fits_below = [&](const QSizeF& size) {
      return !size.isEmpty() && legend.height() + gap + size.height() <= whole.height();
    };
    const QSizeF row = insets_size(spec.island_insets, scale, true);
    result.islands_in_a_row = !fits_below(islands) && fits_below(row) && row.width() < 1.3 * legend.width();
    const QSizeF& below = result.islands_in_a_row ? row : islands;
    result.map.setWidth(whole.width() - std::max(legend.width(), below.width()) - gap);
    result.legend = QRectF({result.map.right() + gap, whole.top()}, legend);
    if (fits_below(below))
      result.islands = QRectF({result.map.right() + gap, whole.bottom() - below.height()}, below);
    return;
  }
  const double for_islands = islands.isEmpty() ? 0 : islands.width() + between;
  int columns = 1;
  while (columns < 3 &&
         legend_size(spec.legend, scale, columns + 1).width() + for_islands <= result.map.width())
    ++columns;
  const QSizeF legend = legend_size(spec.legend, scale, columns);
  result.legend_columns = columns;
  result.legend_scale = scale;
  result.islands_in_a_row = !islands.isEmpty() && legend.width() + for_islands > result.map.width();
  if (result.islands_in_a_row) {
    const QSizeF row = insets_size(spec.island_insets, scale, true);
    result.islands = QRectF({result.map.left(), result.map.bottom() - row.height()}, row);
    result.map.setBottom(result.islands->top() - between);
    result.map.setBottom(result.map.bottom() - legend.height() - gap);
    result.legend = QRectF({result.map.left(), result.map.bottom() + gap}, legend);
    return;
  }
  const double height = std::max(legend.height(), islands.height());
  result.map.setBottom(result.map.bottom() - height - gap);
  result.legend = QRectF({result.map.left(), result.map.bottom() + gap}, legend);
  if (!islands.isEmpty())
    result.islands = QRectF({result.map.right() - islands.width(), result.map.bottom() + gap}, islands);
}

/// A small map is bad, and so is one whose subject is hidden; a corner of an inset over a coast is better than half the scale.
double cost_of(const Placement& placement, const Plan& plan) {
  constexpr double dislike_of_cover = 40, dislike_of_aside = 0.1;
  return placement.metres_per_mm() *
         (1 + dislike_of_cover * placement.covered + dislike_of_aside * std::abs(plan.subject_at - 0.5));
}

Placement planned(const map::FigureSpec& spec, const Plan& plan, const QRectF& room, LayerCache& cache,
                  Silhouettes& silhouettes) {
  const double scale = spec.type.body;
  Placement result;
  result.map = room;
  if (room.width() > wide_page * room.height())
    set_column(spec, room, result);
  else
    set_strips(spec, plan, room, result);
  const bool has_legend = !legend_size(spec.legend, scale).isEmpty();
  if (has_legend && plan.legend != LegendAt::on_map) set_legend_apart(spec, plan, result);
  if (spec.graticule) {
    const double numbers = graticule_margin(scale);
    result.map.adjust(numbers, numbers, -numbers, -numbers);
  }
  if (result.map.width() < std::min(30.0, 0.3 * room.width()) ||
      result.map.height() < std::min(30.0, 0.3 * room.height())) {
    result.covered = 10;
    return result;
  }
  result.extent = extent_in(result.map, spec.map.extent);
  const double free_width =
      std::max(0.0, result.extent.width() - (1 + 2 * extent_margin) * spec.map.extent.width());
  const double aside = (plan.subject_at - 0.5) * free_width;
  result.extent.min_x -= aside;
  result.extent.max_x -= aside;
  const auto subject = silhouettes.get(spec.map, result.extent, result.map, cache);
  Search search(*subject, result);
  if (const QSizeF islands = insets_size(spec.island_insets, scale); !islands.isEmpty() && !result.islands)
    result.islands = search.best(right_edge(result.map, islands));
  if (has_legend && !result.legend) {
    const QSizeF legend = fit_legend(spec, room_on(result.map).size(), result);
    result.legend = search.best(corners_and_edges(result.map, legend));
  }
  if (plan.zooms_on_map && result.zooms.empty())
    for (const map::ZoomInset& inset : spec.zoom_insets)
      result.zooms.push_back(
          search.best(corners_and_edges(result.map, zoom_size(spec, inset, 0.25 * result.map.width()))));
  if (spec.overview) {
    const double longest = 0.24 * std::min(result.map.width(), result.map.height());
    const map::Extent& whole = spec.overview->extent;
    const double share = longest / std::max(whole.width(), whole.height());
    result.overview =
        search.best(corners_and_edges(result.map, {whole.width() * share, whole.height() * share}), true);
  }
  // A scale bar hides nothing of importance.
  result.scale_bar = search.best(
      along_edges(result.map, scale_bar_size(result.metres_per_mm(), result.longest_bar(scale), scale)),
      true);
  if (!spec.north_letter.empty())
    result.north = search.best(corners_and_edges(result.map, north_arrow_size(scale)) +
                                   along_edges(result.map, north_arrow_size(scale)),
                               true);
  return result;
}

}  // namespace

double zoom_caption_height(const map::FigureSpec& spec, double width) {
  double height = 0;
  for (const map::ZoomInset& inset : spec.zoom_insets)
    height = std::max(height, caption_height(inset.label, spec.type.body, width));
  return height;
}

std::vector<QRectF> Placement::parts() const {
  std::vector<QRectF> all = zooms;
  for (const auto& part : {legend, islands, overview, north, scale_bar, table})
    if (part) all.push_back(*part);
  return all;
}

double Placement::longest_bar(double scale) const {
  return std::min(longest_bar_mm * scale, map.width() / 2);
}

map::Extent extent_in(const QRectF& frame, const map::Extent& extent) {
  return map::fitted(extent, frame.width(), frame.height(), extent_margin);
}

Placement placed(const map::FigureSpec& spec, const QRectF& room, LayerCache& cache,
                 Silhouettes& silhouettes) {
  std::optional<Placement> best;
  double least = 0;
  for (const double subject_at : subject_places)
    for (const LegendAt legend : {LegendAt::on_map, LegendAt::beside, LegendAt::below})
      for (const bool zooms_on_map : {true, false}) {
        if (!zooms_on_map && (spec.zoom_insets.empty() || room.width() > wide_page * room.height())) continue;
        const Plan plan{legend, zooms_on_map, subject_at};
        Placement here = planned(spec, plan, room, cache, silhouettes);
        if (!(here.extent.width() > 0)) continue;
        const double cost = cost_of(here, plan);
        if (legend == LegendAt::on_map && zooms_on_map && here.covered <= 0) return here;
        if (best && cost >= least) continue;
        least = cost;
        best = std::move(here);
      }
  if (best) return *best;
  Placement map_only;
  map_only.map = room;
  map_only.extent = extent_in(room, spec.map.extent);
  return map_only;
}

}  // namespace vicinia::gis::engine
