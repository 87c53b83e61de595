/// \file chart.h
/// A chart of one view before it is drawn: what stands where, in which colour and with which name, made once for window, figure and
/// table, so that all show the same. The colours are those of the classes on the map.
/// Shapes:  bars highest first, or in the order of the sectors; points in the order of the frame; bins ascending.
/// Units:   those of the variables; cumulated shares in [0, 1].
/// Missing: who has no value is not drawn, and counted in `without_value`; zero is drawn.
/// Errors:  InvalidArgument with field "chart" where why_no_chart() tells; those of values_of.
/// Cost:    that of the values of two variables, of one for each sector or period; O(units log units).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/values/value.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::workspace::inline charts {

/// Its ends are ticks, which stand `step` apart from 0.
struct ChartAxis {
  std::string title{};
  double low = 0, high = 1, step = 1;
  int decimals = 0;                  ///< of the ticks
  std::vector<std::string> names{};  ///< of 0, 1, 2 …; none: numbers
  std::optional<double> pivot{};     ///< where more is divided from less: an LQ of 1
};

/// Whom a bar, a point or a line stands for.
struct ChartSubject {
  std::optional<core::admin::UnitIndex> unit{};
  std::optional<core::industry::SectorIndex> sector{};  ///< of a profile
  std::string name{};                                   ///< with the province where it needs one
};

struct ChartBar {
  ChartSubject subject{};
  IndicatorValue value{};
  gis::map::Colour fill{};
};
struct ChartBars {
  std::vector<ChartBar> bars{};
  std::size_t more = 0;  ///< that have a value, and are too many to be shown
};

struct ChartBubble {
  ChartSubject subject{};
  IndicatorValue x{}, y{};
  IndicatorValue size{};  ///< no value where all are as large
  gis::map::Colour fill{};
};
struct ChartBubbles {
  std::vector<ChartBubble> bubbles{};  ///< the largest first: smaller ones lie above
  double largest = 0;                  ///< of the sizes; 0: all are as large
};

struct ChartBin {
  double low = 0, high = 0;  ///< low ≤ value < high; all are as wide
  std::size_t count = 0;
};
/// What lies between two class breaks, in the colour of the class.
struct ChartBand {
  double low = 0, high = 0;
  gis::map::Colour fill{};
};
struct ChartHistogram {
  std::vector<ChartBin> bins{};
  std::vector<ChartBand> bands{};
  std::vector<double>
      breaks{};  ///< inner bounds of the classes, ascending; the pivot, where it is one, stays where it is
};

struct ChartCurve {
  ChartSubject subject{};
  struct Point {
    double x = 0, y = 0;
    IndicatorValue value{};  ///< of lines over time
    ChartSubject at{};       ///< of a Lorenz curve: whose unit ends here
  };
  std::vector<Point> points{};  ///< a period without a value has none: the line has a gap there
  gis::map::Colour colour{};
};
struct ChartCurves {
  std::vector<ChartCurve> curves{};
  bool has_diagonal = false;  ///< of a Lorenz curve: where the sector is spread like all employment
};

struct Chart {
  ChartKind kind = ChartKind::ranking;
  Variable variable =
      Variable::location_quotient;  ///< that is charted: of profiles and lines a printed measure
  std::string title{}, subtitle{};
  std::vector<std::string>
      notes{};         ///< how many have no value, what is too much to be shown, what the size is
  ChartAxis x{}, y{};  ///< of bars, y has the names
  std::variant<ChartBars, ChartBubbles, ChartHistogram, ChartCurves> content{};
  std::size_t without_value = 0;
};

/// Bars and lines at most; of bubbles and bins there is no limit.
struct ChartLimits {
  std::size_t bars = 25, curves = 12;
};
[[nodiscard]] core::Result<Chart> make_chart(const Document& document, const Choropleth& choropleth,
                                             Language language, const ChartLimits& limits = {});

/// Why there is no chart of this kind, and what to do: one sentence; empty where there is one.
[[nodiscard]] std::string why_no_chart(const Document& document, const Choropleth& choropleth,
                                       Language language);

/// What is drawn, a row each; columns by kind: unit_code, unit_vi, unit_en, sector_no … as the other tables have them, then what is drawn.
[[nodiscard]] ValueTable chart_table(const Chart& chart, const core::Dataset& data);

/// "Ranking", "Bubbles", "Histogram" …
[[nodiscard]] std::string chart_kind_name(ChartKind kind, Language language);
/// What one bar, bubble or point says when it is pointed at: one line each.
[[nodiscard]] std::vector<std::string> bar_text(const Chart& chart, const ChartBar& bar, Language language);
[[nodiscard]] std::vector<std::string> bubble_text(const Document& document, const ChartBubble& bubble,
                                                   Language language);
[[nodiscard]] std::string bin_text(const ChartBin& bin, Language language);
[[nodiscard]] std::vector<std::string> curve_point_text(const Chart& chart, const Document& document,
                                                        const ChartCurve& curve,
                                                        const ChartCurve::Point& point, Language language);

/// Which bin a value is counted in; nullopt: none.
[[nodiscard]] std::optional<std::size_t> bin_of(const ChartHistogram& histogram, double value);

/// Who stands in a rectangle of a chart of bubbles, ends included; in the order of the frame.
[[nodiscard]] std::vector<core::admin::UnitIndex> units_within(const ChartBubbles& bubbles, double x_low,
                                                               double x_high, double y_low, double y_high);

/// Breaks after the one at `index` was moved to `value`, rounded as the variable is: between its neighbours, which it never passes.
[[nodiscard]] std::vector<double> with_moved_break(std::vector<double> breaks, std::size_t index,
                                                   double value, int decimals);

}  // namespace vicinia::workspace::inline charts
