// Figures in units of another date: by the ground, by what lives on it, and never without a word.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "expect_error.h"
#include "files.h"
#include "vicinia/core/values/in_frame.h"
#include "vicinia/gis/imports/import.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::imports {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

class FramesOfImports : public testing::Test {
 protected:
  FramesOfImports() : known_(known_in(VICINIA_RESOURCES_DIR)) {}

  [[nodiscard]] core::Result<Imported> run(const Recipe& recipe) {
    fs::create_directories(folder_ / "made");
    return import_all(recipe, known_, folder_ / "made");
  }
  [[nodiscard]] fs::path file(const char* name, const std::string& text) {
    test::write_file(folder_ / name, text);
    return folder_ / name;
  }
  /// Employees of provinces, as they were from 2008 to 2025.
  [[nodiscard]] fs::path employees() {
    std::string text = "Tỉnh,Lao động 2010\n";
    for (const KnownFrame& one : known_.frames)
      if (one.id == "2007")
        for (const auto unit : one.frame.at_level({0}))
          if (one.frame[unit].name_vi != "Hà Tây")
            text += one.frame[unit].name_vi + "," + std::to_string(sum_ += 100 + unit) + "\n";
    return file("lao-động.csv", text);
  }

  test::TemporaryFolder folder_;
  Known known_;
  long sum_ = 0;
};

TEST_F(FramesOfImports, BoundariesOfTodayShareOutTheFiguresOfYesterdayByGround) {
  const auto made = run({.tables = {{.file = employees()}},
                         .frames = {{.id = "mới",
                                     .vintage = "2025-07-01",
                                     .boundaries = {.file = fs::path(VICINIA_RESOURCES_DIR) / "data" /
                                                            "vietnam-2025" / "provinces.shp"}}}});
  ASSERT_VALUE(made);
  const core::Dataset& data = *made->made.loaded.dataset;
  const auto frame = std::ranges::find_if(data.frames, [](const auto& one) { return one->id == "mới"; });
  ASSERT_NE(frame, data.frames.end());
  EXPECT_EQ((*frame)->frame.size(), 34u);
  EXPECT_TRUE((*frame)->from_own.is_exact()) << "whole provinces were merged";
  const auto told = std::ranges::find(made->made.findings, ErrorCode::shares_by_ground, &core::Finding::code);
  ASSERT_NE(told, made->made.findings.end());
  EXPECT_EQ(told->detail, "0|63|0");
  const auto seen = core::values::in_frame(data, "mới", {});
  ASSERT_VALUE(seen);
  EXPECT_TRUE(std::ranges::none_of(seen->dataset.areas, [](const auto& area) { return area.empty(); }));
  double sum = 0, own = 0;
  for (const auto& row : seen->dataset.observations.rows()) sum += row.counts.employees.number();
  for (const auto& row : data.observations.rows()) own += row.counts.employees.number();
  EXPECT_DOUBLE_EQ(sum, own);
}

TEST_F(FramesOfImports, PeopleOfCommunesShareOutTheFiguresOfTheirProvince) {
  const fs::path table = file("lao-động.csv", "Tỉnh,Lao động 2010\nHà Nội,1000\nĐà Nẵng,300\nHuế,100\n");
  std::string units = "code,name_vi\nB,Bắc\nN,Nam\n", crosswalk = "from,to,dân số\n";
  // Communes, several of them in each of the new units.
  for (const KnownFrame& one : known_.frames) {
    if (one.id != "2007") continue;
    for (const auto unit : one.frame.at_level({0})) {
      const core::admin::Unit& province = one.frame[unit];
      if (province.name_vi == "Hà Tây") continue;
      const bool is_divided = province.name_vi == "Hà Nội";
      crosswalk += province.code + ",B,\"1 500\"\n" + province.code + ",B,500\n";
      if (is_divided) crosswalk += province.code + ",N,6000\n";
    }
  }
  const FrameChoice choice{.id = "2030",
                           .vintage = "2030-01-01",
                           .level = "province",
                           .units = file("units.csv", units),
                           .crosswalk = file("crosswalk.csv", crosswalk),
                           .share_column = "dân số"};
  const auto made = run({.onto = "vietnam-2007", .tables = {{.file = table}}, .frames = {choice}});
  ASSERT_VALUE(made);
  const core::Dataset& data = *made->made.loaded.dataset;
  const auto seen = core::values::in_frame(data, "2030", {});
  ASSERT_VALUE(seen);
  std::map<std::string, double> employees;
  for (const auto& row : seen->dataset.observations.rows())
    if (row.counts.employees.has_number())
      employees[seen->dataset.frame[row.unit].code] = row.counts.employees.number();
  EXPECT_DOUBLE_EQ(employees["N"], 750);
  const auto recipe = read_recipe(folder_ / "made" / "import.json");
  ASSERT_VALUE(recipe);
  EXPECT_EQ(recipe->recipe.frames, std::vector<FrameChoice>{choice});
}

TEST_F(FramesOfImports, AQuantityThatIsNoNumberIsToldAtItsRow) {
  const fs::path table = file("lao-động.csv", "Tỉnh,Lao động 2010\nHà Nội,1000\nĐà Nẵng,300\nHuế,100\n");
  const auto made =
      run({.onto = "vietnam-2007",
           .tables = {{.file = table}},
           .frames = {{.id = "2030",
                       .vintage = "2030-01-01",
                       .units = file("units.csv", "code,name_vi\nB,Bắc\n"),
                       .crosswalk = file("crosswalk.csv", "from,to,people\n01,B,5\n48,B,many\n"),
                       .share_column = "people"}}});
  ASSERT_ERROR(made, not_a_number);
  EXPECT_EQ(made.error().subject.row, 3u);
}

}  // namespace
}  // namespace vicinia::gis::imports
