// Variables in the window: every one that the data have can be chosen and mapped, others are greyed with the reason; the period, the one
// that change is counted from, the level of sectors; the list of values.
#include <QCompleter>
#include <fstream>

#include "panels/period_box.h"
#include "panels/values/values_panel.h"
#include "panels/variable_box.h"
#include "vicinia/workspace/words/variable_texts.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::values::Variable;

class Variables : public WindowTest {
 protected:
  void open(const std::filesystem::path& folder) {
    const auto before = session.document().data;
    window->opener().openDataset(folder);
    ASSERT_TRUE(waitFor([&] { return session.document().data != before; }));
    waitForMap();
  }
  static std::filesystem::path tests(const char* name) {
    return std::filesystem::path(VICINIA_TEST_DATA_DIR) / name;
  }
  VariableBox& box() { return *find<VariableBox>("variableBox"); }
  [[nodiscard]] bool isEnabled(Variable variable) {
    return box().model()->flags(box().model()->index(box().rowOf(variable), 0)).testFlag(Qt::ItemIsEnabled);
  }
};

TEST_F(Variables, ThatTheDataHaveAreChosenAndMappedOneByOne) {
  open(tests("matrix-long"));
  for (const auto& info : core::values::all_variables()) {
    if (!isEnabled(info.variable)) continue;
    box().choose(box().rowOf(info.variable));
    EXPECT_EQ(session.view().variable, info.variable) << info.id;
    waitForMap();
    EXPECT_FALSE(find<QWidget>("mapFailure")->isVisible()) << info.id;
    EXPECT_EQ(box().currentText(),
              qs(ws::variable_name(session.dataset().provenance, info.variable, session.language())));
  }
}

TEST_F(Variables, ThatTheDataDoNotHaveAreGreyedAndSayWhy) {
  EXPECT_FALSE(isEnabled(Variable::own_rule));
  const QString why = box().itemData(box().rowOf(Variable::own_rule), Qt::ToolTipRole).toString();
  EXPECT_TRUE(why.contains(QStringLiteral("no thresholds"))) << utf8(why);
  core::indicators::grades::OwnRule rule;
  rule.lq.min = 1;
  session.apply(ws::commands::set_own_rule(rule));
  EXPECT_TRUE(isEnabled(Variable::own_rule));
  EXPECT_FALSE(isEnabled(Variable::locational_gini));
}

TEST_F(Variables, AreFoundByTypingAPartOfTheirNameWithoutDiacritics) {
  auto* const completer = box().completer();
  completer->setCompletionPrefix(QStringLiteral("FOREIGN"));
  EXPECT_GE(completer->completionCount(), 2);
  window->changeLanguage(ws::Language::vi);
  QCoreApplication::processEvents();
  completer->setCompletionPrefix(QStringLiteral("so sanh cac cach"));
  ASSERT_GE(completer->completionCount(), 1);
  EXPECT_TRUE(completer->currentCompletion().contains(QStringLiteral("xếp hạng")))
      << utf8(completer->currentCompletion());
}

TEST_F(Variables, OfCategoriesHaveALegendOfTheirOwnAndNoClasses) {
  box().choose(box().rowOf(Variable::published_rule));
  waitForMap();
  auto* const legend = find<QTableView>("legendTable");
  EXPECT_EQ(legend->model()->index(0, 0).data().toString(), QStringLiteral("met"));
  EXPECT_FALSE(find<QComboBox>("methodBox")->isEnabled());
  box().choose(box().rowOf(Variable::employees));
  EXPECT_TRUE(find<QComboBox>("methodBox")->isEnabled());
}

TEST_F(Variables, OnePeriodIsSaidAndSeveralAreChosen) {
  EXPECT_TRUE(find<QLabel>("onlyPeriod")->isVisible());
  EXPECT_EQ(find<QLabel>("onlyPeriod")->text(), QStringLiteral("2007"));
  EXPECT_FALSE(find<QComboBox>("periodBox")->isVisible());
  open(tests("matrix-long"));
  auto* const period = find<QComboBox>("periodBox");
  auto* const base = find<QComboBox>("basePeriodBox");
  ASSERT_TRUE(period->isVisible());
  EXPECT_FALSE(find<QLabel>("onlyPeriod")->isVisible());
  EXPECT_EQ(period->currentText(), QStringLiteral("2012"));
  EXPECT_EQ(base->currentText(), QStringLiteral("2007"));
  EXPECT_TRUE(window->windowTitle().contains(QStringLiteral("2012")));
  box().choose(box().rowOf(Variable::change_of_employees));
  waitForMap();
  period->setFocus();
  QTest::keyClick(period, Qt::Key_Up);
  EXPECT_EQ(session.view().period, 0u);
  EXPECT_FALSE(base->isEnabled());
  EXPECT_TRUE(find<QLabel>("variableDefinition")->text().contains(QStringLiteral("there is none before")))
      << utf8(find<QLabel>("variableDefinition")->text());
  session.undo();
  EXPECT_EQ(period->currentText(), QStringLiteral("2012"));
}

