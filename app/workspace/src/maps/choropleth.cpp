#include "vicinia/workspace/maps/choropleth.h"

#include "vicinia/workspace/maps/cartogram.h"

#include <algorithm>
#include <cmath>

#include "base/phrase.h"
#include "maps/palette.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline maps {
namespace {

using core::Cell;
using core::CellState;
using core::admin::Level;
using gis::map::Fill;
using gis::map::FillPattern;

std::vector<core::admin::UnitIndex> coloured_units(const Document& document, Level level) {
  const core::admin::Frame& frame = document.data->dataset->frame;
  const auto whole = document.view.province;
  if (!whole) return frame.at_level(level);
  return frame[*whole].level < level ? frame.within(*whole, level) : std::vector{*whole};
}

std::vector<gis::map::Colour> class_colours(const core::stats::Classes& classes, const View& view) {
  if (classes.size() == 0) return {};  // nothing is published
  const std::optional<double> pivot = core::values::info_of(view.variable).pivot;
  if (!pivot) return palette_colours(view.palette(), 0, classes.size());
  const auto below = static_cast<std::size_t>(std::ranges::count_if(
      classes.bounds.begin() + 1, classes.bounds.end(), [&](double b) { return b <= *pivot; }));
  const std::size_t low = std::min(below, classes.size());
  return palette_colours(view.palette(), low, classes.size() - low);
}

/// Highest first; what cannot be told comes last, though its number is the highest.
void add_categories(const Choropleth& map, core::values::Variable variable, std::vector<LegendRow>& rows) {
  const std::vector<Fill> fills = category_fills(variable);
  for (std::size_t i = fills.size(); i-- > 0;) {
    const auto number = static_cast<double>(i + 1);
    const auto count = static_cast<std::size_t>(std::ranges::count_if(
        map.units, [&](core::admin::UnitIndex unit) { return map.values[unit].value == Cell::of(number); }));
    const auto elsewhere = static_cast<std::size_t>(std::ranges::count_if(
        map.around, [&](core::admin::UnitIndex unit) { return map.values[unit].value == Cell::of(number); }));
    rows.push_back({LegendRow::Kind::category, number, number + 1, fills[i], count, elsewhere});
  }
  if (fills.back().pattern == FillPattern::hatched) std::ranges::rotate(rows, rows.begin() + 1);
}

/// Units in each class.
std::vector<std::size_t> counts_of(const Choropleth& map, const std::vector<core::admin::UnitIndex>& units) {
  std::vector<std::size_t> counts(map.classes.size());
  for (const core::admin::UnitIndex unit : units)
    if (const Cell cell = map.values[unit].value; cell.state() == CellState::value)
      if (const auto at = map.classes.class_of(cell.number())) ++counts[*at];
  return counts;
}

/// One row per class, then one for each other state that a unit is in; "not published" always.
std::vector<LegendRow> make_legend(const Choropleth& map, const View& view) {
  std::vector<LegendRow> rows;
  if (core::values::info_of(view.variable).is_category()) add_categories(map, view.variable, rows);
  const auto colours = class_colours(map.classes, view);
  const auto shown = counts_of(map, map.units), around = counts_of(map, map.around);
  for (std::size_t c = map.classes.size(); c-- > 0;)
    rows.push_back({LegendRow::Kind::value_class,
                    map.classes.bounds[c],
                    map.classes.bounds[c + 1],
                    {FillPattern::solid, colours[c], {}},
                    shown[c],
                    around[c]});
  const auto count = [&](CellState state) {
    return static_cast<std::size_t>(std::ranges::count_if(
        map.units, [&](core::admin::UnitIndex unit) { return map.values[unit].value.state() == state; }));
  };
  if (const std::size_t zeros = count(CellState::zero))
    rows.push_back({LegendRow::Kind::zero, 0, 0, {FillPattern::solid, palette::zero, {}}, zeros});
  if (const std::size_t undefined = count(CellState::undefined))
    rows.push_back({LegendRow::Kind::undefined,
                    0,
                    0,
                    {FillPattern::hatched, palette::undefined_line, palette::undefined_ground},
                    undefined});
  rows.push_back({LegendRow::Kind::not_published,
                  0,
                  0,
                  {FillPattern::hatched, palette::hatch_line, palette::hatch_ground},
                  count(CellState::not_published)});
  return rows;
}

/// Bounds as a legend writes them: with the decimals that tell them apart; where some are tiny, these as powers of ten, so that no legend
/// says "0.000 – < 0.000".
class BoundTexts {
 public:
  BoundTexts(const core::stats::Classes& classes, int least_decimals, Language language)
      : decimals_(std::max(least_decimals, classes.decimals)), language_(language) {
    has_tiny_ = decimals_ > most_plain_decimals && std::ranges::any_of(classes.bounds, is_tiny);
    for (digits_ = 1; has_tiny_ && digits_ < most_digits; ++digits_) {
      decimals_ = std::max(least_decimals, digits_ + 2);
      if (std::ranges::adjacent_find(classes.bounds, [&](double a, double b) {
            return a < b && (*this)(a) == (*this)(b);
          }) == classes.bounds.end())
        break;
    }
  }
  std::string operator()(double number) const {
    return has_tiny_ && is_tiny(number)
               ? power_of_ten_text(number, digits_, language_)
               : number_text(number, has_tiny_ && number == 0 ? 0 : decimals_, language_);
  }

