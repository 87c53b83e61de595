// From the country to a province to a unit, and the sheet of a province.
#include "main_window/breadcrumb.h"
#include "model_tester.h"
#include "panels/agglomerations/agglomeration_sheet_panel.h"
#include "panels/province/province_panel.h"
#include "window_fixture.h"

namespace vicinia::desktop {

class DrillDown : public WindowTest {
 protected:
  QAction* step(const char* name) { return find<QAction>(name); }
  ProvincePanel& sheet() {
    window->panels().show("province");
    auto* const panel = window->findChild<ProvincePanel*>();
    EXPECT_TRUE(waitFor([&] { return panel->isVisible() && panel->isSettled(); }));
    return *panel;
  }
};

TEST_F(DrillDown, TheBreadcrumbTellsWhereOneIsAndLeadsBack) {
  EXPECT_TRUE(step("placeCountry")->isVisible());
  EXPECT_FALSE(step("placeProvince")->isVisible());
  session.apply(workspace::commands::select_unit(unit("21")));
  EXPECT_EQ(step("placeUnit")->text(),
            qs(workspace::name_of(session.dataset().frame[unit("21")], session.language())));
  const auto province = session.dataset().frame.parent(unit("21")).value();
  EXPECT_EQ(step("placeProvince")->text(),
            qs(workspace::name_of(session.dataset().frame[province], session.language())));
  step("placeProvince")->trigger();
  EXPECT_EQ(session.view().province, province);
  EXPECT_TRUE(step("placeProvince")->font().bold());
  step("placeCountry")->trigger();
  EXPECT_EQ(session.view().province, std::nullopt);
  EXPECT_TRUE(step("placeCountry")->font().bold());
}

TEST_F(DrillDown, TheSheetIsOfTheProvinceInWhichTheSelectedUnitLiesAndFollowsTheRules) {
  session.apply(workspace::commands::select_unit(unit("21")));
  ProvincePanel& panel = sheet();
  ASSERT_TRUE(waitFor([&] { return panel.specialisations()->model()->rowCount() > 0; }));
  const ModelTester specialisations(panel.specialisations()->model()), shared(panel.shared()->model());
  const int before = panel.specialisations()->model()->rowCount();
  auto settings = session.view().agglomerations;
  settings.rules.lq_min = 1e6;
  session.apply(workspace::commands::set_agglomerations(settings));
  EXPECT_TRUE(waitFor([&] { return panel.specialisations()->model()->rowCount() == 0; }));
  session.undo();
  EXPECT_TRUE(waitFor([&] { return panel.specialisations()->model()->rowCount() == before; }));
}

TEST_F(DrillDown, ARowOfTheSheetShowsItsSectorWithItsUnitSelected) {
  session.apply(workspace::commands::select_unit(unit("21")));
  ProvincePanel& panel = sheet();
  auto* const list = panel.specialisations();
  ASSERT_TRUE(waitFor([&] { return list->model()->rowCount() > 0; }));
  for (int row = 0; row < list->model()->rowCount(); ++row) {
    const QModelIndex at = list->model()->index(row, 0);
    const auto wantedUnit = at.data(ProvinceTableModel::unitRole).toULongLong(),
               wantedSector = at.data(ProvinceTableModel::sectorRole).toULongLong();
    list->setCurrentIndex(at);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_EQ(session.view().sector, wantedSector);
    EXPECT_EQ(session.view().selected.current(), wantedUnit);
  }
}

TEST_F(DrillDown, TheSheetOfAnAgglomerationListsItsMembersAndFollowsTheSelection) {
  session.apply(workspace::commands::select_unit(unit("12")));
  ASSERT_TRUE(waitFor([&] { return window->agglomerations().isSettled(); }));
  window->panels().show("agglomeration");
  auto* const panel = window->findChild<AgglomerationSheetPanel*>();
  const auto selected = window->agglomerations().selected();
  ASSERT_TRUE(selected);
  const auto& report = window->agglomerations().found()->reports()[*selected];
  const ModelTester tester(panel->members()->model());
  ASSERT_TRUE(waitFor([&] { return window->agglomerations().robustness() != nullptr; }));
  EXPECT_GE(static_cast<std::size_t>(panel->members()->model()->rowCount()), report.found.members.size());
  EXPECT_FALSE(find<QLabel>("agglomerationNumbers")->text().isEmpty());
  session.apply(workspace::commands::select_unit(std::nullopt));
  EXPECT_EQ(panel->members()->model()->rowCount(), 0);
  EXPECT_FALSE(find<QLabel>("agglomerationParts")->text().isEmpty()) << "it says what to do";
}

}  // namespace vicinia::desktop
