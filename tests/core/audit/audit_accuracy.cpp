// Prints what the audit finds of errors of each kind, and how often it blames a value that is right.
//   audit_accuracy [tables of each kind] [--first-seed SEED]
//   audit_accuracy KIND SEED             one list: what was changed, what is said of it
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <vector>

#include "accuracy.h"
#include "feasibility.h"

namespace {

using namespace vicinia::core::audit;

void print_one(std::size_t kind, std::uint64_t seed) {
  const auto [list, changed] = planted_list(kind, seed);
  std::cout << error_kinds()[kind].name << (is_feasible(list.table) ? ", not detectable" : ", detectable")
            << '\n';
  for (const PublishedRow& row : list.table.rows) {
    std::cout << row.source_line << '\t' << name_of(row.kind) << "\tsector " << row.sector << "\tunit "
              << row.unit << "\tgroup " << row.group;
    for (const auto& cell : row.values)
      std::cout << '\t' << (cell.has_number() ? std::to_string(cell.number()) : "");
    std::cout << '\n';
  }
  for (const CellPlace& place : changed)
    std::cout << "changed: line " << list.table.rows[place.row].source_line << ' ' << name_of(place.field)
              << '\n';
  for (const CellVerdict& cell : audit(list.table).cells) {
    if (cell.verdict != Verdict::contradicted) continue;
    std::cout << "line " << list.table.rows[cell.row].source_line << ' ' << name_of(cell.field) << ' '
              << cell.published << ": " << name_of(cell.blame);
    if (cell.expected) std::cout << ", " << cell.expected->low << " to " << cell.expected->high;
    std::cout << ", by lines";
    for (const std::size_t row : cell.contradicted_by) std::cout << ' ' << list.table.rows[row].source_line;
    for (const CellPlace& other : cell.alternatives)
      std::cout << " or " << list.table.rows[other.row].source_line << ' ' << name_of(other.field);
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::uint64_t> numbers;
  std::uint64_t first_seed = 0;
  for (int i = 1; i < argc; ++i) {
    const bool is_first_seed = std::string_view(argv[i]) == "--first-seed" && i + 1 < argc;
    if (is_first_seed) ++i;
    char* end = nullptr;
    const std::uint64_t number = std::strtoull(argv[i], &end, 10);
    if (end == argv[i] || *end != '\0') {
      std::cerr << "not a number: " << argv[i]
                << "\naudit_accuracy [tables of each kind] [--first-seed SEED] | KIND SEED\n";
      return 2;
    }
    is_first_seed ? void(first_seed = number) : numbers.push_back(number);
  }
  if (numbers.size() == 2) {
    if (numbers[0] >= error_kinds().size()) {
      std::cerr << "there are " << error_kinds().size() << " kinds\n";
      return 2;
    }
    print_one(numbers[0], numbers[1]);
    return 0;
  }
  print(std::cout, accuracy_of_audit(numbers.empty() ? 40 : numbers[0], first_seed));
}
