/// \file frame_menu.h
/// The frames of units that the open data set can be shown in: its own, and those that it has a crosswalk to. Not to be seen where there is one.
#pragma once

#include <QActionGroup>
#include <QMenu>

#include "session/session.h"

namespace vicinia::desktop {

class FrameMenu : public QMenu {
  Q_OBJECT

 public:
  /// `session` must outlive the menu.
  explicit FrameMenu(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void list();

  Session& session_;
  QActionGroup* frames_;
};

}  // namespace vicinia::desktop
