#include "vicinia/workspace/atomic_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace vicinia::workspace {
namespace {

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

}  // namespace

core::Status write_atomically(const std::filesystem::path& file, std::string_view content) {
  const auto failure = [&](int reason) {
    return core::fail({.code = core::ErrorCode::file_not_writable,
                       .subject = {.file = file.string()},
                       .detail = std::strerror(reason)});
  };
  std::string temporary = file.string() + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return failure(errno);
  const mode_t mask = ::umask(0);  // mkstemp makes files for the owner alone
  ::umask(mask);
  bool ok = write_all(descriptor, content) && ::fchmod(descriptor, 0666 & ~mask) == 0;
  int reason = errno;
  if (::close(descriptor) != 0 && ok) {
    ok = false;
    reason = errno;
  }
  if (ok && std::rename(temporary.c_str(), file.c_str()) != 0) {
    ok = false;
    reason = errno;
  }
  if (ok) return {};
  ::unlink(temporary.c_str());
  return failure(reason);
}

}  // namespace vicinia::workspace
