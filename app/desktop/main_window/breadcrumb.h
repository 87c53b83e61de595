/// \file breadcrumb.h
/// Where one is: Việt Nam ▸ province ▸ unit. Each step can be chosen: the country or the province shows it, the unit zooms to it.
#pragma once

#include <QAction>
#include <QToolBar>
#include <array>

#include "canvas/map_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class Breadcrumb : public QToolBar {
  Q_OBJECT

 public:
  /// Both must outlive the bar.
  Breadcrumb(Session& session, MapController& map, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();
  void showPlace();

  Session& session_;
  MapController& map_;
  std::array<QAction*, 3> steps_;   ///< country, province, unit
  std::array<QAction*, 2> arrows_;  ///< before the last two
};

}  // namespace vicinia::desktop
