/// \file mini_dataset.h
/// The example data set of tests/data/mini: three provinces, two districts each, three sectors; every cell
/// published. Units:   squares of 10 km on UTM zone 48 north.
///
///     12   22   32      north
///     11   21   31
///    Tây  Giữa  Đông
#pragma once

#include <filesystem>
#include <string>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {

inline constexpr double mini_west_m = 560000;
inline constexpr double mini_south_m = 1180000;
inline constexpr double mini_side_m = 10000;

/// A closed rectangle, clockwise.
[[nodiscard]] core::geom::Polygon rectangle(double west, double south, double east, double north);

[[nodiscard]] gis::io::LayerToWrite mini_provinces();
[[nodiscard]] gis::io::LayerToWrite mini_districts();
[[nodiscard]] std::string mini_manifest();
[[nodiscard]] std::string mini_sectors();
[[nodiscard]] std::string mini_observations();

/// All files, into a folder that is there.
[[nodiscard]] core::Status write_mini(const std::filesystem::path& folder);

}  // namespace vicinia::test
