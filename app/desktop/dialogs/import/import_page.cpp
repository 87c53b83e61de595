#include "dialogs/import/import_page.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QWizardPage>
#include <string>
#include <vector>

#include "dialogs/import/import_work.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/words/findings_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

ImportPage::ImportPage(ImportWork& work, ws::Language language)
    : work_(work), language_(language), notes_(new QPlainTextEdit) {
  notes_->setObjectName(QStringLiteral("importNotes"));
  notes_->setReadOnly(true);
  notes_->setTabChangesFocus(true);
  notes_->setMaximumHeight(96);
  notes_->setAccessibleName(tr("Notes"));
  connect(&work_, &ImportWork::busyChanged, this, &QWizardPage::completeChanged);
}

void ImportPage::showError(const core::Error& error) {
  hasError_ = true;
  notes_->setPlainText(qs(ws::error_text(error, language_)));
  Q_EMIT completeChanged();
}

void ImportPage::clearError() {
  hasError_ = false;
  notes_->clear();
}

void ImportPage::showFindings(const std::vector<core::Finding>& findings) {
  QStringList lines;
  for (const ws::FindingsLine& line : ws::findings_summary(findings, language_)) lines << qs(line.text);
  notes_->setPlainText(lines.join(QLatin1Char('\n')));
}

QLabel* toldLabel() {
  auto* const label = new PlainLabel;
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QComboBox* namedBox(const char* name) {
  auto* const combo = new QComboBox;
  combo->setObjectName(QLatin1String(name));
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumContentsLength(14);
  return combo;
}

std::string chosenIn(const QComboBox& combo) { return utf8(combo.currentData().toString()); }

}  // namespace vicinia::desktop
