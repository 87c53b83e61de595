// The window as a whole: title, provenance, panels, keyboard.
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/words/command_words.h"
#include "window_fixture.h"

namespace vicinia::desktop {

class Window : public WindowTest {};

TEST_F(Window, TitleNamesSectorAndMeasure) {
  EXPECT_EQ(window->windowTitle(), QStringLiteral("[*]Food products – LQ, 2007 – Vicinia"));
  session.apply(workspace::commands::set_variable(core::values::Variable::employees));
  EXPECT_EQ(window->windowTitle(), QStringLiteral("[*]Food products – Employees, 2007 – Vicinia"));
  EXPECT_FALSE(window->windowIcon().pixmap(64).isNull());
}

TEST_F(Window, TheFootStatesSourceVintageAndDenominator) {
  EXPECT_EQ(find<QLabel>("provenance")->text(),
            qs(workspace::provenance_line(session.dataset(), workspace::Language::en)));
}

TEST_F(Window, EveryControlHasANameAndIsReachedByTab) {
  for (const char* name :
       {"sectorSearch", "sectorList", "variableBox", "provinceBox", "methodBox", "classesBox", "breaksField",
        "paletteBox", "mapCanvas", "legendTable", "unitTable"}) {
    auto* widget = find<QWidget>(name);
    ASSERT_TRUE(widget);
    EXPECT_FALSE(widget->accessibleName().isEmpty()) << name;
    EXPECT_TRUE(widget->focusPolicy() & Qt::TabFocus) << name;
  }
}

TEST_F(Window, SearchThenEnterChoosesTheSector) {
  auto* search = find<QLineEdit>("sectorSearch");
  QTest::keyClicks(search, QStringLiteral("furn"));
  EXPECT_EQ(session.view().sector, 0u) << "typing alone changes nothing";
  QTest::keyClick(search, Qt::Key_Return);
  EXPECT_EQ(session.view().sector, 2u);
  waitForMap();
}

TEST_F(Window, ManualBreaksAreCheckedAndApplied) {
  auto* method = find<QComboBox>("methodBox");
  auto* breaks = find<QLineEdit>("breaksField");
  auto* fault = find<QLabel>("breaksFault");
  method->setFocus();
  QTest::keyClick(method, Qt::Key_End);
  ASSERT_EQ(session.view().classification().method, core::stats::ClassMethod::manual);
  breaks->selectAll();
  QTest::keyClicks(breaks, QStringLiteral("2; 1"));
  QTest::keyClick(breaks, Qt::Key_Return);
  EXPECT_FALSE(fault->isHidden());
  breaks->selectAll();
  QTest::keyClicks(breaks, QStringLiteral("0.5; 1; 2"));
  QTest::keyClick(breaks, Qt::Key_Return);
  EXPECT_TRUE(fault->isHidden());
  EXPECT_EQ(session.view().classification().manual_breaks, (std::vector{0.5, 1.0, 2.0}));
  waitForMap();
}

TEST_F(Window, APaletteIsChosenByKeyShownInTheLegendAndTakenBack) {
  auto* box = find<QComboBox>("paletteBox");
  const auto colour = [&] { return session.choropleth().legend.front().fill.colour; };
  const auto before = colour();
  EXPECT_EQ(box->count(), 4 + 1 + 8) << "a line parts those of two hues from those of one";
  EXPECT_EQ(box->currentText(), qs(workspace::palette_name(workspace::Palette::puor, session.language())));
  box->setFocus();
  QTest::keyClick(box, Qt::Key_End);
  EXPECT_EQ(session.view().palette(), workspace::Palette::magma);
  EXPECT_EQ(colour(), workspace::palette_colours(workspace::Palette::magma, 0, 5).back());
  EXPECT_FALSE(box->itemIcon(box->currentIndex()).isNull());
  EXPECT_TRUE(
      session.undoText().contains(qs(command_text(workspace::CommandName::set_palette, session.language()))));
  waitForMap();
  session.undo();
  EXPECT_EQ(colour(), before);
  EXPECT_EQ(box->currentIndex(), 0);
  waitForMap();
}

TEST_F(Window, AMeasureWithoutAMiddleIsOfferedSequentialPalettesOnly) {
  auto* box = find<QComboBox>("paletteBox");
  session.apply(workspace::commands::set_palette(workspace::Palette::brbg));
  session.apply(workspace::commands::set_variable(core::values::Variable::employees));
  EXPECT_EQ(box->count(), 8);
  EXPECT_EQ(box->currentText(), qs(workspace::palette_name(workspace::Palette::ylgnbu, session.language())));
  session.apply(workspace::commands::set_variable(core::values::Variable::location_quotient));
  EXPECT_EQ(box->currentText(), qs(workspace::palette_name(workspace::Palette::brbg, session.language())));
  waitForMap();
}

TEST_F(Window, ClassesThatLookAlikeInGreyAreToldBelowThePalettes) {
  auto* warning = find<QLabel>("greyWarning");
  auto classification = session.view().classification();
  classification.classes = 2;
  session.apply(workspace::commands::set_classification(classification));
  EXPECT_FALSE(warning->text().trimmed().isEmpty());
  EXPECT_FALSE(warning->toolTip().isEmpty());
  EXPECT_EQ(find<QComboBox>("paletteBox")->accessibleDescription(), warning->toolTip());
  session.apply(workspace::commands::set_palette(workspace::Palette::viridis));
  EXPECT_TRUE(warning->text().trimmed().isEmpty()) << "one ramp from light to dark";
  EXPECT_TRUE(warning->toolTip().isEmpty());
  waitForMap();
}

TEST_F(Window, AProvinceIsShownAlone) {
  auto* box = find<QComboBox>("provinceBox");
  EXPECT_EQ(box->count(), 4);
  const double width = window->canvas().extent().width();
  box->setFocus();
  QTest::keyClick(box, Qt::Key_Down);
  EXPECT_TRUE(session.view().province);
  EXPECT_LT(window->canvas().extent().width(), width);
  waitForMap();
}

}  // namespace vicinia::desktop
