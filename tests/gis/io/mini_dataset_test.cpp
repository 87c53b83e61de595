#include "mini_dataset.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "files.h"
#include "support/levels.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/gis/io/dataset_reader.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;

std::set<fs::path> names_in(const fs::path& folder) {
  std::set<fs::path> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

// VICINIA_UPDATE_TEST_DATA=1 writes the committed files anew.
TEST(MiniDataset, CommittedFilesAreThoseThatTheWriterMakes) {
  const fs::path committed = fs::path(VICINIA_TEST_DATA_DIR) / "mini";
  if (std::getenv("VICINIA_UPDATE_TEST_DATA") != nullptr) {
    fs::create_directories(committed);
    ASSERT_TRUE(write_mini(committed).has_value());
  }
  const TemporaryFolder made;
  ASSERT_TRUE(write_mini(made.path()).has_value());
  std::set<fs::path> expected = names_in(made.path());
  expected.insert("README.md");
  EXPECT_EQ(names_in(committed), expected);
  for (const fs::path& name : names_in(made.path())) {
    if (name.extension() == ".prj") continue;  // worded by PROJ, and not alike in all its versions
    EXPECT_EQ(read_file(committed / name), read_file(made.path() / name)) << name;
  }
}

TEST(MiniDataset, ReadsCompleteAndWithoutFindings) {
  const auto loaded = gis::io::read_dataset(fs::path(VICINIA_TEST_DATA_DIR) / "mini");
  ASSERT_TRUE(loaded.has_value()) << core::name_of(loaded.error().code) << " " << loaded.error().subject.file
                                  << " " << loaded.error().detail;
  EXPECT_TRUE(loaded->findings.empty());
  const core::Dataset& data = *loaded->dataset;
  ASSERT_EQ(data.frame.size(), 9U);
  EXPECT_EQ(data.frame[2].name_vi, "Đông");
  EXPECT_EQ(data.frame[2].level, tests::province_level);
  EXPECT_EQ(data.frame[3].code, "11");
  EXPECT_EQ(data.frame.parent(8), 2U);
  EXPECT_EQ(data.crs, "EPSG:32648");
  EXPECT_EQ(data.periods, std::vector<std::string>{"2007"});
  EXPECT_EQ(data.sectors.size(), 3U);
  EXPECT_EQ(data.observations.rows().size(), 18U);
  for (std::size_t unit = 3; unit < 9; ++unit)
    EXPECT_DOUBLE_EQ(core::geom::area_m2(data.areas[unit]).value(), mini_side_m * mini_side_m);
  const auto* textiles = data.observations.find(*data.frame.find("21"), 1, 0);
  ASSERT_NE(textiles, nullptr);
  EXPECT_EQ(textiles->counts.employees, core::Cell::of(3100));
  EXPECT_EQ(data.observations.find(*data.frame.find("32"), 1, 0)->counts.employees.state(),
            core::CellState::zero);
  EXPECT_EQ(data.content_hash.size(), 64U);
}

}  // namespace
}  // namespace vicinia::test
