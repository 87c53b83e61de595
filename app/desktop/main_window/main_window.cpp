#include "main_window/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <utility>

#include "dialogs/export_figure/export_figure_dialog.h"
#include "main_window/breadcrumb.h"
#include "main_window/frame_menu.h"
#include "main_window/layout_menu.h"
#include "main_window/map_switches.h"
#include "main_window/search_box.h"
#include "main_window/window_memory.h"
#include "panels/province_box.h"
#include "panels/tables/table_kit.h"
#include "text/plain_text.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

MainWindow::MainWindow(WindowParts parts, bool remember)
    : session_(parts.session),
      languages_(parts.languages),
      timings_(parts.timings),
      remember_(remember),
      engine_(new EngineBridge(std::move(parts.engine), this)),
      documentFile_(new DocumentFile(session_, this)),
      opener_(new DocumentOpener(session_, engine_->client().private_folder(), this)),
      actions_(new Actions(*this)),
      status_(new StatusLine(*statusBar(), this)),
      canvas_(new MapCanvas),
      controller_(new MapController({session_, *engine_, land_, timings_}, session_, *canvas_, 0, this)),
      agglomerations_(new AgglomerationController(session_, this)),
      indicators_(new IndicatorController(session_, this)),
      overlay_(new OverlayController(session_, session_, *agglomerations_, *canvas_, this)),
      looking_(new LookingHistory(session_, this)),
      exports_{new AgglomerationExport(session_, *agglomerations_, this),
               new AuditExport(session_, *engine_, this),
               new IndicatorExport(session_, this),
               new ValuesExport(session_, this),
               new TableExport(session_, this),
               new ChartExport(session_, this),
               new WebPageExport(session_, *agglomerations_, this)},
      presets_(new RulePresets(remember ? RulePresets::usualFile() : std::filesystem::path(), this)),
      board_(new MapBoard({session_, *engine_, land_, timings_}, *presets_, *canvas_, *controller_,
                          *agglomerations_)),
      bordersNote_(new BordersNote(session_, *agglomerations_, *status_, this)),
      mapMenu_(new MapMenu(session_, *agglomerations_, *overlay_, *controller_, *this)),
      document_(new DocumentCommands(
          *this,
          {session_, *opener_, *documentFile_, *new RecentFiles(*actions_->recentMenu(), remember, this)},
          remember)),
      files_(new FileDialogs(*this, session_, *opener_, *engine_, *agglomerations_)),
      messages_(new Messages(*this, session_, *status_)),
      beside_(new WindowsBeside(*this, session_, *agglomerations_, *engine_)),
      welcome_(new Welcome(
          {*this, session_, *controller_, *opener_, *document_, *files_, document_->recent(), *beside_},
          remember)),
      shownDocument_(new ShownDocument(*this, {session_, *actions_, *status_, *agglomerations_, *looking_,
                                               *documentFile_, *document_, exports_})),
      requests_(new PanelRequests(this)),
      terms_(new TermHelp(session_, *this)) {
  setObjectName(QStringLiteral("mainWindow"));
  setWindowIcon(QIcon(QStringLiteral(":/icons/vicinia.svg")));
  qApp->installEventFilter(new PlainToolTips(this));
  setCentralWidget(board_);
  resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
  panels_ = new PanelDocks(*this, {session_, *agglomerations_, *indicators_, *presets_, *controller_,
                                   *overlay_, exports_, *requests_});
  actions_->addPanels(*panels_);
  actions_->addToView(*new FrameMenu(session_, this));
  folded_ = new FoldedSides(*this, *panels_);
  tour_ = new Tour(*this, *panels_, *folded_);
  actions_->addToView(*new LayoutMenu(*panels_, *folded_, this));
  addToolBar(new Breadcrumb(session_, *controller_));
  new MapSwitches(session_, *actions_, *board_, this);
  new SearchBox(*this, *actions_->search, {session_, *agglomerations_, *controller_, *panels_});
  connectActions();
  connectOpening();
  connectParts();
  shownDocument_->retranslate();
  if (remember_) restoreWindow(*this, *files_);
}

// What works on engine and canvas goes first; the engine's bridge waits for its threads.
MainWindow::~MainWindow() {
  qDeleteAll(findChildren<ExportFigureDialog*>(Qt::FindDirectChildrenOnly));
  delete exports_.audit;
  board_->close();
  delete overlay_;
  delete controller_;
  delete opener_;
}

