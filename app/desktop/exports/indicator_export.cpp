#include "exports/indicator_export.h"

#include <QFileInfo>
#include <QStringList>
#include <utility>
#include <vector>

#include "text/qt_text.h"
#include "vicinia/workspace/tables/indicator_table.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr qsizetype first_of_all_sectors = 3;  ///< among filters()

core::Status writeIndicators(const ws::Document& document,
                             const std::vector<core::industry::SectorIndex>& sectors,
                             const std::filesystem::path& file, const core::Task& task) {
  ws::IndicatorTableOptions options;
  options.indicators.own_rule = document.view.own_rule;
  return writeTable(
      file, "indicators", [&] { return ws::indicators_table(document, sectors, options, task); },
      [&] { return ws::indicators_json(document, sectors, options, task); });
}

}  // namespace

IndicatorExport::IndicatorExport(const Session& session, QObject* parent)
    : FileExport(parent), session_(session) {}

QString IndicatorExport::title() const { return tr("Export indicators and grades"); }

QString IndicatorExport::failureHeading() const { return tr("The indicators could not be exported"); }

bool IndicatorExport::isPossible() const { return session_.isOpen(); }

// Those of all sectors come last.
QStringList IndicatorExport::filters() const {
  return {tr("This sector as a workbook, XLSX (*.xlsx)"), tr("This sector as a table, CSV (*.csv)"),
          tr("This sector for programs, JSON (*.json)"),  tr("All sectors as a workbook, XLSX (*.xlsx)"),
          tr("All sectors as a table, CSV (*.csv)"),      tr("All sectors for programs, JSON (*.json)")};
}

QString IndicatorExport::suggestedName() const {
  const auto& sector = session_.dataset().sectors[session_.view().sector];
  return tr("indicators-%1").arg(fileStem(sector)) + QStringLiteral(".xlsx");
}

void IndicatorExport::write(const QString& file, const QString& filter) {
  if (!session_.isOpen() || isWriting()) return;
  std::vector<core::industry::SectorIndex> sectors{session_.view().sector};
  if (filters().indexOf(filter) >= first_of_all_sectors) {
    sectors.clear();
    for (core::industry::SectorIndex s = 0; s < session_.dataset().sectors.size(); ++s) sectors.push_back(s);
  }
  begin(file, [document = session_.document(), sectors = std::move(sectors),
               path = toPath(QFileInfo(file).absoluteFilePath())](const core::Task& task) {
    return writeIndicators(document, sectors, path, task);
  });
}

}  // namespace vicinia::desktop
