// The audit of the built-in list and of 200,000 rows, clean and with errors, in processor time, beside the linear program that only decides
// whether the values that are left can be true together (Clp, in the same run on the same values).
// Aims: the built-in list 50 ms, 200,000 rows 2 s and with 100 errors 4 s, matrices with ratios and 50 errors 3 s.
//   bench_audit [built-in | list | counts | two-levels | one-level]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/audit/feasibility.h"
#include "core/audit/made_up_list.h"
#include "vicinia/core/audit/audit.h"

namespace {

using namespace vicinia::core;
using namespace vicinia::core::audit;

double best_of(int times, const std::function<void()>& run) {
  double best = 1e300;
  for (int i = 0; i < times; ++i) {
    const std::clock_t start = std::clock();
    run();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '"')
      is_quoted = !is_quoted;
    else if (c == ',' && !is_quoted)
      fields.emplace_back();
    else if (c != '\r')
      fields.back() += c;
  }
  return fields;
}

/// The columns of the built-in observations: see their README.
PublishedTable built_in_list() {
  std::ifstream file(VICINIA_BUILT_IN_LIST);
  std::string line;
  std::getline(file, line);
  PublishedTable table;
  while (std::getline(file, line)) {
    const auto fields = fields_of(line);
    PublishedRow row{.source_line = fields[0],
                     .sector = fields[1],
                     .unit = fields.back(),
                     .group = fields[3],
                     .province = fields[4]};
    row.kind = fields[6] == "group"   ? RowKind::group
               : fields[6] == "total" ? RowKind::total
                                      : RowKind::district;
    for (std::size_t f = 0; f < field_count; ++f)
      if (!fields[7 + f].empty()) row.values[f] = Cell::of(std::strtod(fields[7 + f].c_str(), nullptr));
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) std::fprintf(stderr, "cannot read %s\n", VICINIA_BUILT_IN_LIST), std::exit(1);
  return table;
}

/// Errors in employees and ratios, spread over the table.
void spoil(PublishedTable& table, std::size_t errors) {
  Dice dice(7);
  while (errors > 0) {
    PublishedRow& row = table.rows[dice.below(table.rows.size())];
    const auto field = static_cast<Field>(3 + dice.below(4));
    if (!row[field].has_number() || row[field].number() < 1) continue;
    row[field] = Cell::of(is_count(field) ? 3 * row[field].number() : tenths(2.5 * row[field].number()));
    --errors;
  }
}

/// Without what the audit contradicts: what the linear program is asked about.
PublishedTable what_is_left(PublishedTable table) {
  for (const CellVerdict& cell : audit::audit(table).cells)
    if (cell.verdict == Verdict::contradicted) table.rows[cell.row][cell.field] = Cell::not_published();
  return table;
}

void report(const char* what, const PublishedTable& table, int times) {
  Audit found;
  const double seconds = best_of(times, [&] { found = audit::audit(table); });
  std::size_t contradicted = 0;
  for (const CellVerdict& cell : found.cells) contradicted += cell.verdict == Verdict::contradicted ? 1 : 0;
  std::printf("%-42s %8zu rows %9zu cells %6zu contradicted %10.2f ms\n", what, table.rows.size(),
              found.cells.size(), contradicted, 1e3 * seconds);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view only = argc > 1 ? argv[1] : "";
  const auto is_wanted = [&](std::string_view name) { return only.empty() || only == name; };
  if (is_wanted("built-in")) {
    const PublishedTable list = built_in_list();
    report("the built-in list", list, 10);
    const PublishedTable left = what_is_left(list);
    const double program = best_of(10, [&] { (void)is_feasible(left); });
    std::printf("%-42s %8zu rows %50.2f ms\n", "Clp: is it feasible? (no more than that)", list.rows.size(),
                1e3 * program);
  }
  const auto report_clean_and_spoilt = [&](const char* what, const char* spoilt, PublishedTable table,
                                           std::size_t errors) {
    report(what, table, 3);
    spoil(table, errors);
    report(spoilt, table, 2);
  };
  if (is_wanted("list"))
    report_clean_and_spoilt(
        "a made-up list of 700 districts", "the same with 100 errors",
        made_up_list(1, {.units = 700, .sectors = 440, .per_province = 11, .listed = 0.6, .zeros = 0.1})
            .table,
        100);
  if (is_wanted("counts"))
    report_clean_and_spoilt(
        "a matrix of two levels, counts alone", "the same with 50 errors",
        made_up_matrix(2, {.provinces = 63, .units = 11, .sectors = 88, .has_ratios = false}), 50);
  if (is_wanted("two-levels"))
    report_clean_and_spoilt("a matrix of two levels with ratios", "the same with 50 errors",
                            made_up_matrix(3, {.provinces = 63, .units = 11, .sectors = 88}), 50);
  if (is_wanted("one-level"))
    report_clean_and_spoilt("a matrix of one level with ratios", "the same with 50 errors",
                            made_up_matrix(4, {.units = 3'276, .sectors = 88}), 50);
}
