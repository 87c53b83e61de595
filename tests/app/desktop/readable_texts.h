/// \file readable_texts.h
/// Which texts of a window cannot be read whole: cut off by their own widget, by one around it, or by one that lies over them.
/// Not looked into: what is painted by hand (maps, charts, pages); its own tests look at it.
#pragma once

#include <QWidget>
#include <string>
#include <vector>

namespace vicinia::desktop::test {

/// One line for each, that names the widget, its text, the room that it needs and the room that it has.
/// A text that ends in "…" is no fault where a tool tip gives the whole, nor is one that can be scrolled to upwards or downwards.
[[nodiscard]] std::vector<std::string> unreadable_texts(const QWidget& root);

}  // namespace vicinia::desktop::test
