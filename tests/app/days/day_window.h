/// \file day_window.h
/// The window as its users have it, on the built-in data, driven by mouse and keys; every step leaves a picture.
#pragma once

#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <QtTest>
#include <QtWidgets>
#include <functional>
#include <memory>

#include "main_window/main_window.h"
#include "session/kept_view.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

/// Of all days of one run, from the command line.
struct DaySettings {
  workspace::Language language = workspace::Language::vi;
  bool isDark = false;
};
[[nodiscard]] DaySettings& daySettings();

class Day : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  static bool isVietnamese() { return daySettings().language == workspace::Language::vi; }

  /// A window on what another has left in windowsFolder(), or on the built-in data.
  void openWindow();
  [[nodiscard]] std::filesystem::path windowsFolder() const { return windows_; }

  /// A wait is bounded, and nothing is asserted about speed: beside other work on two cores the pages of a brief take over a minute.
  static constexpr int patience_ms = 60'000, long_patience_ms = 240'000;
  static bool waitFor(const std::function<bool()>& what, int patience = patience_ms);
  /// Maps, agglomerations and robustness are those of the document as it is.
  void waitUntilSettled();
  /// The whole display with everything on it, as "DAY-STEP.png", below the folder of language and theme.
  void picture(const char* name);

  void press(Qt::Key key, Qt::KeyboardModifiers keys = {});
  void pressIn(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers keys = {}) {
    QTest::keyClick(widget, key, keys);
  }
  /// Key by key; what a keyboard has no key for as an input method delivers it.
  static void type(QWidget* widget, const QString& text);
  /// By the line of Ctrl+K, and Enter.
  void search(const QString& text);
  /// Draws with the left button along canvas points, with keys held.
  void draw(const QPolygonF& outline, Qt::KeyboardModifiers keys);
  template <class Widget>
  Widget* find(const char* name) {
    auto* widget = window->findChild<Widget*>(QLatin1String(name));
    EXPECT_TRUE(widget) << name;
    return widget;
  }
  [[nodiscard]] core::admin::UnitIndex unit(const char* nameVi, const char* provinceVi) const;
  /// Where the middle of a unit is on the canvas.
  [[nodiscard]] QPointF middle(core::admin::UnitIndex unit) const;

  QTemporaryDir folder;
  std::filesystem::path windows_ =
      toPath(folder.path()) / "windows";  ///< where windows leave what they look at
  std::unique_ptr<LanguageSwitch> languages;
  Timings timings{QString()};
  std::unique_ptr<Session> session;
  std::unique_ptr<MainWindow> window;
  std::unique_ptr<KeptView> kept;
};

}  // namespace vicinia::desktop
