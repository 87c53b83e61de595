/// \file page_values.h
/// The values of a page: one column for each sector and variable, as the map of that view has them.
/// Missing: '-' is "not published", '?' undefined, 'z' zero, '.' outside what is shown.
/// Errors:  those of make_choropleth.
/// Cost:    that of all these maps.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/web/web_page.h"
#include "web/page_map.h"

namespace vicinia::workspace::inline web {

struct PageValues {
  std::vector<Variable> variables{};  ///< in the page, in the order of their list
  std::vector<Variable> left_out{};
  nlohmann::ordered_json columns{};  ///< each once
  nlohmann::ordered_json sizes{};    ///< of symbols, that columns name by their position
  nlohmann::ordered_json table{};    ///< [sector][variable in the page] → column
};
[[nodiscard]] core::Result<PageValues> page_values(const Document& document, const PageUnits& units,
                                                   const WebPageOptions& options, const core::Task& task);

}  // namespace vicinia::workspace::inline web
