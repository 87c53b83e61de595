// Agglomerations in the window: list, outlines, rules with sliders, reasons, links by hand.
// In the small example "Food products" has one agglomeration of the three upper districts (12, 22, 32), over three provinces.
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QSlider>
#include <QStyleOptionSlider>
#include <algorithm>
#include <fstream>
#include <iterator>

#include "panels/agglomerations/agglomeration_panel.h"
#include "vicinia/workspace/maps/outline_style.h"
#include "vicinia/workspace/words/texts.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;

class Agglomerations : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    waitForAgglomerations();
  }
  void waitForAgglomerations() {
    ASSERT_TRUE(waitFor([this] { return window->agglomerations().isSettled(); })) << "nothing was found";
  }
  const FoundPtr& found() { return window->agglomerations().found(); }
  QAbstractItemModel& list() { return *find<QTableView>("agglomerationList")->model(); }
  QString cell(int row, int column) { return list().index(row, column).data().toString(); }
  void clickRow(int row) {
    auto* view = find<QTableView>("agglomerationList");
    const QRect place = view->visualRect(view->model()->index(row, AgglomerationModel::membersColumn));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place.center());
  }
  std::vector<std::string> members(std::size_t agglomeration) {
    std::vector<std::string> codes;
    for (const auto member : found()->reports()[agglomeration].found.members)
      codes.push_back(session.dataset().frame[member].code);
    return codes;
  }
  void raise(const char* dock) {
    auto* widget = find<QDockWidget>(dock);
    widget->show();
    widget->raise();
    QCoreApplication::processEvents();
  }
  static QPoint handleOf(QSlider* slider) {
    QStyleOptionSlider option;
    option.initFrom(slider);
    option.minimum = slider->minimum();
    option.maximum = slider->maximum();
    option.sliderPosition = option.sliderValue = slider->value();
    option.orientation = Qt::Horizontal;
    return slider->style()
        ->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider)
        .center();
  }
  void selectNeighbour(const char* code) {
    auto* view = find<QTableView>("neighbours");
    const QString name = qs(ws::name_of(session.dataset().frame[unit(code)], session.language()));
    for (int row = 0; row < view->model()->rowCount(); ++row)
      if (view->model()->index(row, 0).data().toString() == name) view->selectRow(row);
  }
};

TEST_F(Agglomerations, TheListSaysMembersProvincesAndPooledValues) {
  ASSERT_EQ(list().rowCount(), 1);
  EXPECT_EQ(members(0), (std::vector<std::string>{"12", "22", "32"}));
  EXPECT_TRUE(cell(0, AgglomerationModel::membersColumn).startsWith(QStringLiteral("3 districts: ")));
  EXPECT_EQ(cell(0, AgglomerationModel::employeesColumn), QStringLiteral("2,900"));
  EXPECT_EQ(cell(0, AgglomerationModel::lqColumn), QStringLiteral("1.99"));
  EXPECT_EQ(cell(0, AgglomerationModel::provincesColumn), QStringLiteral("3"));
  EXPECT_TRUE(find<QLabel>("agglomerationSummary")->text().contains(QStringLiteral("1 across provinces")));
}

TEST_F(Agglomerations, ClickingARowSelectsItsLargestMemberAndHighlightsItsOutline) {
  clickRow(0);
  EXPECT_EQ(session.view().selected.current(), unit("22"));
  EXPECT_EQ(window->canvas().selectedOutline(), 0u);
}

TEST_F(Agglomerations, ClickingOnTheMapChoosesTheRowOrNone) {
  auto* view = find<QTableView>("agglomerationList");
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("32"));
  ASSERT_EQ(session.view().selected.current(), unit("32"));
  EXPECT_TRUE(view->selectionModel()->isRowSelected(0));
  EXPECT_EQ(window->canvas().selectedOutline(), 0u);
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("11"));
  EXPECT_FALSE(view->selectionModel()->hasSelection());
  EXPECT_FALSE(window->canvas().selectedOutline());
}

TEST_F(Agglomerations, ARowOfTheSelectedUnitKeepsTheUnit) {
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("32"));
  clickRow(0);
  EXPECT_EQ(session.view().selected.current(), unit("32"));
}

