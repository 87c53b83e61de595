/// \file comparison_page.h
/// The maps that a document compares (document/comparison.h) as panels of one page: each with its name, its outlines and its legend, or all under
/// one legend where their classes are the same. The page opens again in the comparison that it came from.
/// Errors:  those of make_figure_page.
#pragma once

#include <string>
#include <vector>

#include "vicinia/workspace/figures/figure_page.h"

namespace vicinia::workspace::inline figures {

/// What the maps have in common, and each of its own: sector, variable, period, rules.
struct ComparisonNames {
  std::string common{};  ///< "Textile and Garment – LQ, 2007"; where that is little, that maps are compared
  std::vector<std::string> maps{};  ///< [map]
};
[[nodiscard]] ComparisonNames comparison_names(const Document& document, Language language);

/// Whether all maps show one variable in classes with the same bounds, or in its categories, and no symbols of different sizes.
[[nodiscard]] core::Result<bool> have_one_legend(const Document& document);

/// Symbols on a map that is one of several on a page, as shares of their size on a map alone.
inline constexpr double compared_symbols_share = 0.6;

/// \pre map_count(document.view) > 1
[[nodiscard]] core::Result<gis::map::FigureSpec> make_comparison_page(const Document& document,
                                                                      const MapSources& sources,
                                                                      const Contiguity& contiguity,
                                                                      PageOptions page);

/// What the view shows, as on the screen: the compared maps, or the one that there is.
[[nodiscard]] core::Result<gis::map::FigureSpec> make_page_of_view(const Document& document,
                                                                   const MapSources& sources,
                                                                   const Contiguity& contiguity,
                                                                   const PageOptions& page);

}  // namespace vicinia::workspace::inline figures
