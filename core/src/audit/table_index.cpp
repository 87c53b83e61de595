#include "table_index.h"

#include <unordered_map>

#include "consensus.h"

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

 private:
  std::vector<std::string>& names_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

std::string group_key(const PublishedRow& row) {
  return row.sector + '\n' + (row.group.empty() ? "of " + row.province : row.group);
}

}  // namespace

TableIndex::TableIndex(const PublishedTable& t) : table(t) {
  const std::size_t n = table.rows.size();
  group_of.assign(n, nowhere);
  total_of.assign(n, nowhere);
  Numbering number_sector(sectors), number_unit(units);
  std::unordered_map<std::string, std::size_t> group_at, total_at;
  for (std::size_t r = 0; r < n; ++r) {
    const PublishedRow& row = table.rows[r];
    sector_of.push_back(number_sector.of(row.sector));
    unit_of.push_back(row.kind == RowKind::district ? number_unit.of(row.unit) : nowhere);
    if (row.kind == RowKind::group) group_at.try_emplace(group_key(row), sums.size()), sums.push_back({.row = r});
  }
  const std::size_t groups = sums.size();
  for (std::size_t r = 0; r < n; ++r)
    if (table.rows[r].kind == RowKind::total)
      total_at.try_emplace(table.rows[r].sector, sums.size()), sums.push_back({.row = r});
  for (std::size_t r = 0; r < n; ++r) {
    const PublishedRow& row = table.rows[r];
    const auto total = total_at.find(row.sector);
    if (row.kind == RowKind::total) continue;
    if (row.kind == RowKind::group) {
      if (total != total_at.end()) sums[total->second].as_groups.push_back(r);
      continue;
    }
    const auto group = group_at.find(group_key(row));
    if (group != group_at.end()) {
      group_of[r] = group->second;
      sums[group->second].districts.push_back(r);
    }
    if (total == total_at.end()) continue;
    total_of[r] = total->second;
    sums[total->second].districts.push_back(r);
    if (group == group_at.end()) sums[total->second].as_groups.push_back(r);
  }
  // A second row for the same group or sector sums the same districts.
  for (std::size_t s = 0; s < sums.size(); ++s) {
    const PublishedRow& row = table.rows[sums[s].row];
    const std::size_t first = s < groups ? group_at.at(group_key(row)) : total_at.at(row.sector);
    if (first == s) continue;
    sums[s].districts = sums[first].districts;
    sums[s].as_groups = sums[first].as_groups;
  }
}

std::optional<double> TableIndex::number(std::size_t row, Figure figure) const {
  const Cell& c = cell(row, figure);
  if (!c.has_number()) return std::nullopt;
  return c.number();
}

std::optional<stats::Interval> TableIndex::printed(std::size_t row, Figure figure) const {
  const auto value = number(row, figure);
  if (!value) return std::nullopt;
  if (is_count(figure)) return stats::exactly(*value);
  const stats::Interval interval = widened(stats::printed(*value, table.decimals[static_cast<std::size_t>(figure)]));
  return figure == Figure::location_quotient ? interval : interval / stats::exactly(100);
}

}  // namespace vicinia::core::audit
