#include "panels/unit_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

#include "panels/scrolled_column.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

UnitPanel::UnitPanel(Session& session, AgglomerationController& agglomerations, QWidget* parent)
    : QWidget(parent),
      session_(session),
      name_(new PlainLabel),
      facts_(new PlainLabel),
      verdict_(new PlainLabel),
      pages_(new QTabWidget),
      indicators_(new QToolButton),
      search_(new FilterLine(sorted_, QStringLiteral("unitSearch"))),
      table_(new ListTable),
      explanation_(new ExplanationPanel(session, agglomerations)),
      whyPage_(new QScrollArea) {
  name_->setObjectName(QStringLiteral("unitName"));
  name_->setWordWrap(true);
  name_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  QFont large = name_->font();
  large.setBold(true);
  large.setPointSizeF(large.pointSizeF() * 1.2);
  name_->setFont(large);
  facts_->setObjectName(QStringLiteral("unitFacts"));
  facts_->setWordWrap(true);
  facts_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  facts_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  facts_->setTextInteractionFlags(Qt::TextSelectableByMouse);

  verdict_->setObjectName(QStringLiteral("unitVerdict"));
  verdict_->setWordWrap(true);
  verdict_->setTextFormat(Qt::RichText);
  verdict_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);

  model_.setDevicePixelRatio(devicePixelRatioF());
  sorted_.setSourceModel(&model_);
  sorted_.setMainColumn(UnitValuesModel::columnOf(core::indicators::Measure::location_quotient));
  table_->setObjectName(QStringLiteral("unitTable"));
  table_->setSelectionBehavior(QAbstractItemView::SelectItems);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setShowGrid(true);
  table_->setList(sorted_, UnitValuesModel::sectorColumn, UnitValuesModel::sectorColumn, Qt::AscendingOrder);
  connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) {
    const auto sector =
        static_cast<core::industry::SectorIndex>(index.data(UnitValuesModel::sectorRole).toULongLong());
    if (session_.isOpen() && sector != session_.view().sector)
      session_.apply(ws::commands::set_sector(sector));
  });

  auto* column = makeScrolledColumn(*this);
  column->addWidget(name_);
  column->addWidget(facts_);
  column->addWidget(verdict_);
  column->addWidget(pages_, 1);
  column->addStretch(0);
  pages_->setObjectName(QStringLiteral("unitPages"));
  pages_->setDocumentMode(true);
  auto* const values = new QWidget;
  auto* const rows = new QVBoxLayout(values);
  rows->setContentsMargins(0, 4, 0, 0);
  rows->setSpacing(4);
  rows->addWidget(search_);
  rows->addWidget(table_, 1);
  pages_->addTab(values, QString());
  whyPage_->setWidget(explanation_);
  whyPage_->setWidgetResizable(true);
  whyPage_->setFrameShape(QFrame::NoFrame);
  whyPage_->setFocusPolicy(Qt::NoFocus);
  pages_->addTab(whyPage_, QString());
  indicators_->setObjectName(QStringLiteral("indicatorsButton"));
  indicators_->setAutoRaise(true);
  indicators_->setFocusPolicy(Qt::StrongFocus);
  pages_->setCornerWidget(indicators_);
  connect(indicators_, &QToolButton::clicked, this, &UnitPanel::indicatorsWanted);

  connect(verdict_, &QLabel::linkActivated, this, &UnitPanel::showWhy);
  connect(explanation_, &ExplanationPanel::verdictChanged, this, &UnitPanel::showVerdict);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset || touched.selection || touched.period) showUnit();
    model_.setShown(core::values::measure_of(session_.view().variable), session_.view().sector);
  });
  retranslateUi();
}

void UnitPanel::retranslateUi() {
  pages_->setTabText(0, tr("&Values"));
  pages_->setTabText(1, tr("&Agglomeration"));
  indicators_->setText(tr("&Indicators…"));
  indicators_->setAccessibleName(tr("All indicators of the selected unit in the shown sector"));
  indicators_->setToolTip(indicators_->accessibleName());
  table_->setAccessibleName(tr("Values of the selected unit"));
  showUnit();
}

void UnitPanel::showUnit() {
  const auto nothing = [this](const QString& facts) {
    name_->hide();
    facts_->setText(facts);
    pages_->hide();
    model_.clear();
    showVerdict();
  };
  if (!session_.isOpen() || session_.view().selected.empty())
    return nothing(tr("Click a unit on the map to see all its values here."));
  const auto language = session_.language();
  auto report = ws::make_unit_report(session_.document(), *session_.view().selected.current(), language);
  if (!report) return nothing(qs(ws::error_text(report.error(), language)));

  QStringList facts;
  if (!report->parent_name.empty()) facts << qs(report->parent_name);
  if (!report->survey_parent_name.empty())
    facts << tr("Counted by the survey under: %1").arg(qs(report->survey_parent_name));
  if (report->approximate) facts << tr("The area on the map is approximate.");
  if (const std::size_t selected = session_.view().selected.size(); selected > 1)
    facts << tr("One of %1 selected units.")
                 .arg(qs(ws::number_text(static_cast<double>(selected), 0, language)));
  const bool published = !report->sectors.empty();
  if (!published) facts << tr("The source publishes no values for this unit.");
  name_->setText(qs(report->name));
  name_->show();
  facts_->setText(facts.join(QStringLiteral(" · ")));
  pages_->show();
  pages_->setTabEnabled(0, published);
  if (published && pages_->property("forced").toBool()) pages_->setCurrentIndex(0);
  if (!published) showWhy();
  pages_->setProperty("forced", !published);
  showVerdict();
  model_.setReport(session_.document().data->dataset, std::move(*report), language);
  model_.setShown(core::values::measure_of(session_.view().variable), session_.view().sector);
  table_->resizeColumnsToContents();
  table_->setColumnWidth(UnitValuesModel::sectorColumn,
                         std::min(table_->columnWidth(UnitValuesModel::sectorColumn), 170));
}

void UnitPanel::showVerdict() {
  const QString& verdict = explanation_->verdict();
  verdict_->setVisible(!verdict.isEmpty() && name_->isVisibleTo(this));
  verdict_->setText(
      QStringLiteral("%1 <a href='why'>%2</a>").arg(verdict.toHtmlEscaped(), tr("Why?").toHtmlEscaped()));
}

void UnitPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
