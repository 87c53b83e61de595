#include "panels/agglomerations/agglomeration_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <algorithm>

#include "drawing/themed_icon.h"
#include "session/own_words.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr int widest_members = 165;

}  // namespace

AgglomerationPanel::AgglomerationPanel(Session& session, AgglomerationController& agglomerations,
                                       QWidget* parent)
    : QWidget(parent),
      session_(session),
      agglomerations_(agglomerations),
      summary_(new PlainLabel),
      message_(new PlainLabel),
      exportButton_(new QToolButton),
      search_(new FilterLine(sorted_, QStringLiteral("agglomerationSearch"))),
      list_(new ListTable),
      zoom_(new QAction(this)) {
  summary_->setObjectName(QStringLiteral("agglomerationSummary"));
  summary_->setWordWrap(true);
  message_->setObjectName(QStringLiteral("agglomerationMessage"));
  message_->setWordWrap(true);
  message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  exportButton_->setObjectName(QStringLiteral("exportAgglomerationsButton"));
  exportButton_->setIcon(themedIcon("export"));
  exportButton_->setAutoRaise(true);
  exportButton_->setFocusPolicy(Qt::StrongFocus);
  buildList();

  auto* head = new QHBoxLayout;
  head->addWidget(summary_, 1);
  head->addWidget(search_, 0, Qt::AlignTop);
  head->addWidget(exportButton_, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(4);
  column->addLayout(head);
  column->addWidget(message_, 1);
  column->addWidget(list_, 1);

  connect(exportButton_, &QToolButton::clicked, this, &AgglomerationPanel::exportWanted);
  search_->setApply([this] {
    const QScopedValueRollback quiet(following_, true);
    sorted_.setSearch(search_->text());
    showSelected();
  });
  connect(zoom_, &QAction::triggered, this, [this] { zoomTo(list_->currentIndex()); });
  connect(list_, &QTableView::activated, this, &AgglomerationPanel::zoomTo);
  connect(list_, &QTableView::clicked, this, &AgglomerationPanel::choose);
  connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &AgglomerationPanel::choose);
  connect(&agglomerations_, &AgglomerationController::changed, this, &AgglomerationPanel::showFound);
  connect(&agglomerations_, &AgglomerationController::selectionChanged, this,
          &AgglomerationPanel::showSelected);
  connect(&agglomerations_, &AgglomerationController::assessed, this,
          [this] { model_.setRobustness(agglomerations_.robustness()); });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.province && !touched.membership()) showFound();
  });
  retranslateUi();
}

void AgglomerationPanel::buildList() {
  model_.setDevicePixelRatio(devicePixelRatioF());
  sorted_.setSourceModel(&model_);
  sorted_.setMainColumn(AgglomerationModel::lqColumn);
  list_->setObjectName(QStringLiteral("agglomerationList"));
  list_->setList(sorted_, AgglomerationModel::membersColumn, AgglomerationModel::rankColumn,
                 Qt::AscendingOrder, zoom_);
  list_->horizontalHeader()->setMinimumSectionSize(24);
}

void AgglomerationPanel::retranslateUi() {
  list_->setAccessibleName(tr("Agglomerations"));
  zoom_->setText(tr("&Zoom to the agglomeration"));
  exportButton_->setToolTip(tr("Export the list or the outlines"));
  exportButton_->setAccessibleName(exportButton_->toolTip());
  sized_ = false;
  showFound();
}

QString AgglomerationPanel::summary() const {
  const FoundPtr& found = agglomerations_.found();
  const auto language = session_.language();
  const auto number = [&](std::size_t count) {
    return qs(ws::number_text(static_cast<double>(count), 0, language));
  };
  const auto& province = session_.view().province;
  const auto listed = found->reaching(province);
  const auto crossing = static_cast<std::size_t>(
      std::ranges::count_if(listed, [&](std::size_t i) { return found->isCrossing(i); }));
  QString text;
  if (province)
    text = tr("%1 of %2 agglomerations reach %3")
               .arg(number(listed.size()), number(found->reports().size()),
                    qs(ws::called(session_.dataset().frame, *province, language)));
  else
    text = listed.size() == 1 ? tr("1 agglomeration") : tr("%1 agglomerations").arg(number(listed.size()));
  if (crossing > 0) text += QStringLiteral("; ") + tr("%1 across provinces").arg(number(crossing));
  return text;
}

void AgglomerationPanel::showFound() {
  const QScopedValueRollback quiet(following_, true);
  const FoundPtr& found = agglomerations_.found();
  model_.setFound(found, session_.isOpen() ? session_.view().province : std::nullopt, session_.language());
  model_.setRobustness(agglomerations_.robustness());
  const bool any = model_.rowCount() > 0;
  list_->setVisible(any);
  search_->setVisible(any);
  message_->setVisible(!any);
  exportButton_->setEnabled(found != nullptr);
  if (found) {
    summary_->setText(summary());
    message_->setText(
        inOwnWords(tr("No district satisfies the rules. Lower the least LQ or the sizes."), session_));
  } else {
    summary_->clear();
    if (agglomerations_.error())
      message_->setText(qs(ws::error_text(*agglomerations_.error(), session_.language())));
    else
      message_->setText(session_.isOpen()
                            ? inOwnWords(tr("Looking for borders that districts share…"), session_)
                            : QString());
  }
  if (any && !std::exchange(sized_, true)) {
    list_->resizeColumnsToContents();
    list_->setColumnWidth(AgglomerationModel::crossingColumn, 24);
    list_->setColumnWidth(AgglomerationModel::membersColumn, widest_members);
  }
  showSelected();
}

void AgglomerationPanel::showSelected() {
  const QScopedValueRollback quiet(following_, true);
  const auto selected = agglomerations_.selected();
  const auto row = selected ? model_.rowOf(*selected) : std::nullopt;
  if (!row) {
    list_->selectionModel()->clear();
    return;
  }
  const QModelIndex current = list_->currentIndex();
  const QModelIndex index = sorted_.mapFromSource(model_.index(*row, AgglomerationModel::rankColumn));
  if (!index.isValid()) return list_->selectionModel()->clear();  // filtered away
  if (current.row() == index.row() && list_->selectionModel()->isRowSelected(index.row())) return;
  list_->selectionModel()->setCurrentIndex(
      index.siblingAtColumn(std::max(0, current.column())),
      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows | QItemSelectionModel::Current);
  list_->scrollTo(index.siblingAtColumn(std::max(0, current.column())));
}

void AgglomerationPanel::choose(const QModelIndex& index) {
  if (!following_ && index.isValid())
    agglomerations_.select(
        static_cast<std::size_t>(index.data(AgglomerationModel::agglomerationRole).toULongLong()));
}

void AgglomerationPanel::zoomTo(const QModelIndex& index) {
  if (index.isValid())
    Q_EMIT zoomWanted(
        static_cast<std::size_t>(index.data(AgglomerationModel::agglomerationRole).toULongLong()));
}

void AgglomerationPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
