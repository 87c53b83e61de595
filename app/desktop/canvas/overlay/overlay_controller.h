/// \file overlay_controller.h
/// Between the agglomerations and the canvas: which outlines and marks made by hand stand on the map, which is highlighted, and the mode in
/// which a link by hand is made by clicking the other unit.
#pragma once

#include <QObject>

#include "canvas/map_canvas.h"
#include "session/session.h"
#include "session/shown_agglomerations.h"

namespace vicinia::desktop {

class OverlayController : public QObject {
  Q_OBJECT

 public:
  /// All must outlive it.
  OverlayController(Session& session, ShownMap& map, ShownAgglomerations& agglomerations, MapCanvas& canvas,
                    QObject* parent = nullptr);

  /// The next unit that is clicked is linked with this one. Escape ends it.
  void beginLink(core::admin::UnitIndex from);
  /// The same from the selected unit; where none is, nothing.
  void beginLinkOfSelected();
  void endLink();

 private:
  void showOutlines();
  void showSelected();
  void link(std::size_t other);

  Session& session_;
  ShownMap& map_;
  ShownAgglomerations& agglomerations_;
  MapCanvas& canvas_;
  std::optional<core::admin::UnitIndex> from_;
};

}  // namespace vicinia::desktop
