#include "vicinia/gis/io/manifest.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "base/file_nature.h"
#include "base/text.h"
#include "geometry/crs.h"
#include "vicinia/core/base/error_list.h"
#include "vicinia/gis/files/json_depth.h"
#include "vicinia/gis/files/read_file.h"
#include "vicinia/gis/files/write_file.h"

namespace vicinia::gis::io {
namespace {

using core::BilingualText;
using core::Error;
using core::ErrorCode;
using core::Result;
using Json = nlohmann::json;
using Names = std::initializer_list<std::string_view>;

constexpr const char* format_name = "vicinia-dataset";
constexpr int newest_version = 2;

template <class Choice>
using Choices = std::initializer_list<std::pair<std::string_view, Choice>>;
const Choices<core::Denominator> denominators{{"all_employment", core::Denominator::all_employment},
                                              {"manufacturing", core::Denominator::manufacturing},
                                              {"stated_in_source", core::Denominator::stated_in_source}};
const Choices<core::Completeness> completenesses{{"published_list", core::Completeness::published_list},
                                                 {"complete_matrix", core::Completeness::complete_matrix}};
const Choices<ShareNotation> share_notations{{"per_cent", ShareNotation::per_cent},
                                             {"fraction", ShareNotation::fraction}};

/// What stands there instead; no more of it than a message can hold.
std::string quoted(const Json& value) {
  constexpr std::size_t most_bytes = 100;
  std::string text = value.dump(-1, ' ', true);  // in ASCII, so that it can be cut anywhere
  if (text.size() > most_bytes) text.replace(most_bytes, std::string::npos, "…");
  return text;
}

/// Reads keys of one JSON object, says what is wrong with them by their full name, and goes on.
class Section {
 public:
  Section(const Json& object, std::string prefix, const std::string& file, core::ErrorList& errors)
      : object_(object), prefix_(std::move(prefix)), file_(file), errors_(errors) {}

  [[nodiscard]] bool has(const char* key) const { return object_.contains(key); }
  [[nodiscard]] const Json& at(const char* key) const { return object_.at(key); }
  [[nodiscard]] std::string full_name(std::string_view key) const { return prefix_ + std::string(key); }

  void complain(std::string_view key, std::string what) const {
    errors_.add({.code = ErrorCode::bad_manifest,
                 .subject = {.file = file_, .field = full_name(key)},
                 .detail = std::move(what)});
  }

  [[nodiscard]] bool require(const char* key) const {
    if (has(key)) return true;
    complain(key, "missing");
    return false;
  }

  [[nodiscard]] std::string text(const char* key) const {
    if (!has(key)) return {};
    if (at(key).is_string()) return at(key).get<std::string>();
    complain(key, "not a text: " + quoted(at(key)));
    return {};
  }

  [[nodiscard]] std::string needed_text(const char* key) const {
    if (!require(key)) return {};
    std::string value = text(key);
    if (value.empty() && at(key).is_string()) complain(key, "empty");
    return value;
  }

  [[nodiscard]] BilingualText both_languages(const char* key) const {
    if (!has(key)) return {};
    const Json& value = at(key);
    if (value.is_string()) return {value.get<std::string>(), value.get<std::string>()};
    if (!value.is_object()) {
      complain(key, "neither a text nor an object with vi and en: " + quoted(value));
      return {};
    }
    const Section inner(value, full_name(key) + ".", file_, errors_);
    BilingualText both{inner.text("vi"), inner.text("en")};
    if (both.vi.empty() && both.en.empty()) complain(key, "neither vi nor en");
    if (both.vi.empty()) both.vi = both.en;
    if (both.en.empty()) both.en = both.vi;
    return both;
  }

  /// A list of texts, none of them empty.
  [[nodiscard]] std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> list;
    if (!has(key)) return list;
    if (!at(key).is_array()) {
      complain(key, "not a list of texts: " + quoted(at(key)));
      return list;
    }
    for (const Json& value : at(key)) {
      if (!value.is_string() || value.get<std::string>().empty())
        complain(key, "not a text: " + quoted(value));
      else
        list.push_back(to_nfc(value.get<std::string>()));
    }
    return list;
  }

  [[nodiscard]] bool truth(const char* key) const {
    if (!has(key)) return false;
    if (at(key).is_boolean()) return at(key).get<bool>();
    complain(key, "neither true nor false: " + quoted(at(key)));
    return false;
  }

  [[nodiscard]] std::string date(const char* key) const {
    std::string text = needed_text(key);
    if (!text.empty() && !is_date(text)) complain(key, "not a date such as 2007-12-31: " + text);
    return text;
  }

  template <class Choice>
  [[nodiscard]] Choice choice(const char* key, Choices<Choice> choices) const {
    const std::string text = needed_text(key);
    std::string there;
    for (const auto& [name, value] : choices) {
      if (name == text) return value;
      there += (there.empty() ? "" : ", ") + std::string(name);
    }
    if (!text.empty()) complain(key, text + ", not one of: " + there);
    return choices.begin()->second;
  }

  /// The part under `key`, if it is an object.
  [[nodiscard]] std::optional<Section> section(const char* key) const {
    if (at(key).is_object()) return Section(at(key), full_name(key) + ".", file_, errors_);
    complain(key, "not an object: " + quoted(at(key)));
    return std::nullopt;
  }

