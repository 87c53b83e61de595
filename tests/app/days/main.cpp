#include <gtest/gtest.h>

#include <QApplication>
#include <cstring>

#include "day_window.h"

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  QApplication application(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("Vicinia tests"));
  QApplication::setApplicationName(QStringLiteral("working-days-%1").arg(QCoreApplication::applicationPid()));
  QApplication::setQuitOnLastWindowClosed(false);
  QApplication::setStyle(QStringLiteral("fusion"));
  auto& settings = vicinia::desktop::daySettings();
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::strcmp(argv[i], "--language") == 0)
      settings.language = vicinia::workspace::language_by_code(argv[i + 1]).value();
    if (std::strcmp(argv[i], "--theme") == 0) settings.isDark = std::strcmp(argv[i + 1], "dark") == 0;
  }
  return RUN_ALL_TESTS();
}
