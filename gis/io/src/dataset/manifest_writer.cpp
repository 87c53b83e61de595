#include "dataset/manifest_words.h"
#include "vicinia/gis/files/write_file.h"

namespace vicinia::gis::io {
namespace {

using core::BilingualText;
using core::ErrorCode;
using core::Result;
using OrderedJson = nlohmann::ordered_json;

/// Texts that are empty are keys that are not there.
void put(OrderedJson& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

void put(OrderedJson& json, const char* key, const BilingualText& text) {
  if (text.vi == text.en)
    put(json, key, text.vi);
  else
    json[key] = {{"vi", text.vi}, {"en", text.en}};
}

void put(OrderedJson& json, const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty()) json[key] = texts;
}

/// Words that are usual for the id need not be said.
OrderedJson json_of(const core::admin::LevelInfo& level) {
  OrderedJson json{{"id", level.id}};
  const core::admin::LevelInfo usual = core::admin::level_called(level.id);
  if (level.name != usual.name) put(json, "name", level.name);
  const core::BilingualText plural =
      level.name == usual.name ? usual.plural
                               : core::admin::with_all_words({.id = level.id, .name = level.name}).plural;
  if (level.plural != plural) put(json, "plural", level.plural);
  return json;
}

OrderedJson json_of(const LevelSource& source, bool has_parents, const std::string& finer) {
  OrderedJson json = json_of(source.level);
  if (!source.layer) {
    json["from"] = finer;
    return json;
  }
  const LayerSource& layer = *source.layer;
  json["file"] = layer.file.generic_string();
  put(json, "code", layer.code);
  put(json, "name_vi", layer.name_vi);
  put(json, "name_en", layer.name_en);
  put(json, "kind", layer.kind);
  put(json, "kind_en", layer.kind_en);
  put(json, "codes_from", layer.codes_from.generic_string());
  if (has_parents) {
    put(json, "parent", layer.parent);
    put(json, "survey_parent", layer.survey_parent);
    put(json, "parent_name_vi", layer.parent_name_vi);
    put(json, "parent_name_en", layer.parent_name_en);
    put(json, "parent_codes_from", layer.parent_codes_from.generic_string());
  }
  put(json, "layer", layer.layer);
  put(json, "crs", layer.crs);
  put(json, "encoding", layer.encoding);
  if (layer.approximate) json["approximate"] = true;
  return json;
}

OrderedJson json_of(const ManifestTable& table) {
  OrderedJson json{{"file", table.file.generic_string()}};
  if (table.separator) json["separator"] = std::string(1, *table.separator);
  put(json, "sheet", table.sheet);
  put(json, "encoding", table.encoding);
  if (!table.columns.empty()) json["columns"] = table.columns;
  return json;
}

OrderedJson json_of(const ObservationsSource& table) {
  OrderedJson json = json_of(static_cast<const ManifestTable&>(table));
  if (table.layout == ObservationsSource::Layout::wide) {
    json["layout"] = "wide";
    put(json, "field", table.field);
    put(json, "ignore", table.ignore);
  }
  if (table.numbers.decimal) json["decimal"] = *table.numbers.decimal == DecimalMark::point ? "." : ",";
  put(json, "not_published", table.numbers.not_published);
  put(json, "zero", table.numbers.zero);
  return json;
}

OrderedJson json_of(const IslandFrameSource& frame) {
  OrderedJson json = OrderedJson::object();
  put(json, "name", frame.name);
  json["extent"] = {frame.degrees.min_x, frame.degrees.min_y, frame.degrees.max_x, frame.degrees.max_y};
  json["place"] = {{"x", frame.x}, {"y", frame.y}};
  return json;
}

OrderedJson json_of(const core::ZoomArea& area) {
  OrderedJson json = OrderedJson::object();
  put(json, "name", area.name);
  json["units"] = area.units;
  return json;
}

OrderedJson json_of(const FrameSource& frame) {
  OrderedJson json{{"id", frame.id}, {"vintage", frame.vintage}};
  put(json, "name", frame.name);
  json["levels"] = OrderedJson::array();
  for (const FrameLevelSource& level : frame.levels) {
    json["levels"].push_back(json_of(level.level));
    json["levels"].back()["units"] = json_of(level.units);
  }
  json["crosswalk"] = json_of(frame.crosswalk);
  if (frame.areas) {
    OrderedJson& areas =
        json["areas"] = {{"file", frame.areas->file.generic_string()}, {"code", frame.areas->code}};
    put(areas, "layer", frame.areas->layer);
    put(areas, "crs", frame.areas->crs);
  }
  return json;
}

template <class Part>
void put_list(OrderedJson& json, const char* key, const std::vector<Part>& parts) {
  if (parts.empty()) return;
  json[key] = OrderedJson::array();
  for (const Part& part : parts) json[key].push_back(json_of(part));
}

/// The word of a choice. \pre it is one of them
template <class Choice>
std::string word_of(Choice chosen, Choices<Choice> choices) {
  for (const auto& [name, value] : choices)
    if (value == chosen) return std::string(name);
  return {};
}

OrderedJson json_of(const Manifest& manifest) {
  const core::Provenance& p = manifest.provenance;
  OrderedJson json{{"format", manifest_format}, {"version", newest_manifest_version}};
  put(json, "title", p.title);
  put(json, "source", p.source);
  put(json, "survey", p.survey);
  put(json, "survey_vintage", p.survey_vintage);
  put(json, "boundary_vintage", p.boundary_vintage);
  put(json, "boundary_note", p.boundary_note);
  put(json, "denominator", word_of(p.denominator, denominators));
  put(json, "denominator_text", p.denominator_text);
  put(json, "completeness", word_of(p.completeness, completenesses));
  if (manifest.shares != ShareNotation::found) json["shares"] = word_of(manifest.shares, share_notations);
  OrderedJson counted = OrderedJson::object();
  put(counted, "employees", p.employees_word);
  put(counted, "enterprises", p.enterprises_word);
  if (!counted.empty()) json["counted"] = std::move(counted);
  put(json, "projected_crs", manifest.projected_crs);
  json["levels"] = OrderedJson::array();
  for (std::size_t rank = 0; rank < manifest.levels.size(); ++rank)
    json["levels"].push_back(
        json_of(manifest.levels[rank], rank > 0,
                rank + 1 < manifest.levels.size() ? manifest.levels[rank + 1].level.id : std::string()));
  put_list(json, "frames", manifest.frames);
  put_list(json, "island_frames", manifest.island_frames);
  put_list(json, "zoom_areas", manifest.zoom_areas);
  json["sectors"] = json_of(manifest.sectors);
  if (manifest.observations.size() == 1) {
    json["observations"] = json_of(manifest.observations.front());
  } else {
    json["observations"] = OrderedJson::array();
    for (const ObservationsSource& table : manifest.observations)
      json["observations"].push_back(json_of(table));
  }
  return json;
}

}  // namespace

Result<std::string> manifest_text(const Manifest& manifest) {
  const std::string name = "manifest.json";
  Manifest whole = manifest;
  for (BilingualText* one : {&whole.provenance.title, &whole.provenance.source, &whole.provenance.survey,
                             &whole.provenance.boundary_note, &whole.provenance.denominator_text,
                             &whole.provenance.employees_word, &whole.provenance.enterprises_word}) {
    if (one->vi.empty()) one->vi = one->en;
    if (one->en.empty()) one->en = one->vi;
  }
  for (LevelSource& source : whole.levels)
    source.level = core::admin::with_all_words(std::move(source.level));
  std::string text;
  try {
    text = json_of(whole).dump(2) + "\n";
  } catch (const Json::type_error&) {
    return core::fail({.code = ErrorCode::bad_encoding, .subject = {.file = name}, .detail = "UTF-8"});
  }
  const auto again = parse_manifest(text, name);
  if (!again) return core::fail(again.error());
  // A value that has no place in the format would be lost in silence.
  if (again->manifest != whole)
    return core::fail({.code = ErrorCode::bad_manifest,
                       .subject = {.file = name},
                       .detail = "a value that the format cannot hold"});
  return text;
}

core::Status write_manifest(const std::filesystem::path& file, const Manifest& manifest) {
  const auto text = manifest_text(manifest);
  if (!text) return core::fail(text.error());
  return files::write_file(file, *text);
}

}  // namespace vicinia::gis::io
