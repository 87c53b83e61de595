#include "comparison/map_head.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>
#include <utility>

#include "drawing/themed_icon.h"
#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr int wide_px = 330;  ///< enough for every button

/// A name in a menu is no shortcut.
QString inMenu(QString name) { return name.replace(QLatin1Char('&'), QLatin1String("&&")); }

QAction* addChoice(QMenu& menu, const QString& text, bool isChosen) {
  QAction* const action = menu.addAction(inMenu(text));
  action->setCheckable(true);
  action->setChecked(isChosen);
  return action;
}

}  // namespace

MapHead::MapHead(Session& session, const RulePresets& presets, QWidget* parent)
    : QWidget(parent),
      session_(session),
      presets_(presets),
      number_(new PlainLabel),
      sector_(new ChooserButton("sectorChooser", [this](QMenu& menu) { fillSectors(menu); })),
      variable_(new ChooserButton("variableChooser", [this](QMenu& menu) { fillVariables(menu); })),
      period_(new ChooserButton("periodChooser", [this](QMenu& menu) { fillPeriods(menu); })),
      rules_(new ChooserButton("rulesChooser", [this](QMenu& menu) { fillRules(menu); })),
      more_(new ChooserButton("moreOfMap", [this](QMenu& menu) { fillMore(menu); })),
      makeFirst_(new QToolButton),
      remove_(new QToolButton) {
  setObjectName(QStringLiteral("mapHead"));
  setAutoFillBackground(true);
  QFont bold = font();
  bold.setBold(true);
  number_->setFont(bold);
  sector_->setFont(bold);
  makeFirst_->setObjectName(QStringLiteral("makeFirst"));
  makeFirst_->setIcon(themedIcon("map-first"));
  remove_->setObjectName(QStringLiteral("removeMap"));
  remove_->setIcon(themedIcon("map-remove"));
  for (QToolButton* const button : {makeFirst_, remove_}) {
    button->setAutoRaise(true);
    button->setIconSize({14, 14});
    button->setFocusPolicy(Qt::StrongFocus);
  }
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(6, 1, 2, 1);
  row->setSpacing(1);
  row->addWidget(number_);
  row->addSpacing(2);
  for (ChooserButton* const chooser : {sector_, variable_, period_, rules_}) row->addWidget(chooser);
  row->addStretch(1);
  for (QWidget* const button : std::initializer_list<QWidget*>{more_, makeFirst_, remove_})
    row->addWidget(button);
  connect(makeFirst_, &QToolButton::clicked, this,
          [this] { session_.apply(ws::commands::make_map_first(map_)); });
  connect(remove_, &QToolButton::clicked, this, [this] { session_.apply(ws::commands::remove_map(map_)); });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.colours() || touched.comparison || touched.agglomerations) showCurrent();
  });
  connect(&presets_, &RulePresets::changed, this, &MapHead::showCurrent);
  showCurrent();
}

void MapHead::setMap(std::size_t map) {
  map_ = map;
  showCurrent();
}

bool MapHead::isThere() const { return session_.isOpen() && map_ < ws::map_count(session_.view()); }

ws::Document MapHead::shown() const { return ws::document_of(session_.document(), map_); }

void MapHead::apply(ws::Command command) {
  if (isThere()) session_.apply(ws::commands::in_map(map_, std::move(command)));
}

QString MapHead::rulesName(const ws::View& view) const {
  for (const auto& presets : {RulePresets::builtIn(), presets_.kept()})
    for (const RulePreset& preset : presets)
      if (preset.rules == view.agglomerations.rules) return preset.name;
  return tr("own rules");
}

void MapHead::showCurrent() {
  if (!isThere()) return;
  const ws::Document document = shown();
  const ws::View& view = document.view;
  const core::Dataset& dataset = *document.data->dataset;
  const auto language = session_.language();
  number_->setText(QString::number(map_ + 1));
  sector_->say(tr("Sector"), qs(ws::name_of(dataset.sectors[view.sector], language)));
  variable_->say(tr("Variable"), qs(ws::variable_short_name(dataset.provenance, view.variable, language)),
                 qs(ws::variable_name(dataset.provenance, view.variable, language)));
  const QString change = qs(ws::change_text(document, language));
  period_->say(tr("Period"), change.isEmpty() ? qs(ws::period_text(dataset, view.period, language)) : change);
  const bool follows = map_ == 0 || !session_.view().comparison.others[map_ - 1].rules;
  rules_->say(tr("Rules of agglomerations"), follows ? tr("Rules") : rulesName(view),
              tr("Rules of agglomerations: %1").arg(rulesName(view)));
  more_->say(tr("More of map %1").arg(map_ + 1), QStringLiteral("⋯"), tr("Rules, first map, take away"));
  more_->setAccessibleName(tr("More of map %1").arg(map_ + 1));
  const auto name = [](QToolButton* button, const QString& text) {
    button->setAccessibleName(text);
    button->setToolTip(text);
  };
  name(makeFirst_, tr("Make map %1 the first, which the panels are about").arg(map_ + 1));
  name(remove_, tr("Take map %1 away").arg(map_ + 1));
  arrange();
}

