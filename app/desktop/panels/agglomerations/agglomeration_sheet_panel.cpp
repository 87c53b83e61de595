#include "panels/agglomerations/agglomeration_sheet_panel.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "models/agglomerations/agglomeration_texts.h"
#include "panels/bar_delegate.h"
#include "panels/scrolled_column.h"
#include "panels/tables/pointed_rows.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/robustness_text.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

AgglomerationSheetPanel::AgglomerationSheetPanel(Session& session, AgglomerationController& agglomerations,
                                                 QWidget* parent)
    : QWidget(parent),
      session_(session),
      agglomerations_(agglomerations),
      name_(new PlainLabel),
      numbers_(new PlainLabel),
      parts_(new PlainLabel),
      notes_(new PlainLabel),
      search_(new FilterLine(sorted_, QStringLiteral("memberSearch"))),
      members_(new ListTable),
      choose_(new QAction(this)) {
  name_->setObjectName(QStringLiteral("agglomerationName"));
  numbers_->setObjectName(QStringLiteral("agglomerationNumbers"));
  parts_->setObjectName(QStringLiteral("agglomerationParts"));
  notes_->setObjectName(QStringLiteral("agglomerationNotes"));
  QFont large = name_->font();
  large.setBold(true);
  large.setPointSizeF(large.pointSizeF() * 1.2);
  name_->setFont(large);
  auto* const column = makeScrolledColumn(*this);
  for (QLabel* const label : {name_, numbers_, parts_}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
  }
  sorted_.setSourceModel(&model_);
  sorted_.setMainColumn(MembersModel::employeesColumn);
  members_->setObjectName(QStringLiteral("members"));
  members_->setList(sorted_, MembersModel::unitColumn, MembersModel::employeesColumn, Qt::DescendingOrder,
                    choose_);
  members_->setItemDelegateForColumn(MembersModel::partColumn, new BarDelegate(MembersModel::barRole, this));
  column->addWidget(search_);
  column->addWidget(members_, 1);
  notes_->setWordWrap(true);
  notes_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(notes_);
  column->addStretch(0);
  new PointedRows(session_, *members_, MembersModel::unitRole, this);
  connect(members_, &ListTable::activated, this, &AgglomerationSheetPanel::choose);
  connect(choose_, &QAction::triggered, this, [this] { choose(members_->currentIndex()); });
  const auto showOn = [this](auto signal) {
    connect(&agglomerations_, signal, this, &AgglomerationSheetPanel::showSheet);
  };
  showOn(&AgglomerationController::changed);
  showOn(&AgglomerationController::assessed);
  showOn(&AgglomerationController::selectionChanged);
  retranslateUi();
}

void AgglomerationSheetPanel::retranslateUi() {
  members_->setAccessibleName(tr("Members of the agglomeration, and units that are near"));
  choose_->setText(tr("&Show on the map"));
  showSheet();
}

QString AgglomerationSheetPanel::numbers(const ws::AgglomerationReport& report) const {
  const auto language = session_.language();
  const auto doubt = core::values::gravest(report.rests_on);
  const auto& sums = report.found.sums;
  QStringList parts{
      tr("Employees: %1").arg(qs(ws::cell_text(sums.employees, 0, language))),
      tr("Enterprises: %1").arg(qs(ws::cell_text(sums.enterprises, 0, language))),
      tr("Foreign-invested: %1").arg(qs(ws::cell_text(sums.fdi_enterprises, 0, language))),
      tr("Pooled LQ: %1").arg(qs(ws::marked(ws::interval_text(report.pooled.lq, 2, language), doubt))),
      tr("Share of the sector: %1 %")
          .arg(qs(ws::interval_text(report.pooled.sector_share_pct, 1, language)))};
  return parts.join(QStringLiteral(" · "));
}

QString AgglomerationSheetPanel::notes(std::size_t agglomeration) const {
  constexpr std::size_t most_names = 6;
  const auto& found = *agglomerations_.found();
  QStringList lines;
  lines << (agglomerations_.robustness()
                ? qs(ws::agglomeration_robustness_text(found.dataset(), *agglomerations_.robustness(),
                                                       agglomeration, session_.language(), most_names))
                : tr("The rules are being varied…"));
  if (const auto in = ws::membership_text(found.dataset(), found.reports()[agglomeration].membership,
                                          session_.language(), most_names);
      !in.empty())
    lines << qs(in);
  lines << contradictedValues(found, agglomeration, session_.language());
  return lines.join(QLatin1Char('\n'));
}

// Nothing is computed for a panel that nobody sees.
void AgglomerationSheetPanel::showSheet() {
  if (!isVisible()) return;
  const FoundPtr& found = agglomerations_.found();
  const auto selected = agglomerations_.selected();
  const bool isKnown = found && selected && *selected < found->reports().size();
  for (QWidget* const part : std::initializer_list<QWidget*>{name_, numbers_, search_, members_, notes_})
    part->setVisible(isKnown);
  if (!isKnown) {
    shown_.reset();
    parts_->show();
    parts_->setText(tr("Choose an agglomeration in the list, or click one of its units on the map."));
    model_.setSheet(nullptr, {}, session_.language());
    return;
  }
  const auto language = session_.language();
  if (Shown now{found, agglomerations_.robustness(), *selected, language}; shown_ == now)
    return;  // another of its units was chosen
  else
    shown_ = std::move(now);
  const auto& report = found->reports()[*selected];
  const bool isAssessed =
      agglomerations_.robustness() &&
      agglomerations_.robustness()->found.agglomerations.size() == found->reports().size();
  auto sheet = ws::agglomeration_sheet(found->values(), found->reports(), *selected,
                                       session_.view().agglomerations.rules.lq_min,
                                       isAssessed ? agglomerations_.robustness().get() : nullptr);
  name_->setText(membersText(*found, *selected, language));
  numbers_->setText(numbers(report));
  parts_->setVisible(found->isCrossing(*selected));
  parts_->setText(tr("Divided between: %1")
                      .arg(qs(ws::parts_text(found->dataset().frame, sheet.agglomeration, language))));
  notes_->setText(notes(*selected));
  model_.setSheet(found, std::move(sheet), language);
  members_->resizeColumnsToContents();
  constexpr int widest = 150;
  for (const int wide : {MembersModel::unitColumn, MembersModel::provinceColumn})
    members_->setColumnWidth(wide, std::min(members_->columnWidth(wide), widest));
}

void AgglomerationSheetPanel::choose(const QModelIndex& row) {
  if (!row.isValid()) return;
  const auto unit = static_cast<core::admin::UnitIndex>(row.data(MembersModel::unitRole).toULongLong());
  if (session_.apply(ws::commands::select_unit(unit))) Q_EMIT shown(unit);
}

void AgglomerationSheetPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

void AgglomerationSheetPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  showSheet();
}

}  // namespace vicinia::desktop
