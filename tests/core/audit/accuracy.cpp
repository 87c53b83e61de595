#include "accuracy.h"

#include <algorithm>
#include <cmath>
#include <iomanip>

#include "feasibility.h"

namespace vicinia::core::audit {
namespace {

using Changed = std::vector<CellPlace>;
constexpr Field ratios[] = {Field::location_quotient, Field::sector_share, Field::district_share};
constexpr Field counts_of_enterprises[] = {Field::enterprises, Field::smes, Field::fdi_enterprises};

/// A row of the kind whose value is at least so large.
std::optional<std::size_t> row_with(const MadeUpList& list, Dice& dice, RowKind kind, Field field,
                                    double least) {
  for (int tries = 0; tries < 200; ++tries) {
    const std::size_t r = dice.below(list.table.rows.size());
    const PublishedRow& row = list.table.rows[r];
    if (row.kind == kind && row[field].has_number() && row[field].number() >= least) return r;
  }
  return std::nullopt;
}

Changed change(MadeUpList& list, std::size_t row, Field field, double to) {
  Cell& cell = list.table.rows[row][field];
  if (cell.has_number() && cell.number() == to) return {};
  cell = Cell::of(to);
  return {{row, field}};
}

template <class Alter>
Changed alter(MadeUpList& list, Dice& dice, RowKind kind, Field field, double least, Alter to) {
  const auto row = row_with(list, dice, kind, field, least);
  return row ? change(list, *row, field, to(list.table.rows[*row][field].number())) : Changed();
}

double digits_swapped(double number, Dice& dice) {
  std::string digits = std::to_string(static_cast<long long>(number));
  for (int tries = 0; tries < 20 && digits.size() > 1; ++tries) {
    const std::size_t at = dice.below(digits.size() - 1);
    if (digits[at] == digits[at + 1]) continue;
    std::swap(digits[at], digits[at + 1]);
    return std::stod(digits);
  }
  return number;
}

double digit_lost(double number, Dice& dice) {
  std::string digits = std::to_string(static_cast<long long>(number));
  if (digits.size() < 2) return number;
  digits.erase(dice.below(digits.size()), 1);
  return std::stod(digits);
}

double digit_doubled(double number, Dice& dice) {
  std::string digits = std::to_string(static_cast<long long>(number));
  const std::size_t at = dice.below(digits.size());
  digits.insert(at, 1, digits[at]);
  return std::stod(digits);
}

double other_digit(double number, Dice& dice) {
  std::string digits = std::to_string(static_cast<long long>(number));
  const std::size_t at = dice.below(digits.size());
  digits[at] = static_cast<char>('0' + (digits[at] - '0' + 1 + static_cast<int>(dice.below(9))) % 10);
  return std::stod(digits);
}

/// Values of one row exchanged.
Changed swap_fields(MadeUpList& list, Dice& dice, Field a, Field b) {
  const auto r = row_with(list, dice, RowKind::district, a, 0);
  if (!r || !list.table.rows[*r][b].has_number()) return {};
  PublishedRow& row = list.table.rows[*r];
  if (row[a] == row[b]) return {};
  std::swap(row[a], row[b]);
  return {{*r, a}, {*r, b}};
}

Changed swap_fields_of(MadeUpList& list, std::size_t a, std::size_t b, std::initializer_list<Field> values) {
  Changed changed;
  for (const Field f : values) {
    Cell &first = list.table.rows[a][f], &second = list.table.rows[b][f];
    if (!first.has_number() || !second.has_number() || first == second) continue;
    std::swap(first, second);
    changed.push_back({a, f});
    changed.push_back({b, f});
  }
  std::ranges::sort(changed);
  return changed;
}

/// The same values of two district rows exchanged.
Changed swap_rows(MadeUpList& list, Dice& dice, std::initializer_list<Field> values) {
  const auto a = row_with(list, dice, RowKind::district, Field::employees, 1),
             b = row_with(list, dice, RowKind::district, Field::employees, 1);
  return a && b && *a != *b ? swap_fields_of(list, *a, *b, values) : Changed();
}

/// A district row and the next one of its sector.
std::optional<std::pair<std::size_t, std::size_t>> two_in_a_row(const MadeUpList& list, Dice& dice) {
  for (int tries = 0; tries < 200; ++tries) {
    const std::size_t r = dice.below(list.table.rows.size() - 1);
    const PublishedRow &one = list.table.rows[r], &next = list.table.rows[r + 1];
    const auto is_filled = [](const PublishedRow& row) {
      return row.kind == RowKind::district && row[Field::employees].number() > 0;
    };
    if (is_filled(one) && is_filled(next) && one.sector == next.sector) return std::pair(r, r + 1);
  }
  return std::nullopt;
}

constexpr std::initializer_list<Field> all_values = {
    Field::enterprises,       Field::smes,         Field::fdi_enterprises, Field::employees,
    Field::location_quotient, Field::sector_share, Field::district_share};

Changed swap_lines(MadeUpList& list, Dice& dice) {
  const auto rows = two_in_a_row(list, dice);
  return rows ? swap_fields_of(list, rows->first, rows->second, all_values) : Changed();
}

/// Any two district rows for which this holds.
template <class Holds>
Changed swap_any_lines(MadeUpList& list, Dice& dice, Holds holds) {
  for (int tries = 0; tries < 200; ++tries) {
    const auto a = row_with(list, dice, RowKind::district, Field::employees, 1),
               b = row_with(list, dice, RowKind::district, Field::employees, 1);
    if (a && b && *a != *b && holds(list.table.rows[*a], list.table.rows[*b]))
      return swap_fields_of(list, *a, *b, all_values);
  }
  return {};
}

/// One value taken from another district row.
Changed of_another_row(MadeUpList& list, Dice& dice, Field field) {
  const auto a = row_with(list, dice, RowKind::district, field, 0),
             b = row_with(list, dice, RowKind::district, field, 0);
  if (!a || !b) return {};
  return change(list, *a, field, list.table.rows[*b][field].number());
}

Changed line_above_again(MadeUpList& list, Dice& dice) {
  const auto rows = two_in_a_row(list, dice);
  if (!rows) return {};
  Changed changed;
  for (std::size_t f = 0; f < field_count; ++f) {
    const auto field = static_cast<Field>(f);
    const Cell& above = list.table.rows[rows->first][field];
    if (!above.has_number()) continue;
    for (const CellPlace& place : change(list, rows->second, field, above.number())) changed.push_back(place);
  }
  return changed;
}

Changed printed_twice(MadeUpList& list, Dice& dice) {
  const auto r = row_with(list, dice, RowKind::district, Field::employees, 10);
  if (!r) return {};
  PublishedRow again = list.table.rows[*r];
  again.source_line += "a";
  again[Field::employees] = Cell::of(digits_swapped(again[Field::employees].number(), dice));
  const bool is_changed = again[Field::employees] != list.table.rows[*r][Field::employees];
  list.table.rows.push_back(std::move(again));
  // Which of the two is wrong, their shares may tell or not.
  return is_changed ? Changed{{list.table.rows.size() - 1, Field::employees}} : Changed();
}

Field one_of(std::span<const Field> values, Dice& dice) { return values[dice.below(values.size())]; }

double last_digit_off(double number, Dice& dice) {
  return std::max(0.0, tenths(number + (dice.share() < 0.5 ? 0.1 : -0.1)));
}

}  // namespace

const std::vector<ErrorKind>& error_kinds() {
  constexpr Field employees = Field::employees, lq = Field::location_quotient, ss = Field::sector_share,
                  ds = Field::district_share;
  constexpr RowKind district = RowKind::district, group = RowKind::group, total = RowKind::total;
  static const std::vector<ErrorKind> kinds{
      {"employees: two digits swapped",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, employees, 10, [&](double n) { return digits_swapped(n, d); });
       }},
      {"employees: a digit lost",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, employees, 10, [&](double n) { return digit_lost(n, d); });
       }},
      {"employees: a digit typed twice",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, employees, 1, [&](double n) { return digit_doubled(n, d); });
       }},
      {"employees: another digit",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, employees, 1, [&](double n) { return other_digit(n, d); });
       }},
      {"employees: ten times as many",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, employees, 1, [](double n) { return 10 * n; });
       }},
      {"employees: in thousands",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, employees, 1000, [](double n) { return std::round(n / 1000); });
       }},
      {"employees: cut at the thousands separator",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, employees, 1000, [](double n) { return std::floor(n / 1000); });
       }},
      {"employees: only what follows the thousands separator",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, employees, 1000, [](double n) { return std::fmod(n, 1000); });
       }},
      {"employees: negative",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, employees, 1, [](double n) { return -n; });
       }},
      {"employees: none",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, employees, 1, [](double) { return 0.0; });
       }},
      {"employees: of another row", [](MadeUpList& l, Dice& d) { return of_another_row(l, d, employees); }},
      {"LQ: typed wrong",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, lq, 0, [&](double) { return tenths(d.between(0, 20)); });
       }},
      {"LQ: without its decimal point",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, lq, 0.1, [](double n) { return 10 * n; });
       }},
      {"LQ: zero",
       [](MadeUpList& l, Dice& d) { return alter(l, d, district, lq, 0.1, [](double) { return 0.0; }); }},
      {"LQ: rounded the wrong way",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, lq, 0.1, [&](double n) { return last_digit_off(n, d); });
       }},
      {"LQ: of another row", [](MadeUpList& l, Dice& d) { return of_another_row(l, d, lq); }},
      {"sectoral share: of another row", [](MadeUpList& l, Dice& d) { return of_another_row(l, d, ss); }},
      {"sectoral share: a fraction, not per cent",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, ss, 0.1, [](double n) { return tenths(n / 100); });
       }},
      {"sectoral share: rounded the wrong way",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, ss, 0.1, [&](double n) { return last_digit_off(n, d); });
       }},
      {"district share: of another row", [](MadeUpList& l, Dice& d) { return of_another_row(l, d, ds); }},
      {"district share: without its decimal point",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, ds, 0.1, [](double n) { return 10 * n; });
       }},
      {"district share: rounded the wrong way",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, ds, 0.1, [&](double n) { return last_digit_off(n, d); });
       }},
      {"columns: both shares swapped", [](MadeUpList& l, Dice& d) { return swap_fields(l, d, ss, ds); }},
      {"columns: LQ and sectoral share swapped",
       [](MadeUpList& l, Dice& d) { return swap_fields(l, d, lq, ss); }},
      {"columns: enterprises and SMEs swapped",
       [](MadeUpList& l, Dice& d) { return swap_fields(l, d, Field::enterprises, Field::smes); }},
      {"rows: employees of two swapped", [](MadeUpList& l, Dice& d) { return swap_rows(l, d, {employees}); }},
      {"rows: two neighbouring lines swapped", [](MadeUpList& l, Dice& d) { return swap_lines(l, d); }},
      {"rows: the line above again", [](MadeUpList& l, Dice& d) { return line_above_again(l, d); }},
      {"rows: printed twice, once wrongly", [](MadeUpList& l, Dice& d) { return printed_twice(l, d); }},
      {"enterprises: a digit lost",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, Field::enterprises, 10, [&](double n) { return digit_lost(n, d); });
       }},
      {"enterprises: none",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, Field::enterprises, 1, [](double) { return 0.0; });
       }},
      {"SMEs or FDI: another digit",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, district, d.share() < 0.5 ? Field::smes : Field::fdi_enterprises, 1,
                      [&](double n) { return other_digit(n, d); });
       }},
      {"group row: another count",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, group, d.share() < 0.5 ? employees : one_of(counts_of_enterprises, d), 1,
                      [&](double n) { return other_digit(n, d); });
       }},
      {"group row: another ratio",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, group, one_of(ratios, d), 0,
                      [&](double n) { return tenths(n * d.between(0.3, 0.8) + 0.2); });
       }},
      {"total row: another count",
       [](MadeUpList& l, Dice& d) {
         return alter(l, d, total, d.share() < 0.5 ? employees : one_of(counts_of_enterprises, d), 1,
                      [&](double n) { return other_digit(n, d); });
       }},
      // At the end, so that the seeds of those before stay what they were.
      {"rows: any two lines of a sector swapped",
       [](MadeUpList& l, Dice& d) {
         return swap_any_lines(
             l, d, [](const PublishedRow& a, const PublishedRow& b) { return a.sector == b.sector; });
       }},
      {"rows: any two lines of a district swapped",
       [](MadeUpList& l, Dice& d) {
         return swap_any_lines(l, d,
                               [](const PublishedRow& a, const PublishedRow& b) { return a.unit == b.unit; });
       }},
      {"rows: two lines of other sectors and districts swapped",
       [](MadeUpList& l, Dice& d) {
         return swap_any_lines(l, d, [](const PublishedRow& a, const PublishedRow& b) {
           return a.sector != b.sector && a.unit != b.unit;
         });
       }},
      {"rows: district shares of two swapped", [](MadeUpList& l, Dice& d) { return swap_rows(l, d, {ds}); }},
  };
  return kinds;
}

