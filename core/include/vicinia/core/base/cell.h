/// \file cell.h
/// One statistical cell: a value, a zero, or not published; computed ones may also be undefined.
/// Missing: "not published" is a state of its own. It never turns into a number: number() asserts, and sums
///          refuse it (see stats/sum.h).
#pragma once

#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>

namespace vicinia::core {

enum class CellState : std::uint8_t {
  not_published,  ///< the source says nothing
  zero,           ///< the source says none
  value,          ///< a number other than zero
  undefined       ///< no such number exists, e.g. a quotient whose denominator is zero
};

/// As large as its number: the other states are kept in it as NaNs, which no number of a cell ever is.
class Cell {
 public:
  constexpr Cell() = default;  ///< not published
  [[nodiscard]] static Cell of(double number) {
    assert(std::isfinite(number));
    return Cell(
        std::bit_cast<std::uint64_t>(number == 0.0 ? 0.0 : number));  // never -0: equal cells are equal bits
  }
  [[nodiscard]] static constexpr Cell not_published() { return {}; }
  [[nodiscard]] static constexpr Cell undefined() { return Cell(undefined_bits); }

  [[nodiscard]] constexpr CellState state() const {
    if (bits_ == not_published_bits) return CellState::not_published;
    if (bits_ == undefined_bits) return CellState::undefined;
    return bits_ == 0 ? CellState::zero : CellState::value;
  }
  [[nodiscard]] constexpr bool has_number() const {
    return bits_ != not_published_bits && bits_ != undefined_bits;
  }
  /// \pre has_number()
  [[nodiscard]] constexpr double number() const {
    assert(has_number());
    return std::bit_cast<double>(bits_);
  }
  friend constexpr bool operator==(const Cell&, const Cell&) = default;

 private:
  static constexpr std::uint64_t not_published_bits = 0x7FF8000000000001U,
                                 undefined_bits = 0x7FF8000000000002U;
  explicit constexpr Cell(std::uint64_t bits) : bits_(bits) {}
  std::uint64_t bits_ = not_published_bits;
};
static_assert(sizeof(Cell) == sizeof(double), "tables of millions of cells are made of it");

}  // namespace vicinia::core
