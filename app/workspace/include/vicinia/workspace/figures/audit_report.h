/// \file audit_report.h
/// The audit as a report of pages: what was counted, then each contradicted value by sector, with the value
/// that would agree, the reason, and the lines that speak against it. The engine sets it.
#pragma once

#include <filesystem>
#include <string>

#include "vicinia/core/audit/audit.h"
#include "vicinia/gis/map/report_spec.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline figures {

struct AuditReportOptions {
  std::string source{};  ///< of the table, as it stands at the foot of each page
  Language language = Language::vi;
  std::filesystem::path file{};
  std::string period{};  ///< of the table, for the columns of CSV and JSON; empty: it has none
};

[[nodiscard]] gis::map::ReportSpec make_audit_report(const core::audit::PublishedTable& table,
                                                     const core::audit::Audit& audit,
                                                     const AuditReportOptions& options);

}  // namespace vicinia::workspace::inline figures
