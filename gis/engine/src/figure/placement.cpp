#include "figure/placement.h"

#include <QVector>
#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include "figure/parts.h"
#include "figure/silhouette.h"

namespace vicinia::gis::engine {
namespace {

constexpr double inset_from_frame = 3;  ///< of what stands on the map
constexpr double clearance = 2;         ///< around it, where there is a choice
constexpr double least_clearance = 1;   ///< around it, always
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

QRectF grown(const QRectF& place, double by) { return place.adjusted(-by, -by, by, by); }

/// Looks for places on one map.
class Search {
 public:
  Search(const Silhouette& subject, Placement& result) : subject_(subject), result_(result) {}

  /// The first place that is as good as any, clear of the subject and of what stands already. Where there is none, the least bad one, and
  /// the placement hides something.
  QRectF best(const Places& places) {
    QRectF chosen = places.front();
    double least = 10;
    for (const QRectF& place : places) {
      const QRectF with_room = grown(place, clearance);
      double badness = result_.map.contains(place) ? 0 : 3;
      for (const QRectF& other : taken_)
        if (other.intersects(with_room)) badness += 2;
      if (badness >= least) continue;
      if (const double hidden = subject_.covered_share(grown(place, least_clearance)); hidden > 0)
        badness += 0.1 + hidden;
      else
        badness += 1e-3 * subject_.covered_share(with_room);
      if (badness < least) {
        least = badness;
        chosen = place;
      }
      if (least <= 0) break;
    }
    if (least >= 0.1) result_.covered += least;
    taken_.push_back(chosen);
    return chosen;
  }

