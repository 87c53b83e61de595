#include "gis/engine/sample_map.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <stdlib.h>

#include <cstdlib>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <utility>
#include <vector>

namespace vicinia::test {

using namespace gis::map;

namespace {

/// Writes features with codes and names, in order.
void write_features(const std::filesystem::path& file, OGRwkbGeometryType type,
                    const std::vector<std::unique_ptr<OGRGeometry>>& shapes) {
  GDALAllRegister();
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("FlatGeobuf");
  if (driver == nullptr) throw std::runtime_error("GDAL has no FlatGeobuf driver");
  const std::unique_ptr<GDALDataset> data(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  OGRSpatialReference crs;
  crs.importFromEPSG(32648);
  char option[] = "SPATIAL_INDEX=NO";
  char* options[] = {option, nullptr};
  OGRLayer* layer = data->CreateLayer(file.stem().c_str(), &crs, type, options);
  for (const char* name : {"code", "name_vi", "name_en"}) {
    OGRFieldDefn field(name, OFTString);
    layer->CreateField(&field);
  }
  const char* names[units] = {"Điện Biên", "Hữu Lũng", "Nghĩa Đàn", "Thạch Thất", "Quỳnh Lưu", "Bắc Giang",
                              "Mường Tè",  "Ứng Hòa",  "Đắk Glong", "Vũng Tàu",   "Cẩm Mỹ",    "Phú Quý"};
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const std::unique_ptr<OGRFeature> feature(new OGRFeature(layer->GetLayerDefn()));
    feature->SetField("code", static_cast<int>(i));
    feature->SetField("name_vi", names[i % units]);
    feature->SetField("name_en", names[i % units]);
    feature->SetGeometry(shapes[i].get());
    if (layer->CreateFeature(feature.get()) != OGRERR_NONE)
      throw std::runtime_error("cannot write " + file.native());
  }
}

/// The south-west corner of a square.
Position corner_of(std::size_t unit) {
  return {west_m + cell_m * static_cast<double>(unit % columns),
          south_m + cell_m * static_cast<double>(unit / columns)};
}

}  // namespace

void write_squares(const std::filesystem::path& file, int points) {
  std::vector<std::unique_ptr<OGRGeometry>> squares;
  for (std::size_t i = 0; i < units; ++i) {
    const auto [x, y] = corner_of(i);
    const double corner_x[] = {x, x + cell_m, x + cell_m, x, x},
                 corner_y[] = {y, y, y + cell_m, y + cell_m, y};
    OGRLinearRing ring;
    for (int side = 0; side < 4; ++side)
      for (int step = 0; step < points; ++step) {
        const double share = static_cast<double>(step) / points;
        ring.addPoint(corner_x[side] + share * (corner_x[side + 1] - corner_x[side]),
                      corner_y[side] + share * (corner_y[side + 1] - corner_y[side]));
      }
    ring.closeRings();
    auto square = std::make_unique<OGRPolygon>();
    square->addRing(&ring);
    squares.push_back(std::move(square));
  }
  write_features(file, wkbPolygon, squares);
}

void write_cells(const std::filesystem::path& file, const std::vector<GridCell>& cells) {
  std::vector<std::unique_ptr<OGRGeometry>> squares;
  for (const GridCell& cell : cells) {
    const double x = west_m + cell_m * cell.column, y = south_m + cell_m * cell.row;
    OGRLinearRing ring;
    for (const auto& [right, up] : {std::pair(0, 0), std::pair(1, 0), std::pair(1, 1), std::pair(0, 1)})
      ring.addPoint(x + right * cell_m, y + up * cell_m);
    ring.closeRings();
    auto square = std::make_unique<OGRPolygon>();
    square->addRing(&ring);
    squares.push_back(std::move(square));
  }
  write_features(file, wkbPolygon, squares);
}

void write_points(const std::filesystem::path& file) {
  std::vector<std::unique_ptr<OGRGeometry>> points;
  for (std::size_t i = 0; i < units; ++i)
    points.push_back(std::make_unique<OGRPoint>(corner_of(i).x + cell_m / 2, corner_of(i).y + cell_m / 2));
  write_features(file, wkbPoint, points);
}

void write_lines(const std::filesystem::path& file, int stretches) {
  std::vector<std::unique_ptr<OGRGeometry>> lines;
  for (std::size_t row = 0; row < rows; ++row) {
    auto line = std::make_unique<OGRLineString>();
    const double y = south_m + (static_cast<double>(row) + 0.5) * cell_m;
    for (int i = 0; i <= stretches; ++i) line->addPoint(west_m + columns * cell_m * i / stretches, y);
    lines.push_back(std::move(line));
  }
  write_features(file, wkbLineString, lines);
}

MapSpec sample_map(const std::filesystem::path& file, const std::string& hash) {
  GraduatedLayer layer;
  layer.source = "squares";
  layer.name = "LQ";
  layer.values = {0.5, 0, 0, 1, 0, 0, 2, 0.5, 0.5, 0.5, 0.5, 0.5};
  layer.states.assign(units, ValueState::value);
  layer.states[1] = ValueState::zero;
  layer.states[2] = ValueState::not_published;
  layer.states[4] = ValueState::undefined;
  layer.states[5] = ValueState::outside;
  layer.classes = {{0, 1, {FillPattern::solid, {200, 230, 200}, {}}, "dưới 1"},
                   {1, 2, {FillPattern::solid, {40, 120, 60}, {}}, "1 đến 2"}};
  layer.has_zero_class = true;
  layer.zero.fill.colour = {240, 240, 200};
  layer.zero.label = "không có";
  layer.not_published = {0, 0, {FillPattern::hatched, {90, 90, 90}, {255, 255, 255}}, "không công bố"};
  layer.undefined = {0, 0, {FillPattern::solid, {200, 180, 220}, {}}, "không xác định"};
  layer.outside_fill.colour = {225, 225, 225};
  layer.border.width_mm = 0;

  MapSpec spec;
  spec.crs = "EPSG:32648";
  spec.extent = {west_m, south_m, west_m + columns * cell_m, south_m + rows * cell_m};
  spec.width_px = 400;
  spec.height_px = 300;
  spec.background = {255, 0, 255};
  spec.sources = {{"squares", file.native(), hash}};
  spec.layers.emplace_back(std::move(layer));
  return spec;
}

FigureSpec sample_figure(const std::filesystem::path& source, FigureFormat format,
                         const std::filesystem::path& target) {
  FigureSpec figure;
  figure.map = sample_map(source);
  figure.map.background = {255, 255, 255};
  figure.format = format;
  figure.dpi = 150;
  figure.title = "Cụm công nghiệp dệt may ở Việt Nam";
  figure.subtitle = "Thương số vị trí theo huyện";
  const auto& layer = std::get<GraduatedLayer>(figure.map.layers.front());
  figure.legend.title = "Thương số vị trí";
  for (const ClassStyle& style : layer.classes)
    figure.legend.entries.push_back({style.fill, style.label, "5"});
  figure.legend.entries.push_back({layer.not_published.fill, layer.not_published.label, "1"});
  figure.notes = {"Nguồn: Tổng cục Thống kê", "Khung ranh giới: 2007"};
  figure.island_insets = {{"Quần đảo Hoàng Sa"}, {"Quần đảo Trường Sa"}};
  figure.author = "Vicinia";
  figure.subject = "Thử nghiệm";
  figure.file = target.native();
  return figure;
}

void PrintTo(const Pixel& pixel, std::ostream* out) {
  *out << "rgba(" << pixel.red << ", " << pixel.green << ", " << pixel.blue << ", " << pixel.alpha << ")";
}

Pixel pixel_at(const gis::client::Frame& frame, std::uint32_t x, std::uint32_t y) {
  std::uint32_t argb = 0;
  const auto bytes = frame.pixels().subspan(4 * (std::size_t{y} * frame.width_px + x), 4);
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<std::byte*>(&argb));
  const auto channel = [argb](int shift) { return static_cast<int>((argb >> shift) & 255u); };
  return {channel(16), channel(8), channel(0), channel(24)};
}

Pixel to_pixel(Colour colour) { return {colour.red, colour.green, colour.blue, colour.alpha}; }

std::filesystem::path engine_program() {
  // Under a sanitizer the client is looked at, not the engine: any build of it will do.
  if (const char* other = std::getenv("VICINIA_TEST_ENGINE")) return other;
  return std::filesystem::path(VICINIA_BIN_DIR) / "vicinia-map-engine";
}

}  // namespace vicinia::test
