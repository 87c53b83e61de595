/// \file levelled_country.h
/// Data sets of any number of levels, as files: a country of squares in a row, each level halving the one above, with values of every level.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace vicinia::test {

struct LevelledCountry {
  std::vector<std::string> levels{"province", "commune"};  ///< ids, coarsest first
  std::size_t coarsest = 2;                                ///< units of the first level
  bool made_of_parts = false;  ///< every other level but the finest has no layer of its own
  bool all_levels_have_values = true;
  std::string more_keys{};      ///< of the manifest, with a comma before them
  std::string more_features{};  ///< of the finest layer, with a comma before them
};

[[nodiscard]] inline std::string ring_of(double west, double south, double east, double north) {
  const auto point = [](double x, double y) {
    return "[" + std::to_string(x) + "," + std::to_string(y) + "]";
  };
  return "[" + point(west, south) + "," + point(east, south) + "," + point(east, north) + "," +
         point(west, north) + "," + point(west, south) + "]";
}

/// Employees of the finest units are 10, 11, 12 … in the first sector and 100 in the second; those of coarser ones are their sums.
inline void write_country(const std::filesystem::path& folder, const LevelledCountry& country) {
  const std::size_t ranks = country.levels.size();
  const auto units_at = [&](std::size_t rank) { return country.coarsest << rank; };
  const std::size_t finest = units_at(ranks - 1);
  const auto code = [&](std::size_t rank, std::size_t unit) {
    return country.levels[rank].substr(0, 1) + std::to_string(rank) + std::to_string(unit);
  };
  const double width = 4. / static_cast<double>(finest);
  std::string manifest =
      R"({"format": "vicinia-dataset", "version": 2, "title": "t", "source": "s", "survey": "k",
"survey_vintage": "2024-12-31", "boundary_vintage": "2025-07-01", "denominator": "all_employment",
"completeness": "complete_matrix", "projected_crs": "EPSG:32648", "levels": [)";
  std::string observations = "unit_code,sector_no,employees,enterprises\n";
  for (std::size_t rank = 0; rank < ranks; ++rank) {
    const bool is_finest = rank + 1 == ranks;
    const bool has_layer = is_finest || !country.made_of_parts || (ranks - rank) % 2 == 1;
    manifest += (rank == 0 ? "" : ", ") + std::string(R"({"id": ")") + country.levels[rank] + "\"";
    if (has_layer)
      manifest += R"(, "file": ")" + country.levels[rank] +
                  R"(.geojson", "code": "code", "name_vi": "vi", "name_en": "en")" +
                  (rank == 0 ? "}" : R"(, "parent": "parent"})");
    else
      manifest += R"(, "from": ")" + country.levels[rank + 1] + "\"}";
    std::string features;
    const std::size_t each = finest / units_at(rank);
    for (std::size_t unit = 0; unit < units_at(rank); ++unit) {
      const double west = 104 + width * static_cast<double>(unit * each),
                   east = 104 + width * static_cast<double>((unit + 1) * each);
      const std::string own = code(rank, unit);
      features += (features.empty() ? "" : ",") + std::string(R"({"type":"Feature","properties":{"code":")") +
                  own + R"(","vi":"Đơn vị )" + own + R"(","en":"Unit )" + own + R"(","parent":")" +
                  (rank == 0 ? "" : code(rank - 1, unit / 2)) +
                  R"("},"geometry":{"type":"Polygon","coordinates":[)" + ring_of(west, 12, east, 18) + "]}}";
      if (!is_finest && !country.all_levels_have_values) continue;
      double first = 0;
      for (std::size_t part = unit * each; part < (unit + 1) * each; ++part)
        first += 10 + static_cast<double>(part);
      observations += own + ",I," + std::to_string(static_cast<long>(first)) + "," + std::to_string(each) +
                      "\n" + own + ",II," + std::to_string(100 * each) + "," + std::to_string(each) + "\n";
    }
    if (is_finest) features += country.more_features;
    if (has_layer)
      std::ofstream(folder / (country.levels[rank] + ".geojson"))
          << R"({"type":"FeatureCollection","features":[)" << features << "]}";
  }
  std::ofstream(folder / "manifest.json")
      << manifest << R"(], "sectors": {"file": "sectors.csv"}, "observations": {"file": "observations.csv"})"
      << country.more_keys << "}";
  std::ofstream(folder / "sectors.csv") << "sector_no,name_en,name_vi\nI,Textile,Dệt\nII,Food,Thực phẩm\n";
  std::ofstream(folder / "observations.csv") << observations;
}

}  // namespace vicinia::test
