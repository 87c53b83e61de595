// Every item model under Qt's own checks, and what it shows.
#include <gtest/gtest.h>

#include "model_tester.h"
#include "models/break_text.h"
#include "models/findings_model.h"
#include "models/legend_model.h"
#include "models/sector_model.h"
#include "models/table_filter.h"
#include "models/unit_values_model.h"
#include "text/qt_text.h"
#include "vicinia/workspace/tables/unit_report.h"

namespace vicinia::desktop {

using workspace::Language;

namespace {

std::shared_ptr<const workspace::OpenDataset> mini() {
  static const auto data = workspace::load(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini");
  return data.value();
}

}  // namespace

TEST(SectorModel, ListsSectorsWithTheNumberOfListedUnits) {
  SectorModel model;
  const ModelTester tester(&model);
  model.setDataset(mini(), 0);
  model.setLanguage(Language::en);
  ASSERT_EQ(model.rowCount(), 3);
  EXPECT_EQ(model.index(1, SectorModel::nameColumn).data().toString(), QStringLiteral("Textiles"));
  EXPECT_EQ(model.index(1, SectorModel::countColumn).data().toInt(), 6);
  model.setLanguage(Language::vi);
  EXPECT_NE(model.index(1, SectorModel::nameColumn).data().toString(), QStringLiteral("Textiles"));
}

TEST(TableFilter, FindsWithoutDiacriticsInEitherLanguageAndByNumber) {
  SectorModel model;
  TableFilter filter;
  filter.setSourceModel(&model);
  const ModelTester tester(&filter);
  model.setDataset(mini(), 0);
  const QString vietnamese = qs(mini()->dataset->sectors[1].name_vi);
  filter.setSearch(QStringLiteral("TEXTIL"));
  EXPECT_EQ(filter.rowCount(), 1);
  filter.setSearch(QString::fromStdString(mini()->dataset->sectors[1].name_vi));
  EXPECT_EQ(filter.rowCount(), 1) << utf8(vietnamese);
  filter.setSearch(QStringLiteral("no such sector"));
  EXPECT_EQ(filter.rowCount(), 0);
  filter.setSearch({});
  EXPECT_EQ(filter.rowCount(), 3);
}

TEST(LegendModel, ShowsClassesAndNotPublishedWithCounts) {
  const workspace::Document document{mini(), {}};
  const auto choropleth = workspace::make_choropleth(document);
  ASSERT_TRUE(choropleth);
  LegendModel model;
  const ModelTester tester(&model);
  model.setChoropleth(*choropleth, document.view, Language::en);
  ASSERT_EQ(model.rowCount(), static_cast<int>(choropleth->legend.size()));
  int units = 0;
  for (int row = 0; row < model.rowCount(); ++row)
    units += model.index(row, LegendModel::countColumn).data().toInt();
  EXPECT_EQ(units, 6);
  EXPECT_FALSE(model.index(0, LegendModel::labelColumn).data(Qt::DecorationRole).value<QPixmap>().isNull());
  EXPECT_EQ(model.index(model.rowCount() - 1, LegendModel::labelColumn).data().toString(),
            QStringLiteral("not published"));
}

TEST(LegendModel, SymbolsAreAsLargeAsOnTheMapAndTheirRowsHoldThem) {
  const workspace::Document document{mini(), {}};
  const auto choropleth = workspace::make_choropleth(document);
  ASSERT_TRUE(choropleth);
  std::vector<gis::map::LegendEntry> symbols;
  for (const double size_mm : {9.0, 4.5, 1.5})
    symbols.push_back({.label = "x", .marker = {gis::map::MarkerShape::circle, size_mm, {0, 0, 200, 255}}});
  LegendModel model;
  const ModelTester tester(&model);
  model.setChoropleth(*choropleth, document.view, Language::en, 0, symbols);
  const int first = model.rowCount() - 3;
  for (int i = 0; i < 3; ++i) {
    const QModelIndex row = model.index(first + i, LegendModel::labelColumn);
    const QImage drawn = row.data(Qt::DecorationRole).value<QPixmap>().toImage();
    int wide = 0;
    for (int x = 0; x < drawn.width(); ++x) wide += qAlpha(drawn.pixel(x, drawn.height() / 2)) > 127 ? 1 : 0;
    EXPECT_NEAR(wide, symbols[static_cast<std::size_t>(i)].marker.size_mm * 96 / 25.4, 1.5);
    EXPECT_GE(row.data(Qt::SizeHintRole).toSize().height(), drawn.height());
  }
}

TEST(UnitValuesModel, ShowsEveryMeasureOfEverySectorAndSortsByNumber) {
  const workspace::Document document{mini(), {}};
  auto report =
      workspace::make_unit_report(document, mini()->dataset->frame.find("21").value(), Language::en);
  ASSERT_TRUE(report);
  UnitValuesModel model;
  const ModelTester tester(&model);
  model.setReport(mini()->dataset, *report, Language::en);
  EXPECT_EQ(model.rowCount(), 3);
  EXPECT_EQ(model.columnCount(), 8);
  const int employees = UnitValuesModel::columnOf(core::indicators::Measure::employees);
  EXPECT_EQ(model.index(1, employees).data().toString(), QStringLiteral("3,100"));
  EXPECT_EQ(model.index(1, employees).data(UnitValuesModel::sortRole).toDouble(), 3100.0);
  model.setShown(core::indicators::Measure::employees, 1);
  EXPECT_TRUE(model.index(1, employees).data(Qt::FontRole).value<QFont>().bold());
  model.clear();
  EXPECT_EQ(model.rowCount(), 0);
}

TEST(FindingsModel, SaysEachFinding) {
  auto data = std::make_shared<workspace::OpenDataset>(*mini());
  data->findings = {
      {.code = core::ErrorCode::encoding_unknown, .subject = {.file = "a.shp"}, .detail = "UTF-8"}};
  FindingsModel model;
  const ModelTester tester(&model);
  model.setFindings(data, false, Language::en);
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_TRUE(model.index(0, 0).data().toString().contains(QStringLiteral("a.shp")));
}

TEST(Breaks, AreReadAndWrittenInEitherLanguage) {
  EXPECT_EQ(parseBreaks(QStringLiteral("1; 2,5; 4"), Language::vi).values, (std::vector{1.0, 2.5, 4.0}));
  EXPECT_EQ(parseBreaks(QStringLiteral("1 2.5 4"), Language::en).values, (std::vector{1.0, 2.5, 4.0}));
  EXPECT_EQ(breaksText({1.0, 2.5, 1500.0}, Language::vi), QStringLiteral("1; 2,5; 1500"));
  EXPECT_EQ(parseBreaks(QStringLiteral("2; 1"), Language::en).fault, BreakFault::notAscending);
  EXPECT_EQ(parseBreaks(QStringLiteral("1; x"), Language::en).fault, BreakFault::notANumber);
  EXPECT_EQ(parseBreaks(QStringLiteral("1; x"), Language::en).at, QStringLiteral("x"));
  EXPECT_EQ(parseBreaks(QStringLiteral("  "), Language::en).fault, BreakFault::empty);
}

}  // namespace vicinia::desktop
