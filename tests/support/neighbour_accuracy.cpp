// How well neighbours are found on dirty countries (dirty_country.h), at the tolerance that core proposes for
// them: a row for each kind of dirt, how much of it, and size of country, over several seeds.
//   neighbour_accuracy [--kind NAME] [--dirt METRES] [--units N] [--seeds N] [--tolerance METRES] [--missing]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "support/dirty_country.h"
#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/topology.h"

namespace {

using namespace vicinia;
using test::Dirt;

struct Wanted {
  std::string kind;
  std::vector<double> dirt_m{0, 1, 10, 50, 100, 200, 500};
  std::vector<std::size_t> units{700, 10'000};
  std::uint64_t seeds = 3;
  std::optional<double> tolerance_m;
  bool missing = false;
};

struct Sum {
  std::size_t edges = 0, undecidable = 0, found = 0, right = 0, wanted = 0;
  double least_m = 1e9, most_m = 0, seconds = 0;
  std::string failure;
};

void print_pairs(const test::DirtyCountry& country, const char* word,
                 const std::vector<test::DirtyCountry::Pair>& pairs) {
  for (std::size_t i = 0; i < std::min<std::size_t>(pairs.size(), 10); ++i) {
    const auto& [a, b] = pairs[i];
    std::printf("    %s %u-%u (provinces %u, %u)\n", word, a, b, country.province[a], country.province[b]);
  }
}

void measure(const test::DirtOptions& options, const Wanted& wanted, Sum& sum) {
  const auto country = test::make_dirty_country(options);
  const auto start = std::chrono::steady_clock::now();
  const auto topology = core::topology::build_topology(country.areas, {.tolerance_m = wanted.tolerance_m});
  if (!topology) {
    sum.failure = std::string(core::name_of(topology.error().code)) + " " + topology.error().detail;
    return;
  }
  const auto rows = core::topology::borders(*topology);
  sum.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const auto found = test::accuracy(country, rows);
  sum.edges += country.edges.size();
  sum.undecidable += country.undecidable.size();
  sum.found += found.found;
  sum.right += found.right;
  sum.wanted += found.wanted;
  sum.least_m = std::min(sum.least_m, topology->tolerance_m());
  sum.most_m = std::max(sum.most_m, topology->tolerance_m());
  if (!wanted.missing) return;
  std::printf("  %s, %g m, seed %llu\n", test::name_of(options.kind).c_str(), options.dirt_m,
              static_cast<unsigned long long>(options.seed));
  print_pairs(country, "not found", found.missing);
  print_pairs(country, "no neighbours", found.wrong);
}

Wanted read(int argc, char** argv) {
  Wanted wanted;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    const std::string value = i + 1 < argc ? argv[i + 1] : "";
    if (option == "--missing") {
      wanted.missing = true;
      continue;
    }
    if (option == "--kind")
      wanted.kind = value;
    else if (option == "--dirt")
      wanted.dirt_m = {std::atof(value.c_str())};
    else if (option == "--units")
      wanted.units = {std::strtoull(value.c_str(), nullptr, 10)};
    else if (option == "--seeds")
      wanted.seeds = std::strtoull(value.c_str(), nullptr, 10);
    else if (option == "--tolerance")
      wanted.tolerance_m = std::atof(value.c_str());
    else {
      std::fprintf(stderr,
                   "neighbour_accuracy [--kind NAME] [--dirt METRES] [--units N] [--seeds N] [--tolerance "
                   "METRES] [--missing]\n");
      std::exit(2);
    }
    ++i;
  }
  return wanted;
}

}  // namespace

int main(int argc, char** argv) {
  const Wanted wanted = read(argc, argv);
  std::printf("%-12s %7s %7s %9s %9s %10s %10s %8s %15s %9s\n", "kind", "dirt_m", "units", "edges", "found",
              "precision", "recall", "neither", "tolerance_m", "seconds");
  std::size_t below = 0;
  for (std::size_t kind = 0; kind < test::dirt_count; ++kind) {
    const std::string name = test::name_of(static_cast<Dirt>(kind));
    if (!wanted.kind.empty() && wanted.kind != name) continue;
    for (const std::size_t units : wanted.units)
      for (const double dirt_m : wanted.dirt_m) {
        Sum sum;
        for (std::uint64_t seed = 1; seed <= wanted.seeds; ++seed)
          measure({.kind = static_cast<Dirt>(kind), .dirt_m = dirt_m, .units = units, .seed = seed}, wanted,
                  sum);
        if (!sum.failure.empty()) {
          std::printf("%-12s %7g %7zu  %s\n", name.c_str(), dirt_m, units, sum.failure.c_str());
          ++below;
          continue;
        }
        const double precision =
            sum.found == 0 ? 1 : static_cast<double>(sum.right) / static_cast<double>(sum.found);
        const double recall = static_cast<double>(sum.right) / static_cast<double>(sum.wanted);
        const bool good = precision >= 0.995 && recall >= 0.995;
        below += good ? 0 : 1;
        char tolerance[40];
        std::snprintf(tolerance, sizeof tolerance, sum.least_m == sum.most_m ? "%.0f" : "%.0f-%.0f",
                      sum.least_m, sum.most_m);
        std::printf(
            "%-12s %7g %7zu %9zu %9zu %10.4f %10.4f %7.2f%% %15s %9.3f%s\n", name.c_str(), dirt_m, units,
            sum.edges, sum.found, precision, recall,
            100.0 * static_cast<double>(sum.undecidable) / static_cast<double>(sum.undecidable + sum.edges),
            tolerance, sum.seconds / static_cast<double>(wanted.seeds), good ? "" : "  <<<");
        std::fflush(stdout);
      }
  }
  std::printf("%zu rows below 0.995\n", below);
  return below == 0 ? 0 : 1;
}
