/// \file view.h
/// What of the data set is looked at, and how: plain values, small, copied freely.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/agglomeration/contiguity.h"
#include "vicinia/core/indicators/grades/schemes.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/core/stats/classification.h"
#include "vicinia/core/topology/border_match.h"
#include "vicinia/core/values/evidence.h"
#include "vicinia/core/values/variable.h"
#include "vicinia/gis/map/map_spec.h"
#include "vicinia/workspace/document/chart_settings.h"
#include "vicinia/workspace/document/comparison.h"
#include "vicinia/workspace/document/palettes.h"
#include "vicinia/workspace/document/selection.h"

namespace vicinia::workspace::inline document {

/// How values become classes. Kept for each variable, so that going back and forth loses nothing.
struct Classification {
  core::stats::ClassMethod method = core::stats::ClassMethod::quantile;
  std::size_t classes = 5;
  std::vector<double> manual_breaks{};  ///< inner bounds, ascending; method manual only
  friend bool operator==(const Classification&, const Classification&) = default;
};

/// Five quantiles; of probabilities, the limits that are usual in tests: 0.001, 0.01, 0.05, 0.1.
[[nodiscard]] Classification default_classification(core::values::Variable variable);
[[nodiscard]] std::array<Classification, core::values::variable_count> default_classifications();

/// Borders further apart than this are never matched.
inline constexpr double max_tolerance_m = core::topology::furthest_match_m;

using AgglomerationSettings = core::agglomeration::Settings;

/// What a change touched: views redraw only what concerns them. `period` is the one that is shown, or the one that change is counted from.
struct Touched {
  bool dataset = false, sector = false, variable = false, classification = false, province = false,
       period = false, selection = false, extent = false, labels = false, agglomerations = false,
       outlines = false, symbols = false, cartogram = false, own_rule = false, palette = false,
       treatment = false, kept_selections = false, notes = false, chart = false, comparison = false;
  /// Something that changes the colours.
  [[nodiscard]] bool colours() const {
    return dataset || sector || variable || classification || province || period || palette || treatment ||
           cartogram;
  }
  /// Something that changes which agglomerations there are.
  [[nodiscard]] bool membership() const { return dataset || sector || period || agglomerations || treatment; }
  [[nodiscard]] bool anything() const { return *this != Touched{}; }
  friend bool operator==(const Touched&, const Touched&) = default;
};

struct View {
  std::string frame{};  ///< id of the frame that the values are shown in; empty: that of the data set
  std::size_t sector_level =
      0;  ///< of sectors that are parts of others, 1 the coarsest; 0: the one that the data set is opened with
  core::industry::SectorIndex sector = 0;
  core::industry::PeriodIndex period = 0;
  std::optional<core::industry::PeriodIndex>
      base_period{};  ///< that change is counted from, before `period`; nullopt: the one before
  core::values::Variable variable = core::values::Variable::location_quotient;
  std::array<Classification, core::values::variable_count> classifications =
      default_classifications();  ///< [variable]
  PaletteChoice palettes{};
  std::optional<core::admin::UnitIndex>
      province{};  ///< only the parts of this province, or other unit of a coarser level, are coloured
  bool own_classes = false;  ///< of `province` alone; else its classes are those of the whole country
  Selection selected{};
  std::vector<KeptSelection> kept_selections{};  ///< by name, each once
  std::optional<gis::map::Extent> extent{};      ///< metres; nullopt: everything
  bool labels = true;
  AgglomerationSettings agglomerations{};
  bool outlines = true;  ///< of the agglomerations, over the map and on figures
  /// In proportion to the shown quantity, or to the employees, over the areas; nullopt: where these are too small to be seen
  /// (maps/symbol_map.h).
  std::optional<bool> symbols{};
  bool cartogram = false;                        ///< circles in place of areas (maps/cartogram.h)
  core::indicators::grades::OwnRule own_rule{};  ///< the user's own grade; without thresholds there is none
  core::values::Treatment treatment =
      core::values::Treatment::as_printed;  ///< of values that the audit contradicts
  ChartSettings chart{};
  std::string notes{};      ///< of whoever works here, for themselves and their colleagues
  Comparison comparison{};  ///< with other maps

  /// nullopt: there is no period before.
  [[nodiscard]] std::optional<core::industry::PeriodIndex> base_of_change() const {
    return base_period || period == 0 ? base_period : std::optional(period - 1);
  }
  [[nodiscard]] const Classification& classification() const {
    return classifications[static_cast<std::size_t>(variable)];
  }
  [[nodiscard]] Classification& classification() {
    return classifications[static_cast<std::size_t>(variable)];
  }
  [[nodiscard]] Palette palette() const { return palettes.of(variable); }
  friend bool operator==(const View&, const View&) = default;
};

/// What a data set has to show first: the location quotient, unless it neither prints one nor is complete for several sectors; a list of counts
/// would be a map of nothing.
[[nodiscard]] core::values::Variable first_variable(const core::Dataset& data);

/// A field of the view that is one plain value (yes or no, a number, a text): comparing, undoing, saving, opening, carrying over to other data,
/// and what the window hears of it follow from its entry below. Fields that stand for units, sectors or rules of a data set are described in
/// src/document/view_fields.cpp.
template <class Value>
struct PlainField {
  std::string_view key;  ///< in a view file
  Value View::*member;
  bool Touched::*touches;
  bool is_always_written = false;  ///< else only where it is not the default
};
template <class Value>
PlainField(std::string_view, Value View::*, bool Touched::*, bool = false) -> PlainField<Value>;
inline constexpr std::tuple plain_fields{
    PlainField{"own_classes", &View::own_classes, &Touched::classification},
    PlainField{"labels", &View::labels, &Touched::labels, true},
    PlainField{"outlines", &View::outlines, &Touched::outlines, true},
    PlainField{"symbols", &View::symbols, &Touched::symbols},
    PlainField{"cartogram", &View::cartogram, &Touched::cartogram},
    PlainField{"notes", &View::notes, &Touched::notes},
};

}  // namespace vicinia::workspace::inline document
