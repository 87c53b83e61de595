#include "vicinia/gis/imports/boundaries.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "steps/server_file.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/core/text/characters.h"
#include "vicinia/core/text/encoding.h"
#include "vicinia/core/text/encoding_guess.h"
#include "vicinia/gis/io/geopackage.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Result;
namespace fs = std::filesystem;
namespace matching = core::matching;

/// How many texts were mended, and the first.
struct Mended {
  std::size_t count = 0;
  std::string before{}, after{};
};

/// All texts as they were meant: read in the wrong encoding by whoever wrote the file, with the Icelandic Ð, with signs that nobody sees.
Mended mend_texts(io::Attributes& attributes) {
  Mended mended;
  for (std::size_t field = 0; field < attributes.fields.size(); ++field) {
    std::vector<std::string> texts;
    for (const auto& row : attributes.rows) texts.push_back(row[field]);
    const auto misread = core::text::guess_misread(texts);
    const bool is_misread = misread && misread->certainty == core::text::Certainty::certain;
    for (auto& row : attributes.rows) {
      std::string text = row[field];
      if (is_misread)
        if (const auto bytes = core::text::bytes_read_as_latin(text))
          if (auto right = core::text::to_utf8(*bytes, misread->encoding)) text = *std::move(right);
      text = core::text::with_vietnamese_d(core::names::plain_text(text));
      if (text == row[field]) continue;
      if (mended.count++ == 0) mended = {1, row[field], text};
      row[field] = std::move(text);
    }
  }
  return mended;
}

/// A field of the layer, or nothing.
class Column {
 public:
  Column(const io::Attributes& attributes, const std::string& field) : attributes_(attributes) {
    const auto at = std::ranges::find(attributes.fields, field);
    if (!field.empty() && at != attributes.fields.end())
      position_ = static_cast<std::size_t>(at - attributes.fields.begin());
  }
  [[nodiscard]] std::string at(std::size_t row) const {
    return position_ ? attributes_.rows[row][*position_] : std::string();
  }
  [[nodiscard]] bool is_there() const { return position_.has_value(); }

 private:
  const io::Attributes& attributes_;
  std::optional<std::size_t> position_{};
};

/// Different names of units, and the features that have each.
struct Named {
  std::vector<matching::RowName> names{};
  std::vector<std::size_t> of_feature{};
};

template <class NameOf>
Named named(std::size_t features, const NameOf& name_of) {
  Named all;
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> known;
  for (std::size_t i = 0; i < features; ++i) {
    matching::RowName name = name_of(i);
    const auto [at, is_new] = known.try_emplace({name.code, name.name, name.parent}, all.names.size());
    if (is_new) all.names.push_back(std::move(name));
    all.of_feature.push_back(at->second);
  }
  return all;
}

struct CodesFound {
  std::vector<std::string> codes{};  ///< [name]
  std::string of{};                  ///< how many of how many were found; empty: they are numbered
};

/// Nearly all names are those of one level of a known frame, one each: they have its codes. Else they are numbered.
CodesFound codes_for(const std::vector<matching::RowName>& names, std::span<const core::admin::Frame> known) {
  constexpr std::size_t least_tenths = 9;
  const matching::Matching* best = nullptr;
  const core::admin::Frame* of = nullptr;
  std::vector<matching::Matching> all;
  all.reserve(known.size());
  const auto found_in = [](const matching::Matching& one) {
    return one.count(matching::Certainty::certain) + one.count(matching::Certainty::likely);
  };
  for (const core::admin::Frame& frame : known) {
    all.push_back(matching::match_units(frame, names));
    if (!best || found_in(all.back()) > found_in(*best)) {
      best = &all.back();
      of = &frame;
    }
  }
  CodesFound found;
  const bool is_known = best && found_in(*best) * 10 >= names.size() * least_tenths;
  std::map<std::string, std::size_t> taken;
  const std::size_t width = std::to_string(names.size()).size();
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string code;
    if (is_known && best->rows[i].unit) code = (*of)[*best->rows[i].unit].code;
    if (code.empty()) {
      code = std::to_string(i + 1);
      code.insert(0, width - code.size(), '0');
      if (is_known) code.insert(0, "N");  // no code of the frame looks so
    }
    if (taken[code]++ > 0) code += "-" + std::to_string(taken[code]);
    found.codes.push_back(std::move(code));
  }
  if (is_known) found.of = std::to_string(found_in(*best)) + "|" + std::to_string(names.size());
  return found;
}

}  // namespace

