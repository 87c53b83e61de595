#include "panels/agglomerations/rules_panel.h"

#include <QEvent>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <optional>
#include <utility>

#include "session/own_words.h"
#include "terms/term_mark.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/treatment_effect.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::agglomeration::SizeRule;

namespace {

constexpr double most_count = 10'000'000, m_per_km = 1000;

// Fine near 1, where most of the decisions are.
const SliderScale lq_scale{{2, 0.05}, {5, 0.1}, {10, 0.5}};
const SliderScale employees_scale{{1'000, 50}, {10'000, 250}, {100'000, 2'500}, {500'000, 25'000}};
const SliderScale enterprises_scale{{20, 1}, {100, 5}, {1'000, 50}, {10'000, 500}};
const SliderScale share_scale{{2, 0.1}, {10, 0.5}, {50, 2.5}, {100, 10}};
const SliderScale border_scale{{5, 0.1}, {20, 0.5}, {100, 5}};
const SliderScale tolerance_scale{{10, 1}, {100, 5}, {ws::max_tolerance_m, 25}};

}  // namespace

RulesPanel::RulesPanel(Session& session, AgglomerationController& agglomerations, RulePresets& presets,
                       QWidget* parent)
    : UprightScrollArea(parent),
      session_(session),
      agglomerations_(agglomerations),
      presets_(new PresetBar(session, presets)),
      handLinks_(new HandLinksPanel(session)),
      lq_(new RuleSlider("lqMin", lq_scale, 2, 1'000, this)),
      employees_(new RuleSlider("employeesMin", employees_scale, 0, most_count, this)),
      enterprises_(new RuleSlider("enterprisesMin", enterprises_scale, 0, most_count, this)),
      share_(new RuleSlider("shareMin", share_scale, 1, 100, this)),
      border_(new RuleSlider("borderMin", border_scale, 1, 1'000, this)),
      tolerance_(new RuleSlider("tolerance", tolerance_scale, 1, ws::max_tolerance_m, this)),
      automatic_(new QCheckBox),
      sizeLabel_(new PlainLabel),
      linkLabel_(new PlainLabel),
      contradictedLabel_(new PlainLabel),
      treatmentEffect_(new PlainLabel),
      scope_(new QComboBox),
      corners_(new QComboBox),
      contradicted_(new QComboBox) {
  setObjectName(QStringLiteral("rulesPanel"));
  build();
  const auto connectRule = [this](RuleSlider* slider, auto member, double unit = 1) {
    connect(slider, &RuleSlider::changed, this, [this, member, unit](double value, bool continues) {
      change([&](ws::AgglomerationSettings& settings) { member(settings) = value * unit; }, continues);
    });
  };
  connectRule(lq_, [](ws::AgglomerationSettings& s) -> double& { return s.rules.lq_min; });
  connectRule(employees_, [](ws::AgglomerationSettings& s) -> double& { return s.rules.size.employees_min; });
  connectRule(enterprises_,
              [](ws::AgglomerationSettings& s) -> double& { return s.rules.size.enterprises_min; });
  connectRule(share_,
              [](ws::AgglomerationSettings& s) -> double& { return s.rules.size.sector_share_pct_min; });
  connectRule(
      border_, [](ws::AgglomerationSettings& s) -> double& { return s.rules.link.min_length_m; }, m_per_km);
  connect(tolerance_, &RuleSlider::changed, this, [this](double value, bool continues) {
    change([value](ws::AgglomerationSettings& settings) { settings.tolerance_m = value; }, continues);
  });
  connect(automatic_, &QCheckBox::clicked, this, [this](bool isAutomatic) {
    change([&](ws::AgglomerationSettings& settings) {
      settings.tolerance_m = isAutomatic ? std::nullopt : std::optional(tolerance_->box()->value());
    });
  });
  connect(&agglomerations_, &AgglomerationController::changed, this, &RulesPanel::showTolerance);
  connect(&agglomerations_, &AgglomerationController::changed, this, &RulesPanel::showTreatmentEffect);
  connect(scope_, &QComboBox::activated, this, [this](int row) {
    change([row](ws::AgglomerationSettings& settings) {
      settings.rules.size.scope = row == 0 ? SizeRule::Scope::whole : SizeRule::Scope::unit;
    });
  });
  connect(corners_, &QComboBox::activated, this, [this](int row) {
    change([row](ws::AgglomerationSettings& settings) { settings.rules.link.corners = row == 1; });
  });
  connect(contradicted_, &QComboBox::activated, this, [this](int row) {
    if (session_.isOpen())
      session_.apply(
          ws::commands::set_treatment(core::values::all_treatments()[static_cast<std::size_t>(row)]));
  });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset) retranslateUi();  // it speaks of what the data are of
    if (touched.dataset || touched.agglomerations || touched.treatment) showCurrent();
  });
  retranslateUi();
}

void RulesPanel::build() {
  scope_->setObjectName(QStringLiteral("scopeBox"));
  corners_->setObjectName(QStringLiteral("linkBox"));
  automatic_->setObjectName(QStringLiteral("automaticTolerance"));
  contradicted_->setObjectName(QStringLiteral("contradictedBox"));
  scope_->addItems({QString(), QString()});
  corners_->addItems({QString(), QString()});
  for (std::size_t i = 0; i < core::values::all_treatments().size(); ++i) contradicted_->addItem(QString());
  for (QComboBox* box : {scope_, corners_, contradicted_}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
  }
  sizeLabel_->setBuddy(scope_);
  linkLabel_->setBuddy(corners_);
  contradictedLabel_->setBuddy(contradicted_);

  auto* inside = new QWidget;
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(4);
  int row = 0;
  const auto addSlider = [&](RuleSlider* rule) {
    rule->label()->setWordWrap(true);  // a narrow dock cuts off no number
    grid->addWidget(rule->label(), row, 0);
    grid->addWidget(rule->slider(), row, 1);
    grid->addWidget(rule->box(), row, 2);
    ++row;
  };
  const auto addChoice = [&](QLabel* label, QComboBox* box) {
    label->setWordWrap(true);
    grid->addWidget(label, row, 0);
    grid->addWidget(box, row, 1, 1, 2);
    ++row;
  };
  addSlider(lq_);
  addChoice(sizeLabel_, scope_);
  for (RuleSlider* rule : {employees_, enterprises_, share_}) addSlider(rule);
  addChoice(linkLabel_, corners_);
  for (RuleSlider* rule : {border_, tolerance_}) addSlider(rule);
  grid->addWidget(automatic_, row++, 1, 1, 2);
  addChoice(contradictedLabel_, contradicted_);
  treatmentEffect_->setObjectName(QStringLiteral("treatmentEffect"));
  treatmentEffect_->setWordWrap(true);
  treatmentEffect_->hide();
  grid->addWidget(treatmentEffect_, row++, 0, 1, 3);
  grid->setColumnStretch(0, 2);
  grid->setColumnStretch(1, 1);

  const std::pair<QLabel*, const char*> words[] = {{lq_->label(), "lq"},
                                                   {sizeLabel_, "size-rule"},
                                                   {employees_->label(), "employees"},
                                                   {enterprises_->label(), "enterprises"},
                                                   {share_->label(), "sector-share"},
                                                   {linkLabel_, "contiguity"},
                                                   {tolerance_->label(), "tolerance"},
                                                   {contradictedLabel_, "contradicted-values"}};
  for (const auto& [label, term] : words) markTerm(label, QLatin1String(term));
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(8);
  column->addWidget(presets_);
  column->addLayout(grid);
  column->addWidget(handLinks_);
  column->addStretch(1);
  setWidget(inside);
  for (QWidget* control : inside->findChildren<QWidget*>())
    if (qobject_cast<QComboBox*>(control) || qobject_cast<QAbstractSlider*>(control) ||
        qobject_cast<QAbstractSpinBox*>(control) || qobject_cast<QCheckBox*>(control)) {
      control->setFocusPolicy(Qt::StrongFocus);
      control->installEventFilter(this);
    }
}

// The wheel scrolls the panel: it changes no rule on its way, unless that rule was chosen before.
bool RulesPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
    event->ignore();
    return true;
  }
  return UprightScrollArea::eventFilter(watched, event);
}

