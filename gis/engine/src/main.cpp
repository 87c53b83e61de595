// vicinia-map-engine --socket FILE --home FOLDER
// Draws for one client. Its stdin is a pipe that the client holds: when it ends, so does the engine.
#include <grpcpp/resource_quota.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server_builder.h>
#include <qgsapplication.h>
#include <qgsnetworkaccessmanager.h>
#include <qgsproviderregistry.h>
#include <qgssettings.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <QNetworkRequest>
#include <QSettings>
#include <QUrl>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <thread>

#include "confinement.h"
#include "engine_service.h"

namespace {

using namespace vicinia::gis::engine;

constexpr std::size_t most_layer_bytes = std::size_t{256} << 20;
constexpr std::size_t most_part_bytes = std::size_t{24} << 20;  ///< a few views of a large window

struct Arguments {
  QByteArray socket, home;
};

bool parse(int count, char** words, Arguments& into) {
  for (int i = 1; i + 1 < count; i += 2) {
    if (std::strcmp(words[i], "--socket") == 0)
      into.socket = words[i + 1];
    else if (std::strcmp(words[i], "--home") == 0)
      into.home = words[i + 1];
  }
  return !into.socket.isEmpty() && !into.home.isEmpty();
}

/// What QGIS, Qt, GDAL and PROJ keep goes to the private folder; what they would fetch stays out; and a setting that
/// is meant for the shell's Qt does not change how maps look.
void seclude(const QByteArray& home) {
  ::mkdir(home.constData(), 0700);
  for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
                           "QGIS_CUSTOM_CONFIG_PATH", "TMPDIR", "CPL_TMPDIR"})
    qputenv(name, home);
  for (const char* name : {"QT_PLUGIN_PATH", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR",
                           "QT_SCREEN_SCALE_FACTORS", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_FONT_DPI",
                           "http_proxy", "https_proxy", "all_proxy"})
    qunsetenv(name);
  qputenv("PATH", home);  // QGIS asks "whoami" for a variable that no map has
  qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("PROJ_NETWORK", "OFF");
  qputenv("GDAL_PAM_ENABLED", "NO");
  qputenv("QGIS_AUTH_DB_DIR_PATH", home);
  if (!qEnvironmentVariableIsSet("TZ"))
    qputenv("TZ", ":/etc/localtime");  // unset, libc looks for another zone with each date
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, QString::fromUtf8(home));
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromUtf8(home));
}

/// Ends the process when stdin does. The main thread gets a moment to end in order; it may be drawing.
void end_with_stdin(EngineService& service) {
  std::thread([&service] {
    char byte = 0;
    ssize_t got = 0;
    do got = ::read(STDIN_FILENO, &byte, 1);
    while (got > 0 || (got < 0 && errno == EINTR));
    service.abandon();
    QMetaObject::invokeMethod(
        qApp, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    std::this_thread::sleep_for(std::chrono::milliseconds(1000));
    service.abandon();
    ::_exit(0);
  }).detach();
}

int serve(QgsApplication& application, const Arguments& arguments) {
  WorkQueue queue;
  DrawingCaches caches{LayerCache(most_layer_bytes), KeptParts(most_part_bytes)};
  EngineService service(queue, caches, [] {
    QMetaObject::invokeMethod(
        qApp, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
  });
  grpc::ServerBuilder builder;
  builder.AddListeningPort("unix:" + arguments.socket.toStdString(), grpc::InsecureServerCredentials());
  builder.SetMaxReceiveMessageSize(-1);
  builder.SetMaxSendMessageSize(-1);
  builder.RegisterService(&service);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (!server) {
    std::fprintf(stderr, "cannot listen on %s\n", arguments.socket.constData());
    return 1;
  }
  end_with_stdin(service);
  // A line with its version says that it listens; whatever else is printed goes to the log.
  constexpr std::string_view ready = VICINIA_VERSION "\n";
  if (::write(STDOUT_FILENO, ready.data(), ready.size()) != static_cast<ssize_t>(ready.size())) return 1;
  ::dup2(STDERR_FILENO, STDOUT_FILENO);
  application.exec();
  // The work is over or will never be: the sockets close with the process, and nothing is left to save.
  service.abandon();
  ::_exit(0);
}

/// Memory of one picture serves the next: given back to the system it would come again page by page, which takes as long as drawing.
void keep_memory_of_pictures() {
#ifdef __GLIBC__
  constexpr int most_bytes_of_a_picture = 32 << 20, most_kept_bytes = 96 << 20;
  ::mallopt(M_MMAP_THRESHOLD, most_bytes_of_a_picture);
  ::mallopt(M_TRIM_THRESHOLD, most_kept_bytes);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!parse(argc, argv, arguments)) {
    std::fprintf(stderr, "usage: vicinia-map-engine --socket FILE --home FOLDER\n");
    return 2;
  }
  std::signal(SIGPIPE, SIG_IGN);
  seclude(arguments.home);
  if (const int reason = deny_network(); reason != 0) {
    std::fprintf(stderr, "cannot give up the network: %s\n", std::strerror(reason));
    return 1;
  }
  limit_memory();
  keep_memory_of_pictures();
  QgsApplication application(argc, argv, true, QString::fromUtf8(arguments.home));
  QgsApplication::setMaxThreads(2);
  QgsApplication::initQgis();
  QgsNetworkAccessManager::setRequestPreprocessor(
      [](QNetworkRequest* request) { request->setUrl(QUrl(QStringLiteral("refused:"))); });
  QgsSettings().setValue(QStringLiteral("projects/anonymize_saved_projects"), true, QgsSettings::Core);
  return serve(application, arguments);
}
