/// \file tour.h
/// Three steps through the window, beside its real widgets: what to look at, an agglomeration and its sheet, a figure. Each opens the panels
/// that it speaks of; when the tour ends, they stand as they stood before.
#pragma once

#include <QMainWindow>
#include <QObject>
#include <QPointer>
#include <QRect>

#include "main_window/folded_sides.h"
#include "main_window/panel_docks.h"
#include "main_window/tour/tour_bubble.h"

namespace vicinia::desktop {

class Tour : public QObject {
  Q_OBJECT

 public:
  static constexpr int steps = 3;

  /// All must outlive it.
  Tour(QMainWindow& window, PanelDocks& panels, FoldedSides& folded);

  void begin();
  void end();
  [[nodiscard]] bool isRunning() const { return isRunning_; }
  [[nodiscard]] int step() const { return step_; }
  /// What the step speaks of, in the window's coordinates.
  [[nodiscard]] QRect target() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void goTo(int step);
  void showWords();
  void place();
  [[nodiscard]] QWidgetList targets() const;

  QMainWindow& window_;
  PanelDocks& panels_;
  FoldedSides& folded_;
  int step_ = 0;
  bool isRunning_ = false;
  TourBubble* bubble_ = nullptr;  ///< made for the first tour
  TourFrame* frame_ = nullptr;
  FoldedSides::Arrangement before_;
  QPointer<QWidget> focusBefore_;
};

}  // namespace vicinia::desktop
