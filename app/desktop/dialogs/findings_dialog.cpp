#include "dialogs/findings_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QVBoxLayout>

#include "session/qt_text.h"

namespace vicinia::desktop {

FindingsDialog::FindingsDialog(Session& session, QWidget* parent)
    : QDialog(parent), session_(session), heading_(new QLabel), list_(new QListView) {
  setObjectName(QStringLiteral("findingsDialog"));
  setModal(false);
  resize(560, 360);
  heading_->setWordWrap(true);
  list_->setModel(&model_);
  list_->setWordWrap(true);
  list_->setAlternatingRowColors(true);
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setResizeMode(QListView::Adjust);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(heading_);
  column->addWidget(list_);
  column->addWidget(buttons);
  connect(&session_, &Session::changed, this, [this](const workspace::Touched& touched) {
    if (touched.dataset) retranslateUi();
  });
  retranslateUi();
}

void FindingsDialog::retranslateUi() {
  setWindowTitle(tr("Notes on the data"));
  list_->setAccessibleName(tr("Notes on the data"));
  if (!session_.isOpen()) return;
  const auto& open = session_.document().data;
  heading_->setText(open->findings.empty()
                        ? tr("Nothing was assumed or repaired while reading “%1”.").arg(pathText(open->folder))
                        : tr("What was assumed or repaired while reading “%1”:").arg(pathText(open->folder)));
  model_.setFindings(open, session_.language());
}

void FindingsDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QDialog::changeEvent(event);
}

}  // namespace vicinia::desktop
