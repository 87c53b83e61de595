#include "private_folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

namespace vicinia::gis::client {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "vicinia-";
constexpr std::string_view lock_name = "owner.lock";
constexpr std::string_view longest_socket_name = "/engine-4294967295.sock";

FileDescriptor locked(const fs::path& file, int flags) {
  FileDescriptor lock(::open(file.c_str(), flags | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (lock && ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) lock.reset();
  return lock;
}

bool is_own_folder(const fs::path& path) {
  struct stat found {};
  return ::lstat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == ::geteuid() &&
         (found.st_mode & 0777) == 0700;
}

void clear_abandoned(const fs::path& parent) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(parent, ignored)) {
    const fs::path& path = entry.path();
    if (!path.filename().native().starts_with(prefix) || !is_own_folder(path)) continue;
    // Without a lock file its owner is still about to make it, or died in between and left the folder empty: no harm.
    if (const FileDescriptor lock = locked(path / lock_name, 0)) fs::remove_all(path, ignored);
  }
}

std::vector<fs::path> candidates(const fs::path& parent) {
  if (!parent.empty()) return {parent};
  std::vector<fs::path> result;
  if (const char* runtime = std::getenv("XDG_RUNTIME_DIR"); runtime != nullptr && *runtime == '/')
    result.emplace_back(runtime);
  result.emplace_back("/dev/shm");
  std::error_code ignored;
  if (fs::path temporary = fs::temp_directory_path(ignored); !temporary.empty()) result.push_back(temporary);
  return result;
}

}  // namespace

core::Result<std::unique_ptr<PrivateFolder>> PrivateFolder::make(const fs::path& parent) {
  std::string reasons;
  for (const fs::path& candidate : candidates(parent)) {
    std::error_code ignored;
    const fs::path folder = fs::absolute(candidate, ignored);
    std::string name = (folder / (std::string(prefix) + std::to_string(::getpid()) + "-XXXXXX")).native();
    if (name.size() + longest_socket_name.size() >= sizeof(sockaddr_un::sun_path)) {
      reasons += folder.native() + ": the path is too long for a socket; ";
      continue;
    }
    clear_abandoned(folder);
    if (::mkdtemp(name.data()) == nullptr) {
      reasons += folder.native() + ": " + std::strerror(errno) + "; ";
      continue;
    }
    FileDescriptor lock = locked(fs::path(name) / lock_name, O_CREAT | O_EXCL);
    if (!lock) {
      reasons += name + ": cannot be locked: " + std::strerror(errno) + "; ";
      fs::remove_all(name, ignored);
      continue;
    }
    return std::unique_ptr<PrivateFolder>(new PrivateFolder(name, std::move(lock)));
  }
  return core::fail({.code = core::ErrorCode::engine_start_failed,
                     .subject = {.file = parent.native()},
                     .detail = "no private folder: " + reasons});
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace vicinia::gis::client
