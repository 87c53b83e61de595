/// \file agglomeration_table.h
/// The list of agglomerations as a table.
#pragma once

#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::workspace::inline tables {

/// The list, largest first. Intervals have a low and a high; they are equal where the value is exact.
[[nodiscard]] core::Result<ValueTable> agglomerations_table(const Document& document,
                                                            const std::vector<AgglomerationReport>& reports);
[[nodiscard]] core::Result<std::string> agglomerations_json(const Document& document,
                                                            const std::vector<AgglomerationReport>& reports);

}  // namespace vicinia::workspace::inline tables
