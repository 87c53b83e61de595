/// \file json_text.h
/// JSON as it is written to files and the terminal: indented, with every number in plain decimals, as in CSV:
/// 0.00001, not 1e-05. Cost:    O(characters).
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace vicinia::workspace::inline base {

/// Ends with a line break.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& json);

}  // namespace vicinia::workspace::inline base