void MainWindow::connectActions() {
  const auto on = [this](QAction* action, auto* receiver, auto what) {
    connect(action, &QAction::triggered, receiver, what);
  };
  on(actions_->newDocument, document_, &DocumentCommands::beginNew);
  on(actions_->openDocument, document_, &DocumentCommands::open);
  on(actions_->save, document_, [this] { document_->save(); });
  on(actions_->saveAs, document_, &DocumentCommands::saveAs);
  on(actions_->keepData, documentFile_, &DocumentFile::setKeepsData);
  on(actions_->openDataset, files_, &FileDialogs::openDataset);
  on(actions_->importData, files_, [this] { files_->importData(); });
  on(actions_->openFigure, files_, &FileDialogs::openFigure);
  on(actions_->exportFigure, files_, &FileDialogs::exportFigure);
  on(actions_->print, files_, &FileDialogs::print);
  on(actions_->copyMap, board_, &MapBoard::copy);
  on(actions_->exportAgglomerations, files_, [this] { files_->exportTo(*exports_.agglomerations); });
  on(actions_->exportAudit, files_, [this] { files_->exportTo(*exports_.audit); });
  on(actions_->exportIndicators, files_, [this] { files_->exportTo(*exports_.indicators); });
  on(actions_->exportWebPage, files_, [this] { files_->exportTo(*exports_.webPage); });
  on(actions_->quit, this, &MainWindow::close);
  on(actions_->undo, &session_, &Session::undo);
  on(actions_->redo, &session_, &Session::redo);
  on(actions_->zoomIn, canvas_, &MapCanvas::zoomIn);
  on(actions_->zoomOut, canvas_, &MapCanvas::zoomOut);
  on(actions_->fit, controller_, &MapController::zoomToAll);
  on(actions_->lookBack, looking_, &LookingHistory::goBack);
  on(actions_->lookForward, looking_, &LookingHistory::goForward);
  on(actions_->zoomToSelected, controller_, &MapController::zoomToSelected);
  on(actions_->zoomToAgglomeration, this, [this] {
    if (const auto selected = agglomerations_->selected())
      if (const auto extent = agglomerations_->found()->extent(*selected)) controller_->zoomTo(*extent);
  });
  on(actions_->linkUnit, overlay_, &OverlayController::beginLinkOfSelected);
  on(actions_->why, requests_, &PanelRequests::reasonsWanted);
  on(actions_->province, this, &MainWindow::showProvinces);
  on(actions_->vietnamese, this, [this] { changeLanguage(ws::Language::vi); });
  on(actions_->english, this, [this] { changeLanguage(ws::Language::en); });
  on(actions_->help, beside_, &WindowsBeside::showHelp);
  on(actions_->whatIsThis, terms_, &TermHelp::showWanted);
  on(actions_->welcome, welcome_, &Welcome::show);
  on(actions_->tour, tour_, &Tour::begin);
  on(actions_->findings, beside_, &WindowsBeside::showFindings);
  on(actions_->about, beside_, &WindowsBeside::showAbout);
}

void MainWindow::connectOpening() {
  connect(opener_, &DocumentOpener::began, status_, &StatusLine::beginProgress);
  connect(opener_, &DocumentOpener::progressed, status_, &StatusLine::setProgress);
  connect(opener_, &DocumentOpener::ended, status_, &StatusLine::endProgress);
  connect(files_, &FileDialogs::workspaceDropped, document_,
          [this](const QString& file) { document_->openFile(toPath(file)); });
  connect(files_, &FileDialogs::datasetChosen, this, [this] { userOpened_ = true; });
  connect(opener_, &DocumentOpener::opened, this, [this] {
    timings_.event("dataset_loaded");
    if (std::exchange(userOpened_, false) && !session_.document().data->findings.empty())
      beside_->showFindings();
  });
  connect(status_, &StatusLine::cancelWanted, opener_, &DocumentOpener::cancel);
  connect(status_, &StatusLine::findingsWanted, beside_, &WindowsBeside::showFindings);
}

void MainWindow::connectParts() {
  messages_->listenTo(*opener_);
  messages_->listenTo(*document_);
  messages_->listenTo(exports_);
  messages_->listenTo(*engine_);
  messages_->listenTo(*agglomerations_);
  messages_->listenTo(*requests_);
  connect(engine_, &EngineBridge::engineReady, this, [this] { timings_.event("engine_ready"); });
  connect(canvas_, &MapCanvas::menuWanted, mapMenu_, &MapMenu::open);
  connect(board_, &MapBoard::menuWanted, mapMenu_, &MapMenu::openBeside);
  connect(mapMenu_, &MapMenu::whyWanted, requests_, &PanelRequests::reasonsWanted);
  connect(terms_, &TermHelp::chapterWanted, beside_, &WindowsBeside::showChapter);
  connect(welcome_, &Welcome::tourWanted, tour_, &Tour::begin);
  connect(welcome_, &Welcome::languageWanted, this, &MainWindow::changeLanguage);
  connect(status_, &StatusLine::auditWanted, panels_, [this] { panels_->show("audit"); });
  connect(requests_, &PanelRequests::exportWanted, files_,
          [this](FileExport* file) { files_->exportTo(*file); });
  connect(requests_, &PanelRequests::panelWanted, panels_, &PanelDocks::show);
  for (TableKit* const kit : findChildren<TableKit*>())
    connect(kit, &TableKit::exportWanted, files_, [this, kit] {
      exports_.table->setTable(kit->title(), [kit] { return kit->shown(); });
      files_->exportTo(*exports_.table);
    });
}

void MainWindow::changeLanguage(ws::Language language) {
  languages_.change(language, session_);
  if (remember_) QSettings().setValue(QStringLiteral("language"), qs(ws::code_of(language)));
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    const auto retranslate = [](auto*... parts) { (parts->retranslate(), ...); };
    retranslate(actions_, panels_, folded_, status_, bordersNote_, controller_, board_, shownDocument_);
  }
  QMainWindow::changeEvent(event);
}

void MainWindow::showError(const QString& heading, const core::Error& error) {
  messages_->showError(heading, error);
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (!std::exchange(shown_, true)) timings_.event("window_shown");
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!document_->mayClose()) return event->ignore();
  if (remember_) rememberWindow(*this, *files_);
  beside_->close();
  QMainWindow::closeEvent(event);
}

void MainWindow::showProvinces() {
  panels_->show("variable");
  auto* const provinces = findChild<ProvinceBox*>();
  provinces->setFocus();
  provinces->showPopup();
}

}  // namespace vicinia::desktop
