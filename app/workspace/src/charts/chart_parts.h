/// \file chart_parts.h
/// What the kinds of charts have in common while they are made.
#pragma once

#include <string>
#include <vector>

#include "vicinia/workspace/charts/chart.h"

namespace vicinia::workspace::inline charts {

/// What a chart is made from.
struct ChartSource {
  const Document& document;
  const Choropleth& choropleth;
  Language language;
  ChartLimits limits{};
  [[nodiscard]] const core::Dataset& data() const { return *document.data->dataset; }
  [[nodiscard]] const View& view() const { return document.view; }
  [[nodiscard]] std::string name_of_variable(Variable variable) const;
  /// "Textile and Garment", "Textile and Garment – Bình Dương"
  [[nodiscard]] std::string where() const;
  [[nodiscard]] ChartSubject subject(core::admin::UnitIndex unit) const;
  /// As the legend has it; of what is in no class, grey.
  [[nodiscard]] gis::map::Colour colour_of(const IndicatorValue& value) const;
  [[nodiscard]] std::string without_value_note(std::size_t count) const;
};

/// Lines that are told apart, by eyes without red or green too (Okabe and Ito 2008).
[[nodiscard]] gis::map::Colour line_colour(std::size_t line);
/// The shown variable, where it is a printed measure; else the LQ: what every sector and every period has.
[[nodiscard]] Variable printed_variable(const View& view);
/// Coloured units that have a number, highest first; of equal ones in the order of the frame.
[[nodiscard]] std::vector<core::admin::UnitIndex> highest_first(
    const std::vector<core::admin::UnitIndex>& units, const std::vector<IndicatorValue>& values);

[[nodiscard]] core::Result<Chart> ranking_chart(const ChartSource& from);
[[nodiscard]] core::Result<Chart> profile_chart(const ChartSource& from);
[[nodiscard]] core::Result<Chart> bubble_chart(const ChartSource& from);
[[nodiscard]] core::Result<Chart> histogram_chart(const ChartSource& from);
[[nodiscard]] core::Result<Chart> lorenz_chart(const ChartSource& from);
/// Over all periods, or, of slopes, in two.
[[nodiscard]] core::Result<Chart> period_chart(const ChartSource& from);

}  // namespace vicinia::workspace::inline charts
