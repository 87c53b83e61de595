#include "vicinia/workspace/web/web_page.h"

#include <cstdint>
#include <set>
#include <utility>

#include "base/phrase.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/outline_drawing.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"
#include "web/both_languages.h"
#include "web/packed.h"
#include "web/page_agglomerations.h"
#include "web/page_file.h"
#include "web/page_map.h"
#include "web/page_values.h"
#include "web/page_words.h"

namespace vicinia::workspace::inline web {
namespace {

struct PageData {
  Json json{};
  std::vector<Variable> left_out{};
  double tolerance_m = 0;
};

/// The words by which people abbreviate a class, before the name.
std::string_view abbreviation(core::names::UnitClasses classes) {
  namespace unit_class = core::names::unit_class;
  switch (classes) {
    case unit_class::urban_district: return "q";
    case unit_class::rural_district: return "h";
    case unit_class::town: return "tx";
    case unit_class::city: return "tp";
    case unit_class::township: return "tt";
    case unit_class::ward: return "p";
    case unit_class::commune: return "x";
    default: return "";
  }
}

/// What a text that is typed is compared with, with bars between: folded names in both languages, with the class, without it, and with its
/// abbreviation.
std::string search_keys(std::initializer_list<std::string_view> names) {
  std::set<std::string> known;
  std::string keys;
  const auto add = [&](const std::string& key) {
    if (!key.empty() && known.insert(key).second) keys += (keys.empty() ? "" : "|") + key;
  };
  for (const std::string_view name : names) {
    const core::names::FoldedName folded = core::names::take_apart(name);
    add(folded.whole);
    add(folded.bare);
    if (const std::string_view letters = abbreviation(folded.classes); !letters.empty())
      add(std::string(letters) + " " + folded.bare);
  }
  return keys;
}

Json units_json(const core::Dataset& data, const PageUnits& units) {
  Json codes = Json::array(), vi = Json::array(), en = Json::array(), keys = Json::array();
  std::string wholes;
  PackedNumbers whole;
  for (std::size_t i = 0; i < units.units.size(); ++i) {
    const core::admin::Unit& unit = data.frame[units.units[i]];
    codes.push_back(unit.code);
    vi.push_back(called(data.frame, units.units[i], Language::vi));
    en.push_back(called(data.frame, units.units[i], Language::en));
    keys.push_back(search_keys({unit.name_vi, unit.name_en}));
    whole.add(units.whole_position[i] ? *units.whole_position[i] + 1 : 0);
  }
  Json names = Json::array();
  for (const auto unit : units.wholes)
    names.push_back(
        Json::array({called(data.frame, unit, Language::vi), called(data.frame, unit, Language::en),
                     search_keys({data.frame[unit].name_vi, data.frame[unit].name_en})}));
  return {{"codes", std::move(codes)}, {"vi", std::move(vi)},   {"en", std::move(en)},
          {"keys", std::move(keys)},   {"whole", whole.text()}, {"wholes", std::move(names)}};
}

Json sectors_json(const core::Dataset& data) {
  Json sectors = Json::array();
  for (const core::industry::Sector& sector : data.sectors) {
    std::string keys = core::names::folded(sector.name_vi) + "|" + core::names::folded(sector.name_en);
    for (const std::string& alias : sector.aliases) keys += "|" + core::names::folded(alias);
    sectors.push_back(Json::array(
        {sector.code, name_of(sector, Language::vi), name_of(sector, Language::en), std::move(keys)}));
  }
  return sectors;
}

Json variables_json(const Document& document, const std::vector<Variable>& variables) {
  const core::Provenance& provenance = document.data->dataset->provenance;
  Json json = Json::array();
  for (const Variable variable : variables) {
    const VariableInfo& info = core::values::info_of(variable);
    Document of_variable = document;
    of_variable.view.variable = variable;
    json.push_back(
        {{"id", info.id},
         {"group", in_both([&](Language language) { return variable_group_name(info.group, language); })},
         {"name", in_both([&](Language language) { return variable_name(provenance, variable, language); })},
         {"short",
          in_both([&](Language language) { return variable_short_name(provenance, variable, language); })},
         {"about",
          in_both([&](Language language) { return variable_definition(provenance, variable, language); })},
         {"period", in_both([&](Language language) { return shown_period_in_title(of_variable, language); })},
         {"published", info.group == core::values::VariableGroup::published},
         {"category", info.is_category()}});
  }
  return json;
}

Json notes_json(const Document& document) {
  const core::Dataset& data = *document.data->dataset;
  const auto notes = [&](Language language) {
    std::vector<std::string> list;
    if (document.view.treatment != core::values::Treatment::as_printed)
      list.push_back(Phrase{"Số liệu bị mâu thuẫn: ", "Contradicted values: "}.in(language) +
                     treatment_text(document.view.treatment, language));
    for (std::string& note : provenance_notes(data, language)) list.push_back(std::move(note));
    return list;
  };
  return in_both(notes);
}

core::Result<PageData> page_data(const Document& of_window, const Contiguity& contiguity,
                                 const WebPageOptions& options, const core::Task& task) {
  Document document = of_window;
  document.view.cartogram = false;  // the page draws areas
  const core::Dataset& data = *document.data->dataset;
  const PageUnits units = page_units(data);
  auto map = page_map(document, contiguity, units, options.most_vertices, task);
  if (!map) return core::fail(map.error());
  auto values = page_values(document, units, options, task);
  if (!values) return core::fail(values.error());
  auto agglomerations = page_agglomerations(document, contiguity, units, task);
  if (!agglomerations) return core::fail(agglomerations.error());

  const auto shown = std::ranges::find(values->variables, document.view.variable);
  PageData page{.left_out = values->left_out, .tolerance_m = map->tolerance_m};
  page.json = {{"format", 1},
               {"language", std::string(code_of(options.language))},
               {"words", page_words(data)},
               {"title", in_both([&](Language language) { return pick(data.provenance.title, language); })},
               {"survey", in_both([&](Language language) { return pick(data.provenance.survey, language); })},
               {"notes", notes_json(document)},
               {"sector", document.view.sector},
               {"variable", shown == values->variables.end() ? 0 : shown - values->variables.begin()},
               {"outlines", shows_outlines(document.view)},
               {"labels", document.view.labels}};
  if (document.view.province)
    page.json["place"] =
        in_both([&](Language language) { return called(data.frame, *document.view.province, language); });
  if (const auto unit = document.view.selected.current())
    if (const auto position = units.position[*unit]) page.json["unit"] = *position;
  if (!values->left_out.empty())
    page.json["left_out"] = in_both([&](Language language) {
      std::string names;
      for (const Variable variable : values->left_out)
        names += (names.empty() ? "" : "; ") + variable_name(data.provenance, variable, language);
      return names;
    });
  page.json["units"] = units_json(data, units);
  page.json["sectors"] = sectors_json(data);
  page.json["variables"] = variables_json(document, values->variables);
  page.json["columns"] = std::move(values->columns);
  page.json["sizes"] = std::move(values->sizes);
  page.json["table"] = std::move(values->table);
  page.json["agglomerations"] = *std::move(agglomerations);
  page.json["map"] = std::move(map->json);
  return page;
}

}  // namespace

core::Result<Json> web_page_data(const Document& document, const Contiguity& contiguity,
                                 const WebPageOptions& options, const core::Task& task) {
  return page_data(document, contiguity, options, task).map([](PageData page) {
    return std::move(page.json);
  });
}

std::string text_for_script(const Json& json) {
  const std::string plain = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string text;
  text.reserve(plain.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const std::string_view rest = std::string_view(plain).substr(i);
    if (plain[i] == '<' || plain[i] == '>' || plain[i] == '&') {
      text += plain[i] == '<' ? "\\u003c" : plain[i] == '>' ? "\\u003e" : "\\u0026";
    } else if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
      text += rest.starts_with("\u2028") ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      text += plain[i];
    }
  }
  return text;
}

