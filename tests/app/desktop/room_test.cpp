// The window on small screens: whatever panel is open, it fits, and no text is cut off or covered. Run once more at twice the scale.
#include <set>

#include "dialogs/export_figure/export_figure_dialog.h"
#include "readable_texts.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;

class RoomInTheWindow : public WindowTest {
 protected:
  static constexpr int settling_ms = 2'000;
  static constexpr QSize smallest{1280, 720};  ///< a projector, or a 1366 × 768 screen with its task bar

  /// What makes the window taller than it may be, largest first.
  [[nodiscard]] std::string tallest() const {
    std::multimap<int, std::string, std::greater<>> heights;
    for (const QDockWidget* dock : window->findChildren<QDockWidget*>())
      if (dock->isVisible())
        heights.emplace(dock->minimumSizeHint().height(),
                        utf8(dock->objectName()) + " " + std::to_string(dock->minimumSizeHint().width()) +
                            " × " + std::to_string(dock->minimumSizeHint().height()));
    std::string text;
    for (const auto& [height, name] : heights) text += name + "; ";
    return text;
  }

  void TearDown() override {
    useTheme(Theme::light);
    WindowTest::TearDown();
  }

  void openBuiltIn() {
    const auto builtIn = ws::built_in_dataset();
    ASSERT_TRUE(builtIn);
    window->opener().openDataset(*builtIn);
    ASSERT_TRUE(waitFor([&] { return session.isOpen() && session.dataset().sectors.size() == 22; }));
    waitForMap();
    settle();
  }
  /// So that the sheets of a unit, a province and an agglomeration have something to tell.
  void selectSomething() {
    ASSERT_TRUE(waitFor([&] { return window->agglomerations().isSettled(); }));
    const auto& found = window->agglomerations().found();
    ASSERT_TRUE(found && !found->reports().empty());
    session.apply(ws::commands::select_units(ws::Selection(found->membersBySize(0).front())));
    settle();
  }
  static void settle() {
    for (int i = 0; i < 3; ++i) QCoreApplication::processEvents();
  }
  enum class Theme { light, dark, high_contrast };
  static constexpr std::array themes{Theme::light, Theme::dark, Theme::high_contrast};
  static void useTheme(Theme theme) {
    QPalette dark(QColor(45, 48, 53), QColor(35, 38, 41));
    dark.setColor(QPalette::Highlight, QColor(61, 125, 190));
    QPalette contrast(Qt::white, Qt::black, Qt::white, Qt::black, Qt::gray, Qt::white, Qt::white, Qt::black,
                      Qt::black);
    contrast.setColor(QPalette::Highlight, QColor(26, 235, 255));
    contrast.setColor(QPalette::HighlightedText, Qt::black);
    contrast.setColor(QPalette::Link, Qt::yellow);
    QApplication::setPalette(theme == Theme::light  ? QApplication::style()->standardPalette()
                             : theme == Theme::dark ? dark
                                                    : contrast);
  }
  [[nodiscard]] QWidgetList openDialogs() const {
    QWidgetList list;
    for (QWidget* const top : QApplication::topLevelWidgets())
      if (top->isVisible() && top != window.get() &&
          (top->windowType() == Qt::Dialog || top->windowType() == Qt::Window))
        list << top;
    return list;
  }
  void look(const QWidget& at, const std::string& where) {
    // What is computed off the GUI thread arrives, and is laid out, a moment later.
    std::vector<std::string> faults;
    (void)QTest::qWaitFor([&] { return (faults = test::unreadable_texts(at)).empty(); }, settling_ms);
    for (const std::string& fault : faults) faults_[fault].insert(where);
  }
  void tellFaults() const {
    for (const auto& [fault, places] : faults_) ADD_FAILURE() << fault << "\n  in " << *places.begin();
  }

 private:
  std::map<std::string, std::set<std::string>> faults_;
};

TEST_F(RoomInTheWindow, TheWindowFitsASmallScreenWithAnyPanelOpenInBothLanguages) {
  openBuiltIn();
  for (const bool vietnamese : {false, true}) {
    (vietnamese ? window->actions().vietnamese : window->actions().english)->trigger();
    for (const PanelInfo& info : all_panels()) {
      window->panels().show(info.id);
      QCoreApplication::processEvents();
      window->resize(smallest);
      QCoreApplication::processEvents();
      const QSize needed = window->layout()->minimumSize().expandedTo(window->minimumSizeHint());
      EXPECT_LE(needed.height(), smallest.height()) << info.id << ": " << tallest();
      EXPECT_LE(needed.width(), smallest.width()) << info.id << ": " << tallest();
    }
  }
}

TEST_F(RoomInTheWindow, TheWindowGrowsNoTallerForWhatIsSelected) {
  openBuiltIn();
  for (const char* const below : {"chart", "audit", "values"}) {
    session.apply(ws::commands::select_units(ws::Selection()));
    window->panels().show("selection");
    window->panels().show(below);
    window->resize(smallest);
    settle();
    selectSomething();
    EXPECT_LE(window->layout()->minimumSize().height(), smallest.height()) << below << ": " << tallest();
    EXPECT_EQ(window->size(), smallest) << below;
  }
}

