// A web page holds what the window shows: the same values, classes and agglomerations of every sector and variable, lines that are shared, and
// no text that could become a program.
#include "vicinia/workspace/web/web_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "fixture.h"
#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"
#include "vicinia/workspace/maps/choropleth.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace {
namespace {

using core::CellState;
using core::admin::UnitIndex;
using nlohmann::ordered_json;
using testing::HasSubstr;
using testing::Not;

// As page.js reads them: written again, so that a mistake on either side shows.
class Numbers {
 public:
  explicit Numbers(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] bool more() const { return at_ < text_.size(); }
  std::uint64_t next() {
    static const std::string signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::uint64_t number = 0;
    for (int shift = 0;; shift += 5) {
      const std::uint64_t sign = signs.find(text_.at(at_++));
      number |= (sign & 31) << shift;
      if (sign < 32) return number;
    }
  }
  std::int64_t next_signed() {
    const std::uint64_t number = next();
    return static_cast<std::int64_t>(number >> 1) ^ -static_cast<std::int64_t>(number & 1);
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

std::vector<std::size_t> ascending(const ordered_json& json, const char* key, std::size_t count = 0) {
  std::vector<std::size_t> numbers;
  if (!json.contains(key)) return numbers;
  if (json[key] == "*") {
    numbers.resize(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
  }
  Numbers packed(json[key]);
  for (std::size_t last = 0; packed.more();) numbers.push_back(last += packed.next());
  return numbers;
}

std::string runs(const std::string& text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size();) {
    const char letter = text[i++];
    std::size_t count = 0;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') count = count * 10 + (text[i++] - '0');
    letters.append(std::max<std::size_t>(count, 1), letter);
  }
  return letters;
}

std::string exchanged(std::string text) {
  for (char& sign : text) sign = sign == '.' ? ',' : sign == ',' ? '.' : sign;
  return text;
}

std::string said(const ordered_json& text, Language language) {
  if (text.is_array()) return text[language == Language::vi ? 0 : 1];
  return language == Language::vi ? exchanged(text) : std::string(text);
}

std::vector<std::string> said_in_a_row(const ordered_json& json, const char* key, Language language) {
  std::vector<std::string> texts;
  if (!json.contains(key)) return texts;
  std::istringstream all(said(json[key], language));
  for (std::string text; std::getline(all, text, '|');) texts.push_back(text);
  return texts;
}

using Line = std::vector<std::pair<std::int64_t, std::int64_t>>;

std::vector<Line> arcs_of(const ordered_json& map) {
  std::vector<Line> arcs;
  Numbers packed(map["arcs"]);
  std::int64_t start_x = 0, start_y = 0;
  while (packed.more()) {
    Line line(packed.next());
    std::int64_t x = start_x, y = start_y;
    for (auto& [to_x, to_y] : line) {
      to_x = x += packed.next_signed();
      to_y = y += packed.next_signed();
    }
    std::tie(start_x, start_y) = line.front();
    arcs.push_back(std::move(line));
  }
  return arcs;
}

/// [unit][ring][arc · 2 + backwards]
std::vector<std::vector<std::vector<std::size_t>>> rings_of(const ordered_json& map, std::size_t units) {
  std::vector<std::vector<std::vector<std::size_t>>> shapes(units);
  Numbers packed(map["rings"]);
  std::int64_t last = 0;
  for (auto& rings : shapes) {
    rings.resize(packed.next());
    for (auto& ring : rings) {
      ring.resize(packed.next());
      for (std::size_t& arc : ring) arc = static_cast<std::size_t>(last += packed.next_signed());
    }
  }
  EXPECT_FALSE(packed.more());
  return shapes;
}

struct Page {
  Document document;
  Contiguity contiguity;
  ordered_json json;
};

Page page_of(const std::shared_ptr<const OpenDataset>& data, const WebPageOptions& options = {}) {
  Document document{data, {}};
  auto contiguity = Contiguity::build(*data->dataset);
  EXPECT_TRUE(contiguity);
  auto json = web_page_data(document, *contiguity, options);
  EXPECT_TRUE(json) << error_text(json.error(), Language::en);
  return {std::move(document), *std::move(contiguity), *std::move(json)};
}

std::vector<std::shared_ptr<const OpenDataset>> some_data() {
  const std::filesystem::path folder = VICINIA_TEST_DATA_DIR;
  return {vietnam_2007(), mini(), opened(folder / "matrix-long")};
}

std::string hex(const gis::map::Colour& colour) {
  char text[8] = {};
  std::snprintf(text, sizeof text, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
  return text;
}

char expected_state(const Choropleth& map, Variable variable, UnitIndex unit) {
  const core::Cell cell = map.values[unit].value;
  if (core::values::info_of(variable).is_category())
    return cell.has_number() ? static_cast<char>('A' + static_cast<int>(cell.number()) - 1) : '-';
  switch (cell.state()) {
    case CellState::not_published: return '-';
    case CellState::zero: return 'z';
    case CellState::undefined: return '?';
    case CellState::value: break;
  }
  const auto position = map.classes.class_of(cell.number());
  return position ? static_cast<char>('A' + *position) : '!';
}

void expect_as_on_the_map(const Document& document, const ordered_json& column,
                          const std::vector<UnitIndex>& units) {
  const Variable variable = document.view.variable;
  const auto map = make_choropleth(document);
  const auto values = values_of(document, variable);
  ASSERT_TRUE(map);
  ASSERT_TRUE(values);
  const std::string states = runs(column["states"]), origins = runs(column["origins"]);
  ASSERT_EQ(states.size(), units.size());
  const auto with_value = ascending(column, "with_value", units.size()),
             with_range = ascending(column, "with_range", units.size());
  std::vector<std::size_t> wanted, wanted_ranges, wanted_doubts;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const IndicatorValue& value = (*values)[units[i]];
    EXPECT_EQ(states[i], expected_state(*map, variable, units[i])) << i;
    if (value.value.has_number()) wanted.push_back(i);
    if (!variable_range_text(value, variable, Language::en).empty()) wanted_ranges.push_back(i);
    if (!value.rests_on.empty()) wanted_doubts.push_back(i);
  }
  EXPECT_EQ(with_value, wanted);
  EXPECT_EQ(with_range, wanted_ranges);
  ASSERT_EQ(origins.size(), wanted.size());
  std::vector<std::size_t> doubts;
  for (const auto& doubt : column.value("doubts", ordered_json::array())) {
    doubts.push_back(doubt[0]);
    EXPECT_EQ(doubt[1] == 2, (*values)[units[doubt[0].get<std::size_t>()]].doubt() == Doubt::contradicted);
    EXPECT_NE(said(doubt[2], Language::vi), "");
  }
  EXPECT_EQ(doubts, wanted_doubts);
  for (const Language language : {Language::vi, Language::en}) {
    const auto texts = said_in_a_row(column, "values", language),
               ranges = said_in_a_row(column, "ranges", language);
    ASSERT_EQ(ranges.size(), with_range.size());
    for (std::size_t i = 0; i < ranges.size(); ++i)
      EXPECT_EQ(ranges[i], variable_range_text((*values)[units[with_range[i]]], variable, language));
    ASSERT_EQ(texts.size(), core::values::info_of(variable).is_category() ? 0 : with_value.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
      EXPECT_EQ(texts[i], variable_value_text((*values)[units[with_value[i]]], variable, language));
  }
  // The legend: its rows in their order, with their counts and colours.
  std::size_t row = 0;
  for (const LegendRow& wanted_row : map->legend) {
    if (wanted_row.is_empty() && wanted_row.kind != LegendRow::Kind::not_published) continue;
    ASSERT_LT(row, column["legend"].size());
    const ordered_json& entry = column["legend"][row++];
    EXPECT_EQ(entry[3], wanted_row.count);
    const auto letter = entry[0].get<std::string>().front();
    EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(states, letter)), wanted_row.count);
    for (const Language language : {Language::vi, Language::en})
      EXPECT_EQ(said(entry[2], language), legend_label(wanted_row, *map, document.view, language));
    if (wanted_row.fill.pattern == gis::map::FillPattern::hatched) {
      EXPECT_EQ(entry[1], ordered_json({hex(wanted_row.fill.colour), hex(wanted_row.fill.background)}));
    } else {
      EXPECT_EQ(entry[1], hex(wanted_row.fill.colour));
    }
  }
  EXPECT_EQ(row, column["legend"].size());
}

TEST(WebPage, HasTheValueStateAndClassOfEveryUnitSectorAndVariableAsOnTheMap) {
  for (const auto& data : some_data()) {
    const Page page = page_of(data);
    const auto units = data->dataset->frame.at_level(core::finest_level(*data->dataset));
    ASSERT_EQ(page.json["units"]["codes"].size(), units.size());
    std::set<std::string> variables;
    for (std::size_t v = 0; v < page.json["variables"].size(); ++v)
      variables.insert(page.json["variables"][v]["id"]);
    for (const VariableInfo& info : core::values::all_variables())
      EXPECT_EQ(variables.contains(std::string(info.id)),
                availability_of(page.document, info.variable) == Availability::available)
          << info.id;
    for (std::size_t sector = 0; sector < data->dataset->sectors.size(); ++sector)
      for (std::size_t v = 0; v < page.json["variables"].size(); ++v) {
        Document shown = page.document;
        shown.view.sector = sector;
        shown.view.variable =
            *core::values::variable_by_id(page.json["variables"][v]["id"].get<std::string>());
        SCOPED_TRACE(data->folder.filename().string() + " " + data->dataset->sectors[sector].code + " " +
                     page.json["variables"][v]["id"].get<std::string>());
        expect_as_on_the_map(shown, page.json["columns"][page.json["table"][sector][v].get<std::size_t>()],
                             units);
      }
  }
}

TEST(WebPage, HasTheSymbolsOfTheMapAndTheScaleAtWhichTheyGo) {
  const Page page = page_of(vietnam_2007());
  const core::Dataset& data = *page.document.data->dataset;
  MapSources sources;
  sources.levels.resize(data.frame.levels().size());
  auto& units = sources.levels.back().units = data.frame.at_level(core::finest_level(data));
  std::size_t with_symbols = 0;
  for (std::size_t sector = 0; sector < data.sectors.size(); ++sector)
    for (std::size_t v = 0; v < page.json["variables"].size(); ++v) {
      Document shown = page.document;
      shown.view.sector = sector;
      shown.view.variable = *core::values::variable_by_id(page.json["variables"][v]["id"].get<std::string>());
      const auto map = make_choropleth(shown);
      ASSERT_TRUE(map);
      const auto wanted = shown_symbols(shown, *map, sources, Language::en);
      const ordered_json& column = page.json["columns"][page.json["table"][sector][v].get<std::size_t>()];
      ASSERT_EQ(column.contains("symbols"), wanted.has_value()) << sector << " " << v;
      if (!wanted) continue;
      ++with_symbols;
      const ordered_json& symbols = column["symbols"];
      const ordered_json& sizes = page.json["sizes"][symbols["sizes"].get<std::size_t>()];
      Numbers packed(sizes["sizes"]);
      const auto with_symbol = ascending(sizes, "with_symbol", units.size());
      std::size_t next = 0;
      for (std::size_t i = 0; i < units.size(); ++i) {
        if (wanted->layer.states[i] != gis::map::ValueState::value) continue;
        ASSERT_LT(next, with_symbol.size());
        EXPECT_EQ(with_symbol[next++], i);
        EXPECT_NEAR(static_cast<double>(packed.next()) / 100,
                    wanted->layer.symbol_of(wanted->layer.values[i]).size_mm * 96 / 25.4, 0.01);
      }
      EXPECT_EQ(next, with_symbol.size());
      EXPECT_EQ(symbols["legend"].size(), wanted->legend.size());
      const double beyond_m = symbols["beyond_m"];
      for (const double share : {0.99, 1.01}) {
        shown.view.extent = gis::map::Extent{0, 0, share * beyond_m, share * beyond_m / 2};
        EXPECT_EQ(areas_are_too_small(shown, *map), share > 1);
      }
    }
  EXPECT_GT(with_symbols, 100u);
}

TEST(WebPage, HasTheAgglomerationsOfEverySector) {
  const Page page = page_of(vietnam_2007());
  const core::Dataset& data = *page.document.data->dataset;
  const auto units = data.frame.at_level(core::finest_level(data));
  for (std::size_t sector = 0; sector < data.sectors.size(); ++sector) {
    Document shown = page.document;
    shown.view.sector = sector;
    const auto reports = find_agglomerations(shown, page.contiguity);
    ASSERT_TRUE(reports);
    const auto lines = agglomeration_lines(data, page.contiguity, *reports);
    const ordered_json& list = page.json["agglomerations"]["sectors"][sector]["list"];
    ASSERT_EQ(list.size(), reports->size());
    for (std::size_t i = 0; i < reports->size(); ++i) {
      std::vector<UnitIndex> members;
      for (const std::size_t position : ascending(list[i], "members")) members.push_back(units[position]);
      EXPECT_TRUE(std::ranges::equal(members, (*reports)[i].found.members));
      EXPECT_EQ(list[i].contains("crosses"), (*reports)[i].provinces.size() > 1);
      EXPECT_EQ(list[i].contains("doubt"), !(*reports)[i].rests_on.empty());
      EXPECT_EQ(said(list[i]["employees"], Language::vi),
                cell_text((*reports)[i].found.sums.employees, 0, Language::vi));
      EXPECT_EQ(said(list[i]["lq"], Language::en), interval_text((*reports)[i].pooled.lq, 2, Language::en));
      std::set<std::size_t> border;
      for (const auto arc : lines[i].border) border.insert(arc.arc);
      EXPECT_TRUE(std::ranges::equal(ascending(list[i], "border"), border));
    }
  }
}

TEST(WebPage, HasEachBorderOnceAndRingsThatClose) {
  for (const auto& data : some_data()) {
    const Page page = page_of(data);
    const auto arcs = arcs_of(page.json["map"]);
    const auto shapes = rings_of(page.json["map"], page.json["units"]["codes"].size());
    EXPECT_EQ(arcs.size(), page.contiguity.topology().arcs().size());
    EXPECT_EQ(runs(page.json["map"]["kinds"]).size(), arcs.size());
    // Nodes stay where they are, but for the grid.
    const auto extent = data->extent.value_or(full_extent(*data->dataset));
    const double step_m = page.json["map"]["step_m"];
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      const auto points = page.contiguity.topology().points_of(page.contiguity.topology().arcs()[i]);
      for (const auto& [at, point] :
           {std::pair{arcs[i].front(), points.front()}, {arcs[i].back(), points.back()}}) {
        EXPECT_LE(std::abs(extent.min_x + static_cast<double>(at.first) * step_m - point.x()), 0.51 * step_m);
        EXPECT_LE(std::abs(extent.max_y - static_cast<double>(at.second) * step_m - point.y()),
                  0.51 * step_m);
      }
    }
    std::set<Line> known;
    for (const Line& line : arcs) {
      const bool is_new = known.insert(std::min(line, Line(line.rbegin(), line.rend()))).second;
      EXPECT_TRUE(is_new || line.size() == 2) << "two straight lines may join the same corners of the grid";
    }
    std::map<std::size_t, std::vector<bool>> used;
    for (const auto& rings : shapes)
      for (const auto& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
          const auto end_of = [&](std::size_t arc) {
            return arc & 1 ? arcs[arc / 2].front() : arcs[arc / 2].back();
          };
          const auto start_of = [&](std::size_t arc) {
            return arc & 1 ? arcs[arc / 2].back() : arcs[arc / 2].front();
          };
          EXPECT_EQ(end_of(ring[i]), start_of(ring[(i + 1) % ring.size()]));
          used[ring[i] / 2].push_back(ring[i] & 1);
        }
    EXPECT_EQ(used.size(), arcs.size());
    for (const auto& [arc, directions] : used) {
      ASSERT_LE(directions.size(), 2u);
      EXPECT_TRUE(directions.size() == 1 || directions[0] != directions[1])
          << arc << ": neighbours run along it in turn";
    }
  }
}

TEST(WebPage, IsTheSameForTheSameInputAndSmall) {
  const auto data = vietnam_2007();
  const auto contiguity = Contiguity::build(*data->dataset);
  ASSERT_TRUE(contiguity);
  const auto page = make_web_page({data, {}}, *contiguity),
             again = make_web_page({vietnam_2007(), {}}, *contiguity);
  ASSERT_TRUE(page);
  ASSERT_TRUE(again);
  EXPECT_TRUE(page->html == again->html);
  EXPECT_LT(page->html.size(), 3'000'000u);
  EXPECT_TRUE(page->left_out.empty());
}

TEST(WebPage, AsksForNothingAndRunsNothingButItsOwn) {
  const auto data = mini();
  const auto page = make_web_page({data, {}}, *Contiguity::build(*data->dataset));
  ASSERT_TRUE(page);
  EXPECT_THAT(page->html, HasSubstr("default-src &#39;none&#39;"));
  EXPECT_THAT(page->html, Not(HasSubstr("unsafe-")));
  std::string html = page->html;
  const std::string svg = "http://www.w3.org/2000/svg";  // the name of what is drawn, not an address
  html.erase(html.find(svg), svg.size());
  for (const char* loaded : {" src=", " href=", "url(http", "@import", "://"})
    EXPECT_THAT(html, Not(HasSubstr(loaded)));
}

TEST(WebPage, KeepsWithinItsLimits) {
  const Page fine = page_of(vietnam_2007());
  const Page coarse = page_of(vietnam_2007(), {.most_vertices = 6000});
  const auto vertices = [](const Page& page) {
    std::size_t count = 0;
    for (const Line& line : arcs_of(page.json["map"])) count += line.size();
    return count;
  };
  ASSERT_GT(vertices(fine), 6000u);
  EXPECT_LT(vertices(coarse), vertices(fine));
  EXPECT_LT(coarse.json["map"]["zoom"], fine.json["map"]["zoom"]);
  EXPECT_GE(coarse.json["map"]["zoom"], 1);

  const auto data = vietnam_2007();
  Document document{data, {}};
  document.view.variable = Variable::sme_share;
  const auto contiguity = Contiguity::build(*data->dataset);
  const auto page = make_web_page(document, *contiguity, {.most_value_bytes = 1});
  ASSERT_TRUE(page);
  EXPECT_FALSE(page->left_out.empty());
  EXPECT_EQ(std::ranges::count(page->left_out, Variable::sme_share), 0) << "what is shown is in it";
  EXPECT_THAT(left_out_text(document, *page, Language::en), HasSubstr("Location quotient (LQ)"));
}

TEST(WebPage, OfAProvinceColoursItAndFadesWhatLiesAround) {
  const auto data = vietnam_2007();
  Document document{data, {}};
  document.view.province = data->dataset->frame.find("79");
  ASSERT_TRUE(document.view.province);
  const auto json = web_page_data(document, *Contiguity::build(*data->dataset));
  ASSERT_TRUE(json);
  const std::string states = runs((*json)["columns"][(*json)["table"][0][0].get<std::size_t>()]["states"]);
  const auto units = data->dataset->frame.at_level(core::finest_level(*data->dataset));
  std::size_t faded = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool is_within = data->dataset->frame.parent(units[i]) == document.view.province;
    EXPECT_EQ(std::string_view(".~abcdefghijklmnopqrst").find(states[i]) == std::string_view::npos,
              is_within);
    if (states[i] >= 'a' && states[i] <= 't') ++faded;
  }
  EXPECT_GT(faded, 0u);
  EXPECT_FALSE(ascending((*json)["map"], "place").empty()) << "its border stands out";
  EXPECT_THAT(
      (*json)["columns"][(*json)["table"][0][0].get<std::size_t>()]["around"][1][1].get<std::string>(),
      HasSubstr("around it"));
  EXPECT_TRUE((*json)["map"]["islands"].empty()) << "they belong to a map of the country";
}

