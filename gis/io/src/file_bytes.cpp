#include "file_bytes.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace vicinia::gis::io {

core::Result<std::string> read_bytes(const std::filesystem::path& file) {
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
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (stream.bad()) return not_readable(EIO);
  return bytes;
}

}  // namespace vicinia::gis::io
