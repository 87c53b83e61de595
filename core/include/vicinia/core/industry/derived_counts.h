/// \file derived_counts.h
/// Counts that no source prints, but that were made from some that do, when values are shown in another frame: how each came about, and
/// what is known of those that cannot be told.
/// Units:   those of the counts.
/// Missing: a sum with a part that is not published is not published either; its range holds every number that it may be, and is never zero
///          for want of a value.
/// Cost:    finding O(log cells).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <tuple>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::industry {

enum class DerivedFrom : std::uint8_t {
  same,   ///< one row of the source, as it stands
  sum,    ///< of whole units: exact
  shares  ///< of divided units: an estimate
};

struct DerivedCount {
  DerivedFrom from = DerivedFrom::same;
  std::optional<stats::Interval> range{};              ///< where it is not published, but not unknown either
  bool has_contradicted = false, has_doubted = false;  ///< parts that the audit of the source speaks against
};

/// Of one observation: enterprises, SMEs, foreign-invested enterprises, employees.
using DerivedRow = std::array<DerivedCount, 4>;

class DerivedCounts {
 public:
  using Key = std::tuple<admin::UnitIndex, SectorIndex, PeriodIndex>;
  void add(const Key& key, DerivedRow row) { rows_.insert_or_assign(key, row); }
  /// nullptr: stands as in the source.
  [[nodiscard]] const DerivedRow* find(admin::UnitIndex unit, SectorIndex sector, PeriodIndex period) const {
    const auto at = rows_.find(Key{unit, sector, period});
    return at == rows_.end() ? nullptr : &at->second;
  }

 private:
  std::map<Key, DerivedRow> rows_{};
};

}  // namespace vicinia::core::industry
