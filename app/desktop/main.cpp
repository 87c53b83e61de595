// Builds the parts and hands them to one another; nothing else knows how they are made.
#include <QApplication>
#include <QSettings>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "main_window/launch_options.h"
#include "main_window/main_window.h"
#include "main_window/screenshot.h"
#include "session/kept_view.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/words/texts.h"

namespace {

using namespace vicinia;
namespace ws = workspace;

constexpr int input_at_fault = 1;
constexpr int own_fault = 3;

bool hasDisplay() {
  const auto isSet = [](const char* name) {
    const char* value = std::getenv(name);
    return value && *value;
  };
  return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
}

core::Result<std::unique_ptr<gis::client::EngineClient>> startEngine() {
  return gis::client::find_engine(ws::running_program()).and_then([](const std::filesystem::path& program) {
    return gis::client::EngineClient::start({.program = program});
  });
}

ws::Language chooseLanguage(const desktop::LaunchOptions& options, bool remember) {
  if (options.language) return *options.language;
  if (remember) {
    const QString kept = QSettings().value(QStringLiteral("language")).toString();
    if (const auto language = ws::language_by_code(desktop::utf8(kept))) return *language;
  }
  return desktop::systemLanguage();
}

int complain(const core::Error& error, ws::Language language, int code) {
  std::fprintf(stderr, "vicinia-desktop: %s\n", ws::error_text(error, language).c_str());
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  const auto parsed = desktop::parseLaunchOptions(argc, argv);
  if (const auto* leave = std::get_if<desktop::ExitNow>(&parsed)) return leave->code;
  const auto& options = std::get<desktop::LaunchOptions>(parsed);
  if (!hasDisplay()) {
    std::fputs(
        "vicinia-desktop: there is no display to open a window on. "
        "Use “vicinia figure” in a terminal, or “xvfb-run -a vicinia-desktop …”.\n",
        stderr);
    return input_at_fault;
  }
  auto engine = startEngine();  // before anything else: it gets ready while the window is built

  QApplication application(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("Vicinia"));
  QApplication::setApplicationName(QStringLiteral("vicinia-desktop"));
  QApplication::setApplicationDisplayName(QString());
  const bool remember = options.screenshot.empty();
  const ws::Language language = chooseLanguage(options, remember);
  if (!engine) return complain(engine.error(), language, own_fault);
  const auto folder =
      options.dataset.empty() ? ws::built_in_dataset() : core::Result<std::filesystem::path>(options.dataset);
  if (!folder) return complain(folder.error(), language, input_at_fault);

  const desktop::Timings timings(desktop::qs(options.timings));
  desktop::LanguageSwitch languages(language);
  desktop::Session session(language);
  desktop::MainWindow window({session, languages, timings, std::move(*engine)}, remember);
  if (!options.panel.empty() && !window.panels().has(options.panel.c_str()))
    return complain({.code = core::ErrorCode::unknown_name,
                     .subject = {.field = "panel", .id = options.panel},
                     .detail = window.panels().ids()},
                    language, input_at_fault);
  if (!options.panel.empty()) window.panels().show(options.panel.c_str());
  std::unique_ptr<desktop::Screenshot> screenshot;
  if (!options.screenshot.empty())
    screenshot = std::make_unique<desktop::Screenshot>(window, session, desktop::qs(options.screenshot));
  if (options.size) window.resize(*options.size);
  std::unique_ptr<desktop::KeptView> kept;
  if (remember) {
    kept =
        std::make_unique<desktop::KeptView>(session, window.documentFile(), desktop::KeptView::usualFolder());
    QObject::connect(kept.get(), &desktop::KeptView::failed, &window, [&window](const core::Error& error) {
      window.showError(desktop::MainWindow::tr("What you look at is not kept for the next window"), error);
    });
  }
  const bool asksForSomething = !options.dataset.empty() || !options.sector.empty() ||
                                !options.province.empty() || options.variable.has_value();
  if (options.view.empty() && !asksForSomething && kept && kept->left())
    window.opener().openLeft(*kept->left(), *folder);
  else if (options.view.empty())
    window.opener().openDataset(*folder, {options.sector, options.province, options.variable});
  else
    window.opener().openFileAtStart(options.view, *folder);
  if (argc == 1) window.welcome().showAtStart();  // who asks for anything knows the way
  window.show();
  return QApplication::exec();
}
