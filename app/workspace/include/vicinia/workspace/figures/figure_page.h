/// \file figure_page.h
/// A whole page for a report from a document: the map as it is on the screen, everything that stands around it, in one
/// language or in both, on the page of a template. Window and terminal make their figures here.
/// Errors:  those of make_choropleth and find_agglomerations; UnknownName for a template, whose detail lists those that there are.
#pragma once

#include <filesystem>
#include <string>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::workspace::inline figures {

struct PageOptions {
  FigureOptions figure{};                 ///< its `landscape` counts where no template is named
  bool second_language = false;           ///< title, legend and notes in the other language too
  std::string template_id{};              ///< "a4-portrait" …, or empty
  std::filesystem::path template_file{};  ///< a .qpt of the user, absolute; wins over the page of template_id
  bool zoom_insets = false;       ///< where the data are (zoom_areas.h); only on a map of the whole country
  bool overview = false;          ///< where the map does not show the whole country
  gis::map::FigureChart chart{};  ///< drawn already, from the same view
  bool graticule = false;
  bool north_arrow = true;
  bool table = false;  ///< of the agglomerations shown
};

[[nodiscard]] core::Result<gis::map::FigureSpec> make_figure_page(const Document& document,
                                                                  const MapSources& sources,
                                                                  const Contiguity& contiguity,
                                                                  const PageOptions& options);

/// The names of the templates, for help and messages: "a4-portrait, a4-landscape, …".
[[nodiscard]] std::string figure_template_names();

/// The agglomerations of the map, largest first: members, provinces, employees, pooled LQ.
/// Says what the sign means, where a cell of the table has one (indicators/standing_text.h).
void add_mark_footnote(gis::map::FigureSpec& figure, Language language);

[[nodiscard]] gis::map::FigureTable agglomerations_on_figure(const Document& document,
                                                             const std::vector<AgglomerationReport>& reports,
                                                             Language language);

/// One figure of two that differ in their language only: texts of `second` stand below or behind those of `first`.
[[nodiscard]] gis::map::FigureSpec bilingual(gis::map::FigureSpec first, const gis::map::FigureSpec& second);

}  // namespace vicinia::workspace::inline figures
