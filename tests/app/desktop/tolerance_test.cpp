// The tolerance of matching borders in the window, on districts that lie 60 m and 150 m apart.
#include <QCheckBox>
#include <fstream>
#include <string>

#include "dialogs/findings_dialog.h"
#include "model_tester.h"
#include "models/agglomerations/agglomeration_model.h"
#include "models/agglomerations/neighbours_model.h"
#include "models/agglomerations/reasons.h"
#include "models/findings_model.h"
#include "session/rule_presets.h"
#include "support/apart_data.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace {

/// The contiguity knows what lies within 200 m.
FoundPtr inApart(double tolerance_m) {
  const QTemporaryDir folder;
  const auto data = workspace::load(test::apart_data(toPath(folder.filePath(QStringLiteral("apart")))));
  workspace::Document document{data.value(), {}};
  document.view.agglomerations.tolerance_m = tolerance_m;
  auto contiguity = workspace::Contiguity::build(*document.data->dataset, 200);
  auto values = workspace::sector_values(document);
  const auto arcs =
      ArcDetail::simplify(std::make_shared<const workspace::Contiguity>(std::move(*contiguity)));
  return FoundAgglomerations::find(document, arcs.value(),
                                   std::make_shared<const workspace::SectorValues>(std::move(*values)))
      .value();
}

std::shared_ptr<const workspace::OpenDataset> withRepairedRings(std::size_t count) {
  const QTemporaryDir folder;
  auto data = std::make_shared<workspace::OpenDataset>(
      *workspace::load(test::apart_data(toPath(folder.filePath(QStringLiteral("apart"))))).value());
  data->findings.clear();
  for (std::size_t i = 0; i < count; ++i)
    data->findings.push_back({.code = core::ErrorCode::invalid_ring,
                              .subject = {.file = "d.shp", .row = i + 1, .id = std::to_string(i)},
                              .detail = "x"});
  return data;
}

}  // namespace

TEST(AgglomerationModel, MarksThoseThatDependOnTheToleranceAndSaysHow) {
  AgglomerationModel model;
  const ModelTester tester(&model);
  model.setDevicePixelRatio(1);
  model.setFound(inApart(100), std::nullopt, workspace::Language::en);
  ASSERT_EQ(model.rowCount(), 2);
  const QModelIndex rank = model.index(0, AgglomerationModel::rankColumn);
  EXPECT_FALSE(rank.data(Qt::DecorationRole).isNull());
  EXPECT_TRUE(rank.data(Qt::ToolTipRole)
                  .toString()
                  .startsWith(QStringLiteral("Agglomeration 1 depends on matching borders within 100 m")));
  EXPECT_EQ(rank.data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("1; depends on the tolerance of matching borders"));
  model.setFound(inApart(200), std::nullopt, workspace::Language::en);
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_FALSE(model.index(0, AgglomerationModel::rankColumn).data(Qt::DecorationRole).isNull())
      << "it falls apart without";
}

TEST(NeighboursModel, TellsHowFarApartNeighboursAreLinkedOrNot) {
  const FoundPtr found = inApart(100);
  NeighboursModel model;
  const ModelTester tester(&model);
  model.setExplanation(found, found->explain(*found->dataset().frame.find("21")).value(),
                       workspace::Language::en);
  ASSERT_EQ(model.rowCount(), 2);
  EXPECT_EQ(model.index(0, NeighboursModel::kindColumn).data().toString(),
            QStringLiteral("up to 60 m apart"));
  EXPECT_TRUE(model.rowAt(1).isApart);
  EXPECT_EQ(model.index(1, NeighboursModel::kindColumn).data().toString(),
            QStringLiteral("not linked: 150 m apart"));
}

TEST(NeighboursModel, TellsTheGroundThatOverlappingNeighboursShare) {
  const FoundPtr found = inApart(100);
  auto explanation = found->explain(*found->dataset().frame.find("21")).value();
  explanation.links[0].border = {
      .kind = core::topology::BorderKind::overlap, .length_m = 11'000, .area_m2 = 363'000};
  NeighboursModel model;
  model.setExplanation(found, explanation, workspace::Language::en);
  EXPECT_EQ(model.index(0, NeighboursModel::kindColumn).data().toString(),
            QStringLiteral("overlap of 0.4 km²"));
}

TEST(Reasons, NameWhoRunsBesideItBeyondTheTolerance) {
  const FoundPtr found = inApart(100);
  const auto reasons = makeReasons(
      found->dataset(), found->explain(*found->dataset().frame.find("21")).value(), workspace::Language::vi);
  EXPECT_TRUE(
      richText(reasons.lines)
          .contains(QStringLiteral("Chạy dọc theo Bốn, Tỉnh 3 trên 10,0 km, cách 150 m: không liên kết")));
}

TEST(FindingsModel, HasARowForEachKindOrForEveryNote) {
  FindingsModel model;
  const ModelTester tester(&model);
  model.setFindings(withRepairedRings(72), false, workspace::Language::en);
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_TRUE(model.index(0, 0).data().toString().contains(QStringLiteral("72 outlines were not valid")));
  model.setFindings(withRepairedRings(72), true, workspace::Language::en);
  EXPECT_EQ(model.rowCount(), 72);
}

