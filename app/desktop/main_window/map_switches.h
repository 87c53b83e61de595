/// \file map_switches.h
/// What the menus switch on the map: names, outlines, symbols, and what the next drag of the mouse selects.
#pragma once

#include <QObject>

#include "canvas/map_canvas.h"
#include "main_window/actions.h"
#include "session/session.h"

namespace vicinia::desktop {

class MapSwitches : public QObject {
  Q_OBJECT

 public:
  /// All must outlive it.
  MapSwitches(Session& session, Actions& actions, MapCanvas& canvas, QObject* parent);

 private:
  void showCurrent();

  Session& session_;
  Actions& actions_;
};

}  // namespace vicinia::desktop
