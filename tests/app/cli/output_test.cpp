// A place that cannot be written is told before the work; what is printed never controls the terminal.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <algorithm>
#include <string>
#include <vector>

#include "odd_data.h"
#include "terminal.h"

namespace vicinia::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Output : public Terminal {
 protected:
  /// Every command that writes, but for the option that says where to.
  [[nodiscard]] std::vector<std::string> writers(const std::string& out) {
    const std::string layer = "'" + data_ + "/districts.geojson'", to = " '" + out + "'";
    return {"agglomerations --dataset '" + data_ + "' --out" + to,
            "indicators --dataset '" + data_ + "' --out" + to,
            "audit --dataset '" + data_ + "' --out" + to,
            "check --boundaries " + layer + " --out" + to,
            "dissolve --boundaries " + layer + " --by parent --out" + to,
            "thiessen --points '" + data_ + "/observations.csv' --within " + layer + " --out" + to};
  }
  [[nodiscard]] std::vector<std::string> drawers(const std::string& out) {
    const std::string data = " --dataset '" + data_ + "' --out '" + out + "'";
    return {"figure --sector I" + data, "series --per sector" + data, "brief" + data};
  }
  std::string data_ = test::odd_data(folder_.path() / "data");
};

TEST_F(Output, AFolderThatIsNotThereIsToldBeforeTheWork) {
  for (const std::string& command : writers(file("no/such/o.gpkg"))) {
    const Finished refused = vicinia(command);
    EXPECT_EQ(refused.exit_code, 1) << command;
    EXPECT_THAT(refused.err, StartsWith("vicinia: " + file("no/such") + ": The folder does not exist."))
        << command;
    EXPECT_THAT(refused.out, IsEmpty()) << command;
  }
  for (const std::string& command : drawers(file("no/such/o.pdf")))
    EXPECT_THAT(vicinia(command).err,
                StartsWith("vicinia: " + file("no/such") + ": The folder does not exist."))
        << command;
}

TEST_F(Output, APlaceWhereNothingCanBeWrittenIsToldBeforeTheWork) {
  for (const std::string& command : writers("/proc/o.gpkg")) {
    const Finished refused = vicinia(command);
    EXPECT_EQ(refused.exit_code, 1) << command;
    EXPECT_THAT(refused.err, StartsWith("vicinia: /proc/o.gpkg: The file cannot be written: ")) << command;
  }
  EXPECT_THAT(vicinia("series --per sector --out /proc/o").err,
              StartsWith("vicinia: /proc/o: The file cannot be written: "));
}

TEST_F(Output, AFileThatIsReadIsNeverOverwritten) {
  const auto refusal =
      HasSubstr("This is a file that is read, and it would be overwritten. Give --out another name.");
  const std::string observations = test::contents(data_ + "/observations.csv"),
                    layer = test::contents(data_ + "/districts.geojson");
  for (const char* command : {"indicators", "audit"})
    EXPECT_THAT(
        vicinia(std::string(command) + " --dataset '" + data_ + "' --out '" + data_ + "/observations.csv'")
            .err,
        refusal)
        << command;
  fs::create_symlink(data_ + "/districts.geojson", file("link.geojson"));
  for (const std::string& command : writers(file("link.geojson")))
    EXPECT_THAT(vicinia(command).err, refusal) << command;
  EXPECT_EQ(test::contents(data_ + "/observations.csv"), observations);
  EXPECT_EQ(test::contents(data_ + "/districts.geojson"), layer);
}

TEST_F(Output, APipeOrDeviceIsNeverReplacedByAFile) {
  const fs::path pipe = folder_.path() / "pipe.gpkg";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  for (const std::string& command : writers(pipe.string())) {
    EXPECT_THAT(vicinia(command).err,
                HasSubstr("This is a device or a pipe, and no file that can be replaced."))
        << command;
    EXPECT_TRUE(fs::is_fifo(pipe)) << command;
  }
}

TEST_F(Output, AnUnknownFormatNamesThoseThereAreBeforeTheWork) {
  const std::string layer = "'" + data_ + "/districts.geojson'";
  EXPECT_THAT(vicinia("dissolve --boundaries " + layer + " --by parent --out o.xyz").err,
              HasSubstr(".xyz. Use one of these: .shp, .gpkg, .geojson, .fgb."));
  EXPECT_THAT(vicinia("agglomerations --out o.xyz").err,
              HasSubstr("Use one of these: .shp, .gpkg, .geojson, .fgb."));
  EXPECT_THAT(
      vicinia("figure --sector I --out o").err,
      HasSubstr("no ending that says its format. Use one of these endings: .pdf, .svg, .png, .tiff, .qgz."));
}

