/// \file packed_cell.h
/// A cell in the eight bytes of a double, for tables of many millions: numbers as they are, the two states without a number as NaNs of
/// different payload. Arithmetic that overlooks a state yields NaN, never a number.
/// Missing: both states survive packing and unpacking; any other NaN is a fault of the program and unpacks as undefined.
/// Cost:    O(1).
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

#include "vicinia/core/base/cell.h"

namespace vicinia::core::indicators {

inline constexpr std::uint64_t packed_not_published_bits = 0x7FF8000000000001;
inline constexpr std::uint64_t packed_undefined_bits = 0x7FF8000000000002;
inline constexpr double packed_not_published = std::bit_cast<double>(packed_not_published_bits);
inline constexpr double packed_undefined = std::bit_cast<double>(packed_undefined_bits);

[[nodiscard]] inline double pack(Cell cell) {
  if (cell.has_number()) return cell.number();
  return cell.state() == CellState::undefined ? packed_undefined : packed_not_published;
}

[[nodiscard]] inline Cell unpack(double packed) {
  if (std::isfinite(packed)) return Cell::of(packed);
  return std::bit_cast<std::uint64_t>(packed) == packed_not_published_bits ? Cell::not_published()
                                                                           : Cell::undefined();
}

}  // namespace vicinia::core::indicators
