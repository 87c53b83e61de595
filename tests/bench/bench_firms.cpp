// A register of a million firms with coordinates onto districts and communes: ours beside SpatiaLite and GDAL, in one run, each in a process of its
// own, so that its memory is its own. Every one reads the same CSV, and ends with enterprises and employees by unit and sector.
//   bench_firms [ROWS [ours]]    default: 1000000, and the peers too; prints seconds, those of processors (on a machine that others use too) and the most memory, and whether all of them counted the same
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/temporary_folder.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/core/geom/thiessen.h"
#include "vicinia/gis/firms/aggregation.h"
#include "vicinia/gis/io/vector_layer.h"

#include "need.h"

namespace {

namespace fs = std::filesystem;
using namespace vicinia;
using bench_support::need;

struct Place {
  double lon = 0, lat = 0;
};

/// Units with the file that the peers read: the same degrees for everybody.
struct Units {
  std::string name{};
  std::vector<std::string> codes{};
  std::vector<core::geom::MultiPolygon> areas{};  ///< in degrees
  fs::path file{};
};

void write_units(Units& units, const fs::path& folder) {
  gis::io::LayerToWrite layer{.name = "units",
                              .crs = "EPSG:4326",
                              .target_crs = "EPSG:4326",
                              .fields = {{.name = "code"}},
                              .check_validity = false};
  for (const std::string& code : units.codes) layer.rows.push_back({code});
  units.file = folder / (units.name + ".gpkg");
  if (const auto ok = gis::io::write_polygons(units.file, layer, units.areas); !ok)
    bench_support::give_up(ok.error());
}

Units districts(const fs::path& folder, std::vector<core::geom::MultiPolygon>& in_metres, std::string& crs) {
  fs::path file = fs::path(VICINIA_SHARED_DATA_DIR) / "boundaries/vnm_adm2_2007vintage_gadmv1_674.shp";
  if (!fs::exists(file)) file = VICINIA_BENCH_DISTRICTS;
  auto layer = need(gis::io::read_polygons(file, {.target_crs = "EPSG:32648"}));
  in_metres = layer.areas;
  crs = layer.crs;
  Units units{.areas = std::move(layer.areas)};
  units.name = std::to_string(units.areas.size()) + "-districts";
  for (std::size_t i = 0; i < units.areas.size(); ++i) units.codes.push_back(std::to_string(i));
  if (const auto ok = gis::io::move_areas(units.areas, crs, "EPSG:4326"); !ok)
    bench_support::give_up(ok.error());
  write_units(units, folder);
  return units;
}

/// Areas nearest to places within each district, as many as there are communes.
Units communes(const fs::path& folder, const std::vector<core::geom::MultiPolygon>& in_metres,
               const std::string& crs, std::size_t count) {
  Units units;
  std::mt19937_64 random(7);
  const std::size_t each = count / in_metres.size();
  std::size_t more = count - each * in_metres.size();
  for (const auto& district : in_metres) {
    const auto box = core::geom::bounds(district);
    if (!box) continue;
    std::vector<core::geom::Point> sites;
    std::uniform_real_distribution<double> x(box->min_corner().x(), box->max_corner().x()),
        y(box->min_corner().y(), box->max_corner().y());
    const std::size_t wanted = each + (more > 0 ? 1 : 0);
    if (more > 0) --more;
    while (sites.size() < wanted)
      if (const core::geom::Point site{x(random), y(random)}; core::geom::covers(district, site))
        sites.push_back(site);
    for (auto& area : need(core::geom::thiessen_areas(sites, district)))
      units.areas.push_back(std::move(area));
  }
  for (std::size_t i = 0; i < units.areas.size(); ++i) units.codes.push_back(std::to_string(i));
  units.name = std::to_string(units.areas.size()) + "-communes";
  if (const auto ok = gis::io::move_areas(units.areas, crs, "EPSG:4326"); !ok)
    bench_support::give_up(ok.error());
  write_units(units, folder);
  return units;
}

/// Three of four firms are where many are: near the middle of a district, closer or less so.
void write_firms(const fs::path& file, const Units& units, std::size_t rows) {
  std::vector<Place> centres;
  for (const auto& area : units.areas)
    if (const auto inside = core::geom::point_inside(area)) centres.push_back({inside->x(), inside->y()});
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> lon(102.2, 109.5), lat(8.5, 23.4);
  std::normal_distribution<double> off(0, 0.12);
  std::ofstream out(file);
  std::string text = "id,lon,lat,vsic,workers,foreign,capital,year\n";
  const auto add = [&](double number, char end) {
    char digits[40];
    const auto to = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, 6);
    text.append(digits, to.ptr) += end;
  };
  for (std::size_t i = 0; i < rows; ++i) {
    Place place = centres[random() % centres.size()];
    if (i % 4 == 0)
      place = {lon(random), lat(random)};
    else
      place.lon += off(random), place.lat += off(random);
    text += std::to_string(i) + ",";
    add(place.lon, ',');
    add(place.lat, ',');
    text += std::to_string(10 + random() % 40) + std::to_string(100 + random() % 900) + "," +
            std::to_string(1 + random() % 400) + "," + (random() % 20 == 0 ? "60" : "0") + "," +
            std::to_string(random() % 200'000) + ",2020\n";
    if (text.size() > (1U << 20U)) {
      out << text;
      text.clear();
    }
  }
  out << text;
}

struct Measured {
  double seconds = 0, cpu_seconds = 0, memory_mb = 0;
  std::string sum{};
  bool is_done = false;
};

/// In a process of its own; what the work returns is what it counted.
template <class Work>
Measured measured(Work work) {
  int ends[2];
  if (::pipe(ends) != 0) return {};
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string sum = work();
    (void)!::write(ends[1], sum.data(), sum.size());
    std::_Exit(sum.empty() ? 1 : 0);
  }
  ::close(ends[1]);
  Measured result;
  char buffer[256];
  for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
    result.sum.append(buffer, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);  // the most of the process and of those that it waited for
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const auto in_seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  result.cpu_seconds = in_seconds(usage.ru_utime) + in_seconds(usage.ru_stime);
  result.memory_mb = static_cast<double>(usage.ru_maxrss) / 1024;
  result.is_done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return result;
}