/// Letters, and what could end a text, an element, a line or the encoding.
rc::Gen<std::string> hostile_text() {
  const auto piece = rc::gen::element<std::string>(
      "</script>", "<!--", "-->", "<script>alert(1)</script>", "\"", "'", "\\", "\u2028", "\u2029", "&lt;",
      "&", "]]>", "{{data}}", "{{", "}}", "\n", "\t", std::string(1, '\0'), "\x7f", "|",
      "<img src=x onerror=alert(1)>", "javascript:", "Đồng Nai", "\u202e", "\u200b", "😀", "x");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& one : pieces) text += one;
                        return text;
                      });
}

RC_GTEST_PROP(WebPage, TextsOfStrangersStayTexts, ()) {
  const std::string text = *hostile_text();
  const std::string script = text_for_script(ordered_json{{text, text}});
  for (const char* sign : {"<", ">", "&", "\u2028", "\u2029", "\n"})
    RC_ASSERT(script.find(sign) == std::string::npos);
  RC_ASSERT(ordered_json::parse(script) == ordered_json({{text, text}}));
  const std::string html = text_for_html(text);
  for (const char sign : {'<', '>', '"', '\''}) RC_ASSERT(html.find(sign) == std::string::npos);
}

TEST(WebPage, OfBytesThatAreNoTextIsStillAPage) {
  EXPECT_NO_THROW((void)text_for_script(ordered_json{{"name", "\xff\xfe broken"}}));
}

