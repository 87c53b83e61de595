/// \file scrolled_column.h
/// The column of a panel that tells more than there is room for at times: it is scrolled then, where it would be cut, or make the window
/// taller than the screen.
#pragma once

#include <QScrollArea>
#include <QVBoxLayout>
#include <QWidget>

namespace vicinia::desktop {

/// Scrolls upwards and downwards alone: it is as wide as its content needs, so that nothing is cut at the side.
class UprightScrollArea : public QScrollArea {
 public:
  explicit UprightScrollArea(QWidget* parent = nullptr);
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

/// What is put into the column is the panel's. \pre the panel has no layout yet
[[nodiscard]] QVBoxLayout* makeScrolledColumn(QWidget& panel);

}  // namespace vicinia::desktop
