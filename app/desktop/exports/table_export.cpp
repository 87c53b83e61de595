#include "exports/table_export.h"

#include <QFileInfo>
#include <QStringList>

#include "text/qt_text.h"
#include "vicinia/core/names/folding.h"

namespace vicinia::desktop {

namespace ws = workspace;

TableExport::TableExport(const Session& session, QObject* parent) : FileExport(parent), session_(session) {}

QString TableExport::title() const { return tr("Export the table"); }

QString TableExport::failureHeading() const { return tr("The table could not be exported"); }

bool TableExport::isPossible() const { return session_.isOpen() && table_ != nullptr; }

QStringList TableExport::filters() const { return {tr("Workbook, XLSX (*.xlsx)"), tr("Table, CSV (*.csv)")}; }

QString TableExport::suggestedName() const {
  return qs(core::names::file_stem(utf8(tableTitle_))) + QStringLiteral(".xlsx");
}

void TableExport::write(const QString& file, const QString&) {
  if (!isPossible() || isWriting()) return;
  ws::ValueTable table = table_();
  const std::string source =
      ws::pick(session_.dataset().provenance.source, session_.language()) +
      ws::period_in_title(session_.dataset(), session_.view().period, session_.language());
  table.columns.push_back(utf8(tr("Source")));
  for (ws::TableRow& row : table.rows) row.emplace_back(source);
  begin(file,
        [table = std::move(table), sheet = utf8(tableTitle_),
         path = toPath(QFileInfo(file).absoluteFilePath())](const core::Task&) -> core::Status {
          if (ws::table_format_of(path) == ws::TableFormat::json)  // of what is shown no program reads
            return core::fail({.code = core::ErrorCode::unsupported_format,
                               .subject = {.file = path.string()},
                               .detail = ".json|.xlsx, .csv"});
          return writeTable(
              path, sheet, [&]() -> core::Result<ws::ValueTable> { return table; },
              []() -> core::Result<std::string> { return std::string(); });
        });
}

}  // namespace vicinia::desktop
