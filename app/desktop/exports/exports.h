/// \file exports.h
/// Everything that the window can write to a file, figures apart.
#pragma once

#include <array>

#include "exports/agglomeration_export.h"
#include "exports/audit_export.h"
#include "exports/chart_export.h"
#include "exports/indicator_export.h"
#include "exports/table_export.h"
#include "exports/values_export.h"
#include "exports/web_page_export.h"

namespace vicinia::desktop {

struct Exports {
  AgglomerationExport* agglomerations;
  AuditExport* audit;
  IndicatorExport* indicators;
  ValuesExport* values;
  TableExport* table;  ///< any table, as it is shown
  ChartExport* chart;
  WebPageExport* webPage;
  [[nodiscard]] std::array<FileExport*, 7> all() const {
    return {agglomerations, audit, indicators, values, table, chart, webPage};
  }
};

}  // namespace vicinia::desktop
