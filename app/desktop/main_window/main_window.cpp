#include "main_window/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <utility>

#include "dialogs/about_dialog.h"
#include "dialogs/export_figure/export_figure_dialog.h"
#include "dialogs/findings_dialog.h"
#include "dialogs/help_window.h"
#include "session/qt_text.h"
#include "vicinia/workspace/audit/audited_list.h"
#include "vicinia/workspace/texts.h"
#include "vicinia/workspace/variables/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr int panels_version = 3;  ///< of the set of panels: an arrangement of another set is not brought back

std::filesystem::path presetsFile(bool remember) {
  if (!remember) return {};
  return toPath(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)) / "agglomeration-presets.json";
}

/// Not every system has a folder for documents.
QString folderForFigures() {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

/// The one file or folder that is being dragged, if it is one.
QString fileIn(const QMimeData& dragged) {
  const QList<QUrl> urls = dragged.urls();
  return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

}  // namespace

MainWindow::MainWindow(WindowParts parts, bool remember)
    : session_(parts.session),
      languages_(parts.languages),
      timings_(parts.timings),
      remember_(remember),
      figureFolder_(folderForFigures()),
      engine_(new EngineBridge(std::move(parts.engine), this)),
      opener_(new DocumentOpener(session_, engine_->client().private_folder(), this)),
      actions_(new Actions(*this)),
      status_(new StatusLine(*statusBar(), this)),
      canvas_(new MapCanvas),
      controller_(new MapController(session_, *engine_, *canvas_, timings_, this)),
      agglomerations_(new AgglomerationController(session_, this)),
      indicators_(new IndicatorController(session_, this)),
      overlay_(new OverlayController(session_, *agglomerations_, *canvas_, this)),
      agglomerationExport_(new AgglomerationExport(session_, *agglomerations_, this)),
      auditExport_(new AuditExport(session_, *engine_, this)),
      indicatorExport_(new IndicatorExport(session_, this)),
      valuesExport_(new ValuesExport(session_, this)),
      presets_(new RulePresets(presetsFile(remember), this)),
      bordersNote_(new BordersNote(session_, *agglomerations_, *status_, this)),
      mapMenu_(new MapMenu(session_, *agglomerations_, *overlay_, *controller_, *this)) {
  setObjectName(QStringLiteral("mainWindow"));
  setWindowIcon(QIcon(QStringLiteral(":/icons/vicinia.svg")));
  setCentralWidget(canvas_);
  setAcceptDrops(true);
  resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
  buildPanels();
  connectActions();
  connectParts();
  connectAgglomerations();
  connectAudit();
  connectIndicators();
  connectValues();
  retranslateUi();
  if (remember_) restore();
}

// What works on engine and canvas goes first; the engine's bridge waits for its threads.
MainWindow::~MainWindow() {
  qDeleteAll(findChildren<ExportFigureDialog*>(Qt::FindDirectChildrenOnly));
  delete auditExport_;
  delete overlay_;
  delete controller_;
  delete opener_;
}

QDockWidget* MainWindow::addPanel(const char* name, Qt::DockWidgetArea area, QWidget* panel) {
  auto* dock = new QDockWidget(this);
  dock->setObjectName(QString::fromLatin1(name));
  dock->setWidget(panel);
  dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable |
                    QDockWidget::DockWidgetFloatable);
  addDockWidget(area, dock);
  actions_->panels->addAction(dock->toggleViewAction());
  return dock;
}

