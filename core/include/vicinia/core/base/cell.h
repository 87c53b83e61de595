/// \file cell.h
/// One statistical cell: a value, a zero, or not published; computed ones may also be undefined.
/// Missing: "not published" is a state of its own. It never turns into a number: number() asserts, and sums
///          refuse it (see stats/sum.h).
#pragma once

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

class Cell {
 public:
  constexpr Cell() = default;  ///< not published
  [[nodiscard]] static Cell of(double number) {
    assert(std::isfinite(number));
    return Cell(number, number == 0.0 ? CellState::zero : CellState::value);
  }
  [[nodiscard]] static constexpr Cell not_published() { return {}; }
  [[nodiscard]] static constexpr Cell undefined() { return Cell(0.0, CellState::undefined); }

  [[nodiscard]] constexpr CellState state() const { return state_; }
  [[nodiscard]] constexpr bool has_number() const {
    return state_ == CellState::zero || state_ == CellState::value;
  }
  /// \pre has_number()
  [[nodiscard]] constexpr double number() const {
    assert(has_number());
    return number_;
  }
  friend constexpr bool operator==(const Cell&, const Cell&) = default;

 private:
  constexpr Cell(double number, CellState state) : number_(number), state_(state) {}
  double number_ = 0.0;
  CellState state_ = CellState::not_published;
};

}  // namespace vicinia::core
