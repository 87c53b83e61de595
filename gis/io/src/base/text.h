/// \file text.h
/// UTF-8: is it, and is it in the one form in which equal words are equal bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vicinia::gis::io {

/// False for any other encoding, and for text with a zero byte in it (UTF-16 read as bytes).
[[nodiscard]] bool is_utf8(std::string_view text);

/// Unicode normalization form C. Vietnamese letters come decomposed from Macs and from code page 1258.
/// \pre is_utf8(text)
[[nodiscard]] std::string to_nfc(const std::string& text);

/// UTF-8 of bytes in another encoding, by any of its usual names, in normalization form C; nullopt where the
/// bytes are not of that encoding, or where nobody knows it. GDAL's own conversion loses the last letter of a
/// text in code page 1258. TCVN3, VNI, VPS and VISCII are those of core/text; ICU has the rest.
[[nodiscard]] std::optional<std::string> decoded(const std::string& bytes, const std::string& encoding);

/// Whether decoded() knows it.
[[nodiscard]] bool is_known_encoding(const std::string& encoding);

[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace vicinia::gis::io
