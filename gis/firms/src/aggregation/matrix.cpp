// What a matrix of firms says, and what is to be told of it.
#include <algorithm>
#include <limits>
#include <tuple>

#include "aggregation/nothing_kept.h"
#include "vicinia/gis/firms/aggregation.h"

namespace vicinia::gis::firms {

using core::ErrorCode;

std::string_view name_of(LeftOut reason) {
  constexpr std::array<std::string_view, left_out_kinds> names{
      "wrong_length", "no_year",           "no_place",    "bad_coordinate", "outside",
      "exchanged",    "unknown_unit",      "no_sector",   "unknown_sector", "bad_employees",
      "no_employees", "bad_foreign_share", "bad_capital", "bad_revenue"};
  return names[static_cast<std::size_t>(reason)];
}

std::string_view name_of(FirmCount count) {
  constexpr std::array<std::string_view, 4> names{"enterprises", "smes", "fdi_enterprises", "employees"};
  return names[static_cast<std::size_t>(count)];
}

core::stats::Interval range_of(const FirmCell& cell, FirmCount count) {
  const auto range = [](std::uint64_t known, std::uint64_t unknown) {
    return core::stats::Interval{static_cast<double>(known), static_cast<double>(known + unknown)};
  };
  switch (count) {
    case FirmCount::enterprises: return range(cell.enterprises, 0);
    case FirmCount::smes: return range(cell.smes, cell.smes_unknown);
    case FirmCount::fdi_enterprises: return range(cell.fdi, cell.fdi_unknown);
    case FirmCount::employees: break;
  }
  core::stats::Interval employees = range(cell.employees, 0);
  if (cell.employees_unknown > 0) employees.high = std::numeric_limits<double>::infinity();
  return employees;
}

core::Cell value_of(const FirmCell& cell, FirmCount count) {
  const core::stats::Interval range = range_of(cell, count);
  return range.is_exact() ? core::Cell::of(range.low) : core::Cell::not_published();
}

const FirmCell* FirmMatrix::find(std::size_t unit, std::size_t sector, std::size_t period) const {
  const auto key = [](const FirmCell& cell) {
    return std::tuple<std::size_t, std::size_t, std::size_t>(cell.unit, cell.sector, cell.period);
  };
  const auto found = std::ranges::lower_bound(cells, std::tuple(unit, sector, period), {}, key);
  return found != cells.end() && key(*found) == std::tuple(unit, sector, period) ? &*found : nullptr;
}

std::vector<core::Finding> FirmMatrix::told(const Register& by) const {
  std::vector<core::Finding> all = findings;
  for (std::size_t reason = 0; reason < left_out_kinds; ++reason) {
    const LeftOutRows& rows_of = left_out[reason];
    if (rows_of.count == 0) continue;
    std::string examples;
    for (const auto& example : rows_of.examples) {
      std::string text = example.line > 0 ? "#" + std::to_string(example.line) : std::string();
      if (!example.value.empty()) text += text.empty() ? example.value : " (" + example.value + ")";
      examples += (examples.empty() ? "" : ", ") + (text.empty() ? "NULL" : text);
    }
    std::ranges::replace(examples, '|', ' ');
    core::Finding finding{.code = ErrorCode::firms_left_out,
                          .subject = {.field = std::string(name_of(static_cast<LeftOut>(reason)))},
                          .detail = std::to_string(rows_of.count) + "|" + examples};
    all.push_back(std::move(finding));
  }
  std::uint64_t smes = 0, fdi = 0, employees = 0;
  std::string without_group;
  std::vector<bool> is_asked(sectors.size(), false);
  for (const FirmCell& cell : cells) {
    smes += cell.smes_unknown;
    fdi += cell.fdi_unknown;
    employees += cell.employees_unknown;
    if (cell.smes_unknown == 0 || is_asked[cell.sector]) continue;
    is_asked[cell.sector] = true;
    if (!by.sectors.group_of(sectors[cell.sector]))
      without_group += (without_group.empty() ? "" : ", ") + sectors[cell.sector];
  }
  const auto tell = [&](const char* field, std::uint64_t count, std::string detail) {
    if (count == 0) return;
    all.push_back({.code = ErrorCode::firms_unknown,
                   .subject = {.field = field},
                   .detail = std::to_string(count) + "|" + std::to_string(kept) +
                             (detail.empty() ? "" : "|" + detail)});
  };
  const bool has_law = std::ranges::all_of(periods, [&](const std::string& period) {
    return by.sme.criterion(year_of(period).value_or(0), SectorGroup::industry).has_value();
  });
  if (by.sme.by != SmeRule::By::none) {
    if (!has_law)
      tell("smes_law", smes, {});
    else if (!without_group.empty())
      tell("smes_group", smes, without_group);
    else
      tell("smes", smes, {});
  }
  if (!by.columns.foreign_share_pct.empty() || !by.columns.ownership.empty())
    tell("fdi_enterprises", fdi, {});
  tell("employees", employees, {});
  return all;
}

core::Error nothing_kept(const FirmMatrix& matrix, const Register& which, const std::string& where) {
  core::Error error{.code = matrix.rows == 0 ? ErrorCode::empty_table : ErrorCode::no_values,
                    .subject = {.file = where}};
  std::shared_ptr<const core::Error> cause;
  for (core::Finding& finding : matrix.told(which)) {
    finding.cause = std::move(cause);
    cause = std::make_shared<const core::Error>(std::move(finding));
  }
  error.cause = std::move(cause);
  return error;
}

}  // namespace vicinia::gis::firms