std::string text_for_html(std::string_view text) {
  std::string escaped;
  for (const char sign : text) switch (sign) {
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '&': escaped += "&amp;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += sign;
    }
  return escaped;
}

std::string left_out_text(const Document& document, const WebPage& page, Language language) {
  if (page.left_out.empty()) return {};
  std::string names;
  for (const Variable variable : page.left_out)
    names +=
        (names.empty() ? "" : "; ") + variable_name(document.data->dataset->provenance, variable, language);
  return Phrase{"Để trang không quá lớn, {n} chỉ tiêu không có trong đó: {names}.",
                "To keep the page small, {n} variables are not in it: {names}."}
      .in(language, {{"{n}", count_text(page.left_out.size(), language)}, {"{names}", names}});
}

core::Result<WebPage> make_web_page(const Document& document, const Contiguity& contiguity,
                                    const WebPageOptions& options, const core::Task& task) {
  const auto data = page_data(document, contiguity, options, task);
  if (!data) return core::fail(data.error());
  const std::string title = shown_text(document, options.language);
  auto html = page_file(options.language, title, text_for_script(data->json));
  if (!html) return core::fail(html.error());
  return WebPage{*std::move(html), data->left_out, data->tolerance_m};
}

core::Result<WebPage> write_web_page(const std::filesystem::path& file, const Document& document,
                                     const Contiguity& contiguity, const WebPageOptions& options,
                                     const core::Task& task) {
  auto page = make_web_page(document, contiguity, options, task);
  if (!page) return page;
  if (const core::Status ok = gis::files::write_file(file, page->html); !ok) return core::fail(ok.error());
  return page;
}

}  // namespace vicinia::workspace::inline web
