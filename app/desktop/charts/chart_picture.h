/// \file chart_picture.h
/// A chart as a file or a part of a figure: with its title, what it does not show, and where its data are from, on white, whatever the window
/// looks like.
/// Units:   pixels of 1/96 inch.
/// Threads: the GUI thread alone: it is drawn by Qt Charts.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSizeF>

#include "charts/chart_item.h"

namespace vicinia::desktop {

struct ChartPicture {
  std::shared_ptr<const workspace::Chart> chart{};
  workspace::Language language = workspace::Language::en;
  std::vector<core::admin::UnitIndex> selected{};  ///< whose marks stand out; none: none does
  QStringList sources{};                           ///< below it: source, vintage, denominator …
  QSizeF size{760, 480};

  [[nodiscard]] QByteArray svg() const;
  [[nodiscard]] QImage image(double pixels_per_unit) const;
  /// One page of that size.
  [[nodiscard]] QByteArray pdf() const;

 private:
  void paint(QPainter& painter) const;
};

/// The chart that the view asks for, with its source, as it goes into files and onto figures; in `language`.
[[nodiscard]] core::Result<ChartPicture> chartPicture(const workspace::Document& document,
                                                      const workspace::Choropleth& choropleth,
                                                      workspace::Language language);

}  // namespace vicinia::desktop