void MainWindow::buildPanels() {
  sectors_ = new SectorPanel(session_);
  variable_ = new VariablePanel(session_);
  classification_ = new ClassificationPanel(session_);
  rules_ = new RulesPanel(session_, *agglomerations_, *presets_);
  legend_ = new LegendPanel(session_, *agglomerations_);
  list_ = new AgglomerationPanel(session_, *agglomerations_);
  unit_ = new UnitPanel(session_, *agglomerations_);
  audit_ = new AuditPanel(session_);
  indicatorsPanel_ = new IndicatorsPanel(session_, *indicators_);
  grades_ = new GradesPanel(session_, *indicators_);
  values_ = new ValuesPanel(session_);
  auto* show = new QWidget;
  auto* column = new QVBoxLayout(show);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(variable_);
  column->addWidget(classification_);
  column->addStretch(1);

  sectorDock_ = addPanel("sectorDock", Qt::LeftDockWidgetArea, sectors_);
  showDock_ = addPanel("showDock", Qt::LeftDockWidgetArea, show);
  rulesDock_ = addPanel("rulesDock", Qt::LeftDockWidgetArea, rules_);
  legendDock_ = addPanel("legendDock", Qt::RightDockWidgetArea, legend_);
  listDock_ = addPanel("listDock", Qt::RightDockWidgetArea, list_);
  unitDock_ = addPanel("unitDock", Qt::RightDockWidgetArea, unit_);
  indicatorsDock_ = addPanel("indicatorsDock", Qt::BottomDockWidgetArea, indicatorsPanel_);
  gradesDock_ = addPanel("gradesDock", Qt::BottomDockWidgetArea, grades_);
  auditDock_ = addPanel("auditDock", Qt::BottomDockWidgetArea, audit_);
  valuesDock_ = addPanel("valuesDock", Qt::BottomDockWidgetArea, values_);
  tabifyDockWidget(indicatorsDock_, gradesDock_);
  tabifyDockWidget(gradesDock_, auditDock_);
  tabifyDockWidget(valuesDock_, indicatorsDock_);
  for (QDockWidget* dock : {valuesDock_, indicatorsDock_, gradesDock_, auditDock_}) dock->hide();
  setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);  // the column of choices keeps its height
  setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  tabifyDockWidget(showDock_, rulesDock_);
  tabifyDockWidget(listDock_, unitDock_);
  showDock_->raise();
  listDock_->raise();
  resizeDocks({sectorDock_, legendDock_}, {300, 440}, Qt::Horizontal);
  resizeDocks({sectorDock_, showDock_}, {400, 400}, Qt::Vertical);
  resizeDocks({legendDock_, listDock_}, {430, 370}, Qt::Vertical);
  const QWidgetList inOrder{sectors_, variable_, classification_, rules_, canvas_, legend_, list_, unit_, values_, indicatorsPanel_, grades_, audit_};
  for (qsizetype i = 1; i < inOrder.size(); ++i) setTabOrder(inOrder[i - 1], inOrder[i]);
}

void MainWindow::connectActions() {
  const auto on = [this](QAction* action, auto&& what) {
    connect(action, &QAction::triggered, this, std::forward<decltype(what)>(what));
  };
  on(actions_->openDataset, [this] { chooseDataset(); });
  on(actions_->openView, [this] { chooseView(); });
  on(actions_->openFigure, [this] { chooseFigure(); });
  on(actions_->saveView, [this] { chooseViewFile(); });
  on(actions_->exportFigure, [this] { exportFigure(); });
  on(actions_->quit, [this] { close(); });
  on(actions_->undo, [this] { session_.undo(); });
  on(actions_->redo, [this] { session_.redo(); });
  on(actions_->zoomIn, [this] { canvas_->zoomIn(); });
  on(actions_->zoomOut, [this] { canvas_->zoomOut(); });
  on(actions_->fit, [this] { controller_->fit(); });
  on(actions_->previousExtent, [this] { controller_->goBack(); });
  on(actions_->zoomToSelected, [this] { controller_->zoomToSelected(); });
  on(actions_->outlines, [this](bool checked) { session_.apply(ws::commands::set_outlines(checked)); });
  on(actions_->exportAgglomerations, [this] { exportAgglomerations(); });
  on(actions_->linkUnit, [this] { linkSelected(); });
  on(actions_->why, [this] { showWhy(); });
  on(actions_->agglomerations, [this] {
    listDock_->show();
    listDock_->raise();
    list_->list()->setFocus();
  });
  on(actions_->zoomToAgglomeration, [this] {
    const auto selected = agglomerations_->selected();
    const auto extent = selected ? agglomerations_->found()->extent(*selected) : std::nullopt;
    if (extent) controller_->zoomTo(*extent);
  });
  on(actions_->labels, [this](bool checked) { session_.apply(ws::commands::set_labels(checked)); });
  on(actions_->province, [this] {
    showDock_->show();
    variable_->provinceBox()->setFocus();
    variable_->provinceBox()->showPopup();
  });
  on(actions_->findSector, [this] {
    sectorDock_->show();
    sectors_->searchField()->setFocus();
    sectors_->searchField()->selectAll();
  });
  on(actions_->vietnamese, [this] { changeLanguage(ws::Language::vi); });
  on(actions_->english, [this] { changeLanguage(ws::Language::en); });
  on(actions_->help, [this] { showHelp(); });
  on(actions_->findings, [this] { showFindings(); });
  on(actions_->about, [this] { (new AboutDialog(engine_, this))->open(); });
}

