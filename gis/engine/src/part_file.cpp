#include "part_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "vicinia/gis/files/write_file.h"

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

core::Status PartFile::take_place_of(const std::string& target) const {
  return files::put_in_place(path_, target);
}

bool disk_is_full(const std::filesystem::path& file) {
  constexpr std::uintmax_t hardly_any = 1u << 20;  // bytes; some of the failed file may be gone already
  std::error_code failed;
  const auto space = std::filesystem::space(file.parent_path(), failed);
  return !failed && space.available < hardly_any;
}

}  // namespace vicinia::gis::engine
