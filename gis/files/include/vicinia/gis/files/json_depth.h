/// \file json_depth.h
/// How deep a text in JSON is nested, told before it is parsed: what handles values afterwards goes down level by level, and the stack ends
/// long before the text does.
/// Cost:    one pass over the text.
#pragma once

#include <cstddef>
#include <string_view>

namespace vicinia::gis::files {

/// Views and manifests need a dozen.
inline constexpr std::size_t deepest_json = 64;

[[nodiscard]] bool is_nested_too_deep(std::string_view json);

}  // namespace vicinia::gis::files
