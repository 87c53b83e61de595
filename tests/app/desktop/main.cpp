#include <gtest/gtest.h>

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include "warnings.h"
#ifdef __SANITIZE_THREAD__
#include <tbb/global_control.h>
#endif

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  // CTest asks for the list of tests before it sets the environment.
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  vicinia::desktop::
      failOnWarnings();  // what the machine lacks, such as XDG_RUNTIME_DIR, has been said by now
  // Tests that run beside each other have settings of their own.
  const QTemporaryDir settings;
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
  QApplication::setOrganizationName(QStringLiteral("Vicinia tests"));
  QApplication::setQuitOnLastWindowClosed(false);
#ifdef __SANITIZE_THREAD__
  // The sanitizer does not see what Debian's oneTBB guarantees between its threads: jobs are looked at, each on one.
  const tbb::global_control one_thread(tbb::global_control::max_allowed_parallelism, 1);
#endif
  return RUN_ALL_TESTS();
}
