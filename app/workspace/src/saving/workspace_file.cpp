#include "vicinia/workspace/saving/workspace_file.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <random>
#include <system_error>
#include <utility>

#include "saving/workspace_layers.h"
#include "vicinia/gis/files/read_file.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/gis/io/dataset_reader.h"
#include "vicinia/gis/io/geopackage.h"
#include "vicinia/workspace/document/resource_paths.h"

namespace vicinia::workspace::inline saving {
namespace {

using core::ErrorCode;
using gis::io::PlainTable;
namespace fs = std::filesystem;

constexpr int workspace_version = 1;
constexpr const char *workspace_format = "vicinia-workspace", *settings_table = "vicinia_workspace",
                     *data_table = "vicinia_data";

std::vector<PlainTable::Column> settings_columns() { return {{.name = "key"}, {.name = "value"}}; }
std::vector<PlainTable::Column> data_columns() {
  return {{.name = "file"}, {.name = "content", .holds_bytes = true}};
}

/// The name of a data set of the program's own; empty: it is none.
std::string built_in_name(const fs::path& folder) {
  const auto resources = resources_folder();
  std::error_code unknown;
  if (!resources || !fs::equivalent(folder.parent_path(), *resources / "data", unknown)) return {};
  return folder.filename().string();
}

fs::path whole(const fs::path& path) {
  std::error_code gone;  // the folder that the program runs in
  const fs::path absolute = fs::absolute(path, gone).lexically_normal();
  return gone ? path : absolute;
}

/// Whether a name in a file stays below the folder that it is put into.
bool stays_below(const fs::path& name) {
  return !name.empty() && name.is_relative() &&
         std::ranges::none_of(name, [](const fs::path& part) { return part == ".."; });
}

/// A row for each file; no rows where a copy is not to be made.
core::Result<PlainTable> copied_data(const fs::path& folder, const core::Task& task) {
  PlainTable table{.name = data_table, .columns = data_columns()};
  const auto files = gis::io::files_of_dataset(folder);
  if (!files) return table;  // gone since it was read: the link stays
  std::map<std::string, fs::path> named;
  std::uintmax_t bytes = 0;
  for (const fs::path& file : *files) {
    const fs::path name = file.lexically_relative(folder);
    std::error_code gone;
    if (!stays_below(name)) return table;
    if (named.emplace(name.generic_string(), file).second) bytes += fs::file_size(file, gone);
    if (gone || bytes > most_bytes_of_copied_data) return table;
  }
  for (const auto& [name, file] : named) {
    if (task.stop.stop_requested()) return core::fail({.code = ErrorCode::cancelled});
    auto content = gis::files::read_file(file, most_bytes_of_copied_data);
    if (!content) return PlainTable{.name = data_table, .columns = data_columns()};
    table.rows.push_back({name, *std::move(content)});
  }
  return table;
}

core::Error bad_workspace(const fs::path& file, std::string detail) {
  return {.code = ErrorCode::bad_document, .subject = {.file = file.string()}, .detail = std::move(detail)};
}

bool holds_dataset(const fs::path& folder) {
  std::error_code unknown;
  return !folder.empty() && fs::is_regular_file(folder / "manifest.json", unknown);
}

/// Where the data are now: those of the program, those beside the file, or where they were.
fs::path data_of(const std::map<std::string, std::string>& settings, const fs::path& file,
                 const fs::path& linked) {
  const auto text = [&](const char* key) {
    const auto at = settings.find(key);
    return at == settings.end() ? std::string() : at->second;
  };
  if (const std::string name = text("data_built_in"); !name.empty() && stays_below(name))
    if (const auto resources = resources_folder(); resources && holds_dataset(*resources / "data" / name))
      return *resources / "data" / name;
  if (const std::string relative = text("data_relative"); !relative.empty())
    if (const fs::path beside = (whole(file).parent_path() / relative).lexically_normal();
        holds_dataset(beside))
      return beside;
  return linked;
}

core::Result<SavedWorkspace> read_older(const fs::path& file) {
  auto view = read_view_file(file);
  if (!view) return core::fail(view.error());
  const bool is_newer = view->is_of_newer_version;
  return SavedWorkspace{.view = *std::move(view), .is_of_newer_version = is_newer};
}

}  // namespace

core::Status save_workspace(const Document& document, const WorkspaceSettings& settings,
                            const std::string& save_id, const fs::path& file, const core::Task& task) {
  auto view = document_text(document);
  if (!view) {
    view.error().subject.file = file.string();
    return core::fail(view.error());
  }
  const fs::path data = whole(document.data->folder), place = gis::files::target_of(file).parent_path();
  const std::string built_in = built_in_name(data);
  PlainTable rows{.name = settings_table, .columns = settings_columns()};
  rows.rows = {{"format", workspace_format},
               {"version", std::to_string(workspace_version)},
               {"save_id", save_id},
               {"view", *std::move(view)},
               {"data_built_in", built_in},
               {"data_relative", built_in.empty() ? data.lexically_relative(place).generic_string() : ""},
               {"keeps_data", settings.keeps_data ? "1" : "0"},
               {"window_layout", settings.window_layout}};
  const WorkspaceLayers layers = layers_of(document);
  if (task.stop.stop_requested()) return core::fail({.code = ErrorCode::cancelled});
  gis::io::GeoPackageToWrite content{.layers = layers.layers};
  content.tables.push_back(std::move(rows));
  if (settings.keeps_data && built_in.empty()) {
    auto copy = copied_data(data, task);
    if (!copy) return core::fail(copy.error());
    if (!copy->rows.empty()) content.tables.push_back(*std::move(copy));
  }
  return gis::io::write_geopackage(file, content, task);
}

core::Result<SavedWorkspace> read_workspace(const fs::path& file) {
  if (!gis::io::is_geopackage(file)) return read_older(file);
  const auto table = gis::io::read_plain_table(file, settings_table, settings_columns());
  if (!table) {
    const core::Error& error = table.error();
    // Its first bytes were read: what GDAL cannot read is damaged, not forbidden.
    if (error.code == ErrorCode::file_not_readable) return core::fail(bad_workspace(file, error.detail));
    return core::fail(
        error.code == ErrorCode::unknown_name
            ? bad_workspace(file, std::string("a GeoPackage without the table ") + settings_table)
            : error);
  }
  std::map<std::string, std::string> settings;
  for (const auto& row : table->rows) settings.emplace(row[0], row[1]);
  int version = 0;
  const std::string& written = settings["version"];
  std::from_chars(written.data(), written.data() + written.size(), version);
  if (settings["format"] != workspace_format || version < 1)
    return core::fail(bad_workspace(file, settings["format"]));
  auto view = stored_view_of(settings["view"], file);
  if (!view) return core::fail(view.error());
  view->dataset_folder = data_of(settings, file, view->dataset_folder);
  const bool holds_data = gis::io::read_plain_table(file, data_table, {{.name = "file"}}).has_value();
  if (holds_data && !holds_dataset(view->dataset_folder)) view->dataset_folder.clear();
  const bool is_newer = version > workspace_version || view->is_of_newer_version;
  return SavedWorkspace{
      .view = *std::move(view),
      .settings = {.window_layout = settings["window_layout"], .keeps_data = settings["keeps_data"] != "0"},
      .save_id = settings["save_id"],
      .holds_data = holds_data,
      .is_of_newer_version = is_newer};
}

core::Status unpack_data(const fs::path& file, const fs::path& folder, const core::Task& task) {
  if (holds_dataset(folder)) return {};  // it is written last
  const auto table = gis::io::read_plain_table(file, data_table, data_columns());
  if (!table) return core::fail(table.error());
  const auto write = [&](const std::vector<std::string>& row) -> core::Status {
    if (task.stop.stop_requested()) return core::fail({.code = ErrorCode::cancelled});
    if (!stays_below(row[0])) return core::fail(bad_workspace(file, row[0]));
    std::error_code failed;
    fs::create_directories((folder / row[0]).parent_path(), failed);
    return gis::files::write_file(folder / row[0], row[1]);
  };
  const auto is_manifest = [](const std::vector<std::string>& row) { return row[0] == "manifest.json"; };
  for (const bool last : {false, true})
    for (const auto& row : table->rows)
      if (is_manifest(row) == last)
        if (auto ok = write(row); !ok) return ok;
  return holds_dataset(folder) ? core::Status{} : core::fail(bad_workspace(file, "manifest.json"));
}

std::string new_save_id() {
  std::random_device random;
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr int length = 32;
  std::string id;
  for (int i = 0; i < length; ++i) id += digits[random() % digits.size()];
  return id;
}

}  // namespace vicinia::workspace::inline saving
