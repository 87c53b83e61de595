// A register of firms becomes a data set: by coordinates, or by what its rows say of where they are.
#include "vicinia/gis/imports/firm_register.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "expect_error.h"
#include "files.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/gis/imports/import.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::imports {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

class ImportingARegister : public testing::Test {
 protected:
  ImportingARegister() : known_(known_in(VICINIA_RESOURCES_DIR)) {}

  [[nodiscard]] core::Result<Imported> run(const Recipe& recipe, const char* name = "made") {
    fs::create_directories(folder_ / name);
    return import_all(recipe, known_, folder_ / name);
  }
  [[nodiscard]] RegisterChoice choice(const std::string& text) {
    test::write_file(folder_ / "doanh nghiệp.csv", text);
    RegisterChoice register_of{.file = folder_ / "doanh nghiệp.csv"};
    const auto head = head_of(register_of);
    EXPECT_TRUE(head.has_value());
    EXPECT_TRUE(is_register(head->columns));
    register_of.rules.columns = guess_columns(head->columns);
    register_of.rules.sectors.digits = 2;
    register_of.rules.sme.by = firms::SmeRule::By::employees;
    return register_of;
  }
  static double employees(const core::Dataset& data) {
    double sum = 0;
    for (const auto& row : data.observations.rows())
      if (row.counts.employees.has_number()) sum += row.counts.employees.number();
    return sum;
  }

  test::TemporaryFolder folder_;
  Known known_;
};

constexpr const char* heading = "Mã số thuế;Tên doanh nghiệp;Tỉnh/Thành phố;Ngành VSIC;Số lao động;Năm\n";

TEST(RegisterColumns, AreGuessedFromVietnameseAndEnglishHeadings) {
  const auto vi = guess_columns({"MST", "Tên DN", "Mã huyện", "Ngành VSIC", "Số lao động",
                                 "Tỷ lệ vốn nước ngoài (%)", "Tổng nguồn vốn", "Doanh thu thuần", "Năm"});
  EXPECT_EQ(vi.unit, "Mã huyện");
  EXPECT_EQ(vi.sector, "Ngành VSIC");
  EXPECT_EQ(vi.employees, "Số lao động");
  EXPECT_EQ(vi.foreign_share_pct, "Tỷ lệ vốn nước ngoài (%)");
  EXPECT_EQ(vi.capital, "Tổng nguồn vốn");
  EXPECT_EQ(vi.revenue, "Doanh thu thuần");
  EXPECT_EQ(vi.year, "Năm");
  const auto en = guess_columns({"tax_code", "lon", "lat", "isic", "employees", "year"});
  EXPECT_EQ(en.x, "lon");
  EXPECT_EQ(en.y, "lat");
  EXPECT_TRUE(en.has_places());
  EXPECT_FALSE(is_register({"Tỉnh", "Số doanh nghiệp", "Lao động"})) << "a table of figures";
}

TEST_F(ImportingARegister, FirmsThatNameTheirProvinceAreMatchedAsTheRowsOfAnyTable) {
  std::string text = heading;
  int number = 0;
  for (const char* province : {"Hà Nội", "TP. Hồ Chí Minh", "Thanh Hoá", "DA NANG", "Hà Nội", "Atlantis"})
    for (const char* sector : {"13110", "14100"})
      for (int i = 0; i < 4; ++i) {
        const std::string one = std::to_string(++number);
        text += one + ";Công ty " + one + ";" + province + ";" + sector + ";" + std::to_string(10 + number) +
                ";2024\n";
      }
  const auto made = run({.onto = "vietnam-2025", .firms = choice(text)});
  ASSERT_VALUE(made);
  const core::Dataset& data = *made->made.loaded.dataset;
  EXPECT_EQ(data.provenance.completeness, core::Completeness::complete_matrix);
  EXPECT_EQ(data.sectors.size(), 2u);
  double all = 0;
  for (int i = 1; i <= 40; ++i) all += 10 + i;
  EXPECT_EQ(employees(data), all) << "all but those of Atlantis";
  EXPECT_TRUE(std::ranges::any_of(made->made.findings,
                                  [](const auto& one) { return one.code == ErrorCode::rows_unmatched; }));
  const auto recipe = read_recipe(folder_ / "made" / "import.json");
  ASSERT_VALUE(recipe);
  ASSERT_VALUE(run(recipe->recipe, "again"));
  EXPECT_EQ(test::read_file(folder_ / "again/observations.csv"),
            test::read_file(folder_ / "made/observations.csv"));
}

TEST_F(ImportingARegister, FirmsWithCoordinatesAreCountedInTheAreas) {
  const auto provinces = io::read_polygons(
      fs::path(VICINIA_RESOURCES_DIR) / "data/vietnam-2025/provinces.shp", {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(provinces);
  std::ostringstream text;
  text.precision(12);
  text << "firm_id,x,y,sector,employees,year\n";
  for (std::size_t i = 0; i < provinces->areas.size(); ++i) {
    const auto place = core::geom::point_inside(provinces->areas[i]);
    ASSERT_TRUE(place.has_value());
    for (std::size_t n = 0; n <= i % 3; ++n)
      text << i << "," << place->x() << "," << place->y() << "," << (n == 0 ? "13" : "14") << "," << 5
           << ",2024\n";
  }
  RegisterChoice firms = choice(text.str());
  firms.rules.columns.crs = "EPSG:32648";
  Recipe recipe{.onto = "vietnam-2025", .firms = firms};
  const auto made = run(recipe);
  ASSERT_VALUE(made);
  double enterprises = 0;
  for (const auto& row : made->made.loaded.dataset->observations.rows())
    enterprises += row.counts.enterprises.number();
  EXPECT_EQ(enterprises, 34 + 22 + 11);
  EXPECT_TRUE(made->matching.without_row.empty());
  recipe.onto.clear();
  const auto nowhere = run(recipe, "nowhere");
  ASSERT_ERROR(nowhere, invalid_argument);
  EXPECT_EQ(nowhere.error().subject.field, "boundaries_of_places");
}

TEST_F(ImportingARegister, CellsThatWouldTellOfSingleFirmsStayUnpublishedInTheDataSet) {
  std::string text = heading;
  for (int i = 0; i < 9; ++i)
    text += std::to_string(i) + ";Công ty;" + (i == 0 ? "Huế" : "Hà Nội") + ";" +
            (i % 2 == 0 ? "13110" : "14100") + ";50;2024\n";
  RegisterChoice firms = choice(text);
  firms.rules.secrecy.min_firms = 3;
  const auto made = run({.onto = "vietnam-2025", .firms = firms});
  ASSERT_VALUE(made);
  EXPECT_TRUE(std::ranges::any_of(made->tables.findings,
                                  [](const auto& one) { return one.code == ErrorCode::cells_withheld; }));
  double published = 0;
  for (const auto& row : made->made.loaded.dataset->observations.rows())
    published += row.counts.enterprises.number();
  EXPECT_EQ(published, 9 - 1) << "the one firm of Huế is nowhere";
}

}  // namespace
}  // namespace vicinia::gis::imports
