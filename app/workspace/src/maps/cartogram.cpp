#include "vicinia/workspace/maps/cartogram.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/phrase.h"
#include "vicinia/core/geom/dorling.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline maps {
namespace {

using core::admin::UnitIndex;
using gis::map::Extent;

Extent extent_of(const core::geom::MultiPolygon& area) {
  const auto box = core::geom::bounds(area);
  return {box->min_corner().x(), box->min_corner().y(), box->max_corner().x(), box->max_corner().y()};
}

}  // namespace

core::Result<std::shared_ptr<const Cartogram>> make_cartogram(const Document& document,
                                                              const Choropleth& choropleth) {
  // Of the ground that all circles may take, and of the map's longer side that one may: what is left lets them stand near their places.
  constexpr double most_ground = 0.3, widest = 0.055, narrowest = 0.0022;
  auto cartogram = std::make_shared<Cartogram>();
  if (is_quantity(document.view.variable)) cartogram->quantity = document.view.variable;
  const auto values = values_of(document, cartogram->quantity);
  if (!values) return core::fail(values.error());
  const core::Dataset& data = *document.data->dataset;
  cartogram->areas.resize(data.frame.size());
  std::vector<core::geom::Point> places;
  std::vector<double> amounts;
  double ground = 0, sum = 0;
  for (const UnitIndex unit : choropleth.units) {
    const core::geom::MultiPolygon& area = data.areas[unit];
    if (area.empty()) continue;
    ground += core::geom::area_m2(area).value_or(0);
    const core::Cell cell = (*values)[unit].value;
    const auto place = core::geom::point_inside(area);
    if (cell.state() != core::CellState::value || !place) continue;
    cartogram->units.push_back(unit);
    places.push_back(*place);
    amounts.push_back(std::abs(cell.number()));
    sum += amounts.back();
    cartogram->largest_value = std::max(cartogram->largest_value, amounts.back());
  }
  if (amounts.empty()) return cartogram;
  const Extent whole = full_extent(document);
  const double longer = std::max(whole.width(), whole.height());
  // Square metres for each of what is counted.
  const double each = std::min(most_ground * ground / sum,
                               std::numbers::pi * std::pow(widest * longer, 2) / cartogram->largest_value);
  std::vector<double> radii;
  for (const double amount : amounts) {
    const double in_proportion = std::sqrt(each * amount / std::numbers::pi);
    if (in_proportion < narrowest * longer) ++cartogram->enlarged;
    radii.push_back(std::max(in_proportion, narrowest * longer));
  }
  const auto layout = core::geom::dorling_layout(places, radii);
  for (std::size_t i = 0; i < radii.size(); ++i)
    cartogram->areas[cartogram->units[i]] = {core::geom::circle(layout.centres[i], radii[i])};
  return cartogram;
}

const std::vector<core::geom::MultiPolygon>& drawn_areas(const core::Dataset& dataset,
                                                         const Choropleth& choropleth) {
  return choropleth.cartogram ? choropleth.cartogram->areas : dataset.areas;
}

Extent full_drawn_extent(const Document& document, const Choropleth& choropleth) {
  Extent whole = full_extent(document);
  if (choropleth.cartogram)
    for (const UnitIndex unit : choropleth.cartogram->units)
      whole = gis::map::united(whole, extent_of(choropleth.cartogram->areas[unit]));
  return whole;
}

Extent drawn_extent(const core::Dataset& dataset, const Choropleth& choropleth, UnitIndex unit) {
  const core::geom::MultiPolygon& drawn = drawn_areas(dataset, choropleth)[unit];
  return drawn.empty() ? unit_extent(dataset, unit) : extent_of(drawn);
}

std::string cartogram_text(const Document& document, const Choropleth& choropleth, Language language) {
  if (!choropleth.cartogram) return {};
  const Cartogram& cartogram = *choropleth.cartogram;
  const std::string quantity =
      variable_name(document.data->dataset->provenance, cartogram.quantity, language);
  if (cartogram.units.empty())
    return Phrase{"Bản đồ Dorling theo “{q}”: không đơn vị nào có số công bố khác 0",
                  "Dorling cartogram by “{q}”: of no unit a number other than 0 is published"}
        .in(language, {{"{q}", quantity}});
  std::string text =
      Phrase{
          "Bản đồ Dorling: diện tích vòng tròn theo “{q}”, lớn nhất {n}; vị trí xê dịch để không chồng nhau",
          "Dorling cartogram: areas of circles by “{q}”, the largest {n}; moved so that none covers another"}
          .in(language, {{"{q}", quantity},
                         {"{n}", number_text(cartogram.largest_value,
                                             core::values::info_of(cartogram.quantity).decimals, language)}});
  if (cartogram.enlarged > 0)
    text +=
        Phrase{"; {n} vòng nhỏ nhất vẽ to hơn tỷ lệ", "; the {n} smallest are larger than in proportion"}.in(
            language, {{"{n}", number_text(static_cast<double>(cartogram.enlarged), 0, language)}});
  return text;
}

}  // namespace vicinia::workspace::inline maps
