/// \file main_window.h
/// The window: map in the middle, panels beside it, menus above, provenance below. It puts the parts together and holds no data.
#pragma once

#include <QMainWindow>
#include <memory>

#include "canvas/map_canvas.h"
#include "canvas/map_controller.h"
#include "comparison/map_board.h"
#include "exports/exports.h"
#include "jobs/engine_bridge.h"
#include "main_window/actions.h"
#include "main_window/borders_note.h"
#include "main_window/document_commands.h"
#include "main_window/document_opener.h"
#include "main_window/file_dialogs.h"
#include "main_window/folded_sides.h"
#include "main_window/map_menu.h"
#include "main_window/messages.h"
#include "main_window/panel_docks.h"
#include "main_window/shown_document.h"
#include "main_window/status_line.h"
#include "main_window/tour/tour.h"
#include "main_window/welcome.h"
#include "main_window/windows_beside.h"
#include "session/agglomeration_controller.h"
#include "session/indicator_controller.h"
#include "session/language_switch.h"
#include "session/looking_history.h"
#include "session/rule_presets.h"
#include "session/session.h"
#include "session/timings.h"
#include "terms/term_help.h"

namespace vicinia::desktop {

struct WindowParts {
  Session& session;  ///< these three must outlive the window
  LanguageSwitch& languages;
  const Timings& timings;
  std::unique_ptr<gis::client::EngineClient> engine;
};

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// `remember`: geometry, panels and language are kept from one run to the next.
  MainWindow(WindowParts parts, bool remember);
  ~MainWindow() override;

  [[nodiscard]] DocumentOpener& opener() { return *opener_; }
  [[nodiscard]] DocumentFile& documentFile() { return *documentFile_; }
  [[nodiscard]] DocumentCommands& documentCommands() { return *document_; }
  [[nodiscard]] MapCanvas& canvas() { return *canvas_; }
  [[nodiscard]] MapController& map() { return *controller_; }
  [[nodiscard]] MapBoard& board() { return *board_; }  ///< that map and those compared with it
  [[nodiscard]] AgglomerationController& agglomerations() { return *agglomerations_; }
  [[nodiscard]] const Exports& exports() const { return exports_; }
  [[nodiscard]] IndicatorController& indicators() { return *indicators_; }
  [[nodiscard]] RulePresets& presets() { return *presets_; }
  [[nodiscard]] EngineBridge& engine() { return *engine_; }
  [[nodiscard]] Actions& actions() { return *actions_; }
  [[nodiscard]] PanelDocks& panels() { return *panels_; }
  [[nodiscard]] TermHelp& terms() { return *terms_; }
  [[nodiscard]] Tour& tour() { return *tour_; }
  [[nodiscard]] Welcome& welcome() { return *welcome_; }
  [[nodiscard]] FoldedSides& folded() { return *folded_; }

  void changeLanguage(workspace::Language language);
  /// In a box that stops nothing; what is open stays as it is.
  void showError(const QString& heading, const core::Error& error);

 protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void connectActions();
  void connectOpening();
  void connectParts();
  void showProvinces();

  Session& session_;
  LanguageSwitch& languages_;
  const Timings& timings_;
  bool remember_;
  bool shown_ = false, userOpened_ = false;

  EngineBridge* engine_;
  DocumentFile* documentFile_;
  DocumentOpener* opener_;
  Actions* actions_;
  StatusLine* status_;
  LandShapes land_;
  MapCanvas* canvas_;
  MapController* controller_;
  AgglomerationController* agglomerations_;  ///< hears of changes after the map has asked for its frame
  IndicatorController* indicators_;
  OverlayController* overlay_;
  LookingHistory* looking_;
  Exports exports_;
  RulePresets* presets_;
  MapBoard* board_;
  BordersNote* bordersNote_;
  MapMenu* mapMenu_;
  DocumentCommands* document_;
  FileDialogs* files_;
  Messages* messages_;
  WindowsBeside* beside_;
  Welcome* welcome_;
  ShownDocument* shownDocument_;
  PanelRequests* requests_;
  TermHelp* terms_;
  PanelDocks* panels_;
  FoldedSides* folded_;
  Tour* tour_;
};

}  // namespace vicinia::desktop
