/// \file qt_text.h
/// Texts across the border between the window (QString) and everything below it (UTF-8).
#pragma once

#include <QLocale>
#include <QString>
#include <filesystem>
#include <string>
#include <string_view>

#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

[[nodiscard]] inline QString qs(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline std::string utf8(const QString& text) { return text.toStdString(); }
[[nodiscard]] inline QString pathText(const std::filesystem::path& path) { return qs(path.string()); }
[[nodiscard]] inline std::filesystem::path toPath(const QString& text) { return {utf8(text)}; }

/// How numbers are typed and sorted in a language.
[[nodiscard]] inline QLocale localeOf(workspace::Language language) {
  return language == workspace::Language::vi ? QLocale(QLocale::Vietnamese, QLocale::Vietnam)
                                             : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

}  // namespace vicinia::desktop
