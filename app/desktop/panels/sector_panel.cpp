#include "panels/sector_panel.h"

#include "panels/tables/table_kit.h"
#include "text/plain_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace vicinia::desktop {

SectorPanel::SectorPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      levelLabel_(new PlainLabel),
      level_(new QComboBox),
      search_(new QLineEdit),
      list_(new QTreeView) {
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

  level_->setObjectName(QStringLiteral("sectorLevelBox"));
  levelLabel_->setBuddy(level_);
  auto* levels = new QHBoxLayout;
  levels->addWidget(levelLabel_);
  levels->addWidget(level_, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->addLayout(levels);
  column->addWidget(search_);
  column->addWidget(list_);
  new TableKit(*list_, *header, SectorModel::nameColumn);
  setTabOrder(level_, search_);
  setTabOrder(search_, list_);

  connect(level_, &QComboBox::activated, this, [this](int row) {
    session_.apply(workspace::commands::set_sector_level(static_cast<std::size_t>(row) + 1));
    showLevels();
  });
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
  connect(&session_, &Session::changed, this, &SectorPanel::onViewChanged);
  retranslateUi();
}

void SectorPanel::retranslateUi() {
  search_->setPlaceholderText(tr("Find a sector"));
  search_->setAccessibleName(tr("Find a sector"));
  list_->setAccessibleName(tr("Sectors"));
  levelLabel_->setText(tr("&Level"));
  level_->setAccessibleName(tr("Level of the sectors"));
  level_->setToolTip(tr("Some sectors are parts of others: only one level is shown and summed at a time."));
  model_.setLanguage(session_.language());
  showLevels();
}

void SectorPanel::onViewChanged(const workspace::Touched& touched) {
  const QScopedValueRollback quiet(following_, true);
  if (touched.dataset) showLevels();
  if (touched.dataset || touched.period) model_.setDataset(session_.document().data, session_.view().period);
  if (touched.dataset || touched.period || touched.sector) showCurrent();
}

void SectorPanel::showLevels() {
  const bool hasLevels =
      session_.isOpen() && session_.dataset().levels && session_.dataset().levels->count() > 1;
  levelLabel_->setVisible(hasLevels);
  level_->setVisible(hasLevels);
  if (!hasLevels) return;
  const QSignalBlocker quiet(level_);
  level_->clear();
  const auto& levels = *session_.dataset().levels;
  for (std::size_t level = 1; level <= levels.count(); ++level) {
    const auto count = static_cast<int>(levels.tree.at_level(level).size());
    level_->addItem(levels.is_complete(level) ? tr("%1 – sectors: %2").arg(level).arg(count)
                                              : tr("%1 – sectors: %2, incomplete").arg(level).arg(count));
  }
  level_->setCurrentIndex(static_cast<int>(session_.dataset().sector_level) - 1);
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
