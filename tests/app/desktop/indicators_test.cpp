// Indicators and grades in the window, on the built-in list: choosing units by mouse and keys, the user's own rule, export.
#include <fstream>

#include "models/grades/grade_details.h"
#include "panels/grades/grades_panel.h"
#include "panels/indicators/indicators_panel.h"
#include "vicinia/workspace/document/find.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::indicators::Indicator;

class Indicators : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    window->resize(1366, 768);
    window->opener().openDataset(std::filesystem::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007");
    ASSERT_TRUE(waitFor([this] { return session.dataset().sectors.size() == 22; }));
    waitForMap();
  }
  void open(QAction* action) {
    action->trigger();
    settle();
  }
  void settle() {
    ASSERT_TRUE(
        waitFor([this] { return window->indicators().indicators() && window->indicators().isSettled(); }));
    QCoreApplication::processEvents();
  }
  IndicatorTree& tree() { return *find<IndicatorTree>("indicatorTree"); }
  QTableView& list() { return *find<QTableView>("gradesList"); }
  QString details() { return find<QTextBrowser>("indicatorDetails")->toPlainText(); }
  core::admin::UnitIndex named(const char* name) { return ws::find_unit(session.dataset(), name).value(); }
  void select(const char* name) { session.apply(ws::commands::select_unit(named(name))); }
  QModelIndex indicator(Indicator which, int column = IndicatorModel::nameColumn) {
    return tree().indexOf(which).siblingAtColumn(column);
  }
  int rowOf(const char* name) {
    for (int row = 0; row < list().model()->rowCount(); ++row)
      if (list().model()->index(row, 0).data(GradesModel::unitRole).toULongLong() == named(name)) return row;
    return -1;
  }
  QString grade(const char* name, int column) {
    return list().model()->index(rowOf(name), column).data().toString();
  }
};

TEST_F(Indicators, OfAUnitThatIsClickedOnTheMapAreShown) {
  open(window->panels().action("indicators"));
  const QString message = find<QLabel>("indicatorMessage")->text();
  EXPECT_TRUE(message.contains(QStringLiteral("Click a unit"))) << utf8(message);
  const auto unit = named("Củ Chi");
  window->canvas().setFocus();
  const auto extent = ws::unit_extent(session.dataset(), unit);
  window->map().zoomTo(extent);
  waitForMap();
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {},
                    within(session.dataset().frame[unit].code.c_str()));
  settle();
  ASSERT_TRUE(session.view().selected.current());
  EXPECT_EQ(session.view().selected.current(), unit);
  EXPECT_TRUE(find<QLabel>("indicatorHead")->text().startsWith(QStringLiteral("Cu Chi, Ho Chi Minh City")));
  EXPECT_EQ(indicator(Indicator::location_quotient, IndicatorModel::valueColumn).data().toString(),
            QStringLiteral("3.8"));
  EXPECT_EQ(indicator(Indicator::location_quotient, IndicatorModel::allowedColumn).data().toString(),
            QStringLiteral("3.79 – 3.81"));
}

TEST_F(Indicators, TheDefinitionIsOneClickOrKeyAway) {
  select("Củ Chi");
  open(window->panels().action("indicators"));
  EXPECT_TRUE(tree().hasFocus());
  EXPECT_TRUE(details().contains(QStringLiteral("Location quotient"))) << "the first is chosen at once";
  QTest::keyClick(&tree(), Qt::Key_Down);
  EXPECT_TRUE(details().startsWith(QStringLiteral("Symmetric LQ"))) << utf8(details());
  const QModelIndex gini = indicator(Indicator::locational_gini);
  tree().scrollTo(gini);
  QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, tree().visualRect(gini).center());
  const QString text = details();
  EXPECT_TRUE(text.startsWith(QStringLiteral("Locational Gini"))) << utf8(text);
  for (const char* part : {"Not computed:", "What it is:", "Denominator:", "Limits:", "Source:"})
    EXPECT_TRUE(text.contains(QLatin1String(part))) << part;
}

TEST_F(Indicators, FollowSelectionAndSectorAndWarn) {
  open(window->panels().action("indicators"));
  select("Vĩnh Yên");
  QCoreApplication::processEvents();
  EXPECT_TRUE(find<QLabel>("indicatorWarning")->isVisible());
  EXPECT_EQ(find<QLabel>("indicatorWarning")->text(), QStringLiteral("Mostly foreign-invested"));
  select("Cần Giờ");
  EXPECT_FALSE(find<QLabel>("indicatorWarning")->isVisible());
  EXPECT_TRUE(find<QLabel>("indicatorMessage")->text().contains(QStringLiteral("publishes no values")));
  EXPECT_EQ(indicator(Indicator::location_quotient, IndicatorModel::valueColumn).data().toString(),
            QStringLiteral("not published"));
  session.apply(ws::commands::set_sector(1));
  settle();
  EXPECT_EQ(window->indicators().indicators()->sector(), 1u);
}

