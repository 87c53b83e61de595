/// \file page_words.h
/// What stands on the controls of a page and around its values, in both languages.
#pragma once

#include <nlohmann/json.hpp>

#include "vicinia/core/dataset.h"

namespace vicinia::workspace::inline web {

/// {id: [Vietnamese, English]}; places in braces are filled in by the page. In the data set's words for units, employees and enterprises.
[[nodiscard]] nlohmann::ordered_json page_words(const core::Dataset& dataset);

}  // namespace vicinia::workspace::inline web
