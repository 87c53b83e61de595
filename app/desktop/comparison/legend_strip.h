/// \file legend_strip.h
/// The legend of a map among several: its classes as a strip of colours with their bounds below, and beside or below it what else is on the map.
/// Categories are listed. The whole legend, with the numbers of units, is its tool tip and its description.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "session/session.h"

namespace vicinia::desktop {

class LegendStrip : public QWidget {
  Q_OBJECT

 public:
  explicit LegendStrip(QWidget* parent = nullptr);

  /// `symbolShare`: how large the symbols of the map are. \pre map.isOpen()
  void show(const ShownMap& map, const Session& session, std::size_t number, double symbolShare);
  [[nodiscard]] int heightForWidth(int width) const override;

  /// As they stand in the strip, the lowest first; empty of categories.
  [[nodiscard]] const QStringList& bounds() const { return bounds_; }
  [[nodiscard]] const std::vector<gis::map::Fill>& fills() const { return fills_; }

 Q_SIGNALS:
  void heightChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Entry {
    QPixmap swatch;
    QString text;
  };
  struct Placed {
    QRectF ramp;                     ///< null: there are no classes
    std::vector<QPointF> entries{};  ///< [entry] its upper left corner
    double height = 0;
  };
  [[nodiscard]] Placed placed(int width) const;
  void paintRamp(QPainter& painter, const QRectF& ramp) const;
  [[nodiscard]] double widthOf(const Entry& entry) const;
  [[nodiscard]] double lineHeight() const;

  QStringList bounds_;
  std::vector<gis::map::Fill> fills_;  ///< of the classes, the lowest first
  std::vector<Entry> entries_;
};

}  // namespace vicinia::desktop
