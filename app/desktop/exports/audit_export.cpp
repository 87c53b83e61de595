#include "exports/audit_export.h"

#include <QFileInfo>
#include <QStringList>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/figures/audit_report.h"
#include "vicinia/workspace/tables/audit_table.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

core::Status writeAudit(gis::client::EngineClient& engine, const ws::AuditedList& list,
                        const ws::AuditReportOptions& options, const core::Task& task) {
  const std::string extension = options.file.extension().string();
  if (extension == ".pdf")
    return engine.export_report(ws::make_audit_report(list.table(), list.audit(), options), task);
  if (extension == ".md")
    return gis::files::write_file(
        options.file, ws::audit_markdown(list.table(), list.audit(), options.source, options.language));
  if (ws::table_format_of(options.file))
    return writeTable(
        options.file, "audit", [&] { return ws::audit_table(list.table(), list.audit(), options.period); },
        [&] { return ws::audit_json(list.table(), list.audit(), options.period); });
  return core::fail({.code = core::ErrorCode::unsupported_format,
                     .subject = {.file = options.file.string()},
                     .detail = extension + "|.pdf, .csv, .xlsx, .json, .md"});
}

}  // namespace

AuditExport::AuditExport(const Session& session, EngineBridge& engine, QObject* parent)
    : FileExport(parent), session_(session), engine_(engine) {}

QString AuditExport::title() const { return tr("Export the audit"); }

QString AuditExport::failureHeading() const { return tr("The audit could not be exported"); }

bool AuditExport::isPossible() const {
  return session_.isOpen() && ws::audited_list(session_.document()) != nullptr;
}

QStringList AuditExport::filters() const {
  return {tr("Report, PDF (*.pdf)"), tr("Report, Markdown (*.md)"),
          tr("All values as a workbook, XLSX (*.xlsx)"), tr("All values as a table, CSV (*.csv)"),
          tr("All values for programs, JSON (*.json)")};
}

QString AuditExport::suggestedName() const { return tr("audit") + QStringLiteral(".pdf"); }

void AuditExport::write(const QString& file, const QString&) {
  auto list = session_.isOpen() ? ws::shared_audited_list(session_.document()) : nullptr;
  if (!list || isWriting()) return;
  const QFileInfo info(file);
  ws::AuditReportOptions options{
      .source = ws::pick(session_.dataset().provenance.source, session_.language()) +
                ws::period_in_title(session_.dataset(), session_.view().period, session_.language()),
      .language = session_.language(),
      .file = toPath(info.absoluteFilePath()),
      .period = session_.dataset().periods[session_.view().period]};
  begin(file, [list = std::move(list), options = std::move(options), &engine = engine_.client()](
                  const core::Task& task) { return writeAudit(engine, *list, options, task); });
}

}  // namespace vicinia::desktop
