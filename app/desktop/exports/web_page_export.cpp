#include "exports/web_page_export.h"

#include <QFileInfo>
#include <QStringList>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/core/base/ascii.h"
#include "vicinia/workspace/web/web_page.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

core::Status writePage(const std::filesystem::path& file, const ws::Document& document, const FoundPtr& found,
                       ws::Language language, const core::Task& task) {
  const std::string extension = core::ascii_lower(file.extension().string());
  if (extension != ".html" && extension != ".htm")
    return core::fail({.code = core::ErrorCode::unsupported_format,
                       .subject = {.file = file.string()},
                       .detail = extension + "|.html"});
  const auto write = [&](const ws::Contiguity& contiguity) -> core::Status {
    const auto page = ws::write_web_page(file, document, contiguity, {.language = language}, task);
    return page ? core::Status{} : core::fail(page.error());
  };
  // That of the window, where it is of these data and this tolerance.
  const ws::AgglomerationSettings& settings = document.view.agglomerations;
  if (found && found->document().data == document.data && found->contiguity().is_of(settings))
    return write(found->contiguity());
  const auto built = ws::Contiguity::build(*document.data->dataset, settings.tolerance_m, task);
  return built ? write(*built) : core::fail(built.error());
}

}  // namespace

WebPageExport::WebPageExport(const Session& session, const AgglomerationController& agglomerations,
                             QObject* parent)
    : FileExport(parent), session_(session), agglomerations_(agglomerations) {}

QString WebPageExport::title() const { return tr("Export a web page"); }

QString WebPageExport::failureHeading() const { return tr("The web page could not be exported"); }

bool WebPageExport::isPossible() const { return session_.isOpen(); }

QStringList WebPageExport::filters() const { return {tr("Web page of all sectors, HTML (*.html)")}; }

QString WebPageExport::suggestedName() const { return QStringLiteral("vicinia.html"); }

void WebPageExport::write(const QString& file, const QString&) {
  if (!session_.isOpen() || isWriting()) return;
  begin(file, [document = session_.document(), found = agglomerations_.found(),
               language = session_.language(), path = toPath(QFileInfo(file).absoluteFilePath())](
                  const core::Task& task) { return writePage(path, document, found, language, task); });
}

}  // namespace vicinia::desktop
