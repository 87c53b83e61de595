// Topology of the 674 districts of 2007, and dissolving them to provinces, beside GEOS in the same run; then synthetic countries of
// growing size: time, memory, and the exponent by which they grow.
// The largest (100,000 units, 50 million vertices, several GB) runs only if VICINIA_BENCH_LARGE is set.
// Boundaries: ../shared/data, or the folder in VICINIA_BOUNDARIES.
#include <benchmark/benchmark.h>
#include <geos_c.h>
#include <malloc.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "support/dirty_country.h"
#include "support/synthetic_country.h"
#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/core/topology/simplify.h"
#include "vicinia/core/topology/topology.h"
#include "vicinia/gis/io/vector_layer.h"

namespace {

using namespace vicinia;
using namespace core::topology;
using Areas = std::vector<core::geom::MultiPolygon>;

template <class T>
T need(core::Result<T> result) {
  if (result) return std::move(*result);
  std::cerr << core::name_of(result.error().code) << " " << result.error().subject.file << " "
            << result.error().detail << '\n';
  std::exit(1);
}

/// A number of kB from /proc/self/status, in MB.
double memory_mb(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == field + ":") {
      double kb = 0;
      status >> kb;
      return kb / 1024;
    }
  return 0;
}

struct Country {
  Areas areas;
  std::vector<GroupIndex> province;
};

const Country& vietnam() {
  static const Country country = [] {
    const char* const folder = std::getenv("VICINIA_BOUNDARIES");
    const std::filesystem::path file =
        std::filesystem::path(folder != nullptr ? folder : VICINIA_SHARED_DATA_DIR "/boundaries") /
        "vnm_adm2_2007vintage_gadmv1_674.shp";
    auto layer = need(gis::io::read_polygons(file, {.target_crs = "EPSG:32648"}));
    Country read{.areas = std::move(layer.areas), .province = {}};
    const std::size_t column = need(layer.attributes.column("ID_2", file.string()));
    std::map<std::string, GroupIndex> numbers;
    for (const auto& row : layer.attributes.rows)
      read.province.push_back(
          numbers.try_emplace(row[column], static_cast<GroupIndex>(numbers.size())).first->second);
    return read;
  }();
  return country;
}

double vertices(const Areas& areas) {
  std::size_t count = 0;
  for (const auto& area : areas)
    for (const auto& polygon : area) {
      count += polygon.outer().size();
      for (const auto& hole : polygon.inners()) count += hole.size();
    }
  return static_cast<double>(count);
}

// ---- GEOS -------------------------------------------------------------------------------------------------------------

class Geos {
 public:
  Geos() : context_(GEOS_init_r()) { GEOSContext_setNoticeHandler_r(context_, nullptr); }
  ~Geos() { GEOS_finish_r(context_); }
  Geos(const Geos&) = delete;
  Geos& operator=(const Geos&) = delete;
  [[nodiscard]] GEOSContextHandle_t get() const { return context_; }

  [[nodiscard]] GEOSGeometry* ring(const core::geom::Ring& points) const {
    GEOSCoordSequence* const sequence =
        GEOSCoordSeq_create_r(context_, static_cast<unsigned>(points.size()), 2);
    for (unsigned i = 0; i < points.size(); ++i)
      GEOSCoordSeq_setXY_r(context_, sequence, i, points[i].x(), points[i].y());
    return GEOSGeom_createLinearRing_r(context_, sequence);
  }
  /// One geometry per province: a multipolygon of all parts of its districts.
  [[nodiscard]] std::vector<GEOSGeometry*> provinces(const Country& country) const {
    std::vector<std::vector<GEOSGeometry*>> parts;
    for (std::size_t unit = 0; unit < country.areas.size(); ++unit) {
      parts.resize(std::max<std::size_t>(parts.size(), country.province[unit] + std::size_t{1}));
      for (const auto& polygon : country.areas[unit]) {
        std::vector<GEOSGeometry*> holes;
        for (const auto& hole : polygon.inners()) holes.push_back(ring(hole));
        parts[country.province[unit]].push_back(GEOSGeom_createPolygon_r(
            context_, ring(polygon.outer()), holes.data(), static_cast<unsigned>(holes.size())));
      }
    }
    std::vector<GEOSGeometry*> all;
    for (auto& some : parts)
      all.push_back(GEOSGeom_createCollection_r(context_, GEOS_MULTIPOLYGON, some.data(),
                                                static_cast<unsigned>(some.size())));
    return all;
  }

 private:
  GEOSContextHandle_t context_;
};

template <class Union>
void dissolve_with_geos(benchmark::State& state, Union unite) {
  const Geos geos;
  const auto provinces = geos.provinces(vietnam());
  std::size_t failures = 0;
  for (auto _ : state) {
    failures = 0;
    for (const GEOSGeometry* province : provinces) {
      GEOSGeometry* const whole = unite(geos.get(), province);
      if (whole == nullptr) ++failures;
      if (whole != nullptr) GEOSGeom_destroy_r(geos.get(), whole);
    }
  }
  state.counters["failures"] = static_cast<double>(failures);
  for (GEOSGeometry* province : provinces) GEOSGeom_destroy_r(geos.get(), province);
}

// ---- the 674 districts -----------------------------------------------------------------------------------------------

void districts_topology_and_borders(benchmark::State& state) {
  const Country& country = vietnam();
  for (auto _ : state) benchmark::DoNotOptimize(borders(need(build_topology(country.areas))));
  state.counters["vertices"] = vertices(country.areas);
}
BENCHMARK(districts_topology_and_borders)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(2);