TEST_F(Agglomerations, TheOutlineIsPaintedAlongTheBorder) {
  const auto isInk = [this] {
    const auto low = ws::unit_extent(session.dataset(), unit("12"));
    // Aside of the middle, where a name stands above the outline.
    const QPoint at =
        window->canvas().transform().toCanvas(QPointF((7 * low.min_x + low.max_x) / 8, low.min_y)).toPoint();
    const QImage image = window->canvas().grab().toImage();
    for (int y = at.y() - 2; y <= at.y() + 2; ++y)
      if (const QColor colour = image.pixelColor(at.x() + 3, y); colour.lightness() < 60) return true;
    return false;
  };
  EXPECT_TRUE(isInk());
  const int rows = find<QTableView>("legendTable")->model()->rowCount();
  window->actions().outlines->trigger();
  EXPECT_FALSE(session.view().outlines);
  EXPECT_FALSE(isInk());
  EXPECT_EQ(find<QTableView>("legendTable")->model()->rowCount(), rows - 2)
      << "an agglomeration across provinces, and the boundary";
  window->actions().undo->trigger();
  EXPECT_TRUE(isInk());
  EXPECT_TRUE(window->actions().outlines->isChecked());
}

TEST_F(Agglomerations, DraggingTheSliderChangesTheListAndOneUndoTakesTheWholeDragBack) {
  raise("rulesDock");
  auto* slider = find<QSlider>("lqMinSlider");
  const QPoint from = handleOf(slider);
  int seen = 0;
  QObject::connect(&window->agglomerations(), &AgglomerationController::changed, window.get(),
                   [&] { ++seen; });
  QTest::mousePress(slider, Qt::LeftButton, {}, from);
  for (int x = from.x(); x < slider->width() - 8; x += 3) QTest::mouseMove(slider, QPoint(x, from.y()));
  QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 8, from.y()));
  EXPECT_GT(seen, 3) << "the list follows while the slider is dragged";
  EXPECT_GT(session.view().agglomerations.rules.lq_min, 3.1);
  EXPECT_EQ(list().rowCount(), 0);
  EXPECT_TRUE(find<QLabel>("agglomerationMessage")->isVisibleTo(window.get()));
  window->actions().undo->trigger();
  EXPECT_EQ(session.view().agglomerations.rules.lq_min, 1.0);
  EXPECT_EQ(list().rowCount(), 1);
  EXPECT_FALSE(window->actions().undo->isEnabled());
  EXPECT_EQ(find<QDoubleSpinBox>("lqMinBox")->value(), 1.0);
}

TEST_F(Agglomerations, ANumberTypedIntoARuleActsOnEnter) {
  auto* box = find<QDoubleSpinBox>("employeesMinBox");
  box->setFocus();
  box->selectAll();
  QTest::keyClicks(box, QStringLiteral("3000"));
  EXPECT_EQ(list().rowCount(), 1) << "not while typing";
  QTest::keyClick(box, Qt::Key_Return);
  EXPECT_EQ(session.view().agglomerations.rules.size.employees_min, 3000);
  EXPECT_EQ(list().rowCount(), 0);
  QTest::mouseClick(find<QToolButton>("resetRules"), Qt::LeftButton);
  EXPECT_EQ(list().rowCount(), 1);
}

