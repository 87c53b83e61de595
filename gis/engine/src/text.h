/// \file text.h
/// Texts of maps and figures: the one font, and strings for Qt.
#pragma once

#include <QFont>
#include <QString>
#include <string>

namespace vicinia::gis::engine {

/// Noto Sans: it has every Vietnamese letter with its marks, and Debian ships it.
[[nodiscard]] inline QFont text_font(double size_pt, bool bold = false, bool italic = false) {
  QFont font(QStringLiteral("Noto Sans"));
  font.setPointSizeF(size_pt);
  font.setBold(bold);
  font.setItalic(italic);
  return font;
}

/// Without the characters that XML forbids, which no reader of an SVG, a PDF's metadata or a project would get past.
[[nodiscard]] QString qt(const std::string& utf8);

/// For labels on pages, in which QGIS computes what stands between "[%" and "%]": a name or a title is never computed.
[[nodiscard]] inline QString literal(QString text) {
  return text.replace(QLatin1String("[%"), QLatin1String("[% '[%' %]"));
}

}  // namespace vicinia::gis::engine
