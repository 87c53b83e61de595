#include "file_bytes.h"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace vicinia::gis::io {

core::Status read_blocks(const std::filesystem::path& file, const std::function<void(std::string_view)>& visit) {
  using core::ErrorCode;
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status))
    return core::fail({.code = ErrorCode::file_not_found, .subject = {.file = file.string()}});
  const auto not_readable = [&](int reason) {
    return core::fail({.code = ErrorCode::file_not_readable,
                       .subject = {.file = file.string()},
                       .detail = std::generic_category().message(reason)});
  };
  if (std::filesystem::is_directory(status)) return not_readable(EISDIR);
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return not_readable(errno != 0 ? errno : EIO);
  constexpr std::size_t block_bytes = std::size_t{1} << 18;
  std::string block(block_bytes, '\0');
  while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0)
    visit(std::string_view(block).substr(0, static_cast<std::size_t>(stream.gcount())));
  if (stream.bad()) return not_readable(EIO);
  return {};
}

core::Result<std::string> read_bytes(const std::filesystem::path& file) {
  std::string bytes;
  if (auto read = read_blocks(file, [&](std::string_view block) { bytes += block; }); !read) return core::fail(read.error());
  return bytes;
}

}  // namespace vicinia::gis::io
