/// \file t_junctions.h
/// Puts the vertices of neighbours into long sides that have none where the neighbours meet (T-junctions), in the coordinates of the source.
/// A map projection moves vertices only: a straight side of 50 km then parts from the vertices that lay on it by up to 20 m, because a
/// straight line of the one system is none of the other. So this comes before projecting.
/// Units:   those of the areas, degrees or metres; sides shorter than about 100 m stay as they are (less than 0.1 mm is at stake).
/// Missing: an area without polygons stays empty.
/// Errors:  none; coordinates that are no numbers are passed over.
/// Cost:    O(vertices), and for each long side that no neighbour shares, the vertices of the units around it; parallel.
#pragma once

#include <cstddef>
#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::topology {

/// How many vertices came in. A vertex counts as on a side if it is as near as the source's own rounding: the last decimal that its
/// coordinates have (down to 8 decimals), else 1e-9 of a degree or 0.1 mm.
std::size_t add_t_junctions(std::vector<geom::MultiPolygon>& areas);

}  // namespace vicinia::core::topology