TEST_F(RoomInTheWindow, EveryTextOfThePanelsCanBeReadOnSmallScreensInBothLanguagesAndEachTheme) {
  openBuiltIn();
  selectSomething();
  for (const Theme theme : themes) {
    useTheme(theme);
    for (const bool vietnamese : {true, false}) {
      (vietnamese ? window->actions().vietnamese : window->actions().english)->trigger();
      for (const QSize& size : {QSize(1366, 768), smallest})
        for (const PanelInfo& info : all_panels()) {
          window->panels().show(info.id);
          window->resize(size);
          settle();
          look(*window, std::string(info.id) + (vietnamese ? ", vi" : ", en"));
        }
    }
  }
  tellFaults();
}

TEST_F(RoomInTheWindow, EveryTextOfEachLayoutAndStepOfTheTourCanBeReadInBothLanguages) {
  openBuiltIn();
  for (const bool vietnamese : {true, false}) {
    (vietnamese ? window->actions().vietnamese : window->actions().english)->trigger();
    for (const PanelLayout& layout : all_layouts()) {
      window->findChild<QAction*>(QStringLiteral("layout-") + QLatin1String(layout.id))->trigger();
      window->resize(smallest);
      settle();
      look(*window, std::string(layout.id) + (vietnamese ? ", vi" : ", en"));
    }
    window->actions().tour->trigger();
    for (int step = 0; step < Tour::steps; ++step) {
      settle();
      auto* const bubble = window->findChild<TourBubble*>();
      look(*bubble, "step " + std::to_string(step) + (vietnamese ? ", vi" : ", en"));
      QTest::keyClick(bubble, Qt::Key_Return);
    }
  }
  tellFaults();
}

TEST_F(RoomInTheWindow, EveryTextOfTheDialogsCanBeReadOnASmallScreenInBothLanguagesAndEachTheme) {
  openBuiltIn();
  window->resize(smallest);
  for (const Theme theme : themes) {
    useTheme(theme);
    for (const bool vietnamese : {true, false}) {
      (vietnamese ? window->actions().vietnamese : window->actions().english)->trigger();
      const std::string language = vietnamese ? ", vi" : ", en";
      for (QAction* action : {window->actions().about, window->actions().findings, window->actions().help,
                              window->actions().welcome, window->actions().exportFigure}) {
        action->trigger();
        settle();
        const auto opened = openDialogs();
        ASSERT_EQ(opened.size(), 1) << action->text().toStdString();
        for (QWidget* const shown : opened) {
          const QSize frame(shown->frameGeometry().size());
          EXPECT_LE(frame.width(), smallest.width()) << shown->windowTitle().toStdString();
          EXPECT_LE(frame.height(), smallest.height()) << shown->windowTitle().toStdString();
          if (auto* const pages = shown->findChild<QComboBox*>(QStringLiteral("figurePages")))
            for (int kind = 0; kind < pages->count(); ++kind) {
              pages->setCurrentIndex(kind);
              settle();
              look(*shown, utf8(shown->windowTitle()) + language);
            }
          look(*shown, utf8(shown->windowTitle()) + language);
          shown->close();
        }
        settle();
      }
    }
  }
  tellFaults();
}

TEST_F(RoomInTheWindow, EveryTextOfComparedMapsCanBeReadOnASmallScreenInBothLanguagesAndEachTheme) {
  openBuiltIn();
  window->resize(smallest);
  for (const Theme theme : themes) {
    useTheme(theme);
    for (const bool vietnamese : {true, false}) {
      (vietnamese ? window->actions().vietnamese : window->actions().english)->trigger();
      for (const std::size_t maps : {2, 6}) {
        while (ws::map_count(session.view()) < maps) session.apply(ws::commands::add_map());
        settle();
        look(*window, std::to_string(maps) + (vietnamese ? " maps, vi" : " maps, en"));
      }
      session.apply(ws::commands::set_swiped_with(1));
      settle();
      look(*window, vietnamese ? "swiped, vi" : "swiped, en");
      session.apply(ws::commands::end_comparison());
      settle();
    }
  }
  tellFaults();
}

// As on a screen of that size: no taller, although nobody has moved anything yet.
TEST(RoomAtTheStart, TheWindowIsAsLargeAsItIsMade) {
  auto engine = gis::client::EngineClient::start(
      {.program = std::filesystem::path(VICINIA_BIN_DIR) / "vicinia-map-engine"});
  ASSERT_TRUE(engine);
  Session session{ws::Language::vi};
  LanguageSwitch languages{ws::Language::vi};
  const Timings timings{QString()};
  MainWindow window({session, languages, timings, std::move(*engine)}, false);
  window.resize(1280, 720);
  window.show();
  QCoreApplication::processEvents();
  EXPECT_EQ(window.size(), QSize(1280, 720));
}

}  // namespace vicinia::desktop
