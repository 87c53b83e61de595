/// \file map_switches.h
/// What the menus switch on the map: names, outlines, symbols, what the next drag of the mouse selects, and maps to compare with.
#pragma once

#include <QObject>

#include "comparison/map_board.h"
#include "main_window/actions.h"
#include "session/session.h"

namespace vicinia::desktop {

class MapSwitches : public QObject {
  Q_OBJECT

 public:
  /// All must outlive it.
  MapSwitches(Session& session, Actions& actions, MapBoard& board, QObject* parent);

 private:
  void showCurrent();

  Session& session_;
  Actions& actions_;
};

}  // namespace vicinia::desktop
