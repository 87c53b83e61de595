// Prints how units are found by what people write for them, kind of spelling by kind.
//   matching_accuracy
#include <cstdio>

#include "matching/spellings.h"

using namespace vicinia::core;
using namespace vicinia::core::matching;

namespace {

void print(const Country& country, const std::vector<Spelling>& spellings) {
  const auto kinds = accuracy(country, spellings);
  std::printf("%s: %zu spellings\n", country.name.c_str(), spellings.size());
  std::printf("  %-32s %-8s %7s %8s %7s %7s %7s\n", "spelling", "due", "pairs", "certain", "wrong", "found",
              "asked");
  for (const Accuracy& one : kinds) {
    std::printf("  %-32s %-8s %7zu %8zu %7zu %7zu %7zu\n", one.kind.c_str(),
                one.due == Due::certain ? "certain"
                : one.due == Due::found ? "found"
                                        : "open",
                one.pairs, one.certain, one.certain - one.certain_and_right, one.found, one.asked);
    for (const std::string& text : one.wrong) std::printf("      wrong:  %s\n", text.c_str());
    for (const std::string& text : one.missed) std::printf("      missed: %s\n", text.c_str());
  }
  std::size_t certain = 0, right = 0;
  for (const Due due : {Due::certain, Due::found, Due::open}) {
    certain += sum(kinds, due).certain;
    right += sum(kinds, due).certain_and_right;
  }
  const Accuracy told = sum(kinds, Due::certain), mistyped = sum(kinds, Due::found);
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  std::printf(
      "  certain: precision %.5f, recall %.5f of %zu that say one unit; of %zu with a letter off %.5f are found, certain or likely\n\n",
      share(right, certain), share(told.certain_and_right, told.pairs), told.pairs, mistyped.pairs,
      share(mistyped.found, mistyped.pairs));
}

}  // namespace

int main() {
  Country districts = districts_of_2007();
  print(districts, spellings_by_rule(districts));
  print(districts, spellings_by_hand(districts.level));
  print(districts, published_spellings());
  Country provinces = districts;
  provinces.name = "provinces of 2007";
  provinces.level = {0};
  print(provinces, spellings_by_hand(provinces.level));
  const Country communes = communes_of_2025();
  print(communes, spellings_by_rule(communes));
  return 0;
}
