/// \file map_menu.h
/// The context menu of the map: what can be done with the unit under the pointer, and with it and the selected one together.
#pragma once

#include <QMenu>
#include <QPoint>
#include <optional>

#include "canvas/map_controller.h"
#include "canvas/overlay/overlay_controller.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class MapMenu : public QObject {
  Q_OBJECT

 public:
  /// All must outlive the menu.
  MapMenu(Session& session, AgglomerationController& agglomerations, OverlayController& overlay,
          MapController& map, QWidget& parent);

  /// Does not wait for an answer.
  void open(const std::optional<std::size_t>& unit, const QPoint& global);
  /// On a map beside the first: its agglomerations are not those that the panels are about.
  void openBeside(std::size_t map, const std::optional<std::size_t>& unit, const QPoint& global);

 Q_SIGNALS:
  void whyWanted();  ///< of the selected unit

 private:
  [[nodiscard]] QMenu* makeMenu();
  void addSelecting(QMenu& menu, core::admin::UnitIndex unit);
  void addUnit(QMenu& menu, core::admin::UnitIndex unit);
  void addLinks(QMenu& menu, core::admin::UnitIndex unit);

  Session& session_;
  AgglomerationController& agglomerations_;
  OverlayController& overlay_;
  MapController& map_;
  QWidget& parent_;
};

}  // namespace vicinia::desktop