  /// The parts of the list under `key` that are objects, named "key[0].", "key[1]." and so on.
  /// \pre at(key).is_array()
  [[nodiscard]] std::vector<Section> sections(const char* key) const {
    std::vector<Section> parts;
    for (std::size_t i = 0; i < at(key).size(); ++i) {
      const Json& part = at(key)[i];
      const std::string name = std::string(key) + "[" + std::to_string(i) + "]";
      if (part.is_object())
        parts.emplace_back(part, full_name(name) + ".", file_, errors_);
      else
        complain(name, "not an object: " + quoted(part));
    }
    return parts;
  }

  /// Keys that begin with "_" or "$" are taken for remarks.
  void note_unknown_keys(Names known, std::vector<core::Finding>& findings) const {
    for (const auto& [key, value] : object_.items())
      if (!key.starts_with('_') && !key.starts_with('$') && std::ranges::find(known, key) == known.end())
        findings.push_back({.code = ErrorCode::bad_manifest,
                            .subject = {.file = file_, .field = full_name(key)},
                            .detail = "unknown"});
  }

  [[nodiscard]] const Json& json() const { return object_; }

 private:
  static bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    int parts[3] = {};
    constexpr std::pair<std::size_t, std::size_t> places[] = {{0, 4}, {5, 2}, {8, 2}};
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string_view part = text.substr(places[i].first, places[i].second);
      if (part.find_first_not_of("0123456789") != std::string_view::npos) return false;
      std::from_chars(part.data(), part.data() + part.size(), parts[i]);
    }
    return std::chrono::year_month_day(std::chrono::year(parts[0]),
                                       std::chrono::month(static_cast<unsigned>(parts[1])),
                                       std::chrono::day(static_cast<unsigned>(parts[2])))
        .ok();
  }

  const Json& object_;
  std::string prefix_;
  const std::string& file_;
  core::ErrorList& errors_;
};

/// A layer that lies above no other has no parents.
LayerSource layer_source(const Section& section, bool has_parents, std::vector<core::Finding>& findings) {
  if (has_parents)
    section.note_unknown_keys({"id", "name", "plural", "file", "code", "name_vi", "name_en", "layer", "crs",
                               "encoding", "approximate", "parent", "survey_parent", "parent_name_vi",
                               "parent_name_en", "codes_from", "parent_codes_from"},
                              findings);
  else
    section.note_unknown_keys({"id", "name", "plural", "file", "code", "name_vi", "name_en", "layer", "crs",
                               "encoding", "approximate", "codes_from"},
                              findings);
  const bool has_table = section.has("codes_from");
  LayerSource source{.file = section.needed_text("file"),
                     .code = has_table ? std::string() : section.needed_text("code"),
                     .name_vi = section.needed_text("name_vi"),
                     .name_en = section.text("name_en"),
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

constexpr std::array<std::string_view, 7> figure_names{
    "enterprises", "smes", "fdi_firms", "employees", "lq", "sector_share_pct", "district_share_pct"};

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
    section.note_unknown_keys({"file", "separator", "sheet", "encoding", "columns", "layout", "figure",
                               "ignore", "decimal", "not_published", "zero"},
                              findings);
    static_cast<ManifestTable&>(source) = table_source(section, {"unit_code", "period"});
    source.figure = section.needed_text("figure");
    if (!source.figure.empty() && std::ranges::find(figure_names, source.figure) == figure_names.end()) {
      std::string names;
      for (const std::string_view name : figure_names) names.append(names.empty() ? "" : ", ").append(name);
      section.complain("figure", source.figure + ", not one of: " + names);
    }
    source.ignore = section.texts("ignore");
  } else {
    section.note_unknown_keys(
        {"file", "separator", "sheet", "encoding", "columns", "layout", "decimal", "not_published", "zero"},
        findings);
    static_cast<ManifestTable&>(source) =
        table_source(section, {"unit_code", "sector_no", "period", "row_kind", "enterprises", "smes",
                               "fdi_firms", "employees", "lq", "sector_share_pct", "district_share_pct",
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
          table_source(*section, {"sector_no", "name_en", "name_vi", "manufacturing", "parent"});
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
    section.note_unknown_keys({"id", "vintage", "name", "levels", "crosswalk"}, findings);
    FrameSource frame{.id = section.needed_text("id"), .name = section.both_languages("name")};
    frame.vintage = section.date("vintage");
    for (const FrameSource& other : manifest.frames)
      if (other.id == frame.id) section.complain("id", frame.id + ", twice");
    if (section.require("levels"))
      for (const Section& level : list_of(section, "levels")) {
        level.note_unknown_keys({"id", "name", "plural", "units"}, findings);
        frame.levels.push_back(
            {level_info(level),
             table_part(level, "units", {"code", "name_vi", "name_en", "parent"}, findings)});
      }
    check_levels(section, "levels", frame.levels);
    frame.crosswalk = table_part(section, "crosswalk", {"from", "to", "weight", "kind"}, findings);
    manifest.frames.push_back(std::move(frame));
  }
}

void check_format(const Section& top) {
  if (const std::string format = top.needed_text("format"); !format.empty() && format != format_name)
    top.complain("format", format + ", not " + format_name);
  if (top.require("version") && top.at("version") != 1 && top.at("version") != newest_version)
    top.complain("version", quoted(top.at("version")) + ", not 1 or " + std::to_string(newest_version));
}

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
    put(json, "figure", table.figure);
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
  OrderedJson json{{"format", format_name}, {"version", newest_version}};
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
