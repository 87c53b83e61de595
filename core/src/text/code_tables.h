/// \file code_tables.h
/// What each byte means in the encodings of one byte a letter, and the two of VNI.
/// Source: as encoding.h.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "vicinia/core/text/encoding.h"

namespace vicinia::core::text {

/// A byte that is no text.
inline constexpr char32_t no_character = 0xFFFF;
/// In place of one.
inline constexpr char32_t replacement = 0xFFFD;

using CodeTable = std::array<char32_t, 256>;

/// Marks beside their letters are characters of their own here.
/// \pre of one byte a letter, or vni: what stands there without a letter before it
[[nodiscard]] const CodeTable& code_table(Encoding encoding);

/// VNI: the combining characters that a byte behind a letter stands for; empty: it is no mark, or not of this letter.
[[nodiscard]] std::u32string_view vni_mark(char32_t letter, std::uint8_t byte);

}  // namespace vicinia::core::text
