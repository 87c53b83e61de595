/// \file unit_locator.h
/// Which unit lies at a point: what hovering and clicking ask.
/// Source:  R-tree over boxes (Boost.Geometry), then point in polygon.
/// Cost:    O(log n + vertices of the few candidates) a query; O(n log n) to build.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::geom {

class UnitLocator {
 public:
  /// Keeps references into `areas`, which must outlive the locator. Empty geometries are never found.
  /// Only the positions in `among` take part.
  UnitLocator(std::span<const MultiPolygon> areas, std::span<const std::size_t> among);
  ~UnitLocator();
  UnitLocator(UnitLocator&&) noexcept;
  UnitLocator& operator=(UnitLocator&&) noexcept;

  /// Position of the area that covers the point; the smallest position where several do.
  [[nodiscard]] std::optional<std::size_t> at(const Point& point) const;

 private:
  struct Index;
  std::span<const MultiPolygon> areas_;
  std::unique_ptr<Index> index_;
};

}  // namespace vicinia::core::geom
