#include "mini_dataset.h"

#include <array>

#include "files.h"

namespace vicinia::test {
namespace {

using gis::io::FieldDefinition;
using gis::io::LayerToWrite;

LayerToWrite empty_layer(std::string name) {
  return {.name = std::move(name),
          .crs = "EPSG:32648",
          .fields = {{FieldDefinition::Type::text, "code"},
                     {FieldDefinition::Type::text, "name_vi"},
                     {FieldDefinition::Type::text, "name_en"}}};
}

}  // namespace

core::geom::Polygon rectangle(double west, double south, double east, double north) {
  return {{{west, south}, {west, north}, {east, north}, {east, south}, {west, south}}};
}

LayerToWrite mini_provinces() {
  LayerToWrite layer = empty_layer("provinces");
  layer.rows = {{"1", "Tây", "West"}, {"2", "Giữa", "Middle"}, {"3", "Đông", "East"}};
  for (int column = 0; column < 3; ++column) {
    const double west = mini_west_m + column * mini_side_m, east = west + mini_side_m;
    const double south = mini_south_m, middle = south + mini_side_m, north = middle + mini_side_m;
    // The corners of the districts stand on the borders of the provinces too.
    layer.areas.push_back({{{{west, south},
                             {west, middle},
                             {west, north},
                             {east, north},
                             {east, middle},
                             {east, south},
                             {west, south}}}});
  }
  return layer;
}

LayerToWrite mini_districts() {
  LayerToWrite layer = empty_layer("districts");
  layer.fields.push_back({FieldDefinition::Type::text, "parent"});
  layer.rows = {{"11", "Tây Hạ", "Lower West", "1"},    {"12", "Tây Thượng", "Upper West", "1"},
                {"21", "Giữa Hạ", "Lower Middle", "2"}, {"22", "Giữa Thượng", "Upper Middle", "2"},
                {"31", "Đông Hạ", "Lower East", "3"},   {"32", "Đông Thượng", "Upper East", "3"}};
  for (int column = 0; column < 3; ++column)
    for (int row = 0; row < 2; ++row) {
      const double west = mini_west_m + column * mini_side_m, south = mini_south_m + row * mini_side_m;
      layer.areas.push_back({rectangle(west, south, west + mini_side_m, south + mini_side_m)});
    }
  return layer;
}

std::string mini_manifest() {
  return R"({
  "format": "vicinia-dataset",
  "version": 1,
  "title": {"vi": "Ví dụ nhỏ", "en": "Small example"},
  "source": {"vi": "Số liệu bịa ra để kiểm thử", "en": "Invented values for tests"},
  "survey": {"vi": "Điều tra ví dụ 2007", "en": "Example survey 2007"},
  "survey_vintage": "2007-12-31",
  "boundary_vintage": "2007-12-31",
  "denominator": "all_employment",
  "denominator_text": {"vi": "toàn bộ lao động", "en": "all employment"},
  "completeness": "complete_matrix",
  "projected_crs": "EPSG:32648",
  "provinces": {"file": "provinces.shp", "code": "code", "name_vi": "name_vi", "name_en": "name_en"},
  "districts": {"file": "districts.shp", "code": "code", "name_vi": "name_vi", "name_en": "name_en", "parent": "parent"},
  "sectors": {"file": "sectors.csv"},
  "observations": {"file": "observations.csv"}
}
)";
}

std::string mini_sectors() {
  return "sector_no,name_en,name_vi\n"
         "I,Food products,Chế biến thực phẩm\n"
         "II,Textiles,Dệt\n"
         "III,Furniture,Đồ gỗ\n";
}

/// Textiles lie on both sides of the border of Tây and Giữa; neither 11 nor 21 is large alone.
std::string mini_observations() {
  return "unit_code,sector_no,enterprises,smes,fdi_enterprises,employees\n"
         "11,I,10,9,0,400\n"
         "11,II,30,25,4,2400\n"
         "11,III,5,5,0,200\n"
         "12,I,20,18,1,900\n"
         "12,II,4,4,0,100\n"
         "12,III,0,0,0,0\n"
         "21,I,12,11,0,500\n"
         "21,II,40,34,6,3100\n"
         "21,III,8,7,1,400\n"
         "22,I,25,22,2,1200\n"
         "22,II,6,6,0,150\n"
         "22,III,9,9,0,350\n"
         "31,I,15,13,0,700\n"
         "31,II,5,5,0,120\n"
         "31,III,35,28,5,2600\n"
         "32,I,18,17,0,800\n"
         "32,II,0,0,0,0\n"
         "32,III,22,19,2,1500\n";
}

core::Status write_mini(const std::filesystem::path& folder) {
  write_file(folder / "manifest.json", mini_manifest());
  write_file(folder / "sectors.csv", mini_sectors());
  write_file(folder / "observations.csv", mini_observations());
  if (auto ok = gis::io::write_polygons(folder / "provinces.shp", mini_provinces()); !ok) return ok;
  return gis::io::write_polygons(folder / "districts.shp", mini_districts());
}

}  // namespace vicinia::test