void MapHead::arrange() {
  if (!isThere()) return;
  const bool isWide = width() >= wide_px;
  // A long name of a variable leaves room for that of the sector.
  variable_->setMaximumWidth(isWide ? QWIDGETSIZE_MAX
                                    : std::max(variable_->minimumSizeHint().width(), width() * 2 / 5));
  period_->setVisible(session_.dataset().periods.size() > 1);
  rules_->setVisible(isWide);
  makeFirst_->setVisible(isWide && map_ > 0);
  remove_->setVisible(isWide);
  more_->setVisible(!isWide);
}

void MapHead::fillSectors(QMenu& menu) {
  if (!isThere()) return;
  const auto& sectors = session_.dataset().sectors;
  const auto current = shown().view.sector;
  for (core::industry::SectorIndex i = 0; i < sectors.size(); ++i)
    connect(addChoice(menu, qs(sectors[i].code + "  " + ws::name_of(sectors[i], session_.language())),
                      i == current),
            &QAction::triggered, this, [this, i] { apply(ws::commands::set_sector(i)); });
}

// As the box of variables has them: in groups, and greyed where the data do not have them.
void MapHead::fillVariables(QMenu& menu) {
  if (!isThere()) return;
  const ws::Document document = shown();
  const auto& provenance = session_.dataset().provenance;
  const auto language = session_.language();
  std::optional<core::values::VariableGroup> group;
  QMenu* of_group = &menu;
  for (const auto& info : core::values::all_variables()) {
    if (std::exchange(group, info.group) != info.group)
      of_group = menu.addMenu(inMenu(qs(ws::variable_group_name(info.group, language))));
    of_group->setToolTipsVisible(true);
    const bool isShown = info.variable == document.view.variable;
    QAction* const action =
        addChoice(*of_group, qs(ws::variable_name(provenance, info.variable, language)), isShown);
    if (isShown) menu.setActiveAction(of_group->menuAction());
    const auto why = ws::availability_of(document, info.variable);
    action->setEnabled(why == ws::Availability::available);
    action->setToolTip(action->isEnabled() ? qs(ws::variable_definition(provenance, info.variable, language))
                                           : qs(ws::availability_text(why, language)));
    connect(action, &QAction::triggered, this,
            [this, variable = info.variable] { apply(ws::commands::set_variable(variable)); });
  }
}

void MapHead::fillPeriods(QMenu& menu) {
  if (!isThere()) return;
  const ws::View view = shown().view;
  const core::Dataset& dataset = session_.dataset();
  for (core::industry::PeriodIndex i = 0; i < dataset.periods.size(); ++i)
    connect(addChoice(menu, qs(ws::period_text(dataset, i, session_.language())), i == view.period),
            &QAction::triggered, this, [this, i] { apply(ws::commands::set_period(i)); });
  if (view.period == 0) return;
  QMenu* const bases = menu.addMenu(tr("&Change since"));
  for (core::industry::PeriodIndex i = 0; i < view.period; ++i)
    connect(
        addChoice(*bases, qs(ws::period_text(dataset, i, session_.language())), i == view.base_of_change()),
        &QAction::triggered, this, [this, i, last = view.period - 1] {
          apply(ws::commands::set_base_period(i == last ? std::nullopt : std::optional(i)));
        });
}

void MapHead::fillRules(QMenu& menu) {
  if (!isThere()) return;
  const ws::View view = shown().view;
  bool follows = false;
  if (map_ > 0) {
    follows = !session_.view().comparison.others[map_ - 1].rules;
    connect(addChoice(menu, tr("Those of the first map"), follows), &QAction::triggered, this,
            [this] { session_.apply(ws::commands::follow_first_rules(map_)); });
    menu.addSeparator();
  }
  for (const auto& presets : {RulePresets::builtIn(), presets_.kept()}) {
    for (const RulePreset& preset : presets)
      connect(addChoice(menu, preset.name, !follows && preset.rules == view.agglomerations.rules),
              &QAction::triggered, this, [this, rules = preset.rules] {
                auto settings = shown().view.agglomerations;
                settings.rules = rules;
                apply(ws::commands::set_agglomerations(std::move(settings)));
              });
    if (!presets.empty()) menu.addSeparator();
  }
}

void MapHead::fillMore(QMenu& menu) {
  QMenu* const rules = menu.addMenu(tr("&Rules of agglomerations"));
  fillRules(*rules);
  if (map_ > 0)
    menu.addAction(tr("Make this the &first map"), this,
                   [this] { session_.apply(ws::commands::make_map_first(map_)); });
  menu.addAction(tr("&Take this map away"), this, [this] { session_.apply(ws::commands::remove_map(map_)); });
}

void MapHead::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void MapHead::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) showCurrent();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
