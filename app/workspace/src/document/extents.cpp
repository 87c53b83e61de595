#include "vicinia/workspace/document/extents.h"

#include <algorithm>
#include <optional>

#include "vicinia/core/geom/measures.h"

namespace vicinia::workspace::inline document {
namespace {

using core::admin::UnitIndex;
using gis::map::Extent;

void enlarge(std::optional<Extent>& whole, const core::geom::MultiPolygon& area) {
  const auto box = core::geom::bounds(area);
  if (!box) return;
  const auto &low = box->min_corner(), &high = box->max_corner();
  if (!whole)
    whole = Extent{low.x(), low.y(), high.x(), high.y()};
  else
    whole = Extent{std::min(whole->min_x, low.x()), std::min(whole->min_y, low.y()),
                   std::max(whole->max_x, high.x()), std::max(whole->max_y, high.y())};
}

constexpr Extent anywhere{0, 0, 1e6, 1e6};  ///< where no unit has an area

/// Whether a frame of its own shows this ground.
bool is_in_island_frame(const core::Dataset& data, const core::geom::Polygon& part) {
  const auto box = core::geom::bounds(core::geom::MultiPolygon{part});
  return box && std::ranges::any_of(data.island_frames, [&](const core::IslandFrame& frame) {
           return frame.extent.min_x <= box->min_corner().x() &&
                  box->max_corner().x() <= frame.extent.max_x &&
                  frame.extent.min_y <= box->min_corner().y() && box->max_corner().y() <= frame.extent.max_y;
         });
}

/// But for islands that have a frame: they would shrink the country.
void enlarge_but_for_islands(std::optional<Extent>& whole, const core::Dataset& data,
                             const core::geom::MultiPolygon& area) {
  if (data.island_frames.empty()) return enlarge(whole, area);
  for (const core::geom::Polygon& part : area)
    if (!is_in_island_frame(data, part)) enlarge(whole, core::geom::MultiPolygon{part});
}

}  // namespace

Extent unit_extent(const core::Dataset& dataset, UnitIndex unit) {
  std::optional<Extent> whole;
  enlarge(whole, dataset.areas[unit]);
  return whole.value_or(anywhere);
}

Extent full_extent(const Document& document) {
  const core::Dataset& data = *document.data->dataset;
  std::optional<Extent> whole;
  if (const auto province = document.view.province) {
    enlarge(whole, data.areas[*province]);
    for (const UnitIndex unit : data.frame.within(*province)) enlarge(whole, data.areas[unit]);
  }
  if (whole) return *whole;
  return document.data->extent ? *document.data->extent : full_extent(data);
}

double margin_around(const Document& document) { return document.view.province ? 0.25 : 0.03; }

Extent full_extent(const core::Dataset& dataset) {
  std::optional<Extent> whole;
  for (const core::geom::MultiPolygon& area : dataset.areas) enlarge_but_for_islands(whole, dataset, area);
  if (!whole)  // nothing but islands
    for (const core::geom::MultiPolygon& area : dataset.areas) enlarge(whole, area);
  return whole.value_or(anywhere);
}

}  // namespace vicinia::workspace::inline document
