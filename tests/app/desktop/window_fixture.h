/// \file window_fixture.h
/// A window with the small example data set open, its map finished, and the real engine behind it.
#pragma once

#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <QtTest>
#include <QtWidgets>
#include <functional>
#include <memory>

#include "main_window/main_window.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

constexpr int patience_ms = 60'000;  ///< bounds a wait; nothing is asserted about speed

class WindowTest : public testing::Test {
 protected:
  void SetUp() override {
    auto engine = gis::client::EngineClient::start(
        {.program = std::filesystem::path(VICINIA_BIN_DIR) / "vicinia-map-engine"});
    ASSERT_TRUE(engine) << engine.error().detail;
    window =
        std::make_unique<MainWindow>(WindowParts{session, languages, timings, std::move(*engine)}, false);
    window->resize(1000, 760);
    window->show();
    window->opener().openDataset(mini());
    waitForMap();
  }
  void TearDown() override { window.reset(); }

  static std::filesystem::path mini() { return std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini"; }

  static bool waitFor(const std::function<bool()>& what) { return QTest::qWaitFor(what, patience_ms); }
  void waitForMap() {
    ASSERT_TRUE(waitFor([this] { return window->map().isComplete(); })) << "the map was not finished";
  }

  template <class Widget>
  Widget* find(const char* name) {
    auto* widget = window->findChild<Widget*>(QLatin1String(name));
    EXPECT_TRUE(widget) << name;
    return widget;
  }

  core::admin::UnitIndex unit(const char* code) { return session.dataset().frame.find(code).value(); }
  /// A canvas point inside a unit.
  QPoint within(const char* code) {
    const auto extent = workspace::unit_extent(session.dataset(), unit(code));
    return window->canvas()
        .transform()
        .toCanvas(QPointF((extent.min_x + extent.max_x) / 2,
                          (extent.min_y + extent.max_y) / 2 + extent.height() / 8))
        .toPoint();
  }
  QColor colourIn(const char* code) {
    const QPoint at = within(code) + QPoint(14, 14);
    return window->canvas().frame().pixelColor(at);
  }
  /// A copy of a file set that a test may spoil.
  static std::filesystem::path copyOfMini(const QTemporaryDir& folder) {
    const auto to = toPath(folder.filePath(QStringLiteral("data")));
    std::filesystem::copy(mini(), to, std::filesystem::copy_options::recursive);
    return to;
  }

  Session session{workspace::Language::en};
  LanguageSwitch languages{workspace::Language::en};
  Timings timings{QString()};
  std::unique_ptr<MainWindow> window;
};

}  // namespace vicinia::desktop
