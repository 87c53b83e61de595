// LQ and both shares of a national panel, up to 10,000 units × 700 sectors × 10 periods, beside numpy in the same run
// on the same figures: time, peak memory, and the exponent by which they grow.
// Each size runs in a process of its own, so that peaks are its own. Aim: ≤ 1 s and ≤ 2 GB at the full size, exponent about 1.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/indicators/panel_ratios.h"

namespace {

using namespace vicinia::core;
using namespace vicinia::core::indicators;

constexpr std::size_t sectors = 700, periods = 10;

struct Run {
  double seconds = 0, peak_mb = 0, lq_sum = 0;
};

/// A quarter of the cells have employment; peer_indicators.py makes the same figures.
double made_up_count(std::size_t unit, std::size_t sector, std::size_t period) {
  std::uint32_t h = static_cast<std::uint32_t>(unit) * 2654435761u +
                    static_cast<std::uint32_t>(sector) * 2246822519u +
                    static_cast<std::uint32_t>(period) * 3266489917u;
  h ^= h >> 15;
  h *= 2246822519u;
  h ^= h >> 13;
  return h % 4 == 0 ? h / 16 % 5000 : 0;
}

template <class T>
T need(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s: %s\n", std::string(name_of(result.error().code)).c_str(),
               result.error().detail.c_str());
  std::exit(1);
}

Run compute(std::size_t units) {
  EmploymentPanel panel = need(EmploymentPanel::of_shape(units, sectors, periods));
  for (std::size_t period = 0; period < periods; ++period)
    for (std::size_t unit = 0; unit < units; ++unit)
      for (std::size_t sector = 0; sector < sectors; ++sector)
        if (!panel.set(period, unit, sector, Cell::of(made_up_count(unit, sector, period)))) std::exit(1);
  Run run;
  // The tables belong to what is measured: numpy's are made within its time too.
  auto start = std::chrono::steady_clock::now();
  const auto stop = [&] {
    run.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  std::vector<double> lq(units * sectors), sector_share(lq.size()), district_share(lq.size());
  for (std::size_t period = 0; period < periods; ++period) {
    const PanelTotals totals = need(totals_of(panel, period));
    if (!panel_ratios(panel, period, totals, {lq, sector_share, district_share})) std::exit(1);
    stop();
    for (const double quotient : lq) run.lq_sum += quotient;
    start = std::chrono::steady_clock::now();
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  run.peak_mb = static_cast<double>(usage.ru_maxrss) / 1024;
  return run;
}

std::optional<Run> output_of(const std::string& command) {
  FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return std::nullopt;
  Run run;
  const int read = std::fscanf(pipe, "%lf %lf %lf", &run.seconds, &run.peak_mb, &run.lq_sum);
  const int status = pclose(pipe);
  if (read != 3 || status != 0) return std::nullopt;
  return run;
}

/// Slope of the least-squares line through the logarithms.
double exponent(const std::vector<double>& sizes, const std::vector<double>& values) {
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const double x = std::log(sizes[i]), y = std::log(values[i]);
    n += 1, sx += x, sy += y, sxx += x * x, sxy += x * y;
  }
  return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

/// The best of five, each in its own process; the larger sizes would otherwise inherit the memory of the smaller.
Run best_of_five(const std::string& command) {
  std::optional<Run> best;
  for (int i = 0; i < 5; ++i) {
    const auto run = output_of(command);
    if (!run) {
      std::fprintf(stderr, "this failed: %s\n", command.c_str());
      std::exit(1);
    }
    if (!best || run->seconds < best->seconds) best = run;
  }
  return *best;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2) {  // one size, for the parent
    const Run run = compute(std::strtoul(argv[1], nullptr, 10));
    std::printf("%.9f %.3f %.17g\n", run.seconds, run.peak_mb, run.lq_sum);
    return 0;
  }
  std::printf("%zu sectors, %zu periods: LQ and both shares\n", sectors, periods);
  std::printf("%8s %12s %10s %10s %10s %12s %12s %8s\n", "units", "cells", "seconds", "ns/cell", "peak MB",
              "numpy s", "numpy MB", "faster");
  std::vector<double> cells, seconds, memory;
  for (const std::size_t units : {1000, 3000, 10000}) {
    const std::string size = std::to_string(units);
    const Run ours = best_of_five("'" + std::string(argv[0]) + "' " + size);
    const Run numpy = best_of_five(VICINIA_PYTHON " '" VICINIA_PEER_INDICATORS "' " + size + " " +
                                   std::to_string(sectors) + " " + std::to_string(periods));
    if (std::abs(ours.lq_sum / numpy.lq_sum - 1) > 1e-9) {
      std::fprintf(stderr, "numpy computes something else: %.17g, not %.17g\n", numpy.lq_sum, ours.lq_sum);
      return 1;
    }
    cells.push_back(static_cast<double>(units * sectors * periods));
    seconds.push_back(ours.seconds);
    memory.push_back(ours.peak_mb);
    std::printf("%8zu %12.0f %10.4f %10.3f %10.1f %12.4f %12.1f %7.1fx\n", units, cells.back(), ours.seconds,
                1e9 * ours.seconds / cells.back(), ours.peak_mb, numpy.seconds, numpy.peak_mb,
                numpy.seconds / ours.seconds);
    std::fflush(stdout);
  }
  std::printf("fitted exponent: time %.3f, memory %.3f\n", exponent(cells, seconds), exponent(cells, memory));
}