void RulesPanel::retranslateUi() {
  lq_->setTexts(
      tr("L&Q at least"), tr("Least LQ of a member"),
      inOwnWords(tr("A district is a member where its location quotient is at least this"), session_));
  sizeLabel_->setText(tr("&Size"));
  scope_->setAccessibleName(tr("Sizes are of"));
  scope_->setItemText(0, tr("of the whole"));
  scope_->setItemText(1, inOwnWords(tr("of each district"), session_));
  scope_->setToolTip(inOwnWords(
      tr("Whether the agglomeration as a whole must reach the sizes, or each of its districts"), session_));
  nameSizes();
  share_->setTexts(tr("Sector s&hare"), tr("Least share of the sector, in per cent"), tr("0: any share"));
  share_->setSuffix(tr(" %"));
  linkLabel_->setText(tr("Lin&k"));
  corners_->setAccessibleName(inOwnWords(tr("What links two districts"), session_));
  corners_->setItemText(0, tr("a border line"));
  corners_->setItemText(1, tr("a line or a corner"));
  corners_->setToolTip(inOwnWords(tr("Whether districts that touch at a point alone are linked"), session_));
  contradictedLabel_->setText(tr("&Contradicted values"));
  contradicted_->setAccessibleName(tr("What is done with values that the audit contradicts"));
  for (const ws::Treatment treatment : core::values::all_treatments())
    contradicted_->setItemText(static_cast<int>(treatment),
                               qs(ws::treatment_text(treatment, session_.language())));
  contradicted_->setToolTip(tr(
      "Values that other published values contradict, everywhere: map, agglomerations, indicators, grades, tables"));
  border_->setTexts(tr("Longe&r than"), tr("Least length of a linking border, in kilometres"),
                    tr("Borders that are not longer than this do not link"));
  border_->setSuffix(tr(" km"));
  tolerance_->setTexts(
      tr("Match &within"), tr("Tolerance of matching borders, in metres"),
      inOwnWords(
          tr("Districts whose borders run beside each other this close are linked, although they do not meet: for boundaries "
             "that do not quite match"),
          session_));
  tolerance_->setSuffix(tr(" m"));
  for (RuleSlider* rule : {lq_, employees_, enterprises_, share_, border_, tolerance_})
    rule->setLanguage(session_.language());
  showCurrent();
}