void MainWindow::connectParts() {
  connect(&session_, &Session::changed, this, &MainWindow::hear);
  connect(&session_, &Session::refused, this,
          [this](const core::Error& error) { showError(tr("This change is not possible"), error); });
  connect(opener_, &DocumentOpener::began, status_, &StatusLine::beginProgress);
  connect(opener_, &DocumentOpener::progressed, status_, &StatusLine::setProgress);
  connect(opener_, &DocumentOpener::ended, status_, &StatusLine::endProgress);
  connect(opener_, &DocumentOpener::failed, this,
          [this](const core::Error& error) { showError(tr("The data set could not be opened"), error); });
  connect(opener_, &DocumentOpener::viewFailed, this,
          [this](const core::Error& error) { showError(tr("The view could not be opened"), error); });
  connect(opener_, &DocumentOpener::dataDiffers, this,
          [this] { status_->notice(tr("These are not the data that the view was made with")); });
  connect(opener_, &DocumentOpener::opened, this, [this] {
    timings_.event("dataset_loaded");
    if (std::exchange(userOpened_, false) && !session_.document().data->findings.empty()) showFindings();
  });
  connect(status_, &StatusLine::cancelWanted, opener_, &DocumentOpener::cancel);
  connect(status_, &StatusLine::findingsWanted, this, &MainWindow::showFindings);
  connect(engine_, &EngineBridge::engineReady, this, [this] { timings_.event("engine_ready"); });
  connect(engine_, &EngineBridge::engineRestarted, this,
          [this](unsigned) { status_->notice(tr("Map engine restarted")); });
  connect(controller_, &MapController::historyChanged, this, &MainWindow::updateActions);
}

void MainWindow::connectAgglomerations() {
  connect(agglomerations_, &AgglomerationController::changed, this, &MainWindow::updateActions);
  connect(agglomerations_, &AgglomerationController::selectionChanged, this, &MainWindow::updateActions);
  connect(agglomerations_, &AgglomerationController::failed, this,
          [this](const core::Error& error) { showError(tr("The agglomerations could not be found"), error); });
  connect(list_, &AgglomerationPanel::zoomWanted, this, [this](std::size_t agglomeration) {
    if (const auto extent = agglomerations_->found()->extent(agglomeration)) controller_->zoomTo(*extent);
  });
  connect(list_, &AgglomerationPanel::exportWanted, this, &MainWindow::exportAgglomerations);
  connect(rules_->handLinks(), &HandLinksPanel::linkWanted, this, &MainWindow::linkSelected);
  connect(rules_->presets(), &PresetBar::failed, this,
          [this](const core::Error& error) { showError(tr("The preset could not be kept"), error); });
  connect(unit_->explanation(), &ExplanationPanel::linkWanted, this, &MainWindow::linkSelected);
  connect(canvas_, &MapCanvas::menuWanted, mapMenu_, &MapMenu::open);
  connect(mapMenu_, &MapMenu::whyWanted, this, &MainWindow::showWhy);
  tellOf(*agglomerationExport_, [] { return tr("The agglomerations could not be exported"); });
}

