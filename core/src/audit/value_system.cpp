#include "value_system.h"

#include <algorithm>
#include <optional>

namespace vicinia::core::audit {

using stats::Interval;

ValueSystem::ValueSystem(const TableIndex& table_index) : index(table_index) {
  if (index.table.is_complete)
    for (const PublishedRow& row : index.table.rows)
      levels = std::max<std::size_t>(levels, row.level.rank + 1U);
  add_rows();
  add_totals();
  add_sums();
  if (index.table.is_complete) add_complete_totals();
  index_constraints();
}

Unknown ValueSystem::add_unknown(Interval from) {
  initial.push_back(from);
  return static_cast<Unknown>(initial.size() - 1);
}

std::size_t ValueSystem::level_of(std::size_t row) const {
  return levels > 1 ? index.table.rows[row].level.rank : 0;
}

double ValueSystem::cost(CellId cell) const {
  return is_assumption(cell) ? assumption_cost[cell - rows.size() * field_count] : 1;
}

std::uint32_t ValueSystem::constraint_with(CellId cell) const {
  return is_assumption(cell) ? of_sum(sum_of_assumption[cell - rows.size() * field_count])
                             : static_cast<std::uint32_t>(row_of(cell));
}

bool ValueSystem::is_impossible(CellId cell) const {
  if (is_assumption(cell) || is_published[cell] == 0) return false;
  const Field field = field_of(cell);
  const bool is_share = field == Field::sector_share || field == Field::district_share;
  return printed[cell].high < 0 || (is_share && printed[cell].low > 1);
}

void ValueSystem::add_rows() {
  const std::size_t n = index.table.rows.size();
  rows.resize(n);
  printed.resize(n * field_count);
  is_published.resize(n * field_count);
  for (std::size_t r = 0; r < n; ++r) {
    if (index.stands_for[r] != r) {
      rows[r].counts = rows[index.stands_for[r]].counts;
    } else {
      rows[r].counts = add_unknown({0, endless});
      for (int more = 1; more < 4; ++more) add_unknown({0, endless});
    }
    for (std::size_t f = 0; f < field_count; ++f)
      if (const auto interval = index.printed(r, static_cast<Field>(f))) {
        printed[r * field_count + f] = *interval;
        is_published[r * field_count + f] = 1;
      }
  }
}

void ValueSystem::add_totals() {
  const Interval total{0, endless}, quotient{1, endless};
  const std::size_t sectors = index.sectors.size();
  for (std::size_t level = 0; level < levels; ++level) national.push_back(add_unknown(total));
  const auto link = [&](Unknown of_all, Unknown part) {
    const Unknown q = add_unknown(quotient);
    links.push_back({of_all, part, q});
    return q;
  };
  for (std::size_t at = 0; at < levels * sectors; ++at) {
    sector_total.push_back(add_unknown(total));
    national_per_sector.push_back(link(national[at / sectors], sector_total.back()));
  }
  unit_total.assign(index.units.size(), no_unknown);
  national_per_unit.assign(index.units.size(), no_unknown);
  const auto prints = [&](std::size_t r, Field field) { return is_published[cell(r, field)] != 0; };
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Row& row = rows[r];
    if (const std::size_t sector = index.sector_of[r]; sector != TableIndex::nowhere) {
      row.sector = sector_total[level_of(r) * sectors + sector];
      row.national_per_sector = national_per_sector[level_of(r) * sectors + sector];
    }
    if (const std::size_t unit = index.unit_of[r]; unit != TableIndex::nowhere) {
      if (unit_total[unit] == no_unknown) {
        unit_total[unit] = add_unknown(total);
        national_per_unit[unit] = link(national[level_of(r)], unit_total[unit]);
      }
      row.unit = unit_total[unit];
      row.national_per_unit = national_per_unit[unit];
    } else if (prints(r, Field::district_share) || prints(r, Field::location_quotient)) {
      row.unit = add_unknown(total);
      row.national_per_unit = link(national[level_of(r)], row.unit);
    }
  }
}

