// The tables of the window: their models under Qt's own checks through whatever changes, their columns, what is copied and written.
#include <set>

#include "exports/table_export.h"
#include "model_tester.h"
#include "models/values/values_model.h"
#include "panels/tables/filter_line.h"
#include "panels/tables/list_table.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;

class Tables : public WindowTest {
 protected:
  ListTable& values() {
    window->panels().show("values");
    return *find<ListTable>("valuesList");
  }
  /// Into the list, scrolled to its end, in a window that is too narrow for it.
  ListTable& scrolledValues() {
    ListTable& list = values();
    for (int column = 0; column < ValuesModel::columns; ++column) list.setColumnWidth(column, 400);
    EXPECT_TRUE(waitFor([&] { return list.horizontalScrollBar()->maximum() > 0; }));
    list.horizontalScrollBar()->setValue(list.horizontalScrollBar()->maximum());
    return list;
  }
  static QStringList copied() {
    return QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  }
};

// As they are in a window with the country open, rather than each alone with a few rows.
TEST_F(Tables, KeepToQtsRulesForModelsThroughEveryChange) {
  const auto country = ws::built_in_dataset();
  ASSERT_TRUE(country);
  window->opener().openDataset(*country);
  ASSERT_TRUE(waitFor([this] { return session.isOpen() && session.dataset().sectors.size() > 20; }));
  window->actions().findings->trigger();
  std::set<QAbstractItemModel*> models;
  for (const QAbstractItemView* const view : window->findChildren<QAbstractItemView*>())
    for (QAbstractItemModel* model = view->model(); model != nullptr;) {
      const auto* const proxy = qobject_cast<QAbstractProxyModel*>(model);
      if (model->metaObject()->className() != QLatin1String("QStandardItemModel")) models.insert(model);
      model = proxy != nullptr ? proxy->sourceModel() : nullptr;
    }
  std::set<std::string> kinds;
  std::vector<std::unique_ptr<ModelTester>> testers;
  for (QAbstractItemModel* const model : models) {
    kinds.insert(model->metaObject()->className());
    testers.push_back(std::make_unique<ModelTester>(model));
  }
  for (const char* const kind :
       {"SectorModel", "LegendModel", "AgglomerationModel", "NeighboursModel", "HandLinksModel",
        "UnitValuesModel", "SpecialisationsModel", "SharedAgglomerationsModel", "SelectionModel",
        "ValuesModel", "IndicatorModel", "GradesModel", "AuditFindingsModel", "FindingsModel", "TableFilter",
        "ValuesFilter", "GradesFilter", "AuditFilter"})
    EXPECT_TRUE(kinds.contains(std::string("vicinia::desktop::") + kind)) << kind << " is looked at as well";

  const auto settle = [this] {
    EXPECT_TRUE(waitFor([this] { return window->agglomerations().isSettled(); }));
    QTest::qWait(20);
  };
  const auto find_unit = [this](const char* name) { return *ws::find_unit(session.dataset(), name); };
  const auto apply = [&](const ws::Command& command) {
    EXPECT_TRUE(session.apply(command));
    settle();
  };
  for (const PanelInfo& panel : all_panels()) {
    window->panels().show(panel.id);
    apply(ws::commands::select_unit(find_unit("Bến Cát")));
    apply(ws::commands::set_sector(*ws::find_sector(session.dataset(), "I")));
    apply(ws::commands::set_variable(core::values::Variable::employees));
    apply(ws::commands::set_province(*ws::find_province(session.dataset(), "Bình Dương")));
    for (FilterLine* const line : window->findChildren<FilterLine*>()) line->setText(QStringLiteral("a"));
    window->actions().vietnamese->trigger();
    for (FilterLine* const line : window->findChildren<FilterLine*>()) line->setText(QStringLiteral("> 1,5"));
    apply(ws::commands::set_province(std::nullopt));
    apply(ws::commands::set_sector(*ws::find_sector(session.dataset(), "II")));
    for (FilterLine* const line : window->findChildren<FilterLine*>()) line->clear();
    window->actions().english->trigger();
    apply(ws::commands::set_variable(core::values::Variable::location_quotient));
  }
  for (const ListTable* const list : window->findChildren<ListTable*>())
    for (int column = 0; column < list->model()->columnCount(); ++column)
      for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
        list->horizontalHeader()->setSortIndicator(column, order);
  apply(ws::commands::cut_units(find_unit("Bến Cát"), find_unit("Thủ Dầu Một")));
  window->opener().openDataset(mini());
  ASSERT_TRUE(waitFor([this] { return session.isOpen() && session.dataset().sectors.size() < 20; }));
  settle();
}

