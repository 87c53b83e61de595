#include "vicinia/workspace/tables/agglomeration_sheet.h"

#include <set>

#include "fixture.h"

namespace vicinia::workspace {

class AgglomerationSheetOf2007 : public testing::Test {
 protected:
  AgglomerationSheetOf2007() : data(vietnam_2007()), workspace(data) {}
  struct Found {
    SectorValues values;
    std::vector<AgglomerationReport> reports;
    RobustnessReport robustness;
  };
  Found found() {
    const auto contiguity = Contiguity::build(*data->dataset, std::nullopt).value();
    return {sector_values(workspace.document()).value(),
            find_agglomerations(workspace.document(), contiguity).value(),
            assess_robustness(workspace.document(), contiguity).value()};
  }
  std::shared_ptr<const OpenDataset> data;
  Workspace workspace;
};

TEST_F(AgglomerationSheetOf2007, OfEverySectorPartsMakeTheWholeAndNobodyNearIsAMember) {
  for (core::industry::SectorIndex sector = 0; sector < workspace.dataset().sectors.size(); ++sector) {
    ASSERT_TRUE(workspace.apply(commands::set_sector(sector)));
    const Found all = found();
    for (std::size_t i = 0; i < all.reports.size(); ++i) {
      const AgglomerationSheet sheet = agglomeration_sheet(all.values, all.reports, i, 1, &all.robustness);
      ASSERT_EQ(sheet.members.size(), all.reports[i].found.members.size());
      double parts = 0;
      std::set<core::admin::UnitIndex> members;
      for (const AgglomerationMember& member : sheet.members) {
        parts += member.of_employees_pct.value_or(0);
        members.insert(member.unit);
        ASSERT_TRUE(member.survival) << "the rules have been varied";
        EXPECT_EQ(member.is_core, *member.survival >= all.robustness.options.core_share);
      }
      if (all.reports[i].found.sums.employees.has_number() && sheet.members.front().of_employees_pct) {
        EXPECT_NEAR(parts, 100, 1e-9) << sector << " " << i;
      }
      for (std::size_t j = 1; j < sheet.members.size(); ++j) {
        if (!sheet.members[j].employees.has_number()) continue;
        EXPECT_GE(sheet.members[j - 1].employees.number(), sheet.members[j].employees.number());
      }
      for (const NearUnit& near : sheet.near) {
        EXPECT_FALSE(members.contains(near.unit));
        EXPECT_GT(near.joins, 0);
        EXPECT_FALSE(near_text(near, Language::vi).empty());
      }
    }
  }
}

TEST_F(AgglomerationSheetOf2007, OfGarmentsAroundHoChiMinhCityTellsPartsCoreAndFringe) {
  const Found all = found();
  const AgglomerationSheet sheet = agglomeration_sheet(all.values, all.reports, 0, 1, &all.robustness);
  EXPECT_EQ(sheet.members.size(), 18u);
  EXPECT_EQ(name_of(workspace.dataset().frame[sheet.members.front().unit], Language::vi), "Quận 12");
  EXPECT_EQ(membership_role_text(sheet.members.front(), Language::vi), "lõi (100 %)");
  EXPECT_EQ(parts_text(workspace.dataset().frame, sheet.agglomeration, Language::vi),
            "Hồ Chí Minh 65 %, Bình Dương 19 %, Đồng Nai 13 %, Tây Ninh 3 %");
  const auto fringe =
      std::ranges::count_if(sheet.members, [](const AgglomerationMember& member) { return !member.is_core; });
  EXPECT_EQ(fringe, 2) << "Biên Hòa and Bình Tân";
  const AgglomerationSheet unvaried = agglomeration_sheet(all.values, all.reports, 0, 1, nullptr);
  EXPECT_TRUE(unvaried.near.empty());
  EXPECT_FALSE(unvaried.members.front().survival);
}

}  // namespace vicinia::workspace
