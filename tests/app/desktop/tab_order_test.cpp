// Every control of the window, in every panel and on every page of it: it has a name for those who hear it, and a place in the tab order.
#include <QAccessible>
#include <set>

#include "window_fixture.h"

namespace vicinia::desktop {

class TabOrder : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    session.apply(workspace::commands::select_unit(unit("21")));
    window->resize(1500, 1000);
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  }

  static std::string told(const QWidget& widget) {
    return utf8(QStringLiteral("%1 “%2”").arg(
        QLatin1String(widget.metaObject()->className()),
        widget.objectName().isEmpty() ? widget.accessibleName() : widget.objectName()));
  }

  /// Those that the keyboard is to reach now. Parts of a control of Qt's belong to it.
  std::vector<QWidget*> controls() {
    std::vector<QWidget*> found;
    for (QWidget* const widget : window->findChildren<QWidget*>())
      if (widget->window() == window.get() && widget->isVisible() && widget->isEnabled() &&
          (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr)
        found.push_back(widget);
    return found;
  }

  /// Where the Tab key leads, until it comes round. A text with links is left when its last link is: it may be where the key ends several times.
  std::set<QWidget*> reached() {
    std::set<QWidget*> seen;
    QWidget* first = nullptr;
    constexpr int most = 500;
    for (int i = 0; i < most; ++i) {
      QWidget* const before = window->focusWidget();
      QTest::keyClick(before != nullptr ? before : window.get(), Qt::Key_Tab);
      QWidget* const now = window->focusWidget();
      last_ = now != nullptr ? told(*now) : "nothing";
      if (now == nullptr || (now == first && now != before)) break;
      if (first == nullptr) first = now;
      seen.insert(now);
    }
    return seen;
  }

  /// Of radio buttons that exclude each other the arrows lead from one to the next.
  static bool hasOneReached(const QWidget& widget, const std::set<QWidget*>& seen) {
    const auto* const button = qobject_cast<const QRadioButton*>(&widget);
    if (button == nullptr || !button->autoExclusive()) return false;
    const auto siblings = button->parentWidget()->findChildren<QRadioButton*>();
    return std::ranges::any_of(siblings, [&](QRadioButton* one) { return seen.contains(one); });
  }

  void look(const char* where) {
    QCoreApplication::processEvents();
    const std::set<QWidget*> seen = reached();
    for (QWidget* const widget : controls()) {
      EXPECT_TRUE(seen.contains(widget) || hasOneReached(*widget, seen))
          << told(*widget) << " is not reached by Tab, with " << where << "; it came round at " << last_
          << " after " << seen.size();
      const QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(widget);
      ASSERT_TRUE(accessible) << told(*widget);
      // A tab bar answers with the text of its current tab, whatever name it was given.
      EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty() && widget->accessibleName().isEmpty())
          << told(*widget) << " has no name, with " << where;
    }
  }

  std::string last_;  ///< where the Tab key came round
};

TEST_F(TabOrder, HasEveryControlOfEveryPanelAndEachHasAName) {
  look("the window as it opens");
  for (const PanelInfo& panel : all_panels()) {
    window->panels().show(panel.id);
    ASSERT_TRUE(waitFor([this] { return window->map().isComplete(); }));
    look(panel.id);
    for (QTabWidget* const pages : window->findChildren<QTabWidget*>()) {
      if (!pages->isVisible()) continue;
      const int shown = pages->currentIndex();
      for (int page = 0; page < pages->count(); ++page) {
        if (page == shown || !pages->isTabEnabled(page)) continue;
        pages->setCurrentIndex(page);
        look(panel.id);
      }
      pages->setCurrentIndex(shown);
    }
  }
}

}  // namespace vicinia::desktop
