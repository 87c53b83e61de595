/// \file agglomeration.h
/// Agglomerations of one sector: connected sets of units that each satisfy a membership rule, are linked by borders wherever the
/// province boundary runs, and together satisfy a size rule. The published method tests each district alone; this does not.
/// Source:  connected components of the contiguity graph restricted to members; membership after UNIDO/CIEM (2011), Appendix 2.
/// Shapes:  values [unit], adjacency [unit] → agglomerations, largest first.
/// Units:   employees and enterprises are counts; shares in per cent.
/// Missing: a unit without a published LQ is no member. A sum over an unpublished value is not published, and then satisfies no
///          threshold above zero.
/// Errors:  ShapeMismatch (not one neighbourhood per unit), InvalidArgument (a threshold that is negative or no number).
/// Cost:    O(units + links).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/topology/borders.h"

namespace vicinia::core::agglomeration {

using topology::UnitIndex;

/// What is published of one unit in the sector.
struct UnitValues {
  Cell lq{};
  Cell employees{};
  Cell enterprises{};
  Cell smes{};
  Cell fdi_enterprises{};
  Cell sector_share_pct{};
};

/// Least size, of each unit or of the whole.
struct SizeRule {
  enum class Scope { unit, whole } scope = Scope::whole;
  double employees_min = 0;
  double enterprises_min = 0;
  double sector_share_pct_min = 0;
  friend bool operator==(const SizeRule&, const SizeRule&) = default;
};

struct Rules {
  double lq_min = 1.0;
  SizeRule size{};
  topology::LinkRule link{};
  friend bool operator==(const Rules&, const Rules&) = default;
};

struct Sums {
  Cell employees{}, enterprises{}, smes{}, fdi_enterprises{}, sector_share_pct{};
};

struct Agglomeration {
  std::vector<UnitIndex> members{};  ///< ascending
  std::vector<UnitIndex> carried{};  ///< members that fail the size rule alone: their neighbours carry them
  Sums sums{};                       ///< the share is the sum of the printed ones, each rounded
};

[[nodiscard]] Result<std::vector<Agglomeration>> find_agglomerations(std::span<const UnitValues> values,
                                                                     const topology::Adjacency& neighbours,
                                                                     const Rules& rules);

/// Are all thresholds finite and ≥ 0 (within_m may be without bound)? Errors: InvalidArgument, with the threshold's name as field.
[[nodiscard]] Status check(const Rules& rules);
/// Does it qualify by its LQ (and by its size, where the size rule speaks of units)?
[[nodiscard]] bool is_candidate(const UnitValues& unit, const Rules& rules);
[[nodiscard]] bool is_large_enough(const Sums& sums, const SizeRule& rule);
[[nodiscard]] Sums sums_of(std::span<const UnitValues> values, std::span<const UnitIndex> members);

}  // namespace vicinia::core::agglomeration
