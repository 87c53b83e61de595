// What a running command leaves when it is stopped, and what it starts.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "terminal.h"

namespace vicinia::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// True as soon as it is so, false where it is not within half a minute.
template <class Condition>
bool comes_true(Condition condition) {
  for (int i = 0; i < 3000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

/// One that ended and that nobody asked after yet is gone too.
bool is_running(pid_t process) {
  std::ifstream in("/proc/" + std::to_string(process) + "/stat");
  std::string id, name, state;
  in >> id >> name >> state;
  return !state.empty() && state != "Z";
}

/// Started by any of its threads.
std::vector<pid_t> children_of(pid_t process) {
  std::vector<pid_t> children;
  std::error_code gone;
  for (const auto& thread : fs::directory_iterator("/proc/" + std::to_string(process) + "/task", gone)) {
    std::ifstream in(thread.path() / "children");
    for (pid_t child = 0; in >> child;) children.push_back(child);
  }
  return children;
}

class Running : public Terminal {
 protected:
  /// Starts the program without waiting for it. `environment`: NAME=value.
  void start(std::vector<std::string> arguments, const fs::path& program,
             std::vector<std::string> environment = {}) {
    arguments.insert(arguments.begin(), program.string());
    process_ = ::fork();
    if (process_ != 0) return;
    std::vector<char*> words;
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    for (std::string& variable : environment) ::putenv(variable.data());
    if (::freopen(file("stderr.txt").c_str(), "w", stderr) == nullptr ||
        ::freopen("/dev/null", "w", stdout) == nullptr)
      ::_exit(126);
    ::execv(program.c_str(), words.data());
    ::_exit(127);
  }
  /// Exit code; 128 and more after a signal.
  int wait() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  void TearDown() override {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    wait();
  }
  pid_t process_ = -1;
};

class Interrupted : public Running, public testing::WithParamInterface<int> {};

TEST_P(Interrupted, ASeriesLeavesNothingHalfWrittenAndNoEngine) {
  fs::create_directory(file("out"));
  start({"series", "--per", "province", "--language", "en", "--out", file("out/s.pdf")},
        fs::path(VICINIA_BIN_DIR) / "vicinia", {"LC_ALL=C.UTF-8"});
  // Whether the folder can be written to is tried before there is an engine.
  std::vector<pid_t> engines;
  ASSERT_TRUE(comes_true([&] {
    return !(engines = children_of(process_)).empty() && !fs::is_empty(file("out"));
  })) << "nothing was begun beside the target, or it was done too soon to be stopped";
  ::kill(process_, GetParam());
  EXPECT_EQ(wait(), 130);
  EXPECT_THAT(contents(file("stderr.txt")), HasSubstr("Cancelled"));
  EXPECT_TRUE(fs::is_empty(file("out")));
  for (const pid_t engine : engines) EXPECT_TRUE(comes_true([&] { return !is_running(engine); })) << engine;
}

INSTANTIATE_TEST_SUITE_P(By, Interrupted, testing::Values(SIGINT, SIGTERM), [](const auto& tested) {
  return std::string(tested.param == SIGINT ? "Interrupt" : "Termination");
});

TEST_F(Running, AFigureOpensInTheWindowWithItsView) {
  ASSERT_EQ(vicinia("figure --sector IV --measure employees --palette magma --select 761 --dpi 50 --out '" +
                    file("f.png") + "'")
                .exit_code,
            0);
  // The programs as they are installed, but for a window that only keeps what it is given.
  const fs::path programs = file("bin");
  fs::create_directory(programs);
  fs::copy_file(fs::path(VICINIA_BIN_DIR) / "vicinia", programs / "vicinia");
  std::ofstream(programs / "vicinia-desktop") << "#!/bin/sh\ncp \"$1\" '" << file("given.vicinia") << "'\n";
  fs::permissions(programs / "vicinia-desktop", fs::perms::owner_all);
  fs::create_directory(file("tmp"));
  const Finished opened = test::run(programs / "vicinia", "open '" + file("f.png") + "' --window",
                                    folder_.path(), "LC_ALL=C.UTF-8 TMPDIR='" + file("tmp") + "'");
  ASSERT_EQ(opened.exit_code, 0) << opened.err;
  const std::string view = contents(file("given.vicinia"));
  for (const char* part : {"\"sector\": \"IV\"", "\"variable\": \"employees\"", "\"plain\": \"magma\"",
                           "\"selected\": \"761\"", "\"dataset\": \"/"})
    EXPECT_THAT(view, HasSubstr(part));
  EXPECT_TRUE(fs::is_empty(file("tmp"))) << "the file that the view went in is left";
}

TEST_F(Running, TheWindowThatAFigureOpensInStartsAndDrawsAMap) {
  ASSERT_EQ(vicinia("figure --sector IV --dpi 50 --out '" + file("f.png") + "'").exit_code, 0);
  fs::create_directory(file("tmp"));
  start({"open", file("f.png"), "--window"}, fs::path(VICINIA_BIN_DIR) / "vicinia",
        {"QT_QPA_PLATFORM=offscreen", "LC_ALL=C.UTF-8", "TMPDIR=" + file("tmp"),
         "XDG_CONFIG_HOME=" + file("tmp")});
  std::vector<pid_t> window, engine;
  EXPECT_TRUE(comes_true([&] {
    window = children_of(process_);
    engine = window.empty() ? std::vector<pid_t>() : children_of(window.front());
    return !engine.empty();
  })) << contents(file("stderr.txt"));
  ASSERT_FALSE(window.empty());
  EXPECT_EQ(fs::read_symlink("/proc/" + std::to_string(window.front()) + "/exe").filename(),
            "vicinia-desktop");
  ::kill(window.front(), SIGTERM);
  wait();
  for (const pid_t one : engine)
    EXPECT_TRUE(comes_true([&] { return !is_running(one); })) << "the engine outlives its window";
}

}  // namespace
}  // namespace vicinia::cli
