/// \file encoding.h
/// Text of Viet Nam in the encodings that its files come in, to UTF-8 and back.
/// Source:  TCVN 5712:1993 (VN3, which the ABC fonts of the .VnTime family hold), RFC 1456 (VISCII), the tables of VNI for Windows and
///          of the Vietnamese Professionals Society (VPS); Windows-1258, Windows-1252 and normal forms: ICU.
/// Laws:    back and forth gives the text in normalization form C, as far as the encoding has its letters; but TCVN3 has no capitals with
///          tones: its files hold small letters, which a font draws as capitals. Small ones among capitals are read as capitals.
/// Errors:  BadEncoding (subject.id: the first byte that is no text, from 1; detail: the encoding), InvalidArgument (letters that
///          the encoding lacks).
/// Cost:    O(bytes).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vicinia/core/base/result.h"

namespace vicinia::core::text {

enum class Encoding : std::uint8_t {
  utf8,
  utf16le,
  utf16be,
  windows1258,
  windows1252,
  tcvn3,  ///< "ABC"
  vni,    ///< VNI for Windows: a letter and its mark, two bytes
  vps,
  viscii
};

inline constexpr std::array<Encoding, 9> encodings{
    Encoding::utf8,  Encoding::utf16le, Encoding::utf16be, Encoding::windows1258, Encoding::windows1252,
    Encoding::tcvn3, Encoding::vni,     Encoding::vps,     Encoding::viscii};

/// As people know it: "TCVN3 (ABC)", "Windows-1258".
[[nodiscard]] std::string_view name_of(Encoding encoding);

/// By any of its usual names, as a .cpg or a manifest has it: "UTF-8", "65001", "1258", "ANSI 1258", "cp1258", "TCVN-5712", "abc",
/// "VNI-Win"; ISO 8859-1 is read as Windows-1252, which has all of it. nullopt: none of these.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view name);

/// In normalization form C, without a byte-order mark.
[[nodiscard]] Result<std::string> to_utf8(std::string_view bytes, Encoding encoding);

/// Without a byte-order mark. What TCVN3 and Windows-1258 have no code for is written as a letter and its tone.
/// \pre text is UTF-8
[[nodiscard]] Result<std::string> from_utf8(std::string_view text, Encoding encoding);

/// The bytes of a text that was read as Latin-1 or as Windows-1252, whatever it was; nullopt where a character is of neither.
[[nodiscard]] std::optional<std::string> bytes_read_as_latin(std::string_view text);

}  // namespace vicinia::core::text