void MainWindow::connectAudit() {
  connect(actions_->audit, &QAction::triggered, this, &MainWindow::showAudit);
  connect(actions_->exportAudit, &QAction::triggered, this, &MainWindow::exportAudit);
  connect(status_, &StatusLine::auditWanted, this, &MainWindow::showAudit);
  connect(audit_, &AuditPanel::shown, controller_, &MapController::reveal);
  connect(audit_, &AuditPanel::zoomWanted, controller_, &MapController::zoomToSelected);
  connect(audit_, &AuditPanel::exportWanted, this, &MainWindow::exportAudit);
  tellOf(*auditExport_, [] { return tr("The audit could not be exported"); });
}

void MainWindow::connectIndicators() {
  connect(actions_->indicators, &QAction::triggered, this, &MainWindow::showIndicators);
  connect(actions_->grades, &QAction::triggered, this, [this] { showBelow(*gradesDock_, *grades_->list()); });
  connect(actions_->exportIndicators, &QAction::triggered, this, &MainWindow::exportIndicators);
  connect(unit_, &UnitPanel::indicatorsWanted, this, &MainWindow::showIndicators);
  connect(indicatorsPanel_, &IndicatorsPanel::exportWanted, this, &MainWindow::exportIndicators);
  connect(grades_, &GradesPanel::exportWanted, this, &MainWindow::exportIndicators);
  connect(grades_, &GradesPanel::shown, controller_, &MapController::reveal);
  connect(grades_, &GradesPanel::zoomWanted, controller_, &MapController::zoomToSelected);
  tellOf(*indicatorExport_, [] { return tr("The indicators could not be exported"); });
}

void MainWindow::connectValues() {
  connect(actions_->values, &QAction::triggered, this, [this] { showBelow(*valuesDock_, *values_->list()); });
  connect(values_, &ValuesPanel::shown, controller_, &MapController::reveal);
  connect(values_, &ValuesPanel::zoomWanted, controller_, &MapController::zoomToSelected);
  connect(values_, &ValuesPanel::exportWanted, this, [this] {
    if (!session_.isOpen()) return;
    const auto [file, filter] = chooseExport(tr("Export the shown values"), valuesExport_->suggestedName(), ValuesExport::filters());
    if (!file.isEmpty()) valuesExport_->write(file, values_->filter());
  });
  tellOf(*valuesExport_, [] { return tr("The values could not be exported"); });
}

// The failure is worded in the language that the window has then.
void MainWindow::tellOf(FileExport& file, QString (*failure)()) {
  connect(&file, &FileExport::written, this, [this](const QString& written) { status_->notice(tr("Written: %1").arg(QFileInfo(written).fileName())); });
  connect(&file, &FileExport::failed, this, [this, failure](const core::Error& error) { showError(failure(), error); });
}

void MainWindow::hear(const ws::Touched& touched) {
  if (touched.dataset) {
    actions_->setDocumentOpen(true);
    status_->setFindings(session_.document().data->findings.size());
  }
  if (touched.dataset || touched.period) {
    const auto* list = ws::audited_list(session_.document());
    status_->setContradicted(list != nullptr ? list->count(core::audit::Verdict::contradicted) : 0);
  }
  if (touched.dataset || touched.sector || touched.variable || touched.period) retranslateUi();
  updateActions();
}

void MainWindow::updateActions() {
  actions_->setUndoNames(session_.undoText(), session_.redoText());
  actions_->previousExtent->setEnabled(controller_->canGoBack());
  if (!session_.isOpen()) return;
  actions_->zoomToSelected->setEnabled(session_.view().selected.has_value());
  actions_->linkUnit->setEnabled(session_.view().selected.has_value());
  actions_->why->setEnabled(session_.view().selected.has_value());
  actions_->zoomToAgglomeration->setEnabled(agglomerations_->selected().has_value());
  actions_->exportAgglomerations->setEnabled(agglomerations_->found() != nullptr);
  actions_->exportAudit->setEnabled(ws::audited_list(session_.document()) != nullptr);
  actions_->labels->setChecked(session_.view().labels);
  actions_->outlines->setChecked(session_.view().outlines);
}

