#include "exports/values_export.h"

#include <QFileInfo>
#include <QStringList>

#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

ValuesExport::ValuesExport(const Session& session, QObject* parent) : FileExport(parent), session_(session) {}

QString ValuesExport::title() const { return tr("Export the shown values"); }

QString ValuesExport::failureHeading() const { return tr("The values could not be exported"); }

bool ValuesExport::isPossible() const { return session_.isOpen(); }

QStringList ValuesExport::filters() const {
  return {tr("Workbook, XLSX (*.xlsx)"), tr("Table, CSV (*.csv)"), tr("For programs, JSON (*.json)")};
}

QString ValuesExport::suggestedName() const {
  const auto& view = session_.view();
  return qs(core::values::info_of(view.variable).id) + QLatin1Char('-') +
         fileStem(session_.dataset().sectors[view.sector]) + QStringLiteral(".xlsx");
}

void ValuesExport::write(const QString& file, const QString&) {
  if (!session_.isOpen() || isWriting()) return;
  const auto& info = core::values::info_of(session_.view().variable);
  begin(file, [document = session_.document(), filter = filter_(), sheet = std::string(info.id),
               path = toPath(QFileInfo(file).absoluteFilePath())](const core::Task&) {
    return writeTable(
        path, sheet, [&] { return ws::values_table(document, filter); },
        [&] { return ws::values_json(document, filter); });
  });
}

}  // namespace vicinia::desktop
