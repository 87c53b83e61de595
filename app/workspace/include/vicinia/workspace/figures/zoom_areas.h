/// \file zoom_areas.h
/// Where a national map is shown a second time, larger: where its data are. Of a complete table these are the places that the data set names;
/// of a list with few units, its crowds of units with values, under the name of the place that they lie in.
/// Units:   metres.
/// Cost:    O(units with values, squared) of a list; few have any.
#pragma once

#include <vector>

#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::workspace::inline figures {

/// At most two, that with more units first; none where no three units with values lie near each other.
[[nodiscard]] std::vector<gis::map::ZoomInset> zoom_areas(const Document& document,
                                                          const Choropleth& choropleth, Language language);

}  // namespace vicinia::workspace::inline figures