void MainWindow::retranslateUi() {
  sectorDock_->setWindowTitle(tr("Sectors"));
  showDock_->setWindowTitle(tr("Variable and classes"));
  rulesDock_->setWindowTitle(tr("Agglomeration rules"));
  legendDock_->setWindowTitle(tr("Legend"));
  listDock_->setWindowTitle(tr("Agglomerations"));
  auditDock_->setWindowTitle(tr("Audit of the published figures"));
  valuesDock_->setWindowTitle(tr("Values"));
  indicatorsDock_->setWindowTitle(tr("Indicators"));
  gradesDock_->setWindowTitle(tr("Grades side by side"));
  unitDock_->setWindowTitle(tr("Selected unit"));
  actions_->setLanguage(session_.language());
  if (!session_.isOpen()) {
    setWindowTitle(QStringLiteral("Vicinia"));
    return;
  }
  const auto language = session_.language();
  const auto& sector = session_.dataset().sectors[session_.view().sector];
  setWindowTitle(QStringLiteral("%1 – %2, %3 – Vicinia")
                     .arg(qs(ws::name_of(sector, language)), qs(ws::variable_short_name(session_.dataset().provenance, session_.view().variable, language)),
                          qs(ws::period_text(session_.dataset(), session_.view().period, language))));
  status_->setProvenance(qs(ws::provenance_line(session_.dataset(), language)));
}

void MainWindow::changeLanguage(ws::Language language) {
  languages_.change(language, session_);
  if (remember_) QSettings().setValue(QStringLiteral("language"), qs(ws::code_of(language)));
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    actions_->retranslate();
    status_->retranslate();
    bordersNote_->retranslate();
    controller_->retranslate();
    retranslateUi();
    updateActions();
  }
  QMainWindow::changeEvent(event);
}

