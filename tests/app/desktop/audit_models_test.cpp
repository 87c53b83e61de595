// Models of the audit under Qt's own checks.
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

#include "models/audit/audit_filter.h"
#include "models/audit/audit_findings_model.h"
#include "models/legend_model.h"
#include "models/unit_values_model.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/find.h"

namespace vicinia::desktop {

using workspace::Language;

namespace {

constexpr auto auditMode = QAbstractItemModelTester::FailureReportingMode::Fatal;

const std::shared_ptr<const workspace::OpenDataset>& vietNam() {
  static const auto data =
      workspace::load(std::filesystem::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007").value();
  return data;
}

struct Audited {
  AuditFindingsModel model;
  AuditFilter filter;
  QAbstractItemModelTester modelTester{&model, auditMode};
  QAbstractItemModelTester filterTester{&filter, auditMode};
  Audited() {
    filter.setSourceModel(&model);
    model.setDevicePixelRatio(1);
    model.setList(vietNam()->audits[0], Language::en);
  }
  [[nodiscard]] QString cell(int row, int column) const {
    return filter.index(row, column).data().toString();
  }
};

}  // namespace

TEST(AuditFindingsModel, HasARowForEachPublishedValueAsPrinted) {
  const Audited audited;
  EXPECT_EQ(audited.model.rowCount(), 1356);
  EXPECT_EQ(audited.filter.rowCount(), 31) << "the contradicted ones, until another verdict is chosen";
  EXPECT_EQ(audited.cell(1, AuditFindingsModel::lineColumn), QStringLiteral("587"));
  EXPECT_EQ(audited.cell(1, AuditFindingsModel::districtColumn), QStringLiteral("Ben Cat"));
  EXPECT_EQ(audited.cell(1, AuditFindingsModel::publishedColumn), QStringLiteral("3,206"));
  EXPECT_EQ(audited.cell(1, AuditFindingsModel::expectedColumn), QStringLiteral("13,074"));
  EXPECT_TRUE(audited.cell(1, AuditFindingsModel::byColumn).contains(QStringLiteral("585–588")));
  EXPECT_FALSE(audited.filter.index(1, AuditFindingsModel::verdictColumn).data(Qt::DecorationRole).isNull());
  EXPECT_TRUE(audited.filter.index(1, 0)
                  .data(Qt::ToolTipRole)
                  .toString()
                  .contains(QStringLiteral("what would agree: 13,074")));
}

TEST(AuditFindingsModel, SortsByEveryColumn) {
  Audited audited;
  audited.filter.setVerdict(std::nullopt);
  for (int column = 0; column < AuditFindingsModel::columns; ++column) {
    audited.filter.sort(column, Qt::DescendingOrder);
    EXPECT_EQ(audited.filter.rowCount(), 1356);
  }
  audited.filter.sort(AuditFindingsModel::publishedColumn, Qt::DescendingOrder);
  const auto key = [&](int row) {
    return audited.filter.index(row, AuditFindingsModel::publishedColumn)
        .data(AuditFindingsModel::sortRole)
        .toDouble();
  };
  for (int row = 1; row < 1356; ++row) EXPECT_GE(key(row - 1), key(row)) << "numbers, not their letters";
}

TEST(AuditFilter, FindsWithAndWithoutDiacriticsByPlaceSectorAndLine) {
  Audited audited;
  for (const char* text : {"nam sach", "Nam Sách", "597", "lq hai duong"}) {
    audited.filter.setSearch(QString::fromUtf8(text));
    ASSERT_EQ(audited.filter.rowCount(), 1) << text;
    EXPECT_EQ(audited.cell(0, AuditFindingsModel::lineColumn), QStringLiteral("597")) << text;
  }
  audited.filter.setSearch(QStringLiteral("dệt"));
  EXPECT_EQ(audited.filter.rowCount(), 4) << "the sector in the other language";
  audited.filter.setSearch({});
  audited.filter.setSector(vietNam()->dataset->sectors.size() - 1);
  EXPECT_EQ(audited.filter.rowCount(), 0);
  audited.filter.setSector(0);
  EXPECT_EQ(audited.filter.rowCount(), 4);
  audited.filter.setVerdict(core::audit::Verdict::agrees);
  EXPECT_GT(audited.filter.rowCount(), 100);
}

TEST(UnitValuesModel, MarksAContradictedValueAndLeavesItAsPrinted) {
  const workspace::Document document{vietNam(), {}};
  const auto unit = workspace::find_unit(*vietNam()->dataset, "Nam Sách").value();
  UnitValuesModel model;
  const QAbstractItemModelTester tester(&model, auditMode);
  model.setDevicePixelRatio(1);
  model.setReport(vietNam()->dataset, workspace::make_unit_report(document, unit, Language::en).value(),
                  Language::en);
  using core::indicators::Measure;
  const auto lq = model.index(0, UnitValuesModel::columnOf(Measure::location_quotient));
  EXPECT_EQ(lq.data().toString(), QStringLiteral("0.0"));
  EXPECT_FALSE(lq.data(Qt::DecorationRole).isNull());
  EXPECT_TRUE(lq.data(Qt::ToolTipRole).toString().contains(QStringLiteral("what would agree: 5.7")));
  EXPECT_TRUE(lq.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("contradicted")));
  const auto employees = model.index(0, UnitValuesModel::columnOf(Measure::employees));
  EXPECT_TRUE(employees.data(Qt::DecorationRole).isNull());
}

TEST(LegendModel, HasARowForUnitsThatCarryTheSign) {
  const workspace::Document document{vietNam(), {}};
  const auto choropleth = workspace::make_choropleth(document).value();
  LegendModel model;
  const QAbstractItemModelTester tester(&model, auditMode);
  model.setChoropleth(choropleth, document.view, Language::en);
  const int without = model.rowCount();
  model.setChoropleth(choropleth, document.view, Language::en, 3);
  ASSERT_EQ(model.rowCount(), without + 1);
  EXPECT_EQ(model.index(without, LegendModel::labelColumn).data().toString(),
            QStringLiteral("contradicted by other values"));
  EXPECT_EQ(model.index(without, LegendModel::countColumn).data().toString(), QStringLiteral("3"));
}

}  // namespace vicinia::desktop
