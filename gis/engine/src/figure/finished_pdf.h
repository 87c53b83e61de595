/// \file finished_pdf.h
/// What a PDF has besides its pages: who made it and what it shows, and the list of pages that a reader shows beside them.
/// Errors:  the text of what is wrong, for a person; empty: done.
/// Cost:    the file is written once more.
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "figure/xmp.h"

namespace vicinia::gis::engine {

struct PageName {
  std::string title{}, subtitle{};
};

/// What tells the pages apart: their titles, or, where these are the same, their subtitles.
[[nodiscard]] std::vector<std::string> bookmarks_of(const std::vector<PageName>& pages);

/// `bookmarks`: of the first page, the second …; further pages have none.
[[nodiscard]] QString finish_pdf(const QString& file, const AboutFigure& about,
                                 const std::vector<std::string>& bookmarks = {});

}  // namespace vicinia::gis::engine
