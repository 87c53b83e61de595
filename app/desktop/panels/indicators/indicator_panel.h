/// \file indicator_panel.h
/// A panel that wants indicators to be computed while it can be seen, in two parts: beside each other below the map, beneath each other in
/// a narrow dock.
#pragma once

#include <QPointer>
#include <QSplitter>
#include <QWidget>

#include "session/indicator_controller.h"

namespace vicinia::desktop {

class IndicatorPanel : public QWidget {
  Q_OBJECT

 public:
  /// `indicators` must outlive the panel, but for its last hideEvent.
  IndicatorPanel(IndicatorController& indicators, QWidget* parent);

  [[nodiscard]] QSize sizeHint() const override { return {900, 250}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {360, 150}; }

 protected:
  virtual void retranslateUi() = 0;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

  QPointer<IndicatorController>
      indicators_;       ///< also hidden when the window is taken down, maybe after the controller
  QSplitter* splitter_;  ///< of the two parts; placed by the panel itself
};

}  // namespace vicinia::desktop
