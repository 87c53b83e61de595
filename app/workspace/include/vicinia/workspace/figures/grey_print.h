/// \file grey_print.h
/// Can the classes of a map still be told apart when it is printed in grey? Compares CIE lightness, which is what is left of a colour.
#pragma once

#include <string>
#include <vector>

#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::workspace::inline figures {

/// CIE L*, 0 (black) to 100 (white).
[[nodiscard]] double lightness(const gis::map::Colour& colour);

/// Two rows of a legend that look alike in grey: positions in the legend.
struct GreyPair {
  std::size_t first = 0, second = 0;
  friend bool operator==(const GreyPair&, const GreyPair&) = default;
};
/// Among solid fills of classes that hold units, and zero; a hatch is known by its lines.
[[nodiscard]] std::vector<GreyPair> alike_in_grey(const std::vector<LegendRow>& legend);

/// One sentence that names the first two, or empty.
[[nodiscard]] std::string grey_print_warning(const Document& document, const Choropleth& choropleth,
                                             Language language);

/// A page of a series as its readers call it.
struct NamedPage {
  std::string name{};
  const Document* document = nullptr;
};
/// Of many pages: the warning of the first that has one, with its name and number, and how many others have one; or empty.
/// Cost: one choropleth for each page.
[[nodiscard]] std::string grey_print_warning(const std::vector<NamedPage>& pages, Language language);

}  // namespace vicinia::workspace::inline figures
