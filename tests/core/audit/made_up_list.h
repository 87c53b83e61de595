/// \file made_up_list.h
/// A published list of a made-up country: some cells of a complete matrix, rounded as publications do, with group and total rows; and such a
/// matrix as a whole.
/// The same seed gives the same list.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "vicinia/core/admin/level.h"
#include "vicinia/core/audit/published_table.h"

namespace vicinia::core::audit {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : seed_(seed) {}
  std::uint64_t next() {
    std::uint64_t x = seed_ * 0x9E3779B97F4A7C15ull + ++count_ * 0xD1B54A32D192ED03ull;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return x ^ (x >> 31);
  }
  double share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  double between(double low, double high) { return low + (high - low) * share(); }

 private:
  std::uint64_t seed_, count_ = 0;
};

struct ListOptions {
  std::size_t units = 6, sectors = 4, per_province = 3;
  double listed = 0.6;     ///< share of the cells that are published
  double zeros = 0.1;      ///< share of the matrix that is zero
  bool at_halves = false;  ///< counts that often make shares end in a five, which may be rounded up or down
};

struct MadeUpList {
  PublishedTable table{};
  std::vector<double> by_sector{}, by_unit{};
  double national = 0;
};

inline double tenths(double number) { return std::round(number * 10) / 10; }

inline MadeUpList made_up_list(std::uint64_t seed, const ListOptions& options) {
  Dice dice(seed);
  const std::size_t U = options.units, S = options.sectors;
  MadeUpList list{.by_sector = std::vector<double>(S), .by_unit = std::vector<double>(U)};
  std::vector<std::array<double, 4>> cells(U * S);
  for (std::size_t u = 0; u < U; ++u)
    for (std::size_t s = 0; s < S; ++s) {
      auto& [enterprises, smes, fdi, employees] = cells[u * S + s];
      if (dice.share() < options.zeros) continue;
      employees = options.at_halves ? 125.0 * static_cast<double>(1 + dice.below(16))
                                    : std::floor(std::exp(dice.between(3, 11)));
      enterprises = 1 + std::floor(std::sqrt(employees) * dice.share());
      smes = std::floor(dice.share() * (enterprises + 1));
      fdi = std::floor(dice.share() * (enterprises + 1));
      list.by_unit[u] += employees;
      list.by_sector[s] += employees;
      list.national += employees;
    }
  const auto row_of = [&](RowKind kind, std::size_t s, const std::vector<std::size_t>& units) {
    PublishedRow row{
        .kind = kind, .source_line = std::to_string(list.table.rows.size() + 1), .sector = std::to_string(s)};
    std::array<double, 4> sum{};
    double unit_total = 0;
    for (const std::size_t u : units) {
      for (std::size_t f = 0; f < 4; ++f) sum[f] += cells[u * S + s][f];
      unit_total += list.by_unit[u];
    }
    for (std::size_t f = 0; f < 4; ++f) row.values[f] = Cell::of(sum[f]);
    if (kind == RowKind::total) return row;
    const double i = list.by_sector[s];
    if (i > 0 && unit_total > 0)
      row[Field::location_quotient] = Cell::of(tenths(sum[3] / unit_total / (i / list.national)));
    if (i > 0) row[Field::sector_share] = Cell::of(tenths(100 * sum[3] / i));
    if (unit_total > 0) row[Field::district_share] = Cell::of(tenths(100 * sum[3] / unit_total));
    return row;
  };
  for (std::size_t s = 0; s < S; ++s) {
    std::vector<std::size_t> in_sector;
    for (std::size_t first = 0; first < U; first += options.per_province) {
      std::vector<std::size_t> in_group;
      const std::string group = std::to_string(s) + "." + std::to_string(first);
      for (std::size_t u = first; u < std::min(U, first + options.per_province); ++u) {
        if (dice.share() > options.listed) continue;
        PublishedRow row = row_of(RowKind::district, s, {u});
        row.unit = std::to_string(u);
        row.group = group;
        in_group.push_back(u);
        in_sector.push_back(u);
        list.table.rows.push_back(std::move(row));
      }
      if (in_group.size() < 2) continue;
      PublishedRow row = row_of(RowKind::group, s, in_group);
      row.group = group;
      list.table.rows.push_back(std::move(row));
    }
    if (in_sector.size() > 1 && dice.share() < 0.9)
      list.table.rows.push_back(row_of(RowKind::total, s, in_sector));
  }
  return list;
}

struct MatrixOptions {
  std::size_t provinces = 0;             ///< none: one level of units
  std::size_t units = 40, sectors = 12;  ///< units of each province, or in all
  bool has_ratios = true;
};

/// A complete matrix: every sector of every unit, with its ratios; of provinces and their districts where there are provinces.
inline PublishedTable made_up_matrix(std::uint64_t seed, const MatrixOptions& options) {
  Dice dice(seed);
  const std::size_t sectors = options.sectors,
                    U = options.units * std::max<std::size_t>(1, options.provinces);
  using Counts = std::array<double, 4>;
  std::vector<Counts> cells(U * sectors);
  std::vector<double> by_sector(sectors), by_unit(U);
  double national = 0;
  for (std::size_t u = 0; u < U; ++u)
    for (std::size_t s = 0; s < sectors; ++s) {
      const double n = std::floor(std::exp(dice.between(0, 8)));
      cells[u * sectors + s] = {1 + std::floor(n / 10), std::floor(n / 20), 0, n};
      by_unit[u] += n;
      by_sector[s] += n;
      national += n;
    }
  PublishedTable table{.is_complete = true};
  const auto add = [&](const std::string& unit, const std::string& parent, std::size_t s,
                       const Counts& counts, double of_unit) {
    PublishedRow row{.source_line = std::to_string(table.rows.size() + 1),
                     .sector = std::to_string(s),
                     .unit = unit,
                     .parent = parent};
    row.level = options.provinces > 0 && parent.empty() ? admin::Level{0} : admin::Level{1};
    row.group = row.source_line;
    for (std::size_t f = 0; f < 4; ++f) row.values[f] = Cell::of(counts[f]);
    if (options.has_ratios) {
      row[Field::location_quotient] = Cell::of(tenths(counts[3] / of_unit * national / by_sector[s]));
      row[Field::sector_share] = Cell::of(tenths(100 * counts[3] / by_sector[s]));
      row[Field::district_share] = Cell::of(tenths(100 * counts[3] / of_unit));
    }
    table.rows.push_back(std::move(row));
  };
  for (std::size_t first = 0; first < U; first += options.units)
    for (std::size_t s = 0; s < sectors; ++s) {
      const std::string province = options.provinces > 0 ? "p" + std::to_string(first) : "";
      Counts sum{};
      double all = 0;
      for (std::size_t u = first; u < first + options.units; ++u) {
        for (std::size_t f = 0; f < 4; ++f) sum[f] += cells[u * sectors + s][f];
        all += by_unit[u];
      }
      if (options.provinces > 0) add(province, "", s, sum, all);
      for (std::size_t u = first; u < first + options.units; ++u)
        add("d" + std::to_string(u), province, s, cells[u * sectors + s], by_unit[u]);
    }
  return table;
}

}  // namespace vicinia::core::audit
