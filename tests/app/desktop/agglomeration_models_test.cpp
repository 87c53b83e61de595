// Models of agglomerations under Qt's own checks, the stops of sliders, presets on disk.
#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <fstream>

#include "model_tester.h"
#include "models/agglomerations/agglomeration_model.h"
#include "models/agglomerations/agglomeration_texts.h"
#include "models/agglomerations/hand_links_model.h"
#include "models/agglomerations/neighbours_model.h"
#include "models/agglomerations/reasons.h"
#include "models/slider_scale.h"
#include "session/rule_presets.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

using workspace::Language;

namespace {

FoundPtr foundIn(const std::filesystem::path& folder, workspace::View view) {
  const auto data = workspace::load(folder);
  const workspace::Document document{data.value(), std::move(view)};
  auto contiguity =
      workspace::Contiguity::build(*document.data->dataset, document.view.agglomerations.tolerance_m);
  auto values = workspace::sector_values(document);
  const auto arcs =
      ArcDetail::simplify(std::make_shared<const workspace::Contiguity>(std::move(*contiguity)));
  return FoundAgglomerations::find(document, arcs.value(),
                                   std::make_shared<const workspace::SectorValues>(std::move(*values)))
      .value();
}

FoundPtr inMini(workspace::View view = {}) {
  return foundIn(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini", std::move(view));
}
FoundPtr inVietNam() {
  return foundIn(std::filesystem::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007", {});
}

}  // namespace

TEST(AgglomerationModel, ListsThePublishedAgglomerationAcrossFourProvincesFirst) {
  AgglomerationModel model;
  const ModelTester tester(&model);
  model.setDevicePixelRatio(1);
  const FoundPtr found = inVietNam();
  model.setFound(found, std::nullopt, Language::en);
  ASSERT_EQ(model.rowCount(), static_cast<int>(found->reports().size()));
  EXPECT_TRUE(model.index(0, AgglomerationModel::membersColumn)
                  .data()
                  .toString()
                  .startsWith(QStringLiteral("18 districts: Ho Chi Minh")));
  EXPECT_EQ(model.index(0, AgglomerationModel::employeesColumn).data().toString(), QStringLiteral("422,823"));
  EXPECT_EQ(model.index(0, AgglomerationModel::provincesColumn).data().toString(), QStringLiteral("4"));
  EXPECT_TRUE(model.index(0, AgglomerationModel::lqColumn).data().toString().contains(QStringLiteral("–")))
      << "an interval";
  EXPECT_FALSE(model.index(0, AgglomerationModel::crossingColumn).data(Qt::DecorationRole).isNull());
  EXPECT_EQ(model.index(0, AgglomerationModel::crossingColumn).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("crosses a province boundary"));
  model.setFound(found, found->dataset().frame.find("26"), Language::vi);
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_EQ(model.index(0, AgglomerationModel::rankColumn).data().toString(), QStringLiteral("7"))
      << "the rank of the country";
  model.setFound(nullptr, std::nullopt, Language::en);
  EXPECT_EQ(model.rowCount(), 0);
}

TEST(AgglomerationModel, ShowsWhatIsNotPublishedAsSuchAndSortsItLast) {
  const FoundPtr found = inVietNam();
  AgglomerationModel model;
  model.setFound(found, std::nullopt, Language::en);
  for (int row = 0; row < model.rowCount(); ++row)
    for (int column : {AgglomerationModel::smesColumn, AgglomerationModel::fdiColumn}) {
      const auto& sums = found->reports()[static_cast<std::size_t>(row)].found.sums;
      const core::Cell cell = column == AgglomerationModel::smesColumn ? sums.smes : sums.fdi_enterprises;
      const QModelIndex index = model.index(row, column);
      if (!cell.has_number()) {
        EXPECT_EQ(index.data().toString(), QStringLiteral("not published"));
        EXPECT_LT(index.data(AgglomerationModel::sortRole).toDouble(), 0);
      }
    }
}

TEST(NeighboursModel, ListsMembersFirstAndCutsLast) {
  workspace::View view;
  const auto frame = inMini()->dataset().frame;
  const auto at = [&](const char* code) { return static_cast<core::topology::UnitIndex>(*frame.find(code)); };
  view.agglomerations.links.cut = {{std::min(at("21"), at("22")), std::max(at("21"), at("22"))}};
  const FoundPtr found = inMini(view);
  NeighboursModel model;
  const ModelTester tester(&model);
  model.setExplanation(found, found->explain(at("22")).value(), Language::en);
  ASSERT_EQ(model.rowCount(), 3);
  EXPECT_TRUE(model.rowAt(0).isMember);
  EXPECT_TRUE(model.rowAt(2).isCut);
  EXPECT_EQ(model.index(0, NeighboursModel::kindColumn).data().toString(), QStringLiteral("border line"));
  EXPECT_EQ(model.index(2, NeighboursModel::kindColumn).data().toString(), QStringLiteral("cut by hand"));
  model.clear();
  EXPECT_EQ(model.rowCount(), 0);
}

TEST(HandLinksModel, NamesThePairs) {
  const FoundPtr found = inMini();
  HandLinksModel model;
  const ModelTester tester(&model);
  model.setLinks(found->document().data->dataset, {.linked = {{3, 4}}, .cut = {{5, 6}}}, Language::en);
  ASSERT_EQ(model.rowCount(), 2);
  EXPECT_EQ(model.index(0, HandLinksModel::kindColumn).data().toString(), QStringLiteral("linked"));
  EXPECT_EQ(model.index(1, HandLinksModel::kindColumn).data().toString(), QStringLiteral("cut"));
  EXPECT_EQ(model.pairAt(1), (std::pair<core::admin::UnitIndex, core::admin::UnitIndex>(5, 6)));
}

TEST(Reasons, MarkOnlyWhatTheUnitItselfPassesOrFails) {
  workspace::View view;
  view.agglomerations.rules.size.employees_min = 850;
  const FoundPtr found = inMini(view);
  const auto explanation = found->explain(*found->dataset().frame.find("32"));
  ASSERT_TRUE(explanation);
  const Reasons reasons = makeReasons(found->dataset(), *explanation, Language::en);
  ASSERT_GE(reasons.lines.size(), 2u);
  EXPECT_EQ(reasons.lines[0].kind, Reason::Kind::passed);
  EXPECT_EQ(reasons.lines[1].kind, Reason::Kind::note)
      << "800 employees alone, where 850 are asked of the whole, is no failure";
  EXPECT_TRUE(richText(reasons.lines).contains(QStringLiteral("✓")));
}

TEST(SliderScale, StopsAtRoundValuesThatAscendAndFindsTheNearest) {
  const SliderScale scale{{2, 0.05}, {10, 0.5}};
  EXPECT_EQ(scale.last(), 56);
  EXPECT_EQ(scale.valueAt(20), 1.0);
  EXPECT_EQ(scale.valueAt(21), 1.05);
  EXPECT_EQ(scale.highest(), 10.0);
  for (int i = 0; i <= scale.last(); ++i) EXPECT_EQ(scale.nearest(scale.valueAt(i)), i);
  EXPECT_EQ(scale.nearest(1.02), 20);
  EXPECT_EQ(scale.nearest(-3), 0);
  EXPECT_EQ(scale.nearest(99), scale.last());
}

TEST(RulePresets, AreKeptOnDiskAndReadAgain) {
  const QTemporaryDir folder;
  const auto file = toPath(folder.filePath(QStringLiteral("deep/presets.json")));
  RulePreset preset{QStringLiteral("Lớn nhất"), {}, 25};
  preset.rules.lq_min = 1.25;
  preset.rules.size = {.scope = core::agglomeration::SizeRule::Scope::unit, .employees_min = 500};
  preset.rules.link = {.corners = true, .min_length_m = 750};
  {
    RulePresets presets(file);
    ASSERT_TRUE(presets.save(preset));
    ASSERT_TRUE(presets.save({QStringLiteral("Another"), {}, 1}));
    ASSERT_TRUE(presets.rename(QStringLiteral("Another"), QStringLiteral("Other")));
  }
  RulePresets again(file);
  ASSERT_EQ(again.kept().size(), 2u);
  EXPECT_EQ(again.kept()[0].name, QStringLiteral("Lớn nhất"));
  EXPECT_TRUE(again.kept()[0].rules == preset.rules);
  EXPECT_EQ(again.kept()[0].tolerance_m, 25);
  EXPECT_EQ(again.kept()[1].name, QStringLiteral("Other"));
  ASSERT_TRUE(again.remove(QStringLiteral("Other")));
  EXPECT_EQ(RulePresets(file).kept().size(), 1u);
}

TEST(RulePresets, PassOverWhatCannotBeReadAndSayWhatCannotBeWritten) {
  const QTemporaryDir folder;
  const auto file = toPath(folder.filePath(QStringLiteral("presets.json")));
  std::ofstream(file)
      << R"({"presets":[{"name":"","lq_min":1},{"name":"bad","lq_min":-1},7,{"name":"good","lq_min":2}]})";
  EXPECT_EQ(RulePresets(file).kept().size(), 1u);
  std::ofstream(file, std::ios::trunc) << "no json";
  EXPECT_TRUE(RulePresets(file).kept().empty());
  RulePresets nowhere("/proc/nowhere/presets.json");
  const auto status = nowhere.save({QStringLiteral("a"), {}, 1});
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, core::ErrorCode::file_not_writable);
  EXPECT_TRUE(nowhere.kept().empty());
}

TEST(RulePresets, OfTheProgramBeginWithTheDefaultAndFitTheDocument) {
  const auto presets = RulePresets::builtIn();
  ASSERT_GE(presets.size(), 2u);
  EXPECT_TRUE(isInForce(presets.front(), workspace::AgglomerationSettings{}));
  for (const RulePreset& preset : presets)
    EXPECT_TRUE(core::agglomeration::check(preset.rules)) << utf8(preset.name);
}

}  // namespace vicinia::desktop
