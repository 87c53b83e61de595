/// \file bench_layer.h
/// Layers made here, for a machine without real ones: grids of cells whose borders are ragged, and are the same vertices on both sides.
#pragma once

#include <filesystem>
#include <string>

namespace vicinia::bench {

struct GridSize {
  int columns, rows, points_per_side;
  double roughness_m;  ///< below 1,500 no ring crosses itself
};
/// About 700 districts with 380,000 vertices, as many as Viet Nam has.
inline constexpr GridSize districts_of_a_country{26, 27, 136, 2'500};
/// 3,306 communes with 7 million vertices, in full detail.
inline constexpr GridSize communes_of_a_country{57, 58, 530, 1'000};

/// As many, outlined as maps of a whole country are: 180,000 vertices.
inline constexpr GridSize outlined_communes{57, 58, 14, 1'000};

/// By its extension: .fgb in EPSG:32648, .gpkg in degrees (EPSG:4326). Fields: code, name, and parent, a hundred cells each.
void write_ragged_grid(const std::string& file, const GridSize& size = districts_of_a_country);

/// A data set of the communes: layer in degrees, manifest, sectors, a complete matrix of figures for each year. No layer of provinces.
void write_communes_dataset(const std::filesystem::path& folder, const GridSize& size = communes_of_a_country,
                            int sectors = 2, int years = 1);

}  // namespace vicinia::bench