 private:
  static constexpr int most_plain_decimals = 4, most_digits = 15;
  static bool is_tiny(double number) { return number != 0 && std::abs(number) < 0.0005; }
  int decimals_, digits_ = 1;
  Language language_;
  bool has_tiny_ = false;
};

}  // namespace

gis::map::Fill faded(gis::map::Fill fill) {
  constexpr double kept =
      0.38;  // of the difference to the land around: told from the province at once, and still told apart
  for (gis::map::Colour* const colour : {&fill.colour, &fill.background}) {
    const auto mixed = [](std::uint8_t own, std::uint8_t land) {
      return static_cast<std::uint8_t>(std::lround(kept * own + (1 - kept) * land));
    };
    *colour = {mixed(colour->red, palette::outside.red), mixed(colour->green, palette::outside.green),
               mixed(colour->blue, palette::outside.blue), colour->alpha};
  }
  return fill;
}

std::optional<gis::map::LegendEntry> around_entry(const Choropleth& choropleth, Language language) {
  const auto shown =
      std::ranges::find_if(choropleth.legend, [](const LegendRow& row) { return row.elsewhere > 0; });
  if (shown == choropleth.legend.end() || choropleth.cartogram) return std::nullopt;
  return gis::map::LegendEntry{
      .fill = faded(shown->fill),
      .label =
          Phrase{"xung quanh: cùng các lớp, màu nhạt", "around it: the same classes, faded"}.in(language)};
}

namespace {

/// Appends the numbers of the other maps that share the classes of the first: of the units that it shows.
core::Status add_numbers_of_others(const Document& document, const Choropleth& map,
                                   std::vector<double>& numbers) {
  for (std::size_t other = 1; other < map_count(document.view); ++other) {
    const Document shown = document_of(document, other);
    if (shown.view.variable != document.view.variable) continue;
    const auto values = values_of(shown, shown.view.variable);
    if (!values) return core::fail(values.error());
    for (const auto* units : {&map.units, &map.around})
      for (const core::admin::UnitIndex unit : *units)
        if (const Cell cell = (*values)[unit].value; cell.state() == CellState::value)
          numbers.push_back(cell.number());
  }
  return {};
}

}  // namespace

core::Result<Choropleth> make_choropleth(const Document& document) {
  const View& view = document.view;
  Choropleth map;
  map.level = core::finest_level(*document.data->dataset);
  map.units = coloured_units(document, map.level);
  map.availability = availability_of(document, view.variable);
  auto values = values_of(document, view.variable);
  if (!values) return core::fail(values.error());
  map.values = *std::move(values);

  if (view.province && !view.own_classes) {
    std::vector<bool> is_coloured(document.data->dataset->frame.size());
    for (const core::admin::UnitIndex unit : map.units) is_coloured[unit] = true;
    map.around = document.data->dataset->frame.at_level(map.level);
    std::erase_if(map.around, [&](core::admin::UnitIndex unit) { return is_coloured[unit]; });
  }
  std::vector<double> numbers;
  for (const auto* units : {&map.units, &map.around})
    for (const core::admin::UnitIndex unit : *units)
      if (const Cell cell = map.values[unit].value; cell.state() == CellState::value)
        numbers.push_back(cell.number());
  const core::values::VariableInfo& info = core::values::info_of(view.variable);
  if (pools_classes(view) && !info.is_category())
    if (auto ok = add_numbers_of_others(document, map, numbers); !ok) return core::fail(ok.error());
  if (!numbers.empty() && !info.is_category()) {
    const Classification& wanted = view.classification();
    auto classes = core::stats::classify(numbers, {.method = wanted.method,
                                                   .classes = wanted.classes,
                                                   .pivot = info.pivot,
                                                   .decimals = info.decimals,
                                                   .manual_breaks = wanted.manual_breaks});
    if (!classes) return core::fail(classes.error());
    map.classes = std::move(*classes);
  }
  map.legend = make_legend(map, view);
  if (view.cartogram) {
    auto cartogram = make_cartogram(document, map);
    if (!cartogram) return core::fail(cartogram.error());
    map.cartogram = std::move(*cartogram);
  }
  return map;
}

