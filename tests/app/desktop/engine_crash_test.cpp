// The engine dies; nobody loses anything.
#include <signal.h>

#include <QElapsedTimer>
#include <iostream>

#include "window_fixture.h"

namespace vicinia::desktop {

class EngineCrash : public WindowTest {};

TEST_F(EngineCrash, TenKillsWhileDrawingLoseNothing) {
  session.apply(workspace::commands::select_unit(unit("21")));
  QTest::keyClick(&window->canvas(), Qt::Key_Plus);
  waitForMap();
  const auto extent = window->canvas().extent();
  const QImage expected = window->canvas().frame().copy();
  std::cout << "map complete again after";
  for (int kill_no = 0; kill_no < 10; ++kill_no) {
    const auto info = window->engine().client().info();
    ASSERT_TRUE(info);
    session.apply(workspace::commands::set_sector(1));
    QCoreApplication::processEvents();  // the request leaves
    session.apply(workspace::commands::set_sector(0));
    QCoreApplication::processEvents();
    QElapsedTimer clock;
    clock.start();
    ASSERT_EQ(::kill(info->pid, SIGKILL), 0);
    ASSERT_TRUE(waitFor([this] { return window->map().isComplete(); })) << "kill " << kill_no + 1;
    std::cout << ' ' << clock.elapsed();
    EXPECT_EQ(window->canvas().frame(), expected);
  }
  std::cout << " ms\n";
  EXPECT_EQ(session.view().sector, 0u);
  EXPECT_EQ(session.view().selected.current(), unit("21"));
  EXPECT_EQ(window->canvas().extent(), extent);
}

}  // namespace vicinia::desktop
