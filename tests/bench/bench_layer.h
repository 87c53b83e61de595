/// \file bench_layer.h
/// About 700 districts with 380,000 vertices, as many as Viet Nam has, for a machine without the real ones.
#pragma once

#include <string>

namespace vicinia::bench {

/// A grid of 26 × 27 cells whose borders are ragged, and are the same vertices on both sides. FlatGeobuf, EPSG:32648.
void write_ragged_grid(const std::string& file);

}  // namespace vicinia::bench
