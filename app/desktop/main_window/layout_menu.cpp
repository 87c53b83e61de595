#include "main_window/layout_menu.h"

#include <QEvent>

namespace vicinia::desktop {

LayoutMenu::LayoutMenu(PanelDocks& panels, FoldedSides& folded, QWidget* parent)
    : QMenu(parent),
      panels_(panels),
      folded_(folded),
      layouts_(new QActionGroup(this)),
      alone_(new QAction(this)) {
  setObjectName(QStringLiteral("layoutMenu"));
  layouts_->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
  const auto add = [this](QAction* action, const QString& name, const QKeySequence& shortcut) {
    action->setObjectName(name);
    action->setCheckable(true);
    action->setShortcut(shortcut);
    addAction(action);
  };
  for (const PanelLayout& layout : all_layouts()) {
    auto* const action = new QAction(this);
    add(action, QStringLiteral("layout-") + QLatin1String(layout.id), layout.shortcut);
    layouts_->addAction(action);
    connect(action, &QAction::triggered, this, [this, &layout] { arrange(layout); });
  }
  addSeparator();
  for (const FoldedSides::Side side : FoldedSides::sides) {
    auto* const action = new QAction(this);
    add(action, QStringLiteral("fold-%1").arg(static_cast<int>(side)), {});
    folds_ << action;
    connect(action, &QAction::triggered, this, [this, side](bool on) {
      folded_.setFolded(side, on);
      showCurrent();
    });
  }
  addSeparator();
  add(alone_, QStringLiteral("mapAlone"), QKeySequence(Qt::Key_F11));
  connect(alone_, &QAction::triggered, this, [this](bool on) {
    folded_.setMapAlone(on);
    showCurrent();
  });
  connect(&folded_, &FoldedSides::changed, this, &LayoutMenu::showCurrent);
  connect(this, &QMenu::aboutToShow, this, &LayoutMenu::showCurrent);
  retranslate();
  showCurrent();
}

void LayoutMenu::arrange(const PanelLayout& layout) {
  folded_.forget();
  panels_.arrange(layout);
  showCurrent();
}

void LayoutMenu::showCurrent() {
  const QList<QAction*> actions = layouts_->actions();
  for (qsizetype i = 0; i < actions.size(); ++i)
    actions[i]->setChecked(panels_.isArranged(all_layouts()[static_cast<std::size_t>(i)]));
  for (const FoldedSides::Side side : FoldedSides::sides)
    folds_[static_cast<int>(side)]->setChecked(folded_.isFolded(side));
  alone_->setChecked(folded_.isMapAlone());
}

void LayoutMenu::retranslate() {
  setTitle(tr("La&yout"));
  const QList<QAction*> actions = layouts_->actions();
  for (qsizetype i = 0; i < actions.size(); ++i)
    actions[i]->setText(layoutText(all_layouts()[static_cast<std::size_t>(i)].text));
  folds_[0]->setText(tr("Fold away what is on the &left"));
  folds_[1]->setText(tr("Fold away what is on the &right"));
  folds_[2]->setText(tr("Fold away what is b&elow"));
  alone_->setText(tr("The &map alone"));
}

void LayoutMenu::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QMenu::changeEvent(event);
}

}  // namespace vicinia::desktop
