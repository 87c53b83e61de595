/// \file found_agglomerations.h
/// The agglomerations of the document as it was at one moment, with all that window and panels show of them. Never changed; shared.
/// Units:   outlines in metres.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "jobs/arc_detail.h"
#include "jobs/prepared_dataset.h"
#include "vicinia/core/base/result.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"

namespace vicinia::desktop {

class FoundAgglomerations {
 public:
  /// The arcs are of the document's data set, the values are of its sector and period.
  [[nodiscard]] static core::Result<std::shared_ptr<const FoundAgglomerations>> find(
      const workspace::Document& document, ArcDetailPtr arcs, SectorValuesPtr values);

  [[nodiscard]] const workspace::Document& document() const { return document_; }
  [[nodiscard]] const core::Dataset& dataset() const { return *document_.data->dataset; }
  [[nodiscard]] const workspace::Contiguity& contiguity() const { return arcs_->contiguity(); }
  [[nodiscard]] const ArcDetail& arcs() const { return *arcs_; }
  [[nodiscard]] const workspace::SectorValues& values() const { return *values_; }
  /// Largest first.
  [[nodiscard]] const std::vector<workspace::AgglomerationReport>& reports() const { return reports_; }
  [[nodiscard]] const std::vector<core::topology::OutlineLines>& lines() const {
    return lines_;
  }  ///< [report]

  /// The agglomeration that holds a unit.
  [[nodiscard]] std::optional<std::size_t> holding(core::admin::UnitIndex unit) const;
  [[nodiscard]] bool isCrossing(std::size_t agglomeration) const {
    return reports_[agglomeration].provinces.size() > 1;
  }
  /// Members, those with most employees first; who publishes none comes last.
  [[nodiscard]] std::vector<core::admin::UnitIndex> membersBySize(std::size_t agglomeration) const;
  /// Bounds of its members; nullopt where none has an area.
  [[nodiscard]] std::optional<gis::map::Extent> extent(std::size_t agglomeration) const;
  /// Those that have a member in the province; all where none is given.
  [[nodiscard]] std::vector<std::size_t> reaching(std::optional<core::admin::UnitIndex> province) const;
  [[nodiscard]] core::Result<workspace::Explanation> explain(core::admin::UnitIndex unit) const;
  /// Position in the topology of a unit of the frame.
  [[nodiscard]] std::optional<core::topology::UnitIndex> inTopology(core::admin::UnitIndex unit) const;

 private:
  workspace::Document document_;
  ArcDetailPtr arcs_;
  SectorValuesPtr values_;
  std::vector<workspace::AgglomerationReport> reports_;
  std::vector<core::topology::OutlineLines> lines_;
  std::vector<std::size_t> holding_;  ///< [unit of the frame]; none: reports_.size()
  std::vector<core::topology::UnitIndex> in_topology_;
};
using FoundPtr = std::shared_ptr<const FoundAgglomerations>;

}  // namespace vicinia::desktop
