// New, open, save, save as, recent, the mark of what is not saved, the history of steps, notes, and what is asked before work is lost.
#include "session/document_file.h"

#include <chrono>
#include <fstream>

#include "session/kept_view.h"
#include "vicinia/gis/io/geopackage.h"
#include "vicinia/workspace/saving/workspace_file.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;

/// Asks before work is lost, as the window of a user does. Settings are those of the tests' own organisation.
class DocumentInItsFile : public WindowTest {
 protected:
  void SetUp() override {
    QSettings().clear();
    WindowTest::SetUp();
  }
  std::unique_ptr<MainWindow> makeWindow(Session& shown) {
    auto engine = gis::client::EngineClient::start(
        {.program = std::filesystem::path(VICINIA_BIN_DIR) / "vicinia-map-engine"});
    EXPECT_TRUE(engine);
    auto made =
        std::make_unique<MainWindow>(WindowParts{shown, languages, timings, std::move(*engine)}, true);
    made->show();
    return made;
  }
  /// In place of the fixture's, which asks nothing.
  void askAsForAUser() {
    window.reset();
    asking_ = std::make_unique<Session>(ws::Language::en);
    window = makeWindow(*asking_);
    window->opener().openDataset(mini());
    EXPECT_TRUE(waitFor([&] { return window->map().isComplete(); }));
  }
  Session& shown() { return asking_ ? *asking_ : session; }
  void TearDown() override {
    WindowTest::TearDown();
    asking_.reset();
    QSettings().clear();
  }
  [[nodiscard]] std::filesystem::path file(const char* name = "dệt may.vicinia") const {
    return toPath(folder_.path()) / name;
  }
  void saveInto(const std::filesystem::path& path) {
    QSignalSpy written(&window->documentFile(), &DocumentFile::written);
    window->documentFile().save(path);
    ASSERT_TRUE(waitFor([&] { return written.count() == 1; }));
  }
  QMessageBox* box(const char* name) {
    QMessageBox* found = nullptr;
    EXPECT_TRUE(waitFor([&] {
      found = nullptr;
      for (auto* one : window->findChildren<QMessageBox*>(QLatin1String(name)))
        if (one->isVisible()) found = one;
      return found != nullptr;
    })) << name;
    return found;
  }
  static QString saveIdIn(const std::filesystem::path& path) {
    const auto saved = ws::read_workspace(path);
    return saved ? qs(saved->save_id) : QString();
  }
  QTemporaryDir folder_;
  std::unique_ptr<Session> asking_;
};

TEST_F(DocumentInItsFile, IsSavedAndComesBackAndTheMarkTellsWhatIsNotSaved) {
  auto& document = window->documentFile();
  EXPECT_FALSE(window->isWindowModified());
  session.apply(ws::commands::set_sector(1));
  EXPECT_TRUE(window->isWindowModified());
  session.undo();
  EXPECT_FALSE(window->isWindowModified()) << "nothing is left that could be saved";
  session.redo();
  session.apply(ws::commands::set_notes("ghi chú"));
  saveInto(file());
  EXPECT_FALSE(window->isWindowModified());
  EXPECT_TRUE(window->windowTitle().startsWith(QStringLiteral("dệt may[*]"))) << utf8(window->windowTitle());
  session.apply(ws::commands::select_unit(unit("21")));
  EXPECT_FALSE(window->isWindowModified()) << "looking around is no work";
  const auto left = session.view();
  saveInto(file());
  session.apply(ws::commands::set_sector(2));
  EXPECT_TRUE(window->isWindowModified());
  window->opener().openFile(file());
  ASSERT_TRUE(waitFor([&] { return session.view() == left; }));
  EXPECT_FALSE(document.isModified());
  EXPECT_FALSE(session.canUndo()) << "it is another document";
  waitForMap();
}

TEST_F(DocumentInItsFile, IsSavedByTheKeyboardUnderANameThatIsTyped) {
  QTimer::singleShot(0, window.get(), [&] {
    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    ASSERT_TRUE(dialog);
    dialog->findChild<QLineEdit*>()->setText(qs(file("from keys").string()));
    QTest::keyClick(dialog, Qt::Key_Return);
  });
  QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier);
  EXPECT_TRUE(waitFor([&] { return std::filesystem::exists(file("from keys.vicinia")); }))
      << "with the extension that nobody types";
  EXPECT_TRUE(waitFor([&] { return !window->documentFile().isSaving(); }));
}