TEST_F(Agglomerations, TheWheelOverThePanelChangesNoRule) {
  raise("rulesDock");
  window->canvas().setFocus();
  for (const char* name : {"lqMinSlider", "lqMinBox", "linkBox", "presetBox"}) {
    auto* control = find<QWidget>(name);
    const QPointF middle = control->rect().center();
    QWheelEvent wheel(middle, control->mapToGlobal(middle), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(control, &wheel);
  }
  EXPECT_EQ(session.view().agglomerations, ws::AgglomerationSettings{});
}

TEST_F(Agglomerations, SizesAreOfTheWholeOrOfEachDistrict) {
  auto* box = find<QDoubleSpinBox>("employeesMinBox");
  box->setValue(850);
  EXPECT_EQ(members(0), (std::vector<std::string>{"12", "22", "32"})) << "2,900 together";
  auto* scope = find<QComboBox>("scopeBox");
  scope->setFocus();
  QTest::keyClick(scope, Qt::Key_Down);
  EXPECT_EQ(members(0), (std::vector<std::string>{"12", "22"})) << "800 alone";
}

TEST_F(Agglomerations, MatchingFurtherFindsThemAgainWithoutStoppingTheWindow) {
  find<QDoubleSpinBox>("toleranceBox")->setValue(50);
  EXPECT_FALSE(window->agglomerations().isSettled());
  waitForAgglomerations();
  EXPECT_EQ(found()->contiguity().topology().tolerance_m(), 50);
  EXPECT_EQ(list().rowCount(), 1);
}

TEST_F(Agglomerations, APresetIsAppliedNamedKeptAndRemoved) {
  auto* box = find<QComboBox>("presetBox");
  EXPECT_EQ(box->currentText(), QStringLiteral("LQ of 1 or more"));
  find<QDoubleSpinBox>("lqMinBox")->setValue(1.5);
  EXPECT_EQ(box->currentText(), QStringLiteral("LQ of 1 or more (modified)"));
  find<QAction>("keepPreset")->trigger();
  auto* dialog = find<QInputDialog>("presetName");
  ASSERT_TRUE(dialog);
  dialog->setTextValue(QStringLiteral("Rather strict"));
  dialog->accept();
  EXPECT_EQ(box->currentText(), QStringLiteral("Rather strict"));
  box->setFocus();
  QTest::keyClick(box, Qt::Key_Home);
  EXPECT_EQ(session.view().agglomerations.rules.lq_min, 1.0);
  QTest::keyClick(box, Qt::Key_End);
  EXPECT_EQ(session.view().agglomerations.rules.lq_min, 1.5);
  find<QAction>("removePreset")->trigger();
  EXPECT_TRUE(window->presets().kept().empty());
  EXPECT_EQ(box->currentText(), QStringLiteral("Modified"));
}

TEST_F(Agglomerations, ACutByHandDividesIsListedAndUndone) {
  session.apply(ws::commands::select_unit(unit("12")));
  window->actions().why->trigger();
  selectNeighbour("22");
  QTest::mouseClick(find<QPushButton>("cutLink"), Qt::LeftButton);
  ASSERT_EQ(list().rowCount(), 2);
  EXPECT_EQ(members(0), (std::vector<std::string>{"22", "32"}));
  auto* links = find<QTreeView>("handLinks");
  ASSERT_EQ(links->model()->rowCount(), 1);
  ASSERT_EQ(window->canvas().handMarks().size(), 1u);
  EXPECT_TRUE(window->canvas().handMarks().front().is_cut);
  window->actions().undo->trigger();
  EXPECT_EQ(list().rowCount(), 1);
  EXPECT_EQ(links->model()->rowCount(), 0);
  EXPECT_TRUE(window->canvas().handMarks().empty());
}

TEST_F(Agglomerations, ALinkByHandIsMadeByClickingTheOtherUnitAndRemovedFromTheList) {
  session.apply(ws::commands::cut_units(unit("12"), unit("22")));
  ASSERT_EQ(list().rowCount(), 2);
  session.apply(ws::commands::select_unit(unit("12")));
  window->actions().why->trigger();
  QTest::mouseClick(find<QPushButton>("linkWith"), Qt::LeftButton);
  ASSERT_TRUE(window->canvas().isPicking());
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("32"));
  EXPECT_FALSE(window->canvas().isPicking());
  EXPECT_EQ(session.view().selected.current(), unit("12")) << "the click links and does not select";
  ASSERT_EQ(list().rowCount(), 1);
  EXPECT_EQ(members(0), (std::vector<std::string>{"12", "22", "32"}));
  auto* links = find<QTreeView>("handLinks");
  ASSERT_EQ(links->model()->rowCount(), 2);
  raise("rulesDock");
  links->setCurrentIndex(links->model()->index(0, 0));
  QTest::keyClick(links, Qt::Key_Delete);
  EXPECT_EQ(links->model()->rowCount(), 1);
  EXPECT_EQ(list().rowCount(), 2);
}

TEST_F(Agglomerations, EscapeEndsTheMakingOfALink) {
  session.apply(ws::commands::select_unit(unit("12")));
  window->actions().linkUnit->trigger();
  ASSERT_TRUE(window->canvas().isPicking());
  QTest::keyClick(&window->canvas(), Qt::Key_Escape);
  EXPECT_FALSE(window->canvas().isPicking());
  EXPECT_EQ(session.view().selected.current(), unit("12"));
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("21"));
  EXPECT_EQ(session.view().selected.current(), unit("21"));
  EXPECT_TRUE(session.view().agglomerations.links.linked.empty());
}