void districts_topology_as_the_data_need(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(borders(need(build_topology(vietnam().areas, {.tolerance_m = std::nullopt}))));
}
BENCHMARK(districts_topology_as_the_data_need)->Unit(benchmark::kMillisecond)->UseRealTime();

// ---- countries as people digitise them, of about the vertices that Viet Nam has ------------------------------------------

void made_up_districts(benchmark::State& state, test::Dirt kind, double dirt_m) {
  const auto country =
      test::make_dirty_country({.kind = kind, .dirt_m = dirt_m, .units = 710, .vertices_per_side = 128});
  for (auto _ : state)
    benchmark::DoNotOptimize(borders(need(build_topology(country.areas, {.tolerance_m = std::nullopt}))));
  state.counters["vertices"] = vertices(country.areas);
}
BENCHMARK_CAPTURE(made_up_districts, clean, test::Dirt::moved, 0)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(made_up_districts, provinces_drawn_one_by_one, test::Dirt::resampled, 100)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(made_up_districts, one_province_in_twenty_moved, test::Dirt::moved, 50)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(made_up_districts, every_border_drawn_twice, test::Dirt::twice, 100)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void provinces_dissolved(benchmark::State& state) {
  const Topology topology = need(build_topology(vietnam().areas));
  for (auto _ : state) benchmark::DoNotOptimize(need(dissolve(topology, vietnam().province)));
}
BENCHMARK(provinces_dissolved)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(1);

void provinces_dissolved_with_building(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(need(dissolve(need(build_topology(vietnam().areas)), vietnam().province)));
}
BENCHMARK(provinces_dissolved_with_building)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(1);

void provinces_by_geos_unary_union(benchmark::State& state) {
  dissolve_with_geos(state,
                     [](GEOSContextHandle_t c, const GEOSGeometry* g) { return GEOSUnaryUnion_r(c, g); });
}
BENCHMARK(provinces_by_geos_unary_union)->Unit(benchmark::kMillisecond)->UseRealTime();

void provinces_by_geos_coverage_union(benchmark::State& state) {
  dissolve_with_geos(state,
                     [](GEOSContextHandle_t c, const GEOSGeometry* g) { return GEOSCoverageUnion_r(c, g); });
}
BENCHMARK(provinces_by_geos_coverage_union)->Unit(benchmark::kMillisecond)->UseRealTime();

void districts_simplified_to_500_m(benchmark::State& state) {
  const Topology topology = need(build_topology(vietnam().areas));
  for (auto _ : state) benchmark::DoNotOptimize(need(simplify(topology, 500)));
}
BENCHMARK(districts_simplified_to_500_m)->Unit(benchmark::kMillisecond)->UseRealTime();

void one_outline_of_18_districts(benchmark::State& state) {
  const Topology topology = need(build_topology(vietnam().areas));
  const std::vector<UnitIndex> members{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 111, 112, 172, 173, 175, 176, 181};
  for (auto _ : state) benchmark::DoNotOptimize(need(outline(topology, members, vietnam().province)));
}
BENCHMARK(one_outline_of_18_districts)->Unit(benchmark::kMillisecond)->UseRealTime();

// ---- growth ------------------------------------------------------------------------------------------------------------

struct Growth {
  double units, vertices, seconds, topology_mb, peak_mb;
};

Growth measure(std::size_t columns, std::size_t rows, std::size_t per_side) {
  const auto country = test::make_country({.columns = columns, .rows = rows, .vertices_per_side = per_side});
  const double count = vertices(country.areas);
  Growth best{static_cast<double>(columns * rows), count, 1e9, 0, 0};
  const int times = count > 1e7 ? 1 : count > 1e6 ? 3 : 15;
  for (int i = 0; i < times; ++i) {
    malloc_trim(0);
    const double before_mb = memory_mb("VmRSS");
    const auto start = std::chrono::steady_clock::now();
    const Topology topology = need(build_topology(country.areas));
    const auto rows_found = borders(topology);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (rows_found.size() != country.edges.size() + country.corners.size()) {
      std::cerr << "wrong pairs: " << rows_found.size() << '\n';
      std::exit(1);
    }
    best.seconds = std::min(best.seconds, seconds);
    malloc_trim(0);
    best.topology_mb = memory_mb("VmRSS") - before_mb;
  }
  best.peak_mb = memory_mb("VmHWM");
  return best;
}

double exponent(const std::vector<Growth>& sizes, double Growth::*what) {
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
  for (const Growth& size : sizes) {
    const double x = std::log(size.vertices), y = std::log(size.*what);
    n += 1;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  }
  return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

void print_growth() {
  std::vector<Growth> sizes;
  std::printf("\n%10s %12s %10s %12s %14s %12s\n", "units", "vertices", "seconds", "us/vertex", "topology MB",
              "peak MB");
  const auto add = [&](std::size_t columns, std::size_t rows, std::size_t per_side) {
    const Growth size = measure(columns, rows, per_side);
    std::printf("%10.0f %12.0f %10.4f %12.4f %14.1f %12.1f\n", size.units, size.vertices, size.seconds,
                1e6 * size.seconds / size.vertices, size.topology_mb, size.peak_mb);
    std::fflush(stdout);
    sizes.push_back(size);
  };
  add(40, 25, 25);
  add(125, 80, 25);
  add(400, 250, 25);
  std::printf("fitted exponent: time %.3f, memory %.3f\n", exponent(sizes, &Growth::seconds),
              exponent(sizes, &Growth::topology_mb));
  if (std::getenv("VICINIA_BENCH_LARGE") != nullptr) add(400, 250, 125);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  print_growth();
}
