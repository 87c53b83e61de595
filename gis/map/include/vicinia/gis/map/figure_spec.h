/// \file figure_spec.h
/// A page for a report: a map with everything that must stand around it. Every text is ready to print, in the
/// language of the figure; the engine only sets it.
/// Units:   millimetres on the page, dpi for raster formats.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::map {

/// `project`: a QGIS project (.qgz) with its data in a GeoPackage of the same name beside it.
enum class FigureFormat : std::uint8_t { pdf, svg, png, tiff, project };
[[nodiscard]] constexpr bool is_raster(FigureFormat format) {
  return format == FigureFormat::png || format == FigureFormat::tiff;
}

struct Page {
  double width_mm = 210.0, height_mm = 297.0;  ///< A4 portrait
  friend bool operator==(const Page&, const Page&) = default;
};

/// Factors on the sizes that suit an A4 page.
struct TypeScale {
  double title = 1, body = 1, notes = 1;
  friend bool operator==(const TypeScale&, const TypeScale&) = default;
};

/// One row of the legend: an area, a line where `lines` holds strokes, the lowest first, or a badge or a marker where that has a size.
/// Markers are as large as on the map, whatever the size of the type. `count` is the number of units, ready to print; empty for none.
struct LegendEntry {
  Fill fill{};
  std::string label{};
  std::string count{};
  std::vector<Stroke> lines{};
  Badge badge{};
  Marker marker{};
  friend bool operator==(const LegendEntry&, const LegendEntry&) = default;
};

struct Legend {
  std::string title{};
  std::string subtitle{};  ///< method of classification, unit of measure
  std::vector<LegendEntry> entries{};
  friend bool operator==(const Legend&, const Legend&) = default;
};

/// An island group that the page's map does not reach: a frame with a name and the islands as dots.
struct IslandInset {
  std::string label{};
  friend bool operator==(const IslandInset&, const IslandInset&) = default;
};

/// A part of the map at a larger scale, in a frame of its own; the map shows where it is.
struct ZoomInset {
  Extent extent{};
  std::string label{};
  friend bool operator==(const ZoomInset&, const ZoomInset&) = default;
};

struct FigureColumn {
  std::string head{};
  bool is_number = false;  ///< set to the right
  friend bool operator==(const FigureColumn&, const FigureColumn&) = default;
};

/// A short table beside or below the map. Rows that the page has no room for are left out, and `more` says how many.
struct FigureTable {
  double most_of_height = 0;  ///< share of the page that it may take; 0: what leaves the map large
  std::string title{};
  std::vector<FigureColumn> columns{};
  std::vector<std::vector<std::string>> rows{};
  std::string more{};  ///< "and {n} more"
  friend bool operator==(const FigureTable&, const FigureTable&) = default;
};

/// A drawing beside or below the map: a chart of the same data, with its own title.
struct FigureChart {
  std::string svg{};              ///< empty: no chart
  double width_per_height = 1.6;  ///< as it is drawn
  friend bool operator==(const FigureChart&, const FigureChart&) = default;
};

/// One of several maps on a page, of the same size; all have the legend of the page, or each one of its own.
struct MapPanel {
  std::string title{};
  MapSpec map{};
  Legend legend{};  ///< below its map; empty: that of the page is its
  friend bool operator==(const MapPanel&, const MapPanel&) = default;
};

struct FigureSpec {
  MapSpec map{};  ///< its size in pixels is ignored: the page decides; its extent is kept and enlarged to fit
  std::vector<MapPanel> panels{};  ///< a grid of small maps in place of the map; empty: one map
  Page page{};
  double margin_mm = 0;  ///< 0: what suits the page
  TypeScale type{};
  FigureFormat format = FigureFormat::pdf;
  double dpi = 300.0;
  std::string title{};
  std::string subtitle{};
  std::string second_title{};  ///< the same in another language
  std::string second_subtitle{};
  Legend legend{};
  std::vector<std::string> notes{};  ///< source, vintage, denominator, boundary note …; one paragraph each
  std::vector<std::string>
      second_notes{};  ///< the same in another language: beside them on a wide page, else below
  std::vector<IslandInset> island_insets{};
  std::vector<ZoomInset> zoom_insets{};
  std::optional<MapSpec> overview{};  ///< a small map of the whole, with a frame around what the page shows
  FigureTable table{};
  FigureChart chart{};
  bool graticule = false;      ///< meridians and parallels
  std::string north_letter{};  ///< "B", "N"; empty: no arrow
  std::string
      template_file{};  ///< a .qpt of the user, whose items are filled by their ids; empty: the page is composed
  std::string author{};         ///< document metadata
  std::string subject{};        ///< document metadata
  std::string language = "vi";  ///< "vi" or "en": number format of the scale bar
  std::string view{};           ///< what the figure can be opened again with; goes into its metadata as it is
  std::string file{};  ///< where to write: the engine writes a temporary file beside it and renames it
  friend bool operator==(const FigureSpec&, const FigureSpec&) = default;
};

}  // namespace vicinia::gis::map
