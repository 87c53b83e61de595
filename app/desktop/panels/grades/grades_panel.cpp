#include "panels/grades/grades_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "drawing/themed_icon.h"
#include "models/grades/grade_details.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr int widestGradedName = 88;

}  // namespace

GradesPanel::GradesPanel(Session& session, IndicatorController& indicators, QWidget* parent)
    : IndicatorPanel(indicators, parent),
      session_(session),
      summary_(new PlainLabel),
      message_(new PlainLabel),
      count_(new PlainLabel),
      onlyDisagreements_(new QCheckBox),
      search_(new FilterLine(filter_, QStringLiteral("gradesSearch"))),
      export_(new QToolButton),
      list_(new ListTable),
      pages_(new QTabWidget),
      criteria_(new QTextBrowser),
      ownRule_(new OwnRuleEditor(session)),
      zoom_(new QAction(this)) {
  buildHead();
  buildList();
  layOut();
  connect(onlyDisagreements_, &QCheckBox::toggled, this, &GradesPanel::showFiltered);
  search_->setApply([this] { showFiltered(); });
  connect(export_, &QToolButton::clicked, this, &GradesPanel::exportWanted);
  connect(zoom_, &QAction::triggered, this, &GradesPanel::zoomWanted);
  connect(list_, &QTableView::activated, this, &GradesPanel::zoomWanted);
  connect(rows_, &UnitRows::chosen, this, &GradesPanel::shown);
  connect(criteria_, &QTextBrowser::anchorClicked, this, &GradesPanel::openDefinition);
  connect(indicators_, &IndicatorController::changed, this, &GradesPanel::showGrades);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset || touched.province) showGrades();
    if (touched.selection) {
      rows_->showSelected();
      showCriteria();
    }
  });
  retranslateUi();
}

void GradesPanel::buildHead() {
  summary_->setObjectName(QStringLiteral("gradesSummary"));
  summary_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  message_->setObjectName(QStringLiteral("gradesMessage"));
  message_->setWordWrap(true);
  message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  onlyDisagreements_->setObjectName(QStringLiteral("onlyDisagreements"));
  count_->setObjectName(QStringLiteral("gradesCount"));
  count_->setForegroundRole(QPalette::PlaceholderText);
  export_->setObjectName(QStringLiteral("exportGradesButton"));
  export_->setIcon(themedIcon("export"));
  export_->setAutoRaise(true);
  export_->setFocusPolicy(Qt::StrongFocus);
  criteria_->setObjectName(QStringLiteral("gradeCriteria"));
  criteria_->setOpenLinks(false);
  criteria_->setFrameShape(QFrame::NoFrame);
  criteria_->document()->setDocumentMargin(6);
}

void GradesPanel::buildList() {
  model_.setDevicePixelRatio(devicePixelRatioF());
  filter_.setSourceModel(&model_);
  list_->setObjectName(QStringLiteral("gradesList"));
  filter_.setMainColumn(GradesModel::lqColumn);
  list_->setList(filter_, GradesModel::unitColumn, GradesModel::employeesColumn, Qt::DescendingOrder, zoom_);
  rows_ = new UnitRows(session_, *list_, GradesModel::unitRole, this);
}

void GradesPanel::layOut() {
  auto* top = new QHBoxLayout;
  top->setSpacing(8);
  top->addWidget(summary_);
  top->addStretch(1);
  top->addWidget(onlyDisagreements_);
  top->addWidget(search_);
  top->addWidget(count_);
  top->addWidget(export_);
  pages_->setObjectName(QStringLiteral("gradesPages"));
  pages_->setDocumentMode(true);
  pages_->addTab(criteria_, QString());
  pages_->addTab(ownRule_, QString());
  splitter_->setChildrenCollapsible(false);
  splitter_->addWidget(list_);
  splitter_->addWidget(pages_);
  splitter_->setSizes({766, 290});
  splitter_->setStretchFactor(0, 7);
  splitter_->setStretchFactor(1, 3);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 6);
  column->setSpacing(4);
  column->addLayout(top);
  column->addWidget(message_);
  column->addWidget(splitter_, 1);
}

