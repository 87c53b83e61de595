#include "exports/chart_export.h"

#include <QBuffer>
#include <QFileInfo>

#include "charts/chart_picture.h"
#include "text/qt_text.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

ChartExport::ChartExport(const Session& session, QObject* parent) : FileExport(parent), session_(session) {}

QString ChartExport::title() const { return tr("Export the chart"); }

QString ChartExport::failureHeading() const { return tr("The chart could not be exported"); }

bool ChartExport::isPossible() const {
  return session_.isOpen() &&
         ws::why_no_chart(session_.document(), session_.choropleth(), session_.language()).empty();
}

QStringList ChartExport::filters() const {
  return {tr("Drawing, SVG (*.svg)"), tr("Picture, PNG (*.png)"), tr("For printing, PDF (*.pdf)"),
          tr("Workbook, XLSX (*.xlsx)"), tr("Table, CSV (*.csv)")};
}

QString ChartExport::suggestedName() const {
  const ws::View& view = session_.view();
  return qs(ws::id_of(view.chart.kind)) + QLatin1Char('-') + qs(core::values::info_of(view.variable).id) +
         QLatin1Char('-') + fileStem(session_.dataset().sectors[view.sector]) + QStringLiteral(".svg");
}

// Qt Charts draws on this thread; only the bytes go to another one.
void ChartExport::write(const QString& file, const QString&) {
  if (!session_.isOpen() || isWriting()) return;
  const QString ending = QFileInfo(file).suffix().toLower();
  const auto path = toPath(QFileInfo(file).absoluteFilePath());
  auto picture = chartPicture(session_.document(), session_.choropleth(), session_.language());
  if (!picture) {
    Q_EMIT failed(picture.error());
    return;
  }
  picture->selected = session_.view().selected.units();
  QByteArray bytes;
  if (ending == QLatin1String("svg")) {
    bytes = picture->svg();
  } else if (ending == QLatin1String("pdf")) {
    bytes = picture->pdf();
  } else if (ending == QLatin1String("png")) {
    constexpr double sharp = 300.0 / 96;
    QBuffer buffer(&bytes);
    picture->image(sharp).save(&buffer, "PNG");
  } else {
    const std::string sheet(ws::id_of(picture->chart->kind));
    begin(file,
          [table = ws::chart_table(*picture->chart, session_.dataset()), sheet,
           path](const core::Task&) -> core::Status {
            if (ws::table_format_of(path).value_or(ws::TableFormat::json) == ws::TableFormat::json)
              return core::fail({.code = core::ErrorCode::unsupported_format,
                                 .subject = {.file = path.string()},
                                 .detail = path.extension().string() + "|.svg, .png, .pdf, .xlsx, .csv"});
            return writeTable(
                path, sheet, [&]() -> core::Result<ws::ValueTable> { return table; },
                []() -> core::Result<std::string> { return std::string(); });
          });
    return;
  }
  begin(file, [bytes, path](const core::Task&) { return gis::files::write_file(path, bytes.toStdString()); });
}

}  // namespace vicinia::desktop
