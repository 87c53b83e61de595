/// \file swipe_handle.h
/// The line between two maps of which one lies over the other: it is dragged with the mouse, or moved with the arrow keys. Where it stands is no
/// part of the document.
#pragma once

#include <QAbstractSlider>
#include <QRect>

namespace vicinia::desktop {

class SwipeHandle : public QAbstractSlider {
  Q_OBJECT

 public:
  explicit SwipeHandle(QWidget* parent = nullptr);

  static constexpr int most = 1000;   ///< the value at the right end
  static constexpr int wide_px = 23;  ///< that can be taken hold of; the line is in its middle
  /// Where the line stands when the maps lie there, in the parent.
  [[nodiscard]] int position() const;
  /// Stands on the line between the maps that lie there.
  void placeOver(const QRect& maps);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();
  QRect maps_;
  int takenAt_ = 0;  ///< of its width
};

}  // namespace vicinia::desktop
