/// A data set whose names hold everything that a file name, a page or a mark-up may trip over; with a sector that nothing is published
/// of and one whose figures are all equal.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

namespace vicinia::test {

inline std::string square(const std::string& properties, int x, int y, int size) {
  const auto corner = [&](int dx, int dy) {
    return "[" + std::to_string(600000 + x + dx) + "," + std::to_string(1200000 + y + dy) + "]";
  };
  return R"({"type":"Feature","properties":{)" + properties +
         R"(},"geometry":{"type":"Polygon","coordinates":[[)" + corner(0, 0) + "," + corner(size, 0) + "," +
         corner(size, size) + "," + corner(0, size) + "," + corner(0, 0) + "]]}}";
}

inline void write_layer(const std::filesystem::path& file, const std::string& features) {
  std::ofstream(file)
      << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32648"}},"features":[)"
      << features << "]}";
}

/// Provinces 1 (districts 11, 12) and 2 (21); sectors I, II (nothing published), III (all equal).
inline std::string odd_data(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  write_layer(
      folder / "provinces.geojson",
      square(R"("code":"1","name_vi":"Hà/Nội \"cũ\"","name_en":"Ha/Noi \"old\"")", 0, 0, 20000) + "," +
          square(R"("code":"2","name_vi":"🏭 ../../x <b>&","name_en":"🏭 ../../x <b>&")", 20000, 0, 20000));
  write_layer(
      folder / "districts.geojson",
      square(R"("code":"11","parent":"1","name_vi":"Quận 'một' %1 \\","name_en":"District 'one' %1 \\")", 0,
             0, 10000) +
          "," +
          square(R"("code":"12","parent":"1","name_vi":"Hai; hai, hai","name_en":"Two; two, two")", 10000, 0,
                 10000) +
          "," +
          square(R"("code":"21","parent":"2","name_vi":"[% 1+1 %] 🧵","name_en":"[% 1+1 %] 🧵")", 20000,
                 0, 10000));
  std::ofstream(folder / "sectors.csv")
      << "sector_no,name_en,name_vi\nI,\"Cloth / \"\"yarn\"\" 🧵\",\"Dệt/may \"\"sợi\"\" 🧵\"\n"
         "II,Nothing,Không có gì\nIII,Equal,Bằng nhau\n";
  std::ofstream(folder / "observations.csv")
      << "unit_code,sector_no,enterprises,smes,fdi_enterprises,employees,lq\n11,I,10,9,0,400,2.5\n12,I,20,18,1,900,1.5\n"
         "21,I,5,5,0,60,0.5\n11,III,5,5,0,500,1\n12,III,5,5,0,500,1\n21,III,5,5,0,500,1\n";
  std::ofstream(folder / "manifest.json") << R"({"format": "vicinia-dataset", "version": 1,
  "title": {"vi": "Tên lạ / 🏭", "en": "Odd names / 🏭"}, "source": {"vi": "Bịa ra", "en": "Invented"},
  "survey": {"vi": "Điều tra", "en": "Survey"}, "survey_vintage": "2007-12-31", "boundary_vintage": "2007-12-31",
  "denominator": "all_employment", "denominator_text": {"vi": "lao động", "en": "employment"},
  "completeness": "published_list", "projected_crs": "EPSG:32648",
  "provinces": {"file": "provinces.geojson", "code": "code", "name_vi": "name_vi", "name_en": "name_en"},
  "districts": {"file": "districts.geojson", "code": "code", "name_vi": "name_vi", "name_en": "name_en", "parent": "parent"},
  "sectors": {"file": "sectors.csv"}, "observations": {"file": "observations.csv"}})";
  return folder.string();
}

}  // namespace vicinia::test