Result<BoundariesRead> read_boundaries(const BoundarySource& source, const core::Task& task) {
  if (!source.server.empty()) {
    const auto copy = ServerFile::of(source.server, source.file.string(), task);
    if (!copy) return core::fail(copy.error());
    BoundarySource local = source;
    local.server.clear();
    local.file = copy->file();
    auto read = read_boundaries(local, task);
    if (!read) return core::fail(named_as(read.error(), local.file.string(), source.file.string()));
    read->layer.file = source.file;
    name_as(read->findings, local.file.string(), source.file.string());
    return read;
  }
  auto layer = io::read_polygons(
      source.file, {.layer = source.layer, .source_crs = source.crs, .encoding = source.encoding}, task);
  if (!layer) return core::fail(layer.error());
  BoundariesRead read{.layer = *std::move(layer), .fields = source.fields, .level = source.level};
  read.findings = std::move(read.layer.findings);
  read.layer.findings.clear();
  if (const Mended mended = mend_texts(read.layer.attributes); mended.count > 0)
    read.findings.push_back(
        {.code = ErrorCode::text_mended,
         .subject = {.file = source.file.string()},
         .detail = std::to_string(mended.count) + "|" + mended.before + "|" + mended.after});
  if (read.fields == BoundaryFields{}) read.fields = guess_fields(read.layer.attributes);
  for (std::string* field : {&read.fields.code, &read.fields.name_vi, &read.fields.name_en, &read.fields.kind,
                             &read.fields.parent_code, &read.fields.parent_name}) {
    if (field->empty()) continue;
    const auto at = read.layer.attributes.column(*field, source.file.string());
    if (!at) return core::fail(at.error());
    *field = read.layer.attributes.fields[*at];
  }
  if (read.fields.name_vi.empty()) {
    std::string fields;
    for (const std::string& one : read.layer.attributes.fields) fields += (fields.empty() ? "" : ", ") + one;
    return core::fail({.code = ErrorCode::missing_field,
                       .subject = {.file = source.file.string(), .field = "name"},
                       .detail = std::move(fields)});
  }
  if (read.level.empty()) read.level = guess_level(read.layer.attributes, read.fields);
  return read;
}

Result<BoundariesWritten> write_boundaries(const BoundariesRead& boundaries,
                                           std::span<const core::admin::Frame> known,
                                           const fs::path& folder) {
  const io::PolygonLayer& layer = boundaries.layer;
  const io::Attributes& attributes = layer.attributes;
  const std::size_t features = attributes.rows.size();
  const Column code(attributes, boundaries.fields.code), name(attributes, boundaries.fields.name_vi),
      english(attributes, boundaries.fields.name_en), kind(attributes, boundaries.fields.kind),
      parent_code(attributes, boundaries.fields.parent_code),
      parent_name(attributes, boundaries.fields.parent_name);
  BoundariesWritten written{.crs = layer.crs};
  const auto tell_of_codes = [&](const CodesFound& found) {
    written.findings.push_back(
        {.code = found.of.empty() ? ErrorCode::codes_numbered : ErrorCode::codes_by_name,
         .subject = {.file = layer.file.string()},
         .detail = found.of.empty() ? std::to_string(found.codes.size()) : found.of});
  };

  std::vector<std::string> codes(features), parents(features);
  const bool has_parents = parent_code.is_there() || parent_name.is_there();
  if (!code.is_there()) {
    const Named units = named(features, [&](std::size_t i) {
      return matching::RowName{
          .name = name.at(i).empty() ? kind.at(i) : (kind.is_there() ? kind.at(i) + " " : "") + name.at(i),
          .parent = parent_name.at(i)};
    });
    const CodesFound found = codes_for(units.names, known);
    for (std::size_t i = 0; i < features; ++i) codes[i] = found.codes[units.of_feature[i]];
    tell_of_codes(found);
  }
  if (has_parents && !parent_code.is_there()) {
    const Named units =
        named(features, [&](std::size_t i) { return matching::RowName{.name = parent_name.at(i)}; });
    const CodesFound found = codes_for(units.names, known);
    for (std::size_t i = 0; i < features; ++i) parents[i] = found.codes[units.of_feature[i]];
    tell_of_codes(found);
  }

  io::LayerToWrite out{.name = "units", .crs = layer.crs, .check_validity = false};
  for (const char* field : {"code", "name_vi", "name_en", "kind", "parent", "parent_name"})
    out.fields.push_back({.name = field});
  for (std::size_t i = 0; i < features; ++i) {
    const std::string own = code.is_there() ? code.at(i) : codes[i];
    out.rows.push_back({own, name.at(i), english.is_there() ? english.at(i) : "", kind.at(i),
                        parent_code.is_there() ? parent_code.at(i) : parents[i], parent_name.at(i)});
    out.ids.push_back(name.at(i).empty() ? own : name.at(i));
  }
  if (auto ok = io::write_geopackage(folder / "boundaries.gpkg", {.layers = {{std::move(out), layer.areas}}});
      !ok)
    return core::fail(ok.error());

  const std::string above =
      has_parents ? (level_above(boundaries.level).empty() ? "region" : level_above(boundaries.level)) : "";
  if (!above.empty()) written.levels.push_back({.level = core::admin::level_called(above)});
  io::LayerSource units{.file = "boundaries.gpkg", .code = "code", .name_vi = "name_vi", .layer = "units"};
  if (english.is_there()) units.name_en = "name_en";
  if (kind.is_there()) units.kind = "kind";
  if (has_parents) {
    units.parent = "parent";
    if (parent_name.is_there()) units.parent_name_vi = "parent_name";
  }
  written.levels.push_back({.level = core::admin::level_called(boundaries.level), .layer = std::move(units)});
  return written;
}

}  // namespace vicinia::gis::imports
