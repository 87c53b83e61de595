#include "vicinia/gis/imports/recipe.h"

#include <algorithm>
#include <utility>

#include "vicinia/gis/files/json_depth.h"
#include "vicinia/gis/files/json_section.h"
#include "vicinia/gis/files/read_file.h"

namespace vicinia::gis::imports {
namespace {

using core::BilingualText;
using core::ErrorCode;
using core::Result;
using files::Section;
using OrderedJson = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr const char* recipe_format = "vicinia-import";
constexpr int recipe_version = 1;

const files::Choices<CompletenessChoice> completeness_words{
    {"as_found", CompletenessChoice::as_found},
    {"published_list", CompletenessChoice::published_list},
    {"complete_matrix", CompletenessChoice::complete_matrix}};

const files::Choices<SectorLevel> sector_level_words{{"as_found", SectorLevel::as_found},
                                                     {"section", SectorLevel::section},
                                                     {"division", SectorLevel::division},
                                                     {"group", SectorLevel::group},
                                                     {"class", SectorLevel::industry_class}};
const files::Choices<bool> sector_words{{"as_found", false}, {"published", true}};

/// The keys of boundaries, and where each is kept.
struct FieldKey {
  const char* key;
  std::string BoundaryFields::*field;
};
constexpr FieldKey field_keys[] = {
    {"code", &BoundaryFields::code},          {"name_vi", &BoundaryFields::name_vi},
    {"name_en", &BoundaryFields::name_en},    {"kind", &BoundaryFields::kind},
    {"parent", &BoundaryFields::parent_code}, {"parent_name_vi", &BoundaryFields::parent_name}};

void put_key(OrderedJson& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}
void put_key(OrderedJson& json, const char* key, const BilingualText& text) {
  if (text.vi == text.en)
    put_key(json, key, text.vi);
  else
    json[key] = {{"vi", text.vi}, {"en", text.en}};
}
void put_key(OrderedJson& json, const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty()) json[key] = texts;
}

OrderedJson place_json(const std::string& server, const fs::path& file) {
  if (server.empty()) return {{"file", file.generic_string()}};
  return {{"server", server}, {"table", file.generic_string()}};
}

OrderedJson json_of(const BoundarySource& source) {
  OrderedJson json = place_json(source.server, source.file);
  put_key(json, "layer", source.layer);
  put_key(json, "crs", source.crs);
  put_key(json, "encoding", source.encoding);
  for (const FieldKey& one : field_keys) put_key(json, one.key, source.fields.*one.field);
  put_key(json, "level", source.level);
  return json;
}

OrderedJson json_of(const TableChoice& table) {
  OrderedJson json = place_json(table.server, table.file);
  put_key(json, "sheet", table.sheet);
  put_key(json, "encoding", table.encoding);
  if (table.separator) json["separator"] = std::string(1, *table.separator);
  if (!table.fields.empty()) json["fields"] = table.fields;
  if (table.scale != 0) json["scale"] = table.scale;
  if (table.numbers.decimal) json["decimal"] = *table.numbers.decimal == io::DecimalMark::point ? "." : ",";
  put_key(json, "not_published", table.numbers.not_published);
  put_key(json, "zero", table.numbers.zero);
  if (table.shape) json["shape"] = OrderedJson::parse(shape_text(*table.shape));
  return json;
}

OrderedJson json_of(const RegisterChoice& choice) {
  OrderedJson json = place_json(choice.server, choice.file);
  put_key(json, "sheet", choice.sheet);
  put_key(json, "encoding", choice.encoding);
  if (choice.separator) json["separator"] = std::string(1, *choice.separator);
  json["rules"] = OrderedJson::parse(firms::register_json(choice.rules));
  return json;
}

OrderedJson json_of(const FrameChoice& frame) {
  OrderedJson json{{"id", frame.id}, {"vintage", frame.vintage}};
  put_key(json, "name", frame.name);
  put_key(json, "level", frame.level);
  if (!frame.boundaries.file.empty()) {
    json["boundaries"] = json_of(frame.boundaries);
    return json;
  }
  json["units"] = frame.units.generic_string();
  json["crosswalk"] = frame.crosswalk.generic_string();
  put_key(json, "share_column", frame.share_column);
  return json;
}

OrderedJson json_of(const core::matching::Decision& decision) {
  OrderedJson json = OrderedJson::object();
  put_key(json, "code", decision.code);
  put_key(json, "name", decision.name);
  put_key(json, "parent", decision.parent);
  json["unit"] = decision.unit;
  return json;
}

BoundarySource boundary_source(const Section& section, std::vector<core::Finding>& findings) {
  section.note_unknown_keys({"file", "server", "table", "layer", "crs", "encoding", "code", "name_vi",
                             "name_en", "kind", "parent", "parent_name_vi", "level"},
                            findings);
  BoundarySource source{.server = section.text("server"),
                        .file = section.needed_text(section.has("server") ? "table" : "file"),
                        .layer = section.text("layer"),
                        .crs = section.text("crs"),
                        .encoding = section.text("encoding"),
                        .level = section.text("level")};
  for (const FieldKey& one : field_keys) source.fields.*one.field = section.text(one.key);
  return source;
}

std::optional<char> separator_of(const Section& section) {
  const std::string text = section.text("separator");
  if (text.empty()) return std::nullopt;
  if (text.size() > 1) section.complain("separator", "more than one sign: " + text);
  return text.front();
}

TableChoice table_choice(const Section& section, std::vector<core::Finding>& findings) {
  section.note_unknown_keys({"file", "server", "table", "sheet", "encoding", "separator", "fields", "scale",
                             "decimal", "not_published", "zero", "shape"},
                            findings);
  TableChoice table{.server = section.text("server"),
                    .file = section.needed_text(section.has("server") ? "table" : "file"),
                    .sheet = section.text("sheet"),
                    .encoding = section.text("encoding"),
                    .separator = separator_of(section)};
  if (section.has("fields")) {
    if (const auto fields = section.section("fields")) {
      for (const auto& [key, value] : fields->json().items()) {
        if (value.is_string())
          table.fields[key] = value.get<std::string>();
        else
          fields->complain(key, "not a text: " + files::quoted(value));
      }
    } else {
      section.complain("fields", "not an object: " + files::quoted(section.at("fields")));
    }
  }
  if (section.has("scale")) {
    if (section.at("scale").is_number() && section.at("scale").get<double>() > 0)
      table.scale = section.at("scale").get<double>();
    else
      section.complain("scale", "not a number above 0: " + files::quoted(section.at("scale")));
  }
  if (const std::string mark = section.text("decimal"); !mark.empty()) {
    if (mark != "." && mark != ",") section.complain("decimal", mark + ", not one of: . ,");
    table.numbers.decimal = mark == "," ? io::DecimalMark::comma : io::DecimalMark::point;
  }
  table.numbers.not_published = section.texts("not_published");
  table.numbers.zero = section.texts("zero");
  if (section.has("shape")) {
    auto shape = parse_shape(section.at("shape").dump());
    if (shape)
      table.shape = *std::move(shape);
    else
      section.complain("shape." + shape.error().subject.field, shape.error().detail);
  }
  return table;
}

RegisterChoice register_choice(const Section& section, std::vector<core::Finding>& findings) {
  section.note_unknown_keys({"file", "server", "table", "sheet", "encoding", "separator", "rules"}, findings);
  RegisterChoice choice{.server = section.text("server"),
                        .file = section.needed_text(section.has("server") ? "table" : "file"),
                        .sheet = section.text("sheet"),
                        .encoding = section.text("encoding"),
                        .separator = separator_of(section)};
  if (section.require("rules")) {
    auto rules = firms::read_register(section.at("rules").dump());
    if (rules)
      choice.rules = *std::move(rules);
    else
      section.complain("rules." + rules.error().subject.field, rules.error().detail);
  }
  return choice;
}

FrameChoice frame_choice(const Section& section, std::vector<core::Finding>& findings) {
  section.note_unknown_keys(
      {"id", "vintage", "name", "level", "units", "crosswalk", "share_column", "boundaries"}, findings);
  // Files are called by it.
  if (section.text("id").find_first_of("/\\") != std::string::npos)
    section.complain("id", "with a slash: " + section.text("id"));
  FrameChoice frame{.id = section.needed_text("id"),
                    .vintage = section.date("vintage"),
                    .name = section.both_languages("name"),
                    .level = section.text("level")};
  if (section.has("boundaries")) {
    if (const auto boundaries = section.section("boundaries"))
      frame.boundaries = boundary_source(*boundaries, findings);
    else
      section.complain("boundaries", "not an object: " + files::quoted(section.at("boundaries")));
    return frame;
  }
  frame.units = section.needed_text("units");
  frame.crosswalk = section.needed_text("crosswalk");
  frame.share_column = section.text("share_column");
  return frame;
}

void read_sectors(const Section& root, Recipe& recipe) {
  recipe.classification = root.text("classification");
  if (!recipe.classification.empty() &&
      std::ranges::find(classification_ids, recipe.classification) == classification_ids.end()) {
    std::string there;
    for (const std::string_view id : classification_ids) (there += there.empty() ? "" : ", ") += id;
    root.complain("classification", recipe.classification + ", not one of: " + there);
  }
  if (root.has("sector_level")) recipe.sector_level = root.choice("sector_level", sector_level_words);
  if (root.has("sectors")) recipe.has_published_sectors = root.choice("sectors", sector_words);
  if (recipe.has_published_sectors && recipe.sector_level != SectorLevel::as_found)
    root.complain("sectors", "beside sector_level: one of them is enough");
}

Recipe recipe_of(const Section& root, std::vector<core::Finding>& findings) {
  root.note_unknown_keys(
      {"format", "version", "title", "source", "survey_date", "boundary_date", "onto", "level", "boundaries",
       "tables", "register", "classification", "sector_level", "sectors", "frames", "decisions",
       "leaves_likely_out", "boundaries_are_right", "completeness"},
      findings);
  if (root.needed_text("format") != recipe_format)
    root.complain("format", std::string("not ") + recipe_format);
  if (!root.has("version") || root.at("version") != recipe_version)
    root.complain("version", "not " + std::to_string(recipe_version));
  Recipe recipe{.title = root.both_languages("title"), .source = root.both_languages("source")};
  if (root.has("survey_date")) recipe.survey_date = root.date("survey_date");
  if (root.has("boundary_date")) recipe.boundary_date = root.date("boundary_date");
  recipe.onto = root.text("onto");
  recipe.onto_level = root.text("level");
  read_sectors(root, recipe);
  recipe.leaves_likely_out = root.truth("leaves_likely_out");
  recipe.are_boundaries_right = root.truth("boundaries_are_right");
  if (root.has("completeness")) recipe.completeness = root.choice("completeness", completeness_words);
  if (root.has("boundaries")) {
    if (const auto section = root.section("boundaries"))
      recipe.boundaries = boundary_source(*section, findings);
    else
      root.complain("boundaries", "not an object: " + files::quoted(root.at("boundaries")));
    if (!recipe.onto.empty()) root.complain("onto", "beside boundaries: one of them is enough");
  }
  if (root.has("tables")) {
    if (root.at("tables").is_array())
      for (const Section& section : root.sections("tables"))
        recipe.tables.push_back(table_choice(section, findings));
    else
      root.complain("tables", "not a list: " + files::quoted(root.at("tables")));
  }
  if (root.has("register")) {
    if (const auto section = root.section("register"))
      recipe.firms = register_choice(*section, findings);
    else
      root.complain("register", "not an object: " + files::quoted(root.at("register")));
    if (!recipe.tables.empty()) root.complain("register", "beside tables: one of them is enough");
  }
  if (root.has("frames")) {
    if (root.at("frames").is_array())
      for (const Section& section : root.sections("frames"))
        recipe.frames.push_back(frame_choice(section, findings));
    else
      root.complain("frames", "not a list: " + files::quoted(root.at("frames")));
  }
  if (root.has("decisions")) {
    if (root.at("decisions").is_array())
      for (const Section& section : root.sections("decisions")) {
        section.note_unknown_keys({"code", "name", "parent", "unit"}, findings);
        recipe.decisions.push_back(
            {section.text("code"), section.text("name"), section.text("parent"), section.text("unit")});
      }
    else
      root.complain("decisions", "not a list: " + files::quoted(root.at("decisions")));
  }
  return recipe;
}

}  // namespace