TEST_F(Output, NamesWithControlsReachTheTerminalAsTheirNumbersOnly) {
  std::string manifest = test::contents(data_ + "/manifest.json");
  const std::string plain = "\"en\": \"Invented\"";
  const std::size_t at = manifest.find(plain);
  ASSERT_NE(at, std::string::npos);
  std::ofstream(data_ + "/manifest.json")
      << manifest.replace(at, plain.size(), R"("en": "\u001b[31mRED\u001b]0;TITLE\u0007\u202e")");
  const std::string dataset = " --dataset '" + data_ + "' --language en";
  const std::vector<std::string> commands{"info" + dataset, "explain --sector I --unit 11" + dataset,
                                          "info --dataset '\x1b[31mno'",
                                          "figure --sector I --palette '\x1b[31m' --out a.pdf" + dataset,
                                          "figure --sector I --out a.pdf '--\x1b[31m'"};
  for (const std::string& command : commands) {
    const Finished shown = vicinia(command);
    EXPECT_THAT(shown.out + shown.err, Not(HasSubstr("\x1b"))) << command;
    EXPECT_THAT(shown.out + shown.err, Not(HasSubstr("\u202E"))) << command;
  }
  EXPECT_THAT(vicinia("info" + dataset).out, HasSubstr("\\x1b[31mRED"));
}

TEST_F(Output, TenWrongRowsAreOneLineWithTheWayToSeeThemAll) {
  for (int i = 0; i < 10; ++i)
    append(data_ + "/observations.csv", "11,x" + std::to_string(i) + ",1,1,0,10,1");
  const Finished refused = vicinia("agglomerations --language en --dataset '" + data_ + "'");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("line 8 (x0), line 9 (x1), line 10 (x2) and 7 more."));
  EXPECT_THAT(refused.err, HasSubstr("All 10: vicinia info --notes --dataset \"" + data_ + "\"\n"));
  EXPECT_EQ(std::ranges::count(refused.err, '\n'), 2);
  EXPECT_EQ(std::ranges::count(vicinia("info --notes --dataset '" + data_ + "'").err, '\n'), 10);
}

TEST_F(Output, CodesOfAnotherYearAreOneSentence) {
  for (int i = 0; i < 10; ++i)
    append(data_ + "/observations.csv", "x" + std::to_string(i / 2) + ",I,1,1,0,10,1");
  const Finished refused = vicinia("agglomerations --language en --dataset '" + data_ + "'");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(
      refused.err,
      HasSubstr(
          "5 codes of the table (rows: 10) are no units of the boundaries; the first: x0, x1, x2, x3, x4. Do both "
          "belong to the same year and level?"));
  EXPECT_EQ(std::ranges::count(refused.err, '\n'), 1);
}

TEST_F(Output, NotesOnAnAuditedTableAreALineForEachKindAndInFullOnRequest) {
  std::ofstream(file("t.csv"))
      << "source_line;sector_no;sector;agglomeration;province;district;row_kind;enterprises;smes;fdi_enterprises;employees;lq;sector_share_pct;"
         "district_share_pct\n1;I;Cloth;1;P;a;district;20;18;2;2000;2,5;20,5;20,5\n";
  const Finished summed = vicinia("audit --language en --table '" + file("t.csv") + "'");
  EXPECT_EQ(summed.exit_code, 0) << summed.err;
  EXPECT_THAT(
      summed.err,
      HasSubstr(
          "t.csv: 3 columns have decimal commas, read as the decimal mark: lq, sector_share_pct, district_share_pct.\n"));
  EXPECT_THAT(summed.err, HasSubstr("All 4 notes: add --notes\n"));
  EXPECT_EQ(std::ranges::count(summed.err, '\n'), 3);
  EXPECT_EQ(std::ranges::count(vicinia("audit --notes --table '" + file("t.csv") + "'").err, '\n'), 4);
}

TEST_F(Output, FeaturesThatAreNoAreasAreCountedAndTheFirstThreeNamed) {
  std::string features = test::square("\"id\":\"a\"", 0, 0, 1000);
  for (int i = 0; i < 5; ++i)
    features +=
        R"(,{"type":"Feature","properties":{"id":"p"},"geometry":{"type":"Point","coordinates":[600000,1200000]}})";
  test::write_layer(folder_.path() / "mixed.geojson", features);
  const Finished refused = vicinia("borders --boundaries '" + file("mixed.geojson") + "'");
  EXPECT_THAT(
      refused.err,
      HasSubstr(
          "mixed.geojson: 5 features are no areas: feature 2, feature 3, feature 4 and 2 more. Use a layer of areas.\n"));
  EXPECT_THAT(refused.err, HasSubstr("All 5: add --notes\n"));
  EXPECT_EQ(
      std::ranges::count(vicinia("borders --notes --boundaries '" + file("mixed.geojson") + "'").err, '\n'),
      5);
}

}  // namespace
}  // namespace vicinia::cli
