#include "vicinia/workspace/document/view_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "document/view_fields.h"
#include "vicinia/core/values/in_frame.h"
#include "vicinia/gis/files/json_depth.h"
#include "vicinia/gis/files/read_file.h"
#include "vicinia/gis/files/write_file.h"

namespace vicinia::workspace::inline document {
namespace {

using core::ErrorCode;
using nlohmann::ordered_json;

constexpr int version = 3;

/// Version 1 called the variable a measure, and its first files held a distance for snapping.
void from_version_1(nlohmann::json& file) {
  if (file.contains("measure")) {
    file["variable"] = file["measure"];
    file.erase("measure");
  }
  if (!file.contains("agglomerations")) return;
  nlohmann::json& rules = file["agglomerations"];
  if (!rules.is_object() || !rules.contains("snap_m") || rules.contains("tolerance_m")) return;
  if (!rules["snap_m"].is_number()) throw bad_document("snap_m", rules["snap_m"].dump().substr(0, 60));
  const auto tolerance = tolerance_of_snapping(rules["snap_m"].get<double>());
  rules["tolerance_m"] = tolerance ? nlohmann::json(*tolerance) : nlohmann::json(nullptr);
}

/// Version 2 knew symbols that are asked for, and none that come where areas are too small: its maps stay as they were.
void from_version_2(nlohmann::json& file) {
  if (!file.contains("symbols")) file["symbols"] = false;
}

/// A file of an older version as this one would have written it.
nlohmann::json migrated(nlohmann::json file) {
  if (file.value("version", 1) < 2) from_version_1(file);
  if (file.value("version", 1) < 3) from_version_2(file);
  return file;
}

ordered_json json_of_view(const Document& document, bool with_folder) {
  ordered_json file;
  file["format"] = "vicinia-view";
  file["version"] = version;
  // A view is opened from anywhere.
  std::error_code gone;  // the folder that the program runs in: then the path stays as it is
  const auto whole = std::filesystem::absolute(document.data->folder, gone).lexically_normal();
  if (with_folder) file["dataset"] = gone ? document.data->folder.string() : whole.string();
  file["data_sha256"] = document.data->dataset->content_hash;
  file.update(json_of(document.view, *document.data->dataset));
  return file;
}

}  // namespace

std::optional<double> tolerance_of_snapping(double snap_m) {
  constexpr double former_default_m = 1;
  if (snap_m == former_default_m) return std::nullopt;
  return std::min(snap_m, max_tolerance_m);
}

std::string view_text(const Document& document) {
  ordered_json json = json_of_view(document, false);
  json.erase("notes");
  return json.dump();
}

core::Result<std::string> document_text(const Document& document,
                                        const std::filesystem::path& workspace_file) {
  try {
    ordered_json json = json_of_view(document, true);
    if (!workspace_file.empty()) json["workspace_file"] = workspace_file.string();
    return json.dump(2) + "\n";
  } catch (const nlohmann::json::type_error&) {
    // JSON is UTF-8; all else that a view holds is ours, or has been read as such.
    return core::fail(
        {.code = ErrorCode::file_not_writable, .detail = "the name of the data's folder is not in UTF-8"});
  }
}

core::Status save_view(const Document& document, const std::filesystem::path& file,
                       const std::filesystem::path& workspace_file) {
  auto text = document_text(document, workspace_file);
  if (!text) {
    text.error().subject.file = file.string();
    return core::fail(text.error());
  }
  return gis::files::write_file(file, *text);
}

core::Result<StoredView> stored_view_of(const std::string& text, const std::filesystem::path& file) {
  if (gis::files::is_nested_too_deep(text))
    return core::fail({.code = ErrorCode::bad_document,
                       .subject = {.file = file.string(), .field = "format"},
                       .detail = "nested too deep"});
  try {
    const auto json = nlohmann::json::parse(text);
    const int stored = json.value("version", 0);
    if (json.value("format", "") != "vicinia-view" || stored < 1)
      return core::fail({.code = ErrorCode::bad_document,
                         .subject = {.file = file.string(), .field = "format"},
                         .detail = json.value("format", "")});
    return StoredView{.dataset_folder = json.value("dataset", ""),
                      .content_hash = json.value("data_sha256", ""),
                      .json = text,
                      .workspace_file = json.value("workspace_file", ""),
                      .is_of_newer_version = stored > version};
  } catch (const nlohmann::json::exception& e) {
    return core::fail(
        {.code = ErrorCode::bad_document, .subject = {.file = file.string()}, .detail = e.what()});
  }
}

core::Result<StoredView> read_view_file(const std::filesystem::path& file) {
  const auto text = gis::files::read_file(file, gis::files::most_bytes_of_a_document);
  if (!text) return core::fail(text.error());
  auto stored = stored_view_of(*text, file);
  std::error_code missing;
  if (stored && stored->dataset_folder.is_relative() && !stored->dataset_folder.empty()) {
    // Of an older file, or written by hand: beside the view, rather than where the program happens to run.
    const auto beside = std::filesystem::absolute(file).parent_path() / stored->dataset_folder;
    if (std::filesystem::exists(beside, missing)) stored->dataset_folder = beside;
  }
  if (stored && stored->dataset_folder.empty())
    return core::fail({.code = ErrorCode::bad_document,
                       .subject = {.file = file.string(), .field = "dataset"},
                       .detail = "dataset"});
  return stored;
}

core::Result<View> view_on(const StoredView& stored, const core::Dataset& dataset) {
  try {
    const nlohmann::json file = migrated(nlohmann::json::parse(stored.json));
    const std::string frame = file.value("frame", "");
    if (frame == dataset.frame_id) return view_of(file, dataset);
    // Its codes are those of that frame.
    const auto shown = core::values::in_frame(dataset, frame);
    if (!shown) return core::fail(bad_document("frame", frame));
    return view_of(file, shown->dataset);
  } catch (const core::Error& error) {
    return core::fail(error);
  } catch (const nlohmann::json::exception& e) {
    return core::fail(bad_document("", e.what()));
  }
}

}  // namespace vicinia::workspace::inline document
