/// \file crosswalk.h
/// Which units of one frame became which of another: rows {from, to, weight, kind}, checked as a whole. Both ends are frames of their own, so
/// that a chain of rows has no way back to where it began.
/// Kinds:   whole: all of `from` lies in `to`, alone or with others; aggregating up is exact.
///          split: `from` was divided, and `to` is made of it alone; part: a part of `from` lies in `to`, beside parts of others. The
///          weight is then the share of the values of `from` that counts for `to`: an estimate, and marked as one wherever it is shown.
/// Units:   weights are shares in (0, 1].
/// Errors:  UnknownUnit (a code that a frame has not), InvalidArgument with field weight (no share; id: the unit; detail: what was given),
///          CrosswalkRowTwice (the same pair again), CrosswalkWeights (those of one unit do not make 1; detail: "their sum|its level"),
///          CrosswalkKind (a kind that the other rows do not bear out; detail: "to|as stated|as it is"), CrosswalkGap (a unit whose values
///          would be lost; detail: "the level|how many"), CrosswalkNested (a unit beside one that contains it; detail: the latter). The row of an
///          error is that of the list, from 1.
/// Cost:    O(rows + units × levels).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/result.h"

namespace vicinia::core::admin {

enum class PartKind : std::uint8_t { whole, split, part };
/// "whole", "split", "part".
[[nodiscard]] std::string_view id_of(PartKind kind);
[[nodiscard]] std::optional<PartKind> part_kind_by_id(std::string_view id);

/// As a table has it.
struct CrosswalkRow {
  std::string from{}, to{};  ///< codes
  double weight = 1;
  std::optional<PartKind> kind{};  ///< unset: what the rows together say
  friend bool operator==(const CrosswalkRow&, const CrosswalkRow&) = default;
};

struct CrosswalkLink {
  UnitIndex from = 0, to = 0;
  double weight = 1;
  PartKind kind = PartKind::whole;
  friend bool operator==(const CrosswalkLink&, const CrosswalkLink&) = default;
};

class Crosswalk {
 public:
  /// Weights of a unit may miss 1 by this much: shares are printed with a few decimals.
  static constexpr double rounding = 1e-3;

  Crosswalk() = default;
  [[nodiscard]] static Result<Crosswalk> between(const Frame& from, const Frame& to,
                                                 std::span<const CrosswalkRow> rows);

  /// By the unit that they lead to. Weights of each unit make 1 exactly.
  [[nodiscard]] const std::vector<CrosswalkLink>& links() const { return links_; }
  /// What a unit of the new frame is made of; empty where no row says it.
  [[nodiscard]] std::span<const CrosswalkLink> into(UnitIndex to) const;
  /// Whether a level of the new frame has rows of its own.
  [[nodiscard]] bool reaches(Level level) const;
  /// No unit was divided.
  [[nodiscard]] bool is_exact() const;

 private:
  std::vector<CrosswalkLink> links_{};
  std::vector<std::size_t> first_{};  ///< [unit of the new frame] in links_, and the end
  std::vector<bool> reached_{};       ///< [rank]
};

/// The rows again, as a table would have them: what is written is read back equal.
[[nodiscard]] std::vector<CrosswalkRow> rows_of(const Crosswalk& crosswalk, const Frame& from,
                                                const Frame& to);

}  // namespace vicinia::core::admin
