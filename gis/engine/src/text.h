/// \file text.h
/// The one font of maps and figures.
#pragma once

#include <QFont>
#include <QString>

namespace vicinia::gis::engine {

/// Noto Sans: it has every Vietnamese letter with its marks, and Debian ships it.
[[nodiscard]] inline QFont text_font(double size_pt, bool bold = false) {
  QFont font(QStringLiteral("Noto Sans"));
  font.setPointSizeF(size_pt);
  font.setBold(bold);
  return font;
}

}  // namespace vicinia::gis::engine