 private:
  const Silhouette& subject_;
  Placement& result_;
  Places taken_;
};

enum class LegendAt { on_map, beside, below };

/// What decides how much room the map has.
struct Arrangement {
  LegendAt legend = LegendAt::on_map;
  bool zooms_on_map = true;
  bool signs_on_map = true;  ///< scale bar, north arrow and overview; else they stand in a strip below it
};

/// How the legend is set where it stands on the map.
struct LegendStyle {
  int columns = 1;
  double type = 1;
};
constexpr std::array<LegendStyle, 5> legend_styles{{{1, 1}, {1, 0.88}, {1, 0.78}, {2, 1}, {2, 0.8}}};

/// How the map lies in its frame.
struct Framing {
  double subject_at = 0.5;  ///< of the width that the subject leaves free, how much is to its left
  double smaller = 1;       ///< how many times the ground is what the subject needs
};

constexpr std::array<double, 9> subject_places{0.5, 0.6, 0.7, 0.8, 0.9, 1, 0.4, 0.25, 0};
constexpr std::array<double, 6> times_smaller{1, 1.08, 1.18, 1.3, 1.45, 1.65};

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
void set_strips(const map::FigureSpec& spec, const Arrangement& plan, const QRectF& room, Placement& result) {
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
void set_legend_apart(const map::FigureSpec& spec, const Arrangement& plan, Placement& result) {
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

QSizeF overview_size(const map::FigureSpec& spec, const QRectF& map) {
  const double longest = 0.24 * std::min(map.width(), map.height());
  const map::Extent& whole = spec.overview->extent;
  const double share = longest / std::max(whole.width(), whole.height());
  return {whole.width() * share, whole.height() * share};
}

/// Below a map that its subject fills: the scale bar to the left, the north arrow and the overview to the right.
void set_sign_strip(const map::FigureSpec& spec, Placement& result) {
  const double scale = spec.type.body;
  const QSizeF bar = scale_bar_size(extent_in(result.map, spec.map.extent).width() / result.map.width(),
                                    result.longest_bar(scale), scale);
  const QSizeF north = spec.north_letter.empty() ? QSizeF(0, 0) : north_arrow_size(scale),
               overview = spec.overview ? overview_size(spec, result.map) : QSizeF(0, 0);
  const double height = std::max({bar.height(), north.height(), overview.height()});
  const double top = result.map.bottom() - height;
  double right = result.map.right();
  if (spec.overview) {
    result.overview = QRectF({right - overview.width(), top}, overview);
    right -= overview.width() + gap;
  }
  if (!spec.north_letter.empty()) result.north = QRectF({right - north.width(), top}, north);
  result.scale_bar = QRectF({result.map.left(), top}, bar);
  result.map.setBottom(top - gap);
}

/// A small map is bad, and so is small type or a subject that is pushed aside.
double cost_of(const Placement& placement, const map::FigureSpec& spec, const Framing& framing) {
  constexpr double dislike_of_cover = 40, dislike_of_aside = 0.1, dislike_of_small_type = 0.35,
                   dislike_of_columns = 0.03;
  return placement.metres_per_mm() *
         (1 + dislike_of_cover * placement.covered + dislike_of_aside * std::abs(framing.subject_at - 0.5) +
          dislike_of_small_type * (1 - placement.legend_scale / spec.type.body) +
          dislike_of_columns * (placement.legend_columns - 1));
}

/// Tries arrangements, measuring each part once.
class Planner {
 public:
  Planner(const map::FigureSpec& spec, const QRectF& room, LayerCache& cache, Silhouettes& silhouettes)
      : spec_(spec),
        room_(room),
        cache_(cache),
        silhouettes_(silhouettes),
        symbols_(symbols_of(spec.map, cache)),
        has_legend_(!legend_size(spec.legend, spec.type.body).isEmpty()),
        is_wide_(room.width() > wide_page * room.height()),
        shows_all_symbols_(std::ranges::all_of(symbols_,
                                               [&](const SymbolDisc& symbol) {
                                                 const map::Extent& shown = spec.map.extent;
                                                 return symbol.at.x() >= shown.min_x &&
                                                        symbol.at.x() <= shown.max_x &&
                                                        symbol.at.y() >= shown.min_y &&
                                                        symbol.at.y() <= shown.max_y;
                                               })),
        islands_{insets_size(spec.island_insets, spec.type.body),
                 insets_size(spec.island_insets, spec.type.body, true)} {}

  std::optional<Placement> best() {
    const Arrangement all_on_map;
    if (const auto arranged = arrange(all_on_map))
      for (const double subject_at : subject_places)
        if (Placement here = framed(*arranged, all_on_map, {}, {subject_at, 1}, false); here.covered <= 0)
          return here;
    for (const double smaller : times_smaller) {
      // Whatever hides nothing is better than what hides a little; and the map need not be smaller than that.
      if (best_ && best_->covered <= 0 && best_cost_ <= least_metres_ * smaller) break;
      for (const LegendAt legend : {LegendAt::on_map, LegendAt::beside, LegendAt::below})
        for (const bool zooms_on_map : {true, false})
          for (const bool signs_on_map : {true, false})
            try_all({legend, zooms_on_map, signs_on_map}, smaller);
    }
    return best_;
  }

 private:
  /// Everything that stands beside the map, and what is left for it; nothing where that is too little.
  std::optional<Placement> arrange(const Arrangement& plan) const {
    Placement result;
    result.map = room_;
    result.legend_scale = spec_.type.body;
    if (is_wide_)
      set_column(spec_, room_, result);
    else
      set_strips(spec_, plan, room_, result);
    if (has_legend_ && plan.legend != LegendAt::on_map) set_legend_apart(spec_, plan, result);
    if (!plan.signs_on_map) set_sign_strip(spec_, result);
    if (spec_.graticule) {
      const double numbers = graticule_margin(spec_.type.body);
      result.map.adjust(numbers, numbers, -numbers, -numbers);
    }
    if (result.map.width() < std::min(30.0, 0.3 * room_.width()) ||
        result.map.height() < std::min(30.0, 0.3 * room_.height()))
      return std::nullopt;
    return result;
  }

  void try_all(const Arrangement& plan, double smaller) {
    if (!plan.zooms_on_map && (spec_.zoom_insets.empty() || is_wide_)) return;
    if (!has_legend_ && plan.legend != LegendAt::on_map) return;
    const auto arranged = arrange(plan);
    if (!arranged) return;
    const bool styled = has_legend_ && plan.legend == LegendAt::on_map;
    for (const LegendStyle& style : legend_styles) {
      for (const bool islands_in_a_row : {false, true}) {
        if (islands_in_a_row && (arranged->islands || spec_.island_insets.size() < 2)) continue;
        for (const double subject_at : subject_places) {
          const Framing framing{subject_at, smaller};
          Placement here = framed(*arranged, plan, style, framing, islands_in_a_row);
          const double cost = cost_of(here, spec_, framing);
          const bool hides = here.covered > 0;
          if (!hides) least_metres_ = std::min(least_metres_, here.metres_per_mm() / smaller);
          if (best_ && (hides != (best_->covered > 0) ? hides : cost >= best_cost_)) continue;
          best_cost_ = cost;
          best_ = std::move(here);
        }
      }
      if (!styled) break;
    }
  }

  /// The legend as it stands on a map of this size. Sizes are asked for again and again.
  QSizeF legend_on(const LegendStyle& style, Placement& result) {
    const QSizeF room = room_on(result.map).size();
    if (style.columns == 1 && style.type == 1) {
      const auto key = std::pair(room.width(), room.height());
      auto found = fitted_.find(key);
      if (found == fitted_.end()) {
        const QSizeF size = fit_legend(spec_, room, result);
        found = fitted_.emplace(key, Fitted{size, result.legend_columns, result.legend_scale}).first;
      }
      result.legend_columns = found->second.columns;
      result.legend_scale = found->second.scale;
      return found->second.size;
    }
    result.legend_columns = style.columns;
    result.legend_scale = style.type * spec_.type.body;
    const auto key = std::pair(static_cast<double>(style.columns), style.type);
    auto found = styled_.find(key);
    if (found == styled_.end())
      found = styled_.emplace(key, legend_size(spec_.legend, result.legend_scale, style.columns)).first;
    return found->second;
  }

  QSizeF bar_for(const Placement& result) {
    const double scale = spec_.type.body, longest = result.longest_bar(scale);
    const auto key = std::pair(result.metres_per_mm(), longest);
    auto found = bars_.find(key);
    if (found == bars_.end()) found = bars_.emplace(key, scale_bar_size(key.first, longest, scale)).first;
    return found->second;
  }

  Placement framed(Placement result, const Arrangement& plan, const LegendStyle& style,
                   const Framing& framing, bool islands_in_a_row) {
    const double scale = spec_.type.body;
    map::Extent wanted = spec_.map.extent;
    const double more_x = (framing.smaller - 1) / 2 * wanted.width(),
                 more_y = (framing.smaller - 1) / 2 * wanted.height();
    wanted = {wanted.min_x - more_x, wanted.min_y - more_y, wanted.max_x + more_x, wanted.max_y + more_y};
    result.extent = extent_in(result.map, wanted);
    const double free_width =
        std::max(0.0, result.extent.width() - (1 + 2 * extent_margin) * spec_.map.extent.width());
    const double aside = (framing.subject_at - 0.5) * free_width;
    result.extent.min_x -= aside;
    result.extent.max_x -= aside;
    if (!holds_all_symbols(result)) result.covered += 0.1;
    const Silhouette subject = silhouettes_.get(spec_.map, symbols_, result.extent, result.map, cache_);
    Search search(subject, result);
    if (const QSizeF islands = islands_[islands_in_a_row ? 1 : 0]; !islands.isEmpty() && !result.islands) {
      result.islands_in_a_row = islands_in_a_row;
      result.islands = search.best(right_edge(result.map, islands));
    }
    if (has_legend_ && !result.legend) {
      const QSizeF legend = legend_on(style, result);
      result.legend = search.best(corners_and_edges(result.map, legend));
    }
    if (plan.zooms_on_map && result.zooms.empty())
      for (const map::ZoomInset& inset : spec_.zoom_insets)
        result.zooms.push_back(search.best(corners_and_edges(result.map, zoom_on(inset, result.map))));
    if (!plan.signs_on_map) return result;
    if (spec_.overview)
      result.overview = search.best(corners_and_edges(result.map, overview_size(spec_, result.map)));
    result.scale_bar = search.best(along_edges(result.map, bar_for(result)));
    if (!spec_.north_letter.empty())
      result.north = search.best(corners_and_edges(result.map, north_arrow_size(scale)) +
                                 along_edges(result.map, north_arrow_size(scale)));
    return result;
  }

  /// Of a map that shows the places of all its symbols, the frame cuts none of them.
  [[nodiscard]] bool holds_all_symbols(const Placement& placement) const {
    if (!shows_all_symbols_) return true;
    const double mm_per_metre = 1 / placement.metres_per_mm();
    return std::ranges::all_of(symbols_, [&](const SymbolDisc& symbol) {
      const double radius = symbol.diameter_mm / 2;
      const QPointF middle((symbol.at.x() - placement.extent.min_x) * mm_per_metre,
                           (placement.extent.max_y - symbol.at.y()) * mm_per_metre - symbol.raised_mm);
      return middle.x() >= radius && middle.y() >= radius && middle.x() + radius <= placement.map.width() &&
             middle.y() + radius <= placement.map.height();
    });
  }

  QSizeF zoom_on(const map::ZoomInset& inset, const QRectF& map) {
    const auto key = std::pair(&inset, map.width());
    auto found = zooms_.find(key);
    if (found == zooms_.end()) found = zooms_.emplace(key, zoom_size(spec_, inset, 0.25 * map.width())).first;
    return found->second;
  }

  struct Fitted {
    QSizeF size;
    int columns;
    double scale;
  };
  const map::FigureSpec& spec_;
  QRectF room_;
  LayerCache& cache_;
  Silhouettes& silhouettes_;
  std::vector<SymbolDisc> symbols_;
  bool has_legend_, is_wide_, shows_all_symbols_;
  std::array<QSizeF, 2> islands_;  ///< one below the other, in a row
  std::map<std::pair<double, double>, Fitted> fitted_;
  std::map<std::pair<double, double>, QSizeF> styled_, bars_;
  std::map<std::pair<const map::ZoomInset*, double>, QSizeF> zooms_;
  std::optional<Placement> best_;
  double best_cost_ = 0, least_metres_ = std::numeric_limits<double>::infinity();
};

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
  if (auto best = Planner(spec, room, cache, silhouettes).best()) return *std::move(best);
  Placement map_only;
  map_only.map = room;
  map_only.extent = extent_in(room, spec.map.extent);
  return map_only;
}

}  // namespace vicinia::gis::engine
