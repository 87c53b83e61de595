#include "web/page_values.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "maps/palette.h"
#include "vicinia/workspace/maps/choropleth.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/words/audit_words.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/variable_texts.h"
#include "web/both_languages.h"
#include "web/packed.h"

namespace vicinia::workspace::inline web {
namespace {

using core::Cell;
using core::CellState;
using core::admin::UnitIndex;

/// 'A' is the lowest class or category.
char letter_of_class(std::size_t position) { return static_cast<char>('A' + position); }
/// Of the same class around what is shown.
char faded_letter(char letter) { return static_cast<char>(letter - 'A' + 'a'); }

std::optional<std::size_t> class_of(const Choropleth& map, Variable variable, const Cell& cell) {
  if (core::values::info_of(variable).is_category())
    return cell.has_number() ? std::optional(static_cast<std::size_t>(cell.number()) - 1) : std::nullopt;
  if (cell.state() != CellState::value) return std::nullopt;
  return map.classes.class_of(cell.number());
}

char state_of(const Choropleth& map, Variable variable, const Cell& cell) {
  if (const auto position = class_of(map, variable, cell)) return letter_of_class(*position);
  switch (cell.state()) {
    case CellState::zero: return 'z';
    case CellState::undefined: return '?';
    case CellState::value:
    case CellState::not_published: break;
  }
  return '-';
}

/// What is not published around a province is plain land there, as in the window.
char state_around(char state) {
  if (state == 'z') return '~';
  return state >= 'A' && state <= 'Z' ? faded_letter(state) : '.';
}

char letter_of_row(const Choropleth& map, const LegendRow& row) {
  switch (row.kind) {
    case LegendRow::Kind::zero: return 'z';
    case LegendRow::Kind::undefined: return '?';
    case LegendRow::Kind::not_published: return '-';
    case LegendRow::Kind::category: return letter_of_class(static_cast<std::size_t>(row.lower) - 1);
    case LegendRow::Kind::value_class: break;
  }
  const auto at = std::ranges::find(map.classes.bounds, row.lower) - map.classes.bounds.begin();
  return letter_of_class(static_cast<std::size_t>(at));
}

/// Why a value is marked, in the words of the window's tooltip.
std::string reason(const core::Dataset& data, const Evidence& evidence, const IndicatorValue& value,
                   Variable variable, Language language) {
  if (core::values::measure_of(variable) && evidence.audit) {
    const DoubtfulValue& doubtful = value.rests_on.front();
    if (const auto* cell = evidence.audit->find(doubtful.unit, doubtful.sector, doubtful.measure))
      return contradicted_cell_text(evidence.audit->table(), *cell, language);
  }
  return rests_on_text(data, value.rests_on, language);
}

char letter_of(ValueOrigin origin) {
  switch (origin) {
    case ValueOrigin::printed: return 'p';
    case ValueOrigin::computed: return 'c';
    case ValueOrigin::reconstructed: return 'r';
    case ValueOrigin::estimated: return 'e';
    case ValueOrigin::none: break;
  }
  return '-';
}

/// Which of so many units; a star for all of them.
std::string packed_positions(const std::vector<std::size_t>& positions, std::size_t count) {
  return positions.size() == count ? "*" : packed_ascending(positions);
}

class ColumnMaker {
 public:
  ColumnMaker(const PageUnits& units, Document document)
      : units_(units), document_(std::move(document)), evidence_(evidence_of(document_)) {
    // What a map of the window takes from its sources: which units it draws.
    sources_.levels.resize(document_.data->dataset->frame.levels().size());
    for (const UnitIndex unit : units_.units) sources_.levels.at(units_.level.rank).units.push_back(unit);
  }

  [[nodiscard]] core::Result<Json> column() const {
    const auto map = make_choropleth(document_);
    if (!map) return core::fail(map.error());
    Json json;
    add_states(*map, json);
    add_values(*map, json);
    json["about"] = in_both([&](Language language) {
      std::string text = legend_subtitle(document_, language);
      if (const std::string merged = merged_classes_text(*map, language); !merged.empty())
        text += (text.empty() ? "" : "; ") + merged;
      return text;
    });
    json["legend"] = legend(*map);
    if (const auto around = around_entry(*map, Language::en))
      json["around"] =
          Json::array({css_fill(around->fill),
                       in_both([&](Language language) { return around_entry(*map, language)->label; })});
    // The page shows more than the place it opens at: whether areas are specks there is told by the scale.
    Document of_everything = document_;
    of_everything.view.extent.reset();
    if (const auto symbols = shown_symbols(of_everything, *map, sources_, Language::en))
      add_symbols(of_everything, *map, *symbols, json);
    return json;
  }

