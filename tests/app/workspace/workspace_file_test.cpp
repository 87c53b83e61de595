// A workspace as a file: what comes back, what other programs see in it, and that whatever happens an older file stays whole.
#include "vicinia/workspace/saving/workspace_file.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "fixture.h"
#include "support/process.h"
#include "support/small_disk.h"
#include "vicinia/gis/io/geopackage.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::workspace {

namespace fs = std::filesystem;
using core::ErrorCode;

class WorkspaceFile : public testing::Test {
 protected:
  [[nodiscard]] fs::path file(const char* name = "dệt may.vicinia") const { return folder_.path() / name; }
  Workspace worked_on(std::shared_ptr<const OpenDataset> data) {
    Workspace workspace(std::move(data));
    EXPECT_TRUE(workspace.apply(commands::set_sector(1)));
    EXPECT_TRUE(workspace.apply(commands::set_variable(core::values::Variable::employees)));
    EXPECT_TRUE(workspace.apply(commands::select_units(Selection({2, 3}))));
    EXPECT_TRUE(workspace.apply(commands::keep_selection("vùng của tôi")));
    EXPECT_TRUE(workspace.apply(commands::set_notes("Hỏi lại Sở về Quận 12\n— “xong”")));
    return workspace;
  }
  fs::path copy_of_mini() {
    fs::copy(fs::path(VICINIA_TEST_DATA_DIR) / "mini", folder_.path() / "data", fs::copy_options::recursive);
    return folder_.path() / "data";
  }
  /// One cell of the table of settings, replaced in a copy of the file as another program could.
  void rewrite(const fs::path& from, const fs::path& to, const std::string& key,
               const std::function<std::string(std::string)>& change) {
    auto table = gis::io::read_plain_table(from, "vicinia_workspace", {{.name = "key"}, {.name = "value"}});
    ASSERT_TRUE(table);
    for (auto& row : table->rows)
      if (row[0] == key) row[1] = change(row[1]);
    ASSERT_TRUE(gis::io::write_geopackage(to, {.tables = {*table}}));
  }
  test::TemporaryFolder folder_;
};

TEST_F(WorkspaceFile, BringsBackTheDocumentAndHowTheWindowStood) {
  const Workspace workspace = worked_on(mini());
  const WorkspaceSettings settings{.window_layout = "AAECAw==", .keeps_data = false};
  ASSERT_TRUE(save_workspace(workspace.document(), settings, "id", file()));
  const auto saved = read_workspace(file());
  ASSERT_TRUE(saved) << error_text(saved.error(), Language::en);
  EXPECT_EQ(saved->settings, settings);
  EXPECT_EQ(saved->save_id, "id");
  EXPECT_FALSE(saved->is_of_newer_version);
  EXPECT_FALSE(saved->holds_data);
  EXPECT_EQ(saved->view.content_hash, workspace.dataset().content_hash);
  EXPECT_TRUE(fs::equivalent(saved->view.dataset_folder, workspace.document().data->folder));
  const auto view = view_on(saved->view, workspace.dataset());
  ASSERT_TRUE(view);
  EXPECT_EQ(*view, workspace.view());
}

TEST_F(WorkspaceFile, IsAGeoPackageWhoseLayersShowWhatTheMapShows) {
  Workspace workspace(vietnam_2007());
  ASSERT_TRUE(save_workspace(workspace.document(), {}, "id", file()));
  const auto units =
      gis::io::read_polygons(file(), {.layer = "units", .target_crs = workspace.dataset().crs});
  ASSERT_TRUE(units) << error_text(units.error(), Language::en);
  EXPECT_EQ(units->attributes.fields.front(), "unit_code");
  std::size_t with_value = 0;
  const auto value = units->attributes.column("value", "");
  ASSERT_TRUE(value);
  for (const auto& row : units->attributes.rows) with_value += row[*value].empty() ? 0 : 1;
  EXPECT_EQ(with_value, 26u) << "textile and garment is published for 26 districts";
  const auto found =
      gis::io::read_polygons(file(), {.layer = "agglomerations", .target_crs = workspace.dataset().crs});
  ASSERT_TRUE(found) << error_text(found.error(), Language::en);
  EXPECT_EQ(found->areas.size(), 7u);
  EXPECT_FALSE(read_workspace(file())->holds_data) << "the data of the program are not copied";
}