TEST_F(Tables, KeepTheNameInSightWhereItWouldBeScrolledAway) {
  ListTable& list = scrolledValues();
  ASSERT_LT(list.columnViewportPosition(ValuesModel::unitColumn), 0);
  const QModelIndex name = list.model()->index(1, ValuesModel::unitColumn);
  EXPECT_EQ(list.visualRect(name).left(), 0);
  const QPoint at = list.visualRect(name).center();
  EXPECT_EQ(list.indexAt(at), name);
  EXPECT_NE(list.indexAt(QPoint(list.stuckWidth() + 5, at.y())).column(), ValuesModel::unitColumn);
  QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, at);
  EXPECT_EQ(session.view().selected.current(), name.data(ValuesModel::unitRole).toULongLong());
  EXPECT_LT(list.columnViewportPosition(ValuesModel::unitColumn), 0) << "a click on it scrolls nothing";

  // What is painted there is the name, as it is painted in its place; and the head above it sorts by it.
  const QImage stuck = list.viewport()->grab(QRect(0, 0, 120, 60)).toImage();
  QTest::mouseClick(list.horizontalHeader()->viewport(), Qt::LeftButton, {}, QPoint(30, 8));
  EXPECT_EQ(list.horizontalHeader()->sortIndicatorSection(), ValuesModel::unitColumn);
  list.sortByColumn(ValuesModel::valueColumn, Qt::DescendingOrder);
  list.horizontalScrollBar()->setValue(0);
  EXPECT_EQ(list.stuckWidth(), 0);
  EXPECT_EQ(list.viewport()->grab(QRect(0, 0, 120, 60)).toImage(), stuck);
}

TEST_F(Tables, ScrollNoCellUnderTheName) {
  ListTable& list = scrolledValues();
  list.scrollTo(list.model()->index(0, ValuesModel::provinceColumn));
  EXPECT_GE(list.columnViewportPosition(ValuesModel::provinceColumn), list.stuckWidth());
}

TEST_F(Tables, HideAndMoveTheirColumnsButTheNameAndKeepThat) {
  ListTable& list = values();
  QMenu& menu = list.kit().columnMenu();
  Q_EMIT menu.aboutToShow();
  const auto entry = [&](int column) {
    const auto actions = menu.actions();
    return *std::ranges::find_if(actions,
                                 [&](QAction* action) { return action->data() == QVariant(column); });
  };
  EXPECT_FALSE(entry(ValuesModel::unitColumn)->isEnabled());
  entry(ValuesModel::originColumn)->trigger();
  EXPECT_TRUE(list.isColumnHidden(ValuesModel::originColumn));
  list.horizontalHeader()->moveSection(2, 0);
  list.sortByColumn(ValuesModel::provinceColumn, Qt::AscendingOrder);
  const std::vector<int> columns = list.kit().columns();
  EXPECT_EQ(columns, (std::vector<int>{ValuesModel::valueColumn, ValuesModel::unitColumn,
                                       ValuesModel::provinceColumn, ValuesModel::rangeColumn}));

  const QTemporaryDir folder;
  QSettings settings(folder.filePath(QStringLiteral("kept.ini")), QSettings::IniFormat);
  list.kit().save(settings);
  Q_EMIT menu.aboutToShow();
  menu.actions().constLast()->trigger();
  EXPECT_EQ(list.kit().columns().size(), static_cast<std::size_t>(ValuesModel::columns));
  list.sortByColumn(ValuesModel::valueColumn, Qt::DescendingOrder);
  list.kit().restore(settings);
  EXPECT_EQ(list.kit().columns(), columns);
  EXPECT_EQ(list.horizontalHeader()->sortIndicatorSection(), ValuesModel::provinceColumn);
  settings.setValue(QStringLiteral("tables/valuesList/order"), QStringList{QStringLiteral("7")});
  list.kit().restore(settings);  // of another version
  EXPECT_EQ(list.kit().columns(), columns);
}