TEST(RulePresets, OfBeforeLeaveTheToleranceToTheDataWhereNothingElseWasChosen) {
  const QTemporaryDir folder;
  const auto file = toPath(folder.filePath(QStringLiteral("presets.json")));
  std::ofstream(file)
      << R"({"presets":[{"name":"a","snap_m":1},{"name":"b","snap_m":25},{"name":"c","snap_m":5000},{"name":"d"},
    {"name":"e","tolerance_m":null},{"name":"f","tolerance_m":1},{"name":"g","tolerance_m":1001},{"name":"h","tolerance_m":"far"}]})";
  const RulePresets presets(file);
  std::vector<std::optional<double>> tolerances;
  for (const RulePreset& preset : presets.kept()) tolerances.push_back(preset.tolerance_m);
  EXPECT_EQ(tolerances, (std::vector<std::optional<double>>{std::nullopt, 25, workspace::max_tolerance_m,
                                                            std::nullopt, std::nullopt, 1}))
      << "those beyond what is matched, or that are no number, are passed over";
}

class ToleranceInWindow : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    settle();
  }
  void settle() {
    ASSERT_TRUE(waitFor([this] { return window->agglomerations().isSettled(); })) << "nothing was found";
  }
  void openApart() {
    window->opener().openDataset(test::apart_data(toPath(folder_.filePath(QStringLiteral("apart")))));
    ASSERT_TRUE(waitFor([this] {
      return session.isOpen() && !session.dataset().frame.find("32") && window->agglomerations().isSettled();
    }));
  }
  std::size_t count() { return window->agglomerations().found()->reports().size(); }

  QTemporaryDir folder_;
};

TEST_F(ToleranceInWindow, ALayerWhoseBordersMeetSaysSoForAMomentAndNothingMore) {
  EXPECT_EQ(find<QLabel>("notice")->text(), QStringLiteral("All borders are shared exactly."));
  EXPECT_TRUE(find<QToolButton>("bordersButton")->isHidden());
}

TEST_F(ToleranceInWindow, IsLeftToTheDataUntilOneIsChosenAndAgainWhenAsked) {
  auto* automatic = find<QCheckBox>("automaticTolerance");
  auto* box = find<QDoubleSpinBox>("toleranceBox");
  EXPECT_TRUE(automatic->isChecked());
  EXPECT_EQ(automatic->text(), QStringLiteral("&automatic: 0 m"));
  box->setValue(50);
  EXPECT_EQ(session.view().agglomerations.tolerance_m, 50);
  EXPECT_FALSE(automatic->isChecked());
  settle();
  EXPECT_EQ(window->agglomerations().found()->contiguity().tolerance_m(), 50);
  automatic->click();
  EXPECT_EQ(session.view().agglomerations.tolerance_m, std::nullopt);
  settle();
  EXPECT_EQ(box->value(), 0) << "what the data need";
  automatic->click();
  EXPECT_EQ(session.view().agglomerations.tolerance_m, 0);
}

TEST_F(ToleranceInWindow, AChangeTellsAtOnceWhoIsLinked) {
  openApart();
  find<QDoubleSpinBox>("toleranceBox")->setValue(200);
  settle();
  EXPECT_EQ(count(), 1u);
  find<QDoubleSpinBox>("toleranceBox")->setValue(100);
  EXPECT_EQ(count(), 2u) << "before the outlines are made anew";
  EXPECT_FALSE(window->agglomerations().isSettled());
  settle();
  EXPECT_EQ(count(), 2u);
}

TEST_F(ToleranceInWindow, BordersThatWereMatchedAreToldAtTheFootAndInTheNotes) {
  openApart();
  auto* button = find<QToolButton>("bordersButton");
  EXPECT_FALSE(button->isHidden());
  EXPECT_TRUE(button->text().startsWith(QStringLiteral("Borders matched within ")));
  EXPECT_TRUE(button->toolTip().contains(QStringLiteral("without meeting")));
  EXPECT_GT(find<QDoubleSpinBox>("toleranceBox")->value(), 0) << "the slider shows what was found";
  button->click();
  auto* dialog = find<FindingsDialog>("findingsDialog");
  ASSERT_TRUE(dialog);
  EXPECT_FALSE(dialog->isModal());
  EXPECT_EQ(find<QLabel>("bordersText")->text(), button->toolTip());
}

TEST_F(ToleranceInWindow, NotesAreALineForEachKindAndEveryOneWhereWanted) {
  window->opener().openDataset(test::repaired_data(toPath(folder_.filePath(QStringLiteral("repaired")))));
  ASSERT_TRUE(waitFor([this] {
    return session.isOpen() && !session.dataset().frame.find("32") && window->agglomerations().isSettled();
  }));
  window->actions().findings->trigger();
  auto* list = find<FindingsDialog>("findingsDialog")->findChild<QListView*>();
  const int kinds = list->model()->rowCount();
  EXPECT_TRUE(
      list->model()->index(0, 0).data().toString().contains(QStringLiteral("4 outlines were not valid")));
  auto* every = find<QCheckBox>("everyNote");
  EXPECT_FALSE(every->isHidden());
  every->click();
  EXPECT_EQ(list->model()->rowCount(), kinds + 3);
}

}  // namespace vicinia::desktop
