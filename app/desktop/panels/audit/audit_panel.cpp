#include "panels/audit/audit_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "drawing/themed_icon.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/audit_words.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::audit::Verdict;

namespace {

constexpr std::array listedVerdicts{Verdict::contradicted, Verdict::rounding, Verdict::not_recomputable,
                                    Verdict::agrees};
constexpr int widestSector = 95, widestLines = 170;

}  // namespace

AuditPanel::AuditPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      summary_(new PlainLabel),
      message_(new PlainLabel),
      count_(new PlainLabel),
      verdict_(new QComboBox),
      sector_(new QComboBox),
      search_(new FilterLine(filter_, QStringLiteral("auditSearch"))),
      export_(new QToolButton),
      splitter_(new QSplitter(Qt::Horizontal)),
      list_(new ListTable),
      row_(new SourceRowView),
      zoom_(new QAction(this)) {
  buildHead();
  buildList();
  layOut();
  connect(verdict_, &QComboBox::activated, this, [this] {
    const QVariant chosen = verdict_->currentData();
    filter_.setVerdict(chosen.isValid() ? std::optional(static_cast<Verdict>(chosen.toInt())) : std::nullopt);
    updateCount();
  });
  connect(sector_, &QComboBox::activated, this, [this] {
    const QVariant chosen = sector_->currentData();
    filter_.setSector(chosen.isValid() ? std::optional(static_cast<std::size_t>(chosen.toULongLong()))
                                       : std::nullopt);
    updateCount();
  });
  connect(search_, &QLineEdit::textChanged, this, &AuditPanel::updateCount);
  connect(export_, &QToolButton::clicked, this, &AuditPanel::exportWanted);
  connect(zoom_, &QAction::triggered, this, &AuditPanel::zoomWanted);
  connect(list_, &QTableView::activated, this, &AuditPanel::zoomWanted);
  connect(list_, &QTableView::clicked, this, &AuditPanel::choose);
  connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPanel::choose);
  connect(row_, &SourceRowView::rowWanted, this, &AuditPanel::goToRow);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset || touched.period) showList();
  });
  retranslateUi();
}

void AuditPanel::buildHead() {
  summary_->setObjectName(QStringLiteral("auditSummary"));
  summary_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  message_->setObjectName(QStringLiteral("auditMessage"));
  message_->setWordWrap(true);
  message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  verdict_->setObjectName(QStringLiteral("auditVerdict"));
  verdict_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  sector_->setObjectName(QStringLiteral("auditSector"));
  sector_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  sector_->setMinimumContentsLength(14);
  count_->setObjectName(QStringLiteral("auditCount"));
  count_->setForegroundRole(QPalette::PlaceholderText);
  export_->setObjectName(QStringLiteral("exportAuditButton"));
  export_->setIcon(themedIcon("export"));
  export_->setAutoRaise(true);
  export_->setFocusPolicy(Qt::StrongFocus);
}

void AuditPanel::buildList() {
  model_.setDevicePixelRatio(devicePixelRatioF());
  filter_.setSourceModel(&model_);
  list_->setObjectName(QStringLiteral("auditList"));
  filter_.setMainColumn(AuditFindingsModel::publishedColumn);
  list_->setList(filter_, AuditFindingsModel::districtColumn, AuditFindingsModel::lineColumn,
                 Qt::AscendingOrder, zoom_);
}

void AuditPanel::layOut() {
  auto* filters = new QHBoxLayout;
  filters->setSpacing(6);
  filters->addWidget(verdict_);
  filters->addWidget(sector_, 1);
  filters->addWidget(search_, 1);
  filters->addWidget(count_);
  filters->addWidget(export_);
  splitter_->setChildrenCollapsible(false);
  splitter_->addWidget(list_);
  splitter_->addWidget(row_);
  splitter_->setSizes({680, 370});
  splitter_->setStretchFactor(0, 7);
  splitter_->setStretchFactor(1, 4);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 6);
  column->setSpacing(4);
  column->addWidget(summary_);
  column->addLayout(filters);
  column->addWidget(message_, 1);
  column->addWidget(splitter_, 1);
}

void AuditPanel::retranslateUi() {
  list_->setAccessibleName(tr("Audited values"));
  verdict_->setAccessibleName(tr("Verdict"));
  sector_->setAccessibleName(tr("Sector"));
  export_->setToolTip(tr("Export the audit"));
  export_->setAccessibleName(export_->toolTip());
  zoom_->setText(tr("&Zoom to the unit"));
  showList();
}

