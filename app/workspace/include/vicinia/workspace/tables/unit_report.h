/// \file unit_report.h
/// What is known of one unit: for tooltips and the unit panel.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::workspace::inline tables {

/// One sector of the unit, every measure with its origin.
struct ReportedSector {
  core::industry::SectorIndex sector = 0;
  std::array<core::Cell, core::indicators::measure_count> values{};                 ///< [measure]
  std::array<core::indicators::Origin, core::indicators::measure_count> origins{};  ///< [measure]
  std::array<std::string, core::indicators::measure_count>
      contradictions{};  ///< [measure] why it is contradicted; empty where it is not
  std::array<std::string, core::indicators::measure_count>
      allowed{};               ///< [measure] what the totals allow it to be; empty where unknown
  std::string source_line{};   ///< of the publication; empty if unknown
  std::size_t table_line = 0;  ///< of the observations file
};

struct UnitReport {
  core::admin::UnitIndex unit = 0;
  std::string name{};                ///< "Quận 12"
  std::string parent_name{};         ///< "Hồ Chí Minh"; empty for provinces
  std::string survey_parent_name{};  ///< where the survey counts it, if that is another
  bool approximate = false;
  std::vector<ReportedSector> sectors{};  ///< published ones, in the order of the sectors
};

[[nodiscard]] core::Result<UnitReport> make_unit_report(const Document& document, core::admin::UnitIndex unit,
                                                        Language language);

/// Lines for a tooltip: name, province, the value of the variable that the map shows, then the published values of the sector,
/// quotients with what the totals allow; below a value that others contradict, what would agree.
[[nodiscard]] std::vector<std::string> tooltip_lines(const Document& document, const Choropleth& choropleth,
                                                     core::admin::UnitIndex unit, Language language);

}  // namespace vicinia::workspace::inline tables
