#include "panels/variable_panel.h"

#include <QEvent>
#include <QVBoxLayout>

#include "terms/term_mark.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

VariablePanel::VariablePanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      variableLabel_(new PlainLabel),
      definition_(new PlainLabel),
      provinceLabel_(new PlainLabel),
      variable_(new VariableBox(session)),
      period_(new PeriodBox(session)),
      province_(new ProvinceBox(session)) {
  variableLabel_->setBuddy(variable_);
  provinceLabel_->setBuddy(province_);
  definition_->setObjectName(QStringLiteral("variableDefinition"));
  definition_->setWordWrap(true);
  definition_->setForegroundRole(QPalette::PlaceholderText);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 4);
  column->setSpacing(4);
  column->addWidget(variableLabel_);
  column->addWidget(variable_);
  column->addWidget(definition_);
  column->addSpacing(6);
  column->addWidget(period_);
  column->addSpacing(6);
  column->addWidget(provinceLabel_);
  column->addWidget(province_);

  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset || touched.variable || touched.period || touched.own_rule) showDefinition();
  });
  retranslateUi();
}

void VariablePanel::retranslateUi() {
  variableLabel_->setText(tr("&Variable"));
  provinceLabel_->setText(tr("&Province"));
  showDefinition();
}

void VariablePanel::showDefinition() {
  const auto shown = session_.isOpen() ? session_.view().variable : ws::View{}.variable;
  markTerm(variableLabel_, qs(core::values::info_of(shown).id));
  const core::Provenance provenance = session_.isOpen() ? session_.dataset().provenance : core::Provenance{};
  QString definition = qs(ws::variable_definition(provenance, shown, session_.language()));
  // A period without one before it has no change.
  if (session_.isOpen())
    if (const auto why = ws::availability_of(session_.document(), shown); why != ws::Availability::available)
      definition = qs(ws::availability_text(why, session_.language()));
  definition_->setText(definition);
  variable_->setToolTip(definition);
  keepDefinitionWhole();
}

// A dock asks a wrapped text for its least height without its width, and would cut it.
void VariablePanel::keepDefinitionWhole() {
  const auto margins = layout()->contentsMargins();
  definition_->setMinimumHeight(definition_->heightForWidth(width() - margins.left() - margins.right()));
}

void VariablePanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  keepDefinitionWhole();
}

void VariablePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
