#include "panels/selection_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLocale>

#include "panels/scrolled_column.h"
#include "panels/tables/table_kit.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::admin::UnitIndex;

namespace {

constexpr int unitOfItem = Qt::UserRole;

}  // namespace

SelectionPanel::SelectionPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      summary_(new PlainLabel),
      doubts_(new PlainLabel),
      table_(new QTableView),
      units_(new QListWidget),
      zoom_(new QToolButton),
      copy_(new QToolButton),
      clear_(new QToolButton),
      kept_(new QComboBox),
      keep_(new QToolButton),
      forget_(new QToolButton) {
  summary_->setObjectName(QStringLiteral("selectionSummary"));
  doubts_->setObjectName(QStringLiteral("selectionDoubts"));
  for (QLabel* const label : {summary_, doubts_}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  table_->setObjectName(QStringLiteral("selectionValues"));
  table_->setModel(&model_);
  table_->setSelectionMode(QAbstractItemView::NoSelection);
  table_->setTabKeyNavigation(false);
  table_->setShowGrid(false);
  table_->setAlternatingRowColors(true);
  table_->horizontalHeader()->hide();
  table_->horizontalHeader()->setSectionResizeMode(SelectionModel::nameColumn, QHeaderView::Stretch);
  table_->horizontalHeader()->setSectionResizeMode(SelectionModel::valueColumn,
                                                   QHeaderView::ResizeToContents);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
  new TableKit(*table_, *table_->horizontalHeader(), SelectionModel::nameColumn);
  units_->setObjectName(QStringLiteral("selectedUnits"));
  units_->setAlternatingRowColors(true);
  auto* const buttons = new QHBoxLayout;
  for (QToolButton* const button : {zoom_, copy_, clear_}) {
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    buttons->addWidget(button);
  }
  zoom_->setObjectName(QStringLiteral("zoomToSelection"));
  copy_->setObjectName(QStringLiteral("copySelection"));
  clear_->setObjectName(QStringLiteral("clearSelection"));
  buttons->addStretch(1);
  auto* const column = makeScrolledColumn(*this);
  column->addWidget(summary_);
  column->addWidget(table_);
  column->addWidget(doubts_);
  column->addWidget(units_, 1);
  column->addLayout(buttons);
  auto* const keeping = new QHBoxLayout;
  kept_->setObjectName(QStringLiteral("keptSelections"));
  kept_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  keep_->setObjectName(QStringLiteral("keepSelection"));
  forget_->setObjectName(QStringLiteral("forgetSelection"));
  keeping->addWidget(kept_, 1);
  for (QToolButton* const button : {keep_, forget_}) {
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    keeping->addWidget(button);
  }
  column->addLayout(keeping);

  connect(zoom_, &QToolButton::clicked, this, &SelectionPanel::zoomWanted);
  connect(copy_, &QToolButton::clicked, this, &SelectionPanel::copy);
  connect(clear_, &QToolButton::clicked, this,
          [this] { session_.apply(ws::commands::select_units(ws::Selection())); });
  connect(keep_, &QToolButton::clicked, this, &SelectionPanel::askForName);
  connect(forget_, &QToolButton::clicked, this,
          [this] { session_.apply(ws::commands::forget_selection(utf8(kept_->currentText()))); });
  connect(kept_, &QComboBox::activated, this, [this] {
    if (session_.apply(ws::commands::select_kept(utf8(kept_->currentText())))) Q_EMIT zoomWanted();
  });
  connect(units_, &QListWidget::itemClicked, this, &SelectionPanel::makeCurrent);
  connect(units_, &QListWidget::itemActivated, this, &SelectionPanel::makeCurrent);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.membership() || touched.selection) showSelection();
    if (touched.dataset || touched.selection || touched.kept_selections) showKept();
  });
  for (QWidget* const part : std::initializer_list<QWidget*>{table_, doubts_, units_})
    part->hide();  // until there is something
  retranslateUi();
}

void SelectionPanel::retranslateUi() {
  table_->setAccessibleName(tr("Values of the selected units taken together"));
  units_->setAccessibleName(tr("Selected units"));
  zoom_->setText(tr("&Zoom to them"));
  copy_->setText(tr("&Copy"));
  clear_->setText(tr("Clear the &selection"));
  kept_->setAccessibleName(tr("Kept selections"));
  kept_->setPlaceholderText(tr("Kept selections"));
  keep_->setText(tr("&Keep…"));
  keep_->setToolTip(tr("Keep what is selected under a name"));
  forget_->setText(tr("&Remove"));
  forget_->setToolTip(tr("Remove the kept selection of this name; its units stay selected"));
  showSelection();
  showKept();
}

