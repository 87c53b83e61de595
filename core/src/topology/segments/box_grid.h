/// \file box_grid.h
/// Boxes, searched by place: squares of the plane, each with the numbers of the boxes that touch it.
/// Cost: O(boxes) to make, without a sort; a search looks at the squares that it touches. For boxes of about one size, as runs of segments are.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::topology::detail {

class BoxGrid {
 public:
  explicit BoxGrid(std::vector<geom::Box> boxes) : boxes_(std::move(boxes)) {
    if (boxes_.empty()) return;
    double low_x = std::numeric_limits<double>::max(), low_y = low_x, high_x = -low_x, high_y = -low_x,
           sides = 0;
    for (const geom::Box& box : boxes_) {
      low_x = std::min(low_x, box.min_corner().x());
      low_y = std::min(low_y, box.min_corner().y());
      high_x = std::max(high_x, box.max_corner().x());
      high_y = std::max(high_y, box.max_corner().y());
      sides +=
          std::max(box.max_corner().x() - box.min_corner().x(), box.max_corner().y() - box.min_corner().y());
    }
    const auto count = static_cast<double>(boxes_.size());
    const double width = high_x - low_x, height = high_y - low_y;
    constexpr double squares_per_box = 4;  // at most: empty ones cost, too
    const double side = std::max({2 * sides / count, std::sqrt(width * height / (squares_per_box * count)),
                                  std::max(width, height) / (squares_per_box * count), 1e-9});
    low_x_ = low_x;
    low_y_ = low_y;
    per_m_ = 1 / side;
    columns_ = static_cast<std::uint32_t>(width / side) + 1;
    rows_ = static_cast<std::uint32_t>(height / side) + 1;
    start_.assign(std::size_t{columns_} * rows_ + 1, 0);
    const auto for_each_square = [&](auto visit) {
      for (std::uint32_t i = 0; i < boxes_.size(); ++i) {
        const Squares s = squares(boxes_[i]);
        for (std::uint32_t y = s.y0; y <= s.y1; ++y)
          for (std::uint32_t x = s.x0; x <= s.x1; ++x) visit(std::size_t{y} * columns_ + x, i);
      }
    };
    for_each_square([&](std::size_t square, std::uint32_t) { ++start_[square + 1]; });
    for (std::size_t square = 1; square < start_.size(); ++square) start_[square] += start_[square - 1];
    std::vector<std::uint32_t> at(start_.begin(), start_.end() - 1);
    numbers_.resize(start_.back());
    for_each_square([&](std::size_t square, std::uint32_t i) { numbers_[at[square]++] = i; });
  }

  [[nodiscard]] std::span<const geom::Box> boxes() const { return boxes_; }
  /// Calls `visit(number)` once for each box that meets this one.
  template <class Visit>
  void for_each_meeting(const geom::Box& box, Visit visit) const {
    if (boxes_.empty()) return;
    const Squares s = squares(box);
    for (std::uint32_t y = s.y0; y <= s.y1; ++y)
      for (std::uint32_t x = s.x0; x <= s.x1; ++x) {
        const std::size_t square = std::size_t{y} * columns_ + x;
        for (std::uint32_t i = start_[square]; i < start_[square + 1]; ++i) {
          const geom::Box& other = boxes_[numbers_[i]];
          if (!meet(box, other)) continue;
          // Of the squares that both touch, in the first only.
          if (x != std::max(s.x0, column(other.min_corner().x())) ||
              y != std::max(s.y0, row(other.min_corner().y())))
            continue;
          visit(numbers_[i]);
        }
      }
  }

 private:
  struct Squares {
    std::uint32_t x0, x1, y0, y1;
  };
  [[nodiscard]] static bool meet(const geom::Box& a, const geom::Box& b) {
    return a.min_corner().x() <= b.max_corner().x() && b.min_corner().x() <= a.max_corner().x() &&
           a.min_corner().y() <= b.max_corner().y() && b.min_corner().y() <= a.max_corner().y();
  }
  [[nodiscard]] std::uint32_t column(double x) const {
    return static_cast<std::uint32_t>(
        std::clamp((x - low_x_) * per_m_, 0.0, static_cast<double>(columns_ - 1)));
  }
  [[nodiscard]] std::uint32_t row(double y) const {
    return static_cast<std::uint32_t>(std::clamp((y - low_y_) * per_m_, 0.0, static_cast<double>(rows_ - 1)));
  }
  [[nodiscard]] Squares squares(const geom::Box& box) const {
    return {column(box.min_corner().x()), column(box.max_corner().x()), row(box.min_corner().y()),
            row(box.max_corner().y())};
  }

  std::vector<geom::Box> boxes_;
  double low_x_ = 0, low_y_ = 0, per_m_ = 0;
  std::uint32_t columns_ = 0, rows_ = 0;
  std::vector<std::uint32_t> start_;    ///< [square + 1]
  std::vector<std::uint32_t> numbers_;  ///< square by square
};

}  // namespace vicinia::core::topology::detail
