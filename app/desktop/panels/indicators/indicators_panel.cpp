#include "panels/indicators/indicators_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <utility>

#include "drawing/themed_icon.h"
#include "models/indicators/indicator_details.h"
#include "models/indicators/indicator_groups.h"
#include "models/marks.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/totals_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

IndicatorsPanel::IndicatorsPanel(Session& session, IndicatorController& indicators, QWidget* parent)
    : IndicatorPanel(indicators, parent),
      session_(session),
      head_(new PlainLabel),
      warning_(new PlainLabel),
      warningMark_(new PlainLabel),
      message_(new PlainLabel),
      export_(new QToolButton),
      search_(new FilterLine(filter_, QStringLiteral("indicatorSearch"))),
      tree_(new IndicatorTree(model_, filter_)),
      details_(new QTextBrowser) {
  model_.setDevicePixelRatio(devicePixelRatioF());
  layOut();
  connect(search_, &QLineEdit::textChanged, tree_, &IndicatorTree::openAll);
  connect(export_, &QToolButton::clicked, this, &IndicatorsPanel::exportWanted);
  connect(tree_, &IndicatorTree::indicatorChosen, this, &IndicatorsPanel::showDetails);
  connect(indicators_, &IndicatorController::changed, this, &IndicatorsPanel::showIndicators);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.selection) showIndicators();
  });
  retranslateUi();
  tree_->setCurrentIndex(tree_->indexOf(core::indicators::Indicator::location_quotient));
}

void IndicatorsPanel::layOut() {
  head_->setObjectName(QStringLiteral("indicatorHead"));
  head_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  QFont bold = head_->font();
  bold.setBold(true);
  head_->setFont(bold);
  warning_->setObjectName(QStringLiteral("indicatorWarning"));
  warningMark_->setPixmap(makeWarningMark(16, devicePixelRatioF()));
  message_->setObjectName(QStringLiteral("indicatorMessage"));
  message_->setWordWrap(true);
  message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  export_->setObjectName(QStringLiteral("exportIndicatorsButton"));
  export_->setIcon(themedIcon("export"));
  export_->setAutoRaise(true);
  export_->setFocusPolicy(Qt::StrongFocus);
  details_->setObjectName(QStringLiteral("indicatorDetails"));
  details_->setFrameShape(QFrame::NoFrame);
  details_->document()->setDocumentMargin(6);

  auto* top = new QHBoxLayout;
  top->setSpacing(6);
  top->addWidget(head_);
  top->addSpacing(12);
  top->addWidget(warningMark_);
  top->addWidget(warning_);
  top->addStretch(1);
  top->addWidget(search_);
  top->addWidget(export_);
  splitter_->setChildrenCollapsible(false);
  splitter_->addWidget(tree_);
  splitter_->addWidget(details_);
  splitter_->setSizes({694, 356});
  splitter_->setStretchFactor(0, 5);
  splitter_->setStretchFactor(1, 3);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 6);
  column->setSpacing(4);
  column->addLayout(top);
  column->addWidget(message_);
  column->addWidget(splitter_, 1);
}

void IndicatorsPanel::retranslateUi() {
  tree_->setAccessibleName(tr("Indicators of the selected unit"));
  details_->setAccessibleName(tr("Definition, denominator, limits and source of the chosen indicator"));
  export_->setToolTip(tr("Export indicators and grades"));
  export_->setAccessibleName(export_->toolTip());
  sized_ = false;
  showIndicators();
}

void IndicatorsPanel::showIndicators() {
  const SectorIndicatorsPtr& indicators = indicators_->indicators();
  const auto unit = session_.isOpen() ? session_.view().selected.current() : std::nullopt;
  model_.setIndicators(indicators, unit, session_.language());
  splitter_->setVisible(indicators != nullptr);
  export_->setEnabled(session_.isOpen());
  showHead();
  showDetails();
  if (!indicators || sized_) return;
  tree_->fitColumns();
  sized_ = unit.has_value();  // without one most columns are empty
}

void IndicatorsPanel::showHead() {
  const SectorIndicatorsPtr& indicators = indicators_->indicators();
  const auto language = session_.language();
  const QStringList warnings = indicators ? model_.warnings() : QStringList();
  warning_->setText(warnings.join(QStringLiteral("; ")));
  warning_->setVisible(!warnings.isEmpty());
  warningMark_->setVisible(!warnings.isEmpty());
  QString message;
  if (!indicators) {
    head_->clear();
    if (indicators_->error())
      message = qs(ws::error_text(*indicators_->error(), language));
    else if (session_.isOpen())
      message = tr("Computing…");
  } else {
    const core::Dataset& dataset = indicators->period().dataset();
    const QString sector = qs(ws::name_of(dataset.sectors[indicators->sector()], language));
    const auto unit = session_.view().selected.current();
    head_->setText(
        unit ? QStringLiteral("%1 · %2").arg(qs(ws::full_name(dataset.frame, *unit, language)), sector)
             : sector);
    if (!unit)
      message = tr("Click a unit on the map to see its indicators here.");
    else if (dataset.observations.find(*unit, indicators->sector(), indicators->period().period()) == nullptr)
      message = tr("The source publishes no values for this unit in this sector.");
  }
  message_->setText(message);
  message_->setVisible(!message.isEmpty());
}

void IndicatorsPanel::showDetails() {
  const auto indicator = tree_->current();
  const SectorIndicatorsPtr& indicators = indicators_->indicators();
  if (!indicators || !indicator) {
    details_->setHtml(
        indicators
            ? tr("Choose an indicator to read what it is, what it divides by, and what it does not say.")
                  .toHtmlEscaped()
            : QString());
    return;
  }
  details_->setHtml(
      indicatorDetails(*indicators, session_.view().selected.current(), *indicator, session_.language()));
}

}  // namespace vicinia::desktop
