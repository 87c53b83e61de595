/// \file figure_pages.h
/// What is exported at once, as pages with names: one map, several that are compared, a series, small maps on one page, a brief. Window and terminal number,
/// name and make their pages here, so that the one shows what the other writes.
/// Errors:  those of series_items and brief_pages; of page(), those of make_figure_page.
/// Threads: never changed once made; page() may be called from any thread.
/// Cost:    of() a choropleth or a list of agglomerations for each page at most; page() what one figure costs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "vicinia/gis/map/series_spec.h"
#include "vicinia/workspace/figures/comparison_page.h"
#include "vicinia/workspace/figures/figure_series.h"

namespace vicinia::workspace::inline figures {

enum class FigureKind : std::uint8_t {
  map,         ///< the document as it is; of compared maps the first
  comparison,  ///< the compared maps on one page
  series,      ///< a page for each sector, province or agglomeration
  multiples,   ///< the same as small maps on one page, under the same classes
  brief        ///< a page for each province and each sector
};

struct FigureWish {
  FigureKind kind = FigureKind::map;
  SeriesOptions series{};  ///< of a series and of small maps
  Language language = Language::vi;
  friend bool operator==(const FigureWish&, const FigureWish&) = default;
};

/// What a file or folder of them all may be called: "textile-and-garment-lq", "sectors-lq", "brief".
[[nodiscard]] std::string file_stem_of(const Document& document, const FigureWish& wish);

class FigurePages {
 public:
  /// The contiguity is that of the document's data and tolerance.
  [[nodiscard]] static core::Result<FigurePages> lay_out(const Document& document,
                                                         std::shared_ptr<const Contiguity> contiguity,
                                                         const FigureWish& wish);

  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::string& name(std::size_t page) const {
    return names_[page];
  }  ///< empty: of one map
  [[nodiscard]] const std::string& file_stem(std::size_t page) const { return stems_[page]; }
  /// What the page shows; of small maps the first.
  [[nodiscard]] const Document& document(std::size_t page) const;
  /// Of a series, small maps or a brief: the first that loses classes when printed in grey, and how many others do; or empty.
  [[nodiscard]] std::string grey_warning() const;
  /// A title of the user's own that all pages of a series of sectors would share is followed by the sector's name.
  [[nodiscard]] core::Result<gis::map::FigureSpec> page(std::size_t page, const MapSources& sources,
                                                        PageOptions options) const;

 private:
  FigureWish wish_;
  std::shared_ptr<const Contiguity> contiguity_;
  Document document_;
  std::vector<SeriesItem> items_;  ///< of a series and of small maps
  std::vector<BriefPage> brief_;
  std::vector<std::string> names_, stems_;
};

/// Of a PDF that holds several pages: its title (empty: that of the data), author, subject. Its pages are left to the client.
[[nodiscard]] gis::map::SeriesSpec about_series(const core::Dataset& dataset, Language language,
                                                const std::string& title, const std::filesystem::path& file);

}  // namespace vicinia::workspace::inline figures
