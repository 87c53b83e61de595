#include "figure/stamp.h"

#include <zlib.h>

#include <cpl_string.h>
#include <gdal.h>

#include <QFile>
#include <array>
#include <cstdint>
#include <memory>

namespace vicinia::gis::engine {
namespace {

struct CloseDataset {
  void operator()(GDALDatasetH data) const { GDALClose(data); }
};
using GdalDataset = std::unique_ptr<void, CloseDataset>;

QString what_gdal_said(const char* otherwise) {
  const QString message = QString::fromUtf8(CPLGetLastErrorMsg());
  return message.isEmpty() ? QString::fromLatin1(otherwise) : message;
}

void set_xmp(GDALDatasetH data, const AboutFigure& about) {
  const QByteArray packet = xmp_packet(about);
  std::array<char*, 2> list{const_cast<char*>(packet.constData()), nullptr};
  GDALSetMetadata(data, list.data(), "xml:XMP");
}

QByteArray big_endian(std::uint32_t value) {
  QByteArray bytes(4, '\0');
  for (int i = 0; i < 4; ++i) bytes[i] = static_cast<char>(value >> (24 - 8 * i) & 0xff);
  return bytes;
}

}  // namespace

QString stamp_png(const QString& path, const AboutFigure& about) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return file.errorString();
  const QByteArray png = file.readAll();
  file.close();
  constexpr int after_header = 8 + 4 + 4 + 13 + 4;
  if (png.size() < after_header || !png.startsWith("\x89PNG")) return QStringLiteral("it is no PNG");
  QByteArray chunk("iTXtXML:com.adobe.xmp");
  chunk += QByteArray(
      5, '\0');  // end of the keyword; not compressed (flag, method); no language; no translated keyword
  chunk += xmp_packet(about);
  const QByteArray whole =
      big_endian(static_cast<std::uint32_t>(chunk.size() - 4)) + chunk +
      big_endian(static_cast<std::uint32_t>(
          ::crc32(0, reinterpret_cast<const Bytef*>(chunk.constData()), static_cast<uInt>(chunk.size()))));
  if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return file.errorString();
  for (const QByteArray& part : {png.left(after_header), whole, png.mid(after_header)})
    if (file.write(part) != part.size()) return file.errorString();
  return file.flush() ? QString() : file.errorString();
}

QString write_tiff(const QImage& image, double dpi, const QString& file, const AboutFigure& about) {
  GDALAllRegister();
  CPLErrorReset();
  const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
  GDALDriverH driver = GDALGetDriverByName("GTiff");
  if (driver == nullptr || rgb.isNull()) return QStringLiteral("no picture to write");
  char** options = nullptr;
  for (const char* option :
       {"COMPRESS=DEFLATE", "PREDICTOR=2", "PHOTOMETRIC=RGB", "INTERLEAVE=PIXEL", "PROFILE=BASELINE"})
    options = CSLAddString(options, option);
  const GdalDataset data(
      GDALCreate(driver, file.toUtf8().constData(), rgb.width(), rgb.height(), 3, GDT_Byte, options));
  CSLDestroy(options);
  if (!data) return what_gdal_said("the file could not be written");
  const std::string resolution = std::to_string(dpi);
  for (const auto& [key, text] : {std::pair<const char*, std::string>{"TIFFTAG_XRESOLUTION", resolution},
                                  {"TIFFTAG_YRESOLUTION", resolution},
                                  {"TIFFTAG_RESOLUTIONUNIT", "2"},
                                  {"TIFFTAG_SOFTWARE", "Vicinia " VICINIA_VERSION},
                                  {"TIFFTAG_ARTIST", about.author},
                                  {"TIFFTAG_IMAGEDESCRIPTION", about.title}})
    if (!text.empty()) GDALSetMetadataItem(data.get(), key, text.c_str(), nullptr);
  set_xmp(data.get(), about);
  const CPLErr written = GDALDatasetRasterIOEx(data.get(), GF_Write, 0, 0, rgb.width(), rgb.height(),
                                               const_cast<uchar*>(rgb.constBits()), rgb.width(), rgb.height(),
                                               GDT_Byte, 3, nullptr, 3, rgb.bytesPerLine(), 1, nullptr);
  GDALFlushCache(data.get());
  return written == CE_None && CPLGetLastErrorType() < CE_Failure ? QString()
                                                                  : what_gdal_said("the file was cut short");
}

}  // namespace vicinia::gis::engine