TEST_F(Variables, AreListedInThePanelOfValuesAndTheChosenRowIsTheSelectedUnit) {
  window->panels().action("values")->trigger();
  auto* const list = find<QTableView>("valuesList");
  ASSERT_TRUE(waitFor([&] { return list->isVisible() && list->model()->rowCount() > 0; }));
  EXPECT_EQ(list->model()->rowCount(), static_cast<int>(session.choropleth().units.size()));
  const double first =
      list->model()->index(0, ValuesModel::valueColumn).data(ValuesModel::sortRole).toDouble();
  const double second =
      list->model()->index(1, ValuesModel::valueColumn).data(ValuesModel::sortRole).toDouble();
  EXPECT_GE(first, second);
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                    list->visualRect(list->model()->index(0, 0)).center());
  ASSERT_TRUE(session.view().selected.current());
  EXPECT_EQ(*session.view().selected.current(),
            list->model()->index(0, 0).data(ValuesModel::unitRole).toULongLong());
  QTest::keyClicks(find<QLineEdit>("valuesMin"), QStringLiteral("1"));
  EXPECT_LT(list->model()->rowCount(), static_cast<int>(session.choropleth().units.size()));
}

TEST_F(Variables, SeveralRowsAreTheSelectionAndWhatIsFilteredAwayStaysInIt) {
  window->panels().action("values")->trigger();
  auto* const list = find<QTableView>("valuesList");
  ASSERT_TRUE(waitFor([&] { return list->isVisible() && list->model()->rowCount() > 3; }));
  const auto unitAt = [&](int row) {
    return static_cast<std::size_t>(list->model()->index(row, 0).data(ValuesModel::unitRole).toULongLong());
  };
  const auto click = [&](int row, Qt::KeyboardModifiers keys) {
    QTest::mouseClick(list->viewport(), Qt::LeftButton, keys,
                      list->visualRect(list->model()->index(row, 0)).center());
  };
  const auto first = unitAt(0), second = unitAt(1), third = unitAt(2);
  click(0, {});
  click(2, Qt::ShiftModifier);
  EXPECT_EQ(session.view().selected, workspace::Selection({first, second, third}));
  click(1, Qt::ControlModifier);
  EXPECT_EQ(session.view().selected.units(), workspace::Selection({first, third}).units());
  find<QLineEdit>("valuesSearch")->setText(qs(session.dataset().frame[third].name_vi));
  EXPECT_TRUE(session.view().selected.contains(first)) << "what is filtered away stays selected";
  find<QLineEdit>("valuesSearch")->clear();
  EXPECT_EQ(list->selectionModel()->selectedRows().size(), 2);
  session.apply(workspace::commands::select_units(workspace::Selection({second, third})));
  EXPECT_TRUE(list->selectionModel()->isRowSelected(1)) << "chosen elsewhere, shown here";
  EXPECT_FALSE(list->selectionModel()->isRowSelected(0));
}

TEST_F(Variables, AreTakenTogetherForTheUnitsThatAreSelected) {
  window->panels().action("selection")->trigger();
  auto* const summary = find<QLabel>("selectionSummary");
  auto* const table = find<QTableView>("selectionValues");
  ASSERT_TRUE(waitFor([&] { return summary->isVisible(); }));
  EXPECT_FALSE(table->isVisible()) << "nothing is selected";
  const workspace::Selection two({unit("11"), unit("31")});
  session.apply(workspace::commands::select_units(two));
  EXPECT_TRUE(table->isVisible());
  EXPECT_TRUE(summary->text().startsWith(QStringLiteral("2 units in 2 provinces"))) << utf8(summary->text());
  EXPECT_EQ(table->model()->rowCount(), 7);
  auto* const units = find<QListWidget>("selectedUnits");
  ASSERT_EQ(units->count(), 2);
  const auto other = session.view().selected.current() == unit("11") ? unit("31") : unit("11");
  const int row = units->item(0)->data(Qt::UserRole).toULongLong() == other ? 0 : 1;
  QTest::mouseClick(units->viewport(), Qt::LeftButton, {}, units->visualItemRect(units->item(row)).center());
  EXPECT_EQ(session.view().selected.current(), other);
  EXPECT_EQ(session.view().selected.size(), 2u);
  QTest::mouseClick(find<QToolButton>("copySelection"), Qt::LeftButton);
  EXPECT_TRUE(QApplication::clipboard()->text().contains(QStringLiteral("Location quotient (LQ)\t")));
  QTest::mouseClick(find<QToolButton>("clearSelection"), Qt::LeftButton);
  EXPECT_TRUE(session.view().selected.empty());
}

TEST_F(Variables, AndSectorsOfAnotherLevelAreMapped) {
  const QTemporaryDir folder;
  const auto copy = copyOfMini(folder);
  std::ofstream(copy / "sectors.csv")
      << "sector_no,name_en,name_vi,parent\n1,Food,Thực phẩm,\n11,Bread,Bánh mì,1\n12,Fish,Cá,1\n";
  std::ofstream(copy / "observations.csv")
      << "unit_code,sector_no,period,employees\n11,11,2007,10\n11,12,2007,20\n12,11,2007,5\n12,12,2007,1\n"
         "11,1,2007,30\n12,1,2007,6\n";
  open(copy);
  auto* const level = find<QComboBox>("sectorLevelBox");
  ASSERT_TRUE(level->isVisible());
  ASSERT_EQ(level->count(), 2);
  session.apply(ws::commands::set_sector_level(1));
  waitForMap();
  EXPECT_EQ(session.dataset().sectors.size(), 1u);
  EXPECT_EQ(level->currentIndex(), 0);
  EXPECT_FALSE(find<QWidget>("mapFailure")->isVisible());
  session.undo();
  waitForMap();
  EXPECT_EQ(level->currentIndex(), 1);
}

}  // namespace vicinia::desktop
