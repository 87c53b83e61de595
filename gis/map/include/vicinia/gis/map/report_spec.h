/// \file report_spec.h
/// A report of several pages: headings, paragraphs and tables, set by the engine as PDF. Every text is ready
/// to print; it stays text, with its fonts embedded. Each page has title and source at its head and foot. A
/// row of a table is kept whole where a page can hold it, the head of a table stands on every page, and a
/// heading goes with what follows it. Units:   millimetres.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::map {

struct ReportHeading {
  std::string text{};
  friend bool operator==(const ReportHeading&, const ReportHeading&) = default;
};

struct ReportParagraph {
  std::string text{};
  bool remark = false;  ///< small and grey
  friend bool operator==(const ReportParagraph&, const ReportParagraph&) = default;
};

struct ReportColumn {
  std::string head{};
  double share = 1;        ///< of the width, in proportion to the others
  bool is_number = false;  ///< set to the right
  friend bool operator==(const ReportColumn&, const ReportColumn&) = default;
};

struct ReportRow {
  std::vector<std::string> cells{};  ///< [column]
  bool begins_group = true;          ///< a rule above it; else it belongs to the row before
  friend bool operator==(const ReportRow&, const ReportRow&) = default;
};

struct ReportTable {
  std::vector<ReportColumn> columns{};
  std::vector<ReportRow> rows{};
  friend bool operator==(const ReportTable&, const ReportTable&) = default;
};

using ReportBlock = std::variant<ReportHeading, ReportParagraph, ReportTable>;

struct ReportSpec {
  Page page{};
  std::string title{};
  std::string subtitle{};
  std::vector<ReportBlock> blocks{};
  std::string source{};     ///< at the foot of each page
  std::string page_text{};  ///< "Page {page} of {pages}"
  std::string creator{};    ///< document metadata
  std::string file{};       ///< where to write: the engine writes a temporary file beside it and renames it
  friend bool operator==(const ReportSpec&, const ReportSpec&) = default;
};

}  // namespace vicinia::gis::map
