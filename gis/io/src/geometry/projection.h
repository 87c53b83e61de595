/// \file projection.h
/// The way between two coordinate systems: one coordinate operation, chosen once for a whole layer.
/// Source:  PROJ. Between two datums it knows several operations, each for an area; taken point by point, as
/// PROJ and GDAL
///          do, they tear neighbours apart where two areas meet (Indian 1960 in Viet Nam: by 500 m).
/// Choice:  no ballpark operation if there is another; then one whose area of use holds most of the places,
/// the more accurate one
///          first; else the one with the largest area. Grids count only where they are installed; nothing
///          comes from a network.
/// Units:   x is east or longitude in degrees, y is north or latitude, whatever order the authority names.
/// Errors:  ReprojectionFailed.
/// Cost:    O(points), parallel. A point has the same image in any thread, and equal points have equal
/// images.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "geometry/crs.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::gis::io {

class Projection {
 public:
  /// \param places  some points of the layer, in `from`: e.g. one of each unit. They choose the operation.
  [[nodiscard]] static core::Result<Projection> between(const CrsPtr& from, const CrsPtr& to,
                                                        std::span<const core::geom::Point> places);
  Projection(Projection&&) noexcept;
  Projection& operator=(Projection&&) noexcept;
  ~Projection();

  /// Moves every point of every area. Errors carry the row of the area, 1 = first.
  [[nodiscard]] core::Status project(std::span<core::geom::MultiPolygon> areas, const core::Task& task) const;
  /// Errors carry the number of the point, 1 = first.
  [[nodiscard]] core::Status project(std::span<core::geom::Point> points) const;
  /// Nullopt: it has no image.
  [[nodiscard]] std::optional<core::geom::Point> image_of(const core::geom::Point& point) const;

  /// As the operation's authority states it, in metres; nullopt: not known.
  [[nodiscard]] std::optional<double> accuracy_m() const;
  /// False: nothing is known about how the two datums lie to each other where most places are; they may be
  /// hundreds of metres off.
  [[nodiscard]] bool is_known_here() const;

 private:
  struct Operation;
  explicit Projection(std::unique_ptr<Operation> operation);
  std::unique_ptr<Operation> operation_;  ///< null: the two systems are one
};

}  // namespace vicinia::gis::io
