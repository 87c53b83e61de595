#include "engine_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <thread>

extern char** environ;  // NOLINT: POSIX has no header for it

namespace vicinia::gis::client {
namespace {

using std::chrono::milliseconds;

core::Error start_failed(const EngineCommand& command, const char* what, int reason) {
  const bool missing = reason == ENOENT || reason == EACCES;
  return {.code = missing ? core::ErrorCode::engine_not_found : core::ErrorCode::engine_start_failed,
          .subject = {.file = command.program.native()},
          .detail = std::string(what) + ": " + std::strerror(reason)};
}

struct Pipe {
  FileDescriptor reader, writer;
  bool open() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return false;
    reader = FileDescriptor(ends[0]);
    writer = FileDescriptor(ends[1]);
    return true;
  }
};

/// What posix_spawn needs, released at the end of the scope.
struct SpawnSettings {
  posix_spawn_file_actions_t files{};
  posix_spawnattr_t attributes{};
  SpawnSettings() {
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    sigset_t none, standard;
    sigemptyset(&none);
    sigemptyset(&standard);
    for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD}) sigaddset(&standard, signal);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &standard);
    // A group of its own: Ctrl-C in a terminal is for the parent, who then ends the engine in order.
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
};

std::string tail_of(const std::filesystem::path& file) {
  constexpr std::streamoff most = 1500;
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) return {};
  const std::streamoff size = in.tellg();
  in.seekg(std::max<std::streamoff>(0, size - most));
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

core::Result<std::unique_ptr<EngineProcess>> EngineProcess::start(const EngineCommand& command) {
  Pipe input, ready;
  if (!input.open() || !ready.open()) return core::fail(start_failed(command, "pipe", errno));
  SpawnSettings settings;
  posix_spawn_file_actions_adddup2(&settings.files, input.reader.get(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&settings.files, ready.writer.get(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&settings.files, STDERR_FILENO, command.log.c_str(),
                                   O_WRONLY | O_CREAT | O_APPEND, 0600);
  std::string program = command.program.native(), socket_flag = "--socket", socket = command.socket.native(),
              home_flag = "--home", home = command.home.native();
  char* arguments[] = {program.data(),   socket_flag.data(), socket.data(),
                       home_flag.data(), home.data(),        nullptr};
  pid_t pid = 0;
  const int reason =
      ::posix_spawn(&pid, program.c_str(), &settings.files, &settings.attributes, arguments, environ);
  if (reason != 0) return core::fail(start_failed(command, "posix_spawn", reason));
  return std::unique_ptr<EngineProcess>(
      new EngineProcess(pid, std::move(input.writer), std::move(ready.reader), command.log));
}

EngineProcess::~EngineProcess() {
  stdin_.reset();
  if (ended_within(milliseconds(2000))) return;
  ::kill(pid_, SIGKILL);
  ended_within(milliseconds(2000));
}

EngineProcess::Ready EngineProcess::wait_until_ready(milliseconds limit, const std::atomic<bool>& given_up) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  for (;;) {
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0 || given_up) return Ready::too_late;
    pollfd waiting{.fd = ready_.get(), .events = POLLIN, .revents = 0};
    const int count = ::poll(&waiting, 1, static_cast<int>(std::min<milliseconds::rep>(left.count(), 50)));
    if (count == 0 || (count < 0 && errno == EINTR)) continue;
    if (count < 0) return Ready::too_late;
    std::array<char, 64> said{};
    const ssize_t length = ::read(ready_.get(), said.data(), said.size());
    if (length <= 0) return Ready::died;
    version_.assign(said.data(), static_cast<std::size_t>(length));
    version_ = version_.substr(0, version_.find('\n'));
    return version_ == VICINIA_VERSION ? Ready::yes : Ready::other_version;
  }
}

bool EngineProcess::reap() {
  const std::lock_guard lock(mutex_);
  if (ended_) return true;
  int status = 0;
  const pid_t found = ::waitpid(pid_, &status, WNOHANG);
  if (found == 0 || (found < 0 && errno == EINTR)) return false;
  ended_ = true;  // also when someone else reaped it: then its number may not be ours any more
  status_ = found == pid_ ? status : 0;
  return true;
}

bool EngineProcess::ended_within(milliseconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  while (!reap()) {
    if (std::chrono::steady_clock::now() >= deadline) return false;
    std::this_thread::sleep_for(milliseconds(2));
  }
  return true;
}

bool EngineProcess::alive() { return !reap(); }

bool EngineProcess::ended_by_signal() {
  const std::lock_guard lock(mutex_);
  return ended_ && WIFSIGNALED(status_);
}

std::chrono::nanoseconds EngineProcess::processor_time() const {
  clockid_t clock{};
  timespec used{};
  if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return {};
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

std::string EngineProcess::end_and_describe() {
  // A socket closes a moment before its process can be reaped: what it died of is worth that moment.
  if (!ended_within(milliseconds(200))) {
    killed_for_silence_ = true;
    ::kill(pid_, SIGKILL);
    ended_within(milliseconds(2000));
  }
  std::string text;
  {
    const std::lock_guard lock(mutex_);
    if (killed_for_silence_)
      text = "did not answer and was ended";
    else if (WIFSIGNALED(status_))
      text = std::string("ended by signal ") + std::to_string(WTERMSIG(status_)) + " (" +
             strsignal(WTERMSIG(status_)) + ")";
    else
      text = "ended with status " + std::to_string(WEXITSTATUS(status_));
  }
  if (const std::string log = tail_of(log_); !log.empty()) text += "; its last words: " + log;
  return text;
}

}  // namespace vicinia::gis::client
