#include "dialogs/findings_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QVBoxLayout>

#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/border_match_text.h"
#include "vicinia/workspace/words/findings_text.h"

namespace vicinia::desktop {

FindingsDialog::FindingsDialog(Session& session, AgglomerationController& agglomerations, QWidget* parent)
    : QDialog(parent),
      session_(session),
      agglomerations_(agglomerations),
      borders_(new PlainLabel),
      heading_(new PlainLabel),
      every_(new QCheckBox),
      list_(new QListView) {
  setObjectName(QStringLiteral("findingsDialog"));
  setModal(false);
  resize(560, 360);
  borders_->setObjectName(QStringLiteral("bordersText"));
  borders_->setWordWrap(true);
  borders_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  every_->setObjectName(QStringLiteral("everyNote"));
  heading_->setWordWrap(true);
  list_->setModel(&model_);
  list_->setWordWrap(true);
  list_->setAlternatingRowColors(true);
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setResizeMode(QListView::Adjust);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(borders_);
  column->addWidget(heading_);
  column->addWidget(list_);
  column->addWidget(every_);
  column->addWidget(buttons);
  connect(&session_, &Session::changed, this, [this](const workspace::Touched& touched) {
    if (touched.dataset) retranslateUi();
  });
  connect(&agglomerations_, &AgglomerationController::changed, this, &FindingsDialog::showBorders);
  connect(every_, &QCheckBox::toggled, this, &FindingsDialog::showNotes);
  retranslateUi();
}

void FindingsDialog::retranslateUi() {
  setWindowTitle(tr("Notes on the data"));
  list_->setAccessibleName(tr("Notes on the data"));
  if (!session_.isOpen()) return;
  const auto& open = session_.document().data;
  heading_->setText(
      open->findings.empty()
          ? tr("Nothing was assumed or repaired while reading “%1”.").arg(pathText(open->folder))
          : tr("What was assumed or repaired while reading “%1”:").arg(pathText(open->folder)));
  const std::size_t count = open->findings.size();
  every_->setText(tr("&Every one of the %1 notes").arg(count));
  every_->setToolTip(tr("Rather than a line for each kind"));
  every_->setVisible(workspace::findings_summary(open->findings, session_.language()).size() < count);
  showNotes();
  showBorders();
}

void FindingsDialog::showNotes() {
  if (session_.isOpen())
    model_.setFindings(session_.document().data, every_->isChecked(), session_.language());
}

void FindingsDialog::showBorders() {
  const FoundPtr& found = agglomerations_.found();
  const bool isKnown = session_.isOpen() && found && &found->dataset() == &session_.dataset();
  if (isKnown) {
    const workspace::Contiguity& contiguity = found->contiguity();
    const double tolerance_m = contiguity.tolerance_of(session_.view().agglomerations);
    borders_->setText(qs(workspace::border_match_text(contiguity.match(), tolerance_m, session_.language())));
  }
  borders_->setVisible(isKnown);
}

void FindingsDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QDialog::changeEvent(event);
}

}  // namespace vicinia::desktop
