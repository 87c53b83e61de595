#include "vicinia/gis/files/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <new>
#include <stdexcept>
#include <system_error>
#include <vector>

namespace vicinia::gis::files {
namespace {

using core::ErrorCode;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

core::Error not_readable(const std::filesystem::path& file, std::string why) {
  return {.code = ErrorCode::file_not_readable, .subject = {.file = file.string()}, .detail = std::move(why)};
}
core::Error not_readable(const std::filesystem::path& file, int reason) {
  return not_readable(file, std::generic_category().message(reason));
}

}  // namespace

core::Status read_blocks(const std::filesystem::path& file,
                         const std::function<void(std::string_view)>& visit, std::uintmax_t most_bytes) {
  // Without O_NONBLOCK the opening of a pipe would wait for somebody to write into it.
  const Descriptor from(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (from.number() < 0 && errno == ENOENT)
    return core::fail({.code = ErrorCode::file_not_found, .subject = {.file = file.string()}});
  if (from.number() < 0) return core::fail(not_readable(file, errno));
  struct stat state {};
  if (::fstat(from.number(), &state) != 0) return core::fail(not_readable(file, errno));
  if (S_ISDIR(state.st_mode)) return core::fail(not_readable(file, EISDIR));
  if (!S_ISREG(state.st_mode)) return core::fail(not_readable(file, "not a regular file"));
  if (static_cast<std::uintmax_t>(state.st_size) > most_bytes) return core::fail(not_readable(file, EFBIG));
  constexpr std::size_t block_bytes = std::size_t{1} << 18;
  std::vector<char> block(block_bytes);
  for (;;) {
    const ssize_t got = ::read(from.number(), block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return core::fail(not_readable(file, errno));
    if (got == 0) return {};
    visit(std::string_view(block.data(), static_cast<std::size_t>(got)));
  }
}

core::Result<std::string> read_file(const std::filesystem::path& file, std::uintmax_t most_bytes) {
  try {
    std::string bytes;
    std::error_code unknown;
    if (const auto size = std::filesystem::file_size(file, unknown); !unknown && size <= most_bytes)
      bytes.reserve(size);
    if (auto read = read_blocks(
            file, [&](std::string_view block) { bytes += block; }, most_bytes);
        !read)
      return core::fail(read.error());
    return bytes;
  } catch (const std::bad_alloc&) {
    return core::fail(not_readable(file, ENOMEM));
  } catch (const std::length_error&) {
    return core::fail(not_readable(file, EFBIG));
  }
}

}  // namespace vicinia::gis::files
