/// \file folding.h
/// Names as different people spell them, made comparable: the one way to fold text, and what of a unit's name says only its class.
/// Source:  Unicode's NFKC_Casefold, then without marks (ICU). Classes: those of Viet Nam's units, in both languages.
/// Missing: bytes that are not UTF-8 count as signs that nobody knows, and part words.
/// Cost:    O(letters).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vicinia/core/base/bilingual_text.h"

namespace vicinia::core::names {

/// In normalization form C, without blanks around it, and with one where there are several; signs that nobody sees are left out.
/// Two texts that differ in nothing else come out equal.
[[nodiscard]] std::string plain_text(std::string_view text);

/// Lower-case letters and digits without marks, words set apart by one blank: "Ðất Ðỏ" and "Dat Do" are "dat do", "Cư M'gar" is
/// "cu m gar". Folding twice gives the same as once.
[[nodiscard]] std::string folded(std::string_view text);

/// Which classes of unit a word can mean: English has "district" for quận and huyện.
using UnitClasses = std::uint16_t;
namespace unit_class {
inline constexpr UnitClasses none = 0, province = 1, city = 2, urban_district = 4, rural_district = 8,
                             town = 16, township = 32, ward = 64, commune = 128, special_zone = 256;
}  // namespace unit_class

/// A class of units as data state it, "Thành phố", "TX", "Rural District", and what is known of it.
struct StatedClass {
  UnitClasses classes = unit_class::none;
  BilingualText
      words{};  ///< small: "thành phố", "city"; empty in Vietnamese where the English says too little ("district")
  bool is_english = false;  ///< stated so
};
/// nullopt: a text that holds anything but words for a class.
[[nodiscard]] std::optional<StatedClass> stated_class(std::string_view text);

/// In small letters, with its marks: "thị xã" of "Thị xã".
[[nodiscard]] std::string lower_case(std::string_view text);

/// A unit's name taken apart. Of "District 12, Ho Chi Minh City", which names what it lies in too, every part between commas loses its
/// class; `classes` are of the first.
struct FoldedName {
  std::string marked{};  ///< folded, but with its marks: "thành phố thanh hóa"
  std::string whole{};   ///< as folded() gives it
  std::string
      bare{};  ///< without words for the class, in either language; `whole` where nothing else would be left
  UnitClasses classes = unit_class::none;
  bool has_marks = false;
};

/// "Huyện", "Quận", "Thị xã", "Thành phố", "Tỉnh" …, their abbreviations ("TP.", "Tp", "H.", "Q.", "Q12") before the name, and "District",
/// "City", "Province" … before or behind it. A Vietnamese word counts with its own marks or without any; "Quan" is
/// part of the name in "Quan Hóa", and may be the class in "Quan Hoa".
[[nodiscard]] FoldedName take_apart(std::string_view name);

/// The bare name: "thanh hoa" of "Thành phố Thanh Hóa" and of "Thanh Hoa City", "12" of "Quận 12".
[[nodiscard]] std::string without_class(std::string_view name);

/// For names of files, and of tables in one: small Latin letters and digits of the name, and `between` for whatever stands between
/// them; at most `longest` of them. "ba-ria-vung-tau" of "Bà Rịa – Vũng Tàu", "etc-passwd" of "../../etc/passwd". Empty: it has none.
[[nodiscard]] std::string file_stem(std::string_view name, char between = '-', std::size_t longest = 60);

/// Letters to put in, take out, change, or exchange with the next to make one of the other. \pre both are UTF-8
[[nodiscard]] std::size_t letters_apart(std::string_view a, std::string_view b);

}  // namespace vicinia::core::names
