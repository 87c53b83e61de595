// Web pages: how long one takes to write, how large it is, and how long Chromium needs from the start of the navigation to the drawn map. Of the
// built-in data, with mapshaper beside it in the same run where that is on PATH or named by MAPSHAPER: the same areas simplified alike and
// written as TopoJSON, which is the map alone, without a value. Then of 3,306 communes with 7 million vertices and 22 sectors.
//   bench_web_page [DATASET...]  these instead
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench_layer.h"
#include "support/browser.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using vicinia::test::Browser;

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

double median_ms(int runs, const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    const auto before = std::chrono::steady_clock::now();
    work();
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count());
  }
  return median(times);
}

void run_or_give_up(const fs::path& program, const std::string& arguments, const fs::path& folder) {
  const auto finished = vicinia::test::run(program, arguments, folder, "LC_ALL=C.UTF-8");
  if (finished.exit_code == 0) return;
  std::cerr << program << " " << arguments << ": " << finished.err;
  std::exit(1);
}

nlohmann::json data_of(const std::string& page) {
  const std::string opening = "id=\"data\">";
  const std::size_t from = page.find(opening) + opening.size();
  return nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
}

void load(const fs::path& page) {
  const auto chromium = vicinia::test::find_chromium();
  if (!chromium) {
    std::puts("Chromium is not installed: the time to load is not measured");
    return;
  }
  Browser browser(*chromium);
  constexpr int runs = 11;
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    browser.new_page(1440, 900);
    browser.open("file://" + page.string());
    times.push_back(browser.evaluate("performance.getEntriesByName('map-drawn')[0].startTime").get<double>());
  }
  std::printf(
      "opened in Chromium     %8.0f ms  from navigation to the drawn map, median of %d (first %.0f ms)\n",
      median(times), runs, times.front());
}

/// \return the tolerance that its lines are simplified with
double measure(const std::string& dataset, int runs, const fs::path& folder) {
  const fs::path page = folder / "page.html", vicinia = fs::path(VICINIA_BIN_DIR) / "vicinia";
  const double ms = median_ms(runs, [&] {
    run_or_give_up(vicinia, "web-page" + dataset + " --out '" + page.string() + "'", folder);
  });
  const std::string html = vicinia::test::contents(page);
  const nlohmann::json data = data_of(html);
  const nlohmann::json& map = data["map"];
  const double tolerance_m = 2 * map["step_m"].get<double>();
  std::printf("%zu units, %zu sectors, %zu variables; lines within %.0f m, for a zoom of %.0f\n",
              data["units"]["codes"].size(), data["sectors"].size(), data["variables"].size(), tolerance_m,
              map["zoom"].get<double>());
  std::printf("written                %8.0f ms  %9zu bytes, of which %zu are the areas\n", ms, html.size(),
              map["arcs"].get<std::string>().size() + map["rings"].get<std::string>().size());
  load(page);
  return tolerance_m;
}

void compare_with_mapshaper(const fs::path& areas, double tolerance_m, const fs::path& folder) {
  const char* const set = std::getenv("MAPSHAPER");
  const std::string program = set != nullptr && *set != '\0' ? set : "mapshaper";
  if (vicinia::test::run(program, "--version", folder).exit_code != 0) {
    std::puts("mapshaper is neither on PATH nor named by MAPSHAPER: no peer is measured");
    return;
  }
  const fs::path out = folder / "areas.topojson";
  const std::string arguments =
      "'" + areas.string() +
      "' -filter-fields code -simplify dp keep-shapes interval=" + std::to_string(tolerance_m) + "m -o '" +
      out.string() + "' format=topojson quantization=100000 force";
  const double ms = median_ms(5, [&] { run_or_give_up(program, arguments, folder); });
  std::printf("mapshaper's TopoJSON   %8.0f ms  %9zu bytes, the areas with their codes\n", ms,
              static_cast<std::size_t>(fs::file_size(out)));
}

}  // namespace

int main(int argc, char** argv) {
  const vicinia::test::TemporaryFolder folder;
  for (int i = 1; i < argc; ++i)
    (void)measure(" --dataset '" + fs::absolute(argv[i]).string() + "'", 1, folder.path());
  if (argc > 1) return 0;
  const double tolerance_m = measure("", 5, folder.path());
  compare_with_mapshaper(fs::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007" / "districts.shp",
                         tolerance_m, folder.path());
  const fs::path communes = folder.path() / "communes";
  vicinia::bench::write_communes_dataset(communes, vicinia::bench::communes_of_a_country, 22);
  (void)measure(" --dataset '" + communes.string() + "'", 1, folder.path());
  return 0;
}
