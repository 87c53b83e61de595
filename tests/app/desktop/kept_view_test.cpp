// A window finds what it looked at as it was left, by closing or by a crash.
#include "session/kept_view.h"

#include "vicinia/workspace/document/view_file.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;

class KeptViewOfWindow : public WindowTest {
 protected:
  [[nodiscard]] std::filesystem::path folder() const { return toPath(folder_.path()) / "windows"; }
  std::optional<ws::View> in(const std::filesystem::path& file) {
    const auto stored = ws::read_view_file(file);
    if (!stored) return std::nullopt;
    const auto view = ws::view_on(*stored, session.dataset());
    return view ? std::optional(*view) : std::nullopt;
  }
  QTemporaryDir folder_;
};

TEST_F(KeptViewOfWindow, IsWrittenSoonAfterAChangeAndAtTheEnd) {
  const auto file = folder() / "window-1.vicinia";
  {
    const KeptView kept(session, window->documentFile(), folder());
    EXPECT_FALSE(kept.left()) << "there was no window before";
    session.apply(ws::commands::set_sector(1));
    EXPECT_TRUE(waitFor([&] { return in(file) == session.view(); })) << "without any other event";
    session.apply(ws::commands::set_sector(2));
  }
  EXPECT_EQ(in(file), session.view());
  const KeptView next(session, window->documentFile(), folder());
  ASSERT_TRUE(next.left());
  EXPECT_NE(*next.left(), file) << "it is not written over by this window";
  EXPECT_EQ(in(*next.left()), session.view());
}

TEST_F(KeptViewOfWindow, TwoWindowsKeepAFileEachAndTheLockOfADeadOneIsTakenOver) {
  {
    const KeptView first(session, window->documentFile(), folder());
    const KeptView second(session, window->documentFile(), folder());
    session.apply(ws::commands::set_sector(1));
  }
  EXPECT_TRUE(std::filesystem::exists(folder() / "window-1.vicinia"));
  EXPECT_TRUE(std::filesystem::exists(folder() / "window-2.vicinia"));
  QFile lock(qs((folder() / "window-1.vicinia.lock").string()));  // as a process leaves it that was killed
  ASSERT_TRUE(lock.open(QIODevice::WriteOnly));
  lock.write("999999999\nvicinia-desktop\n" + QSysInfo::machineHostName().toUtf8() + "\n");
  lock.close();
  const KeptView after(session, window->documentFile(), folder());
  EXPECT_EQ(after.left(), folder() / "window-1.before.vicinia");
}

TEST_F(KeptViewOfWindow, AtAnyMomentTheFileIsWholeHoweverQuickTheChanges) {
  const auto file = folder() / "window-1.vicinia";
  const KeptView kept(session, window->documentFile(), folder());
  for (int change = 0; change < 60; ++change) {
    session.apply(ws::commands::set_labels(change % 2 == 0));
    QTest::qWait(40);
    EXPECT_TRUE(!std::filesystem::exists(file) || in(file)) << change;
  }
  EXPECT_TRUE(std::filesystem::exists(file));
}

TEST_F(KeptViewOfWindow, IsOpenedAgainAndOnOtherDataWhereItsOwnAreGone) {
  const auto file = folder() / "window-1.vicinia";
  session.apply(ws::commands::set_sector(2));
  {
    const KeptView kept(session, window->documentFile(), folder());
    session.apply(ws::commands::select_unit(unit("21")));
  }
  const auto left = session.view();
  session.apply(ws::commands::set_sector(0));
  window->opener().openLeft(file, mini());
  EXPECT_TRUE(waitFor([&] { return session.view() == left; }));
  QSignalSpy told(&window->opener(), &DocumentOpener::viewFailed);
  window->opener().openLeft(folder() / "none.vicinia", mini());
  EXPECT_TRUE(waitFor([&] { return told.count() == 1; })) << "that it could not be read";
  EXPECT_TRUE(waitFor([&] { return !window->opener().isBusy(); }));
  EXPECT_TRUE(session.isOpen());
  waitForMap();
}

TEST_F(KeptViewOfWindow, AFolderThatCannotBeWrittenToIsNoHindrance) {
  const KeptView kept(session, window->documentFile(), "/proc/nowhere");
  QSignalSpy told(&kept, &KeptView::failed);
  EXPECT_TRUE(waitFor([&] { return told.count() == 1; })) << "it says so, once";
  EXPECT_FALSE(kept.left());
  EXPECT_TRUE(session.apply(ws::commands::set_sector(1)));
  waitForMap();
}

}  // namespace vicinia::desktop
