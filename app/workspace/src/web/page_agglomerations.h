/// \file page_agglomerations.h
/// The agglomerations of a page, of every sector by the document's rules: members, outlines as arcs of the page's map, sums and pooled values.
/// Missing: sums over what is not published say so.
/// Errors:  those of find_agglomerations.
/// Cost:    that of finding them in every sector.
#pragma once

#include <nlohmann/json.hpp>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/workspace.h"
#include "web/page_map.h"

namespace vicinia::workspace::inline web {

/// {"note": rules, "sectors": [sector] → {"list": [largest first], "note": which depend on the tolerance}}
[[nodiscard]] core::Result<nlohmann::ordered_json> page_agglomerations(const Document& document,
                                                                       const Contiguity& contiguity,
                                                                       const PageUnits& units,
                                                                       const core::Task& task);

}  // namespace vicinia::workspace::inline web
