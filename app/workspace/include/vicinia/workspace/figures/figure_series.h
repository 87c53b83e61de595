/// \file figure_series.h
/// Many figures of one kind: one for each sector, province or agglomeration, under the same classes and at the same scale when
/// asked; or as small maps on one page. A page is a document of its own, so that it can be opened again like any figure.
/// Errors:  those of make_figure_page; NoValues where same classes are asked for and nothing is published.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/workspace/figures/figure_page.h"
#include "vicinia/workspace/tables/province_sheet.h"

namespace vicinia::workspace::inline figures {

enum class SeriesPer : std::uint8_t { sector, province, agglomeration };

struct SeriesOptions {
  SeriesPer per = SeriesPer::sector;
  bool same_classes = false;
  bool same_scale = false;  ///< sectors have it anyway
  friend bool operator==(const SeriesOptions&, const SeriesOptions&) = default;
};

struct SeriesItem {
  Document document{};
  std::string name{};      ///< as it stands above a small map
  std::string subtitle{};  ///< of its page; empty: as on any figure
  std::optional<core::stats::ClassMethod>
      common_classes{};     ///< by which those of all items together were found
  std::string file_stem{};  ///< "03-wood-processing": sorts as the pages do, and is a file name anywhere
};

[[nodiscard]] core::Result<std::vector<SeriesItem>> series_items(const Document& document,
                                                                 const Contiguity& contiguity,
                                                                 const SeriesOptions& options,
                                                                 Language language);

/// One of them as a page.
[[nodiscard]] core::Result<gis::map::FigureSpec> make_series_page(const SeriesItem& item,
                                                                  const MapSources& sources,
                                                                  const Contiguity& contiguity,
                                                                  PageOptions page);

/// All of them on one page, without names of places, under one legend. \pre the items have the same classes
[[nodiscard]] core::Result<gis::map::FigureSpec> make_multiples_page(const std::vector<SeriesItem>& items,
                                                                     const MapSources& sources,
                                                                     const Contiguity& contiguity,
                                                                     PageOptions page);

/// Lower case, without diacritics, joined by hyphens; never empty, never a path.
[[nodiscard]] std::string file_stem_of(std::string_view name);

/// A page of a brief: of a province, the sectors that its districts are specialised in and with whom it shares agglomerations; of a
/// sector, its agglomerations.
struct BriefPage {
  Document document{};
  std::string title_vi{}, title_en{};
  std::optional<core::admin::UnitIndex> province{};
  std::shared_ptr<const AllSectors> sectors{};  ///< the same for all pages
};
/// Of every province that figures are published for, then of every sector.
/// Errors: those of find_agglomerations. Cost: one search for agglomerations a sector.
[[nodiscard]] core::Result<std::vector<BriefPage>> brief_pages(const Document& document,
                                                               const Contiguity& contiguity);
[[nodiscard]] core::Result<gis::map::FigureSpec> make_brief_page(const BriefPage& page,
                                                                 const MapSources& sources,
                                                                 const Contiguity& contiguity,
                                                                 PageOptions options);

}  // namespace vicinia::workspace::inline figures
