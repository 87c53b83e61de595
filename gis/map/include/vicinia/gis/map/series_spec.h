/// \file series_spec.h
/// Many figures as the pages of one PDF. Each page is a FigureSpec in a file of the private folder, so that neither a
/// request nor the engine holds more than one of them at a time.
#pragma once

#include <string>
#include <vector>

namespace vicinia::gis::map {

struct SeriesSpec {
  std::vector<std::string> page_files{};     ///< FigureSpec messages, in the order of the pages
  std::string title{}, author{}, subject{};  ///< document metadata
  std::string language = "vi";
  std::string file{};  ///< where to write
  friend bool operator==(const SeriesSpec&, const SeriesSpec&) = default;
};

}  // namespace vicinia::gis::map
