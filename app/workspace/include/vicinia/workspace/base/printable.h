/// \file printable.h
/// Text of files as a terminal and a message may show it: a name must not recolour the screen, turn the reading direction
/// round or forge a line.
/// Missing: nothing; bytes that are no UTF-8 are shown as they are numbered, too.
/// Cost:    O(bytes).
#pragma once

#include <string>
#include <string_view>

namespace vicinia::workspace::inline base {

/// Control characters, marks of direction and bytes that are no UTF-8 become "\x1b", "\u202e" and so on. Line ends and tabs stay.
[[nodiscard]] std::string printable(std::string_view text);
/// The same on one line: line ends and tabs become "\n" and "\t".
[[nodiscard]] std::string printable_line(std::string_view text);

}  // namespace vicinia::workspace::inline base