void RulesPanel::nameSizes() {
  employees_->setTexts(inOwnWords(tr("E&mployees"), session_),
                       inOwnWords(tr("Least number of employees"), session_), tr("0: any number"));
  enterprises_->setTexts(inOwnWords(tr("E&nterprises"), session_),
                         inOwnWords(tr("Least number of enterprises"), session_), tr("0: any number"));
}

void RulesPanel::showCurrent() {
  const auto settings = session_.isOpen() ? session_.view().agglomerations : ws::AgglomerationSettings{};
  const auto& rules = settings.rules;
  lq_->show(rules.lq_min);
  employees_->show(rules.size.employees_min);
  enterprises_->show(rules.size.enterprises_min);
  share_->show(rules.size.sector_share_pct_min);
  border_->show(rules.link.min_length_m / m_per_km);
  showTolerance();
  scope_->setCurrentIndex(rules.size.scope == SizeRule::Scope::whole ? 0 : 1);
  corners_->setCurrentIndex(rules.link.corners ? 1 : 0);
  contradicted_->setCurrentIndex(session_.isOpen() ? static_cast<int>(session_.view().treatment) : 0);
}

// Left to the data, slider and number show what was found; moving them is a choice of one's own.
void RulesPanel::showTolerance() {
  const auto settings = session_.isOpen() ? session_.view().agglomerations : ws::AgglomerationSettings{};
  const FoundPtr& found = agglomerations_.found();
  const bool isKnown = session_.isOpen() && found && &found->dataset() == &session_.dataset();
  const double needed_m = isKnown ? found->contiguity().match().proposed_m : 0;
  tolerance_->show(settings.tolerance_m.value_or(needed_m));
  automatic_->setChecked(!settings.tolerance_m);
  automatic_->setText(isKnown
                          ? tr("&automatic: %1 m").arg(qs(ws::number_text(needed_m, 0, session_.language())))
                          : tr("&automatic"));
  automatic_->setAccessibleName(tr("Tolerance as the data need"));
  automatic_->setToolTip(
      tr("As far as the data need it: the program looks how far apart the borders of neighbours run"));
}

// What is left out or replaced, compared with values as printed.
void RulesPanel::showTreatmentEffect() {
  const FoundPtr& found = agglomerations_.found();
  const bool isKnown = session_.isOpen() && found && &found->dataset() == &session_.dataset();
  QString text;
  if (isKnown && session_.view().treatment != ws::Treatment::as_printed)
    if (const auto effect = ws::treatment_effect(session_.document(), found->contiguity())) {
      text = qs(ws::treatment_effect_text(session_.document(), *effect, session_.language()));
      if (text.isEmpty()) text = tr("Changes nothing in this sector.");
    }
  treatmentEffect_->setText(text);
  treatmentEffect_->setVisible(!text.isEmpty());
}

void RulesPanel::change(const std::function<void(ws::AgglomerationSettings&)>& how, bool continues) {
  if (!session_.isOpen()) return;
  auto settings = session_.view().agglomerations;
  how(settings);
  session_.apply(ws::commands::set_agglomerations(std::move(settings), continues));
}

void RulesPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  UprightScrollArea::changeEvent(event);
}

}  // namespace vicinia::desktop
