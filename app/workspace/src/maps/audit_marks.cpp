#include "vicinia/workspace/maps/audit_marks.h"

#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/maps/cartogram.h"
#include "vicinia/workspace/words/audit_words.h"

namespace vicinia::workspace::inline maps {

gis::map::Badge audit_mark_style::badge() {
  return {.text = "!",
          .diameter_mm = diameter_mm,
          .raised_mm = raised_mm,
          .ground = ground,
          .ink = ink,
          .ring_mm = ring_mm,
          .halo = {halo, halo_mm}};
}

std::vector<AuditMark> audit_marks(const Document& document, const Choropleth& choropleth) {
  std::vector<AuditMark> marks;
  const core::Dataset& data = *document.data->dataset;
  const auto& areas = drawn_areas(data, choropleth);
  for (const core::admin::UnitIndex unit : choropleth.units) {
    if (choropleth.values[unit].rests_on.empty()) continue;
    if (const auto at = core::geom::point_inside(areas.at(unit))) marks.push_back({unit, *at});
  }
  return marks;
}

gis::map::BadgeLayer audit_mark_layer(const std::vector<AuditMark>& marks, Language language) {
  gis::map::BadgeLayer layer{.name = contradicted_mark_text(language), .badge = audit_mark_style::badge()};
  for (const AuditMark& mark : marks) layer.at.push_back({mark.at.x(), mark.at.y()});
  return layer;
}

void add_audit_marks(gis::map::FigureSpec& figure, const Document& document, const Choropleth& choropleth,
                     Language language) {
  const auto marks = audit_marks(document, choropleth);
  if (marks.empty()) return;
  gis::map::BadgeLayer layer = audit_mark_layer(marks, language);
  figure.legend.entries.push_back({.label = layer.name,
                                   .count = number_text(static_cast<double>(marks.size()), 0, language),
                                   .badge = layer.badge});
  figure.map.layers.emplace_back(std::move(layer));
}

}  // namespace vicinia::workspace::inline maps