std::string legend_label(const LegendRow& row, const Choropleth& choropleth, const View& view,
                         Language language) {
  const core::values::VariableInfo& info = core::values::info_of(view.variable);
  const BoundTexts text(choropleth.classes, info.decimals, language);
  switch (row.kind) {
    case LegendRow::Kind::not_published: return not_published_text(language);
    case LegendRow::Kind::undefined: return undefined_text(language);
    case LegendRow::Kind::zero: return number_text(0, info.decimals, language);
    case LegendRow::Kind::category:
      return category_name(view.variable, static_cast<std::size_t>(row.lower), language);
    case LegendRow::Kind::value_class: break;
  }
  // The last two bounds may be equal; the class below them then ends before that value.
  const bool is_highest = row.lower == choropleth.classes.bounds[choropleth.classes.bounds.size() - 2];
  if (is_highest && text(row.lower) == text(row.upper)) return text(row.lower);
  const std::string dash = " – ";
  if (is_highest) return text(row.lower) + dash + text(row.upper);
  if (info.is_count() && !info.pivot) {
    const double last = row.upper - 1;
    return last <= row.lower ? text(row.lower) : text(row.lower) + dash + text(last);
  }
  return text(row.lower) + dash + "<\u2009" + text(row.upper);
}

std::vector<std::string> class_bound_texts(const Choropleth& choropleth, const View& view,
                                           Language language) {
  const BoundTexts text(choropleth.classes, core::values::info_of(view.variable).decimals, language);
  std::vector<std::string> texts;
  for (const double bound : choropleth.classes.bounds) texts.push_back(text(bound));
  return texts;
}

std::string legend_title(const Document& document, Language language) {
  return variable_name(document.data->dataset->provenance, document.view.variable, language);
}

std::string merged_classes_text(const Choropleth& choropleth, Language language) {
  const core::stats::Classes& classes = choropleth.classes;
  if (classes.merged == 0) return {};
  return Phrase{"gộp {n} trong {m} lớp vì các giá trị trùng nhau",
                "{n} of {m} classes merged because values coincide"}
      .in(language, {{"{n}", std::to_string(classes.merged)},
                     {"{m}", std::to_string(classes.merged + classes.size())}});
}

std::string legend_subtitle(const Document& document, Language language,
                            std::optional<core::stats::ClassMethod> common) {
  const View& view = document.view;
  const core::values::VariableInfo& info = core::values::info_of(view.variable);
  if (const Availability why = availability_of(document, view.variable); why != Availability::available)
    return availability_text(why, language);
  std::vector<std::string> parts;
  if (!info.is_category()) {
    std::string method = method_name(common.value_or(view.classification().method), language);
    const bool is_manual = common.value_or(view.classification().method) == core::stats::ClassMethod::manual;
    if ((common || pools_classes(view)) && !is_manual)
      method += Phrase{" của mọi bản đồ", " of all maps"}.in(language);
    else if (view.province && !is_manual)
      method += view.own_classes ? Phrase{" của riêng nơi này", " of this place alone"}.in(language)
                                 : Phrase{" của cả nước", " of the whole country"}.in(language);
    parts.push_back(method);
    if (info.pivot)
      parts.push_back(Phrase{"tách tại {n}", "split at {n}"}.in(
          language, {{"{n}", number_text(*info.pivot, 0, language)}}));
  }
  if (const std::string periods = change_text(document, language); !periods.empty()) parts.push_back(periods);
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace vicinia::workspace::inline maps
