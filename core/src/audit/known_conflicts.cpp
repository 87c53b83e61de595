#include "known_conflicts.h"

#include <algorithm>
#include <iterator>

namespace vicinia::core::audit {

void KnownConflicts::add(std::span<const CellId> conflict) {
  const auto added = static_cast<std::uint32_t>(kinds_in_.size());
  kinds_in_.emplace_back();
  std::vector<CellId> new_cells;
  std::unordered_map<std::uint32_t, std::vector<CellId>> by_kind;
  for (const CellId cell : conflict) {
    const auto known = kind_of_.find(cell);
    (known == kind_of_.end() ? new_cells : by_kind[known->second]).push_back(cell);
  }
  const auto add_kind = [&](std::vector<CellId> cells, std::vector<std::uint32_t> conflicts) {
    const auto kind = static_cast<std::uint32_t>(kinds_.size());
    for (const CellId cell : cells) kind_of_[cell] = kind;
    for (const std::uint32_t k : conflicts) kinds_in_[k].push_back(kind);
    kinds_.push_back({std::move(cells), std::move(conflicts)});
  };
  for (auto& [kind, cells] : by_kind) {
    if (cells.size() == kinds_[kind].cells.size()) {
      kinds_[kind].conflicts.push_back(added);
      kinds_in_[added].push_back(kind);
      continue;
    }
    std::vector<CellId> others;
    std::ranges::set_difference(kinds_[kind].cells, cells, std::back_inserter(others));
    kinds_[kind].cells = std::move(others);
    std::vector<std::uint32_t> conflicts = kinds_[kind].conflicts;
    conflicts.push_back(added);
    add_kind(std::move(cells), std::move(conflicts));
  }
  for (const CellId cell : new_cells) note_new(cell);
  if (!new_cells.empty()) add_kind(std::move(new_cells), {added});
}

void KnownConflicts::note_new(CellId cell) {
  if (system_.is_assumption(cell)) return;
  std::vector<CellId>& row = in_row_[system_.row_of(cell)];
  row.push_back(cell);
  const auto most = static_cast<std::size_t>(cost_of_row);
  if (row.size() == most + 1)
    of_full_rows_.insert(of_full_rows_.end(), row.begin(), row.end());
  else if (row.size() > most)
    of_full_rows_.push_back(cell);
}

std::span<const std::uint32_t> KnownConflicts::conflicts_of(CellId cell) const {
  const auto kind = kind_of_.find(cell);
  return kind == kind_of_.end() ? std::span<const std::uint32_t>() : kinds_[kind->second].conflicts;
}

std::vector<std::vector<CellId>> KnownConflicts::briefly_without(std::span<const CellId> cells,
                                                                 std::span<const CellId> wanted) const {
  std::vector<std::uint8_t> is_met(size());
  for (const CellId cell : cells)
    for (const std::uint32_t k : conflicts_of(cell)) is_met[k] = 1;
  std::vector<std::vector<CellId>> brief(size());
  for (const std::span<const CellId> these : {wanted, std::span<const CellId>(of_full_rows_)})
    for (const CellId cell : these)
      for (const std::uint32_t k : conflicts_of(cell))
        if (is_met[k] == 0) brief[k].push_back(cell);
  std::vector<std::vector<CellId>> open;
  for (std::size_t k = 0; k < size(); ++k) {
    if (is_met[k] != 0) continue;
    for (const std::uint32_t kind : kinds_in_[k]) {
      const std::vector<CellId>& alike = kinds_[kind].cells;
      brief[k].insert(brief[k].end(), alike.begin(),
                      alike.begin() + static_cast<std::ptrdiff_t>(std::min(alike.size(), cells_of_a_kind)));
    }
    std::ranges::sort(brief[k]);
    const auto repeated = std::ranges::unique(brief[k]);
    brief[k].erase(repeated.begin(), repeated.end());
    open.push_back(std::move(brief[k]));
  }
  return open;
}

}  // namespace vicinia::core::audit
