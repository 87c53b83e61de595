/// \file shown_texts.h
/// Everything that a window says in words: what stands in it, its menus, its tool tips, and what a screen reader is told.
#pragma once

#include <QSet>
#include <QString>
#include <QWidget>

namespace vicinia::desktop::test {

/// Not: what is painted by hand, and what is in panels that are hidden.
[[nodiscard]] QSet<QString> shown_texts(const QWidget& window);

}  // namespace vicinia::desktop::test
