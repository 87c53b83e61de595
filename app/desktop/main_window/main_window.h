/// \file main_window.h
/// The window: map in the middle, panels beside it, menus above, provenance below. It puts the parts together and holds no data.
#pragma once

#include <QDockWidget>
#include <QMainWindow>
#include <QMessageBox>
#include <memory>
#include <optional>
#include <utility>

#include "canvas/map_canvas.h"
#include "canvas/map_controller.h"
#include "dialogs/export_figure/kept_choices.h"
#include "jobs/engine_bridge.h"
#include "main_window/actions.h"
#include "main_window/agglomeration_export.h"
#include "main_window/audit_export.h"
#include "main_window/borders_note.h"
#include "main_window/document_opener.h"
#include "main_window/indicator_export.h"
#include "main_window/map_menu.h"
#include "main_window/status_line.h"
#include "main_window/values_export.h"
#include "panels/agglomerations/agglomeration_panel.h"
#include "panels/agglomerations/rules_panel.h"
#include "panels/audit/audit_panel.h"
#include "panels/classification_panel.h"
#include "panels/grades/grades_panel.h"
#include "panels/indicators/indicators_panel.h"
#include "panels/legend_panel.h"
#include "panels/values/values_panel.h"
#include "panels/variable_panel.h"
#include "panels/sector_panel.h"
#include "panels/unit_panel.h"
#include "session/agglomeration_controller.h"
#include "session/indicator_controller.h"
#include "session/language_switch.h"
#include "session/rule_presets.h"
#include "session/session.h"
#include "session/timings.h"

namespace vicinia::desktop {

struct WindowParts {
  Session& session;          ///< these three must outlive the window
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
  [[nodiscard]] MapCanvas& canvas() { return *canvas_; }
  [[nodiscard]] MapController& map() { return *controller_; }
  [[nodiscard]] AgglomerationController& agglomerations() { return *agglomerations_; }
  [[nodiscard]] AgglomerationExport& agglomerationExport() { return *agglomerationExport_; }
  [[nodiscard]] AuditExport& auditExport() { return *auditExport_; }
  [[nodiscard]] IndicatorController& indicators() { return *indicators_; }
  [[nodiscard]] IndicatorExport& indicatorExport() { return *indicatorExport_; }
  [[nodiscard]] RulePresets& presets() { return *presets_; }
  [[nodiscard]] EngineBridge& engine() { return *engine_; }
  [[nodiscard]] Actions& actions() { return *actions_; }

  void changeLanguage(workspace::Language language);
  /// In a box that stops nothing; what is open stays as it is.
  void showError(const QString& heading, const core::Error& error);

 protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  [[nodiscard]] QDockWidget* addPanel(const char* name, Qt::DockWidgetArea area, QWidget* panel);
  void buildPanels();
  void connectActions();
  void connectParts();
  void connectAgglomerations();
  void connectAudit();
  void connectIndicators();
  void retranslateUi();
  void hear(const workspace::Touched& touched);
  void updateActions();
  void restore();
  void chooseDataset();
  void chooseView();
  void chooseFigure();
  void chooseViewFile();
  void exportFigure();
  [[nodiscard]] std::pair<QString, QString> chooseExport(const QString& title, const QString& name, const QStringList& filters);
  void exportAgglomerations();
  void exportAudit();
  void exportIndicators();
  void connectValues();
  void tellOf(FileExport& file, QString (*failure)());
  void showBelow(QDockWidget& dock, QWidget& focus);
  void showAudit();
  void showIndicators();
  void linkSelected();
  void showWhy();
  void showFindings();
  void showHelp();

  Session& session_;
  LanguageSwitch& languages_;
  const Timings& timings_;
  bool remember_;
  bool shown_ = false, userOpened_ = false;
  QString figureFolder_;
  FigureChoices figureChoices_;

  EngineBridge* engine_;
  DocumentOpener* opener_;
  Actions* actions_;
  StatusLine* status_;
  MapCanvas* canvas_;
  MapController* controller_;
  AgglomerationController* agglomerations_;  ///< hears of changes after the map has asked for its frame
  IndicatorController* indicators_;
  OverlayController* overlay_;
  AgglomerationExport* agglomerationExport_;
  AuditExport* auditExport_;
  IndicatorExport* indicatorExport_;
  ValuesExport* valuesExport_;
  RulePresets* presets_;
  BordersNote* bordersNote_;
  MapMenu* mapMenu_;
  SectorPanel* sectors_;
  VariablePanel* variable_;
  ClassificationPanel* classification_;
  LegendPanel* legend_;
  AgglomerationPanel* list_;
  RulesPanel* rules_;
  UnitPanel* unit_;
  AuditPanel* audit_;
  IndicatorsPanel* indicatorsPanel_;
  GradesPanel* grades_;
  ValuesPanel* values_;
  QDockWidget *sectorDock_, *showDock_, *rulesDock_, *legendDock_, *listDock_, *unitDock_, *auditDock_, *indicatorsDock_, *gradesDock_, *valuesDock_;
  QDialog* findings_ = nullptr;
  QWidget* help_ = nullptr;
};

}  // namespace vicinia::desktop