TEST_F(Tables, AreCopiedWithNumbersAsTheLanguageWritesThem) {
  ListTable& list = values();
  list.setFocus();
  list.selectRow(0);
  QTest::keyClick(&list, Qt::Key_C, Qt::ControlModifier);
  ASSERT_EQ(copied().size(), 2);
  const double shown =
      list.model()->index(0, ValuesModel::valueColumn).data(ValuesModel::numberRole).toDouble();
  const auto field = [](const QString& line, int at) { return line.split(QLatin1Char('\t')).at(at); };
  EXPECT_NEAR(QLocale(QLocale::English).toDouble(field(copied()[1], ValuesModel::valueColumn)), shown, 1e-12);
  EXPECT_TRUE(copied()[0].startsWith(QStringLiteral("Unit\tProvince\tLQ\tLQ: at least\tLQ: at most")))
      << utf8(copied()[0]);
  window->actions().vietnamese->trigger();
  QTest::keyClick(&list, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
  ASSERT_EQ(copied().size(), list.model()->rowCount() + 1);
  EXPECT_FALSE(copied()[1].contains(QLatin1Char('.'))) << utf8(copied()[1]);
  EXPECT_NEAR(QLocale(QLocale::Vietnamese).toDouble(field(copied()[1], ValuesModel::valueColumn)), shown,
              1e-12);
}

TEST_F(Tables, AreWrittenAsTheyAreShownWithTheirSource) {
  ListTable& list = values();
  TableExport& writer = *window->exports().table;
  writer.setTable(list.kit().title(), [&] { return list.kit().shown(); });
  EXPECT_EQ(writer.suggestedName(), QStringLiteral("values-of-the-shown-variable.xlsx"));
  find<QLineEdit>("valuesSearch")->setText(QStringLiteral(">1"));
  const int rows = list.model()->rowCount();
  ASSERT_GT(rows, 0);
  ASSERT_LT(rows, 8);
  const QTemporaryDir folder;
  for (const char* const name : {"t.xlsx", "t.csv"}) {
    const QString file = folder.filePath(QLatin1String(name));
    const QSignalSpy written(&writer, &FileExport::written);
    writer.write(file);
    ASSERT_TRUE(waitFor([&] { return written.count() == 1; })) << name;
    const auto table = gis::io::read_table(toPath(file));
    ASSERT_TRUE(table) << name;
    EXPECT_EQ(table->columns, (std::vector<std::string>{"Unit", "Unit: code", "Province", "Province: code",
                                                        "LQ", "LQ: at least", "LQ: at most", "Allowed range",
                                                        "Origin", "Marks", "Source"}));
    ASSERT_EQ(table->rows.size(), static_cast<std::size_t>(rows));
    EXPECT_EQ(
        table->rows[0][1],
        session.dataset().frame[list.model()->index(0, 0).data(ValuesModel::unitRole).toULongLong()].code);
    EXPECT_FALSE(table->rows[0].back().empty());
  }
  const QSignalSpy failed(&writer, &FileExport::failed);
  writer.write(folder.filePath(QStringLiteral("t.json")));
  ASSERT_TRUE(waitFor([&] { return failed.count() == 1; }));
  EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2)
      << "nothing half written is left";
}

TEST_F(Tables, OfferToBeExportedFromEveryMenu) {
  std::set<QString> names;
  for (const TableKit* const kit : window->findChildren<TableKit*>()) {
    EXPECT_FALSE(kit->title().isEmpty());
    names.insert(kit->parent()->objectName());
  }
  for (const QAbstractItemView* const view : window->findChildren<QAbstractItemView*>()) {
    const bool isTable = qobject_cast<const QTableView*>(view) != nullptr ||
                         (qobject_cast<const QTreeView*>(view) != nullptr && view->window() == window.get());
    EXPECT_TRUE(!isTable || names.contains(view->objectName())) << utf8(view->objectName());
  }
}

}  // namespace vicinia::desktop
