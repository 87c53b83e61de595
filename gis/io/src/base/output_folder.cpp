#include "base/output_folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include "vicinia/gis/files/write_file.h"

namespace vicinia::gis::io {
namespace {

namespace fs = std::filesystem;

core::Error not_writable(const fs::path& target, const std::error_code& reason) {
  return {.code = core::ErrorCode::file_not_writable,
          .subject = {.file = target.string()},
          .detail = reason.message()};
}

constexpr std::size_t random_letters = 6;  // of mkdtemp

/// The folder, open and locked; -1 where the file system has no locks; nullopt where somebody else has it, or it is gone.
std::optional<int> lock_of(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  const bool is_locked = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
  const bool is_taken = !is_locked && errno == EWOULDBLOCK;
  struct stat state {};
  const bool is_there = ::fstat(descriptor, &state) == 0 && state.st_nlink > 0;
  if (is_locked && is_there) return descriptor;
  ::close(descriptor);
  return is_taken || !is_there ? std::nullopt : std::optional(-1);
}

/// No other program names its folders so.
std::string begin_of_names(const fs::path& target) { return "." + target.stem().string() + "-vicinia-"; }

void clear_away_what_the_dead_left(const fs::path& parent, const std::string& begin) {
  std::error_code failed;
  for (auto entry = fs::directory_iterator(parent, failed); !failed && entry != fs::directory_iterator();
       entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (name.size() != begin.size() + random_letters || !name.starts_with(begin)) continue;
    const auto lock = lock_of(entry->path());
    if (!lock || *lock < 0) continue;
    std::error_code ignored;
    fs::remove_all(entry->path(), ignored);
    ::close(*lock);
  }
}

}  // namespace

OutputFolder::OutputFolder(fs::path target, fs::path folder, int lock)
    : target_(std::move(target)), folder_(std::move(folder)), lock_(lock) {}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : target_(std::move(other.target_)),
      folder_(std::exchange(other.folder_, {})),
      lock_(std::exchange(other.lock_, -1)) {}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

core::Result<OutputFolder> OutputFolder::beside(const fs::path& file) {
  std::error_code error;
  const fs::path target = files::target_of(file);
  if (fs::is_directory(target, error))
    return core::fail(not_writable(target, std::make_error_code(std::errc::is_a_directory)));
  const fs::path parent = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const std::string begin = begin_of_names(target);
  clear_away_what_the_dead_left(parent, begin);
  constexpr int most_tries = 100;
  for (int i = 0; i < most_tries; ++i) {
    std::string folder = (parent / (begin + "XXXXXX")).string();
    if (mkdtemp(folder.data()) == nullptr)
      return core::fail(not_writable(target, std::error_code(errno, std::generic_category())));
    if (const auto lock = lock_of(folder)) return OutputFolder(target, folder, *lock);
    // Another process took it for one of the dead, in the moment before it was locked.
  }
  return core::fail(not_writable(target, std::make_error_code(std::errc::device_or_resource_busy)));
}

core::Status OutputFolder::release() {
  std::error_code error;
  std::vector<fs::path> written;
  for (auto entry = fs::directory_iterator(folder_, error); !error && entry != fs::directory_iterator();
       entry.increment(error))
    written.push_back(entry->path().filename());
  if (error) return core::fail(not_writable(target_, error));
  std::ranges::sort(written);
  std::ranges::stable_partition(written, [&](const fs::path& name) { return name != target_.filename(); });

  const fs::path parent = target_.parent_path();
  for (const fs::path& name : written) {
    if (core::Status placed = files::put_in_place(folder_ / name, files::target_of(parent / name)); !placed)
      return placed;
  }
  if (target_.extension() == ".shp")
    for (const char* extension : {".qix", ".sbn", ".sbx", ".idm", ".ind"})
      fs::remove(fs::path(target_).replace_extension(extension), error);
  return {};
}

}  // namespace vicinia::gis::io