RC_GTEST_PROP(WebPage, NamesOfStrangersAreNoPartOfItsProgram, ()) {
  static const auto honest = mini();
  auto data = std::make_shared<OpenDataset>(*honest);
  auto dataset = std::make_shared<core::Dataset>(*honest->dataset);
  std::vector<core::admin::Unit> units = dataset->frame.units();
  for (core::admin::Unit& unit : units) unit.name_vi = unit.name_en = *hostile_text();
  for (core::industry::Sector& sector : dataset->sectors) sector.name_vi = sector.name_en = *hostile_text();
  dataset->provenance.title.vi = dataset->provenance.source.en = *hostile_text();
  const auto frame = core::admin::Frame::from_units(units, dataset->frame.levels());
  RC_ASSERT(frame.has_value());
  dataset->frame = *frame;
  data->dataset = dataset;
  const auto page = make_web_page({data, {}}, *Contiguity::build(*dataset));
  RC_ASSERT(page.has_value());
  const auto count = [&](const std::string& what) {
    std::size_t number = 0;
    for (std::size_t at = page->html.find(what); at != std::string::npos; at = page->html.find(what, at + 1))
      ++number;
    return number;
  };
  RC_ASSERT(count("<script") == 2u);
  RC_ASSERT(count("</script") == 2u);
  RC_ASSERT(count("<!--") == 0u);
  const std::string opening = "id=\"data\">";
  const std::size_t from = page->html.find(opening) + opening.size();
  const auto json = ordered_json::parse(page->html.substr(from, page->html.find("</script>", from) - from));
  const auto listed = dataset->frame.at_level(core::finest_level(*dataset));
  for (std::size_t i = 0; i < listed.size(); ++i)
    RC_ASSERT(json["units"]["vi"][i] == dataset->frame[listed[i]].name_vi);
}

}  // namespace
}  // namespace vicinia::workspace
