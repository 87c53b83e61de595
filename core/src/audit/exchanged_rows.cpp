#include "exchanged_rows.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace vicinia::core::audit {
namespace {

/// A unit or a sector.
struct Place {
  Unknown total = no_unknown, quotient = no_unknown;  ///< E_j and E/E_j, or E_i and E/E_i

  static Place unit_of(const ValueSystem::Row& row) { return {row.unit, row.national_per_unit}; }
  static Place sector_of(const ValueSystem::Row& row) { return {row.sector, row.national_per_sector}; }
};

/// Of the units of two rows of a sector, or of the sectors of two rows of a unit.
class Exchange {
 public:
  Exchange(const ValueSystem& system, const DirectBounds& direct, bool is_of_units)
      : system_(system),
        direct_(direct),
        is_of_units_(is_of_units),
        share_(is_of_units ? Field::district_share : Field::sector_share),
        kept_share_(is_of_units ? Field::sector_share : Field::district_share) {}

  /// With any other row; one that is wrong itself rather than the first.
  [[nodiscard]] std::optional<OtherExplanation> possible(std::uint32_t r,
                                                         std::span<const std::uint32_t> wrong_rows) const {
    const Unknown own = exchanged(r).total, kept = kept_by(r).total;
    if (own == no_unknown || kept == no_unknown) return std::nullopt;
    std::optional<std::uint32_t> found;
    for (const std::uint32_t other : system_.touching(kept)) {
      if (other >= system_.rows.size() || other == r || system_.index.unit_of[other] == TableIndex::nowhere)
        continue;
      const bool is_wrong = std::ranges::binary_search(wrong_rows, other);
      const Unknown place = exchanged(other).total;
      if ((found && !is_wrong) || place == no_unknown || place == own || !fits(r, other) || !fits(other, r))
        continue;
      found = other;
      if (is_wrong) break;
    }
    if (!found) return std::nullopt;
    return OtherExplanation{.kind = is_of_units_ ? OtherExplanation::Kind::exchanged_units
                                                 : OtherExplanation::Kind::exchanged_sectors,
                            .rows = {std::min(r, *found), std::max(r, *found)}};
  }

 private:
  [[nodiscard]] Place exchanged(std::uint32_t r) const {
    return is_of_units_ ? Place::unit_of(system_.rows[r]) : Place::sector_of(system_.rows[r]);
  }
  [[nodiscard]] Place kept_by(std::uint32_t r) const {
    return is_of_units_ ? Place::sector_of(system_.rows[r]) : Place::unit_of(system_.rows[r]);
  }
  /// The row in the place of the other, by what all but the other say of it.
  [[nodiscard]] bool fits(std::uint32_t r, std::uint32_t other) const {
    const Place there = exchanged(other), kept = kept_by(r);
    const bool tells_its_place = system_.is_published[system_.cell(r, Field::employees)] != 0 &&
                                 system_.is_published[system_.cell(r, share_)] != 0;
    return tells_its_place && ratio_meets(r, Field::employees, share_, direct_.without(there.total, other)) &&
           ratio_meets(r, Field::location_quotient, kept_share_, direct_.without(there.quotient, other)) &&
           ratio_meets(r, Field::employees, kept_share_, direct_.without(kept.total, r)) &&
           ratio_meets(r, Field::location_quotient, share_, direct_.without(kept.quotient, r));
  }
  [[nodiscard]] bool ratio_meets(std::uint32_t r, Field of, Field by,
                                 const DirectBounds::Range& range) const {
    const CellId a = system_.cell(r, of), b = system_.cell(r, by);
    if (system_.is_published[a] == 0 || system_.is_published[b] == 0) return true;
    const auto &dividend = system_.printed[a], &divisor = system_.printed[b];
    return least_quotient(dividend.low, divisor.high) <= range.high.to &&
           range.low.to <= most_quotient(dividend.high, divisor.low);
  }

  const ValueSystem& system_;
  const DirectBounds& direct_;
  bool is_of_units_;
  Field share_, kept_share_;  ///< share of the place that is exchanged, and of that which stays
};

}  // namespace

std::vector<RightIfExchanged> right_if_exchanged(const ValueSystem& system, const DirectBounds& direct,
                                                 std::span<const CellId> wrong) {
  const Exchange of_units(system, direct, true), of_sectors(system, direct, false);
  const auto depends_on_names = [&](CellId cell) {
    return !system.is_assumption(cell) && !is_count(system.field_of(cell)) &&
           system.index.unit_of[system.row_of(cell)] != TableIndex::nowhere;
  };
  std::vector<std::uint32_t> wrong_rows;
  for (const CellId cell : wrong)
    if (depends_on_names(cell)) wrong_rows.push_back(static_cast<std::uint32_t>(system.row_of(cell)));
  std::vector<RightIfExchanged> found;
  for (const CellId cell : wrong) {
    if (!depends_on_names(cell)) continue;
    const auto r = static_cast<std::uint32_t>(system.row_of(cell));
    const Field field = system.field_of(cell);
    if (field != Field::sector_share)
      if (auto exchange = of_units.possible(r, wrong_rows)) found.push_back({cell, std::move(*exchange)});
    if (field != Field::district_share)
      if (auto exchange = of_sectors.possible(r, wrong_rows)) found.push_back({cell, std::move(*exchange)});
  }
  return found;
}

}  // namespace vicinia::core::audit
