/// \file markdown.h
/// Text of others, names for one, in a Markdown document: shown as it stands, whatever signs it holds.
#pragma once

#include <string>
#include <string_view>

namespace vicinia::workspace::inline base {

/// Signs with a meaning in CommonMark get a backslash before them, and line breaks become blanks.
[[nodiscard]] inline std::string markdown_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|~#&").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c == '\n' || c == '\r' ? ' ' : c;
  }
  return escaped;
}

}  // namespace vicinia::workspace::inline base