TEST_F(DocumentInItsFile, HistoryListsEveryStepAndGoesToAnyOfThem) {
  window->panels().show("history");
  auto* const list = find<QListWidget>("history");
  EXPECT_EQ(list->count(), 1);
  session.apply(ws::commands::set_sector(1));
  session.apply(ws::commands::set_variable(core::values::Variable::employees));
  session.apply(ws::commands::set_labels(false));
  EXPECT_EQ(list->count(), 4);
  EXPECT_EQ(list->currentRow(), 3);
  const auto last = session.view();
  list->setCurrentRow(0);
  EXPECT_EQ(session.view().sector, 0u);
  EXPECT_TRUE(session.view().labels);
  EXPECT_FALSE(session.canUndo());
  EXPECT_EQ(list->count(), 4) << "what was taken back can be done again";
  QTest::keyClick(list, Qt::Key_Down);
  EXPECT_EQ(session.view().sector, 1u);
  list->setCurrentRow(3);
  EXPECT_EQ(session.view(), last);
  waitForMap();
}

TEST_F(DocumentInItsFile, NotesAreTypedInOneStepAndUndone) {
  window->panels().show("notes");
  auto* const notes = find<QPlainTextEdit>("notes");
  QTest::keyClicks(notes, QStringLiteral("ask again"));
  EXPECT_EQ(session.view().notes, "ask again");
  EXPECT_EQ(session.position(), 1u);
  QTest::keyClick(notes, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(session.view().notes, "");
  EXPECT_TRUE(notes->toPlainText().isEmpty());
  session.redo();
  EXPECT_EQ(notes->toPlainText(), QStringLiteral("ask again"));
}

TEST_F(DocumentInItsFile, ShowingAPanelIsNoChange) {
  const auto before = session.view();
  for (QAction* const toggle : window->panels().toggles()) toggle->trigger();
  for (QAction* const action : window->panels().actions()) {
    action->trigger();
    EXPECT_EQ(session.view().selected, before.selected) << utf8(action->objectName());
  }
  EXPECT_EQ(session.view().extent, before.extent);
  EXPECT_EQ(session.view(), before);
  EXPECT_FALSE(window->isWindowModified());
  EXPECT_FALSE(session.canUndo());
  waitForMap();
}

TEST_F(DocumentInItsFile, ASecondWindowOpensItForReadingAndSavesElsewhere) {
  saveInto(file());
  Session second(ws::Language::en);
  auto other = makeWindow(second);
  other->opener().openFileAtStart(file(), mini());
  ASSERT_TRUE(waitFor([&] { return second.isOpen(); }));
  EXPECT_EQ(other->documentFile().readOnly(), DocumentFile::ReadOnly::open_elsewhere);
  EXPECT_TRUE(other->findChild<QMessageBox*>(QStringLiteral("documentMessage"))) << "it says so";
  EXPECT_TRUE(other->windowTitle().contains(QStringLiteral("read only")));
  const QString before = saveIdIn(file());
  EXPECT_TRUE(other->documentFile().isOpenElsewhere(file()));
  EXPECT_EQ(saveIdIn(file()), before);
  other->documentFile().save(file("other.vicinia"));
  EXPECT_TRUE(waitFor([&] { return other->documentFile().path() == file("other.vicinia"); }));
  EXPECT_EQ(other->documentFile().readOnly(), DocumentFile::ReadOnly::no);
  EXPECT_TRUE(waitFor([&] { return other->map().isComplete(); }));
  other.reset();
  EXPECT_EQ(window->documentFile().readOnly(), DocumentFile::ReadOnly::no);
}

TEST_F(DocumentInItsFile, WhatSomebodyElseSavedMeanwhileIsNotReplacedUnasked) {
  saveInto(file());
  ws::Document theirs = session.document();
  theirs.view.notes = "theirs";
  ASSERT_TRUE(ws::save_workspace(theirs, {}, "theirs", file()));
  session.apply(ws::commands::set_notes("mine"));
  window->actions().save->trigger();
  auto* const question = box("changedElsewhere");
  ASSERT_TRUE(question);
  question->button(QMessageBox::Cancel)->click();
  EXPECT_EQ(saveIdIn(file()), QStringLiteral("theirs"));
  EXPECT_TRUE(window->isWindowModified());
}

TEST_F(DocumentInItsFile, BeforeWorkIsLostItIsAskedAndCancelKeepsEverything) {
  askAsForAUser();
  saveInto(file());
  shown().apply(ws::commands::set_notes("not saved"));
  window->close();
  auto* question = box("saveQuestion");
  ASSERT_TRUE(question);
  EXPECT_TRUE(window->isVisible());
  question->button(QMessageBox::Cancel)->click();
  EXPECT_TRUE(window->isVisible());
  EXPECT_EQ(shown().view().notes, "not saved");

  window->actions().newDocument->trigger();
  question = box("saveQuestion");
  ASSERT_TRUE(question);
  const QString before = saveIdIn(file());
  question->button(QMessageBox::Save)->click();
  ASSERT_TRUE(waitFor([&] { return shown().view().notes.empty(); })) << "the new one";
  EXPECT_NE(saveIdIn(file()), before);
  EXPECT_TRUE(window->documentFile().path().empty());
  EXPECT_FALSE(window->isWindowModified());
  EXPECT_TRUE(waitFor([&] { return window->map().isComplete(); }));
}

TEST_F(DocumentInItsFile, ClosingWithoutSavingLeavesWhatTheFileHolds) {
  askAsForAUser();
  saveInto(file());
  std::optional<KeptView> kept(std::in_place, shown(), window->documentFile(),
                               toPath(folder_.path()) / "windows");
  shown().apply(ws::commands::set_notes("not wanted"));
  window->close();
  auto* const question = box("saveQuestion");
  ASSERT_TRUE(question);
  question->button(QMessageBox::Discard)->click();
  EXPECT_FALSE(window->isVisible());
  kept.reset();
  const auto left = ws::read_view_file(toPath(folder_.path()) / "windows" / "window-1.vicinia");
  ASSERT_TRUE(left);
  EXPECT_EQ(left->workspace_file, file());
  EXPECT_EQ(ws::view_on(*left, shown().datasetAsRead())->notes, "");
}

TEST_F(DocumentInItsFile, AWindowThatWasKilledComesBackWithItsFileAndItsUnsavedWork) {
  saveInto(file());
  {
    const KeptView kept(session, window->documentFile(), toPath(folder_.path()) / "windows");
    session.apply(ws::commands::set_notes("not saved"));
    ASSERT_TRUE(waitFor(
        [&] { return std::filesystem::exists(toPath(folder_.path()) / "windows" / "window-1.vicinia"); }));
  }
  window.reset();  // and its lock
  Session again(ws::Language::en);
  auto next = makeWindow(again);
  next->opener().openLeft(toPath(folder_.path()) / "windows" / "window-1.vicinia", mini());
  ASSERT_TRUE(waitFor([&] { return again.isOpen(); }));
  EXPECT_EQ(again.view().notes, "not saved");
  EXPECT_EQ(next->documentFile().path(), file());
  EXPECT_EQ(next->documentFile().readOnly(), DocumentFile::ReadOnly::no);
  EXPECT_TRUE(next->isWindowModified());
  again.apply(ws::commands::set_notes(""));
  EXPECT_FALSE(next->isWindowModified()) << "compared with what the file holds";
  EXPECT_TRUE(waitFor([&] { return next->map().isComplete(); }));
}

TEST_F(DocumentInItsFile, WorkThatWasNeverSavedComesBackInSeveralWindowsAndLocksNothing) {
  const auto kept_file = toPath(folder_.path()) / "windows" / "window-1.vicinia";
  {
    const KeptView kept(session, window->documentFile(), kept_file.parent_path());
    session.apply(ws::commands::set_notes("never saved"));
    ASSERT_TRUE(waitFor([&] { return std::filesystem::exists(kept_file); }));
  }
  Session first(ws::Language::en), second(ws::Language::en);
  std::vector<std::unique_ptr<MainWindow>> windows;
  for (Session* const again : {&first, &second}) {
    windows.push_back(makeWindow(*again));
    windows.back()->opener().openLeft(kept_file, mini());
    ASSERT_TRUE(waitFor([&] { return again->isOpen(); }));
    EXPECT_EQ(again->view().notes, "never saved");
    EXPECT_TRUE(windows.back()->documentFile().path().empty());
    EXPECT_EQ(windows.back()->documentFile().readOnly(), DocumentFile::ReadOnly::no);
    EXPECT_TRUE(windows.back()->isWindowModified());
    EXPECT_TRUE(waitFor([&] { return windows.back()->map().isComplete(); }));
  }
  EXPECT_FALSE(std::filesystem::exists("..lock"));
}

// A clock that was set back, or that ran ahead, leaves files from the future and from long ago: nothing goes by their times.
TEST_F(DocumentInItsFile, WhatComesBackDoesNotDependOnTheClock) {
  const auto kept_file = toPath(folder_.path()) / "windows" / "window-1.vicinia";
  for (const auto& [saved_at, kept_at] : {std::pair(std::chrono::years(1), -std::chrono::years(1)),
                                          std::pair(-std::chrono::years(30), std::chrono::years(5))}) {
    shown().apply(ws::commands::set_notes("saved"));
    saveInto(file());
    {
      const KeptView kept(session, window->documentFile(), kept_file.parent_path());
      session.apply(ws::commands::set_notes("not saved"));
      ASSERT_TRUE(waitFor([&] { return std::filesystem::exists(kept_file); }));
    }
    const auto now = std::filesystem::file_time_type::clock::now();
    std::filesystem::last_write_time(file(), now + saved_at);
    std::filesystem::last_write_time(kept_file, now + kept_at);
    Session again(ws::Language::en);
    auto next = makeWindow(again);
    next->opener().openLeft(kept_file, mini());
    ASSERT_TRUE(waitFor([&] { return again.isOpen(); }));
    EXPECT_EQ(again.view().notes, "not saved");
    EXPECT_TRUE(next->isWindowModified());
    EXPECT_EQ(ws::view_on(ws::read_workspace(file())->view, session.datasetAsRead())->notes, "saved");
    EXPECT_TRUE(waitFor([&] { return next->map().isComplete(); }));
    std::filesystem::remove(kept_file);
  }
}

TEST_F(DocumentInItsFile, OfANewerVersionOpensForReadingWithAWord) {
  saveInto(file());
  auto table = gis::io::read_plain_table(file(), "vicinia_workspace", {{.name = "key"}, {.name = "value"}});
  ASSERT_TRUE(table);
  for (auto& row : table->rows)
    if (row[0] == "version") row[1] = "12";
  ASSERT_TRUE(gis::io::write_geopackage(file("newer.vicinia"), {.tables = {*table}}));
  window->opener().openFile(file("newer.vicinia"));
  EXPECT_EQ(window->documentFile().readOnly(), DocumentFile::ReadOnly::newer_version);
  auto* const word = box("documentMessage");
  ASSERT_TRUE(word);
  EXPECT_TRUE(word->informativeText().contains(QStringLiteral("newer.vicinia")));
  word->close();
}

TEST_F(DocumentInItsFile, ADamagedFileIsSaidAndWhatIsOpenStays) {
  std::ofstream(file("damaged.vicinia"), std::ios::binary) << "SQLite format 3" << std::string(9000, 'x');
  session.apply(ws::commands::set_notes("mine"));
  window->opener().openFile(file("damaged.vicinia"));
  auto* const message = box("errorMessage");
  ASSERT_TRUE(message);
  EXPECT_TRUE(message->informativeText().contains(QStringLiteral("damaged.vicinia")));
  EXPECT_EQ(session.view().notes, "mine");
  message->close();
}

TEST_F(DocumentInItsFile, AFolderThatCannotBeWrittenToIsSaidAndTheMarkStays) {
  session.apply(ws::commands::set_notes("mine"));
  window->documentFile().save("/proc/none/a.vicinia");
  auto* const message = box("errorMessage");
  ASSERT_TRUE(message);
  EXPECT_TRUE(message->informativeText().contains(QStringLiteral("/proc/none")));
  EXPECT_TRUE(window->isWindowModified());
  EXPECT_TRUE(window->documentFile().path().empty());
  message->close();
}

TEST_F(DocumentInItsFile, RecentFilesAreListedNewestFirstAndOneThatIsGoneLeavesTheList) {
  saveInto(file("a.vicinia"));
  saveInto(file("b & c.vicinia"));
  auto* const menu = window->actions().recentMenu();
  Q_EMIT menu->aboutToShow();
  ASSERT_EQ(menu->actions().size(), 2);
  EXPECT_TRUE(menu->actions()[0]->text().contains(QStringLiteral("b && c")));
  std::filesystem::remove(file("a.vicinia"));
  menu->actions()[1]->trigger();
  auto* const message = box("errorMessage");
  ASSERT_TRUE(message);
  message->close();
  EXPECT_EQ(menu->actions().size(), 1);
  session.apply(ws::commands::set_sector(2));
  menu->actions()[0]->trigger();
  EXPECT_TRUE(waitFor([&] { return session.view().sector == 0u; }));
  waitForMap();
}

}  // namespace vicinia::desktop
