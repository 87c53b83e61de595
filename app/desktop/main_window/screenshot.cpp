#include "main_window/screenshot.h"

#include <QCoreApplication>
#include <QImageWriter>
#include <cstdio>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace {

constexpr int input_at_fault = 1;
constexpr int own_fault = 3;

bool isOurs(core::ErrorCode code) {
  using enum core::ErrorCode;
  return code == engine_not_found || code == engine_start_failed || code == engine_crashed ||
         code == render_failed || code == internal;
}

}  // namespace

Screenshot::Screenshot(MainWindow& window, const Session& session, QString file)
    : window_(window), session_(session), file_(std::move(file)) {
  connect(&window.board(), &MapBoard::mapsComplete, this, &Screenshot::save);
  connect(&window.agglomerations(), &AgglomerationController::changed, this, &Screenshot::save,
          Qt::QueuedConnection);
  connect(&window.canvas(), &MapCanvas::outlinesPainted, this, &Screenshot::save, Qt::QueuedConnection);
  connect(&window.map(), &MapController::mapFailed, this, &Screenshot::giveUp);
  connect(&window.opener(), &DocumentOpener::failed, this, &Screenshot::giveUp);
  connect(&window.opener(), &DocumentOpener::viewFailed, this, &Screenshot::giveUp);
  connect(&session, &Session::refused, this, &Screenshot::giveUp);
}

void Screenshot::save() {
  if (done_ || !window_.board().isComplete() || !window_.agglomerations().isSettled()) return;
  const QImage picture = window_.grab().toImage();
  if (window_.canvas().isPaintingOutlines()) return;  // of thousands: they are not in the picture yet
  done_ = true;
  QImageWriter writer(file_);
  if (writer.write(picture)) {
    QCoreApplication::exit(0);
    return;
  }
  done_ = false;
  giveUp({.code = core::ErrorCode::file_not_writable,
          .subject = {.file = utf8(file_)},
          .detail = utf8(writer.errorString())});
}

void Screenshot::giveUp(const core::Error& error) {
  if (std::exchange(done_, true)) return;
  std::fprintf(stderr, "vicinia-desktop: %s\n", workspace::error_text(error, session_.language()).c_str());
  QCoreApplication::exit(isOurs(error.code) ? own_fault : input_at_fault);
}

}  // namespace vicinia::desktop