/// What a program prints.
std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  char buffer[4096];
  while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, got);
  return ::pclose(pipe) == 0 ? out : std::string();
}

/// In a program started anew: threads do not survive a fork. From the files to the sums, boundaries and all.
std::string ours(const fs::path& firms, const Units& units) {
  return output_of("'" + fs::read_symlink("/proc/self/exe").string() + "' --ours '" + firms.string() + "' '" +
                   units.file.string() + "'");
}

int count_ours(const fs::path& firms, const fs::path& boundaries) {
  const auto layer = need(gis::io::read_polygons(boundaries, {}));
  std::vector<std::string> codes;
  for (const auto& row : layer.attributes.rows) codes.push_back(row[0]);
  const auto begin = std::chrono::steady_clock::now();
  gis::firms::Register rules;
  rules.columns = {.x = "lon",
                   .y = "lat",
                   .sector = "vsic",
                   .employees = "workers",
                   .foreign_share_pct = "foreign",
                   .capital = "capital",
                   .year = "year"};
  rules.sectors.digits = 2;
  const auto matrix = need(gis::firms::aggregate({.file = firms}, rules, {codes, layer.areas, layer.crs}));
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  std::uint64_t employees = 0;
  for (const auto& cell : matrix.cells) employees += cell.employees;
  std::printf("%zu %llu %llu (%.2f s without reading the boundaries)", matrix.cells.size(),
              static_cast<unsigned long long>(matrix.kept), static_cast<unsigned long long>(employees),
              seconds);
  return 0;
}

/// The usual way with SQLite: import, a spatial index over the units, a join, a sum.
std::string spatialite(const fs::path& firms, const Units& units, const fs::path& folder) {
  const fs::path database = folder / "peer.sqlite", script = folder / "peer.sql";
  fs::remove(database);
  if (output_of("ogr2ogr -f SQLite -dsco SPATIALITE=YES -lco SPATIAL_INDEX=YES -nln units '" +
                database.string() + "' '" + units.file.string() + "' && echo done")
          .empty())
    return {};
  std::ofstream(script)
      << "SELECT load_extension('mod_spatialite');\nPRAGMA journal_mode=OFF;\nPRAGMA synchronous=OFF;\nPRAGMA cache_size=-500000;\n.mode csv\n.import '"
      << firms.string()
      << "' firms\n"
         "CREATE TABLE cells AS SELECT u.code AS code, substr(f.vsic, 1, 2) AS sector, count(*) AS n, sum(f.workers) AS workers\n"
         "FROM firms AS f CROSS JOIN idx_units_geom AS i ON i.xmin <= CAST(f.lon AS REAL) AND i.xmax >= CAST(f.lon AS REAL) AND i.ymin <= CAST(f.lat AS REAL) AND "
         "i.ymax >= CAST(f.lat AS REAL) JOIN units AS u ON u.fid = i.pkid\n"
         "WHERE ST_Covers(u.geom, MakePoint(CAST(f.lon AS REAL), CAST(f.lat AS REAL), 4326)) GROUP BY 1, 2;\n"
         ".mode list\n.separator ' '\nSELECT count(*), sum(n), sum(workers) FROM cells;\n";
  const std::string out =
      output_of("sqlite3 '" + database.string() + "' < '" + script.string() + "' 2>/dev/null | tail -1");
  return out.substr(0, out.find('\n'));
}

