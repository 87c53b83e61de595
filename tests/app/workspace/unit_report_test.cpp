#include "vicinia/workspace/unit_report.h"

#include "fixture.h"
#include "vicinia/workspace/find.h"

namespace vicinia::workspace {
namespace {

TEST(UnitReport, ListsAllSectorsOfTheUnitWithEveryFigure) {
  const Document document{vietnam_2007(), {}};
  const auto unit = *find_unit(*document.data->dataset, "Thuận An, Bình Dương");
  const auto report = make_unit_report(document, unit, Language::vi);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->name, "Thuận An");
  EXPECT_EQ(report->parent_name, "Bình Dương");
  EXPECT_TRUE(report->survey_parent_name.empty());
  EXPECT_TRUE(report->approximate);
  ASSERT_FALSE(report->sectors.empty());
  EXPECT_EQ(report->sectors[0].sector, 0u);
  EXPECT_EQ(report->sectors[0].values[static_cast<std::size_t>(core::indicators::Measure::employees)], core::Cell::of(42093));
  EXPECT_EQ(report->sectors[0].source_line, "585");
}

TEST(UnitReport, TellsWhereTheSurveyCountsAUnitThatMoved) {
  const Document document{vietnam_2007(), {}};
  const auto unit = *find_unit(*document.data->dataset, "Mê Linh");
  const auto report = make_unit_report(document, unit, Language::vi);
  EXPECT_EQ(report->parent_name, "Hà Nội");
  EXPECT_EQ(report->survey_parent_name, "Vĩnh Phúc");
}

TEST(Tooltip, NamesTheUnitAndPutsTheShownMeasureFirst) {
  Document document{vietnam_2007(), {}};
  const auto unit = *find_unit(*document.data->dataset, "District 12, Ho Chi Minh City");
  document.view.measure = core::indicators::Measure::employees;
  const auto lines = tooltip_lines(document, unit, Language::vi);
  ASSERT_GE(lines.size(), 4u);
  EXPECT_EQ(lines[0], "Quận 12, Hồ Chí Minh");
  EXPECT_EQ(lines[1], "Dệt, may");
  EXPECT_EQ(lines[2], "Lao động: 42.626");
  EXPECT_EQ(lines[3], "LQ: 4,7");
}

TEST(Tooltip, SaysThatAnUnlistedUnitIsNotPublished) {
  const Document document{vietnam_2007(), {}};
  const auto unit = *find_unit(*document.data->dataset, "Cần Giờ");
  EXPECT_EQ(tooltip_lines(document, unit, Language::en).back(), "not published");
}

}  // namespace
}  // namespace vicinia::workspace
