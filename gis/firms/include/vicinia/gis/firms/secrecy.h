/// \file secrecy.h
/// Statistical secrecy: cells that would tell of single firms are not published, and what a reader can reconstruct of them all the same from
/// the totals is found, exactly.
/// Source:  threshold and dominance rules as in Hundepool et al. (2012), ch. 4. Bounds of a cell are the least and the most flow through an edge
///          of the network of units and sectors whose totals are given: those of the linear program, not only of intervals (Gusfield 1988).
/// Shapes:  a matrix and what is withheld → for each withheld cell and count, what a reader knows.
/// Missing: a count that is not known (see aggregation.h) is no part of what can be reconstructed; neither are totals with such a part.
/// Limits:  each count is looked at by itself, and each year; that SMEs are enterprises, or what other tables tell, may narrow it further. Totals are of
///          all units or sectors of the matrix, not of provinces.
/// Laws:    every value lies within what is told of it; fewer totals never tell more.
/// Errors:  ShapeMismatch.
/// Cost:    O(cells); for each withheld cell a search that ends as soon as its range is wide enough.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/firms/aggregation.h"

namespace vicinia::gis::firms {

enum class Secret : std::uint8_t {
  none,       ///< published
  few_firms,  ///< fewer firms than the rule asks for
  dominated   ///< the largest firms hold too much of the employees
};
[[nodiscard]] std::string_view name_of(Secret secret);

/// [cell of the matrix]. Whether a cell whose employees are not all known is dominated counts by those that are.
[[nodiscard]] std::vector<Secret> secret_cells(const FirmMatrix& matrix, const SecrecyRule& rule);

/// The totals that are published beside the cells.
struct PublishedTotals {
  bool of_units = true;    ///< each unit, over all sectors
  bool of_sectors = true;  ///< each sector, over all units
};

/// What a reader can tell of one count of a withheld cell.
struct Disclosure {
  enum class Kind : std::uint8_t {
    wide,    ///< at least as wide as asked for; the range was not searched to its ends
    narrow,  ///< narrower
    exact
  };
  Kind kind = Kind::wide;
  double least = 0, most = 0;  ///< of narrow and exact ones
  friend bool operator==(const Disclosure&, const Disclosure&) = default;
};
[[nodiscard]] std::string_view name_of(Disclosure::Kind kind);

struct WithheldCell {
  std::size_t cell = 0;  ///< of the matrix
  Secret why = Secret::none;
  std::array<std::optional<Disclosure>, 4>
      told{};  ///< [FirmCount]; nullopt: the count is not known to anybody
};

struct SecrecyReport {
  std::vector<WithheldCell> cells{};  ///< in the order of the matrix
  double narrow_pct = 0;
  PublishedTotals totals{};
  [[nodiscard]] std::size_t count(
      Disclosure::Kind worst) const;  ///< cells whose worst count is told like that
  /// CellsWithheld; nullopt: there are none.
  [[nodiscard]] std::optional<core::Finding> told(std::size_t cells_in_all) const;
};

/// \param secret      of secret_cells()
/// \param narrow_pct  a range is narrow where it is less wide than so many per cent of the value
[[nodiscard]] core::Result<SecrecyReport> audit_secrecy(const FirmMatrix& matrix,
                                                        const std::vector<Secret>& secret,
                                                        const SecrecyRule& rule, PublishedTotals totals,
                                                        double narrow_pct = 10);

}  // namespace vicinia::gis::firms
