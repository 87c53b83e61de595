// The window on small screens: whatever panel is open, it fits, and no text is cut off.
#include "vicinia/workspace/document/resource_paths.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;

class RoomOfPanels : public WindowTest {
 protected:
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
};

TEST_F(RoomOfPanels, TheWindowFitsASmallScreenWithAnyPanelOpenInBothLanguages) {
  const auto builtIn = ws::built_in_dataset();
  ASSERT_TRUE(builtIn);
  window->opener().openDataset(*builtIn);
  ASSERT_TRUE(waitFor([&] { return session.isOpen() && session.dataset().sectors.size() == 22; }));
  waitForMap();
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
