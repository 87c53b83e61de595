/// \file figure_builder.h
/// From a document to the figure that the engine draws, in one language, before a template has its say (figure_page.h).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::workspace::inline figures {

struct FigureOptions {
  std::filesystem::path file{};
  gis::map::FigureFormat format = gis::map::FigureFormat::pdf;
  double dpi = 300.0;
  bool landscape = false;
  std::optional<gis::map::Page> page{};  ///< of a template; else A4
  /// The classes are those of several maps together, found by this method: the legend says so and keeps those that are empty here.
  std::optional<core::stats::ClassMethod> common_classes{};
  Language language = Language::vi;
  std::string title{};     ///< empty: sector and measure
  std::string subtitle{};  ///< empty: the province, or the survey
  std::string date{};      ///< ISO 8601, when it was made; empty: today
};

/// By extension: .pdf, .svg, .png, .tif or .tiff, .qgz. Errors: UnsupportedFormat.
[[nodiscard]] core::Result<gis::map::FigureFormat> figure_format_of(const std::filesystem::path& file);

[[nodiscard]] gis::map::FigureSpec make_figure_spec(const Document& document, const Choropleth& choropleth,
                                                    const MapSources& sources, const FigureOptions& options);

/// Source, vintage, denominator, boundary note, data hash: one paragraph each. For figures and the status line.
[[nodiscard]] std::vector<std::string> provenance_notes(const core::Dataset& dataset, Language language);
/// The same in one line.
[[nodiscard]] std::string provenance_line(const core::Dataset& dataset, Language language);

}  // namespace vicinia::workspace::inline figures
