#include "observations/share_fractions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace vicinia::gis::io {
namespace {

using core::Cell;
using core::industry::Observation;
using core::industry::PrintedRatios;
using core::industry::PrintedSum;

struct ShareColumn {
  const char* name;
  Cell PrintedRatios::*cell;
  bool of_sector;  ///< its whole is a sector; else a unit
};
constexpr std::array<ShareColumn, 2> share_columns{
    {{"sector_share_pct", &PrintedRatios::sector_share_pct, true},
     {"district_share_pct", &PrintedRatios::district_share_pct, false}}};

/// What a column says of itself.
struct Looks {
  bool has_any = false, none_above_one = true, sums_to_one = false;
};

/// Wholes of two parts and more; most of them must make 1, as rounding and a missing unit may spoil one.
Looks looks_of(const std::vector<Observation>& rows, const core::admin::Frame& frame,
               const ShareColumn& column) {
  constexpr double nearly = 0.05;
  Looks looks;
  std::map<std::tuple<std::size_t, core::industry::PeriodIndex, core::admin::Level>,
           std::pair<double, std::size_t>>
      wholes;
  for (const Observation& row : rows) {
    const Cell share = row.printed.*column.cell;
    if (!share.has_number()) continue;
    looks.has_any = looks.has_any || share.number() > 0;
    looks.none_above_one = looks.none_above_one && share.number() <= 1;
    auto& [sum, parts] =
        wholes[{column.of_sector ? row.sector : row.unit, row.period, frame[row.unit].level}];
    sum += share.number();
    if (share.number() > 0) ++parts;
  }
  std::size_t all = 0, of_one = 0;
  for (const auto& [key, whole] : wholes) {
    if (whole.second < 2) continue;
    ++all;
    if (std::abs(whole.first - 1) <= nearly) ++of_one;
  }
  looks.sums_to_one = all > 0 && of_one * 4 >= all * 3;
  return looks;
}

/// Without the noise that a factor of a hundred makes: 0.07 is 7, not 7.000000000000001.
Cell in_per_cent(Cell fraction) {
  constexpr double digits = 1e12;
  return fraction.has_number() ? Cell::of(std::round(fraction.number() * 100 * digits) / digits) : fraction;
}

}  // namespace

core::Result<std::vector<core::Finding>> fractions_to_per_cent(std::vector<Observation>& rows,
                                                               std::vector<PrintedSum>& sums,
                                                               const core::admin::Frame& frame,
                                                               ShareNotation notation) {
  std::vector<core::Finding> findings;
  if (notation == ShareNotation::per_cent) return findings;
  std::array<Looks, share_columns.size()> looks{};
  bool any_sums_to_one = false;
  for (std::size_t c = 0; c < share_columns.size(); ++c) {
    looks[c] = looks_of(rows, frame, share_columns[c]);
    any_sums_to_one =
        any_sums_to_one || (looks[c].has_any && looks[c].none_above_one && looks[c].sums_to_one);
  }
  for (std::size_t c = 0; c < share_columns.size(); ++c) {
    const ShareColumn& column = share_columns[c];
    if (!looks[c].has_any) continue;
    const bool is_stated = notation == ShareNotation::fraction;
    // A table that writes one of its shares so writes the other alike.
    if (!is_stated && (!any_sums_to_one || !looks[c].none_above_one)) continue;
    std::size_t count = 0;
    for (Observation& row : rows) {
      Cell& share = row.printed.*column.cell;
      if (!share.has_number()) continue;
      if (share.number() > 1)
        return core::fail(
            {.code = core::ErrorCode::share_out_of_range,
             .subject = {.row = row.source.table_line, .field = "share_fraction", .id = column.name},
             .detail = std::to_string(share.number())});
      share = in_per_cent(share);
      ++count;
    }
    for (PrintedSum& sum : sums) sum.printed.*column.cell = in_per_cent(sum.printed.*column.cell);
    findings.push_back({.code = core::ErrorCode::shares_as_fractions,
                        .subject = {.field = column.name},
                        .detail = std::to_string(count)});
  }
  return findings;
}

}  // namespace vicinia::gis::io