 private:
  [[nodiscard]] Variable variable() const { return document_.view.variable; }

  void add_states(const Choropleth& map, Json& json) const {
    std::string states(units_.units.size(), '.');
    const auto put = [&](UnitIndex unit, bool is_around) {
      const char state = state_of(map, variable(), map.values[unit].value);
      if (const auto position = units_.position[unit])
        states[*position] = is_around ? state_around(state) : state;
    };
    for (const UnitIndex unit : map.around) put(unit, true);
    for (const UnitIndex unit : map.units) put(unit, false);
    json["states"] = packed_runs(states);
  }

  void add_values(const Choropleth& map, Json& json) const {
    const core::Dataset& data = *document_.data->dataset;
    const bool is_category = core::values::info_of(variable()).is_category();
    NumbersInBoth values, ranges;
    std::vector<std::size_t> with_value, with_range;
    std::string origins;
    Json doubts = Json::array();
    for (std::size_t i = 0; i < units_.units.size(); ++i) {
      const IndicatorValue& value = map.values[units_.units[i]];
      if (value.value.has_number()) {
        with_value.push_back(i);
        origins += letter_of(value.origin);
        if (!is_category)
          values.add([&](Language language) { return variable_value_text(value, variable(), language); });
      }
      if (!variable_range_text(value, variable(), Language::en).empty()) {
        with_range.push_back(i);
        ranges.add([&](Language language) { return variable_range_text(value, variable(), language); });
      }
      if (!value.rests_on.empty())
        doubts.push_back(
            Json::array({i, value.doubt() == Doubt::contradicted ? 2 : 1, in_both([&](Language language) {
                           return reason(data, evidence_, value, variable(), language);
                         })}));
    }
    json["with_value"] = packed_positions(with_value, units_.units.size());
    if (!is_category && !with_value.empty()) json["values"] = values.json();
    json["origins"] = packed_runs(origins);
    if (!with_range.empty()) {
      json["with_range"] = packed_positions(with_range, units_.units.size());
      json["ranges"] = ranges.json();
    }
    if (!doubts.empty()) json["doubts"] = std::move(doubts);
  }

  [[nodiscard]] Json legend(const Choropleth& map) const {
    Json rows = Json::array();
    for (const LegendRow& row : map.legend) {
      if (row.is_empty() && row.kind != LegendRow::Kind::not_published) continue;  // as the window's
      Json entry = Json::array({std::string(1, letter_of_row(map, row)), css_fill(row.fill),
                                number_in_both([&](Language language) {
                                  return legend_label(row, map, document_.view, language);
                                }),
                                row.count});
      if (!map.around.empty()) entry.push_back(css_fill(faded(row.fill)));
      rows.push_back(std::move(entry));
    }
    return rows;
  }

