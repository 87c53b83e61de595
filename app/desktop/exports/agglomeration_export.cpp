#include "exports/agglomeration_export.h"

#include <QFileInfo>
#include <QStringList>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"
#include "vicinia/workspace/tables/agglomeration_table.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

core::Status writeList(const FoundAgglomerations& found, const std::filesystem::path& file) {
  return writeTable(
      file, "agglomerations", [&] { return ws::agglomerations_table(found.document(), found.reports()); },
      [&] { return ws::agglomerations_json(found.document(), found.reports()); });
}

core::Status writeOutlines(const FoundAgglomerations& found, const std::filesystem::path& file,
                           ws::Language language, const core::Task& task) {
  auto features = ws::agglomeration_features(found.document(), found.contiguity(), found.reports(), language);
  if (!features) return core::fail(features.error());
  return ws::write_agglomeration_features(file, found.dataset().crs, std::move(*features), task);
}

}  // namespace

AgglomerationExport::AgglomerationExport(const Session& session,
                                         const AgglomerationController& agglomerations, QObject* parent)
    : FileExport(parent), session_(session), agglomerations_(agglomerations) {}

QString AgglomerationExport::title() const { return tr("Export agglomerations"); }

QString AgglomerationExport::failureHeading() const { return tr("The agglomerations could not be exported"); }

bool AgglomerationExport::isPossible() const { return agglomerations_.found() != nullptr; }

QStringList AgglomerationExport::filters() const {
  return {tr("List as a workbook, XLSX (*.xlsx)"), tr("List as a table, CSV (*.csv)"),
          tr("List for programs, JSON (*.json)"),  tr("Outlines, GeoPackage (*.gpkg)"),
          tr("Outlines, GeoJSON (*.geojson)"),     tr("Outlines, shapefile (*.shp)")};
}

QString AgglomerationExport::suggestedName() const {
  const auto& sector = session_.dataset().sectors[session_.view().sector];
  return tr("agglomerations-%1").arg(fileStem(sector)) + QStringLiteral(".xlsx");
}

void AgglomerationExport::write(const QString& file, const QString&) {
  const FoundPtr found = agglomerations_.found();
  if (!found || isWriting()) return;
  const auto language = session_.language();
  begin(file, [=, path = toPath(QFileInfo(file).absoluteFilePath())](const core::Task& task) {
    return ws::table_format_of(path) ? writeList(*found, path) : writeOutlines(*found, path, language, task);
  });
}

}  // namespace vicinia::desktop