/// The usual way with GDAL: its SQLite dialect over both files.
std::string gdal(const fs::path& firms, const Units& units, const fs::path& folder) {
  const fs::path vrt = folder / "firms.vrt", joined = folder / "joined.gpkg";
  fs::remove(joined);
  std::ofstream(vrt)
      << "<OGRVRTDataSource><OGRVRTLayer name=\"" << firms.stem().string() << "\"><SrcDataSource>"
      << firms.string()
      << "</SrcDataSource><GeometryType>wkbPoint</GeometryType><LayerSRS>EPSG:4326</LayerSRS><GeometryField encoding=\"PointFromColumns\" x=\"lon\" y=\"lat\"/>"
         "</OGRVRTLayer></OGRVRTDataSource>";
  const std::string command =
      "ogr2ogr -f GPKG '" + joined.string() + "' '" + vrt.string() +
      "' -nln firms -lco SPATIAL_INDEX=NO 2>/dev/null && ogr2ogr -update -f GPKG '" + joined.string() +
      "' '" + units.file.string() + "' -nln units 2>/dev/null && ogrinfo -q '" + joined.string() +
      "' -sql \"SELECT count(*) AS c, sum(n) AS k, sum(w) AS e FROM (SELECT u.code, substr(f.vsic, 1, 2) AS sector, count(*) AS n, sum(f.workers) AS w FROM "
      "firms AS f CROSS JOIN rtree_units_geom AS i ON i.minx <= ST_MinX(f.geom) AND i.maxx >= ST_MinX(f.geom) AND i.miny <= ST_MinY(f.geom) AND i.maxy >= ST_MinY(f.geom) "
      "JOIN units AS u ON u.fid = i.id WHERE ST_Intersects(u.geom, f.geom) GROUP BY 1, 2)\"";
  const std::string out = output_of(command);
  std::string sum;
  for (const char* field : {"c (", "k (", "e ("}) {
    const std::size_t at = out.find(std::string("  ") + field);
    const std::size_t equals = at == std::string::npos ? at : out.find("= ", at);
    if (equals == std::string::npos) return {};
    sum += (sum.empty() ? "" : " ") + out.substr(equals + 2, out.find('\n', equals) - equals - 2);
  }
  return sum;
}

void print(const std::string& who, const Measured& one) {
  std::printf("  %-12s %8.2f s  (%.2f s of processors)  %7.0f MB   cells, firms, employees: %s\n",
              who.c_str(), one.seconds, one.cpu_seconds, one.memory_mb,
              one.is_done && !one.sum.empty() ? one.sum.c_str() : "not done");
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && std::string_view(argv[1]) == "--ours") return count_ours(argv[2], argv[3]);
  std::size_t rows = 1'000'000;
  if (argc > 1) rows = std::strtoull(argv[1], nullptr, 10);
  const bool ours_alone = argc > 2;
  const test::TemporaryFolder folder;
  std::vector<core::geom::MultiPolygon> in_metres;
  std::string crs;
  Units coarse = districts(folder.path(), in_metres, crs);
  constexpr std::size_t communes_of_2025 = 3321;
  Units fine = communes(folder.path(), in_metres, crs, communes_of_2025);
  in_metres.clear();
  const fs::path firms = folder.path() / "firms.csv";
  write_firms(firms, coarse, rows);
  // What this process holds would be counted as that of the others.
  for (Units* units : {&coarse, &fine}) units->areas = {};
  ::malloc_trim(0);
  std::cout << rows << " firms, " << fs::file_size(firms) / 1'000'000 << " MB of CSV\n";
  for (const Units* units : {&std::as_const(coarse), &std::as_const(fine)}) {
    std::cout << units->name << "\n" << std::flush;
    print("vicinia", measured([&] { return ours(firms, *units); }));
    if (ours_alone) continue;
    print("SpatiaLite", measured([&] { return spatialite(firms, *units, folder.path()); }));
    print("GDAL", measured([&] { return gdal(firms, *units, folder.path()); }));
  }
}
