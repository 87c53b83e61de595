// The audit in the window, on the built-in list: choosing findings by mouse and keys, marks on the map,
// links, export.
#include <algorithm>
#include <fstream>

#include "panels/audit/audit_panel.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/document/find.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::indicators::Measure;

class Audit : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    window->resize(1366, 768);
    window->opener().openDataset(std::filesystem::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007");
    ASSERT_TRUE(waitFor([this] { return session.dataset().sectors.size() == 22; }));
    waitForMap();
    window->panels().action("audit")->trigger();
    QCoreApplication::processEvents();
  }
  QTableView& list() { return *find<QTableView>("auditList"); }
  SourceRowView& row() { return *find<SourceRowView>("sourceRow"); }
  core::admin::UnitIndex named(const char* name) { return ws::find_unit(session.dataset(), name).value(); }
  int rowOfLine(const char* line) {
    for (int i = 0; i < list().model()->rowCount(); ++i)
      if (list().model()->index(i, AuditFindingsModel::lineColumn).data().toString() == QLatin1String(line))
        return i;
    return -1;
  }
  void click(int at) {
    const QModelIndex index = list().model()->index(at, AuditFindingsModel::lineColumn);
    list().scrollTo(index);
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().visualRect(index).center());
  }
};

TEST_F(Audit, ListsTheContradictedValuesAndCountsAllVerdicts) {
  EXPECT_TRUE(find<QDockWidget>("auditDock")->isVisible());
  EXPECT_EQ(list().model()->rowCount(), 31);
  const QString summary = find<QLabel>("auditSummary")->text();
  EXPECT_TRUE(summary.contains(QStringLiteral("1,356"))) << utf8(summary);
  EXPECT_TRUE(summary.contains(QStringLiteral("contradicted: 31"))) << utf8(summary);
  EXPECT_TRUE(find<QToolButton>("auditButton")->text().contains(QStringLiteral("31")));
  auto* verdict = find<QComboBox>("auditVerdict");
  verdict->setFocus();
  QTest::keyClick(verdict, Qt::Key_End);
  EXPECT_EQ(list().model()->rowCount(), 1356);
  auto* search = find<QLineEdit>("auditSearch");
  QTest::keyClicks(search, QStringLiteral("nam sach"));
  EXPECT_EQ(list().model()->rowCount(), 7);
}

TEST_F(Audit, EveryControlHasANameAndIsReachedByTab) {
  for (const char* name :
       {"auditVerdict", "auditSector", "auditSearch", "exportAuditButton", "auditList", "sourceRow"}) {
    auto* widget = find<QWidget>(name);
    ASSERT_TRUE(widget);
    EXPECT_FALSE(widget->accessibleName().isEmpty()) << name;
    EXPECT_TRUE(widget->focusPolicy() & Qt::TabFocus) << name;
  }
}

TEST_F(Audit, ClickingAFindingShowsItsUnitSectorAndMeasureOnTheMap) {
  session.apply(ws::commands::set_sector(5));
  click(rowOfLine("597"));
  EXPECT_EQ(session.view().sector, 0u);
  EXPECT_EQ(session.view().variable, core::values::Variable::location_quotient);
  EXPECT_EQ(session.view().selected.current(), named("Nam Sách"));
  ASSERT_EQ(window->canvas().auditMarks().size(), 1u);
  EXPECT_EQ(window->canvas().auditMarks()[0].unit, named("Nam Sách"));
  waitForMap();
  const auto& mark = window->canvas().auditMarks()[0];
  const QPointF at = window->canvas().transform().toCanvas(QPointF(mark.at.x(), mark.at.y()));
  const QImage image = window->canvas().grab().toImage();
  int yellow = 0;
  for (int y = static_cast<int>(at.y()) - 22; y < at.y(); ++y)
    for (int x = static_cast<int>(at.x()) - 8; x < at.x() + 8; ++x) {
      const QColor colour = image.pixelColor(x, y);
      yellow += colour.red() > 230 && colour.green() > 180 && colour.blue() < 80 ? 1 : 0;
    }
  EXPECT_GT(yellow, 30) << "the sign is painted";
  const QString text = row().toPlainText();
  EXPECT_TRUE(text.contains(QStringLiteral("Line 597: Nam Sach, Hai Duong"))) << utf8(text);
  EXPECT_TRUE(text.contains(QStringLiteral("what would agree: 5.7."))) << utf8(text);
  EXPECT_TRUE(text.contains(QStringLiteral("11,926"))) << "all values of the row";
  window->actions().undo->trigger();
  EXPECT_EQ(session.view().sector, 5u) << "one step takes it back";
}