void GradesPanel::retranslateUi() {
  list_->setAccessibleName(tr("Grades of the listed units"));
  criteria_->setAccessibleName(tr("Criteria of the selected unit"));
  pages_->setTabText(0, tr("&Criteria"));
  pages_->setTabText(1, tr("Your own r&ule"));
  onlyDisagreements_->setText(tr("Only where they &disagree"));
  onlyDisagreements_->setAccessibleName(tr("Only units on which the schemes disagree"));
  export_->setToolTip(tr("Export indicators and grades"));
  export_->setAccessibleName(export_->toolTip());
  zoom_->setText(tr("&Zoom to the unit"));
  sized_ = false;
  showGrades();
}

void GradesPanel::showGrades() {
  if (!indicators_) return;
  {
    const auto quiet = rows_->changingRows();
    model_.setIndicators(indicators_->indicators(),
                         session_.isOpen() ? session_.view().province : std::nullopt, session_.language());
  }
  QString message;
  if (indicators_->error())
    message = qs(ws::error_text(*indicators_->error(), session_.language()));
  else if (!indicators_->indicators() && session_.isOpen())
    message = tr("Computing…");
  message_->setText(message);
  message_->setVisible(!message.isEmpty());
  splitter_->setVisible(indicators_->indicators() != nullptr);
  export_->setEnabled(session_.isOpen());
  if (model_.rowCount() > 0 && !std::exchange(sized_, true)) {
    list_->resizeColumnsToContents();
    for (const int column : {GradesModel::unitColumn, GradesModel::provinceColumn})
      list_->setColumnWidth(column, std::min(list_->columnWidth(column), widestGradedName));
  }
  showSummary();
  rows_->showSelected();
  showCriteria();
}

void GradesPanel::showFiltered() {
  {
    const auto quiet = rows_->changingRows();
    filter_.setOnlyDisagreements(onlyDisagreements_->isChecked());
    filter_.setSearch(search_->text());
  }
  showSummary();
  rows_->showSelected();
}

void GradesPanel::showSummary() {
  const SectorIndicatorsPtr indicators = indicators_ ? indicators_->indicators() : nullptr;
  const auto number = [this](int count) { return qs(ws::number_text(count, 0, session_.language())); };
  if (!indicators) {
    summary_->clear();
    count_->clear();
    return;
  }
  const auto& sector = indicators->period().dataset().sectors[indicators->sector()];
  summary_->setText(tr("%1: %2 listed; schemes disagree on %3")
                        .arg(qs(ws::name_of(sector, session_.language())), number(model_.rowCount()),
                             number(model_.disagreements())));
  count_->setText(tr("%1 shown").arg(number(filter_.rowCount())));
}

void GradesPanel::showCriteria() {
  const SectorIndicatorsPtr indicators = indicators_ ? indicators_->indicators() : nullptr;
  const auto selected = session_.isOpen() ? session_.view().selected.current() : std::nullopt;
  if (!indicators || !selected) {
    criteria_->setHtml(indicators
                           ? tr("Choose a unit to see its values against each criterion.").toHtmlEscaped()
                           : QString());
    return;
  }
  const core::Dataset& dataset = indicators->period().dataset();
  const QString name =
      QStringLiteral("<b><big>%1</big></b>")
          .arg(qs(ws::full_name(dataset.frame, *selected, session_.language())).toHtmlEscaped());
  const ws::UnitGrades* grades = indicators->grades(*selected);
  const bool isListed =
      dataset.observations.find(*selected, indicators->sector(), indicators->period().period()) != nullptr;
  if (grades == nullptr || !isListed) {
    criteria_->setHtml(
        QStringLiteral("<p>%1</p><p>%2</p>")
            .arg(name, tr("The source publishes no values for this unit in this sector.").toHtmlEscaped()));
    return;
  }
  const int at = criteria_->verticalScrollBar()->value();
  criteria_->setHtml(name + gradeDetails(indicators->period().dataset().provenance, *grades,
                                         indicators->own_rule() != core::indicators::grades::OwnRule{},
                                         explained_, session_.language()));
  criteria_->verticalScrollBar()->setValue(at);
}

void GradesPanel::openDefinition(const QUrl& link) {
  bool isNumber = false;
  const int scheme = link.path().toInt(&isNumber);
  if (link.scheme() != QLatin1String(schemeLink) || !isNumber) return;
  if (!explained_.remove(scheme)) explained_.insert(scheme);
  showCriteria();
}

}  // namespace vicinia::desktop