TEST_F(Indicators, AreNotComputedWhileNoPanelShowsThem) {
  EXPECT_FALSE(window->indicators().indicators());
  EXPECT_TRUE(window->indicators().isSettled());
  open(window->panels().action("grades"));
  find<QDockWidget>("gradesDock")->hide();
  session.apply(ws::commands::set_sector(3));
  EXPECT_EQ(window->indicators().indicators()->sector(), 0u);
  find<QDockWidget>("gradesDock")->show();
  settle();
  EXPECT_EQ(window->indicators().indicators()->sector(), 3u);
}

TEST_F(Indicators, OfAnotherDataSetReplaceThemAtOnce) {
  open(window->panels().action("indicators"));
  select("Củ Chi");
  window->opener().openDataset(mini());
  ASSERT_TRUE(waitFor([this] { return session.dataset().sectors.size() == 3; }));
  waitForMap();
  settle();
  EXPECT_EQ(window->indicators().indicators()->period().dataset().sectors.size(), 3u);
  select("21");
  EXPECT_FALSE(indicator(Indicator::locational_gini, IndicatorModel::valueColumn)
                   .data(IndicatorModel::reasonRole)
                   .toBool());
  EXPECT_EQ(indicator(Indicator::location_quotient, IndicatorModel::originColumn).data().toString(),
            QStringLiteral("computed"));
}

TEST_F(Indicators, TheLegendStatesEWithItsIntervalAndOrigin) {
  auto* subtitle = find<QLabel>("legendSubtitle");
  EXPECT_TRUE(subtitle->text().contains(QStringLiteral("E: 7,378,892 – 7,386,834, reconstructed")))
      << utf8(subtitle->text());
  EXPECT_TRUE(subtitle->toolTip().contains(QStringLiteral("reconstructed from rounded values")));
  session.apply(ws::commands::set_variable(core::values::Variable::employees));
  EXPECT_FALSE(subtitle->text().contains(QStringLiteral("E:")));
}

TEST_F(Indicators, ARowOfGradesSelectsTheUnitAndTheOtherWayRound) {
  open(window->panels().action("grades"));
  ASSERT_EQ(list().model()->rowCount(), 26);
  EXPECT_TRUE(list().hasFocus());
  EXPECT_FALSE(session.view().selected.current()) << "opening the list chooses nothing";
  const QModelIndex row = list().model()->index(rowOf("Thuận An, Bình Dương"), GradesModel::unitColumn);
  list().scrollTo(row);
  QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().visualRect(row).center());
  EXPECT_EQ(session.view().selected.current(), named("Thuận An, Bình Dương"));
  QTest::keyClick(&list(), Qt::Key_Down);
  EXPECT_NE(session.view().selected.current(), named("Thuận An, Bình Dương"));
  select("Củ Chi");
  EXPECT_TRUE(list().selectionModel()->isRowSelected(rowOf("Củ Chi")));
  const QString criteria = find<QTextBrowser>("gradeCriteria")->toPlainText();
  EXPECT_TRUE(criteria.startsWith(QStringLiteral("Cu Chi"))) << utf8(criteria);
  EXPECT_TRUE(criteria.contains(QStringLiteral("wanted ≥ 2.0")));
  EXPECT_FALSE(criteria.contains(QStringLiteral("One star each")));
  Q_EMIT find<QTextBrowser>("gradeCriteria")->anchorClicked(QUrl(QStringLiteral("scheme:1")));
  EXPECT_TRUE(find<QTextBrowser>("gradeCriteria")->toPlainText().contains(QStringLiteral("One star each")));
  select("Cần Giờ");
  EXPECT_FALSE(list().selectionModel()->hasSelection());
  EXPECT_TRUE(
      find<QTextBrowser>("gradeCriteria")->toPlainText().contains(QStringLiteral("publishes no values")));
}

TEST_F(Indicators, OnlyDisagreementsAndASearchFilterTheGrades) {
  select("Quận 12, Hồ Chí Minh");  // on which they do not disagree
  open(window->panels().action("grades"));
  auto* only = find<QCheckBox>("onlyDisagreements");
  QTest::mouseClick(only, Qt::LeftButton, {}, QPoint(8, only->height() / 2));
  ASSERT_TRUE(only->isChecked());
  const int disagreements = list().model()->rowCount();
  EXPECT_GT(disagreements, 0);
  EXPECT_LT(disagreements, 26);
  EXPECT_EQ(session.view().selected.current(), named("Quận 12, Hồ Chí Minh"))
      << "what is filtered away stays selected";
  EXPECT_FALSE(list().selectionModel()->hasSelection());
  EXPECT_TRUE(find<QLabel>("gradesSummary")->text().contains(QString::number(disagreements)));
  only->setFocus();
  QTest::keyClick(only, Qt::Key_Space);
  EXPECT_EQ(list().model()->rowCount(), 26);
  QTest::keyClicks(find<QLineEdit>("gradesSearch"), QStringLiteral("binh duong"));
  EXPECT_EQ(list().model()->rowCount(), 3);
}

