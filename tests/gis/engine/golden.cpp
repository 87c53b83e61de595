#include "gis/engine/golden.h"

#include <gdal_priv.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <vector>

#include "gis/engine/sample_map.h"

namespace vicinia::test {
namespace {

constexpr int least_difference = 40;            ///< of a channel, for a pixel to count as different
constexpr double most_different_share = 0.004;  ///< of all pixels

struct Picture {
  int width = 0, height = 0;
  std::vector<unsigned char> rgb{};
};

Picture picture_of(const gis::client::Frame& frame) {
  Picture picture{static_cast<int>(frame.width_px), static_cast<int>(frame.height_px), {}};
  for (std::uint32_t y = 0; y < frame.height_px; ++y)
    for (std::uint32_t x = 0; x < frame.width_px; ++x) {
      const Pixel pixel = pixel_at(frame, x, y);
      for (const int channel : {pixel.red, pixel.green, pixel.blue})
        picture.rgb.push_back(static_cast<unsigned char>(channel));
    }
  return picture;
}

void save(const Picture& picture, const std::filesystem::path& file) {
  GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
  const std::unique_ptr<GDALDataset> data(memory->Create("", picture.width, picture.height, 3, GDT_Byte, nullptr));
  std::vector<unsigned char> copy = picture.rgb;
  if (data->RasterIO(GF_Write, 0, 0, picture.width, picture.height, copy.data(), picture.width, picture.height,
                     GDT_Byte, 3, nullptr, 3, 3 * picture.width, 1, nullptr) != CE_None)
    return;
  GDALDriver* png = GetGDALDriverManager()->GetDriverByName("PNG");
  GDALClose(png->CreateCopy(file.c_str(), data.get(), FALSE, nullptr, nullptr, nullptr));
  std::filesystem::remove(file.native() + ".aux.xml");
}

bool load(const std::filesystem::path& file, Picture& into) {
  const std::unique_ptr<GDALDataset> data(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER));
  if (!data || data->GetRasterCount() < 3) return false;
  into = {data->GetRasterXSize(), data->GetRasterYSize(), {}};
  into.rgb.resize(std::size_t{3} * static_cast<std::size_t>(into.width) * static_cast<std::size_t>(into.height));
  return data->RasterIO(GF_Read, 0, 0, into.width, into.height, into.rgb.data(), into.width, into.height, GDT_Byte, 3,
                        nullptr, 3, 3 * into.width, 1, nullptr) == CE_None;
}

}  // namespace

testing::AssertionResult matches_golden(const gis::client::Frame& frame, const std::string& name) {
  GDALAllRegister();
  const Picture drawn = picture_of(frame);
  const auto drawn_file = std::filesystem::path(VICINIA_DIFFERENCE_DIR) / (name + ".drawn.png");
  const auto reference_file = std::filesystem::path(VICINIA_GOLDEN_DIR) / (name + ".png");
  Picture reference;
  if (!std::filesystem::exists(reference_file) || !load(reference_file, reference)) {
    save(drawn, drawn_file);
    return testing::AssertionFailure() << "no reference " << reference_file << "; drawn: " << drawn_file;
  }
  if (drawn.width != reference.width || drawn.height != reference.height) {
    save(drawn, drawn_file);
    return testing::AssertionFailure() << "another size than " << reference_file << "; drawn: " << drawn_file;
  }
  Picture difference = drawn;
  std::size_t different = 0;
  for (std::size_t i = 0; i < drawn.rgb.size(); i += 3) {
    int most = 0;
    for (std::size_t channel = i; channel < i + 3; ++channel)
      most = std::max(most, std::abs(int{drawn.rgb[channel]} - int{reference.rgb[channel]}));
    if (most < least_difference) continue;
    ++different;
    difference.rgb[i] = 255;
    difference.rgb[i + 1] = difference.rgb[i + 2] = 0;
  }
  const double share = 3.0 * static_cast<double>(different) / static_cast<double>(drawn.rgb.size());
  if (share <= most_different_share) return testing::AssertionSuccess();
  const auto difference_file = std::filesystem::path(VICINIA_DIFFERENCE_DIR) / (name + ".difference.png");
  save(drawn, drawn_file);
  save(difference, difference_file);
  return testing::AssertionFailure() << different << " pixels differ from " << reference_file << "; see "
                                     << difference_file;
}

}  // namespace vicinia::test
