/// \file outcome.h
/// The answer to a yes-or-no question about values of which some may not be published: three-valued logic.
/// Source:  Kleene (1952), strong logic of indeterminacy: an unknown matters only where it can change the answer.
/// Missing: an unpublished value gives "cannot be told", never "no".
#pragma once

#include <cstdint>

#include "vicinia/core/base/cell.h"

namespace vicinia::core::indicators {

enum class Outcome : std::uint8_t { not_met, met, cannot_be_told };

[[nodiscard]] constexpr Outcome outcome_of(bool met) { return met ? Outcome::met : Outcome::not_met; }

[[nodiscard]] constexpr Outcome both(Outcome a, Outcome b) {
  if (a == Outcome::not_met || b == Outcome::not_met) return Outcome::not_met;
  return a == Outcome::met && b == Outcome::met ? Outcome::met : Outcome::cannot_be_told;
}

[[nodiscard]] inline Outcome at_least(Cell value, double threshold) {
  return value.has_number() ? outcome_of(value.number() >= threshold) : Outcome::cannot_be_told;
}
[[nodiscard]] inline Outcome more_than(Cell value, double threshold) {
  return value.has_number() ? outcome_of(value.number() > threshold) : Outcome::cannot_be_told;
}

}  // namespace vicinia::core::indicators
