#include "bench_layer.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <fstream>
#include <memory>

namespace vicinia::bench {
namespace {

constexpr double country_m = 780'000;

/// Pushes a place aside; a function of the place alone, so that both neighbours agree.
void push(double roughness_m, double& x, double& y) {
  const double u = x / 8000, v = y / 8000;
  const double along =
      std::sin(0.9 * u + 0.4 * v) + 0.5 * std::sin(2.7 * u - 1.9 * v) + 0.25 * std::sin(9.1 * u + 7.3 * v);
  const double across =
      std::cos(0.7 * u - 0.8 * v) + 0.5 * std::cos(2.3 * u + 2.9 * v) + 0.25 * std::cos(8.3 * v - 6.1 * u);
  x += roughness_m * along;
  y += roughness_m * across;
}

}  // namespace

void write_ragged_grid(const std::string& file, const GridSize& size) {
  GDALAllRegister();
  const bool in_degrees = file.ends_with(".gpkg");
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(in_degrees ? "GPKG" : "FlatGeobuf");
  const std::unique_ptr<GDALDataset> data(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  OGRSpatialReference metres, degrees;
  metres.importFromEPSG(32648);
  degrees.importFromEPSG(4326);
  for (OGRSpatialReference* crs : {&metres, &degrees})
    crs->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const std::unique_ptr<OGRCoordinateTransformation> way(
      OGRCreateCoordinateTransformation(&metres, &degrees));
  char option[] = "SPATIAL_INDEX=NO";
  char* options[] = {option, nullptr};
  OGRLayer* layer = data->CreateLayer("grid", in_degrees ? &degrees : &metres, wkbPolygon, options);
  for (const char* name : {"code", "name", "parent"}) {
    OGRFieldDefn field(name, OFTString);
    if (layer->CreateField(&field) != OGRERR_NONE) return;
  }
  if (layer->StartTransaction() != OGRERR_NONE) return;
  const double cell_m = country_m / size.columns;
  for (int row = 0; row < size.rows; ++row)
    for (int column = 0; column < size.columns; ++column) {
      const double x[] = {cell_m * column, cell_m * (column + 1), cell_m * (column + 1), cell_m * column,
                          cell_m * column};
      const double y[] = {cell_m * row, cell_m * row, cell_m * (row + 1), cell_m * (row + 1), cell_m * row};
      OGRLinearRing ring;
      for (int side = 0; side < 4; ++side)
        for (int point = 0; point < size.points_per_side; ++point) {
          // From the lesser end in both directions, so that both neighbours compute the same numbers.
          const bool is_back = side > 1;
          const int from = is_back ? side + 1 : side, to = is_back ? side : side + 1;
          const double share =
              static_cast<double>(is_back ? size.points_per_side - point : point) / size.points_per_side;
          double px = x[from] + share * (x[to] - x[from]), py = y[from] + share * (y[to] - y[from]);
          push(size.roughness_m, px, py);
          px += 200'000;
          py += 1'000'000;
          if (in_degrees) way->Transform(1, &px, &py);
          ring.addPoint(px, py);
        }
      ring.closeRings();
      OGRPolygon polygon;
      polygon.addRing(&ring);
      polygon.flattenTo2D();
      const int number = row * size.columns + column;
      const std::unique_ptr<OGRFeature> feature(new OGRFeature(layer->GetLayerDefn()));
      feature->SetField(0, std::to_string(10'000 + number).c_str());
      feature->SetField(1, ("Xã " + std::to_string(number)).c_str());
      feature->SetField(2, std::to_string(10 + number / 100).c_str());
      feature->SetGeometry(&polygon);
      if (layer->CreateFeature(feature.get()) != OGRERR_NONE) return;
    }
  if (layer->CommitTransaction() != OGRERR_NONE) return;  // of FlatGeobuf it does nothing
}

void write_communes_dataset(const std::filesystem::path& folder, const GridSize& size, int sectors,
                            int years) {
  std::filesystem::create_directories(folder);
  write_ragged_grid(folder / "communes.gpkg", size);
  std::ofstream(folder / "manifest.json")
      << R"({"format": "vicinia-dataset", "version": 1, "title": "Benchmark", "source": "made by a benchmark", "survey": "none 2007",
 "survey_vintage": "2007-12-31", "boundary_vintage": "2007-12-31", "denominator": "all_employment", "completeness": "complete_matrix",
 "districts": {"file": "communes.gpkg", "code": "code", "name_vi": "name", "parent": "parent"},
 "sectors": {"file": "sectors.csv"}, "observations": {"file": "observations.csv"}})";
  std::ofstream names(folder / "sectors.csv");
  names << "sector_no,name_en,name_vi\n";
  for (int sector = 1; sector <= sectors; ++sector)
    names << sector << ",Sector " << sector << ",Ngành " << sector << "\n";
  std::ofstream figures(folder / "observations.csv");
  figures << "unit_code,sector_no,period,enterprises,smes,fdi_enterprises,employees\n";
  for (int year = 0; year < years; ++year)
    for (int i = 0; i < size.columns * size.rows; ++i)
      for (int sector = 1; sector <= sectors; ++sector)
        figures << 10'000 + i << ',' << sector << ',' << 2007 + year << ",10," << 5 + i % 5 << ",1,"
                << 100 + i * (sector + year) % (300 + 40 * sector) << "\n";
}

}  // namespace vicinia::bench
