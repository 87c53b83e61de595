#include "aggregation/firm_rules.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace vicinia::gis::firms {
namespace {

using core::ErrorCode;
using core::Result;

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The first characters of UTF-8.
std::string_view first_characters(std::string_view text, std::size_t count) {
  if (count == 0) return text;
  std::size_t at = 0;
  for (; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && count-- == 0) break;
  return text.substr(0, at);
}

/// More people than live.
constexpr double most_employees = 1e9;

}  // namespace

Result<FirmRules> FirmRules::build(const Register& which, std::span<const std::string> columns,
                                   const std::string& file, const FirmUnits& units,
                                   const core::geom::UnitLocator* locator) {
  FirmRules rules;
  rules.which_ = &which;
  rules.width_ = columns.size();
  const RegisterColumns& names = which.columns;
  struct Wanted {
    const std::string& name;
    std::size_t& at;
  };
  for (const Wanted& wanted :
       {Wanted{names.unit, rules.unit_}, Wanted{names.x, rules.x_}, Wanted{names.y, rules.y_},
        Wanted{names.sector, rules.sector_}, Wanted{names.employees, rules.employees_},
        Wanted{names.foreign_share_pct, rules.share_}, Wanted{names.ownership, rules.ownership_},
        Wanted{names.capital, rules.capital_}, Wanted{names.revenue, rules.revenue_},
        Wanted{names.year, rules.year_}}) {
    if (wanted.name.empty()) continue;
    const auto found = std::ranges::find(columns, wanted.name);
    if (found == columns.end()) {
      std::string there;
      for (const std::string& column : columns) there += (there.empty() ? "" : ", ") + column;
      return core::fail({.code = ErrorCode::missing_column,
                         .subject = {.file = file, .field = wanted.name},
                         .detail = there});
    }
    wanted.at = static_cast<std::size_t>(found - columns.begin());
  }
  if (!which.period.empty()) rules.stated_year_ = year_of(which.period).value_or(0);
  rules.unit_count_ = units.codes.size();
  for (std::uint32_t unit = 0; unit < units.codes.size(); ++unit)
    rules.unit_of_code_.emplace(units.codes[unit], unit);
  rules.locator_ = locator;
  for (const auto& [code, sector] : which.sectors.codes) rules.sector_of_code_.emplace(code, sector);
  return rules;
}

std::optional<double> FirmRules::coordinate(std::string_view text) const {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && std::isfinite(number)) return number;
  if (which_->decimal != io::DecimalMark::comma || std::ranges::count(text, ',') != 1) return std::nullopt;
  std::string with_point(text);
  std::ranges::replace(with_point, ',', '.');
  const auto [last, wrong] =
      std::from_chars(with_point.data(), with_point.data() + with_point.size(), number);
  return wrong == std::errc() && last == with_point.data() + with_point.size() && std::isfinite(number)
             ? std::optional(number)
             : std::nullopt;
}

std::optional<Refusal> FirmRules::place(std::span<const std::string_view> cells, FirmRow& firm) const {
  if (unit_ != no_column) {
    const std::string_view code = without_blanks(cells[unit_]);
    if (code.empty()) return Refusal{LeftOut::no_place};
    const auto unit = unit_of_code_.find(code);
    if (unit == unit_of_code_.end()) return Refusal{LeftOut::unknown_unit, std::string(code)};
    firm.unit = unit->second;
    return std::nullopt;
  }
  const std::string_view x_text = without_blanks(cells[x_]), y_text = without_blanks(cells[y_]);
  if (x_text.empty() || y_text.empty()) return Refusal{LeftOut::no_place};
  const auto x = coordinate(x_text), y = coordinate(y_text);
  if (!x || !y) return Refusal{LeftOut::bad_coordinate, std::string(x ? y_text : x_text)};
  if (const auto unit = locator_->at({*x, *y})) {
    firm.unit = static_cast<std::uint32_t>(*unit);
    return std::nullopt;
  }
  const auto& grid = locator_->grid();
  const bool would_fit =
      grid.columns > 0 && *y >= grid.west && *y <= grid.east && *x >= grid.south && *x <= grid.north;
  const bool fits =
      grid.columns > 0 && *x >= grid.west && *x <= grid.east && *y >= grid.south && *y <= grid.north;
  return Refusal{would_fit && !fits ? LeftOut::exchanged : LeftOut::outside,
                 std::string(x_text) + " " + std::string(y_text)};
}

