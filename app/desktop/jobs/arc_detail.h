/// \file arc_detail.h
/// Border lines in several degrees of detail, for drawing: the coarser the map, the fewer vertices. Made once per topology.
/// Units:   metres.
/// Errors:  Cancelled.
/// Cost:    O(vertices log vertices), off the GUI thread; nothing where there are few vertices.
#pragma once

#include <QRectF>
#include <memory>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/topology/topology.h"
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::desktop {

using ContiguityPtr = std::shared_ptr<const workspace::Contiguity>;

class ArcDetail {
 public:
  [[nodiscard]] static core::Result<std::shared_ptr<const ArcDetail>> simplify(ContiguityPtr contiguity,
                                                                               const core::Task& task = {});

  [[nodiscard]] const workspace::Contiguity& contiguity() const { return *contiguity_; }
  /// The same arcs, moved by at most so much.
  [[nodiscard]] const core::topology::Topology& within(double tolerance_m) const;
  /// Bounds of an arc in full detail; y upwards.
  [[nodiscard]] const QRectF& box(std::size_t arc) const { return boxes_[arc]; }

 private:
  struct Level {
    double tolerance_m = 0;
    core::topology::Topology topology{};
  };
  ContiguityPtr contiguity_;
  std::vector<Level> levels_;  ///< fine to coarse
  std::vector<QRectF> boxes_;
};
using ArcDetailPtr = std::shared_ptr<const ArcDetail>;

}  // namespace vicinia::desktop