void MainWindow::showError(const QString& heading, const core::Error& error) {
  auto* box = new QMessageBox(QMessageBox::Warning, windowTitle(), heading, QMessageBox::Ok, this);
  box->setObjectName(QStringLiteral("errorMessage"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setInformativeText(qs(ws::error_text(error, session_.language())));
  box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  box->open();
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (!std::exchange(shown_, true)) timings_.event("window_shown");
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (remember_) {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/panels"), saveState(panels_version));
    figureChoices_.folder = figureFolder_;
    keep(figureChoices_, settings);
  }
  if (help_) help_->close();
  QMainWindow::closeEvent(event);
}

// A data set, a view or a figure, one at a time.
void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!fileIn(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  opener_->openAny(toPath(fileIn(*event->mimeData())));
}

void MainWindow::restore() {
  const QSettings settings;
  restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
  restoreState(settings.value(QStringLiteral("window/panels")).toByteArray(), panels_version);
  figureChoices_ = kept_choices(settings);
  if (!figureChoices_.folder.isEmpty()) figureFolder_ = figureChoices_.folder;
}

void MainWindow::chooseDataset() {
  const QString start = session_.isOpen() ? pathText(session_.document().data->folder) : QDir::homePath();
  const QString folder =
      QFileDialog::getExistingDirectory(this, tr("Open the folder of a data set (with manifest.json)"), start);
  if (folder.isEmpty()) return;
  userOpened_ = true;
  opener_->openDataset(toPath(folder));
}

void MainWindow::chooseView() {
  const QString file = QFileDialog::getOpenFileName(this, tr("Open view"), figureFolder_, tr("Views (*.vicinia)"));
  if (!file.isEmpty()) opener_->openView(toPath(file));
}

void MainWindow::chooseFigure() {
  const QString file = QFileDialog::getOpenFileName(this, tr("Open view from a figure"), figureFolder_,
                                                    tr("Figures (*.pdf *.svg *.png *.tif *.tiff)"));
  if (!file.isEmpty()) opener_->openView(toPath(file));
}

void MainWindow::chooseViewFile() {
  QFileDialog dialog(this, tr("Save view"), figureFolder_, tr("Views (*.vicinia)"));
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(QStringLiteral("vicinia"));
  if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return;
  const QString file = dialog.selectedFiles().constFirst();
  if (const auto status = ws::save_view(session_.document(), toPath(file)); !status)
    showError(tr("The view could not be saved"), status.error());
  else
    status_->notice(tr("Saved: %1").arg(QFileInfo(file).fileName()));
}

void MainWindow::exportFigure() {
  if (!session_.isOpen()) return;
  figureChoices_.folder = figureFolder_;
  auto* dialog = new ExportFigureDialog(session_, *engine_, *agglomerations_, figureChoices_, this);
  connect(dialog, &ExportFigureDialog::written, this,
          [this](const QString& file) { figureFolder_ = QFileInfo(file).absolutePath(); });
  connect(dialog, &QDialog::finished, this, [this, dialog] { figureChoices_ = dialog->choices(); });
  dialog->open();
}

// A file to write to, with the extension of the kind that was chosen where none was typed; and that kind.
std::pair<QString, QString> MainWindow::chooseExport(const QString& title, const QString& name, const QStringList& filters) {
  QString filter;
  QString file = QFileDialog::getSaveFileName(this, title, QDir(figureFolder_).filePath(name),
                                              filters.join(QStringLiteral(";;")), &filter);
  if (!file.isEmpty() && QFileInfo(file).suffix().isEmpty())
    file += filter.mid(filter.lastIndexOf(QLatin1Char('.'))).chopped(1);  // "… (*.csv)"
  return {file, filter};
}

void MainWindow::exportAgglomerations() {
  if (!agglomerations_->found()) return;
  const auto [file, filter] =
      chooseExport(tr("Export agglomerations"), agglomerationExport_->suggestedName(), AgglomerationExport::filters());
  if (!file.isEmpty()) agglomerationExport_->write(file);
}

void MainWindow::exportAudit() {
  if (!session_.isOpen() || !ws::audited_list(session_.document())) return;
  const auto [file, filter] = chooseExport(tr("Export the audit"), AuditExport::suggestedName(), AuditExport::filters());
  if (!file.isEmpty()) auditExport_->write(file);
}

void MainWindow::exportIndicators() {
  if (!session_.isOpen()) return;
  const auto [file, filter] =
      chooseExport(tr("Export indicators and grades"), indicatorExport_->suggestedName(), IndicatorExport::filters());
  if (!file.isEmpty()) indicatorExport_->write(file, IndicatorExport::isOfAllSectors(filter));
}

// The legend is what must be seen whole when a panel opens below the map.
void MainWindow::showBelow(QDockWidget& dock, QWidget& focus) {
  const bool opens = auditDock_->isHidden() && indicatorsDock_->isHidden() && gradesDock_->isHidden() && valuesDock_->isHidden();
  dock.show();
  dock.raise();
  if (opens && !dock.isFloating()) resizeDocks({&dock}, {dock.widget()->sizeHint().height()}, Qt::Vertical);
  if (!dock.isFloating())  // once the dock has its place
    QTimer::singleShot(0, this, [this] { resizeDocks({legendDock_, listDock_}, {300, 180}, Qt::Vertical); });
  focus.setFocus();
}

void MainWindow::showAudit() { showBelow(*auditDock_, *audit_->list()); }

void MainWindow::showIndicators() { showBelow(*indicatorsDock_, *indicatorsPanel_->tree()); }

void MainWindow::linkSelected() {
  if (session_.isOpen() && session_.view().selected) overlay_->beginLink(*session_.view().selected);
}

void MainWindow::showWhy() {
  unitDock_->show();
  unitDock_->raise();
  unit_->showWhy();
}

void MainWindow::showFindings() {
  if (!findings_) findings_ = new FindingsDialog(session_, *agglomerations_, this);
  findings_->show();
  findings_->raise();
}

void MainWindow::showHelp() {
  if (!help_) help_ = new HelpWindow(session_, this);
  help_->show();
  help_->raise();
  help_->activateWindow();
}

}  // namespace vicinia::desktop
