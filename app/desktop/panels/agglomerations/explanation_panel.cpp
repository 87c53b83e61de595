#include "panels/agglomerations/explanation_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <utility>

#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/robustness_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::topology::BorderKind;

ExplanationPanel::ExplanationPanel(Session& session, AgglomerationController& agglomerations, QWidget* parent)
    : QWidget(parent),
      session_(session),
      agglomerations_(agglomerations),
      rules_(new PlainLabel),
      neighboursLabel_(new PlainLabel),
      neighbours_(new ListTable),
      link_(new QPushButton),
      cut_(new QPushButton) {
  rules_->setObjectName(QStringLiteral("reasons"));
  rules_->setTextFormat(Qt::RichText);
  rules_->setWordWrap(true);
  rules_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  neighbours_->setObjectName(QStringLiteral("neighbours"));
  sorted_.setSourceModel(&model_);
  neighbours_->setAlternatingRowColors(false);
  neighbours_->setList(sorted_, NeighboursModel::nameColumn, -1,
                       Qt::AscendingOrder);  // members first, until sorted
  auto* header = neighbours_->horizontalHeader();
  header->setMinimumSectionSize(30);
  header->setSectionResizeMode(QHeaderView::ResizeToContents);
  header->setSectionResizeMode(NeighboursModel::nameColumn, QHeaderView::Stretch);
  neighboursLabel_->setBuddy(neighbours_);
  link_->setObjectName(QStringLiteral("linkWith"));
  cut_->setObjectName(QStringLiteral("cutLink"));

  auto* buttons = new QHBoxLayout;
  buttons->addWidget(link_);
  buttons->addWidget(cut_);
  buttons->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 4, 0, 0);
  column->setSpacing(4);
  column->addWidget(rules_);
  column->addWidget(neighboursLabel_);
  column->addWidget(neighbours_, 1);
  column->addLayout(buttons);

  connect(link_, &QPushButton::clicked, this, &ExplanationPanel::linkWanted);
  connect(cut_, &QPushButton::clicked, this, &ExplanationPanel::changeLink);
  connect(neighbours_, &QTableView::activated, this, &ExplanationPanel::select);
  connect(neighbours_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &ExplanationPanel::showChoice);
  connect(&agglomerations_, &AgglomerationController::changed, this, &ExplanationPanel::showExplanation);
  connect(&agglomerations_, &AgglomerationController::selectionChanged, this,
          &ExplanationPanel::showExplanation);
  connect(&agglomerations_, &AgglomerationController::assessed, this, &ExplanationPanel::showExplanation);
  retranslateUi();
}

void ExplanationPanel::retranslateUi() {
  rules_->setAccessibleName(tr("Rules that the selected unit passes or fails"));
  neighboursLabel_->setText(tr("Neighbours that it is &linked with"));
  neighbours_->setAccessibleName(tr("Neighbours that it is linked with"));
  neighbours_->setToolTip(tr("A double click selects the neighbour"));
  link_->setText(tr("Link &with another…"));
  link_->setAccessibleName(tr("Link with another unit by hand"));
  link_->setToolTip(tr("Then click the unit to link it with, over a river mouth, say"));
  showExplanation();
}

void ExplanationPanel::showExplanation() {
  const FoundPtr& found = agglomerations_.found();
  const auto selected = session_.isOpen() ? session_.view().selected.current() : std::nullopt;
  QString verdict;
  const bool isKnown = found && selected;
  const bool isPossible = isKnown && found->inTopology(*selected);
  if (isKnown) {
    if (const auto explanation = found->explain(*selected)) {
      Reasons reasons = makeReasons(found->dataset(), *explanation, session_.language());
      verdict = reasons.verdict;
      if (const RobustnessPtr& robustness = agglomerations_.robustness())
        if (const auto text = ws::unit_robustness_text(*robustness, *selected, session_.language());
            !text.empty())
          reasons.lines.push_back({Reason::Kind::note, qs(text)});
      rules_->setText(richText(reasons.lines));
      model_.setExplanation(found, *explanation, session_.language());
    } else {
      rules_->setText(qs(ws::error_text(explanation.error(), session_.language())).toHtmlEscaped());
      model_.clear();
    }
  } else {
    rules_->clear();
    model_.clear();
  }
  for (QWidget* widget : {static_cast<QWidget*>(neighboursLabel_), static_cast<QWidget*>(neighbours_)})
    widget->setVisible(isPossible);
  link_->setVisible(isPossible);
  showChoice();
  if (std::exchange(verdict_, verdict) != verdict) Q_EMIT verdictChanged();
}

// What the button does with the chosen neighbour.
void ExplanationPanel::showChoice() {
  const auto rows = neighbours_->selectionModel()->selectedRows();
  const NeighboursModel::Row* row = rows.isEmpty() ? nullptr : &rowAt(rows.first());
  cut_->setVisible(link_->isVisibleTo(this));
  cut_->setEnabled(row != nullptr);
  const QString text = row && row->isCut                        ? tr("Take &back the cut")
                       : row && row->kind == BorderKind::manual ? tr("Take &back the link")
                       : row && row->isApart                    ? tr("Link &all the same")
                                                                : tr("&Cut the link");
  cut_->setText(text);
  cut_->setAccessibleName(tr("%1 with the chosen neighbour").arg(QString(text).remove(QLatin1Char('&'))));
  cut_->setToolTip(tr("Choose a neighbour in the list first"));
}

void ExplanationPanel::changeLink() {
  const auto rows = neighbours_->selectionModel()->selectedRows();
  if (rows.isEmpty() || session_.view().selected.empty()) return;
  const NeighboursModel::Row row = rowAt(rows.first());
  const auto unit = *session_.view().selected.current();
  if (row.isApart) {
    session_.apply(ws::commands::link_units(unit, row.unit));
    return;
  }
  const bool isByHand = row.isCut || row.kind == BorderKind::manual;
  session_.apply(isByHand ? ws::commands::forget_link(unit, row.unit)
                          : ws::commands::cut_units(unit, row.unit));
}

void ExplanationPanel::select(const QModelIndex& index) {
  if (index.isValid()) session_.apply(ws::commands::select_unit(rowAt(index).unit));
}

void ExplanationPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