TEST_F(Agglomerations, TheMapsMenuCutsTheLinkOfTheSelectedUnit) {
  session.apply(ws::commands::select_unit(unit("12")));
  QContextMenuEvent event(QContextMenuEvent::Mouse, within("22"), window->canvas().mapToGlobal(within("22")));
  QApplication::sendEvent(&window->canvas(), &event);
  auto* menu = window->findChild<QMenu*>(QStringLiteral("mapMenu"));
  ASSERT_TRUE(menu);
  const auto actions = menu->actions();
  const auto cut = std::ranges::find_if(actions, [](const QAction* action) {
    return action->text().remove(QLatin1Char('&')).startsWith(QStringLiteral("Cut the link"));
  });
  ASSERT_NE(cut, actions.end());
  (*cut)->trigger();
  EXPECT_EQ(list().rowCount(), 2);
  menu->close();
}

TEST_F(Agglomerations, WhyAUnitIsInOrWhatItLacks) {
  auto* reasons = find<QLabel>("reasons");
  auto* neighbours = find<QTableView>("neighbours");
  auto* verdict = find<QLabel>("unitVerdict");
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("22"));
  window->actions().why->trigger();
  EXPECT_TRUE(verdict->text().contains(QStringLiteral("one of 3 units"))) << utf8(verdict->text());
  EXPECT_TRUE(reasons->text().contains(QStringLiteral("✓"))) << utf8(reasons->text());
  ASSERT_EQ(neighbours->model()->rowCount(), 3);
  EXPECT_EQ(neighbours->model()->index(0, NeighboursModel::lengthColumn).data().toString(),
            QStringLiteral("10.0"));
  EXPECT_EQ(neighbours->model()->index(0, NeighboursModel::agglomerationColumn).data().toString(),
            QStringLiteral("1"));
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("11"));
  EXPECT_TRUE(verdict->text().contains(QStringLiteral("In no agglomeration"))) << utf8(verdict->text());
  EXPECT_TRUE(reasons->text().contains(QStringLiteral("✗"))) << utf8(reasons->text());
  EXPECT_TRUE(reasons->text().contains(QStringLiteral("0.5"))) << utf8(reasons->text());
  QTest::keyClick(&window->canvas(), Qt::Key_Escape);
  EXPECT_FALSE(verdict->isVisibleTo(window.get()));
}

TEST_F(Agglomerations, AnotherSectorHasOthers) {
  session.apply(ws::commands::set_sector(2));
  ASSERT_EQ(list().rowCount(), 1);
  EXPECT_EQ(members(0), (std::vector<std::string>{"31", "32"}));
  EXPECT_TRUE(list().index(0, AgglomerationModel::crossingColumn).data(Qt::DecorationRole).isNull())
      << "within one province";
  window->actions().undo->trigger();
  EXPECT_EQ(members(0), (std::vector<std::string>{"12", "22", "32"}));
  waitForMap();
}

TEST_F(Agglomerations, AProvinceShowsThoseThatReachIt) {
  session.apply(ws::commands::set_sector(2));
  session.apply(ws::commands::set_province(unit("1")));
  EXPECT_EQ(list().rowCount(), 0);
  session.apply(ws::commands::set_province(unit("3")));
  EXPECT_EQ(list().rowCount(), 1);
  EXPECT_TRUE(find<QLabel>("agglomerationSummary")->text().startsWith(QStringLiteral("1 of 1")));
  waitForMap();
}

TEST_F(Agglomerations, SayHowRobustTheyAreAMomentAfterTheRulesCameToRest) {
  ASSERT_TRUE(waitFor([this] { return window->agglomerations().robustness() != nullptr; }));
  const auto& robustness = window->agglomerations().robustness()->found.agglomerations;
  ASSERT_EQ(robustness.size(), found()->reports().size());
  const QString survival =
      qs(ws::number_text(100 * robustness[0].survival, 0, session.language())) + QStringLiteral(" %");
  EXPECT_EQ(cell(0, AgglomerationModel::survivalColumn), survival);
  EXPECT_TRUE(list()
                  .index(0, AgglomerationModel::survivalColumn)
                  .data(Qt::ToolTipRole)
                  .toString()
                  .contains(QStringLiteral("144")));
  auto settings = session.view().agglomerations;
  settings.rules.lq_min += 0.1;
  session.apply(ws::commands::set_agglomerations(settings));
  EXPECT_EQ(window->agglomerations().robustness(), nullptr) << "that of other rules is not shown";
  EXPECT_TRUE(waitFor([this] { return window->agglomerations().robustness() != nullptr; }));
}

