#include <gtest/gtest.h>

#include "support/levels.h"
#include "vicinia/core/admin/unit.h"

namespace vicinia::core::admin {
namespace {

const Unit hanoi{.code = "01", .name_vi = "Hà Nội", .name_en = "Ha Noi", .level = tests::province_level};
const Unit vinh_phuc{
    .code = "26", .name_vi = "Vĩnh Phúc", .name_en = "Vinh Phuc", .level = tests::province_level};
const Unit me_linh{.code = "250",
                   .name_vi = "Mê Linh",
                   .name_en = "Me Linh",
                   .level = tests::district_level,
                   .parent_code = "01",
                   .survey_parent_code = "26"};

TEST(Frame, FindsUnitsAndTheirParentsByCode) {
  const auto frame = Frame::from_units({hanoi, vinh_phuc, me_linh});
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->find("250"), 2u);
  EXPECT_EQ(frame->find("999"), std::nullopt);
  EXPECT_EQ(frame->parent(2), 0u);
  EXPECT_EQ(frame->parent(0), std::nullopt);
}

TEST(Frame, ADistrictThatMovedBelongsToBothProvinces) {
  const auto frame = Frame::from_units({hanoi, vinh_phuc, me_linh});
  EXPECT_EQ(frame->within(0), std::vector<UnitIndex>{2});
  EXPECT_EQ(frame->within(1), std::vector<UnitIndex>{2});
}

TEST(Frame, ADuplicateCodeNamesBothRows) {
  const auto frame = Frame::from_units({hanoi, vinh_phuc, hanoi});
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().code, ErrorCode::duplicate_unit);
  EXPECT_EQ(frame.error().subject.row, 3u);
  EXPECT_EQ(frame.error().subject.id, "01");
  EXPECT_EQ(frame.error().detail, "1");
}

TEST(Frame, AnUnknownParentIsAnErrorButAFormerSurveyParentIsNot) {
  EXPECT_EQ(Frame::from_units({me_linh}).error().code, ErrorCode::unknown_parent);
  Unit former = me_linh;
  former.survey_parent_code = "28";
  EXPECT_TRUE(Frame::from_units({hanoi, former}));
}

TEST(Frame, AUnitWithoutACodeIsAnError) {
  EXPECT_EQ(Frame::from_units({Unit{}}).error().code, ErrorCode::missing_code);
}

}  // namespace
}  // namespace vicinia::core::admin
