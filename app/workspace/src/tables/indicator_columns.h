/// \file indicator_columns.h
/// Columns of the three tables of indicators, and their values.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/tables/indicator_table.h"

namespace vicinia::workspace::inline tables {

/// "symmetric_lq", "sme_share_pct" …
[[nodiscard]] std::string column_of(core::indicators::Indicator indicator);

/// The columns of a table, in order.
[[nodiscard]] std::vector<std::string> columns_of(TableOf of);
/// What a column of any of them holds: of an indicator its definition.
[[nodiscard]] std::string column_definition(const core::Provenance& provenance, std::string_view column,
                                            Language language);

[[nodiscard]] core::Result<ValueTable> cell_table(const Document& document,
                                                  const std::shared_ptr<const PeriodIndicators>& period,
                                                  std::span<const core::industry::SectorIndex> sectors,
                                                  const IndicatorOptions& options, const core::Task& task);
[[nodiscard]] core::Result<ValueTable> sector_table(const std::shared_ptr<const PeriodIndicators>& period,
                                                    std::span<const core::industry::SectorIndex> sectors,
                                                    const IndicatorOptions& options, const core::Task& task);
[[nodiscard]] ValueTable unit_table(const Document& document, const PeriodIndicators& period);

}  // namespace vicinia::workspace::inline tables
