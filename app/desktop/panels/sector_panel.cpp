#include "panels/sector_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace vicinia::desktop {

SectorPanel::SectorPanel(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), search_(new QLineEdit), list_(new QTreeView) {
  filter_.setSourceModel(&model_);
  search_->setObjectName(QStringLiteral("sectorSearch"));
  search_->setClearButtonEnabled(true);
  search_->installEventFilter(this);
  list_->setObjectName(QStringLiteral("sectorList"));
  list_->setModel(&filter_);
  list_->setRootIsDecorated(false);
  list_->setUniformRowHeights(true);
  list_->setAllColumnsShowFocus(true);
  list_->setTextElideMode(Qt::ElideRight);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* header = list_->header();
  header->setStretchLastSection(false);
  header->setMinimumSectionSize(28);
  header->setSectionResizeMode(SectorModel::codeColumn, QHeaderView::ResizeToContents);
  header->setSectionResizeMode(SectorModel::nameColumn, QHeaderView::Stretch);
  header->setSectionResizeMode(SectorModel::countColumn, QHeaderView::ResizeToContents);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->addWidget(search_);
  column->addWidget(list_);
  setTabOrder(search_, list_);

  connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
    const QScopedValueRollback quiet(following_, true);
    filter_.setSearch(text);
    showCurrent();
  });
  connect(search_, &QLineEdit::returnPressed, this, [this] { choose(filter_.index(0, 0)); });
  connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) {
            if (!following_) choose(current);
          });
  connect(list_, &QTreeView::clicked, this, &SectorPanel::choose);
  connect(&session_, &Session::changed, this, &SectorPanel::hear);
  retranslateUi();
}

void SectorPanel::retranslateUi() {
  search_->setPlaceholderText(tr("Find a sector"));
  search_->setAccessibleName(tr("Find a sector"));
  list_->setAccessibleName(tr("Sectors"));
  model_.setLanguage(session_.language());
}

void SectorPanel::hear(const workspace::Touched& touched) {
  const QScopedValueRollback quiet(following_, true);
  if (touched.dataset || touched.period) model_.setDataset(session_.document().data, session_.view().period);
  if (touched.dataset || touched.period || touched.sector) showCurrent();
}

void SectorPanel::showCurrent() {
  if (!session_.isOpen()) return;
  const QModelIndex index = filter_.mapFromSource(model_.index(static_cast<int>(session_.view().sector), 0));
  list_->selectionModel()->setCurrentIndex(
      index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows | QItemSelectionModel::Current);
  if (index.isValid()) list_->scrollTo(index);
}

void SectorPanel::choose(const QModelIndex& index) {
  if (!index.isValid() || !session_.isOpen()) return;
  const auto sector = static_cast<core::industry::SectorIndex>(filter_.mapToSource(index).row());
  if (sector != session_.view().sector) session_.apply(workspace::commands::set_sector(sector));
}

// Down in the search field goes on to the list.
bool SectorPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == search_ && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
    list_->setFocus();
    if (!list_->currentIndex().isValid()) list_->setCurrentIndex(filter_.index(0, 0));
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void SectorPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
