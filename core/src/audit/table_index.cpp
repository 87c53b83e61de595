#include "table_index.h"

#include <cstdint>
#include <unordered_map>
#include <unordered_set>

namespace vicinia::core::audit {
namespace {

class Numbering {
 public:
  explicit Numbering(std::vector<std::string>& names) : names_(names) {}
  std::size_t of(const std::string& name) {
    const auto [at, is_new] = numbers_.try_emplace(name, names_.size());
    if (is_new) names_.push_back(name);
    return at->second;
  }
  [[nodiscard]] std::size_t find(const std::string& name) const {
    const auto at = numbers_.find(name);
    return at == numbers_.end() ? TableIndex::nowhere : at->second;
  }

 private:
  std::vector<std::string>& names_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

std::string group_key(const PublishedRow& row) {
  return row.sector + '\n' + (row.group.empty() ? "of " + row.province : row.group);
}

std::uint64_t place_key(std::size_t sector, std::size_t unit) {
  return (static_cast<std::uint64_t>(sector) << 32) | unit;
}

/// Adds up sums whose parts are found row by row; several rows may sum the same parts.
class SumMaker {
 public:
  explicit SumMaker(std::vector<SumOf>& sums) : sums_(sums) {}
  void add_whole(const std::string& key, SumOf sum) {
    of_key_[key].push_back(sums_.size());
    sums_.push_back(std::move(sum));
  }
  template <class Use>
  bool with(const std::string& key, Use use) {
    const auto found = of_key_.find(key);
    if (found == of_key_.end()) return false;
    for (const std::size_t s : found->second) use(sums_[s]);
    return true;
  }

 private:
  std::vector<SumOf>& sums_;
  std::unordered_map<std::string, std::vector<std::size_t>> of_key_;
};

}  // namespace

TableIndex::TableIndex(const PublishedTable& t) : table(t) {
  const std::size_t n = table.rows.size();
  Numbering number_sector(sectors), number_unit(units);
  SumMaker groups(sums), totals(sums), unit_totals(sums), provinces(sums);
  std::unordered_map<std::uint64_t, std::size_t> first_at;
  for (std::size_t r = 0; r < n; ++r) {
    const PublishedRow& row = table.rows[r];
    sector_of.push_back(row.kind == RowKind::unit_total ? nowhere : number_sector.of(row.sector));
    unit_of.push_back(row.kind == RowKind::district ? number_unit.of(row.unit) : nowhere);
    stands_for.push_back(r);
    if (row.kind == RowKind::district)
      stands_for[r] = first_at.try_emplace(place_key(sector_of[r], unit_of[r]), r).first->second;
    if (row.kind == RowKind::group) groups.add_whole(group_key(row), {.row = r, .sums_units = true});
  }
  std::vector<std::size_t> below(
      n, nowhere);  // [row] the row of the same sector of the unit that contains its unit
  for (std::size_t r = 0; r < n; ++r) {
    const PublishedRow& row = table.rows[r];
    if (row.kind == RowKind::total) totals.add_whole(row.sector, {.row = r, .sums_units = true});
    if (row.kind == RowKind::unit_total) unit_totals.add_whole(row.unit, {.row = r});
    if (row.kind != RowKind::district || row.parent.empty() || row.parent == row.unit) continue;
    const std::size_t parent = number_unit.find(row.parent);
    if (parent == nowhere) continue;
    const auto whole = first_at.find(place_key(sector_of[r], parent));
    if (whole != first_at.end()) below[r] = whole->second;
  }
  std::unordered_set<std::string> has_parts;
  for (std::size_t r = 0; r < n; ++r) {
    if (below[r] == nowhere || !has_parts.insert(std::to_string(below[r])).second) continue;
    provinces.add_whole(std::to_string(below[r]), {.row = below[r], .is_lower_bound = !table.is_complete});
  }
  for (std::size_t r = 0; r < n; ++r) {
    const PublishedRow& row = table.rows[r];
    if (row.kind == RowKind::group) totals.with(row.sector, [&](SumOf& sum) { sum.as_groups.push_back(r); });
    if (row.kind != RowKind::district || stands_for[r] != r) continue;
    if (below[r] != nowhere)
      provinces.with(std::to_string(below[r]), [&](SumOf& sum) { sum.parts.push_back(r); });
    const bool in_group = groups.with(group_key(row), [&](SumOf& sum) { sum.parts.push_back(r); });
    unit_totals.with(row.unit, [&](SumOf& sum) { sum.parts.push_back(r); });
    if (below[r] != nowhere) continue;  // what contains it is in the total already
    totals.with(row.sector, [&](SumOf& sum) {
      sum.parts.push_back(r);
      if (!in_group) sum.as_groups.push_back(r);
    });
  }
}

std::optional<double> TableIndex::number(std::size_t row, Field field) const {
  const Cell& c = cell(row, field);
  if (!c.has_number()) return std::nullopt;
  return c.number();
}

std::optional<stats::Interval> TableIndex::printed(std::size_t row, Field field) const {
  const auto value = number(row, field);
  if (!value) return std::nullopt;
  if (is_count(field)) return stats::exactly(*value);
  const stats::Interval interval =
      widened(stats::printed(*value, table.decimals[static_cast<std::size_t>(field)]));
  return field == Field::location_quotient ? interval : interval / stats::exactly(100);
}

stats::Interval widened(stats::Interval interval) {
  constexpr double hair = 1e-10;
  return {interval.low * (1 - hair), interval.high * (1 + hair)};
}

}  // namespace vicinia::core::audit
