/// \file map_controller.h
/// Between document, engine and canvas: asks for a frame when what is shown changes, and hands it on.
/// A change of colours supersedes the frame that is being drawn. A move of the map waits for it: else a steady drag
/// would cancel every frame and show none. Several maps that are looked at together have one each; where they stand is the session's.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <cstdint>
#include <vector>

#include "canvas/map_canvas.h"
#include "jobs/engine_bridge.h"
#include "session/session.h"
#include "session/timings.h"

namespace vicinia::desktop {

/// What the maps of a window have in common.
struct MapServices {
  Session& session;
  EngineBridge& engine;
  LandShapes& land;
  const Timings& timings;
};

class MapController : public QObject {
  Q_OBJECT

 public:
  /// All must outlive the controller. `number` of the canvas: 0 is drawn first.
  MapController(const MapServices& services, ShownMap& map, MapCanvas& canvas, std::uint32_t number = 0,
                QObject* parent = nullptr);

  /// The newest frame shows the map as it is now, and is painted.
  [[nodiscard]] bool isComplete() const { return complete_; }

  void zoomToAll();
  void zoomToSelected();
  /// Moves the map, at its scale, where the unit is not in sight; zooms out where it has no room.
  void reveal(core::admin::UnitIndex unit);
  void zoomTo(const gis::map::Extent& extent);  ///< with some ground around it
  void retranslate();
  /// How large its symbols are: smaller ones for a small map among several, else 1.
  [[nodiscard]] double symbolShare() const;
  /// Shows over the map why it cannot be what it ought to be.
  void fail(const core::Error& error);

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
  void failFrame(quint64 generation, const core::Error& error);
  void painted();
  void setExtent(const std::optional<gis::map::Extent>& extent);
  void updateUnits();
  void updateInsets();
  [[nodiscard]] QString tipOf(core::admin::UnitIndex unit) const;
  [[nodiscard]] QString shortTipOf(core::admin::UnitIndex unit) const;

  Session& session_;
  ShownMap& map_;
  EngineBridge& engine_;
  LandShapes& land_;
  MapCanvas& canvas_;
  const Timings& timings_;
  const std::uint32_t number_;
  QTimer soon_;  ///< gathers changes into one request
  QElapsedTimer asked_;
  quint64 generation_ = 0;  ///< of the newest request
  double engine_ms_ = 0.0;  ///< of the frame that waits to be painted
  bool drawing_ = false, stale_ = false, complete_ = false, everComplete_ = false;
};

}  // namespace vicinia::desktop
