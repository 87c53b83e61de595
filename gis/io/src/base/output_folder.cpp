#include "base/output_folder.h"

#include <stdlib.h>

#include <algorithm>
#include <cerrno>
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

}  // namespace

OutputFolder::OutputFolder(fs::path target, fs::path folder)
    : target_(std::move(target)), folder_(std::move(folder)) {}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : target_(std::move(other.target_)), folder_(std::exchange(other.folder_, {})) {}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

core::Result<OutputFolder> OutputFolder::beside(const fs::path& file) {
  std::error_code error;
  const fs::path target = files::target_of(file);
  if (fs::is_directory(target, error))
    return core::fail(not_writable(target, std::make_error_code(std::errc::is_a_directory)));
  const fs::path parent = target.has_parent_path() ? target.parent_path() : fs::path(".");
  std::string name = ".";
  name.append(target.stem().string()).append("-XXXXXX");
  std::string pattern = (parent / name).string();
  if (mkdtemp(pattern.data()) == nullptr)
    return core::fail(not_writable(target, std::error_code(errno, std::generic_category())));
  return OutputFolder(target, pattern);
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
