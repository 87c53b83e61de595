/// \file cell_sums.h
/// Sums of the cells that rows were counted in, by one thread, and of several threads together.
/// Laws:    counts are whole, and the largest firms are those of all parts: how rows were divided changes nothing.
/// Cost:    O(1) a row, O(cells log cells) at the end.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "aggregation/firm_rules.h"

namespace vicinia::gis::firms {

/// Puts a firm's employees among the largest, descending; only the first `count` are kept.
void keep_largest(std::array<std::uint64_t, most_dominant>& largest, std::size_t count,
                  std::uint64_t employees);

/// Adds what another part of the same cell counts.
void add(FirmCell& cell, const FirmCell& other, std::size_t dominant);

class CellSums {
 public:
  explicit CellSums(const Register& which) : which_(&which) {}
  void add(const FirmRow& firm);

  /// Of all parts: sectors and periods by their codes, cells in their order.
  static void put_together(std::span<CellSums* const> parts, FirmMatrix& matrix);

 private:
  struct Group {
    std::uint32_t sector = 0;
    int year = 0;
    SmeQuestion question{};
    std::unordered_map<std::uint32_t, FirmCell> cells{};  ///< [unit]
  };
  Group& group_of(std::string_view sector, int year);

  const Register* which_;
  Positions sectors_{};
  std::vector<std::string> sector_names_{};
  std::vector<Group> groups_{};
  std::unordered_map<std::uint64_t, std::uint32_t> group_of_{};  ///< sector and year → groups_
};

}  // namespace vicinia::gis::firms