std::string recipe_text(const Recipe& recipe) {
  OrderedJson json{{"format", recipe_format}, {"version", recipe_version}};
  put_key(json, "title", recipe.title);
  put_key(json, "source", recipe.source);
  put_key(json, "survey_date", recipe.survey_date);
  put_key(json, "boundary_date", recipe.boundary_date);
  put_key(json, "onto", recipe.onto);
  put_key(json, "level", recipe.onto_level);
  if (!recipe.boundaries.file.empty()) json["boundaries"] = json_of(recipe.boundaries);
  if (!recipe.tables.empty()) {
    json["tables"] = OrderedJson::array();
    for (const TableChoice& table : recipe.tables) json["tables"].push_back(json_of(table));
  }
  if (recipe.firms) json["register"] = json_of(*recipe.firms);
  put_key(json, "classification", recipe.classification);
  if (recipe.sector_level != SectorLevel::as_found) json["sector_level"] = name_of(recipe.sector_level);
  if (recipe.has_published_sectors) json["sectors"] = "published";
  if (!recipe.frames.empty()) {
    json["frames"] = OrderedJson::array();
    for (const FrameChoice& frame : recipe.frames) json["frames"].push_back(json_of(frame));
  }
  if (!recipe.decisions.empty()) {
    json["decisions"] = OrderedJson::array();
    for (const auto& decision : recipe.decisions) json["decisions"].push_back(json_of(decision));
  }
  if (recipe.leaves_likely_out) json["leaves_likely_out"] = true;
  if (recipe.are_boundaries_right) json["boundaries_are_right"] = true;
  for (const auto& [word, choice] : completeness_words)
    if (choice == recipe.completeness && choice != CompletenessChoice::as_found) json["completeness"] = word;
  return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

Result<RecipeRead> parse_recipe(std::string_view text, const std::string& file) {
  const auto broken = [&](std::string what) {
    return core::fail(
        {.code = ErrorCode::bad_manifest, .subject = {.file = file}, .detail = std::move(what)});
  };
  if (files::is_nested_too_deep(text)) return broken("nested too deep");
  const files::Json json = files::Json::parse(text, nullptr, false);
  if (json.is_discarded()) return broken("no JSON");
  if (!json.is_object()) return broken("not an object");
  core::ErrorList errors;
  RecipeRead read;
  read.recipe = recipe_of(Section(json, "", file, errors), read.findings);
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  return read;
}

Result<RecipeRead> read_recipe(const fs::path& file) {
  const auto text = files::read_file(file, files::most_bytes_of_a_document);
  if (!text) return core::fail(text.error());
  auto read = parse_recipe(*text, file.string());
  if (!read) return read;
  const auto beside = [&](fs::path& path) {
    if (!path.empty() && path.is_relative()) path = file.parent_path() / path;
  };
  if (read->recipe.boundaries.server.empty()) beside(read->recipe.boundaries.file);
  for (TableChoice& table : read->recipe.tables)
    if (table.server.empty()) beside(table.file);
  if (read->recipe.firms && read->recipe.firms->server.empty()) beside(read->recipe.firms->file);
  for (FrameChoice& frame : read->recipe.frames) {
    beside(frame.units);
    beside(frame.crosswalk);
    if (frame.boundaries.server.empty()) beside(frame.boundaries.file);
  }
  return read;
}

}  // namespace vicinia::gis::imports
