/// \file import_map.h
/// The units of an import as they lie: which have a row of the table, for which that is only likely, which have none.
#pragma once

#include <QPainterPath>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::desktop {

class ImportMap : public QWidget {
  Q_OBJECT

 public:
  enum class State : std::uint8_t { plain, withRow, likely, withoutRow };

  explicit ImportMap(QWidget* parent = nullptr);
  /// \param names  [unit], for tips; where few enough, drawn
  void setUnits(const std::vector<core::geom::MultiPolygon>& areas, std::vector<QString> names);
  void setStates(std::vector<State> states);  ///< [unit]; empty: all are plain
  void highlight(std::vector<std::size_t> units);
  /// Lines behind the units, that show where they lie; the view is that of the units, or of both where they are apart.
  void setLand(const std::vector<core::geom::MultiPolygon>& areas);
  void clear() { setUnits({}, {}); }

  [[nodiscard]] QSize sizeHint() const override { return {320, 380}; }

 Q_SIGNALS:
  void unitClicked(std::size_t unit);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  [[nodiscard]] QTransform fit() const;
  [[nodiscard]] std::optional<std::size_t> unitAt(const QPoint& at) const;

  std::vector<QPainterPath> paths_, land_;
  std::vector<QString> names_;
  std::vector<State> states_;
  std::vector<std::size_t> highlighted_;
  QRectF bounds_;
};

}  // namespace vicinia::desktop
