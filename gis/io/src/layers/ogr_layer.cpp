#include "layers/ogr_layer.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "base/gdal_setup.h"
#include "base/ogr_text.h"
#include "base/text.h"
#include "base/text_encoding.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
namespace fs = std::filesystem;

/// What GDAL says where bytes do not fit the encoding that the file states; it goes on with a question mark.
constexpr std::string_view recoding_complaint = "couldn't be converted";

/// First text that is not UTF-8; row 0 is a field's name.
std::optional<Error> encoding_error(const Attributes& attributes, const std::string& file,
                                    const std::string& encoding) {
  for (const std::string& field : attributes.fields)
    if (!is_utf8(field))
      return Error{.code = ErrorCode::bad_encoding, .subject = {.file = file}, .detail = encoding};
  for (std::size_t row = 0; row < attributes.rows.size(); ++row)
    for (std::size_t i = 0; i < attributes.fields.size(); ++i)
      if (!is_utf8(attributes.rows[row][i]))
        return Error{.code = ErrorCode::bad_encoding,
                     .subject = {.file = file, .row = row + 1, .field = attributes.fields[i]},
                     .detail = encoding};
  return std::nullopt;
}

/// Turns raw bytes into UTF-8.
Status decode(Attributes& attributes, const std::string& encoding, const std::string& file) {
  const auto decode_text = [&](std::string& text, std::optional<std::size_t> row,
                               const std::string& field) -> Status {
    auto utf8 = decoded(text, encoding);
    if (!utf8)
      return core::fail({.code = ErrorCode::bad_encoding,
                         .subject = {.file = file, .row = row, .field = field},
                         .detail = encoding});
    text = *std::move(utf8);
    return {};
  };
  for (std::string& field : attributes.fields)
    if (auto ok = decode_text(field, std::nullopt, {}); !ok) return ok;
  for (std::size_t row = 0; row < attributes.rows.size(); ++row)
    for (std::size_t i = 0; i < attributes.fields.size(); ++i)
      if (auto ok = decode_text(attributes.rows[row][i], row + 1, attributes.fields[i]); !ok) return ok;
  return {};
}

std::vector<std::string> texts_beyond_ascii(const Attributes& attributes) {
  std::vector<std::string> texts;
  const auto add = [&](const std::string& text) {
    if (is_beyond_ascii(text)) texts.push_back(text);
  };
  for (const std::string& field : attributes.fields) add(field);
  for (const std::vector<std::string>& row : attributes.rows)
    for (const std::string& text : row) add(text);
  return texts;
}

Status read_features(OGRLayer& layer, const core::Task& task, const GeometryVisitor& visit,
                     const std::string& file, GdalMessages& messages, Attributes& attributes) {
  const OGRFeatureDefn* definition = layer.GetLayerDefn();
  const int fields = definition->GetFieldCount();
  for (int i = 0; i < fields; ++i) attributes.fields.emplace_back(definition->GetFieldDefn(i)->GetNameRef());
  const double expected = static_cast<double>(std::max<GIntBig>(layer.GetFeatureCount(), 1));
  messages.clear();
  layer.ResetReading();
  for (std::size_t row = 1;; ++row) {
    if (task.stop.stop_requested())
      return core::fail({.code = ErrorCode::cancelled, .subject = {.file = file}});
    const OGRFeatureUniquePtr feature(layer.GetNextFeature());
    // A feature that GDAL could not read comes without its geometry, or ends the layer early; only a message
    // tells.
    if (messages.has_failure())
      return core::fail({.code = ErrorCode::truncated_file,
                         .subject = {.file = file, .row = row},
                         .detail = messages.told()});
    if (messages.text().find(recoding_complaint) != std::string::npos)
      return core::fail({.code = ErrorCode::bad_encoding,
                         .subject = {.file = file, .row = row},
                         .detail = messages.told()});
    if (!feature) return {};
    task.at(std::min(1.0, static_cast<double>(row) / expected), "read");
    std::vector<std::string>& values = attributes.rows.emplace_back();
    for (int i = 0; i < fields; ++i) values.push_back(field_text(*feature, i));
    if (auto visited = visit(row, feature->GetGeometryRef()); !visited) return visited;
  }
}

}  // namespace

std::string shortest_text(double number) {
  std::array<char, 64> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return {buffer.data(), error == std::errc() ? end : buffer.data()};
}

std::string field_text(const OGRFeature& feature, int field) {
  if (!feature.IsFieldSetAndNotNull(field)) return {};
  if (feature.GetFieldDefnRef(field)->GetType() != OFTReal) return feature.GetFieldAsString(field);
  return shortest_text(feature.GetFieldAsDouble(field));
}

Result<LayerContent> read_layer(const fs::path& file, const ReadOptions& options, LayerKind kind,
                                const core::Task& task, const GeometryVisitor& visit) {
  const std::string name = file.string();
  GdalMessages messages;
  auto opened = open_layer(file, options.layer, kind, messages);
  if (!opened) return core::fail(opened.error());
  OGRLayer& layer = *opened->layer;
  if (layer.GetGeomType() == wkbNone && layer.GetLayerDefn()->GetGeomFieldCount() == 0)
    return core::fail({.code = ErrorCode::not_a_polygon, .subject = {.file = name}, .detail = "None"});

  LayerContent content{.name = opened->name, .crs = opened->crs, .findings = std::move(opened->findings)};
  const bool is_raw = !layer.TestCapability(OLCStringsAsUTF8);
  if (auto read = read_features(layer, task, visit, name, messages, content.attributes); !read)
    return core::fail(read.error());
  if (content.attributes.rows.empty())
    return core::fail({.code = ErrorCode::empty_layer, .subject = {.file = name}});

  std::string encoding = CPL_ENC_UTF8;
  // The text of a shapefile that states UTF-8 comes in its own bytes too.
  if (is_raw || opened->is_shapefile) {
    const std::vector<std::string> texts = texts_beyond_ascii(content.attributes);
    auto choice = choose_encoding(
        texts, {.by_person = options.encoding, .by_file = is_raw ? opened->encoding : CPL_ENC_UTF8}, name);
    if (!choice) return core::fail(choice.error());
    encoding = choice->encoding;
    if (is_raw || encoding != CPL_ENC_UTF8)
      if (auto ok = decode(content.attributes, encoding, name); !ok) return core::fail(ok.error());
    std::ranges::move(choice->findings, std::back_inserter(content.findings));
    if (choice->is_assumed && opened->is_shapefile)
      content.findings.push_back(
          {.code = ErrorCode::encoding_unknown, .subject = {.file = name}, .detail = encoding});
  }
  if (const auto error = encoding_error(content.attributes, name, encoding)) return core::fail(*error);

  return content;
}

}  // namespace vicinia::gis::io
