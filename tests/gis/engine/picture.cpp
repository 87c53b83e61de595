#include "gis/engine/picture.h"

#include <gdal_priv.h>

#include <memory>

#include "gis/engine/sample_map.h"

namespace vicinia::test {

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
  GDALAllRegister();
  GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
  const std::unique_ptr<GDALDataset> data(
      memory->Create("", picture.width, picture.height, 3, GDT_Byte, nullptr));
  std::vector<unsigned char> copy = picture.rgb;
  if (data->RasterIO(GF_Write, 0, 0, picture.width, picture.height, copy.data(), picture.width,
                     picture.height, GDT_Byte, 3, nullptr, 3, 3 * picture.width, 1, nullptr) != CE_None)
    return;
  GDALDriver* png = GetGDALDriverManager()->GetDriverByName("PNG");
  GDALClose(png->CreateCopy(file.c_str(), data.get(), FALSE, nullptr, nullptr, nullptr));
  std::filesystem::remove(file.native() + ".aux.xml");
}

bool load(const std::filesystem::path& file, Picture& into) {
  GDALAllRegister();
  const std::unique_ptr<GDALDataset> data(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER));
  if (!data || data->GetRasterCount() < 3) return false;
  into = {data->GetRasterXSize(), data->GetRasterYSize(), {}};
  into.rgb.resize(std::size_t{3} * static_cast<std::size_t>(into.width) *
                  static_cast<std::size_t>(into.height));
  return data->RasterIO(GF_Read, 0, 0, into.width, into.height, into.rgb.data(), into.width, into.height,
                        GDT_Byte, 3, nullptr, 3, 3 * into.width, 1, nullptr) == CE_None;
}

}  // namespace vicinia::test