void ValueSystem::add_sums() {
  const auto published = [&](std::size_t r, Field field) { return index.number(r, field); };
  const auto printed_sum = [&](const std::vector<std::size_t>& of, Field field) -> std::optional<double> {
    double sum = 0;
    for (const std::size_t r : of) {
      const auto part = published(r, field);
      if (!part) return std::nullopt;
      sum += *part;
    }
    return sum;
  };
  const auto begin = [&](Unknown whole) {
    sums.push_back({.whole = whole, .first = static_cast<std::uint32_t>(parts.size())});
  };
  const auto end = [&] { sums.back().count = static_cast<std::uint32_t>(parts.size()) - sums.back().first; };
  for (const SumOf& sum : index.sums) {
    if (sum.parts.empty()) continue;
    for (Unknown f = 0; f < 4; ++f) {
      const auto field = static_cast<Field>(f);
      begin(rows[sum.row].counts + f);
      for (const std::size_t part : sum.parts) parts.push_back(rows[part].counts + f);
      end();
      sums.back().is_lower_bound = sum.is_lower_bound;
      sums.back().whole_cell = cell(sum.row, field);
      sums.back().first_cell = static_cast<std::uint32_t>(part_cells.size());
      for (const std::size_t part : sum.parts) part_cells.push_back(cell(part, field));
      const auto whole = published(sum.row, field);
      if (!whole) continue;
      const bool holds = printed_sum(sum.parts, field) == whole;
      const bool holds_of_groups = !sum.as_groups.empty() && printed_sum(sum.as_groups, field) == whole;
      if (holds || !holds_of_groups) continue;
      sums.back().binds = static_cast<CellId>(cells());
      assumption_cost.push_back(0.5);
      sum_of_assumption.push_back(static_cast<std::uint32_t>(sums.size() - 1));
    }
    const Row& row = rows[sum.row];
    if (!sum.sums_units || row.unit == no_unknown || index.unit_of[sum.row] != TableIndex::nowhere) continue;
    begin(row.unit);
    for (const std::size_t part : sum.parts) parts.push_back(rows[part].unit);
    end();
    begin(row.national_per_unit);
    for (const std::size_t part : sum.parts) parts.push_back(rows[part].national_per_unit);
    end();
    sums.back().of_inverses = true;
  }
}

/// Where a level is all there: E_i and E_j as sums of employees, E as that of E_i.
void ValueSystem::add_complete_totals() {
  const std::size_t sectors = index.sectors.size();
  for (std::size_t level = 0; level < levels; ++level) {
    std::vector<std::vector<Unknown>> by_sector(sectors), by_unit(index.units.size());
    std::size_t published = 0, units = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (index.unit_of[r] == TableIndex::nowhere || level_of(r) != level || index.stands_for[r] != r)
        continue;
      if (index.number(r, Field::employees)) ++published;
      if (by_unit[index.unit_of[r]].empty()) ++units;
      by_sector[index.sector_of[r]].push_back(rows[r].employees());
      by_unit[index.unit_of[r]].push_back(rows[r].employees());
    }
    if (published == 0 || published != units * sectors) continue;
    const auto add = [&](Unknown whole, const std::vector<Unknown>& of) {
      sums.push_back({.whole = whole,
                      .first = static_cast<std::uint32_t>(parts.size()),
                      .count = static_cast<std::uint32_t>(of.size())});
      parts.insert(parts.end(), of.begin(), of.end());
    };
    std::vector<Unknown> all;
    for (std::size_t s = 0; s < sectors; ++s) {
      add(sector_total[level * sectors + s], by_sector[s]);
      all.push_back(sector_total[level * sectors + s]);
    }
    for (std::size_t u = 0; u < by_unit.size(); ++u)
      if (!by_unit[u].empty()) add(unit_total[u], by_unit[u]);
    add(national[level], all);
  }
}

void ValueSystem::index_constraints() {
  touching_from_.assign(initial.size() + 1, 0);
  const auto count = static_cast<std::uint32_t>(constraints());
  for (std::uint32_t c = 0; c < count; ++c) for_unknowns_of(c, [&](Unknown u) { ++touching_from_[u + 1]; });
  for (std::size_t u = 0; u < initial.size(); ++u) touching_from_[u + 1] += touching_from_[u];
  touching_.resize(touching_from_.back());
  std::vector<std::uint32_t> next(touching_from_.begin(), touching_from_.end() - 1);
  for (std::uint32_t c = 0; c < count; ++c) for_unknowns_of(c, [&](Unknown u) { touching_[next[u]++] = c; });
}

}  // namespace vicinia::core::audit