PlantedList planted_list(std::size_t kind, std::uint64_t seed) {
  for (std::uint64_t more = 0;; ++more) {
    Dice dice(seed * 1'000 + more + 77'000'000 * kind);
    PlantedList planted{made_up_list(dice.next() % 1'000'000'007, {.units = 6 + dice.below(10),
                                                                   .sectors = 4 + dice.below(8),
                                                                   .per_province = 2 + dice.below(4),
                                                                   .listed = dice.between(0.4, 1),
                                                                   .zeros = dice.between(0, 0.15),
                                                                   .at_halves = dice.share() < 0.1}),
                        {}};
    planted.changed = error_kinds()[kind].plant(planted.list, dice);
    if (!planted.changed.empty()) return planted;
  }
}

std::vector<Accuracy> accuracy_of_audit(std::size_t tables_a_kind, std::uint64_t first_seed) {
  std::vector<Accuracy> rows;
  for (std::size_t kind = 0; kind < error_kinds().size(); ++kind) {
    Accuracy row{.kind = error_kinds()[kind].name};
    for (std::uint64_t seed = first_seed; seed < first_seed + tables_a_kind; ++seed) {
      const auto [list, changed] = planted_list(kind, seed);
      const Audit audited = audit(list.table);
      const bool is_detectable = !is_feasible(list.table);
      const auto is_changed = [&](const CellVerdict& cell) {
        return std::ranges::binary_search(changed, CellPlace{cell.row, cell.field});
      };
      bool is_found = false, is_certain = false, is_likely = false, has_finding = false;
      std::size_t innocents = 0;
      for (const CellVerdict& cell : audited.cells) {
        if (cell.verdict != Verdict::contradicted) continue;
        has_finding = true;
        is_found = is_found || is_changed(cell);
        is_certain = is_certain || (is_changed(cell) && cell.blame == Blame::certain);
        is_likely = is_likely || (is_changed(cell) && cell.blame == Blame::likely);
        if (!is_changed(cell) && cell.blame == Blame::certain) ++innocents;
      }
      ++row.planted;
      row.detectable += is_detectable ? 1 : 0;
      row.found += is_detectable && is_found ? 1 : 0;
      row.named_certainly += is_detectable && is_certain ? 1 : 0;
      row.named_likely += is_detectable && is_likely && !is_certain ? 1 : 0;
      row.innocents_blamed += innocents;
      row.tables_with_innocents_blamed += innocents > 0 ? 1 : 0;
      row.false_alarms += !is_detectable && has_finding ? 1 : 0;
      if (innocents > 0 || (is_detectable ? !is_found : has_finding)) row.seeds_of_interest.push_back(seed);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Accuracy sum_of(const std::vector<Accuracy>& rows) {
  Accuracy sum{.kind = "all"};
  for (const Accuracy& row : rows) {
    sum.planted += row.planted;
    sum.detectable += row.detectable;
    sum.found += row.found;
    sum.named_certainly += row.named_certainly;
    sum.named_likely += row.named_likely;
    sum.innocents_blamed += row.innocents_blamed;
    sum.tables_with_innocents_blamed += row.tables_with_innocents_blamed;
    sum.false_alarms += row.false_alarms;
  }
  return sum;
}

void print(std::ostream& to, const std::vector<Accuracy>& rows) {
  to << std::left << std::setw(56) << "planted error" << std::right;
  for (const char* head :
       {"tables", "detectable", "found", "certainly", "likely", "innocents", "in tables", "false alarms"})
    to << std::setw(12) << head;
  to << '\n';
  const auto print_row = [&](const Accuracy& row) {
    to << std::left << std::setw(56) << row.kind << std::right;
    for (const std::size_t n : {row.planted, row.detectable, row.found, row.named_certainly, row.named_likely,
                                row.innocents_blamed, row.tables_with_innocents_blamed, row.false_alarms})
      to << std::setw(12) << n;
    if (!row.seeds_of_interest.empty()) to << "   see seeds";
    for (std::size_t i = 0; i < std::min<std::size_t>(row.seeds_of_interest.size(), 6); ++i)
      to << ' ' << row.seeds_of_interest[i];
    to << '\n';
  };
  for (const Accuracy& row : rows) print_row(row);
  print_row(sum_of(rows));
}

}  // namespace vicinia::core::audit
