#include "total_claims.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace vicinia::core::audit {

using stats::Interval;

namespace {

std::vector<Consensus> all_of(const std::vector<std::vector<Claim>>& claims) {
  std::vector<Consensus> made;
  made.reserve(claims.size());
  for (const auto& of_one : claims) made.emplace_back(of_one);
  return made;
}

void add_claim(std::vector<Claim>& to, Interval interval, std::size_t row) {
  const bool says_nothing = interval.low <= 0 && std::isinf(interval.high);
  if (!says_nothing) to.push_back({interval, row});
}

}  // namespace

TotalClaims::TotalClaims(const TableIndex& index)
    : index_(index),
      sum_at_(index.table.rows.size(), TableIndex::nowhere),
      sector_claims_(index.sectors.size()),
      unit_claims_(index.units.size()) {
  for (std::size_t s = 0; s < index.sums.size(); ++s) sum_at_[index.sums[s].row] = s;
  claim_from_employees();
  by_sector_ = all_of(sector_claims_);
  claim_national(false);
  // What a sharper E says of E_i and E_j sharpens E in turn; after two rounds little is left to gain.
  const auto by_employees = std::pair(sector_claims_, unit_claims_);
  for (int round = 0; round < 2; ++round) {
    std::tie(sector_claims_, unit_claims_) = by_employees;
    claim_from_quotients();
    by_sector_ = all_of(sector_claims_);
    by_unit_ = all_of(unit_claims_);
    claim_from_groups();
    by_unit_ = all_of(unit_claims_);
    claim_national(true);
  }
}

void TotalClaims::claim_from_employees() {
  for (std::size_t r = 0; r < index_.table.rows.size(); ++r) {
    const auto employees = index_.printed(r, Figure::employees);
    if (!employees || employees->low == 0) continue;
    if (const auto share = index_.printed(r, Figure::sector_share))
      add_claim(sector_claims_[index_.sector_of[r]], *employees / *share, r);
    if (const auto share = index_.printed(r, Figure::district_share); share && index_.unit_of[r] != TableIndex::nowhere)
      add_claim(unit_claims_[index_.unit_of[r]], *employees / *share, r);
  }
}

void TotalClaims::claim_national(bool with_units) {
  std::vector<Claim> claims;
  for (std::size_t r = 0; r < index_.table.rows.size(); ++r) {
    const auto lq = index_.printed(r, Figure::location_quotient), share = index_.printed(r, Figure::district_share);
    const auto sector = by_sector_[index_.sector_of[r]].all();
    if (!lq || !sector) continue;
    if (share) add_claim(claims, *lq * sector->interval / *share, r);
    const auto employees = index_.printed(r, Figure::employees);
    if (!with_units || !employees || employees->low == 0) continue;
    if (const auto unit = unit_total(r)) add_claim(claims, *lq * sector->interval * unit->interval / *employees, r);
  }
  national_ = Consensus(claims);
}

void TotalClaims::claim_from_quotients() {
  for (std::size_t r = 0; r < index_.table.rows.size(); ++r) {
    const auto lq = index_.printed(r, Figure::location_quotient);
    const auto national = national_.without(r);
    if (!lq || !national) continue;
    if (const auto share = index_.printed(r, Figure::district_share))
      add_claim(sector_claims_[index_.sector_of[r]], *share * national->interval / *lq, r);
    if (const auto share = index_.printed(r, Figure::sector_share); share && index_.unit_of[r] != TableIndex::nowhere)
      add_claim(unit_claims_[index_.unit_of[r]], *share * national->interval / *lq, r);
  }
}

bool TotalClaims::is_sum_of_its_districts(const SumOf& sum) const {
  const auto printed = index_.number(sum.row, Figure::employees);
  if (!printed || sum.districts.empty()) return false;
  double parts = 0;
  for (const std::size_t d : sum.districts) {
    const auto part = index_.number(d, Figure::employees);
    if (!part) return false;
    parts += *part;
  }
  return parts == *printed;
}

/// What a group's district share leaves for each of its districts, once the others are known.
void TotalClaims::claim_from_groups() {
  for (const SumOf& sum : index_.sums) {
    const auto employees = index_.printed(sum.row, Figure::employees);
    const auto share = index_.printed(sum.row, Figure::district_share);
    if (!employees || !share || employees->low == 0 || !is_sum_of_its_districts(sum)) continue;
    const Interval whole = *employees / *share;
    if (std::isinf(whole.high)) continue;
    std::size_t unknown = TableIndex::nowhere, how_many_unknown = 0;
    Interval known{};
    for (const std::size_t d : sum.districts) {
      const Consensus& unit = by_unit_[index_.unit_of[d]];
      const auto total = unit.all();
      if (!total || unit.is_tied() || std::isinf(total->interval.high)) {
        unknown = d;
        ++how_many_unknown;
      } else {
        known = known + total->interval;
      }
    }
    if (how_many_unknown > 1) continue;
    for (const std::size_t d : sum.districts) {
      if (how_many_unknown == 1 && d != unknown) continue;
      Interval others = known;
      if (how_many_unknown == 0) {
        const Interval own = by_unit_[index_.unit_of[d]].all()->interval;
        others = {std::max(0.0, known.low - own.low), known.high - own.high};
      }
      const Interval rest{std::max(0.0, whole.low - others.high), whole.high - others.low};
      if (rest.high > 0) add_claim(unit_claims_[index_.unit_of[d]], rest, sum.row);
    }
  }
}

std::optional<Consensus::Known> TotalClaims::sector_total(std::size_t row) const {
  return by_sector_[index_.sector_of[row]].without(row);
}

std::optional<Consensus::Known> TotalClaims::unit_total(std::size_t row) const {
  if (index_.unit_of[row] != TableIndex::nowhere) return by_unit_[index_.unit_of[row]].without(row);
  const SumOf& sum = index_.sums[sum_at_[row]];
  if (sum.districts.empty() || !is_sum_of_its_districts(sum)) return std::nullopt;
  Consensus::Known together;
  for (const std::size_t d : sum.districts) {
    const auto total = by_unit_[index_.unit_of[d]].without(row);
    if (!total) return std::nullopt;
    together.interval = together.interval + total->interval;
    together.rows.insert(together.rows.end(), total->rows.begin(), total->rows.end());
  }
  return together;
}

}  // namespace vicinia::core::audit
