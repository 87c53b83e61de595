#include "vicinia/gis/firms/secrecy.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "secrecy/total_network.h"

namespace vicinia::gis::firms {
namespace {

using core::ErrorCode;
using core::Result;

bool is_dominated(const FirmCell& cell, const SecrecyRule& rule) {
  if (rule.dominant == 0) return false;
  const std::uint64_t largest =
      std::accumulate(cell.largest.begin(), cell.largest.begin() + static_cast<std::ptrdiff_t>(rule.dominant),
                      std::uint64_t{0});
  return 100.0 * static_cast<double>(largest) > rule.dominant_share_pct * static_cast<double>(cell.employees);
}

/// What a reader knows of any withheld cell beforehand.
struct KnownBounds {
  std::int64_t least = 0, most = TotalNetwork::endless;
};

/// Cells without a firm are published as zero; and where few firms are the only reason, there are few.
KnownBounds bounds_of(FirmCount count, const SecrecyRule& rule) {
  KnownBounds bounds{.least = count == FirmCount::enterprises ? 1 : 0};
  if (rule.dominant == 0 && rule.min_firms > 0 && count != FirmCount::employees)
    bounds.most = static_cast<std::int64_t>(rule.min_firms) - 1;
  return bounds;
}

/// One count of one year.
class Reader {
 public:
  Reader(const FirmMatrix& matrix, FirmCount count, std::uint32_t period, const SecrecyRule& rule,
         PublishedTotals totals, SecrecyReport& report)
      : matrix_(matrix),
        count_(count),
        report_(report),
        network_(matrix.units.size() + matrix.sectors.size() + 1) {
    std::vector<bool> is_free(matrix.units.size() + matrix.sectors.size(), false);
    for (std::size_t unit = 0; unit < matrix.units.size(); ++unit) is_free[unit] = !totals.of_units;
    for (std::size_t sector = 0; sector < matrix.sectors.size(); ++sector)
      is_free[matrix.units.size() + sector] = !totals.of_sectors;
    for (const FirmCell& cell : matrix.cells)
      if (cell.period == period && !range_of(cell, count).is_exact())
        is_free[cell.unit] = is_free[node_of_sector(cell)] = true;
    const std::size_t free = is_free.size();
    for (std::size_t node = 0; node < free; ++node)
      if (is_free[node])
        (void)network_.add_edge(node, free, -TotalNetwork::endless / 2, 0, TotalNetwork::endless / 2);
    const KnownBounds bounds = bounds_of(count, rule);
    for (std::size_t i = 0; i < report.cells.size(); ++i) {
      const FirmCell& cell = matrix.cells[report.cells[i].cell];
      const auto range = range_of(cell, count);
      if (cell.period != period || !range.is_exact()) continue;
      const auto value = static_cast<std::int64_t>(range.low);
      edges_.push_back(
          {i, network_.add_edge(cell.unit, node_of_sector(cell), bounds.least, value, bounds.most), value});
    }
  }

  void look() {
    for (const Edge& edge : edges_)
      report_.cells[edge.withheld].told[static_cast<std::size_t>(count_)] = disclosure_of(edge);
  }

 private:
  struct Edge {
    std::size_t withheld = 0, number = 0;
    std::int64_t value = 0;
  };
  [[nodiscard]] std::size_t node_of_sector(const FirmCell& cell) const {
    return matrix_.units.size() + cell.sector;
  }

  Disclosure disclosure_of(const Edge& edge) {
    const auto enough = std::max<std::int64_t>(
        1, static_cast<std::int64_t>(std::ceil(report_.narrow_pct / 100 * static_cast<double>(edge.value))));
    const std::int64_t grows = network_.can_grow(edge.number, enough);
    const std::int64_t shrinks = grows < enough ? network_.can_shrink(edge.number, enough - grows) : 0;
    if (grows + shrinks >= enough) return {};
    return {grows + shrinks == 0 ? Disclosure::Kind::exact : Disclosure::Kind::narrow,
            static_cast<double>(edge.value - shrinks), static_cast<double>(edge.value + grows)};
  }

  const FirmMatrix& matrix_;
  FirmCount count_;
  SecrecyReport& report_;
  TotalNetwork network_;
  std::vector<Edge> edges_{};
};

}  // namespace

std::string_view name_of(Secret secret) {
  constexpr std::array<std::string_view, 3> names{"none", "few_firms", "dominated"};
  return names[static_cast<std::size_t>(secret)];
}

std::string_view name_of(Disclosure::Kind kind) {
  constexpr std::array<std::string_view, 3> names{"wide", "narrow", "exact"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Secret> secret_cells(const FirmMatrix& matrix, const SecrecyRule& rule) {
  std::vector<Secret> secret;
  secret.reserve(matrix.cells.size());
  for (const FirmCell& cell : matrix.cells)
    secret.push_back(cell.enterprises < rule.min_firms ? Secret::few_firms
                     : is_dominated(cell, rule)        ? Secret::dominated
                                                       : Secret::none);
  return secret;
}

std::size_t SecrecyReport::count(Disclosure::Kind worst) const {
  return static_cast<std::size_t>(std::ranges::count_if(cells, [&](const WithheldCell& cell) {
    auto found = Disclosure::Kind::wide;
    for (const auto& told : cell.told)
      if (told) found = std::max(found, told->kind);
    return found == worst;
  }));
}

std::optional<core::Finding> SecrecyReport::told(std::size_t cells_in_all) const {
  if (cells.empty()) return std::nullopt;
  std::string pct = std::to_string(narrow_pct);
  pct.erase(pct.find_last_not_of('0') + 1);
  if (pct.ends_with('.')) pct.pop_back();
  const auto number = [](std::size_t count) { return std::to_string(count) + "|"; };
  return core::Finding{.code = ErrorCode::cells_withheld,
                       .detail = number(cells.size()) + number(cells_in_all) +
                                 number(count(Disclosure::Kind::exact)) +
                                 number(count(Disclosure::Kind::narrow)) + pct};
}

Result<SecrecyReport> audit_secrecy(const FirmMatrix& matrix, const std::vector<Secret>& secret,
                                    const SecrecyRule& rule, PublishedTotals totals, double narrow_pct) {
  if (secret.size() != matrix.cells.size())
    return core::fail({.code = ErrorCode::shape_mismatch,
                       .detail = std::to_string(secret.size()) + ", " + std::to_string(matrix.cells.size())});
  SecrecyReport report{.narrow_pct = narrow_pct, .totals = totals};
  for (std::size_t cell = 0; cell < secret.size(); ++cell)
    if (secret[cell] != Secret::none) report.cells.push_back({.cell = cell, .why = secret[cell]});
  if (report.cells.empty()) return report;
  for (std::uint32_t period = 0; period < matrix.periods.size(); ++period)
    for (const FirmCount count : all_firm_counts) Reader(matrix, count, period, rule, totals, report).look();
  return report;
}

}  // namespace vicinia::gis::firms
