#include "layers/shapefile_check.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include "base/file_nature.h"
#include "vicinia/core/base/ascii.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
using core::Status;
namespace fs = std::filesystem;

constexpr std::uint32_t shapefile_magic = 9994;
constexpr std::size_t header_size = 100;
constexpr std::size_t index_record_size = 8;
constexpr std::size_t record_header_size = 8;
constexpr std::size_t dbf_header_size = 32;
constexpr std::size_t dbf_language_byte = 29;
constexpr unsigned char dbf_language_unset = 0x00;
constexpr unsigned char dbf_language_ansi =
    0x57;  // written by default by many programs, whatever the text is in

std::uint32_t byte_at(const std::string& bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}
std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  return byte_at(bytes, at) << 24 | byte_at(bytes, at + 1) << 16 | byte_at(bytes, at + 2) << 8 |
         byte_at(bytes, at + 3);
}
std::uint32_t little_endian(const std::string& bytes, std::size_t at, int count) {
  std::uint32_t number = 0;
  for (int i = count - 1; i >= 0; --i)
    number = number << 8 | byte_at(bytes, at + static_cast<std::size_t>(i));
  return number;
}

/// Through GDAL's file systems, so that it works within archives too.
struct FileCloser {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using FilePtr = std::unique_ptr<VSILFILE, FileCloser>;

std::optional<std::uint64_t> size_of(const fs::path& file) {
  VSIStatBufL status;
  if (VSIStatL(file.c_str(), &status) != 0 || VSI_ISDIR(status.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

std::string first_bytes(const fs::path& file, std::size_t count) {
  const FilePtr stream(VSIFOpenL(file.c_str(), "rb"));
  if (!stream) return {};
  std::string bytes(count, '\0');
  bytes.resize(VSIFReadL(bytes.data(), 1, count, stream.get()));
  return bytes;
}

std::optional<fs::path> companion(const fs::path& shp, const std::string& extension) {
  std::string upper = extension;
  std::ranges::transform(upper, upper.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  for (const std::string& candidate : {extension, upper}) {
    fs::path path = shp;
    path.replace_extension(candidate);
    if (size_of(path)) return path;
  }
  return std::nullopt;
}

core::Error truncated(const fs::path& shp, std::optional<std::size_t> row, const fs::path& part) {
  return {.code = ErrorCode::truncated_file,
          .subject = {.file = shp.string(), .row = row},
          .detail = part.filename().string()};
}

/// Lengths in the headers count 16-bit words.
std::uint64_t stated_size(const std::string& header) { return std::uint64_t{2} * big_endian(header, 24); }

Status check_records(const fs::path& shp, const fs::path& shx, std::uint64_t shp_size, bool shp_is_short) {
  const std::string index = first_bytes(shx, static_cast<std::size_t>(size_of(shx).value_or(0)));
  if (index.size() < header_size || big_endian(index, 0) != shapefile_magic ||
      stated_size(index) > index.size())
    return core::fail(truncated(shp, std::nullopt, shx));
  const std::size_t records = (index.size() - header_size) / index_record_size;
  for (std::size_t i = 0; i < records; ++i) {
    const std::size_t at = header_size + i * index_record_size;
    const std::uint64_t offset = std::uint64_t{2} * big_endian(index, at);
    const std::uint64_t length = std::uint64_t{2} * big_endian(index, at + 4);
    // An offset of zero marks a record that was taken out.
    if (offset != 0 && offset + record_header_size + length > shp_size)
      return core::fail(truncated(shp, i + 1, shp));
  }
  if (shp_is_short) return core::fail(truncated(shp, std::nullopt, shp));
  return {};
}

Status check_attributes(const fs::path& shp, const fs::path& dbf, std::size_t records) {
  const std::string header = first_bytes(dbf, dbf_header_size);
  if (header.size() < dbf_header_size) return core::fail(truncated(shp, std::nullopt, dbf));
  const std::uint64_t rows = little_endian(header, 4, 4);
  const std::uint64_t first = little_endian(header, 8, 2);
  const std::uint64_t row_size = little_endian(header, 10, 2);
  const std::uint64_t size = size_of(dbf).value_or(0);
  if (first < dbf_header_size || row_size == 0 || first > size)
    return core::fail(truncated(shp, std::nullopt, dbf));
  const std::uint64_t whole_rows = std::min(rows, (size - first) / row_size);
  // Only rows that a shape needs count.
  if (whole_rows < rows || whole_rows < records)
    return core::fail(truncated(shp, static_cast<std::size_t>(whole_rows) + 1, dbf));
  return {};
}

}  // namespace

bool is_shapefile(const fs::path& file) {
  const std::string extension = core::ascii_lower(file.extension().string());
  return extension == ".shp";
}

ShapefileParts parts_of_shapefile(const fs::path& file) {
  ShapefileParts parts{.shp = file,
                       .shx = companion(file, ".shx"),
                       .dbf = companion(file, ".dbf"),
                       .prj = companion(file, ".prj"),
                       .cpg = companion(file, ".cpg")};
  parts.states_encoding = parts.cpg.has_value();
  if (parts.dbf && !parts.cpg) {
    const std::string header = first_bytes(*parts.dbf, dbf_header_size);
    if (header.size() == dbf_header_size) {
      const auto language = static_cast<unsigned char>(header[dbf_language_byte]);
      parts.states_encoding = language != dbf_language_unset && language != dbf_language_ansi;
    }
  }
  return parts;
}

Result<ShapefileParts> check_shapefile(const fs::path& file) {
  errno = 0;
  const auto size = size_of(file);
  if (!size)
    return core::fail({.code = ErrorCode::file_not_readable,
                       .subject = {.file = file.string()},
                       .detail = std::generic_category().message(errno != 0 ? errno : EIO)});
  const std::string header = first_bytes(file, header_size);
  if (header.size() < 4 || big_endian(header, 0) != shapefile_magic) {
    const std::string nature = nature_of_file(file.string());
    return core::fail(
        {.code = ErrorCode::not_a_vector_file,
         .subject = {.file = file.string(), .field = nature.empty() ? "file:shapefile" : nature}});
  }

  ShapefileParts parts = parts_of_shapefile(file);
  for (const auto& [part, extension] : {std::pair{parts.shx, ".shx"}, std::pair{parts.dbf, ".dbf"}})
    if (!part)
      return core::fail({.code = ErrorCode::missing_companion,
                         .subject = {.file = file.string()},
                         .detail = fs::path(file).replace_extension(extension).filename().string()});

  if (header.size() < header_size) return core::fail(truncated(file, 1, file));
  if (auto whole = check_records(file, *parts.shx, *size, stated_size(header) > *size); !whole)
    return core::fail(whole.error());
  const std::uint64_t index_size = size_of(*parts.shx).value_or(header_size);
  const auto records = static_cast<std::size_t>((index_size - header_size) / index_record_size);
  if (auto whole = check_attributes(file, *parts.dbf, records); !whole) return core::fail(whole.error());
  return parts;
}

}  // namespace vicinia::gis::io
