#include "topology/neighbours/proximity.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>

#include "topology/lines/flat_rings.h"
#include "topology/segments/box_grid.h"
#include "topology/segments/bucket_sort.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Box;
using geom::Point;

struct Run {
  std::uint32_t line, first, end;  ///< segments [first, end)
  Box box;
};

constexpr std::uint32_t segments_per_run = 16;

double square_to(const Box& box, const Point& p) {
  const double dx = std::max({box.min_corner().x() - p.x(), 0.0, p.x() - box.max_corner().x()});
  const double dy = std::max({box.min_corner().y() - p.y(), 0.0, p.y() - box.max_corner().y()});
  return dx * dx + dy * dy;
}

double square_between_boxes(const Box& a, const Box& b) {
  const double dx =
      std::max({a.min_corner().x() - b.max_corner().x(), 0.0, b.min_corner().x() - a.max_corner().x()});
  const double dy =
      std::max({a.min_corner().y() - b.max_corner().y(), 0.0, b.min_corner().y() - a.max_corner().y()});
  return dx * dx + dy * dy;
}

std::vector<Run> runs_of(const OpenArcs& lines) {
  std::vector<Run> runs;
  for (std::uint32_t line = 0; line < lines.size(); ++line) {
    const auto points = lines.points(line);
    for (std::uint32_t first = 0; first + 1 < points.size(); first += segments_per_run) {
      const auto end =
          static_cast<std::uint32_t>(std::min<std::size_t>(first + segments_per_run, points.size() - 1));
      Box box{points[first], points[first]};
      for (std::uint32_t i = first; i <= end; ++i) {
        box.min_corner() = {std::min(box.min_corner().x(), points[i].x()),
                            std::min(box.min_corner().y(), points[i].y())};
        box.max_corner() = {std::max(box.max_corner().x(), points[i].x()),
                            std::max(box.max_corner().y(), points[i].y())};
      }
      runs.push_back({line, first, end, box});
    }
  }
  return runs;
}

/// Across the ground on its left: does `q`, on the segment from `a` to `b`, look at `m`, and not merely along the segment?
bool faces(const Point& m, const Point& q, const Point& a, const Point& b, double least_sine) {
  const double ux = b.x() - a.x(), uy = b.y() - a.y(), vx = m.x() - q.x(), vy = m.y() - q.y();
  const double across = ux * vy - uy * vx;
  return across > 0 && across * across > least_sine * least_sine * (ux * ux + uy * uy) * (vx * vx + vy * vy);
}

/// What runs beside one other unit at about one distance. Lengths are added as whole numbers, so that their order does not matter.
struct Stretch {
  UnitIndex other = 0;
  std::int32_t step = 0;    ///< of the distance: steps of 5 %
  std::int64_t length = 0;  ///< in 2^-16 m
  double distance_m = 0;    ///< the largest
};

constexpr double length_scale = 65536;

std::int32_t step_of(double distance_m) {
  return static_cast<std::int32_t>(std::floor(std::log(std::max(distance_m, 0.01)) * 20.5));  // 1 / ln 1.05
}

/// The stretches of one unit, put together in a row of steps for each other unit: there are few of either, so that nothing needs to be sorted.
class Stretches {
 public:
  explicit Stretches(double limit_m)
      : lowest_(step_of(0)), steps_(static_cast<std::size_t>(step_of(limit_m) - lowest_) + 1) {}

  void add(const Stretch& stretch) {
    Step& step = row_of(stretch.other)[static_cast<std::size_t>(stretch.step - lowest_)];
    step.length += stretch.length;
    step.distance_m = std::max(step.distance_m, stretch.distance_m);
  }
  /// Calls `visit(stretch)` for each, ascending by the other unit and the distance, and begins anew.
  template <class Visit>
  void take(Visit visit) {
    std::sort(rows_.begin(), rows_.end());
    for (const auto& [other, first] : rows_)
      for (std::size_t i = 0; i < steps_; ++i)
        if (const Step& step = all_[first + i]; step.distance_m >= 0)
          visit(Stretch{other, lowest_ + static_cast<std::int32_t>(i), step.length, step.distance_m});
    all_.clear();
    rows_.clear();
    row_.clear();
  }

