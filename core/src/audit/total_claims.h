/// \file total_claims.h
/// E_i, E_j and E of a table as what its rows claim of them, so that each can be known without the row that is under audit:
///   E_i = E_ij / sector share = district share × E / LQ,  E_j = E_ij / district share = sector share × E / LQ,
///   E = LQ × E_i / district share = LQ × E_i × E_j / E_ij.
/// A group row claims E_i and E; of its districts' E_j it claims the sum.
/// Cost:    O(rows log rows).
#pragma once

#include <optional>
#include <vector>

#include "consensus.h"
#include "table_index.h"

namespace vicinia::core::audit {

class TotalClaims {
 public:
  explicit TotalClaims(const TableIndex& index);

  [[nodiscard]] const std::vector<Consensus>& by_sector() const { return by_sector_; }
  [[nodiscard]] const std::vector<Consensus>& by_unit() const { return by_unit_; }
  [[nodiscard]] const Consensus& national() const { return national_; }

  /// E_i, E_j and E as rows other than this one know them; E_j of a group is the sum over its districts.
  [[nodiscard]] std::optional<Consensus::Known> sector_total(std::size_t row) const;
  [[nodiscard]] std::optional<Consensus::Known> unit_total(std::size_t row) const;
  [[nodiscard]] std::optional<Consensus::Known> national_total(std::size_t row) const { return national_.without(row); }

 private:
  void claim_from_employees();
  /// \param with_units  also by way of E_j, which several rows know better than one district share
  void claim_national(bool with_units);
  void claim_from_quotients();
  void claim_from_groups();
  [[nodiscard]] bool is_sum_of_its_districts(const SumOf& sum) const;

  const TableIndex& index_;
  std::vector<std::size_t> sum_at_;  ///< [row] position in the index's sums
  std::vector<std::vector<Claim>> sector_claims_, unit_claims_;
  std::vector<Consensus> by_sector_, by_unit_;
  Consensus national_;
};

}  // namespace vicinia::core::audit
