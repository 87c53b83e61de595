/// \file map_controller.h
/// Between document, engine and canvas: asks for a frame when what is shown changes, and hands it on.
/// A change of colours supersedes the frame that is being drawn. A move of the map waits for it: else a steady drag
/// would cancel every frame and show none.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <vector>

#include "canvas/map_canvas.h"
#include "jobs/engine_bridge.h"
#include "session/session.h"
#include "session/timings.h"

namespace vicinia::desktop {

class MapController : public QObject {
  Q_OBJECT

 public:
  /// All must outlive the controller.
  MapController(Session& session, EngineBridge& engine, MapCanvas& canvas, const Timings& timings,
                QObject* parent = nullptr);

  /// The newest frame shows the document as it is now, and is painted.
  [[nodiscard]] bool isComplete() const { return complete_; }

  void zoomToAll();
  void zoomToSelected();
  /// Moves the map, at its scale, where the unit is not in sight; zooms out where it has no room.
  void reveal(core::admin::UnitIndex unit);
  void zoomTo(const gis::map::Extent& extent);  ///< with some ground around it
  void retranslate();

 Q_SIGNALS:
  void mapComplete();
  void mapFailed(const vicinia::core::Error& error);

 private:
  enum class Urgency { colours, extent };

  void onViewChanged(const workspace::Touched& touched);
  void adoptExtent();  ///< canvas takes the document's extent
  void ask(Urgency urgency);
  void request();
  void receive(const DrawnMap& map);
  void fail(quint64 generation, const core::Error& error);
  void painted();
  void setExtent(const std::optional<gis::map::Extent>& extent);
  void updateUnits();
  void updateInsets();
  [[nodiscard]] QString tipOf(core::admin::UnitIndex unit) const;

  Session& session_;
  EngineBridge& engine_;
  MapCanvas& canvas_;
  const Timings& timings_;
  QTimer soon_;  ///< gathers changes into one request
  QElapsedTimer asked_;
  quint64 generation_ = 0;  ///< of the newest request
  double engine_ms_ = 0.0;  ///< of the frame that waits to be painted
  bool drawing_ = false, stale_ = false, complete_ = false, everComplete_ = false;
};

}  // namespace vicinia::desktop
