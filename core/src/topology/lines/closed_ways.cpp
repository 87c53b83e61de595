#include "topology/lines/closed_ways.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

/// 0 for the way back itself, growing as one turns from it, counter-clockwise, to a full turn.
double turn(const Point& back, const Point& way) {
  const auto cross = static_cast<double>(static_cast<long double>(back.x()) * way.y() -
                                         static_cast<long double>(back.y()) * way.x());
  const double angle = std::atan2(cross, back.x() * way.x() + back.y() * way.y());
  return angle <= 0 ? angle + 2 * M_PI : angle;
}

class Walker {
 public:
  Walker(std::span<const DirectedLine> lines, const DirectionOf& direction)
      : lines_(lines), direction_(direction), used_(lines.size()) {
    order_.reserve(lines.size());
    for (std::uint32_t i = 0; i < lines.size(); ++i) order_.emplace_back(lines[i].from, i);
    std::sort(order_.begin(), order_.end());
    for (std::uint32_t i = 0; i < order_.size(); ++i)
      if (i == 0 || order_[i].first != order_[i - 1].first) {
        nodes_.push_back(order_[i].first);
        start_.push_back(i);
      }
    start_.push_back(static_cast<std::uint32_t>(order_.size()));
    at_.resize(nodes_.size());
  }

  std::vector<ClosedWay> run() {
    for (const auto& [node, line] : order_)
      if (!used_[line]) walk_from(line);
    return std::move(ways_);
  }

 private:
  /// Number of a node among those that lines leave; beyond the last: none does.
  [[nodiscard]] std::size_t local(std::uint32_t node) const {
    const auto at = std::lower_bound(nodes_.begin(), nodes_.end(), node);
    return at != nodes_.end() && *at == node ? static_cast<std::size_t>(at - nodes_.begin()) : nodes_.size();
  }
  /// Keeping the ground on the right, the next line round it: the first that one meets by turning counter-clockwise from the way back.
  [[nodiscard]] std::uint32_t next(std::uint32_t line, std::size_t node) const {
    std::uint32_t best = order_[start_[node]].second;
    if (start_[node + 1] - start_[node] == 1) return best;
    const Point back = direction_(line, true);
    double best_turn = turn(back, direction_(best, false));
    for (std::uint32_t i = start_[node] + 1; i < start_[node + 1]; ++i) {
      const std::uint32_t other = order_[i].second;
      if (const double angle = turn(back, direction_(other, false)); angle < best_turn) {
        best = other;
        best_turn = angle;
      }
    }
    return best;
  }
  struct Step {
    std::uint32_t line;
    std::size_t from;  ///< local node
  };
  /// One way round a piece of ground, cut into a way of its own wherever it comes back to a node.
  void walk_from(std::uint32_t start) {
    std::vector<Step>& path = path_;
    path.clear();
    std::size_t node = local(lines_[start].from);
    for (std::uint32_t line = start;;) {
      used_[line] = true;
      at_[node] = static_cast<std::uint32_t>(path.size()) + 1;
      path.push_back({line, node});
      node = local(lines_[line].to);
      if (node == nodes_.size()) break;
      if (at_[node] != 0) {
        ClosedWay& way = ways_.emplace_back();
        way.walk = walks_;
        const std::size_t first = std::exchange(at_[node], 0U) - std::size_t{1};
        way.lines.reserve(path.size() - first);
        for (std::size_t i = first; i < path.size(); ++i) {
          way.lines.push_back(path[i].line);
          at_[path[i].from] = 0;
        }
        path.resize(first);
      }
      const std::uint32_t following = next(line, node);
      if (following == start || used_[following]) break;
      line = following;
    }
    for (const Step& step : path) at_[step.from] = 0;
    ++walks_;
  }

  std::span<const DirectedLine> lines_;
  const DirectionOf& direction_;
  std::vector<bool> used_;                                      ///< [line]
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order_;  ///< lines by the node that they leave
  std::vector<std::uint32_t> nodes_;                            ///< [local node] ascending
  std::vector<std::uint32_t> start_;                            ///< [local node + 1] into order_
  std::vector<std::uint32_t> at_;  ///< [local node] where the path leaves it, + 1; 0: nowhere
  std::vector<Step> path_;
  std::vector<ClosedWay> ways_;
  std::size_t walks_ = 0;
};

}  // namespace

std::vector<ClosedWay> closed_ways(std::span<const DirectedLine> lines, const DirectionOf& direction) {
  return Walker(lines, direction).run();
}

}  // namespace vicinia::core::topology::detail
