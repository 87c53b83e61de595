/// \file chart_view.h
/// A chart on screen: what is pointed at, clicked and brushed in it becomes a wish, by mouse and by keyboard. It changes no document.
/// Brushing: a rectangle is drawn over the marks; who stands in it is told while it grows, and selected at its end.
/// Cost:     a move of the mouse O(what is drawn).
#pragma once

#include <QGraphicsView>
#include <optional>
#include <vector>

#include "charts/chart_item.h"

namespace vicinia::desktop {

class ChartView : public QGraphicsView {
  Q_OBJECT

 public:
  using QGraphicsView::show;
  explicit ChartView(workspace::Language language, QWidget* parent = nullptr);

  [[nodiscard]] ChartItem& chart() const { return *chart_; }
  void show(std::shared_ptr<const workspace::Chart> chart);  ///< null: none
  /// Told of a mark when it is pointed at.
  void setTipSource(std::function<QString(const ChartHit&)> source) { tipSource_ = std::move(source); }
  [[nodiscard]] QString tip() const { return tip_; }
  /// Where a mark is, in this widget.
  [[nodiscard]] QPoint placeOf(const ChartHit& hit) const;
  [[nodiscard]] bool isBrushing() const { return brush_.has_value(); }

  [[nodiscard]] QSize sizeHint() const override { return {460, 300}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {200, 110}; }

 Q_SIGNALS:
  void pointed(const std::optional<std::size_t>& unit);
  void clicked(const vicinia::desktop::ChartHit& hit, bool adds);
  /// While the brush is drawn; none when it ends.
  void brushing(const std::vector<std::size_t>& units);
  void brushed(const std::vector<std::size_t>& units, bool adds);
  /// `continues`: a further step of the same drag.
  void breakMoved(std::size_t index, double value, bool continues);
  void clearWanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void drawForeground(QPainter* painter, const QRectF& rect) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void fit();
  void pointAt(const QPoint& place);
  void tellOf(const std::optional<ChartHit>& hit, const QPoint& place);
  void moveKeyboardMark(int by);
  void moveBreak(const ChartHit& hit, int by);
  [[nodiscard]] std::vector<std::size_t> unitsUnder(const QRectF& brush) const;
  [[nodiscard]] QRectF brushRect() const;

  ChartItem* chart_;
  std::function<QString(const ChartHit&)> tipSource_;
  QString tip_;
  std::optional<ChartHit> hit_;            ///< that the mouse or the keyboard is on
  std::optional<std::size_t> keyboard_;    ///< position in allMarks()
  std::optional<QPoint> pressed_, brush_;  ///< where a press began; where the brush ends now
  std::optional<ChartHit> dragged_;        ///< a class break
  bool hasMoved_ = false;
};

}  // namespace vicinia::desktop
