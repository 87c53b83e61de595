#include "vicinia/workspace/document/resource_paths.h"

#include <array>
#include <cstdlib>
#include <string>
#include <system_error>

namespace vicinia::workspace::inline document {

namespace fs = std::filesystem;

fs::path running_program() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error);
}

core::Result<fs::path> resources_folder() {
  if (const char* set = std::getenv("VICINIA_RESOURCES"); set && *set) return fs::path(set);
  const std::array<fs::path, 2> places{running_program().parent_path().parent_path() / "share" / "vicinia",
                                       fs::path(VICINIA_SOURCE_RESOURCES)};
  for (const fs::path& place : places)
    if (std::error_code error; fs::is_directory(place / "data", error)) return place;
  return core::fail({.code = core::ErrorCode::folder_not_found,
                     .subject = {.file = places.front().string()},
                     .detail = places.back().string()});
}

core::Result<fs::path> built_in_dataset() {
  return resources_folder().map([](const fs::path& folder) { return folder / "data" / "vietnam-2007"; });
}

std::filesystem::path built_in_spellings() {
  const auto folder = built_in_dataset();
  if (!folder || !std::filesystem::exists(*folder / "spellings.csv")) return {};
  return *folder / "spellings.csv";
}

}  // namespace vicinia::workspace::inline document
