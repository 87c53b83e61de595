#include "vicinia/workspace/tables/indicator_table.h"
#include "vicinia/workspace/base/value_table.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "fixture.h"
#include "vicinia/workspace/document/find.h"

namespace vicinia::workspace {
namespace {

const core::industry::SectorIndex textile[] = {0};

TEST(IndicatorTable, CsvHasARowForEachListedDistrictWithItsSourceLine) {
  const auto csv = indicators_table({vietnam_2007(), {}}, textile).map(&ValueTable::csv);
  ASSERT_TRUE(csv);
  EXPECT_NE(
      csv->find(
          "I,Textile and Garment,761,Quận 12,District 12,79,Hồ Chí Minh,Ho Chi Minh City,2007,172,165,33,"
          "42626,4.7,printed,4.7,57.1,572,,,4.66"),
      std::string::npos)
      << *csv;
}

TEST(IndicatorTable, JsonSaysSourceVintageAndDenominator) {
  const auto text = indicators_json({vietnam_2007(), {}}, textile);
  const auto json = nlohmann::json::parse(*text);
  EXPECT_EQ(json["denominator"], "all_employment");
  EXPECT_EQ(json["boundary_vintage"], "2008-08-01");
  EXPECT_EQ(json["sectors"][0]["sector_no"], "I");
  EXPECT_EQ(json["rows"][0]["employees"], 42626);
  EXPECT_EQ(json["rows"][0]["lq"], 4.7);
}

TEST(IndicatorTable, AZeroIsZeroAndAnUnpublishedValueIsEmptyInCsvAndNullInJson) {
  const auto data = vietnam_2007();
  const auto nam_sach = nlohmann::json::parse(*indicators_json({data, {}}, textile));
  bool found = false;
  for (const auto& row : nam_sach["rows"])
    if (row["unit_en"] == "Nam Sach") {
      found = true;
      EXPECT_EQ(row["lq"], 0) << "printed as 0.0, kept as printed";
      EXPECT_EQ(row["contradicted"], nlohmann::json::array({"lq"}));
    }
  EXPECT_TRUE(found);

  // The small example prints no ratios and no period before 2007; its LQs are computed.
  const auto computed = nlohmann::json::parse(*indicators_json({mini(), {}}, textile));
  EXPECT_EQ(computed["rows"][0]["lq_origin"], "computed");
}

TEST(IndicatorTable, AProvinceLimitsTheRows) {
  const auto data = vietnam_2007();
  View view;
  view.province = *find_province(*data->dataset, "Binh Duong");
  const auto json = nlohmann::json::parse(*indicators_json({data, view}, textile));
  EXPECT_EQ(json["rows"].size(), 3u);
}

TEST(IndicatorTable, TakesAllSectorsAtOnce) {
  const auto data = vietnam_2007();
  std::vector<core::industry::SectorIndex> all(22);
  for (std::size_t s = 0; s < all.size(); ++s) all[s] = s;
  const auto csv = indicators_table({data, {}}, all).map(&ValueTable::csv);
  EXPECT_EQ(std::count(csv->begin(), csv->end(), '\n'), 155);
}

}  // namespace
}  // namespace vicinia::workspace