std::optional<Refusal> FirmRules::judge(std::span<const std::string_view> cells, FirmRow& firm) const {
  if (cells.size() != width_)
    return Refusal{LeftOut::wrong_length, std::to_string(cells.size()) + ", " + std::to_string(width_)};
  firm.year = stated_year_;
  if (year_ != no_column) {
    const std::string_view text = without_blanks(cells[year_]);
    const auto year = year_of(text);
    if (!year) return Refusal{LeftOut::no_year, std::string(text)};
    firm.year = *year;
  }
  if (auto refusal = place(cells, firm)) return refusal;

  const std::string_view code = without_blanks(cells[sector_]);
  if (code.empty()) return Refusal{LeftOut::no_sector};
  firm.sector = first_characters(code, which_->sectors.digits);
  if (!sector_of_code_.empty()) {
    const auto sector = sector_of_code_.find(firm.sector);
    if (sector == sector_of_code_.end()) return Refusal{LeftOut::unknown_sector, std::string(code)};
    firm.sector = sector->second;
  }

  const auto number = [&](std::string_view text, io::Quantity quantity) {
    return io::number_of(text, quantity, which_->decimal);
  };
  const std::string_view people = without_blanks(cells[employees_]);
  firm.employees.reset();
  if (!people.empty()) {
    const auto employees = number(people, io::Quantity::count);
    if (!employees || *employees > most_employees)
      return Refusal{LeftOut::bad_employees, std::string(people)};
    firm.employees = static_cast<std::uint64_t>(*employees);
  } else if (which_->leaves_out_firms_without_employees) {
    return Refusal{LeftOut::no_employees};
  }

  firm.is_fdi.reset();
  if (share_ != no_column) {
    const std::string_view text = without_blanks(cells[share_]);
    if (!text.empty()) {
      const auto share = number(text, io::Quantity::share_pct);
      if (!share) return Refusal{LeftOut::bad_foreign_share, std::string(text)};
      const FdiRule& fdi = which_->fdi;
      firm.is_fdi =
          *share > 0 && (fdi.is_more_than ? *share > fdi.min_share_pct : *share >= fdi.min_share_pct);
    }
  } else if (ownership_ != no_column) {
    const std::string_view text = without_blanks(cells[ownership_]);
    if (!text.empty())
      firm.is_fdi = std::ranges::find(which_->fdi.ownership, text) != which_->fdi.ownership.end();
  }

  firm.capital.reset();
  firm.revenue.reset();
  struct Money {
    std::size_t column;
    std::optional<double>& into;
    LeftOut reason;
  };
  for (const Money& money : {Money{capital_, firm.capital, LeftOut::bad_capital},
                             Money{revenue_, firm.revenue, LeftOut::bad_revenue}}) {
    if (money.column == no_column) continue;
    const std::string_view text = without_blanks(cells[money.column]);
    if (text.empty()) continue;
    money.into = number(text, io::Quantity::quotient);
    if (!money.into) return Refusal{money.reason, std::string(text)};
  }
  return std::nullopt;
}

SmeQuestion SmeQuestion::of(const Register& which, const std::string& sector, int year) {
  SmeQuestion question{.group = which.sectors.group_of(sector)};
  for (const SectorGroup group : all_sector_groups) {
    auto& criterion = question.criteria[static_cast<std::size_t>(group)];
    criterion = which.sme.criterion(year, group);
    if (!criterion) continue;
    // In the units of the register, as its numbers are.
    for (auto* limit : {&criterion->limits.capital_vnd, &criterion->limits.revenue_vnd})
      if (*limit) **limit /= which.money_unit_vnd;
  }
  return question;
}

Told SmeQuestion::answer(const FirmSize& size) const {
  const auto by = [&](SectorGroup asked) -> Told {
    const auto& criterion = criteria[static_cast<std::size_t>(asked)];
    return criterion ? is_within(*criterion, size) : std::nullopt;
  };
  if (group) return by(*group);
  // Whatever its group is, where all say the same.
  const Told first = by(all_sector_groups[0]);
  for (const SectorGroup other : all_sector_groups)
    if (by(other) != first) return std::nullopt;
  return first;
}

}  // namespace vicinia::gis::firms