 private:
  struct Step {
    std::int64_t length = 0;
    double distance_m = -1;  ///< nothing there
  };
  Step* row_of(UnitIndex other) {
    if (rows_.empty() || last_ != other) {
      const auto [row, is_new] = row_.try_emplace(other, all_.size());
      if (is_new) {
        rows_.emplace_back(other, all_.size());
        all_.resize(all_.size() + steps_);
      }
      last_ = other;
      first_ = row->second;
    }
    return all_.data() + first_;
  }
  std::int32_t lowest_;
  std::size_t steps_;
  std::vector<Step> all_;                                ///< row by row
  std::vector<std::pair<UnitIndex, std::size_t>> rows_;  ///< where each begins
  std::unordered_map<UnitIndex, std::size_t> row_;
  UnitIndex last_ = 0;  ///< asked for, and where its row begins: mostly the next is the same
  std::size_t first_ = 0;
};

class Neighbourhood {
 public:
  Neighbourhood(const OpenArcs& lines, const std::vector<Run>& runs, double limit_m)
      : lines_(lines), runs_(runs), limit_m_(limit_m), grid_(boxes_of(runs)) {}

  /// A place on a run, with the segment that it lies on and the length that it stands for.
  struct Sample {
    Point m, a, b;
    std::int64_t length = 0;  ///< in 2^-16 m
  };
  struct Scratch {
    std::vector<Sample> samples;
    std::vector<std::pair<double, std::uint32_t>>
        others;  ///< runs of other units, by the square of their distance
  };
  /// Looks around within a small distance first, and further where nothing was found: what is nearest within one distance is nearest.
  void add_stretches(std::uint32_t number, double step_m, Scratch& scratch, Stretches& to) const {
    auto& [open, others] = scratch;
    find_samples(runs_[number], step_m, open);
    constexpr double first_m = 30, wider = 6;
    for (double within_m = std::min(first_m, limit_m_); !open.empty();
         within_m = std::min(wider * within_m, limit_m_)) {
      others_within(within_m, runs_[number], others);
      std::erase_if(open, [&](const Sample& sample) {
        const auto met = others.empty() ? std::nullopt : nearest(sample, within_m, others);
        if (!met) return false;
        to.add({met->first, step_of(met->second), sample.length, met->second});
        return true;
      });
      if (within_m == limit_m_) break;
    }
  }

