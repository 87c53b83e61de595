/// \file spelling.h
/// Two spellings of one Vietnamese name: rules that hold for any name, and marks that agree or contradict each other.
/// Source:  the two ways in use to write i and y ("Qui Nhơn", "Quy Nhơn"; "Lí Sơn", "Lý Sơn"), c and k ("Đắc Lắc", "Đắk Lắk"; "Bắc Cạn",
///          "Bắc Kạn") and to place the mark of a tone ("Hòa", "Hoà").
/// Missing: bytes that are not UTF-8 count as signs that part words.
/// Cost:    O(letters).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vicinia::core::names {

/// Equal for names that differ in no more than these ways of writing: "dac lac" of "dak lak" and of "dac lac".
/// \param folded  as folded() gives it
[[nodiscard]] std::string spelling_key(std::string_view folded);

enum class Marks : std::uint8_t {
  same,       ///< on every letter; a tone may stand on another letter of its word
  fewer,      ///< none that the name has not, but some are left out; or all of them
  contradict  ///< another mark on some letter: "Tân Hùng" for "Tân Hưng"
};
/// Of a text beside a name whose spelling keys are equal; `contradict` where they are not.
/// \param text, name  as FoldedName::marked
[[nodiscard]] Marks compare_marks(std::string_view text, std::string_view name);

}  // namespace vicinia::core::names
