#include "panels/agglomerations/hand_links_panel.h"

#include "panels/tables/table_kit.h"
#include "session/own_words.h"
#include "text/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr int shown_rows = 4;  ///< more scroll

}  // namespace

HandLinksPanel::HandLinksPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      title_(new PlainLabel),
      none_(new PlainLabel),
      list_(new QTreeView),
      link_(new QPushButton),
      remove_(new QPushButton) {
  none_->setWordWrap(true);
  none_->setForegroundRole(QPalette::PlaceholderText);
  list_->setObjectName(QStringLiteral("handLinks"));
  list_->setModel(&model_);
  list_->setRootIsDecorated(false);
  list_->setUniformRowHeights(true);
  list_->setAllColumnsShowFocus(true);
  list_->setHeaderHidden(true);
  list_->header()->setSectionResizeMode(HandLinksModel::kindColumn, QHeaderView::ResizeToContents);
  list_->header()->setStretchLastSection(true);
  new TableKit(*list_, *list_->header(), HandLinksModel::unitsColumn);
  list_->installEventFilter(this);
  title_->setBuddy(list_);
  link_->setObjectName(QStringLiteral("linkFromRules"));
  remove_->setObjectName(QStringLiteral("removeHandLink"));

  auto* buttons = new QHBoxLayout;
  buttons->addWidget(link_);
  buttons->addWidget(remove_);
  buttons->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addWidget(title_);
  column->addWidget(none_);
  column->addWidget(list_);
  column->addLayout(buttons);

  connect(link_, &QPushButton::clicked, this, &HandLinksPanel::linkWanted);
  connect(remove_, &QPushButton::clicked, this, &HandLinksPanel::removeChosen);
  connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &HandLinksPanel::updateButtons);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset) retranslateUi();  // it speaks of what the data are of
    if (touched.dataset || touched.agglomerations) showLinks();
    if (touched.selection) updateButtons();
  });
  retranslateUi();
}

void HandLinksPanel::retranslateUi() {
  title_->setText(tr("Links and cuts b&y hand"));
  list_->setAccessibleName(tr("Links and cuts by hand"));
  none_->setText(inOwnWords(
      tr("None. Link two districts over a river mouth, say, or cut a link that means nothing."), session_));
  link_->setText(tr("&Link…"));
  link_->setAccessibleName(tr("Link the selected unit with another"));
  link_->setToolTip(tr("Select a unit, press this, then click the unit to link it with"));
  remove_->setText(tr("Remove"));
  remove_->setAccessibleName(tr("Remove the chosen link or cut"));
  showLinks();
}

void HandLinksPanel::showLinks() {
  const auto links = session_.isOpen() ? session_.view().agglomerations.links : core::topology::ManualLinks{};
  model_.setLinks(session_.isOpen() ? session_.document().data->dataset : nullptr, links,
                  session_.language());
  const int rows = model_.rowCount();
  none_->setVisible(rows == 0);
  list_->setVisible(rows > 0);
  const int rowHeight = rows > 0 ? list_->sizeHintForRow(0) : 0;
  list_->setFixedHeight(std::min(rows, shown_rows) * rowHeight + 2 * list_->frameWidth() + 2);
  remove_->setVisible(rows > 0);
  updateButtons();
}

void HandLinksPanel::updateButtons() {
  link_->setEnabled(session_.isOpen() && !session_.view().selected.empty());
  remove_->setEnabled(list_->selectionModel()->hasSelection());
}

void HandLinksPanel::removeChosen() {
  const auto rows = list_->selectionModel()->selectedRows();
  if (rows.isEmpty()) return;
  const auto [a, b] = model_.pairAt(rows.first().row());
  session_.apply(ws::commands::forget_link(a, b));
}

bool HandLinksPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == list_ && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
    removeChosen();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void HandLinksPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