TEST_F(Indicators, AnOwnRuleThatIsTypedGradesAtOnceAndOneUndoTakesItBack) {
  open(window->panels().action("grades"));
  EXPECT_EQ(grade("Củ Chi", GradesModel::ownColumn), QStringLiteral("–"));
  find<QTabWidget>("gradesPages")->setCurrentIndex(1);
  auto* field = find<QLineEdit>("own_employees_min");
  field->setFocus();
  QTest::keyClicks(field, QStringLiteral("26015"));
  settle();
  EXPECT_EQ(session.view().own_rule.employees.min, 26015);
  EXPECT_EQ(grade("Củ Chi", GradesModel::ownColumn), QStringLiteral("met")) << "the threshold itself counts";
  EXPECT_EQ(grade("Gò Vấp", GradesModel::ownColumn), QStringLiteral("not met"));
  window->actions().undo->trigger();
  settle();
  EXPECT_EQ(session.view().own_rule, core::indicators::grades::OwnRule{})
      << "all that was typed there is one step";
  EXPECT_EQ(field->text(), QString());
  EXPECT_EQ(grade("Củ Chi", GradesModel::ownColumn), QStringLiteral("–"));
  window->actions().redo->trigger();
  EXPECT_EQ(field->text(), QStringLiteral("26,015"));
  QTest::mouseClick(find<QPushButton>("clearOwnRule"), Qt::LeftButton);
  EXPECT_EQ(session.view().own_rule, core::indicators::grades::OwnRule{});
}

TEST_F(Indicators, WhatMakesNoRuleYetIsSaidAndChangesNothing) {
  open(window->panels().action("grades"));
  find<QTabWidget>("gradesPages")->setCurrentIndex(1);
  auto *min = find<QLineEdit>("own_sme_share_pct_min"), *max = find<QLineEdit>("own_sme_share_pct_max");
  QTest::keyClicks(min, QStringLiteral("60"));
  QTest::keyClicks(max, QStringLiteral("4"));
  auto* fault = find<QLabel>("ownRuleFault");
  EXPECT_TRUE(fault->text().contains(QStringLiteral("above the most")));
  EXPECT_FALSE(session.view().own_rule.sme_share_pct.max);
  EXPECT_FALSE(window->findChild<QMessageBox*>(QStringLiteral("errorMessage")))
      << "no box in the middle of typing";
}

TEST_F(Indicators, EveryControlHasANameAndIsReachedByTab) {
  open(window->panels().action("grades"));
  for (const char* name : {"indicatorTree", "indicatorDetails", "exportIndicatorsButton", "indicatorsButton",
                           "gradesList", "gradeCriteria", "onlyDisagreements", "gradesSearch",
                           "exportGradesButton", "own_lq_min", "own_lq_max", "clearOwnRule"}) {
    auto* widget = find<QWidget>(name);
    ASSERT_TRUE(widget);
    EXPECT_FALSE(widget->accessibleName().isEmpty()) << name;
    EXPECT_TRUE(widget->focusPolicy() & Qt::TabFocus) << name;
  }
}

TEST_F(Indicators, AreExportedWithTheOwnRule) {
  session.apply(ws::commands::set_own_rule({.employees = {.min = 1}}));
  const QTemporaryDir folder;
  IndicatorExport& writer = *window->exports().indicators;
  const auto written = [&](const char* name, qsizetype filter) {
    const QString file = folder.filePath(QLatin1String(name));
    const QSignalSpy spy(&writer, &IndicatorExport::written);
    writer.write(file, writer.filters().at(filter));
    EXPECT_TRUE(waitFor([&] { return spy.count() == 1; })) << name;
    std::ifstream in(toPath(file));
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string csv = written("one.csv", 1);
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFsector_no,")) << "by the mark spreadsheets know UTF-8";
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 27);
  const std::string all = written("all.csv", 4);
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 155);
  EXPECT_TRUE(written("one.json", 2).starts_with("{"));
  EXPECT_TRUE(written("one.xlsx", 0).starts_with("PK"));
  const QSignalSpy failed(&writer, &IndicatorExport::failed);
  writer.write(folder.filePath(QStringLiteral("one.doc")));
  ASSERT_TRUE(waitFor([&] { return failed.count() == 1; }));
}

TEST_F(Indicators, SpeakTheLanguageOfTheWindow) {
  select("Củ Chi");
  open(window->panels().action("indicators"));
  window->actions().vietnamese->trigger();
  QCoreApplication::processEvents();
  EXPECT_EQ(indicator(Indicator::location_quotient, IndicatorModel::valueColumn).data().toString(),
            QStringLiteral("3,8"));
  EXPECT_TRUE(details().contains(QStringLiteral("Thương số vị trí"))) << utf8(details());
  EXPECT_TRUE(find<QLabel>("indicatorHead")->text().startsWith(QStringLiteral("Củ Chi, Hồ Chí Minh")));
  window->actions().english->trigger();
  QCoreApplication::processEvents();
}

}  // namespace vicinia::desktop
