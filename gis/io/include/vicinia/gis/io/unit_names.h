/// \file unit_names.h
/// Names of units as different sources spell them.
/// \pre texts are UTF-8
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vicinia::gis::io {

/// In normalization form C, without blanks around it, and with one where there are several; signs that nobody sees are left out.
/// Two texts that differ in nothing else come out equal.
[[nodiscard]] std::string plain_text(std::string_view text);

/// Lower-case letters and digits without marks, words set apart by one blank: "Ðất Ðỏ" and "Dat Do" are "dat do".
[[nodiscard]] std::string folded_name(std::string_view text);

/// The same without words for the kind of unit, in either language: "thanh hoa" of "Thành phố Thanh Hóa" and of "Thanh Hoa City",
/// "12" of "Quận 12". The folded name where nothing else would be left.
[[nodiscard]] std::string name_without_kind(std::string_view text);

/// Letters to put in, take out or change to make one of the other (Levenshtein).
[[nodiscard]] std::size_t letters_apart(std::string_view a, std::string_view b);

}  // namespace vicinia::gis::io
