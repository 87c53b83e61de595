#include "part_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>

namespace vicinia::gis::engine {

PartFile::~PartFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

int PartFile::create() const {
  const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return errno;
  ::close(file);
  return 0;
}

int PartFile::sync_and_rename(const std::string& target) const {
  const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return errno;
  const int synced = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  if (synced != 0) return synced;
  return ::rename(path_.c_str(), target.c_str()) == 0 ? 0 : errno;
}

bool disk_is_full(const std::filesystem::path& file) {
  constexpr std::uintmax_t hardly_any = 1u << 20;  // bytes; some of the failed file may be gone already
  std::error_code failed;
  const auto space = std::filesystem::space(file.parent_path(), failed);
  return !failed && space.available < hardly_any;
}

}  // namespace vicinia::gis::engine
