/// A data set whose districts do not all meet, as where provinces were digitised one by one: a row of squares of 10 km.
///   11 | 12   share their border,
///   12 : 21   lie 60 m apart,
///   21 : 31   lie 150 m apart.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

namespace vicinia::test {

inline std::string apart_square(const std::string& properties, int x) {
  const auto corner = [&](int dx, int dy) {
    return "[" + std::to_string(600000 + x + dx) + "," + std::to_string(1200000 + dy) + "]";
  };
  constexpr int size = 10000;
  return R"({"type":"Feature","properties":{)" + properties +
         R"(},"geometry":{"type":"Polygon","coordinates":[[)" + corner(0, 0) + "," + corner(size, 0) + "," +
         corner(size, size) + "," + corner(0, size) + "," + corner(0, 0) + "]]}}";
}

inline void write_apart_layer(const std::filesystem::path& file, const std::string& features) {
  std::ofstream(file)
      << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32648"}},"features":[)"
      << features << "]}";
}

/// Districts 11 and 12 of province 1, 21 of 2, 31 of 3; each with an LQ of 2 in sector I, and 1000, 900, 800 and 700 employees.
inline std::filesystem::path apart_data(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const auto province = [](const std::string& code, int x) {
    return apart_square(
        R"("code":")" + code + R"(","name_vi":"Tỉnh )" + code + R"(","name_en":"Province )" + code + "\"", x);
  };
  const auto district = [](const std::string& code, const std::string& name_vi, const std::string& name_en,
                           int x) {
    return apart_square(R"("code":")" + code + R"(","parent":")" + code.substr(0, 1) + R"(","name_vi":")" +
                            name_vi + R"(","name_en":")" + name_en + "\"",
                        x);
  };
  write_apart_layer(folder / "provinces.geojson",
                    province("1", 0) + "," + province("2", 20060) + "," + province("3", 30210));
  write_apart_layer(folder / "districts.geojson",
                    district("11", "Một", "One", 0) + "," + district("12", "Hai", "Two", 10000) + "," +
                        district("21", "Ba", "Three", 20060) + "," + district("31", "Bốn", "Four", 30210));
  std::ofstream(folder / "sectors.csv") << "sector_no,name_en,name_vi\nI,Cloth,Dệt\n";
  std::ofstream(folder / "observations.csv")
      << "unit_code,sector_no,enterprises,smes,fdi_enterprises,employees,lq\n11,I,10,9,0,1000,2\n"
         "12,I,10,9,0,900,2\n21,I,10,9,0,800,2\n31,I,10,9,0,700,2\n";
  std::ofstream(folder / "manifest.json") << R"({"format": "vicinia-dataset", "version": 1,
  "title": {"vi": "Rời nhau", "en": "Apart"}, "source": {"vi": "Bịa ra", "en": "Invented"},
  "survey": {"vi": "Điều tra", "en": "Survey"}, "survey_vintage": "2007-12-31", "boundary_vintage": "2007-12-31",
  "denominator": "all_employment", "denominator_text": {"vi": "lao động", "en": "employment"},
  "completeness": "published_list", "projected_crs": "EPSG:32648",
  "provinces": {"file": "provinces.geojson", "code": "code", "name_vi": "name_vi", "name_en": "name_en"},
  "districts": {"file": "districts.geojson", "code": "code", "name_vi": "name_vi", "name_en": "name_en", "parent": "parent"},
  "sectors": {"file": "sectors.csv"}, "observations": {"file": "observations.csv"}})";
  return folder;
}

/// The same with a row of as many districts, 101, 102 and so on, all `gap_m` apart: where they are many, the data need that tolerance.
inline std::filesystem::path row_apart_data(const std::filesystem::path& folder, int count, int gap_m) {
  apart_data(folder);
  std::string features;
  std::ofstream rows(folder / "observations.csv");
  rows << "unit_code,sector_no,enterprises,smes,fdi_enterprises,employees,lq\n";
  for (int i = 0; i < count; ++i) {
    constexpr int size = 10000, first_code = 101;
    const std::string code = std::to_string(first_code + i);
    features += std::string(features.empty() ? "" : ",") +
                apart_square(R"("code":")" + code + R"(","parent":"1","name_vi":")" + code +
                                 R"(","name_en":")" + code + "\"",
                             i * (size + gap_m));
    rows << code << ",I,10,9,0,1000,2\n";
  }
  write_apart_layer(folder / "districts.geojson", features);
  return folder;
}

/// The same, each of whose four districts crosses itself and is repaired: four notes of one kind.
inline std::filesystem::path repaired_data(const std::filesystem::path& folder) {
  apart_data(folder);
  std::string features;
  for (const std::string code : {"11", "12", "21", "31"}) {
    const int x = 20000 * (code[0] - '0') + 5000 * (code[1] - '0');
    const auto corner = [&](int dx, int dy) {
      return "[" + std::to_string(600000 + x + dx) + "," + std::to_string(1200000 + dy) + "]";
    };
    features += std::string(features.empty() ? "" : ",") + R"({"type":"Feature","properties":{"code":")" +
                code + R"(","parent":")" + code.substr(0, 1) +
                R"(","name_vi":"a","name_en":"a"},"geometry":{"type":"Polygon","coordinates":[[)" +
                corner(0, 0) + "," + corner(4000, 4000) + "," + corner(4000, 0) + "," + corner(0, 4000) +
                "," + corner(0, 0) + "]]}}";
  }
  write_apart_layer(folder / "districts.geojson", features);
  return folder;
}

}  // namespace vicinia::test
