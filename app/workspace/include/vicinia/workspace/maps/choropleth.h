/// \file choropleth.h
/// The map of one view before it is drawn: values, classes, colours and legend, made once and shared by canvas, legend,
/// value and table, so that all show the same.
/// Shapes:  values [unit of the frame]; `units` lists the positions of the units that are coloured.
/// Missing: units without a published value are "not published", drawn hatched and counted as such.
/// Classes: where compared maps share theirs (document/comparison.h), those of the values of all of them.
/// Errors:  those of values_of and classify. No value at all is no error: every unit is "not published".
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/stats/classification.h"
#include "vicinia/core/values/value.h"
#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline maps {

struct LegendRow {
  enum class Kind { value_class, category, zero, not_published, undefined } kind = Kind::value_class;
  double lower = 0, upper = 0;  ///< of a class; of a category, its number and the next
  gis::map::Fill fill{};
  std::size_t count = 0;  ///< units of the coloured level in this entry
  std::size_t elsewhere =
      0;  ///< and of them outside the province that is shown, where they are in its classes
  [[nodiscard]] bool is_empty() const { return count + elsewhere == 0; }
};

struct Cartogram;

struct Choropleth {
  core::admin::Level level{};  ///< of the coloured units
  std::vector<core::admin::UnitIndex>
      units{};  ///< coloured: of the level, and of the unit that is shown alone, if one is chosen
  std::vector<core::admin::UnitIndex>
      around{};  ///< the others of the level, in the same classes; none where the classes are those of a province alone
  std::vector<core::values::Value> values{};  ///< [unit]
  core::values::Availability availability =
      core::values::Availability::available;  ///< of the variable: without it nothing has a value
  core::stats::Classes classes{};
  std::vector<LegendRow>
      legend{};  ///< highest class or category first, then what cannot be told, zero, undefined, not published
  std::shared_ptr<const Cartogram> cartogram{};  ///< circles in place of areas; null: areas
};

[[nodiscard]] core::Result<Choropleth> make_choropleth(const Document& document);

/// As it is drawn around the province that is shown.
[[nodiscard]] gis::map::Fill faded(gis::map::Fill fill);
/// The row that says so; nullopt where nothing around has a value.
[[nodiscard]] std::optional<gis::map::LegendEntry> around_entry(const Choropleth& choropleth,
                                                                Language language);

/// "1.0 – 1.7", "≥ 4.7", "0", "not published" …
[[nodiscard]] std::string legend_label(const LegendRow& row, const Choropleth& choropleth, const View& view,
                                       Language language);
/// The bounds of its classes, ascending, as the legend writes them: for a legend that is a strip of colours.
[[nodiscard]] std::vector<std::string> class_bound_texts(const Choropleth& choropleth, const View& view,
                                                         Language language);
/// "2 of 5 classes merged because values coincide"; empty where none are.
[[nodiscard]] std::string merged_classes_text(const Choropleth& choropleth, Language language);
[[nodiscard]] std::string legend_title(const Document& document, Language language);
/// Method of classification, and where a pivot splits it; the periods that a change is between; why there is nothing. `common`: the method by which the classes of several maps together were found.
[[nodiscard]] std::string legend_subtitle(const Document& document, Language language,
                                          std::optional<core::stats::ClassMethod> common = {});

}  // namespace vicinia::workspace::inline maps
