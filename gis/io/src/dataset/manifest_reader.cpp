#include <algorithm>
#include <array>

#include "base/file_nature.h"
#include "dataset/manifest_words.h"
#include "geometry/crs.h"
#include "vicinia/gis/files/json_depth.h"
#include "vicinia/gis/files/read_file.h"

namespace vicinia::gis::io {
namespace {

using core::BilingualText;
using core::Error;
using core::ErrorCode;
using core::Result;

/// A layer that lies above no other has no parents.
LayerSource layer_source(const Section& section, bool has_parents, std::vector<core::Finding>& findings) {
  if (has_parents)
    section.note_unknown_keys(
        {"id", "name", "plural", "file", "code", "name_vi", "name_en", "kind", "kind_en", "layer", "crs",
         "encoding", "approximate", "parent", "survey_parent", "parent_name_vi", "parent_name_en",
         "codes_from", "parent_codes_from"},
        findings);
  else
    section.note_unknown_keys({"id", "name", "plural", "file", "code", "name_vi", "name_en", "kind",
                               "kind_en", "layer", "crs", "encoding", "approximate", "codes_from"},
                              findings);
  const bool has_table = section.has("codes_from");
  LayerSource source{.file = section.needed_text("file"),
                     .code = has_table ? std::string() : section.needed_text("code"),
                     .name_vi = section.needed_text("name_vi"),
                     .name_en = section.text("name_en"),
                     .kind = section.text("kind"),
                     .kind_en = section.text("kind_en"),
                     .layer = section.text("layer"),
                     .crs = section.text("crs"),
                     .encoding = section.text("encoding"),
                     .approximate = section.truth("approximate")};
  if (has_table) {
    source.codes_from = section.needed_text("codes_from");
    if (section.has("code")) section.complain("code", "beside codes_from, which gives the codes");
  }
  if (!has_parents) return source;
  source.parent = section.text("parent");
  source.survey_parent = section.text("survey_parent");
  source.parent_name_vi = section.text("parent_name_vi");
  source.parent_name_en = section.text("parent_name_en");
  if (section.has("parent_codes_from")) {
    source.parent_codes_from = section.needed_text("parent_codes_from");
    if (source.parent_name_vi.empty()) section.complain("parent_codes_from", "needs parent_name_vi");
    if (section.has("parent")) section.complain("parent", "beside parent_codes_from, which gives the codes");
  }
  return source;
}

ManifestTable table_source(const Section& section, Names columns) {
  ManifestTable source{.file = section.needed_text("file")};
  source.sheet = section.text("sheet");
  source.encoding = section.text("encoding");
  if (section.has("separator")) {
    const std::string text = section.text("separator");
    if (text.size() == 1 && text != "\"" && text != "\n" && text != "\r")
      source.separator = text[0];
    else
      section.complain("separator", "not one character: " + text);
  }
  if (section.has("columns"))
    if (const auto aliases = section.section("columns"))
      for (const auto& [name, value] : aliases->json().items()) {
        if (std::ranges::find(columns, name) == columns.end())
          aliases->complain(name, "no column of this table");
        else if (!value.is_string())
          aliases->complain(name, "not a text: " + quoted(value));
        else
          source.columns[name] = value.get<std::string>();
      }
  return source;
}

Error json_error(const std::string& file, std::string_view text, const Json::parse_error& e) {
  const std::size_t place = std::min(e.byte > 0 ? e.byte - 1 : 0, text.size());
  const auto begin = text.begin(), end = text.begin() + static_cast<std::ptrdiff_t>(place);
  const auto line = static_cast<std::size_t>(std::count(begin, end, '\n')) + 1;
  const std::size_t line_start = place == 0 ? 0 : text.rfind('\n', place - 1) + 1;  // npos + 1 is 0
  std::string what = e.what();
  if (const std::size_t colon = what.find(": "); colon != std::string::npos) what.erase(0, colon + 2);
  return {.code = ErrorCode::bad_manifest,
          .subject = {.file = file, .row = line},
          .detail =
              std::to_string(line) + ":" + std::to_string(place - line_start + 1) + " (JSON: " + what + ")"};
}

/// {"from": "districts"} says in so many words what leaving the layer out means.
bool is_from(const Section& section, std::initializer_list<std::string_view> finer, Names beside) {
  if (!section.has("from")) return false;
  const std::string from = section.needed_text("from");
  if (!from.empty() && std::ranges::find(finer, from) == finer.end())
    section.complain("from", from + ", not " + std::string(*finer.begin()));
  for (const auto& [key, value] : section.json().items())
    if (std::ranges::find(beside, key) == beside.end() && !key.starts_with('_') && !key.starts_with('$'))
      section.complain(key, "beside from");
  return true;
}

/// Layers of version 1, which knew provinces and districts. Both levels are there as soon as there are districts.
void read_provinces_and_districts(const Section& top, Manifest& manifest,
                                  std::vector<core::Finding>& findings) {
  LevelSource province{.level = core::admin::level_called("province")};
  if (top.has("provinces"))
    if (const auto section = top.section("provinces")) {
      if (!is_from(*section, {"districts"}, {"from"}))
        province.layer = layer_source(*section, false, findings);
      else if (!top.has("districts"))
        top.complain("districts", "missing, and provinces are to be made from them");
    }
  manifest.levels.push_back(std::move(province));
  if (top.has("districts"))
    if (const auto section = top.section("districts"))
      manifest.levels.push_back(
          {core::admin::level_called("district"), layer_source(*section, true, findings)});
  if (!top.has("provinces") && !top.has("districts"))
    top.complain("districts", "missing, and so is provinces");
}

core::admin::LevelInfo level_info(const Section& section) {
  core::admin::LevelInfo level = core::admin::level_called(section.needed_text("id"));
  if (section.has("name")) {
    level.name = section.both_languages("name");
    level.plural = {};
  }
  if (section.has("plural")) level.plural = section.both_languages("plural");
  return core::admin::with_all_words(std::move(level));
}

/// Ids, words and number of the levels of a frame.
template <class Source>
void check_levels(const Section& top, const char* key, const std::vector<Source>& levels) {
  std::vector<core::admin::LevelInfo> infos;
  for (const Source& source : levels) infos.push_back(source.level);
  const auto declared = core::admin::Levels::declared(std::move(infos));
  if (declared) return;
  const Error& error = declared.error();
  if (error.subject.field == "levels")
    top.complain(key, error.detail + ", not 1 to " + std::to_string(core::admin::Levels::most));
  else if (!error.subject.id.empty())
    top.complain(key, "id " + error.subject.id + ": " + error.detail);
}

void read_levels(const Section& top, Manifest& manifest, std::vector<core::Finding>& findings) {
  for (const char* old : {"provinces", "districts"})
    if (top.has(old)) top.complain(old, "beside levels");
  if (!top.at("levels").is_array()) {
    top.complain("levels", "not a list: " + quoted(top.at("levels")));
    return;
  }
  const std::vector<Section> sections = top.sections("levels");
  for (std::size_t rank = 0; rank < sections.size(); ++rank) {
    const Section& section = sections[rank];
    LevelSource source{.level = level_info(section)};
    if (section.has("from")) {
      if (rank + 1 == sections.size()) {
        section.complain("from", "of the finest level, which needs a file");
      } else {
        const std::string finer = sections[rank + 1].text("id");
        static_cast<void>(is_from(section, {finer}, {"from", "id", "name", "plural"}));
        if (sections[rank + 1].has("from"))
          section.complain("from", "the level " + finer + " has no file either");
      }
    } else {
      source.layer = layer_source(section, rank > 0, findings);
    }
    manifest.levels.push_back(std::move(source));
  }
  check_levels(top, "levels", manifest.levels);
}

constexpr std::array<std::string_view, 7> field_names{
    "enterprises", "smes", "fdi_enterprises", "employees", "lq", "sector_share_pct", "district_share_pct"};

NumberNotation notation_of(const Section& section) {
  NumberNotation notation;
  if (section.has("decimal")) {
    const std::string text = section.text("decimal");
    if (text == ".")
      notation.decimal = DecimalMark::point;
    else if (text == ",")
      notation.decimal = DecimalMark::comma;
    else
      section.complain("decimal", "neither \".\" nor \",\": " + quoted(section.at("decimal")));
  }
  notation.not_published = section.texts("not_published");
  notation.zero = section.texts("zero");
  for (const std::string& marker : notation.zero)
    if (std::ranges::find(notation.not_published, marker) != notation.not_published.end())
      section.complain("zero", "in not_published too: " + marker);
  return notation;
}

ObservationsSource observations_source(const Section& section, std::vector<core::Finding>& findings) {
  using enum ObservationsSource::Layout;
  ObservationsSource source;
  if (section.has("layout"))
    source.layout =
        section.choice<ObservationsSource::Layout>("layout", {{"long", long_rows}, {"wide", wide}});
  if (source.layout == wide) {
    section.note_unknown_keys({"file", "separator", "sheet", "encoding", "columns", "layout", "field",
                               "figure", "ignore", "decimal", "not_published", "zero"},
                              findings);
    static_cast<ManifestTable&>(source) = table_source(section, {"unit_code", "period"});
    source.field = section.needed_text(section.has("figure") ? "figure" : "field");  // "figure": as it was
    if (source.field == "fdi_firms") source.field = "fdi_enterprises";
    if (!source.field.empty() && std::ranges::find(field_names, source.field) == field_names.end()) {
      std::string names;
      for (const std::string_view name : field_names) names.append(names.empty() ? "" : ", ").append(name);
      section.complain("field", source.field + ", not one of: " + names);
    }
    source.ignore = section.texts("ignore");
  } else {
    section.note_unknown_keys(
        {"file", "separator", "sheet", "encoding", "columns", "layout", "decimal", "not_published", "zero"},
        findings);
    static_cast<ManifestTable&>(source) =
        table_source(section, {"unit_code", "sector_no", "period", "row_kind", "enterprises", "smes",
                               "fdi_enterprises", "employees", "lq", "sector_share_pct", "district_share_pct",
                               "source_line", "agglomeration", "province", "district"});
  }
  source.numbers = notation_of(section);
  return source;
}

void read_tables(const Section& top, Manifest& manifest, std::vector<core::Finding>& findings) {
  if (top.require("sectors"))
    if (const auto section = top.section("sectors")) {
      section->note_unknown_keys({"file", "separator", "sheet", "encoding", "columns"}, findings);
      manifest.sectors =
          table_source(*section, {"sector_no", "name_en", "name_vi", "manufacturing", "parent", "aliases"});
    }
  if (!top.require("observations")) return;
  if (!top.at("observations").is_array()) {
    if (const auto section = top.section("observations"))
      manifest.observations.push_back(observations_source(*section, findings));
    return;
  }
  if (top.at("observations").empty()) top.complain("observations", "empty");
  for (const Section& section : top.sections("observations"))
    manifest.observations.push_back(observations_source(section, findings));
}

void read_provenance(const Section& top, core::Provenance& provenance) {
  for (const char* key : {"title", "source", "survey"}) static_cast<void>(top.require(key));
  provenance = {.title = top.both_languages("title"),
                .source = top.both_languages("source"),
                .survey = top.both_languages("survey"),
                .boundary_note = top.both_languages("boundary_note"),
                .survey_vintage = top.date("survey_vintage"),
                .boundary_vintage = top.date("boundary_vintage"),
                .denominator = top.choice<core::Denominator>("denominator", denominators),
                .denominator_text = top.both_languages("denominator_text"),
                .completeness = top.choice<core::Completeness>("completeness", completenesses)};
}

/// What the columns "employees" and "enterprises" count, where it is something else: farms, beds.
void read_counted(const Section& top, core::Provenance& provenance) {
  if (!top.has("counted")) return;
  const auto section = top.section("counted");
  if (!section) return;
  for (const auto& [key, value] : section->json().items())
    if (key != "employees" && key != "enterprises" && !key.starts_with('_') && !key.starts_with('$'))
      section->complain(key, "neither employees nor enterprises");
  provenance.employees_word = section->both_languages("employees");
  provenance.enterprises_word = section->both_languages("enterprises");
}

/// A number between two others.
double number(const Section& section, const char* key, double usual, double low, double high) {
  if (!section.has(key)) return usual;
  const Json& value = section.at(key);
  if (value.is_number() && value.get<double>() >= low && value.get<double>() <= high)
    return value.get<double>();
  section.complain(
      key, "not a number from " + Json(low).dump() + " to " + Json(high).dump() + ": " + quoted(value));
  return usual;
}

/// West, south, east, north in degrees.
core::GroundBox degrees(const Section& section, const char* key) {
  if (!section.require(key)) return {};
  const Json& value = section.at(key);
  core::GroundBox box;
  bool is_good = value.is_array() && value.size() == 4 &&
                 std::ranges::all_of(value, [](const Json& side) { return side.is_number(); });
  if (is_good) {
    box = {value[0].get<double>(), value[1].get<double>(), value[2].get<double>(), value[3].get<double>()};
    is_good = box.min_x >= -180 && box.min_x < box.max_x && box.max_x <= 180 && box.min_y >= -90 &&
              box.min_y < box.max_y && box.max_y <= 90;
  }
  if (!is_good) section.complain(key, "not [west, south, east, north] in degrees: " + quoted(value));
  return is_good ? box : core::GroundBox{};
}

std::vector<Section> list_of(const Section& top, const char* key) {
  if (!top.has(key)) return {};
  if (top.at(key).is_array()) return top.sections(key);
  top.complain(key, "not a list: " + quoted(top.at(key)));
  return {};
}

/// What a map of the whole country shows besides.
void read_map_parts(const Section& top, Manifest& manifest, std::vector<core::Finding>& findings) {
  for (const Section& section : list_of(top, "island_frames")) {
    section.note_unknown_keys({"name", "extent", "place"}, findings);
    static_cast<void>(section.require("name"));
    IslandFrameSource frame{.name = section.both_languages("name"), .degrees = degrees(section, "extent")};
    if (section.has("place"))
      if (const auto place = section.section("place")) {
        place->note_unknown_keys({"x", "y"}, findings);
        frame.x = number(*place, "x", frame.x, 0, 1);
        frame.y = number(*place, "y", frame.y, 0, 1);
      }
    manifest.island_frames.push_back(std::move(frame));
  }
  for (const Section& section : list_of(top, "zoom_areas")) {
    section.note_unknown_keys({"name", "units"}, findings);
    static_cast<void>(section.require("name"));
    static_cast<void>(section.require("units"));
    manifest.zoom_areas.push_back({section.both_languages("name"), section.texts("units")});
  }
}

/// What `"archipelago_insets": true` meant in version 1, when these places stood in the program.
void add_map_parts_of_version_1(Manifest& manifest) {
  manifest.island_frames = {{{"Quần đảo Hoàng Sa", "Hoàng Sa Islands"}, {111, 15.6, 113, 17.2}},
                            {{"Quần đảo Trường Sa", "Trường Sa Islands"}, {111.4, 6.8, 117.4, 12.1}}};
  manifest.zoom_areas = {
      {{"Hà Nội và đồng bằng sông Hồng", "Hà Nội and the Red River Delta"},
       {"01", "27", "30", "33", "35", "36", "34", "26"}},
      {{"TP. Hồ Chí Minh và vùng lân cận", "Hồ Chí Minh City and surroundings"}, {"79", "74", "75", "80"}}};
}

ManifestTable table_part(const Section& section, const char* key, Names columns,
                         std::vector<core::Finding>& findings) {
  if (!section.require(key)) return {};
  const auto part = section.section(key);
  if (!part) return {};
  part->note_unknown_keys({"file", "separator", "sheet", "encoding", "columns"}, findings);
  return table_source(*part, columns);
}

void read_frames(const Section& top, Manifest& manifest, std::vector<core::Finding>& findings) {
  for (const Section& section : list_of(top, "frames")) {
    section.note_unknown_keys({"id", "vintage", "name", "levels", "crosswalk", "areas"}, findings);
    FrameSource frame{.id = section.needed_text("id"), .name = section.both_languages("name")};
    frame.vintage = section.date("vintage");
    for (const FrameSource& other : manifest.frames)
      if (other.id == frame.id) section.complain("id", frame.id + ", twice");
    if (section.require("levels"))
      for (const Section& level : list_of(section, "levels")) {
        level.note_unknown_keys({"id", "name", "plural", "units"}, findings);
        frame.levels.push_back(
            {level_info(level),
             table_part(level, "units", {"code", "name_vi", "name_en", "kind", "kind_en", "parent"},
                        findings)});
      }
    check_levels(section, "levels", frame.levels);
    frame.crosswalk = table_part(section, "crosswalk", {"from", "to", "weight", "kind"}, findings);
    if (section.has("areas") && section.require("areas"))
      if (const auto areas = section.section("areas")) {
        areas->note_unknown_keys({"file", "code", "layer", "crs"}, findings);
        frame.areas = FrameAreas{.file = areas->needed_text("file"),
                                 .code = areas->needed_text("code"),
                                 .layer = areas->text("layer"),
                                 .crs = areas->text("crs")};
      }
    manifest.frames.push_back(std::move(frame));
  }
}

void check_format(const Section& top) {
  if (const std::string format = top.needed_text("format"); !format.empty() && format != manifest_format)
    top.complain("format", format + ", not " + manifest_format);
  if (top.require("version") && top.at("version") != 1 && top.at("version") != newest_manifest_version)
    top.complain("version",
                 quoted(top.at("version")) + ", not 1 or " + std::to_string(newest_manifest_version));
}

}  // namespace

Result<ManifestRead> parse_manifest(std::string_view text, const std::string& name) {
  if (files::is_nested_too_deep(text))
    return core::fail(
        {.code = ErrorCode::bad_manifest, .subject = {.file = name, .row = 1}, .detail = "nested too deep"});
  Json json;
  try {
    json = Json::parse(text);
  } catch (const Json::parse_error& e) {
    return core::fail(json_error(name, text, e));
  }
  core::ErrorList errors;
  if (!json.is_object())
    return core::fail(
        {.code = ErrorCode::bad_manifest, .subject = {.file = name, .row = 1}, .detail = "not an object"});
  const Section top(json, "", name, errors);
  ManifestRead read;
  Manifest& manifest = read.manifest;
  check_format(top);
  read_provenance(top, manifest.provenance);
  read_counted(top, manifest.provenance);
  if (top.has("levels"))
    read_levels(top, manifest, read.findings);
  else
    read_provinces_and_districts(top, manifest, read.findings);
  read_frames(top, manifest, read.findings);
  if (top.truth("archipelago_insets")) add_map_parts_of_version_1(manifest);
  if (top.has("island_frames") || top.has("zoom_areas")) {
    manifest.island_frames.clear();
    manifest.zoom_areas.clear();
    read_map_parts(top, manifest, read.findings);
  }
  read_tables(top, manifest, read.findings);
  if (top.has("shares")) manifest.shares = top.choice<ShareNotation>("shares", share_notations);
  manifest.projected_crs = top.text("projected_crs");
  if (!manifest.projected_crs.empty())
    if (const auto crs = parse_planar_crs(manifest.projected_crs); !crs) {
      Error error = crs.error();
      error.subject = {.file = name, .field = "projected_crs"};
      errors.add(std::move(error));
    }
  top.note_unknown_keys({"format",           "version",       "title",
                         "source",           "survey",        "survey_vintage",
                         "boundary_vintage", "boundary_note", "denominator",
                         "denominator_text", "completeness",  "archipelago_insets",
                         "projected_crs",    "provinces",     "districts",
                         "levels",           "frames",        "island_frames",
                         "zoom_areas",       "sectors",       "observations",
                         "shares",           "counted"},
                        read.findings);
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  return read;
}

const LayerSource& finest_layer(const Manifest& manifest) {
  const auto finest =
      std::ranges::find_if(manifest.levels.rbegin(), manifest.levels.rend(),
                           [](const LevelSource& source) { return source.layer.has_value(); });
  return *finest->layer;
}

Result<ManifestRead> read_manifest(const std::filesystem::path& file) {
  const std::string name = file.string();
  const auto text = files::read_file(file, files::most_bytes_of_a_document);
  if (!text) return core::fail(text.error());
  if (const std::string nature = nature_of(*text, text->size());
      !nature.empty() && nature != "file:json" && nature != "file:text")
    return core::fail({.code = ErrorCode::bad_manifest, .subject = {.file = name, .field = nature}});
  return parse_manifest(*text, name);
}

}  // namespace vicinia::gis::io
