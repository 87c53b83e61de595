/// \file panel_registry.h
/// The panels of the window, one entry each: docks, the menu of panels, titles, actions, tab order and translations follow from it.
/// A new panel is its own header and source, and an entry here.
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QWidget>
#include <cstdint>
#include <span>

#include "canvas/map_controller.h"
#include "canvas/overlay/overlay_controller.h"
#include "exports/exports.h"
#include "session/agglomeration_controller.h"
#include "session/indicator_controller.h"
#include "session/rule_presets.h"
#include "session/session.h"

namespace vicinia::desktop {

/// What panels ask of the window around them, and it of them.
class PanelRequests : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

 Q_SIGNALS:
  void panelWanted(const char* id);  ///< to be shown, with the keyboard in it
  void exportWanted(vicinia::desktop::FileExport* file);
  void presetFailed(const vicinia::core::Error& error);
  void
  reasonsWanted();  ///< why the selected unit is in an agglomeration, or not: the panel that knows shows them
};

/// What panels work on. All of it outlives them.
struct PanelParts {
  Session& session;
  AgglomerationController& agglomerations;
  IndicatorController& indicators;
  RulePresets& presets;
  MapController& map;
  OverlayController& overlay;
  Exports exports;
  PanelRequests& requests;
};

struct Panel {
  QWidget* widget;
  QWidget* focus;  ///< gets the keyboard when the panel is asked for
};

/// Where a panel stands at first. People move it as they like.
enum class PanelPlace : std::uint8_t {
  left,      ///< above what stands there already
  left_tab,  ///< a tab of the panel before
  right,
  right_tab,
  below,  ///< the map, as tabs; hidden until it is asked for
};

struct PanelInfo {
  const char* id;     ///< its dock is named "<id>Dock"
  const char* title;  ///< English; in the translations' context "Panels"
  PanelPlace place;
  Panel (*make)(const PanelParts& parts);
  const char* term = nullptr;    ///< what it is about (terms/terms.h); nullptr: its title says enough
  const char* action = nullptr;  ///< name of the action that shows it; nullptr: the menu of panels is enough
  const char* action_text = nullptr;  ///< English, with the key of its menu
  QKeySequence shortcut{};
};

/// In the order of the Tab key; the map comes between those on the left and those on the right.
[[nodiscard]] std::span<const PanelInfo> all_panels();
[[nodiscard]] QString panelText(const char* english);

}  // namespace vicinia::desktop
