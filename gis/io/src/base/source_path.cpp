#include "base/source_path.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/file_nature.h"
#include "base/gdal_setup.h"
#include "vicinia/core/base/ascii.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
namespace fs = std::filesystem;

/// What holds areas or points of a map; tables and texts beside them are no layers.
constexpr std::array<std::string_view, 14> layer_extensions{
    ".shp", ".gpkg", ".geojson", ".json", ".geojsonl", ".topojson", ".fgb",
    ".kml", ".kmz",  ".gml",     ".tab",  ".mif",      ".gdb",      ".sqlite"};
constexpr std::array<std::string_view, 3> local_file_systems{"/vsizip/", "/vsigzip/", "/vsitar/"};
constexpr std::size_t most_names = 5;

/// The file system of GDAL that looks into this file; empty: none needed.
std::string_view file_system_of(const fs::path& file) {
  const std::string name = core::ascii_lower(file.filename().string());
  for (const std::string_view end : {".zip", ".shz"})
    if (name.ends_with(end)) return "/vsizip/";
  for (const std::string_view end : {".tar", ".tar.gz", ".tgz"})
    if (name.ends_with(end)) return "/vsitar/";
  if (name.ends_with(".gz")) return "/vsigzip/";
  return {};
}

/// In braces, GDAL takes a file of any name for an archive; where the name says it, braces would only be in
/// the way of others.
std::string inside(std::string_view file_system, const fs::path& file) {
  const std::string name = file.string();
  return std::string(file_system) + (core::ascii_lower(name).ends_with(".shz") ? "{" + name + "}" : name);
}

bool exists(const std::string& path) {
  VSIStatBufL status;
  return VSIStatExL(path.c_str(), &status, VSI_STAT_EXISTS_FLAG) == 0;
}

bool is_directory(const std::string& path) {
  VSIStatBufL status;
  return VSIStatL(path.c_str(), &status) == 0 && VSI_ISDIR(status.st_mode);
}

std::string extension_of(std::string_view name) {
  return core::ascii_lower(fs::path(name).extension().string());
}

/// A path that goes on behind an archive: the archive, and the rest.
std::optional<std::pair<fs::path, fs::path>> through_archive(const fs::path& path) {
  std::error_code error;
  for (fs::path archive = path.parent_path(), rest = path.filename();
       !archive.empty() && archive != archive.root_path();
       rest = archive.filename() / rest, archive = archive.parent_path())
    if (!file_system_of(archive).empty() && fs::is_regular_file(archive, error))
      return std::pair{archive, rest};
  return std::nullopt;
}

/// Everything below `root`, ascending; of a real folder only what lies in it.
std::vector<std::string> entries_of(const std::string& root, bool is_real) {
  const CPLStringList names(is_real ? VSIReadDir(root.c_str()) : VSIReadDirRecursive(root.c_str()));
  std::vector<std::string> entries;
  for (int i = 0; i < names.size(); ++i)
    if (const std::string name = names[i]; name != "." && name != ".." && !name.starts_with("__MACOSX/"))
      entries.push_back(name);
  std::ranges::sort(entries);
  return entries;
}

/// Of an archive in which nothing was found: that it is empty, or no archive at all, or damaged.
std::string why_nothing_is_listed(const std::string& archive) {
  const std::string nature = nature_of_file(archive);
  const bool is_archive = nature.empty() || nature == "file:zip" || nature == "file:archive";
  return is_archive ? "file:broken_archive" : nature;
}

Result<SourcePath> layers_below(const std::string& root, bool is_real, const std::string& file) {
  const GdalMessages messages;
  const std::vector<std::string> entries = entries_of(root, is_real);
  SourcePath source{.is_folder = is_real};
  std::string there, folder;
  std::size_t named = 0;
  for (std::string name : entries) {
    if (name.ends_with('/')) name.pop_back();
    const bool is_layer = std::ranges::find(layer_extensions, extension_of(name)) != layer_extensions.end();
    if (is_layer && (folder.empty() || !name.starts_with(folder))) {
      source.files.push_back(root + "/" + name);
      source.names.push_back(name);
      if (extension_of(name) == ".gdb") folder = name + "/";
    }
    if (named++ < most_names) there += (there.empty() ? "" : ", ") + name;
  }
  if (named > most_names) there += ", …";
  if (source.files.empty())
    return core::fail(
        {.code = ErrorCode::not_a_vector_file,
         .subject = {.file = file, .field = named > 0 || is_real ? "contents" : why_nothing_is_listed(file)},
         .detail = there.empty() ? messages.told() : there});
  return source;
}

core::Error not_local(const std::string& text) {
  return {.code = ErrorCode::not_a_local_file, .subject = {.file = text}};
}

Result<SourcePath> resolve_virtual(const std::string& text) {
  for (std::size_t at = text.find("/vsi"); at != std::string::npos; at = text.find("/vsi", at + 1))
    if (std::ranges::none_of(local_file_systems,
                             [&](std::string_view known) { return text.substr(at).starts_with(known); }))
      return core::fail(not_local(text));
  const GdalMessages quiet;
  if (!exists(text)) return core::fail({.code = ErrorCode::file_not_found, .subject = {.file = text}});
  if (is_directory(text) && extension_of(text) != ".gdb") return layers_below(text, false, text);
  return SourcePath{.files = {text}, .names = {fs::path(text).filename().string()}};
}

}  // namespace

Result<SourcePath> resolve_source(const fs::path& path) {
  const std::string text = path.string();
  if (text.starts_with("/vsi")) return resolve_virtual(text);
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) {
    if (text.find(":/") != std::string::npos)
      return core::fail(not_local(text));  // a folder before "https://…" makes "https:/…"
    const auto archive = through_archive(path);
    if (!archive) return core::fail({.code = ErrorCode::file_not_found, .subject = {.file = text}});
    auto source = resolve_virtual(inside(file_system_of(archive->first), archive->first) + "/" +
                                  archive->second.generic_string());
    if (!source) source.error().subject.file = text;
    return source;
  }
  if (fs::is_directory(status)) {
    if (extension_of(text) == ".gdb") return SourcePath{.files = {text}, .names = {path.filename().string()}};
    return layers_below(text, true, text);
  }
  const std::string_view file_system = file_system_of(path);
  if (file_system.empty()) return SourcePath{.files = {text}, .names = {path.filename().string()}};
  if (file_system == "/vsigzip/")
    return SourcePath{.files = {inside(file_system, path)}, .names = {path.filename().string()}};
  return layers_below(inside(file_system, path), false, text);
}

fs::path file_that_holds(const fs::path& path) {
  std::string text = path.string();
  const auto file_system = [&] {
    return std::ranges::find_if(local_file_systems,
                                [&](std::string_view known) { return text.starts_with(known); });
  };
  // One may lie in another.
  for (auto prefix = file_system(); prefix != local_file_systems.end(); prefix = file_system()) {
    text.erase(0, prefix->size());
    const std::size_t end = text.starts_with('{') ? text.rfind('}') : std::string::npos;
    if (end != std::string::npos) text = text.substr(1, end - 1) + text.substr(end + 1);
  }
  const fs::path file = text == path.string() ? path : fs::path(text);
  std::error_code error;
  if (fs::exists(file, error)) return file;
  const auto archive = through_archive(file);
  return archive ? archive->first : file;
}

}  // namespace vicinia::gis::io
