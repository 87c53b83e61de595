/// \file period.h
/// The time that the label of a period means, and the order of several.
/// Shapes:  labels → their positions, oldest first.
/// Units:   days of the calendar; a period is known by its first day and its kind.
/// Reads:   years ("2007", "Năm 2007"), half-years ("H1 2008", "6 tháng đầu năm 2008"), quarters in Arabic
/// and Roman numerals
///          ("Q4/2007", "IV-2007", "Quý IV/2007", "2007Q4"), months in both orders ("12/2007", "2007-12",
///          "tháng 12/2007", "Dec 2007"), days ("31/12/2007", with the day first; "2007-12-31"). Marks of
///          preliminary values stand before or behind: "Prel. 2016", "Sơ bộ 2016", "2016 (*)", "2016p".
/// Missing: a label that says none of these has no time; it may stand alone, but not beside others.
/// Errors:  PeriodOrderUnknown.
/// Cost:    O(characters).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"

namespace vicinia::core::industry {

enum class PeriodKind : std::uint8_t { year, half_year, quarter, month, day };

/// "year", "half_year" …
[[nodiscard]] std::string_view name_of(PeriodKind kind);

struct PeriodTime {
  PeriodKind kind = PeriodKind::year;
  std::chrono::sys_days first_day{};
  friend bool operator==(const PeriodTime&, const PeriodTime&) = default;
};

struct Period {
  std::string label{};               ///< as printed; NFC
  std::optional<PeriodTime> time{};  ///< nullopt: the label says none
  bool preliminary = false;          ///< marked so

  [[nodiscard]] static Period of(std::string_view label);
  /// "2007", "2007-H2", "2007-Q4", "2007-12", "2007-12-31": a form that every label of its kind sorts by, and
  /// that reads back the same; empty without a time.
  [[nodiscard]] std::string standard_form() const;
};

/// Positions of the labels, the oldest first. Labels are of one kind, and no two mean the same time.
/// Errors:  PeriodOrderUnknown: subject.id is the first label at fault; field says why: "no_time",
/// "kinds_mixed", "same_time"; detail is
///          "labels at fault|what to write in their place". One label alone is always in order.
[[nodiscard]] Result<std::vector<std::size_t>> order_of_periods(std::span<const std::string> labels);

}  // namespace vicinia::core::industry