 private:
  static std::vector<Box> boxes_of(const std::vector<Run>& runs) {
    std::vector<Box> boxes;
    boxes.reserve(runs.size());
    for (const Run& run : runs) boxes.push_back(run.box);
    return boxes;
  }
  void find_samples(const Run& run, double step_m, std::vector<Sample>& samples) const {
    samples.clear();
    const auto points = lines_.points(run.line);
    double pending = 0;  // several short segments are asked as one
    for (std::uint32_t i = run.first; i < run.end; ++i) {
      const Point &a = points[i], &b = points[i + 1];
      const double dx = b.x() - a.x(), dy = b.y() - a.y(), length = std::sqrt(dx * dx + dy * dy);
      pending += length;
      if (pending < step_m / 8 && i + 1 < run.end) continue;
      const int count = std::max(1, static_cast<int>(std::ceil(length / step_m)));
      for (int k = 0; k < count; ++k) {
        const double along = (k + 0.5) / count;
        samples.push_back({{a.x() + along * (b.x() - a.x()), a.y() + along * (b.y() - a.y())},
                           a,
                           b,
                           std::llround(pending / count * length_scale)});
      }
      pending = 0;
    }
  }
  /// Runs of other units, by distance, so that the rest can be left alone.
  void others_within(double within_m, const Run& run,
                     std::vector<std::pair<double, std::uint32_t>>& others) const {
    others.clear();
    const Box around{{run.box.min_corner().x() - within_m, run.box.min_corner().y() - within_m},
                     {run.box.max_corner().x() + within_m, run.box.max_corner().y() + within_m}};
    grid_.for_each_meeting(around, [&](std::uint32_t other) {
      if (lines_.unit(runs_[other].line) != lines_.unit(run.line))
        others.emplace_back(square_between_boxes(run.box, runs_[other].box), other);
    });
    std::sort(others.begin(), others.end());
  }
  [[nodiscard]] std::optional<std::pair<UnitIndex, double>> nearest(
      const Sample& sample, double within_m,
      const std::vector<std::pair<double, std::uint32_t>>& others) const {
    const auto& [m, a, b, length] = sample;
    double best = within_m * within_m;  // square of the distance
    constexpr double least_sine =
        0.3;  // where two coasts part at the mouth of a river, they do not run beside each other
    UnitIndex unit = outside;
    Point at, of;  // the place, and the middle of the segment that it lies on
    for (const auto& [from_run, number] : others) {
      if (from_run > best) break;
      const Run& run = runs_[number];
      if (square_to(run.box, m) > best) continue;
      const auto points = lines_.points(run.line);
      for (std::uint32_t j = run.first; j < run.end; ++j) {
        const Point &c = points[j], &d = points[j + 1];
        const double dx = d.x() - c.x(), dy = d.y() - c.y(), px = m.x() - c.x(), py = m.y() - c.y();
        if (!(dx * py - dy * px > 0)) continue;  // it does not look this way
        const double along = std::clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        const double ox = px - along * dx, oy = py - along * dy, square = ox * ox + oy * oy;
        if (square > best) continue;
        const Point q{c.x() + along * dx, c.y() + along * dy};
        if (!faces(m, q, c, d, 0) || !faces(q, m, a, b, least_sine)) continue;
        const Point middle{(c.x() + d.x()) / 2, (c.y() + d.y()) / 2};
        if (square == best && unit != outside && !before(q, at) && (before(at, q) || !before(middle, of)))
          continue;  // of two that are as near, the same whatever the order of the units
        best = square;
        at = q;
        of = middle;
        unit = lines_.unit(run.line);
      }
    }
    if (unit == outside) return std::nullopt;
    return std::pair(unit, std::sqrt(best));
  }

  const OpenArcs& lines_;
  const std::vector<Run>& runs_;
  double limit_m_;
  BoxGrid grid_;  ///< [run]
};

}  // namespace

OpenArcs open_arcs_of(const Topology& topology) {
  OpenArcs open;
  const auto is_open = [](const Arc& arc) { return (arc.left == outside) != (arc.right == outside); };
  const auto unit_of = [](const Arc& arc) { return arc.right == outside ? arc.left : arc.right; };
  std::vector<std::uint32_t> order;
  std::size_t points = 0;
  UnitIndex most = 0;
  for (std::uint32_t i = 0; i < topology.arcs().size(); ++i) {
    const Arc& arc = topology.arcs()[i];
    if (!is_open(arc)) continue;
    order.push_back(i);
    points += arc.point_count;
    most = std::max(most, unit_of(arc));
  }
  bucket_sort(
      order, most + std::size_t{1}, [&](std::uint32_t i) { return unit_of(topology.arcs()[i]); },
      std::less{});
  open.start.reserve(order.size() + 1);
  open.units.reserve(order.size());
  open.places.reserve(points);
  for (const std::uint32_t i : order) {
    const Arc& arc = topology.arcs()[i];
    const auto along = topology.points_of(arc);
    if (arc.right == outside)
      open.places.insert(open.places.end(), along.rbegin(), along.rend());
    else
      open.places.insert(open.places.end(), along.begin(), along.end());
    open.start.push_back(open.places.size());
    open.units.push_back(unit_of(arc));
  }
  return open;
}

