#include "words/table_words.h"

#include <gtest/gtest.h>

namespace vicinia::test {
namespace {

using namespace gis::imports;

std::string field_of(std::string_view text) {
  const auto found = field_in(text);
  return !found ? "none" : found->field.empty() ? (found->is_ratio ? "ratio" : "other") : found->field;
}

TEST(WordsOfFields, AreTakenByWhatIsNamedFirst) {
  EXPECT_EQ(field_of("Số doanh nghiệp"), "enterprises");
  EXPECT_EQ(field_of("SỐ LAO ĐỘNG TRONG CÁC DOANH NGHIỆP"), "employees");
  EXPECT_EQ(field_of("Number of employees in enterprises"), "employees");
  EXPECT_EQ(field_of("Number of acting enterprises as of annual 31 Dec."), "enterprises");
  EXPECT_EQ(field_of("Doanh nghiệp có vốn đầu tư nước ngoài"), "fdi_enterprises");
  EXPECT_EQ(field_of("DN nhỏ và vừa"), "smes");
  EXPECT_EQ(field_of("employees_2007"), "employees");
  EXPECT_EQ(field_of("Vốn của doanh nghiệp"), "other");
  EXPECT_EQ(field_of("Hà Nội"), "none");
}

TEST(WordsOfFields, NeverTakeAPartOrARatioForTheWhole) {
  EXPECT_EQ(field_of("Doanh nghiệp nhà nước"), "other");
  EXPECT_EQ(field_of("Lao động nữ"), "other");
  EXPECT_EQ(field_of("Enterprises with less than 10 employees"), "other");
  EXPECT_EQ(field_of("Doanh nghiệp có từ 200 lao động trở lên"), "other");
  EXPECT_EQ(field_of("Số lao động bình quân 1 doanh nghiệp"), "ratio");
  EXPECT_EQ(field_of("Lao động (%)"), "ratio");
  EXPECT_EQ(field_of("Cơ cấu lao động"), "ratio");
  EXPECT_EQ(field_of("Thương số vị trí"), "lq");
}

TEST(WordsOfPeriods, AreFoundWithinATextAndTakenOutOfIt) {
  EXPECT_EQ(period_in("Năm 2007"), "2007");
  EXPECT_EQ(period_in("enterprises_2005"), "2005");
  EXPECT_EQ(period_in("Lao động Sơ bộ - Prel. 2008"), "Prel. 2008");
  EXPECT_EQ(period_in("Số doanh nghiệp quý IV năm 2008"), "quý IV năm 2008");
  EXPECT_EQ(period_in("Tại thời điểm 31/12/2007"), "31/12/2007");
  EXPECT_EQ(period_in("1988 - 2008"), "");
  EXPECT_EQ(period_in("fdi_projects_1988_2008"), "");
  EXPECT_EQ(period_in("Bảng 12"), "");
  EXPECT_EQ(period_in("208909"), "");
  EXPECT_EQ(without_period("Lao động Sơ bộ 2008 (Người)"), "Lao động  (Người)");
  EXPECT_EQ(period_of_parts("Quý I", "2008"), "Quý I 2008");
  EXPECT_EQ(period_of_parts("Tổng số", "2008"), "");
  EXPECT_EQ(period_key("Prel. 2008"), period_key("2008"));
}

TEST(WordsOfRows, TellWhatARowIsInBothLanguages) {
  EXPECT_EQ(kind_of_label("CẢ NƯỚC - WHOLE COUNTRY"), RowKind::country);
  EXPECT_EQ(kind_of_label("Whole country"), RowKind::country);
  EXPECT_EQ(kind_of_label("Đồng bằng sông Cửu Long - Mekong River Delta"), RowKind::region);
  EXPECT_EQ(kind_of_label("Bắc Trung Bộ và Duyên hải miền Trung"), RowKind::region);
  EXPECT_EQ(kind_of_label("Vùng kinh tế trọng điểm phía Bắc"), RowKind::region);
  EXPECT_EQ(kind_of_label("Trong đó: Nữ - Of which: Female"), RowKind::of_which);
  EXPECT_EQ(kind_of_label("Không phân tổ được - Nec."), RowKind::not_allocated);
  EXPECT_EQ(kind_of_label("Tổng số\nTotal"), RowKind::subtotal);
  EXPECT_EQ(kind_of_label("(Tiếp theo) - (Cont.)"), RowKind::ignored);
  for (const char* name :
       {"Vũng Tàu", "Bà Rịa - Vũng Tàu", "Hà Nội", "Tây Ninh - Tay Ninh", "Cộng Hòa", "Quảng Nam"})
    EXPECT_EQ(kind_of_label(name), RowKind::figures) << name;
}

TEST(WordsOfUnits, StandAboveTheTableBehindTheirNameOrInBrackets) {
  EXPECT_EQ(unit_of_figures_in("Đơn vị tính: Người - Unit: Person"), "Người - Person");
  EXPECT_EQ(unit_of_figures_in("ĐVT: Nghìn người"), "Nghìn người");
  EXPECT_EQ(unit_of_figures_in("Unit: Thous. pers."), "Thous. pers.");
  EXPECT_EQ(unit_of_figures_in("(Doanh nghiệp)"), "Doanh nghiệp");
  EXPECT_FALSE(unit_of_figures_in("Số doanh nghiệp"));
  EXPECT_FALSE(unit_of_figures_in("Nguồn: Tổng cục Thống kê"));
}

TEST(TwoLanguages, ArePartedWhereTheDashIsNoneOfAName) {
  using core::BilingualText;
  EXPECT_EQ(in_two_languages("Hà Nội - Ha Noi"), (BilingualText{"Hà Nội", "Ha Noi"}));
  EXPECT_EQ(in_two_languages("Gia Lai - Gia Lai"), (BilingualText{"Gia Lai", "Gia Lai"}));
  EXPECT_EQ(in_two_languages("Bà Rịa - Vũng Tàu"), (BilingualText{"Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"}));
  EXPECT_EQ(in_two_languages("Bà Rịa - Vũng Tàu - Ba Ria - Vung Tau"),
            (BilingualText{"Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau"}));
  EXPECT_EQ(in_two_languages("Đồng bằng sông Hồng – Red River Delta"),
            (BilingualText{"Đồng bằng sông Hồng", "Red River Delta"}));
  EXPECT_EQ(in_two_languages("Tổng số\nTotal"), (BilingualText{"Tổng số", "Total"}));
  EXPECT_EQ(in_two_languages(""), (BilingualText{}));
}

TEST(OutlineNumbers, SayHowDeepALabelStands) {
  EXPECT_EQ(outline_level("A. Nông nghiệp"), 0U);
  EXPECT_EQ(outline_level("1. Dệt"), 1U);
  EXPECT_EQ(outline_level("1.1 Sợi"), 2U);
  EXPECT_FALSE(outline_level("Dệt"));
  EXPECT_FALSE(outline_level("2007 và sau"));
}

TEST(WordsOfHeadings, SayWhatAColumnOfLabelsHolds) {
  EXPECT_EQ(role_by_heading("gso_code"), ColumnRole::unit_code);
  EXPECT_EQ(role_by_heading("Mã ngành"), ColumnRole::sector_code);
  EXPECT_EQ(role_by_heading("vsic1993_division_or_section"), ColumnRole::sector_code);
  EXPECT_EQ(role_by_heading("Tỉnh, thành phố - Province"), ColumnRole::unit_name);
  EXPECT_EQ(role_by_heading("Năm - Year"), ColumnRole::period);
  EXPECT_EQ(role_by_heading("Kinds of economic activity"), ColumnRole::sector_name);
  EXPECT_EQ(role_by_heading("STT"), ColumnRole::ignored);
  EXPECT_FALSE(role_by_heading("Ghi chú"));
}

TEST(Periods, AreNotThoseOfClassificationsAndDecisions) {
  EXPECT_EQ(period_in("VSIC 2018"), "");
  EXPECT_EQ(period_in("Lao động theo ngành (VSIC2007)"), "");
  EXPECT_EQ(period_in("theo Quyết định 27/2018/QĐ-TTg"), "");
  EXPECT_EQ(period_in("Lao động 2020 theo VSIC 2018"), "2020");
  EXPECT_EQ(period_in("Lao động 2018 theo VSIC 2018"), "2018");
}

}  // namespace
}  // namespace vicinia::test
