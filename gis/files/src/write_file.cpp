#include "vicinia/gis/files/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace vicinia::gis::files {
namespace {

namespace fs = std::filesystem;

core::Status not_writable(const fs::path& file, int reason) {
  return core::fail({.code = core::ErrorCode::file_not_writable,
                     .subject = {.file = file.string()},
                     .detail = std::generic_category().message(reason)});
}

/// Zero, or errno.
int write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// Closing tells what a disk over the network did not say before.
int close(int descriptor) { return ::close(descriptor) == 0 || errno == EINTR ? 0 : errno; }

int sync(const fs::path& file, int flags) {
  const int descriptor = ::open(file.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int synced = ::fsync(descriptor) == 0 ? 0 : errno;
  const int closed = close(descriptor);
  return synced != 0 ? synced : closed;
}

bool is_there(const fs::path& file, struct stat& state) { return ::stat(file.c_str(), &state) == 0; }

/// "/dev/stdout" and the like stand for what the process has open already, even where that is a regular file.
bool stands_for_descriptor(const fs::path& file) {
  const std::string name = fs::absolute(file).lexically_normal().string();
  return name.starts_with("/dev/fd/") || name.starts_with("/dev/std") || name.starts_with("/proc/");
}

bool is_written_into(const fs::path& file) {
  struct stat state {};
  return stands_for_descriptor(file) ||
         (is_there(file, state) && !S_ISREG(state.st_mode) && !S_ISDIR(state.st_mode));
}

core::Status write_into(const fs::path& file, std::string_view content) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return not_writable(file, errno);
  const int written = write_all(descriptor, content), closed = close(descriptor);
  if (written != 0 || closed != 0) return not_writable(file, written != 0 ? written : closed);
  return {};
}

/// A file that nobody else has, beside `target`; -1 and errno where there can be none.
int create_beside(const fs::path& target, fs::path& made) {
  static std::atomic<unsigned> count = 0;
  constexpr int most_tries = 100;
  for (int i = 0; i < most_tries; ++i) {
    made = target.parent_path() / ("." + target.filename().string().substr(0, 200) + "." +
                                   std::to_string(::getpid()) + "-" + std::to_string(++count) + ".part");
    const int descriptor = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  return -1;
}

}  // namespace

fs::path target_of(const fs::path& file) {
  std::error_code failed;
  fs::path target = fs::absolute(file, failed);
  if (failed) return file;
  constexpr int most_links = 40;  // as the system follows
  for (int i = 0; i < most_links && fs::is_symlink(target, failed); ++i) {
    const fs::path to = fs::read_symlink(target, failed);
    if (failed) break;
    target = to.is_absolute() ? to : target.parent_path() / to;
  }
  return target.lexically_normal();
}

core::Status put_in_place(const fs::path& part, const fs::path& target) {
  struct stat old {};
  if (is_there(target, old)) {
    if (S_ISDIR(old.st_mode)) return not_writable(target, EISDIR);
    if (!S_ISREG(old.st_mode)) return not_writable(target, EEXIST);
    if (::chmod(part.c_str(), old.st_mode & 07777) != 0) return not_writable(target, errno);
  }
  if (const int reason = sync(part, O_RDONLY); reason != 0) return not_writable(target, reason);
  if (::rename(part.c_str(), target.c_str()) != 0) return not_writable(target, errno);
  static_cast<void>(sync(
      target.parent_path(),
      O_RDONLY | O_DIRECTORY));  // not every file system can sync a folder; the file is whole in any case
  return {};
}

core::Status write_file(const fs::path& file, std::string_view content) {
  if (is_written_into(file)) return write_into(file, content);
  const fs::path target = target_of(file);
  fs::path part;
  const int descriptor = create_beside(target, part);
  if (descriptor < 0) return not_writable(file, errno);
  const int written = write_all(descriptor, content), closed = close(descriptor);
  core::Status done = written != 0 || closed != 0 ? not_writable(file, written != 0 ? written : closed)
                                                  : put_in_place(part, target);
  if (!done) ::unlink(part.c_str());
  return done;
}

}  // namespace vicinia::gis::files
