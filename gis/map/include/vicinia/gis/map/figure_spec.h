/// \file figure_spec.h
/// A page for a report: a map with everything that must stand around it. Every text is ready to print, in the
/// language of the figure; the engine only sets it.
/// Units:   millimetres on the page, dpi for raster formats.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::map {

enum class FigureFormat : std::uint8_t { pdf, svg, png };

struct Page {
  double width_mm = 210.0, height_mm = 297.0;  ///< A4 portrait
  friend bool operator==(const Page&, const Page&) = default;
};

/// One row of the legend: an area, a line where `lines` holds strokes, the lowest first, or a badge where that has a size. `count` is the number of units, ready to print; empty for none.
struct LegendEntry {
  Fill fill{};
  std::string label{};
  std::string count{};
  std::vector<Stroke> lines{};
  Badge badge{};
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

struct FigureSpec {
  MapSpec map{};  ///< its size in pixels is ignored: the page decides; its extent is kept and enlarged to fit
  Page page{};
  FigureFormat format = FigureFormat::pdf;
  double dpi = 300.0;
  std::string title{};
  std::string subtitle{};
  Legend legend{};
  std::vector<std::string> notes{};  ///< source, vintage, denominator, boundary note …; one paragraph each
  std::vector<IslandInset> island_insets{};
  std::string author{};    ///< document metadata
  std::string subject{};   ///< document metadata
  std::string language = "vi";  ///< "vi" or "en": number format of the scale bar
  std::string file{};      ///< where to write: the engine writes a temporary file beside it and renames it
  friend bool operator==(const FigureSpec&, const FigureSpec&) = default;
};

}  // namespace vicinia::gis::map