TEST_F(WorkspaceFile, OfTheSameDocumentHasTheSameBytes) {
  const Workspace workspace = worked_on(mini());
  ASSERT_TRUE(save_workspace(workspace.document(), {}, "id", file("a.vicinia")));
  ASSERT_TRUE(save_workspace(workspace.document(), {}, "id", file("b.vicinia")));
  EXPECT_EQ(test::contents(file("a.vicinia")), test::contents(file("b.vicinia")));
  EXPECT_NE(new_save_id(), new_save_id());
}

TEST_F(WorkspaceFile, OpensWhereItsDataAreNotThroughTheCopyThatItHolds) {
  const fs::path data = copy_of_mini();
  const Workspace workspace = worked_on(opened(data));
  ASSERT_TRUE(save_workspace(workspace.document(), {}, "id", file()));
  const std::string manifest = test::contents(data / "manifest.json");
  fs::remove_all(data);
  const auto saved = read_workspace(file());
  ASSERT_TRUE(saved);
  EXPECT_TRUE(saved->holds_data);
  EXPECT_TRUE(saved->view.dataset_folder.empty()) << "they are not there any more";
  const fs::path unpacked = folder_.path() / "unpacked" / "here";
  ASSERT_TRUE(unpack_data(file(), unpacked));
  EXPECT_EQ(test::contents(unpacked / "manifest.json"), manifest);
  const auto again = opened(unpacked);
  EXPECT_EQ(again->dataset->content_hash, workspace.dataset().content_hash) << "not a byte is another";
  EXPECT_EQ(view_on(saved->view, *again->dataset).value(), workspace.view());
}

TEST_F(WorkspaceFile, FindsDataThatMovedTogetherWithIt) {
  const fs::path data = copy_of_mini();
  const Workspace workspace = worked_on(opened(data));
  ASSERT_TRUE(save_workspace(workspace.document(), {.keeps_data = false}, "id", file("a.vicinia")));
  fs::create_directory(folder_.path() / "elsewhere");
  fs::rename(data, folder_.path() / "elsewhere" / "data");
  fs::rename(file("a.vicinia"), folder_.path() / "elsewhere" / "a.vicinia");
  const auto saved = read_workspace(folder_.path() / "elsewhere" / "a.vicinia");
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->view.dataset_folder, folder_.path() / "elsewhere" / "data");
}

TEST_F(WorkspaceFile, ACopyNeverLeavesTheFolderThatItIsPutInto) {
  for (const char* name : {"../out.txt", "/tmp/vicinia-out.txt", "a/../../out.txt"}) {
    ASSERT_TRUE(gis::io::write_geopackage(
        file(), {.tables = {{.name = "vicinia_data",
                             .columns = {{.name = "file"}, {.name = "content", .holds_bytes = true}},
                             .rows = {{name, "x"}, {"manifest.json", "{}"}}}}}));
    const auto unpacked = unpack_data(file(), folder_.path() / "in" / "here");
    ASSERT_FALSE(unpacked) << name;
    EXPECT_EQ(unpacked.error().code, ErrorCode::bad_document);
    EXPECT_FALSE(fs::exists(folder_.path() / "in" / "out.txt"));
    EXPECT_FALSE(fs::exists("/tmp/vicinia-out.txt"));
  }
}

TEST_F(WorkspaceFile, OfAnOlderVersionIsReadAndOneOfANewerSaysSo) {
  const Workspace workspace = worked_on(mini());
  ASSERT_TRUE(save_view(workspace.document(), file("older.vicinia")));
  const auto older = read_workspace(file("older.vicinia"));
  ASSERT_TRUE(older) << "a view as text";
  EXPECT_EQ(view_on(older->view, workspace.dataset()).value(), workspace.view());
  EXPECT_FALSE(older->is_of_newer_version);

  ASSERT_TRUE(save_workspace(workspace.document(), {}, "id", file()));
  rewrite(file(), file("newer.vicinia"), "version", [](const std::string&) { return "7"; });
  const auto newer = read_workspace(file("newer.vicinia"));
  ASSERT_TRUE(newer);
  EXPECT_TRUE(newer->is_of_newer_version);
  EXPECT_EQ(view_on(newer->view, workspace.dataset()).value(), workspace.view()) << "as far as it is known";

  rewrite(file(), file("newer view.vicinia"), "view", [](const std::string& text) {
    auto json = nlohmann::json::parse(text);
    json["version"] = 99;
    json["charts"] = {{"scatter", true}};
    return json.dump();
  });
  const auto newer_view = read_workspace(file("newer view.vicinia"));
  ASSERT_TRUE(newer_view);
  EXPECT_TRUE(newer_view->is_of_newer_version);
  EXPECT_TRUE(view_on(newer_view->view, workspace.dataset()));
}