TEST_F(Agglomerations, EnterOnARowZoomsToIt) {
  const double width = window->canvas().extent().width();
  find<QDoubleSpinBox>("lqMinBox")->setValue(3);
  ASSERT_EQ(members(0), (std::vector<std::string>{"12"}));
  auto* view = find<QTableView>("agglomerationList");
  view->setFocus();
  view->setCurrentIndex(view->model()->index(0, 0));
  QTest::keyClick(view, Qt::Key_Return);
  EXPECT_LT(window->canvas().extent().width(), width * 0.8);
  window->actions().fit->trigger();
  const QPoint row = view->visualRect(view->model()->index(0, AgglomerationModel::membersColumn)).center();
  QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, row);
  QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, row);
  EXPECT_LT(window->canvas().extent().width(), width * 0.8);
  waitForMap();
}

TEST_F(Agglomerations, TheListSortsByNumberAndCopiesAsText) {
  session.apply(ws::commands::cut_units(unit("12"), unit("22")));
  auto* view = find<QTableView>("agglomerationList");
  view->sortByColumn(AgglomerationModel::employeesColumn, Qt::AscendingOrder);
  EXPECT_EQ(cell(0, AgglomerationModel::employeesColumn), QStringLiteral("900"));
  EXPECT_EQ(cell(1, AgglomerationModel::employeesColumn), QStringLiteral("2,000"));
  view->setFocus();
  QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
  const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  ASSERT_EQ(lines.size(), 3);
  EXPECT_EQ(lines[0].count(QLatin1Char('\t')), AgglomerationModel::columns - 1 + 3 * 2 + 1)
      << "both ends of three intervals, and the marks, have columns of their own";
  EXPECT_TRUE(lines[2].contains(QStringLiteral("\t2000\t"))) << "no mark between thousands";
  EXPECT_TRUE(lines[2].contains(QStringLiteral("crosses a province boundary"))) << utf8(lines[2]);
}

TEST_F(Agglomerations, AreExportedByExtension) {
  const QTemporaryDir folder;
  auto& writer = *window->exports().agglomerations;
  QSignalSpy written(&writer, &AgglomerationExport::written), failed(&writer, &AgglomerationExport::failed);
  for (const char* name :
       {"list.csv", "list.xlsx", "list.json", "outlines.gpkg", "outlines.geojson", "outlines.shp"}) {
    const QString file = folder.filePath(QLatin1String(name));
    writer.write(file);
    ASSERT_TRUE(waitFor([&] { return written.count() + failed.count() > 0; }));
    EXPECT_EQ(failed.count(), 0) << name;
    EXPECT_GT(QFileInfo(file).size(), 0) << name;
    written.clear();
  }
  writer.write(folder.filePath(QStringLiteral("outlines.doc")));
  ASSERT_TRUE(waitFor([&] { return failed.count() == 1; }));
  auto* box = window->findChild<QMessageBox*>(QStringLiteral("errorMessage"));
  ASSERT_TRUE(box);
  EXPECT_FALSE(box->informativeText().isEmpty());
}

TEST_F(Agglomerations, SpeakVietnamese) {
  session.apply(ws::commands::select_unit(unit("22")));
  window->actions().vietnamese->trigger();
  QCoreApplication::processEvents();
  EXPECT_EQ(cell(0, AgglomerationModel::employeesColumn), QStringLiteral("2.900"));
  EXPECT_EQ(cell(0, AgglomerationModel::lqColumn), QStringLiteral("1,99"));
  EXPECT_TRUE(cell(0, AgglomerationModel::membersColumn).startsWith(QStringLiteral("3 huyện: ")))
      << utf8(cell(0, AgglomerationModel::membersColumn));
  EXPECT_EQ(find<QComboBox>("presetBox")->currentText(), QStringLiteral("LQ từ 1 trở lên"));
  EXPECT_TRUE(find<QLabel>("unitVerdict")->text().contains(QStringLiteral("quần tụ 1")));
  EXPECT_EQ(find<QDockWidget>("rulesDock")->windowTitle(), QStringLiteral("Quy tắc quần tụ"));
  waitForMap();
}

