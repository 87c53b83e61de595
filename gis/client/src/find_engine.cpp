#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <string>

#include "vicinia/gis/client/engine_client.h"

namespace vicinia::gis::client {
namespace {

namespace fs = std::filesystem;

bool can_run(const fs::path& file) {
  std::error_code ignored;
  return fs::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0;
}

}  // namespace

core::Result<fs::path> find_engine(const fs::path& running_program) {
  constexpr std::string_view name = "vicinia-map-engine";
  std::error_code failed;
  // /proc knows the program even where its caller started it by a bare name.
  fs::path self = fs::read_symlink("/proc/self/exe", failed);
  std::string looked;
  for (const fs::path& program : {fs::absolute(running_program, failed), self}) {
    if (program.empty()) continue;
    if (fs::path file = program.parent_path() / name; can_run(file)) return file;
    looked += program.parent_path().native() + ", ";
  }
  if (const char* path = std::getenv("PATH"); path != nullptr) {
    std::istringstream folders(path);
    for (std::string folder; std::getline(folders, folder, ':');)
      if (fs::path file = fs::path(folder) / name; !folder.empty() && can_run(file)) return file;
  }
  return core::fail({.code = core::ErrorCode::engine_not_found,
                     .subject = {.file = std::string(name)},
                     .detail = "looked in " + looked + "PATH"});
}

}  // namespace vicinia::gis::client
