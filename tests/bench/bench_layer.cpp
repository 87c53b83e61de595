#include "bench_layer.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <memory>

namespace vicinia::bench {
namespace {

constexpr int columns = 26, rows = 27, points_per_side = 136;
constexpr double cell_m = 30'000, roughness_m = 2'500;

/// Pushes a place aside; a function of the place alone, so that both neighbours agree.
void push(double& x, double& y) {
  const double u = x / 8000, v = y / 8000;
  const double along = std::sin(0.9 * u + 0.4 * v) + 0.5 * std::sin(2.7 * u - 1.9 * v) + 0.25 * std::sin(9.1 * u + 7.3 * v);
  const double across = std::cos(0.7 * u - 0.8 * v) + 0.5 * std::cos(2.3 * u + 2.9 * v) + 0.25 * std::cos(8.3 * v - 6.1 * u);
  x += roughness_m * along;
  y += roughness_m * across;
}

}  // namespace

void write_ragged_grid(const std::string& file) {
  GDALAllRegister();
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("FlatGeobuf");
  const std::unique_ptr<GDALDataset> data(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  OGRSpatialReference crs;
  crs.importFromEPSG(32648);
  char option[] = "SPATIAL_INDEX=NO";
  char* options[] = {option, nullptr};
  OGRLayer* layer = data->CreateLayer("grid", &crs, wkbPolygon, options);
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      const double x[] = {cell_m * column, cell_m * (column + 1), cell_m * (column + 1), cell_m * column, cell_m * column};
      const double y[] = {cell_m * row, cell_m * row, cell_m * (row + 1), cell_m * (row + 1), cell_m * row};
      OGRLinearRing ring;
      for (int side = 0; side < 4; ++side)
        for (int point = 0; point < points_per_side; ++point) {
          const double share = static_cast<double>(point) / points_per_side;
          double px = x[side] + share * (x[side + 1] - x[side]), py = y[side] + share * (y[side + 1] - y[side]);
          push(px, py);
          ring.addPoint(200'000 + px, 1'000'000 + py);
        }
      ring.closeRings();
      OGRPolygon polygon;
      polygon.addRing(&ring);
      const std::unique_ptr<OGRFeature> feature(new OGRFeature(layer->GetLayerDefn()));
      feature->SetGeometry(&polygon);
      if (layer->CreateFeature(feature.get()) != OGRERR_NONE) return;
    }
}

}  // namespace vicinia::bench
