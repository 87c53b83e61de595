#include "panels/grades/own_rule_editor.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <algorithm>
#include <utility>

#include "drawing/tones.h"
#include "models/limit_text.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/indicator_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::indicators::grades::Limits;
using core::indicators::grades::OwnRule;

namespace {

constexpr int limitFieldWidth = 66;

}  // namespace

OwnRuleEditor::OwnRuleEditor(Session& session, QWidget* parent)
    : QScrollArea(parent),
      session_(session),
      minHead_(new PlainLabel),
      maxHead_(new PlainLabel),
      fault_(new ToneLabel(Tone::fault)),
      clear_(new QPushButton) {
  setObjectName(QStringLiteral("ownRuleEditor"));
  build();
  for (const Fields& fields : fields_)
    for (QLineEdit* field : {fields.min, fields.max}) {
      connect(field, &QLineEdit::textEdited, this, [this, field] { typed(field); });
      connect(field, &QLineEdit::editingFinished, this, [this] {
        inStep_ = nullptr;
        showRule();
      });
    }
  connect(clear_, &QPushButton::clicked, this, [this] { session_.apply(ws::commands::set_own_rule({})); });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset) retranslateUi();  // criteria are named in the words of the table
    if (touched.own_rule || touched.dataset) showRule();
  });
  retranslateUi();
}

void OwnRuleEditor::build() {
  auto* inside = new QWidget;
  auto* grid = new QGridLayout(inside);
  grid->setContentsMargins(6, 4, 6, 4);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(2);
  for (QLabel* head : {minHead_, maxHead_}) head->setForegroundRole(QPalette::PlaceholderText);
  grid->addWidget(fault_, 0, 0, 1, 3);
  grid->addWidget(minHead_, 1, 1);
  grid->addWidget(maxHead_, 1, 2);
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    Fields& fields = fields_[i];
    fields = {new PlainLabel, new QLineEdit, new QLineEdit};
    const QString id = qs(core::indicators::grades::name_of(ws::own_criteria[i].id));
    fields.min->setObjectName(QStringLiteral("own_%1_min").arg(id));
    fields.max->setObjectName(QStringLiteral("own_%1_max").arg(id));
    const int row = static_cast<int>(i) + 2;
    grid->addWidget(fields.name, row, 0);
    int column = 1;
    for (QLineEdit* field : {fields.min, fields.max}) {
      field->setAlignment(Qt::AlignRight);
      field->setPlaceholderText(QStringLiteral("–"));
      field->setFixedWidth(limitFieldWidth);
      grid->addWidget(field, row, column++);
    }
    fields.name->setWordWrap(true);
    fields.name->setBuddy(fields.min);
  }
  clear_->setObjectName(QStringLiteral("clearOwnRule"));
  fault_->setObjectName(QStringLiteral("ownRuleFault"));
  fault_->setWordWrap(true);
  const int last = static_cast<int>(fields_.size()) + 3;
  grid->addWidget(clear_, last - 1, 1, 1, 2);
  grid->setColumnStretch(0, 1);
  grid->setRowStretch(last, 1);
  setWidget(inside);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
}

void OwnRuleEditor::retranslateUi() {
  minHead_->setText(tr("at least"));
  maxHead_->setText(tr("at most"));
  clear_->setText(tr("Clea&r"));
  clear_->setAccessibleName(tr("Clear your own rule"));
  const auto language = session_.language();
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const auto criterion = ws::own_criteria[i].id;
    const QString name =
        qs(session_.isOpen() ? ws::criterion_name(session_.dataset().provenance, criterion, language)
                             : ws::criterion_name(criterion, language));  // before anything is open
    fields_[i].name->setText(name);
    fields_[i].min->setAccessibleName(tr("%1, at least").arg(name));
    fields_[i].max->setAccessibleName(tr("%1, at most").arg(name));
    for (QLineEdit* field : {fields_[i].min, fields_[i].max}) field->setToolTip(tr("Empty: no criterion"));
  }
  for (const Fields& fields : fields_)
    for (QLineEdit* field : {fields.min, fields.max})
      field->clear();  // a decimal point is a comma in the other language
  showRule();
}

// A field that already says the number is left as it was typed.
void OwnRuleEditor::showRule() {
  const OwnRule rule = session_.isOpen() ? session_.view().own_rule : OwnRule{};
  const auto language = session_.language();
  const auto show = [&](QLineEdit* field, const std::optional<double>& limit) {
    const TypedLimit now = parseLimit(field->text(), language);
    if (!now.isNumber || now.value != limit) field->setText(limitText(limit, language));
  };
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const Limits& limits = rule.*ws::own_criteria[i].limits;
    show(fields_[i].min, limits.min);
    show(fields_[i].max, limits.max);
  }
  clear_->setEnabled(rule != OwnRule{});
  sayFault({});
}

// What makes no sense yet (a number half typed) is said beside the fields, and the rule stays.
void OwnRuleEditor::typed(QLineEdit* field) {
  if (!session_.isOpen()) return;
  OwnRule rule = session_.view().own_rule;
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const Fields& fields = fields_[i];
    const TypedLimit min = parseLimit(fields.min->text(), session_.language());
    const TypedLimit max = parseLimit(fields.max->text(), session_.language());
    if (!min.isNumber)
      return sayFault(tr("Not a number of zero or more; the rule stays as it was."), {fields.min});
    if (!max.isNumber)
      return sayFault(tr("Not a number of zero or more; the rule stays as it was."), {fields.max});
    if (min.value && max.value && *min.value > *max.value)
      return sayFault(tr("The least is above the most; the rule stays as it was."), {fields.min, fields.max});
    rule.*ws::own_criteria[i].limits = {min.value, max.value};
  }
  const bool continues = std::exchange(inStep_, field) == field;
  session_.apply(ws::commands::set_own_rule(rule, continues));
  sayFault({});
}

void OwnRuleEditor::sayFault(const QString& fault, std::initializer_list<QLineEdit*> fields) {
  fault_->setText(fault);
  fault_->setVisible(!fault.isEmpty());
  if (!fault.isEmpty()) ensureWidgetVisible(fault_);
  for (const Fields& all : fields_)
    for (QLineEdit* field : {all.min, all.max}) {
      const bool isFaulty = std::ranges::find(fields, field) != fields.end();
      field->setStyleSheet(
          isFaulty ? QStringLiteral("QLineEdit { border: 1px solid %1; }").arg(toneColour(Tone::fault).name())
                   : QString());
    }
}

void OwnRuleEditor::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QScrollArea::changeEvent(event);
}

}  // namespace vicinia::desktop
