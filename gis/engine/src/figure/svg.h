/// \file svg.h
/// What QGIS and Qt write as SVG, made whole: Qt 5 drops every clip path, so the map would run over the page; layers lose
/// their names; sides are a fraction of a millimetre short.
/// Units:   millimetres on the page.
/// Errors:  the text of what is wrong, for a person; empty: done.
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <vector>

namespace vicinia::gis::engine {

struct SvgMap {
  QString item{};  ///< display name of the map's layout item
  QRectF frame{};
  QStringList layers{};  ///< the lowest first
};

struct SvgPage {
  QSizeF size{};
  QString title{};
  QString language{};
  QString metadata{};  ///< XML
  std::vector<SvgMap> maps{};
};

/// Rewrites a layered export in place.
[[nodiscard]] QString mend_svg(const QString& file, const SvgPage& page);

}  // namespace vicinia::gis::engine