TEST_F(Audit, TheKeyboardWalksTheListAndEnterZooms) {
  list().setFocus();
  QTest::keyClick(&list(), Qt::Key_Home, Qt::ControlModifier);
  QTest::keyClick(&list(), Qt::Key_Down);
  EXPECT_EQ(session.view().selected.current(), named("Bến Cát"));
  const auto before = window->canvas().extent().width();
  QTest::keyClick(&list(), Qt::Key_Return);
  EXPECT_LT(window->canvas().extent().width(), before / 4);
  waitForMap();
  click(rowOfLine("597"));
  const auto unit = ws::unit_extent(session.dataset(), named("Nam Sách"));
  EXPECT_GE(unit.min_y, window->canvas().extent().min_y)
      << "the map has moved to a unit that was out of sight";
  EXPECT_LE(unit.max_y, window->canvas().extent().max_y);
}

TEST_F(Audit, ASumRowShowsItsSectorAndSelectsNoUnit) {
  click(rowOfLine("597"));
  click(rowOfLine("598"));
  EXPECT_FALSE(session.view().selected.current());
  EXPECT_EQ(session.view().variable, core::values::Variable::sector_share);
  EXPECT_TRUE(row().toPlainText().contains(QStringLiteral("group row")));
}

TEST_F(Audit, ALinkGoesToTheRowThatContradictsAndBack) {
  click(rowOfLine("597"));
  const auto& list = *ws::audited_list(session.document());
  const auto here = list.row_of(named("Nam Sách"), 0).value();
  const auto& against = list.contradiction(named("Nam Sách"), 0, Measure::location_quotient)
                            ->contradicted_by;  // may hold its own row
  const auto found = std::ranges::find_if(against, [here](std::size_t line) { return line != here; });
  ASSERT_NE(found, against.end());
  const auto other = *found;
  Q_EMIT row().anchorClicked(QUrl(QStringLiteral("row:%1").arg(other)));
  EXPECT_EQ(row().row(), other);
  EXPECT_EQ(session.view().selected.current(), list.unit_of(other));
  EXPECT_TRUE(row().toHtml().contains(QStringLiteral("row:%1").arg(here)));
  Q_EMIT row().anchorClicked(QUrl(QStringLiteral("row:%1").arg(here)));
  EXPECT_EQ(row().row(), here);
  EXPECT_EQ(session.view().selected.current(), named("Nam Sách"));
  EXPECT_TRUE(this->list().selectionModel()->isRowSelected(rowOfLine("597"))) << "chosen in the list again";
}

TEST_F(Audit, IsExportedInFiveFormats) {
  const QTemporaryDir folder;
  for (const auto& [name, beginning] : {std::pair{"a.csv", "\xEF\xBB\xBFsource_line,"},
                                        {"a.xlsx", "PK"},
                                        {"a.json", "{"},
                                        {"a.md", "# Audit"},
                                        {"a.pdf", "%PDF-"}}) {
    const QString file = folder.filePath(QLatin1String(name));
    const QSignalSpy written(window->exports().audit, &AuditExport::written);
    window->exports().audit->write(file);
    ASSERT_TRUE(waitFor([&] { return written.count() == 1; })) << name;
    std::ifstream in(toPath(file));
    const std::string content(std::istreambuf_iterator<char>(in), {});
    EXPECT_TRUE(content.starts_with(beginning)) << name;
  }
  EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 5) << "no other file is left";
  const QSignalSpy failed(window->exports().audit, &AuditExport::failed);
  window->exports().audit->write(folder.filePath(QStringLiteral("a.doc")));
  ASSERT_TRUE(waitFor([&] { return failed.count() == 1; }));
}

TEST_F(Audit, ADataSetWithoutContradictionsHasAnEmptyListAndNoMarks) {
  window->opener().openDataset(mini());
  ASSERT_TRUE(waitFor([this] { return session.dataset().sectors.size() == 3; }));
  waitForMap();
  EXPECT_EQ(list().model()->rowCount(), 0);
  EXPECT_TRUE(window->canvas().auditMarks().empty());
  EXPECT_FALSE(find<QToolButton>("auditButton")->isVisible());
  EXPECT_FALSE(row().row());
}

TEST_F(Audit, SpeaksTheLanguageOfTheWindow) {
  click(rowOfLine("597"));
  window->actions().vietnamese->trigger();
  QCoreApplication::processEvents();
  EXPECT_TRUE(find<QLabel>("auditSummary")->text().contains(QStringLiteral("mâu thuẫn: 31")));
  EXPECT_TRUE(row().toPlainText().contains(QStringLiteral("giá trị khớp: 5,7.")))
      << utf8(row().toPlainText());
  window->actions().english->trigger();
  QCoreApplication::processEvents();
}

}  // namespace vicinia::desktop
