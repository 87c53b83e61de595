#include "comparison/comparison_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include "drawing/themed_icon.h"

namespace vicinia::desktop {

namespace ws = workspace;

ComparisonBar::ComparisonBar(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      add_(new QToolButton),
      arrangement_(new QComboBox),
      sameClasses_(new QCheckBox),
      end_(new QToolButton) {
  setObjectName(QStringLiteral("comparisonBar"));
  setAutoFillBackground(true);
  add_->setObjectName(QStringLiteral("addMap"));
  add_->setIcon(themedIcon("compare"));
  add_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  arrangement_->setObjectName(QStringLiteral("arrangement"));
  sameClasses_->setObjectName(QStringLiteral("sameClassesOnAllMaps"));
  end_->setObjectName(QStringLiteral("endComparison"));
  end_->setIcon(themedIcon("map-remove"));
  end_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  for (QToolButton* const button : {add_, end_}) {
    button->setAutoRaise(true);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::StrongFocus);
  }
  arrangement_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(4, 2, 4, 2);
  row->setSpacing(8);
  row->addWidget(add_);
  row->addWidget(arrangement_);
  row->addWidget(sameClasses_);
  row->addStretch(1);
  row->addWidget(end_);
  connect(add_, &QToolButton::clicked, this, [this] { session_.apply(ws::commands::add_map()); });
  connect(arrangement_, &QComboBox::activated, this,
          [this](int map) { session_.apply(ws::commands::set_swiped_with(static_cast<std::size_t>(map))); });
  connect(sameClasses_, &QCheckBox::clicked, this,
          [this](bool on) { session_.apply(ws::commands::set_same_classes(on)); });
  connect(end_, &QToolButton::clicked, this, [this] { session_.apply(ws::commands::end_comparison()); });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.comparison || touched.variable || touched.dataset) showCurrent();
  });
  showCurrent();
}

void ComparisonBar::showCurrent() {
  add_->setText(tr("Add a map"));
  add_->setAccessibleName(add_->text());
  end_->setText(tr("End"));
  end_->setAccessibleName(tr("End the comparison"));
  end_->setToolTip(tr("End the comparison: the first map alone is left"));
  sameClasses_->setText(tr("Same classes"));
  sameClasses_->setAccessibleName(tr("Same classes on all maps"));
  arrangement_->setAccessibleName(tr("Arrangement of the maps"));
  if (!session_.isOpen()) return;
  const ws::View& view = session_.view();
  const std::size_t count = ws::map_count(view);
  add_->setEnabled(count < ws::most_compared_maps);
  add_->setToolTip(add_->isEnabled() ? tr("Another map beside these, to choose what it shows")
                                     : tr("There are as many maps as can be compared"));
  const QSignalBlocker quiet(arrangement_);
  arrangement_->clear();
  arrangement_->addItem(tr("Side by side"));
  for (std::size_t map = 1; map < count; ++map) arrangement_->addItem(tr("Swipe 1 over %1").arg(map + 1));
  arrangement_->setCurrentIndex(static_cast<int>(view.comparison.swiped_with));
  // Two maps of one variable can have classes in common, whichever they are.
  bool canShare = false;
  for (std::size_t map = 0; map < count; ++map) {
    ws::View shown = ws::view_of_map(view, map);
    shown.comparison.same_classes = true;
    canShare = canShare || (ws::pools_classes(shown) && !core::values::info_of(shown.variable).is_category());
  }
  sameClasses_->setEnabled(canShare);
  sameClasses_->setChecked(view.comparison.same_classes);
  sameClasses_->setToolTip(
      canShare
          ? tr("Maps of one variable have the classes of all their values together: a colour means the same everywhere, and so does the size of a symbol")
          : tr("No two maps show the same variable in classes"));
}

void ComparisonBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) showCurrent();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
