#include "aggregation/cell_sums.h"

#include <algorithm>
#include <map>
#include <set>

namespace vicinia::gis::firms {

void keep_largest(std::array<std::uint64_t, most_dominant>& largest, std::size_t count,
                  std::uint64_t employees) {
  for (std::size_t i = 0; i < count; ++i)
    if (employees > largest[i]) std::swap(employees, largest[i]);
}

void add(FirmCell& cell, const FirmCell& other, std::size_t dominant) {
  cell.enterprises += other.enterprises;
  cell.smes += other.smes;
  cell.smes_unknown += other.smes_unknown;
  cell.fdi += other.fdi;
  cell.fdi_unknown += other.fdi_unknown;
  cell.employees += other.employees;
  cell.employees_unknown += other.employees_unknown;
  for (std::size_t i = 0; i < dominant; ++i) keep_largest(cell.largest, dominant, other.largest[i]);
}

CellSums::Group& CellSums::group_of(std::string_view sector, int year) {
  auto known = sectors_.find(sector);
  if (known == sectors_.end()) {
    known = sectors_.emplace(std::string(sector), static_cast<std::uint32_t>(sector_names_.size())).first;
    sector_names_.emplace_back(sector);
  }
  const auto [at, is_new] =
      group_of_.try_emplace((std::uint64_t{known->second} << 32U) | static_cast<std::uint32_t>(year),
                            static_cast<std::uint32_t>(groups_.size()));
  if (is_new)
    groups_.push_back(
        {.sector = known->second, .year = year, .question = SmeQuestion::of(*which_, known->first, year)});
  return groups_[at->second];
}

void CellSums::add(const FirmRow& firm) {
  Group& group = group_of(firm.sector, firm.year);
  FirmCell& cell = group.cells[firm.unit];
  ++cell.enterprises;
  const auto employees = firm.employees ? std::optional(static_cast<double>(*firm.employees)) : std::nullopt;
  const Told sme = group.question.answer({employees, firm.capital, firm.revenue});
  if (!sme) ++cell.smes_unknown;
  if (sme == true) ++cell.smes;
  if (!firm.is_fdi) ++cell.fdi_unknown;
  if (firm.is_fdi == true) ++cell.fdi;
  if (!firm.employees) {
    ++cell.employees_unknown;
    return;
  }
  cell.employees += *firm.employees;
  keep_largest(cell.largest, which_->secrecy.dominant, *firm.employees);
}

void CellSums::put_together(std::span<CellSums* const> parts, FirmMatrix& matrix) {
  std::map<std::string, std::uint32_t> sectors;
  std::map<int, std::uint32_t> years;
  std::size_t dominant = 0;
  for (const CellSums* part : parts) {
    dominant = part->which_->secrecy.dominant;
    for (const std::string& name : part->sector_names_) sectors.emplace(name, 0);
    for (const auto& [code, sector] : part->which_->sectors.codes) sectors.emplace(sector, 0);
    for (const Group& group : part->groups_) years.emplace(group.year, 0);
  }
  for (auto& [name, position] : sectors) {
    position = static_cast<std::uint32_t>(matrix.sectors.size());
    matrix.sectors.push_back(name);
  }
  for (auto& [year, position] : years) {
    position = static_cast<std::uint32_t>(matrix.periods.size());
    matrix.periods.push_back(std::to_string(year));
  }
  for (CellSums* part : parts) {
    for (Group& group : part->groups_) {
      const std::uint32_t sector = sectors.at(part->sector_names_[group.sector]),
                          period = years.at(group.year);
      for (const auto& [unit, cell] : group.cells) {
        FirmCell& placed = matrix.cells.emplace_back(cell);
        placed.unit = unit, placed.sector = sector, placed.period = period;
      }
      group.cells = {};
    }
  }
  const auto key = [](const FirmCell& cell) { return std::tuple(cell.unit, cell.sector, cell.period); };
  std::ranges::sort(matrix.cells, {}, key);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < matrix.cells.size(); ++i) {
    if (kept > 0 && key(matrix.cells[kept - 1]) == key(matrix.cells[i]))
      firms::add(matrix.cells[kept - 1], matrix.cells[i], dominant);
    else
      matrix.cells[kept++] = matrix.cells[i];
  }
  matrix.cells.resize(kept);
}

}  // namespace vicinia::gis::firms