  /// Sizes of all coloured units with a symbol, and how they are filled: by class as their areas, or each as it is said.
  void add_symbols(const Document& document, const Choropleth& map, const SymbolMap& symbols,
                   Json& json) const {
    const gis::map::ProportionalSymbolLayer& layer = symbols.layer;
    PackedNumbers sizes;
    std::vector<std::size_t> with_symbol;
    std::string fills;
    std::vector<std::string> palette;
    const bool by_class = !layer.class_values.empty();
    for (std::size_t i = 0; i < units_.units.size(); ++i) {
      if (layer.states[i] != gis::map::ValueState::value) continue;
      const gis::map::Marker marker = layer.symbol_of(layer.values[i]);
      with_symbol.push_back(i);
      sizes.add(static_cast<std::uint64_t>(std::llround(marker.size_mm * px_per_mm * 100)));
      const bool is_classed =
          by_class && class_of(map, variable(), map.values[units_.units[i]].value).has_value();
      const std::string fill = is_classed ? "class" : css_colour(marker.fill);
      const auto at = std::ranges::find(palette, fill);
      fills += static_cast<char>('a' + (at - palette.begin()));
      if (at == palette.end()) palette.push_back(fill);
    }
    Json rows = Json::array();
    std::optional<SymbolMap> in_vietnamese = shown_symbols(document, map, sources_, Language::vi);
    for (std::size_t i = 0; i < symbols.legend.size(); ++i) {
      const gis::map::LegendEntry& row = symbols.legend[i];
      rows.push_back(Json::array({std::round(row.marker.size_mm * px_per_mm * 100) / 100,
                                  css_colour(row.marker.fill), number_in_both([&](Language language) {
                                    return language == Language::vi ? in_vietnamese->legend[i].label
                                                                    : row.label;
                                  })}));
    }
    json["symbols"] = {
        {"sizes",
         {{"with_symbol", packed_positions(with_symbol, units_.units.size())}, {"sizes", sizes.text()}}},
        {"fills", palette},
        {"fill", packed_runs(fills)},
        {"edge", css_colour(layer.marker.edge.colour)},
        {"edge_width", std::round(layer.marker.edge.width_mm * px_per_mm * 100) / 100},
        {"name", Json::array({in_vietnamese->layer.name, layer.name})},
        {"legend", std::move(rows)}};
    if (!document.view.symbols)
      if (const auto beyond_m = specks_beyond_m(document, map)) json["symbols"]["beyond_m"] = *beyond_m;
  }

  const PageUnits& units_;
  Document document_;
  Evidence evidence_;
  MapSources sources_;
};

/// The one that is shown, then the published ones, then the others.
std::vector<Variable> in_order_of_need(const Document& document) {
  std::vector<Variable> variables;
  for (const VariableInfo& info : core::values::all_variables())
    if (availability_of(document, info.variable) == Availability::available)
      variables.push_back(info.variable);
  std::ranges::stable_sort(variables, {}, [&](Variable variable) {
    if (variable == document.view.variable) return 0;
    return core::values::info_of(variable).group == core::values::VariableGroup::published ? 1 : 2;
  });
  return variables;
}

}  // namespace

core::Result<PageValues> page_values(const Document& document, const PageUnits& units,
                                     const WebPageOptions& options, const core::Task& task) {
  PageValues page;
  page.columns = Json::array();
  std::map<Variable, std::vector<std::size_t>> columns_of;  // [sector]
  std::unordered_map<std::string, std::size_t> known;       // a variable that is the same in every sector
  std::unordered_map<std::string, std::size_t> known_sizes;
  page.sizes = Json::array();
  std::size_t bytes = 0;
  const std::vector<Variable> variables = in_order_of_need(document);
  const std::size_t sectors = document.data->dataset->sectors.size();
  for (std::size_t v = 0; v < variables.size(); ++v) {
    if (bytes > options.most_value_bytes) {
      page.left_out.push_back(variables[v]);
      continue;
    }
    for (core::industry::SectorIndex sector = 0; sector < sectors; ++sector) {
      if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
      task.at(static_cast<double>(v * sectors + sector) / static_cast<double>(variables.size() * sectors),
              "values");
      Document shown = document;
      shown.view.sector = sector;
      shown.view.variable = variables[v];
      shown.view.comparison = {};  // classes are the sector's own, whatever it is compared with
      auto column = ColumnMaker(units, std::move(shown)).column();
      if (!column) return core::fail(column.error());
      if (column->contains("symbols")) {  // sizes are those of the employees in most columns of a sector
        Json& sizes = (*column)["symbols"]["sizes"];
        const auto [at, is_new] = known_sizes.try_emplace(sizes.dump(), page.sizes.size());
        if (is_new) page.sizes.push_back(std::move(sizes));
        sizes = at->second;
      }
      std::string text = column->dump(-1, ' ', false, Json::error_handler_t::replace);
      const auto [at, is_new] = known.try_emplace(std::move(text), page.columns.size());
      if (is_new) {
        bytes += at->first.size();
        page.columns.push_back(*std::move(column));
      }
      columns_of[variables[v]].push_back(at->second);
    }
  }
  page.table = Json::array();
  for (core::industry::SectorIndex sector = 0; sector < sectors; ++sector) {
    Json row = Json::array();
    for (const auto& [variable, columns] : columns_of) row.push_back(columns[sector]);
    page.table.push_back(std::move(row));
  }
  for (const auto& one : columns_of) page.variables.push_back(one.first);
  return page;
}

}  // namespace vicinia::workspace::inline web
