#include "main_window/messages.h"

#include <QFileInfo>
#include <QMessageBox>

#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

using core::Error;

Messages::Messages(QWidget& window, Session& session, StatusLine& status)
    : QObject(&window), window_(window), session_(session), status_(status) {
  connect(&session, &Session::refused, this,
          [this](const Error& error) { showError(tr("This change is not possible"), error); });
}

void Messages::listenTo(const DocumentOpener& opener) {
  connect(&opener, &DocumentOpener::failed, this,
          [this](const Error& error) { showError(tr("The data set could not be opened"), error); });
  connect(&opener, &DocumentOpener::viewFailed, this,
          [this](const Error& error) { showError(tr("This could not be opened"), error); });
  connect(&opener, &DocumentOpener::dataDiffers, this,
          [this] { status_.notice(tr("These are not the data that the view was made with")); });
}

void Messages::listenTo(const DocumentCommands& document) {
  connect(&document, &DocumentCommands::saved, this,
          [this](const QString& file) { status_.notice(tr("Saved: %1").arg(QFileInfo(file).fileName())); });
  connect(&document, &DocumentCommands::notSaved, this,
          [this](const Error& error) { showError(tr("The workspace could not be saved"), error); });
}

void Messages::listenTo(const Exports& exports) {
  for (const FileExport* const file : exports.all()) {
    connect(file, &FileExport::written, this, [this](const QString& written) {
      status_.notice(tr("Written: %1").arg(QFileInfo(written).fileName()));
    });
    connect(file, &FileExport::failed, this,
            [this, file](const Error& error) { showError(file->failureHeading(), error); });
  }
}

void Messages::listenTo(const EngineBridge& engine) {
  connect(&engine, &EngineBridge::engineRestarted, this,
          [this](unsigned) { status_.notice(tr("Map engine restarted")); });
}

void Messages::listenTo(const AgglomerationController& agglomerations) {
  connect(&agglomerations, &AgglomerationController::failed, this,
          [this](const Error& error) { showError(tr("The agglomerations could not be found"), error); });
}

void Messages::listenTo(const PanelRequests& panels) {
  connect(&panels, &PanelRequests::presetFailed, this,
          [this](const Error& error) { showError(tr("The preset could not be kept"), error); });
}

void Messages::showError(const QString& heading, const Error& error) {
  auto* box = new QMessageBox(QMessageBox::Warning, window_.windowTitle(), asPlainText(heading),
                              QMessageBox::Ok, &window_);
  box->setObjectName(QStringLiteral("errorMessage"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setInformativeText(asPlainText(qs(workspace::error_text(error, session_.language()))));
  box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  box->open();
}

}  // namespace vicinia::desktop
