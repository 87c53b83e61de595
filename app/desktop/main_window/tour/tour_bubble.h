/// \file tour_bubble.h
/// A step of the tour in words, beside what it speaks of: where there is room, and never over it. A frame is drawn around that, which lets the
/// mouse through.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QRect>
#include <QWidget>

namespace vicinia::desktop {

/// Around what is spoken of.
class TourFrame : public QWidget {
  Q_OBJECT

 public:
  explicit TourFrame(QWidget& window);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

class TourBubble : public QFrame {
  Q_OBJECT

 public:
  explicit TourBubble(QWidget& window);

  /// `number` counts from 1.
  void setStep(int number, int steps, const QString& heading, const QString& text);
  /// In the window's coordinates.
  void placeBeside(const QRect& target);
  void retranslate();

 Q_SIGNALS:
  void backWanted();
  void nextWanted();
  void closeWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  bool goByKey(int key);

  QLabel *heading_, *text_, *count_;
  QPushButton *back_, *next_, *close_;
  QRect target_;
  int number_ = 1, steps_ = 1;
};

/// Where a bubble of that size stands: the first of right, left, below, above that has room inside `room`, of a low target below and above
/// first; else where it covers least of the target. It keeps off the target unless the target fills the room.
[[nodiscard]] QRect bubblePlace(const QRect& target, const QSize& bubble, const QRect& room);

}  // namespace vicinia::desktop
