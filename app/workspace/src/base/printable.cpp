#include "vicinia/workspace/base/printable.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstdio>

namespace vicinia::workspace::inline base {
namespace {

/// Marks and overrides of direction, and the two separators that some programs take for line ends.
bool turns_text(UChar32 c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string escaped(std::string_view text, bool keeps_lines) {
  std::string shown;
  shown.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    char code[16] = {};
    if (c < 0) {
      for (std::size_t i = begin; i < at; ++i) {
        std::snprintf(code, sizeof code, "\\x%02x", bytes[i]);
        shown += code;
      }
    } else if (c == '\n' || c == '\t') {
      shown += keeps_lines ? std::string(1, static_cast<char>(c)) : c == '\n' ? "\\n" : "\\t";
    } else if (u_isISOControl(c)) {
      std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned>(c));
      shown += code;
    } else if (turns_text(c)) {
      std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
      shown += code;
    } else {
      shown += text.substr(begin, at - begin);
    }
  }
  return shown;
}

}  // namespace

std::string printable(std::string_view text) { return escaped(text, true); }
std::string printable_line(std::string_view text) { return escaped(text, false); }

}  // namespace vicinia::workspace::inline base
