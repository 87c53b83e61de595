#include "vicinia/workspace/tables/province_sheet.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "fixture.h"
#include "vicinia/workspace/document/find.h"

namespace vicinia::workspace {
namespace {

using testing::IsEmpty;
using testing::Not;

class ProvinceSheets : public testing::Test {
 protected:
  [[nodiscard]] const core::Dataset& data() const { return *document_.data->dataset; }
  [[nodiscard]] ProvinceSheet sheet_of(const char* province) {
    if (sectors_.sectors.empty()) sectors_ = *all_sectors(document_, contiguity_);
    return province_sheet(sectors_, *find_unit(data(), province));
  }

  Document document_{vietnam_2007(), {}};
  Contiguity contiguity_ = *Contiguity::build(data());
  AllSectors sectors_;
};

TEST_F(ProvinceSheets, ListTheUnitsThatReachTheLqThatTheRulesAskFor) {
  document_.view.agglomerations.rules.lq_min = 2;
  const ProvinceSheet sheet = sheet_of("Bình Dương");
  ASSERT_THAT(sheet.specialisations, Not(IsEmpty()));
  for (std::size_t i = 0; i < sheet.specialisations.size(); ++i) {
    const Specialisation& row = sheet.specialisations[i];
    EXPECT_GE(row.lq, 2);
    EXPECT_EQ(data().frame.parent(row.unit), sheet.province);
    EXPECT_TRUE(i == 0 || row.lq <= sheet.specialisations[i - 1].lq);
  }
}

// Mê Linh is drawn in one province and surveyed in another: it is told to both.
TEST_F(ProvinceSheets, LeaveOutNoPublishedUnit) {
  sectors_ = *all_sectors(document_, contiguity_);
  std::set<std::pair<core::industry::SectorIndex, core::admin::UnitIndex>> told;
  for (const core::admin::UnitIndex province : data().frame.at_level(core::level_above_finest(data())))
    for (const Specialisation& row : province_sheet(sectors_, province).specialisations)
      told.emplace(row.sector, row.unit);
  std::size_t published = 0;
  for (const AllSectors::Sector& sector : sectors_.sectors)
    for (const auto& unit : sector.values.by_unit())
      published += unit.lq.has_number() && unit.lq.number() >= 1 ? 1 : 0;
  EXPECT_EQ(told.size(), published);
}

// What belongs to several provinces is told to each of them alike.
TEST_F(ProvinceSheets, TellEveryProvinceOfASharedAgglomerationTheSameProportions) {
  sectors_ = *all_sectors(document_, contiguity_);
  std::size_t shared = 0;
  for (const core::admin::UnitIndex province : data().frame.at_level(core::level_above_finest(data())))
    for (const SharedAgglomeration& one : province_sheet(sectors_, province).shared) {
      ++shared;
      const AgglomerationReport& report = sectors_.sectors[one.sector].agglomerations[one.number];
      EXPECT_EQ(one.parts.size(), report.provinces.size());
      std::size_t units = 0;
      double pct = 0;
      for (const auto& part : one.parts) {
        units += part.units;
        pct += part.of_employees_pct.value_or(NAN);
        EXPECT_NE(std::ranges::find(report.provinces, part.province), report.provinces.end());
        const auto other = province_sheet(sectors_, part.province).shared;
        EXPECT_TRUE(std::ranges::any_of(other, [&](const SharedAgglomeration& same) {
          return same.sector == one.sector && same.number == one.number &&
                 parts_text(data().frame, same, Language::vi) == parts_text(data().frame, one, Language::vi);
        }));
      }
      EXPECT_EQ(units, report.found.members.size());
      EXPECT_TRUE(std::isnan(pct) || std::abs(pct - 100) < 1e-9);
    }
  EXPECT_GT(shared, 0u);
}

TEST_F(ProvinceSheets, SayInWordsWhoHasWhichPart) {
  const SharedAgglomeration one{
      .parts = {{.province = *find_unit(data(), "Bình Dương"), .units = 3, .of_employees_pct = 62.4},
                {.province = *find_unit(data(), "Đồng Nai"), .units = 1, .of_employees_pct = 37.6}}};
  EXPECT_EQ(parts_text(data().frame, one, Language::vi), "Bình Dương 62 %, Đồng Nai 38 %");
  SharedAgglomeration unknown = one;
  for (auto& part : unknown.parts) part.of_employees_pct.reset();
  EXPECT_EQ(parts_text(data().frame, unknown, Language::en), "Binh Duong (3 units), Dong Nai (1 unit)");
}

}  // namespace
}  // namespace vicinia::workspace
