// Models of indicators and grades under Qt's own checks.
#include <gtest/gtest.h>

#include <map>

#include "model_tester.h"
#include "models/grades/grade_details.h"
#include "models/grades/grades_filter.h"
#include "models/grades/grades_model.h"
#include "models/indicators/indicator_details.h"
#include "models/indicators/indicator_groups.h"
#include "models/indicators/indicator_model.h"
#include "models/limit_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/find.h"

namespace vicinia::desktop {

using core::indicators::Indicator;
using workspace::Language;

namespace {

const std::shared_ptr<const workspace::OpenDataset>& builtIn() {
  static const auto data =
      workspace::load(std::filesystem::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007").value();
  return data;
}

SectorIndicatorsPtr indicatorsOf(const std::shared_ptr<const workspace::OpenDataset>& data,
                                 core::industry::SectorIndex sector,
                                 const core::indicators::grades::OwnRule& rule = {}) {
  return std::make_shared<const workspace::SectorIndicators>(
      workspace::SectorIndicators::compute(workspace::PeriodIndicators::prepare(workspace::evidence_of(
                                               *data, 0, workspace::Treatment::as_printed)),
                                           sector, {.own_rule = rule})
          .value());
}

const SectorIndicatorsPtr& textile() {
  static const auto indicators = indicatorsOf(builtIn(), 0);
  return indicators;
}

core::admin::UnitIndex unitNamed(const char* name) {
  return workspace::find_unit(*builtIn()->dataset, name).value();
}

QString cellOf(const IndicatorModel& model, Indicator indicator, int column) {
  const QModelIndex name = model.indexOf(indicator);
  return name.siblingAtColumn(column).data().toString();
}

}  // namespace

TEST(IndicatorGroups, HaveEachIndicatorOnce) {
  std::map<Indicator, int> seen;
  for (int group = 0; group < indicatorGroupCount; ++group) {
    EXPECT_FALSE(indicatorGroupName(group).isEmpty());
    for (const Indicator indicator : indicatorsOfGroup(group)) ++seen[indicator];
  }
  EXPECT_EQ(seen.size(), core::indicators::indicator_count);
  for (const auto& [indicator, times] : seen) EXPECT_EQ(times, 1) << core::indicators::info_of(indicator).id;
}

TEST(IndicatorModel, ShowsValueWhatTheTotalsAllowAndWhereFrom) {
  IndicatorModel model;
  const ModelTester tester(&model);
  model.setDevicePixelRatio(1);
  model.setIndicators(textile(), unitNamed("Quận 12, Hồ Chí Minh"), Language::en);
  EXPECT_EQ(model.rowCount(), indicatorGroupCount);
  EXPECT_EQ(cellOf(model, Indicator::location_quotient, IndicatorModel::valueColumn), QStringLiteral("4.7"));
  EXPECT_EQ(cellOf(model, Indicator::location_quotient, IndicatorModel::allowedColumn),
            QStringLiteral("4.67 – 4.69"));
  EXPECT_EQ(cellOf(model, Indicator::location_quotient, IndicatorModel::originColumn),
            QStringLiteral("as printed"));
  EXPECT_EQ(cellOf(model, Indicator::plant_z, IndicatorModel::valueColumn),
            QStringLiteral("≤ 21.65 (at most)"));
  EXPECT_EQ(cellOf(model, Indicator::district_share, IndicatorModel::valueColumn), QStringLiteral("57.1 %"));
  EXPECT_EQ(cellOf(model, Indicator::district_share, IndicatorModel::allowedColumn),
            QStringLiteral("57.05 – 57.15 %"));
  EXPECT_EQ(cellOf(model, Indicator::plant_p, IndicatorModel::valueColumn),
            QStringLiteral("≥ 3.1·10⁻¹⁰⁴ (at least)"))
      << "never zero";
  EXPECT_EQ(cellOf(model, Indicator::plant_z, IndicatorModel::originColumn),
            QStringLiteral("from reconstructed totals"));
  EXPECT_EQ(cellOf(model, Indicator::fdi_share, IndicatorModel::originColumn), QStringLiteral("computed"));
}

TEST(IndicatorModel, WhatTheDataDoNotAllowIsGreyWithItsReasonAndNoNumber) {
  IndicatorModel model;
  const ModelTester tester(&model);
  model.setIndicators(textile(), unitNamed("Quận 12, Hồ Chí Minh"), Language::en);
  int reasons = 0;
  for (const auto& info : core::indicators::all_indicators()) {
    const QModelIndex index = model.indexOf(info.indicator);
    ASSERT_EQ(model.indicatorAt(index), info.indicator);
    if (!info.needs_complete_matrix && !info.needs_two_periods) continue;
    ++reasons;
    const QModelIndex value = index.siblingAtColumn(IndicatorModel::valueColumn);
    EXPECT_TRUE(value.data(IndicatorModel::reasonRole).toBool()) << info.id;
    EXPECT_FALSE(value.data(Qt::ForegroundRole).isNull()) << info.id;
    EXPECT_TRUE(value.data().toString().startsWith(QStringLiteral("Needs "))) << info.id;
    EXPECT_TRUE(index.siblingAtColumn(IndicatorModel::allowedColumn).data().toString().isEmpty()) << info.id;
  }
  EXPECT_GT(reasons, 10);
}

TEST(IndicatorModel, AUnitThatIsNotListedIsNotPublishedThroughoutAndNeverZero) {
  IndicatorModel model;
  const ModelTester tester(&model);
  model.setIndicators(textile(), unitNamed("Cần Giờ"), Language::en);
  for (const auto& info : core::indicators::all_indicators()) {
    if (textile()->period().availability(info.indicator) != workspace::Availability::available) continue;
    EXPECT_EQ(cellOf(model, info.indicator, IndicatorModel::valueColumn), QStringLiteral("not published"))
        << info.id;
    EXPECT_EQ(cellOf(model, info.indicator, IndicatorModel::originColumn), QString()) << info.id;
  }
  EXPECT_TRUE(model.warnings().isEmpty());
}

TEST(IndicatorModel, WarnsWhereAnLqRestsMostlyOnForeignEnterprises) {
  IndicatorModel model;
  const ModelTester tester(&model);
  model.setDevicePixelRatio(1);
  model.setIndicators(textile(), unitNamed("Vĩnh Yên"), Language::en);  // 7 of 8 enterprises
  EXPECT_EQ(model.warnings(), QStringList{QStringLiteral("Mostly foreign-invested")});
  const QModelIndex flag =
      model.indexOf(Indicator::dominance_foreign).siblingAtColumn(IndicatorModel::valueColumn);
  EXPECT_TRUE(flag.data(IndicatorModel::warningRole).toBool());
  EXPECT_FALSE(flag.data(Qt::DecorationRole).isNull());
  EXPECT_EQ(flag.data().toString(), QStringLiteral("yes"));
}

TEST(IndicatorModel, WithoutAUnitOnlyTheSectorHasValues) {
  static const auto small = workspace::load(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini").value();
  IndicatorModel model;
  const ModelTester tester(&model);
  model.setIndicators(indicatorsOf(small, 1), std::nullopt, Language::en);
  EXPECT_EQ(cellOf(model, Indicator::location_quotient, IndicatorModel::valueColumn), QString());
  EXPECT_FALSE(cellOf(model, Indicator::herfindahl_sector, IndicatorModel::valueColumn).isEmpty());
  model.setIndicators(nullptr, std::nullopt, Language::en);
  EXPECT_EQ(cellOf(model, Indicator::herfindahl_sector, IndicatorModel::valueColumn), QString());
}

TEST(IndicatorDetails, SayDefinitionDenominatorLimitsAndSource) {
  const QString html =
      indicatorDetails(*textile(), unitNamed("Quận 12, Hồ Chí Minh"), Indicator::plant_z, Language::en);
  for (const char* part : {"What it is:", "Denominator:", "Limits:", "Source:", "Ellison", "at most"})
    EXPECT_TRUE(html.contains(QLatin1String(part))) << part;
  const QString reason = indicatorDetails(*textile(), std::nullopt, Indicator::locational_gini, Language::en);
  EXPECT_TRUE(reason.contains(QStringLiteral("Needs a complete table")));
  EXPECT_FALSE(reason.contains(QStringLiteral("Value:")));
}

TEST(GradesModel, HasARowForEachListedUnitAndAColumnForEachScheme) {
  GradesModel model;
  GradesFilter filter;
  filter.setSourceModel(&model);
  const ModelTester tester(&model), filterTester(&filter);
  model.setDevicePixelRatio(1);
  model.setIndicators(textile(), std::nullopt, Language::en);
  EXPECT_EQ(model.rowCount(), 26);
  const int row = model.rowOf(unitNamed("Quận 12, Hồ Chí Minh")).value();
  const auto at = [&](int column) { return model.index(row, column).data().toString(); };
  EXPECT_EQ(at(GradesModel::provinceColumn), QStringLiteral("Ho Chi Minh City"));
  EXPECT_EQ(at(GradesModel::employeesColumn), QStringLiteral("42,626"));
  EXPECT_EQ(at(GradesModel::lqColumn), QStringLiteral("4.7"));
  EXPECT_EQ(at(GradesModel::publishedColumn), QStringLiteral("met"));
  EXPECT_EQ(at(GradesModel::starsColumn), QStringLiteral("1 – 3"));
  EXPECT_EQ(at(GradesModel::ownColumn), QStringLiteral("–"));
  EXPECT_TRUE(model.index(row, GradesModel::ownColumn).data(Qt::DecorationRole).isNull());
  EXPECT_FALSE(model.index(row, GradesModel::publishedColumn).data(Qt::DecorationRole).isNull());
  EXPECT_TRUE(model.index(row, GradesModel::lqColumn)
                  .data(Qt::ToolTipRole)
                  .toString()
                  .contains(QStringLiteral("allow 4.67 – 4.69")));
  for (int column = 0; column < GradesModel::columns; ++column) {
    filter.sort(column, Qt::DescendingOrder);
    EXPECT_EQ(filter.rowCount(), 26);
    EXPECT_FALSE(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
  }
}

TEST(GradesModel, AProvinceLimitsTheRowsAndAnOwnRuleLeavesThemInPlace) {
  GradesModel model;
  const ModelTester tester(&model);
  model.setDevicePixelRatio(1);
  model.setIndicators(textile(), workspace::find_province(*builtIn()->dataset, "Binh Duong").value(),
                      Language::en);
  EXPECT_EQ(model.rowCount(), 3);
  const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  model.setIndicators(indicatorsOf(builtIn(), 0, {.employees = {.min = 10'000}}),
                      workspace::find_province(*builtIn()->dataset, "Binh Duong").value(), Language::en);
  EXPECT_EQ(resets.count(), 0);
  const auto own = [&](const char* name) {
    return model.index(model.rowOf(unitNamed(name)).value(), GradesModel::ownColumn).data().toString();
  };
  EXPECT_EQ(own("Thuận An, Bình Dương"), QStringLiteral("met"));
  EXPECT_EQ(own("Bến Cát"), QStringLiteral("not met !"));  // its employees are contradicted
}

TEST(GradesFilter, KeepsDisagreementsAndFindsWithoutDiacritics) {
  GradesModel model;
  GradesFilter filter;
  filter.setSourceModel(&model);
  const ModelTester tester(&model), filterTester(&filter);
  model.setIndicators(textile(), std::nullopt, Language::vi);
  filter.setOnlyDisagreements(true);
  EXPECT_EQ(filter.rowCount(), model.disagreements());
  EXPECT_GT(filter.rowCount(), 0);
  EXPECT_LT(filter.rowCount(), 26);
  filter.setOnlyDisagreements(false);
  for (const char* text : {"cu chi", "Củ Chi", "CỦ chi ho chi minh"}) {
    filter.setSearch(QString::fromUtf8(text));
    ASSERT_EQ(filter.rowCount(), 1) << text;
    EXPECT_EQ(filter.index(0, 0).data().toString(), QStringLiteral("Củ Chi"));
  }
}

TEST(GradeDetails, LayCriteriaOpenAndDefinitionsOnRequest) {
  const auto& grades = *textile()->grades(unitNamed("Quận 12, Hồ Chí Minh"));
  const QString closed = gradeDetails(core::Provenance{}, grades, false, {}, Language::en);
  EXPECT_TRUE(closed.contains(QStringLiteral("wanted ≥ 2.0"))) << utf8(closed);
  EXPECT_TRUE(closed.contains(QStringLiteral("no rule yet")));
  EXPECT_TRUE(closed.contains(QStringLiteral("cannot be told")));
  EXPECT_FALSE(closed.contains(QStringLiteral("One star each")));
  const QString open =
      gradeDetails(core::Provenance{}, grades, false,
                   {static_cast<int>(core::indicators::grades::Scheme::cluster_stars)}, Language::en);
  EXPECT_TRUE(open.contains(QStringLiteral("One star each")));
}

TEST(Limits, AreReadAndWrittenInEitherLanguage) {
  EXPECT_EQ(parseLimit(QStringLiteral("1,5"), Language::vi).value, 1.5);
  EXPECT_EQ(parseLimit(QStringLiteral(" 1.5 "), Language::en).value, 1.5);
  EXPECT_EQ(parseLimit(QStringLiteral("10,000"), Language::en).value, 10'000.0);
  EXPECT_FALSE(parseLimit(QString(), Language::en).value);
  EXPECT_TRUE(parseLimit(QString(), Language::en).isNumber) << "nothing is no criterion";
  for (const char* text : {"x", "-1", "1e400", "nan"})
    EXPECT_FALSE(parseLimit(QLatin1String(text), Language::en).isNumber) << text;
  EXPECT_EQ(limitText(10'000.5, Language::vi), QStringLiteral("10.000,5"));
  EXPECT_EQ(limitText(std::nullopt, Language::vi), QString());
  EXPECT_EQ(parseLimit(limitText(0.1, Language::vi), Language::vi).value, 0.1);
}

}  // namespace vicinia::desktop