TEST_F(Agglomerations, AreThoseOfProvincesWhereThereAreNoDistricts) {
  const QTemporaryDir folder;
  const auto data = copyOfMini(folder);
  std::ifstream in(data / "manifest.json");
  std::string manifest((std::istreambuf_iterator<char>(in)), {});
  const auto districts = manifest.find("  \"districts\"");
  manifest.erase(districts, manifest.find('\n', districts) + 1 - districts);
  std::ofstream(data / "manifest.json", std::ios::trunc) << manifest;
  std::ofstream(data / "observations.csv", std::ios::trunc)
      << "unit_code,sector_no,enterprises,smes,fdi_enterprises,employees\n1,I,10,9,0,900\n1,II,4,4,0,100\n2,I,8,7,0,800\n2,II,2,2,0,200\n"
         "3,I,1,1,0,100\n3,II,9,9,0,900\n";
  const auto first = session.document().data;
  window->opener().openDataset(data);
  ASSERT_TRUE(waitFor([&] { return session.document().data != first || window->findChild<QMessageBox*>(); }));
  if (auto* box = window->findChild<QMessageBox*>()) FAIL() << utf8(box->informativeText());
  waitForMap();
  waitForAgglomerations();
  EXPECT_TRUE(found() || window->agglomerations().error());
  session.apply(ws::commands::select_unit(unit("1")));
  window->actions().why->trigger();
  window->actions().undo->trigger();
  waitForMap();
}

TEST_F(Agglomerations, AMapWithoutAreasIsSaidAndTheWindowGoesOn) {
  const QTemporaryDir folder;
  const auto data = copyOfMini(folder);
  std::ifstream in(data / "manifest.json");
  std::string manifest((std::istreambuf_iterator<char>(in)), {});
  for (const char* name : {"districts", "provinces"}) {
    std::string features;
    if (std::string(name) == "provinces")
      for (const char* code : {"1", "2", "3"})
        features += std::string(features.empty() ? "" : ",") +
                    R"({"type":"Feature","geometry":null,"properties":{"code":")" + code +
                    R"(","name_vi":"P","name_en":"P"}})";
    else
      for (const char* code : {"11", "12", "21", "22", "31", "32"})
        features += std::string(features.empty() ? "" : ",") +
                    R"({"type":"Feature","geometry":null,"properties":{"code":")" + code +
                    R"(","name_vi":"D","name_en":"D","parent":")" + code[0] + R"("}})";
    std::ofstream(data / (std::string(name) + ".geojson"))
        << R"({"type":"FeatureCollection","name":"x","features":[)" << features << "]}";
    const std::string file = std::string(name) + ".shp";
    manifest.replace(manifest.find(file), file.size(), std::string(name) + ".geojson");
  }
  std::ofstream(data / "manifest.json", std::ios::trunc) << manifest;
  const auto first = session.document().data;
  window->opener().openDataset(data);
  QMessageBox* box = nullptr;
  ASSERT_TRUE(waitFor(
      [&] { return (box = window->findChild<QMessageBox*>(QStringLiteral("errorMessage"))) != nullptr; }));
  EXPECT_FALSE(box->informativeText().isEmpty());
  box->close();
  if (session.document().data !=
      first) {  // the reader let it pass: then it is the agglomerations that say so
    EXPECT_TRUE(window->agglomerations().error());
    EXPECT_TRUE(find<QLabel>("agglomerationMessage")->text().size() > 0);
    window->actions().undo->trigger();
  }
  waitForAgglomerations();
  EXPECT_TRUE(found());
  waitForMap();
}

TEST_F(Agglomerations, EveryControlHasANameAndIsReachedByTab) {
  raise("rulesDock");
  session.apply(ws::commands::select_unit(unit("22")));
  session.apply(ws::commands::cut_units(unit("12"), unit("22")));
  for (const char* name : {"presetBox",
                           "presetMenu",
                           "lqMinSlider",
                           "lqMinBox",
                           "scopeBox",
                           "employeesMinSlider",
                           "employeesMinBox",
                           "enterprisesMinSlider",
                           "enterprisesMinBox",
                           "shareMinSlider",
                           "shareMinBox",
                           "linkBox",
                           "borderMinSlider",
                           "borderMinBox",
                           "toleranceSlider",
                           "toleranceBox",
                           "automaticTolerance",
                           "resetRules",
                           "handLinks",
                           "linkFromRules",
                           "removeHandLink",
                           "agglomerationList",
                           "exportAgglomerationsButton",
                           "neighbours",
                           "linkWith",
                           "cutLink"}) {
    auto* widget = find<QWidget>(name);
    ASSERT_TRUE(widget);
    EXPECT_FALSE(widget->accessibleName().isEmpty()) << name;
    EXPECT_TRUE(widget->focusPolicy() & Qt::TabFocus) << name;
  }
}

}  // namespace vicinia::desktop
