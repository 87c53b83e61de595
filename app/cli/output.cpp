#include "output.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>

namespace vicinia::cli {
namespace {

using core::ErrorCode;
namespace fs = std::filesystem;

core::Error not_writable(const fs::path& file, const std::error_code& reason) {
  return {
      .code = ErrorCode::file_not_writable, .subject = {.file = file.string()}, .detail = reason.message()};
}

/// By trying, as a file is written in the end: rights, quotas and file systems have too many rules to ask for.
core::Status check_folder(const fs::path& folder, const fs::path& shown) {
  std::error_code error;
  if (!fs::exists(folder, error))
    return core::fail({.code = ErrorCode::folder_not_found, .subject = {.file = folder.string()}});
  std::string trial = (folder / ".vicinia-XXXXXX").string();
  const int descriptor = ::mkstemp(trial.data());
  if (descriptor < 0) return core::fail(not_writable(shown, std::error_code(errno, std::generic_category())));
  ::close(descriptor);
  ::unlink(trial.c_str());
  return {};
}

bool is_part_of_shapefile(const fs::path& file, const fs::path& shapefile) {
  constexpr std::array<std::string_view, 5> parts{".shp", ".shx", ".dbf", ".prj", ".cpg"};
  std::error_code unknown;
  return shapefile.extension() == ".shp" &&
         std::ranges::find(parts, file.extension().string()) != parts.end() &&
         fs::equivalent(fs::path(file).replace_extension(".shp"), shapefile, unknown);
}

/// Names of files stand under these keys, at any depth.
void collect(const nlohmann::json& json, std::vector<std::string>& names) {
  if (json.is_array() || json.is_object())
    for (const auto& [key, value] : json.items()) {
      const bool is_name = key == "file" || key == "codes_from" || key == "parent_codes_from";
      if (is_name && value.is_string())
        names.push_back(value.get<std::string>());
      else
        collect(value, names);
    }
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

}  // namespace

core::Status check_output(const std::string& out, const std::vector<std::string>& inputs) {
  if (out.empty()) return {};
  std::error_code unknown;  // a file that is not there yet is no other file
  for (const std::string& input : inputs)
    if (fs::equivalent(out, input, unknown) || is_part_of_shapefile(out, input))
      return core::fail({.code = ErrorCode::file_not_writable, .subject = {.file = out, .field = "input"}});
  if (fs::is_directory(out, unknown))
    return core::fail(not_writable(out, std::make_error_code(std::errc::is_a_directory)));
  // A file is written beside its place and moved there: that would put it in the place of the device itself.
  const auto status = fs::status(out, unknown);
  if (fs::exists(status) && !fs::is_regular_file(status))
    return core::fail({.code = ErrorCode::file_not_writable, .subject = {.file = out, .field = "device"}});
  return check_folder(folder_of(out), out);
}

core::Status check_output_folder(const std::string& out) {
  std::error_code unknown;
  if (fs::is_directory(out, unknown)) return check_folder(out, out);
  if (fs::exists(out, unknown))
    return core::fail(not_writable(out, std::make_error_code(std::errc::not_a_directory)));
  fs::path above = fs::absolute(out, unknown);
  if (!above.has_filename()) above = above.parent_path();  // "folder/"
  do above = above.parent_path();
  while (!above.empty() && above != above.root_path() && !fs::exists(above, unknown));
  return check_folder(above, out);
}

std::vector<std::string> files_of_dataset(const fs::path& folder) {
  const fs::path manifest = folder / "manifest.json";
  std::vector<std::string> names, files{manifest.string()};
  std::ifstream stream(manifest, std::ios::binary);
  // What is wrong with it is told when it is read; what is nested deeper than a manifest ever is cannot name a file.
  constexpr int deepest = 8;
  const auto is_shallow = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    return depth < deepest;
  };
  collect(nlohmann::json::parse(stream, is_shallow, false), names);
  for (const std::string& name : names) files.push_back((folder / name).string());
  return files;
}

}  // namespace vicinia::cli