void SelectionPanel::showSelection() {
  if (!isVisible()) return;
  const bool hasAny = session_.isOpen() && !session_.view().selected.empty();
  for (QWidget* const part : std::initializer_list<QWidget*>{table_, doubts_, units_, zoom_, copy_, clear_})
    part->setVisible(hasAny);
  if (!hasAny) {
    summary_->setText(
        tr("Click units on the map or rows of a list with Ctrl or Shift: here they are taken together."));
    return;
  }
  const auto values = session_.sectorValues();
  if (!values) {
    summary_->setText(qs(ws::error_text(values.error(), session_.language())));
    return;
  }
  const ws::SelectionReport report = ws::report_on(session_.view().selected, **values);
  summary_->setText(qs(ws::selection_text(report, session_.language())));
  showValues(report, **values);
  showUnits(report);
}

// The one whose units are selected, if there is one.
void SelectionPanel::showKept() {
  kept_->clear();
  int shown = -1;
  if (session_.isOpen()) {
    const ws::View& view = session_.view();
    for (const ws::KeptSelection& kept : view.kept_selections) {
      std::vector<UnitIndex> units;
      for (const std::string& code : kept.codes)
        if (const auto unit = session_.dataset().frame.find(code)) units.push_back(*unit);
      if (!units.empty() && ws::Selection(units).units() == view.selected.units()) shown = kept_->count();
      kept_->addItem(qs(kept.name));
    }
  }
  kept_->setCurrentIndex(shown);
  kept_->setEnabled(kept_->count() > 0);
  keep_->setEnabled(session_.isOpen() && !session_.view().selected.empty());
  forget_->setEnabled(shown >= 0);
}

void SelectionPanel::askForName() {
  auto* const dialog = new QInputDialog(window());
  dialog->setObjectName(QStringLiteral("selectionName"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Keep the selection"));
  dialog->setLabelText(tr("Name of the selection:"));
  dialog->setTextValue(kept_->currentText());
  connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
    if (const QString name = text.trimmed(); !name.isEmpty())
      session_.apply(ws::commands::keep_selection(utf8(name)));
  });
  dialog->open();
}

void SelectionPanel::showValues(const ws::SelectionReport& report, const ws::SectorValues& values) {
  model_.setLines(ws::selection_lines(report, values, session_.language()));
  table_->setVisible(model_.rowCount() > 0);
  table_->setFixedHeight(model_.rowCount() * table_->verticalHeader()->defaultSectionSize() +
                         2 * table_->frameWidth());
  const std::string doubts = ws::rests_on_text(session_.dataset(), report.rests_on, session_.language());
  doubts_->setText(qs(doubts));
  doubts_->setVisible(!doubts.empty());
}

void SelectionPanel::showUnits(const ws::SelectionReport& report) {
  Listed listed{&session_.dataset().frame, report.with_values, report.without_values,
                session_.view().selected.current(), session_.language()};
  if (listed == listed_) return;  // rules have changed, and nothing in the list
  listed_ = std::move(listed);
  units_->clear();
  const auto add = [&](UnitIndex unit, bool hasValues) {
    auto* const item =
        new QListWidgetItem(qs(ws::full_name(session_.dataset().frame, unit, session_.language())), units_);
    item->setData(unitOfItem, QVariant::fromValue<qulonglong>(unit));
    if (!hasValues) {
      item->setForeground(palette().color(QPalette::PlaceholderText));
      item->setToolTip(tr("The source publishes no values for this unit in this sector."));
    }
    if (unit == session_.view().selected.current()) units_->setCurrentItem(item);
  };
  for (const UnitIndex unit : report.with_values) add(unit, true);
  for (const UnitIndex unit : report.without_values) add(unit, false);
}

void SelectionPanel::makeCurrent(const QListWidgetItem* item) {
  const auto unit = static_cast<UnitIndex>(item->data(unitOfItem).toULongLong());
  const std::vector<UnitIndex> units = session_.view().selected.units();
  if (session_.apply(ws::commands::select_units(ws::Selection(units, unit)))) Q_EMIT shown(unit);
}

// As spreadsheets take it: the values, then the units.
void SelectionPanel::copy() const {
  QString text =
      summary_->text() + QLatin1Char('\n') +
      clipboardText(shownTable(model_, allRows(model_),
                               {SelectionModel::nameColumn, SelectionModel::valueColumn}, Codes::none),
                    QLocale());
  for (int row = 0; row < units_->count(); ++row) text += units_->item(row)->text() + QLatin1Char('\n');
  QApplication::clipboard()->setText(text);
}

void SelectionPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

void SelectionPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  showSelection();
}

}  // namespace vicinia::desktop
