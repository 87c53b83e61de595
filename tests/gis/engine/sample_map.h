/// \file sample_map.h
/// A small map for tests of the engine: 4 × 3 squares of 10 km, in rows from the south-west.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "support/temporary_folder.h"
#include "vicinia/gis/client/engine_client.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::test {

inline constexpr std::size_t columns = 4, rows = 3, units = columns * rows;
inline constexpr double cell_m = 10'000, west_m = 500'000, south_m = 2'000'000;

/// Writes the squares as FlatGeobuf, in order, without a spatial index; each side has `points` vertices.
void write_squares(const std::filesystem::path& file, int points = 1);

/// Writes squares of 10 km at these columns and rows, from the south-west.
struct GridCell {
  int column = 0, row = 0;
  friend auto operator<=>(const GridCell&, const GridCell&) = default;
};
void write_cells(const std::filesystem::path& file, const std::vector<GridCell>& cells);

/// Writes a point in the middle of each square, in order.
void write_points(const std::filesystem::path& file);
/// Writes a line through the middles of each row, from south to north, in so many stretches.
void write_lines(const std::filesystem::path& file, int stretches = 1);

/// The squares with values; 100 × 75 pixels a square row; no labels, no borders.
/// 0 value 0.5 (first class), 1 zero, 2 not published, 3 value 1 (on a boundary), 4 undefined, 5 outside, 6 value 2 (top),
/// the rest 0.5.
[[nodiscard]] gis::map::MapSpec sample_map(const std::filesystem::path& file,
                                           const std::string& hash = "squares");

[[nodiscard]] gis::map::FigureSpec sample_figure(const std::filesystem::path& source,
                                                 gis::map::FigureFormat format,
                                                 const std::filesystem::path& target);

struct Pixel {
  int red = 0, green = 0, blue = 0, alpha = 0;
  friend bool operator==(const Pixel&, const Pixel&) = default;
};
void PrintTo(const Pixel& pixel, std::ostream* out);
[[nodiscard]] Pixel pixel_at(const gis::client::Frame& frame, std::uint32_t x, std::uint32_t y);
[[nodiscard]] Pixel to_pixel(gis::map::Colour colour);

/// What went wrong, for a test's message.
template <class T>
[[nodiscard]] std::string text_of(const core::Result<T>& result) {
  if (result) return "no error";
  return std::string(core::name_of(result.error().code)) + " [" + result.error().subject.file + "] [" +
         result.error().subject.field + "] " + result.error().detail;
}

[[nodiscard]] std::filesystem::path engine_program();

}  // namespace vicinia::test
