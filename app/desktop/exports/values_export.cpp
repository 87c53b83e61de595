#include "exports/values_export.h"

#include <QFileInfo>
#include <QStringList>

#include "text/qt_text.h"
#include "vicinia/gis/files/write_file.h"

namespace vicinia::desktop {

namespace ws = workspace;

ValuesExport::ValuesExport(const Session& session, QObject* parent) : FileExport(parent), session_(session) {}

QString ValuesExport::title() const { return tr("Export the shown values"); }

QString ValuesExport::failureHeading() const { return tr("The values could not be exported"); }

bool ValuesExport::isPossible() const { return session_.isOpen(); }

QStringList ValuesExport::filters() const {
  return {tr("Table, CSV (*.csv)"), tr("For programs, JSON (*.json)")};
}

QString ValuesExport::suggestedName() const {
  const auto& view = session_.view();
  return qs(core::values::info_of(view.variable).id) + QLatin1Char('-') +
         fileStem(session_.dataset().sectors[view.sector]) + QStringLiteral(".csv");
}

void ValuesExport::write(const QString& file, const QString&) {
  if (!session_.isOpen() || isWriting()) return;
  begin(file,
        [document = session_.document(), filter = filter_(),
         path = toPath(QFileInfo(file).absoluteFilePath())](const core::Task&) -> core::Status {
          const std::string extension = path.extension().string();
          if (extension != ".csv" && extension != ".json")
            return core::fail({.code = core::ErrorCode::unsupported_format,
                               .subject = {.file = path.string()},
                               .detail = extension + "|.csv, .json"});
          const auto text =
              extension == ".json" ? ws::values_json(document, filter) : ws::values_csv(document, filter);
          if (!text) return core::fail(text.error());
          return gis::files::write_file(path, *text);
        });
}

}  // namespace vicinia::desktop