TEST_F(WorkspaceFile, DamagedAnywhereIsReadAsItWasOrRefusedWithItsNameAndNeverCrashes) {
  const Workspace workspace = worked_on(mini());
  ASSERT_TRUE(save_workspace(workspace.document(), {}, "id", file()));
  const std::string whole = test::contents(file());
  const auto try_it = [&](const std::string& bytes, std::size_t at) {
    std::ofstream(file("damaged.vicinia"), std::ios::binary) << bytes;
    const auto read = read_workspace(file("damaged.vicinia"));
    if (!read) {
      EXPECT_EQ(read.error().subject.file, file("damaged.vicinia").string()) << at;
      EXPECT_FALSE(error_text(read.error(), Language::vi).empty());
    } else if (const auto view = view_on(read->view, workspace.dataset())) {
      static_cast<void>(unpack_data(file("damaged.vicinia"), folder_.path() / "x"));
    }
    fs::remove_all(folder_.path() / "x");
  };
  for (std::size_t length = 0; length < whole.size(); length += whole.size() / 40)
    try_it(whole.substr(0, length), length);
  for (std::size_t at = 0; at < whole.size(); at += whole.size() / 60) {
    std::string damaged = whole;
    for (std::size_t i = at; i < std::min(at + 64, whole.size()); ++i)
      damaged[i] = static_cast<char>(~damaged[i]);
    try_it(damaged, at);
  }
  std::ofstream(file("damaged.vicinia")) << "not a workspace at all";
  EXPECT_EQ(read_workspace(file("damaged.vicinia")).error().code, ErrorCode::bad_document);
  EXPECT_EQ(read_workspace(file("none.vicinia")).error().code, ErrorCode::file_not_found);
}

TEST_F(WorkspaceFile, OfAnyOtherGeoPackageSaysThatItIsNone) {
  ASSERT_TRUE(gis::io::write_geopackage(
      file(), {.tables = {{.name = "other", .columns = {{.name = "a"}}, .rows = {{"1"}}}}}));
  const auto read = read_workspace(file());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::bad_document);
}

TEST_F(WorkspaceFile, AFullDiskAtAnyByteLeavesTheOlderFileWholeAndNothingBeside) {
  Workspace workspace = worked_on(mini());
  ASSERT_TRUE(save_workspace(workspace.document(), {}, "before", file()));
  const std::string before = test::contents(file());
  ASSERT_TRUE(workspace.apply(commands::set_sector(0)));
  int refused = 0;
  for (std::size_t bytes = 0; bytes < before.size(); bytes += before.size() / 25) {
    const test::SmallDisk disk(bytes);
    const auto saved = save_workspace(workspace.document(), {}, "after", file());
    if (saved) continue;  // the file need not be as long as it was
    ++refused;
    EXPECT_EQ(saved.error().code, ErrorCode::file_not_writable) << bytes;
    EXPECT_EQ(saved.error().subject.file, file().string());
  }
  EXPECT_GT(refused, 20);
  EXPECT_EQ(test::contents(file()), before);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()), 1);
  ASSERT_TRUE(save_workspace(workspace.document(), {}, "after", file()));
  EXPECT_EQ(read_workspace(file())->save_id, "after");
}

TEST_F(WorkspaceFile, WhereNothingCanBeWrittenItSaysWhere) {
  const Workspace workspace = worked_on(mini());
  const auto saved = save_workspace(workspace.document(), {}, "id", "/proc/none/a.vicinia");
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::file_not_writable);
  EXPECT_NE(error_text(saved.error(), Language::vi).find("/proc/none"), std::string::npos);
}

}  // namespace vicinia::workspace
