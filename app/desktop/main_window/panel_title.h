/// \file panel_title.h
/// The heading of a panel: its name, a “?” that says what it is about, and what makes it a window of its own or closes it. It is dragged, and
/// double clicked, as the heading that docks have by themselves.
#pragma once

#include <QDockWidget>
#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace vicinia::desktop {

class PanelTitle : public QWidget {
  Q_OBJECT

 public:
  /// Of a dock with a term where it has one (terms/term_mark.h).
  explicit PanelTitle(QDockWidget& dock);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void retranslate();
  void showName();  ///< shortened where there is no room, and whole as a tool tip

  QDockWidget& dock_;
  QLabel* name_;
  QToolButton *float_, *close_;
};

}  // namespace vicinia::desktop
