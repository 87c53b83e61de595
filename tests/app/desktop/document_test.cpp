// Undo, opening, and what happens when the input is at fault.
#include <fstream>

#include "vicinia/workspace/words/command_words.h"
#include "window_fixture.h"

namespace vicinia::desktop {

class DocumentInWindow : public WindowTest {
 protected:
  QMessageBox* waitForMessage() {
    QMessageBox* box = nullptr;
    EXPECT_TRUE(waitFor(
        [&] { return (box = window->findChild<QMessageBox*>(QStringLiteral("errorMessage"))) != nullptr; }));
    return box;
  }
};

TEST_F(DocumentInWindow, TheMenuUndoesAndRedoesByName) {
  auto& actions = window->actions();
  EXPECT_FALSE(actions.undo->isEnabled());
  session.apply(workspace::commands::set_sector(2));
  ASSERT_TRUE(actions.undo->isEnabled());
  EXPECT_TRUE(actions.undo->text().contains(
      qs(workspace::command_text(workspace::CommandName::set_sector, workspace::Language::en))));
  actions.undo->trigger();
  EXPECT_EQ(session.view().sector, 0u);
  EXPECT_EQ(find<QTreeView>("sectorList")->currentIndex().row(), 0);
  actions.redo->trigger();
  EXPECT_EQ(session.view().sector, 2u);
  waitForMap();
}

TEST_F(DocumentInWindow, ABadDataSetLeavesThePreviousOpenAndNamesFileAndRow) {
  const QTemporaryDir folder;
  const auto bad = copyOfMini(folder);
  std::ofstream(bad / "observations.csv", std::ios::app) << "32,II,1,1,0,-7\n";
  const auto open = session.document().data;
  window->opener().openDataset(bad);
  auto* box = waitForMessage();
  ASSERT_TRUE(box);
  EXPECT_TRUE(box->informativeText().contains(QStringLiteral("observations.csv")))
      << utf8(box->informativeText());
  EXPECT_TRUE(box->informativeText().contains(QStringLiteral("20"))) << utf8(box->informativeText());
  EXPECT_EQ(session.document().data, open);
  box->close();
  session.apply(workspace::commands::set_sector(1));
  waitForMap();
}

TEST_F(DocumentInWindow, AMissingFolderIsSaidAndNothingIsLost) {
  const auto open = session.document().data;
  window->opener().openDataset("/nowhere/at-all");
  auto* box = waitForMessage();
  ASSERT_TRUE(box);
  EXPECT_TRUE(box->informativeText().contains(QStringLiteral("/nowhere/at-all")));
  EXPECT_EQ(session.document().data, open);
}

TEST_F(DocumentInWindow, FiguresAreShownInAnotherFrameAndUndoBringsBackTheirOwn) {
  const auto first = session.document().data;
  window->opener().openDataset(std::filesystem::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007");
  ASSERT_TRUE(waitFor([&] { return session.document().data != first; }));
  waitForMap();
  ASSERT_EQ(session.dataset().frame.at_level({0}).size(), 63u);
  auto* const menu = find<QMenu>("frameMenu");
  ASSERT_EQ(menu->actions().size(), 2);
  EXPECT_TRUE(menu->actions()[0]->isChecked());
  menu->actions()[1]->trigger();
  ASSERT_TRUE(waitFor([&] { return session.view().frame == "2025-07-01"; }));
  waitForMap();
  EXPECT_TRUE(menu->actions()[1]->isChecked());
  EXPECT_EQ(session.sources().of({0}).units.size(), 34u);
  EXPECT_EQ(session.choropleth().units.size(), 34u);
  session.undo();
  waitForMap();
  EXPECT_EQ(session.sources().of({0}).units.size(), 63u);
  session.redo();
  waitForMap();
  EXPECT_EQ(session.sources().of({0}).units.size(), 34u);
}

TEST_F(DocumentInWindow, AnotherDataSetOpensAndUndoBringsBackTheFirst) {
  const QTemporaryDir folder;
  const auto other = copyOfMini(folder);
  std::ofstream(other / "observations.csv", std::ios::trunc)
      << "unit_code,sector_no,employees\n11,I,400\n12,I,900\n";
  std::ifstream in(other / "manifest.json");
  std::string manifest((std::istreambuf_iterator<char>(in)), {});
  manifest.replace(manifest.find("complete_matrix"), 15, "published_list");
  std::ofstream(other / "manifest.json", std::ios::trunc) << manifest;
  const auto first = session.document().data;
  window->opener().openDataset(other);
  ASSERT_TRUE(waitFor([&] { return session.document().data != first; }));
  waitForMap();
  window->actions().undo->trigger();
  EXPECT_EQ(session.document().data, first);
  waitForMap();
}

}  // namespace vicinia::desktop