void AuditPanel::showList() {
  const QScopedValueRollback quiet(following_, true);
  auto audited = session_.isOpen() ? ws::shared_audited_list(session_.document()) : nullptr;
  if (audited != audited_) sector_->clear();  // the choice was among the sectors of other data
  audited_ = std::move(audited);
  model_.setList(audited_, session_.language());
  row_->setList(audited_, session_.language());
  message_->setVisible(!audited_);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{summary_, verdict_, sector_, search_, count_, splitter_})
    widget->setVisible(audited_ != nullptr);
  export_->setEnabled(audited_ != nullptr);
  message_->setText(
      session_.isOpen()
          ? tr("This data set is too large to be audited; it prints no ratios that counts could contradict.")
          : QString());
  if (!audited_) return;
  fillVerdicts();
  fillSectors();
  updateCount();
  if (!std::exchange(sized_, model_.rowCount() > 0)) {
    list_->resizeColumnsToContents();
    for (const auto& [column, widest] : {std::pair{AuditFindingsModel::sectorColumn, widestSector},
                                         std::pair{AuditFindingsModel::byColumn, widestLines}})
      list_->setColumnWidth(column, std::min(list_->columnWidth(column), widest));
  }
}

void AuditPanel::fillVerdicts() {
  const auto language = session_.language();
  const auto number = [&](std::size_t count) {
    return qs(ws::number_text(static_cast<double>(count), 0, language));
  };
  const int chosen = verdict_->currentIndex();
  verdict_->clear();
  QStringList counts;
  for (const Verdict verdict : listedVerdicts) {
    const QString name = qs(ws::verdict_text(verdict, language));
    verdict_->addItem(QStringLiteral("%1 (%2)").arg(name, number(audited_->count(verdict))),
                      static_cast<int>(verdict));
    verdict_->setItemData(verdict_->count() - 1, verdictTerm(verdict), TableModel::termRole);
    counts << tr("%1: %2").arg(name, number(audited_->count(verdict)));
  }
  const std::size_t all = audited_->audit().cells.size();
  verdict_->addItem(tr("all values (%1)").arg(number(all)));
  verdict_->setCurrentIndex(std::max(0, chosen));
  summary_->setText(tr("%1 published values · %2").arg(number(all), counts.join(QStringLiteral(" · "))));
  summary_->setToolTip(summary_->text());
}

void AuditPanel::fillSectors() {
  const QVariant chosen = sector_->currentData();
  sector_->clear();
  sector_->addItem(tr("All sectors"));
  const auto& sectors = session_.dataset().sectors;
  for (std::size_t i = 0; i < sectors.size(); ++i)
    sector_->addItem(
        QStringLiteral("%1  %2").arg(qs(sectors[i].code), qs(ws::name_of(sectors[i], session_.language()))),
        static_cast<qulonglong>(i));
  sector_->setCurrentIndex(chosen.isValid() ? std::max(0, sector_->findData(chosen)) : 0);
  const QVariant now = sector_->currentData();
  filter_.setSector(now.isValid() ? std::optional(static_cast<std::size_t>(now.toULongLong()))
                                  : std::nullopt);
}

void AuditPanel::updateCount() {
  const int count = filter_.rowCount();
  const QString number = qs(ws::number_text(count, 0, session_.language()));
  count_->setText(count == 1 ? tr("1 shown") : tr("%1 shown").arg(number));
}

void AuditPanel::choose(const QModelIndex& index) {
  if (following_ || !index.isValid() || !audited_) return;
  const auto& cell =
      audited_->audit().cells[static_cast<std::size_t>(index.data(AuditFindingsModel::cellRole).toInt())];
  row_->showRow(cell.row, cell.field);
  showOnMap(cell.row, cell.field);
}

// The row may be one that the filter hides: then nothing is chosen in the list, and the row has a link back.
void AuditPanel::goToRow(std::size_t row) {
  if (!audited_ || row >= audited_->table().rows.size()) return;
  const QScopedValueRollback quiet(following_, true);
  QModelIndex chosen;
  for (int i = 0; i < filter_.rowCount() && !chosen.isValid(); ++i) {
    const QModelIndex index = filter_.index(i, 0);
    const auto cell = static_cast<std::size_t>(index.data(AuditFindingsModel::cellRole).toInt());
    if (audited_->audit().cells[cell].row == row) chosen = index;
  }
  std::optional<core::audit::Field> field;
  if (chosen.isValid()) {
    field = audited_->audit()
                .cells[static_cast<std::size_t>(chosen.data(AuditFindingsModel::cellRole).toInt())]
                .field;
    list_->setCurrentIndex(chosen);
    list_->scrollTo(chosen);
  } else {
    list_->selectionModel()->clear();
  }
  const auto before = row_->row();
  row_->showRow(row, field, before != row ? before : std::nullopt);
  showOnMap(row, field.value_or(ws::field_of(core::values::measure_of(session_.view().variable)
                                                 .value_or(core::indicators::Measure::location_quotient))));
}

void AuditPanel::showOnMap(std::size_t row, core::audit::Field field) {
  const auto unit = audited_->unit_of(row);
  if (!session_.apply(ws::commands::show_value(audited_->sector_of(row), ws::measure_of(field), unit)))
    return;
  if (unit) Q_EMIT shown(*unit);
}

// Below the map the row stands beside the list; in a narrow dock beneath it.
void AuditPanel::resizeEvent(QResizeEvent* event) {
  turnToFit(*splitter_, size());
  QWidget::resizeEvent(event);
}

void AuditPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