namespace {

/// Some runs of one unit, and the stretches along them.
struct Walk {
  UnitIndex unit = 0;
  std::uint32_t first = 0, end = 0;  ///< runs
  std::vector<Stretch> found{};      ///< ascending by the other unit
};

std::vector<Walk> walks_of(const OpenArcs& lines, const std::vector<Run>& runs) {
  constexpr std::uint32_t runs_per_walk = 512;
  std::vector<Walk> walks;
  for (std::uint32_t i = 0; i < runs.size(); ++i) {
    const UnitIndex unit = lines.unit(runs[i].line);
    if (walks.empty() || walks.back().unit != unit || i - walks.back().first == runs_per_walk)
      walks.push_back({.unit = unit, .first = i});
    walks.back().end = i + 1;
  }
  return walks;
}

/// The contacts of each unit with those of higher numbers, from the stretches along either.
std::vector<Contact> contacts_from(const std::vector<Walk>& walks, double limit_m) {
  struct Some {
    UnitIndex a;                     ///< the lower unit of their pairs
    std::uint32_t walk, first, end;  ///< of what was found
  };
  std::vector<Some> all;
  UnitIndex most = 0;
  for (std::uint32_t walk = 0; walk < walks.size(); ++walk) {
    const auto& found = walks[walk].found;
    for (std::uint32_t first = 0, end = 0; first < found.size(); first = end) {
      const UnitIndex a = std::min(walks[walk].unit, found[first].other);
      while (end < found.size() && std::min(walks[walk].unit, found[end].other) == a) ++end;
      all.push_back({a, walk, first, end});
      most = std::max(most, a);
    }
  }
  const auto start = bucket_sort(
      all, most + std::size_t{1}, [](const Some& some) { return some.a; },
      [](const Some& x, const Some& y) { return x.walk != y.walk ? x.walk < y.walk : x.first < y.first; });
  std::vector<std::vector<Contact>> contacts(
      start.size());  // [unit + 1], with those of lower numbers before them
  tbb::parallel_for(tbb::blocked_range<UnitIndex>(0, most + 1), [&](const auto& units) {
    Stretches stretches(limit_m);
    for (UnitIndex a = units.begin(); a < units.end(); ++a) {
      for (std::uint32_t i = start[a]; i < start[a + 1]; ++i) {
        const Walk& walk = walks[all[i].walk];
        for (std::uint32_t j = all[i].first; j < all[i].end; ++j) {
          Stretch stretch = walk.found[j];
          if (walk.unit != a) stretch.other = walk.unit;
          stretches.add(stretch);
        }
      }
      stretches.take([&](const Stretch& stretch) {
        contacts[a].push_back({.a = a,
                               .b = stretch.other,
                               .kind = BorderKind::near,
                               .length_m = static_cast<double>(stretch.length) / length_scale / 2,
                               .distance_m = stretch.distance_m});
      });
    }
  });
  std::vector<std::size_t> to(contacts.size() + 1);
  for (std::size_t i = 0; i < contacts.size(); ++i) to[i + 1] = to[i] + contacts[i].size();
  std::vector<Contact> result(to.back());
  tbb::parallel_for(std::size_t{0}, contacts.size(), [&](std::size_t i) {
    std::ranges::copy(contacts[i], result.begin() + static_cast<std::ptrdiff_t>(to[i]));
  });
  return result;
}

}  // namespace

std::vector<Contact> near_stretches(const OpenArcs& lines, double limit_m, double step_m) {
  const std::vector<Run> runs = runs_of(lines);
  const Neighbourhood neighbourhood(lines, runs, limit_m);
  std::vector<Walk> walks = walks_of(lines, runs);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, walks.size()), [&](const auto& range) {
    Neighbourhood::Scratch scratch;
    Stretches stretches(limit_m);
    for (std::size_t i = range.begin(); i < range.end(); ++i) {
      for (std::uint32_t run = walks[i].first; run < walks[i].end; ++run)
        neighbourhood.add_stretches(run, step_m, scratch, stretches);
      stretches.take([&](const Stretch& stretch) { walks[i].found.push_back(stretch); });
    }
  });
  return contacts_from(walks, limit_m);
}

}  // namespace vicinia::core::topology::detail
