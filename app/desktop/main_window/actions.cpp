#include "main_window/actions.h"

#include <QMenuBar>

#include "drawing/themed_icon.h"

namespace vicinia::desktop {

QAction* Actions::make(const char* name, const QKeySequence& shortcut, const char* icon) {
  auto* action = new QAction(this);
  action->setObjectName(QString::fromLatin1(name));
  action->setShortcut(shortcut);
  if (icon) action->setIcon(themedIcon(icon));
  return action;
}

Actions::Actions(QMainWindow& window) : QObject(&window), window_(window) {
  newDocument = make("newDocument", QKeySequence::New);
  openDocument = make("openDocument", QKeySequence::Open, "open");
  save = make("save", QKeySequence::Save, "save");
  saveAs = make("saveAs", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
  keepData = make("keepData", {});
  keepData->setCheckable(true);
  openDataset = make("openDataset", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
  importData = make("importData", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I));
  openFigure = make("openFigure", {});
  exportFigure = make("exportFigure", QKeySequence(Qt::CTRL | Qt::Key_E), "export");
  print = make("print", QKeySequence::Print);
  copyMap = make("copyMap", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
  exportAgglomerations = make("exportAgglomerations", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
  exportAudit = make("exportAudit", {});
  exportIndicators = make("exportIndicators", {});
  exportWebPage = make("exportWebPage", {});
  quit = make("quit", QKeySequence::Quit);
  undo = make("undo", QKeySequence::Undo, "undo");
  redo = make("redo", QKeySequence::Redo, "redo");
  search = make("search", QKeySequence(Qt::CTRL | Qt::Key_K));
  selectRectangle = make("selectRectangle", {});
  selectLasso = make("selectLasso", {});
  for (QAction* const drawing : {selectRectangle, selectLasso}) drawing->setCheckable(true);
  linkUnit = make("linkUnit", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
  zoomIn = make("zoomIn", QKeySequence::ZoomIn, "zoom-in");
  zoomOut = make("zoomOut", QKeySequence::ZoomOut, "zoom-out");
  fit = make("fit", QKeySequence(Qt::CTRL | Qt::Key_0), "zoom-fit");
  lookBack = make("lookBack", QKeySequence(Qt::ALT | Qt::Key_Left), "look-back");
  lookForward = make("lookForward", QKeySequence(Qt::ALT | Qt::Key_Right), "look-forward");
  zoomToSelected = make("zoomToSelected", QKeySequence(Qt::CTRL | Qt::Key_J));
  zoomToAgglomeration = make("zoomToAgglomeration", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
  labels = make("labels", QKeySequence(Qt::CTRL | Qt::Key_L));
  labels->setCheckable(true);
  outlines = make("outlines", QKeySequence(Qt::CTRL | Qt::Key_U));
  outlines->setCheckable(true);
  symbols = make("symbols", QKeySequence(Qt::CTRL | Qt::Key_B));
  symbols->setCheckable(true);
  cartogram = make("cartogram", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
  cartogram->setCheckable(true);
  compare = make("compare", QKeySequence(Qt::CTRL | Qt::Key_M), "compare");
  endComparison = make("endTheComparison", {});
  why = make("why", QKeySequence(Qt::CTRL | Qt::Key_I));
  province = make("province", QKeySequence(Qt::CTRL | Qt::Key_R));
  vietnamese = make("vietnamese", {});
  english = make("english", {});
  help = make("help", QKeySequence::HelpContents);
  whatIsThis = make("whatIsThis", QKeySequence::WhatsThis);
  welcome = make("welcome", {});
  tour = make("tour", {});
  findings = make("findings", {});
  about = make("about", {});
  quit->setMenuRole(QAction::QuitRole);
  about->setMenuRole(QAction::AboutRole);

  file_ = window.menuBar()->addMenu(QString());
  file_->addActions({newDocument, openDocument});
  recent_ = file_->addMenu(QString());
  file_->addActions({save, saveAs, keepData});
  file_->addSeparator();
  file_->addActions({openDataset, importData, openFigure});
  file_->addSeparator();
  file_->addActions(
      {exportFigure, print, exportWebPage, exportAgglomerations, exportIndicators, exportAudit});
  file_->addSeparator();
  file_->addAction(quit);
  edit_ = window.menuBar()->addMenu(QString());
  edit_->addActions({undo, redo});
  edit_->addSeparator();
  edit_->addActions({search, copyMap, selectRectangle, selectLasso, linkUnit});
  view_ = window.menuBar()->addMenu(QString());
  view_->addActions({zoomIn, zoomOut, fit, lookBack, lookForward, zoomToSelected, zoomToAgglomeration});
  view_->addSeparator();
  view_->addActions({labels, outlines, symbols, cartogram, province});
  view_->addSeparator();
  view_->addActions({compare, endComparison});
  view_->addSeparator();
  view_->addAction(why);
  view_->addSeparator();
  panels_ = view_->addMenu(QString());
  language_ = view_->addMenu(QString());
  language_->addActions({vietnamese, english});
  help_ = window.menuBar()->addMenu(QString());
  help_->addActions({help, whatIsThis, welcome, tour});
  help_->addSeparator();
  help_->addAction(findings);
  help_->addSeparator();
  help_->addAction(about);

  // The languages are named in themselves, whatever the window's language is.
  vietnamese->setText(QStringLiteral("Tiếng Việt"));
  english->setText(QStringLiteral("English"));
  auto* languages = new QActionGroup(this);
  for (QAction* action : {vietnamese, english}) {
    action->setCheckable(true);
    languages->addAction(action);
  }

  bar_ = window.addToolBar(QString());
  bar_->setObjectName(QStringLiteral("toolBar"));
  bar_->setMovable(false);
  bar_->setIconSize({20, 20});
  bar_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  bar_->setContextMenuPolicy(Qt::PreventContextMenu);
  bar_->addActions({openDocument, save, exportFigure});
  bar_->addSeparator();
  bar_->addActions({undo, redo});
  bar_->addSeparator();
  bar_->addActions({zoomIn, zoomOut, fit, lookBack, lookForward});
  for (QAction* action : {save, undo, redo, zoomIn, zoomOut, fit, lookBack, lookForward})
    if (auto* button = bar_->widgetForAction(action)) button->setProperty("iconOnly", true);
  retranslate();
}

void Actions::addPanels(const PanelDocks& panels) {
  panelActions_ = panels.actions();
  for (QAction* action : panelActions_)
    if (action == panels.action("findSector"))
      edit_->addActions({edit_->addSeparator(), action});  // where all programs have it
    else
      view_->insertAction(why, action);
  panels_->addActions(panels.toggles());
  setDocumentOpen(false);
}

void Actions::retranslate() {
  file_->setTitle(tr("&File"));
  edit_->setTitle(tr("&Edit"));
  view_->setTitle(tr("&View"));
  panels_->setTitle(tr("P&anels"));
  language_->setTitle(tr("Lan&guage"));
  help_->setTitle(tr("&Help"));
  bar_->setWindowTitle(tr("Toolbar"));
  newDocument->setText(tr("&New workspace"));
  openDocument->setText(tr("&Open workspace…"));
  openDocument->setIconText(tr("Open"));
  recent_->setTitle(tr("Open &recent"));
  save->setText(tr("&Save"));
  saveAs->setText(tr("Save &as…"));
  keepData->setText(tr("Keep a &copy of the data in the workspace"));
  openDataset->setText(tr("Open &data set…"));
  importData->setText(tr("&Import your own data…"));
  openFigure->setText(tr("Open view from &figure…"));
  exportFigure->setText(tr("&Export figure…"));
  exportFigure->setIconText(tr("Export figure"));
  print->setText(tr("&Print…"));
  copyMap->setText(tr("&Copy the map"));
  exportAgglomerations->setText(tr("Export a&gglomerations…"));
  exportIndicators->setText(tr("Export in&dicators and grades…"));
  exportAudit->setText(tr("Export the a&udit…"));
  exportWebPage->setText(tr("Export &web page…"));
  quit->setText(tr("&Quit"));
  zoomIn->setText(tr("Zoom &in"));
  zoomOut->setText(tr("Zoom &out"));
  fit->setText(tr("&Fit"));
  lookBack->setText(tr("&Back to what was looked at before"));
  lookBack->setIconText(tr("Back"));
  lookForward->setText(tr("Fo&rward again"));
  lookForward->setIconText(tr("Forward"));
  zoomToSelected->setText(tr("Zoom to the &selected unit"));
  zoomToAgglomeration->setText(tr("Zoom to its &agglomeration"));
  search->setText(tr("Sear&ch…"));
  selectRectangle->setText(tr("Select by &rectangle"));
  selectLasso->setText(tr("Select by lass&o"));
  linkUnit->setText(tr("Link the selected unit &with another…"));
  why->setText(tr("&Why is the selected unit in, or not?"));
  outlines->setText(tr("Agglomeration &outlines"));
  symbols->setText(tr("Sy&mbols in proportion to employees"));
  cartogram->setText(tr("&Dorling cartogram"));
  compare->setText(tr("&Compare with another map"));
  endComparison->setText(tr("&End the comparison"));
  labels->setText(tr("&Labels"));
  province->setText(tr("&Province…"));
  help->setText(tr("&Contents"));
  whatIsThis->setText(tr("What is &this?"));
  welcome->setText(tr("&Welcome"));
  tour->setText(tr("&Show me around"));
  findings->setText(tr("&Notes on the data"));
  about->setText(tr("&About Vicinia"));
  setUndoNames(undoText_, redoText_);
  for (QAction* action : bar_->actions())
    if (auto* button = bar_->widgetForAction(action); button && !action->isSeparator())
      button->setAccessibleName(action->text().remove(QLatin1Char('&')));
}

void Actions::setUndoNames(const QString& undoText, const QString& redoText) {
  undoText_ = undoText;
  redoText_ = redoText;
  undo->setEnabled(!undoText.isEmpty());
  redo->setEnabled(!redoText.isEmpty());
  undo->setText(undoText.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undoText));
  redo->setText(redoText.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redoText));
  undo->setIconText(tr("Undo"));
  redo->setIconText(tr("Redo"));
}

void Actions::setLanguage(workspace::Language language) {
  (language == workspace::Language::vi ? vietnamese : english)->setChecked(true);
}

void Actions::setDocumentOpen(bool open) {
  for (QAction* action : {openFigure, save,   saveAs,          keepData,         exportFigure, print,
                          copyMap,    search, selectRectangle, selectLasso,      zoomIn,       zoomOut,
                          fit,        labels, outlines,        symbols,          cartogram,    compare,
                          province,   tour,   findings,        exportIndicators, exportWebPage})
    action->setEnabled(open);
  for (QAction* action : panelActions_) action->setEnabled(open);
  if (!open)
    for (QAction* action : {lookBack, lookForward, zoomToSelected, zoomToAgglomeration, linkUnit, why,
                            exportAgglomerations, exportAudit, endComparison})
      action->setEnabled(false);
}

}  // namespace vicinia::desktop
