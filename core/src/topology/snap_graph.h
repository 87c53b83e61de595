/// \file snap_graph.h
/// The border lines that stand, while units are fitted to them one after the other: pieces of line between points, which can be
/// split, searched by place, and followed.
#pragma once

#include <boost/geometry/index/rtree.hpp>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "flat_rings.h"

namespace vicinia::core::topology::detail {

class SnapGraph {
 public:
  /// `points` grows by the points where pieces are split. Distances up to `exact_m` are rounding.
  SnapGraph(std::vector<geom::Point>& points, double exact_m) : points_(points), exact_m_(exact_m) {}

  /// A piece as part of a way, in one of its directions.
  struct Step {
    std::uint32_t piece = 0;
    bool reversed = false;
  };

  /// A piece that takes no part until it is put in.
  [[nodiscard]] std::uint32_t make(PointId a, PointId b);
  void put_in(std::uint32_t piece);

  using Allowed = std::function<bool(PointId)>;
  /// Where a vertex goes: an end of the piece that is nearest, if within `within_m` and allowed, else the nearest place on it, where
  /// it is split. An end of lines (`any_piece`) takes the nearest end of any piece. A vertex that lies on a piece already stays and splits it.
  [[nodiscard]] std::optional<PointId> settle(PointId vertex, double within_m, bool any_piece, const Allowed& allowed);
  /// Points within `within_m` of the inside of the segment, in their order along it.
  [[nodiscard]] std::vector<PointId> along(PointId a, PointId b, double within_m) const;
  /// Shortest way over pieces between two points, all of whose points are `allowed`.
  [[nodiscard]] std::optional<std::vector<Step>> way(PointId from, PointId to, const Allowed& allowed) const;

  /// Points of a step after its first, with the splits that came later.
  void expand(Step step, std::vector<PointId>& to) const;
  [[nodiscard]] PointId end_of(Step step) const { return step.reversed ? pieces_[step.piece].a : pieces_[step.piece].b; }

 private:
  struct Piece {
    PointId a, b;
    std::uint32_t first_part, second_part;  ///< once split
  };
  static constexpr std::uint32_t none = no_point;
  using Entry = std::pair<geom::Box, std::uint32_t>;

  template <class Visit>
  void for_each_near(const geom::Box& box, Visit visit) const;
  template <class Visit>
  void for_each_part(std::uint32_t piece, const geom::Box& box, Visit& visit) const;
  [[nodiscard]] bool may_meet(const Piece& piece, const geom::Box& box) const;
  void split(std::uint32_t piece, PointId at);
  void attach(std::uint32_t piece);
  void detach(std::uint32_t piece);

  std::vector<geom::Point>& points_;
  double exact_m_;
  std::vector<Piece> pieces_;
  std::unordered_map<PointId, std::vector<std::uint32_t>> at_;
  boost::geometry::index::rtree<Entry, boost::geometry::index::quadratic<16>> tree_;
};

}  // namespace vicinia::core::topology::detail
