#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <future>
#include <thread>

#include "gis/client/client_fixture.h"

namespace vicinia::test {
namespace {

using core::ErrorCode;
using namespace std::chrono_literals;

class EngineLife : public ClientTest {};

/// Is it there, and not just waiting to be reaped?
bool is_running(pid_t pid) {
  std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
  std::string text;
  if (!std::getline(stat, text)) return false;
  const std::size_t end = text.rfind(')');
  return end != std::string::npos && text.at(end + 2) != 'Z';
}

bool ends_soon(pid_t pid) {
  for (int i = 0; i < 1000 && is_running(pid); ++i) std::this_thread::sleep_for(10ms);
  return !is_running(pid);
}

TEST_F(EngineLife, TellsWhoItIs) {
  const auto info = client_->info();
  ASSERT_TRUE(info) << text_of(info);
  EXPECT_GT(info->pid, 0);
  EXPECT_FALSE(info->engine_version.empty());
  EXPECT_TRUE(info->qgis_version.starts_with("3.") || info->qgis_version.starts_with("4."));
  EXPECT_FALSE(info->qt_version.empty());
  EXPECT_EQ(client_->restarts(), 0u);
}

TEST_F(EngineLife, KilledTenTimesWhileDrawingEveryRequestCompletes) {
  for (int round = 0; round < 10; ++round) {
    const pid_t pid = engine_pid();
    const long before = ticks_of(pid);
    auto drawing = std::async(std::launch::async, [&] { return client_->render_now(slow_map()); });
    ASSERT_TRUE(works_since(pid, before)) << "the engine does not draw";
    ::kill(pid, SIGKILL);
    const auto frame = drawing.get();
    ASSERT_TRUE(frame) << "round " << round << ": " << text_of(frame);
    EXPECT_EQ((*frame)->pixels().size(), 3000u * 3000u * 4u);
    EXPECT_EQ(pixel_at(**frame, 375, 2600).alpha, 255);
  }
  EXPECT_EQ(client_->restarts(), 10u);
}

TEST_F(EngineLife, AnEngineOfAnotherVersionIsRefusedAndSaysWhichItIs) {
  const auto program = scratch_.path() / "vicinia-map-engine";
  std::ofstream(program) << "#!/bin/sh\necho 0.0.9\nexec cat >/dev/null\n";
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  client_.reset();
  auto other = gis::client::EngineClient::start({.program = program, .runtime_parent = scratch_.path()});
  ASSERT_TRUE(other) << text_of(other);
  const auto frame = (*other)->render_now(map());
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().code, ErrorCode::engine_start_failed);
  EXPECT_EQ(frame.error().detail.find("it is of version 0.0.9, this program of "), 0u) << text_of(frame);
}

TEST_F(EngineLife, AnIdleEngineThatDiesIsReplaced) {
  const pid_t first = engine_pid();
  ::kill(first, SIGSEGV);
  ASSERT_TRUE(ends_soon(first));
  ASSERT_TRUE(client_->render_now(map()));
  EXPECT_NE(engine_pid(), first);
}

TEST_F(EngineLife, ThreeDeathsOnOneRequestAreEnoughAndTheNextStartsAfresh) {
  ASSERT_GT(engine_pid(), 0);
  std::atomic<bool> over{false};
  // Kills whichever engine runs: the children of this process.
  std::thread killer([&] {
    while (!over) {
      for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream of_thread(entry.path() / "children");
        for (pid_t child = 0; of_thread >> child;) {
          std::error_code failed;
          const auto program =
              std::filesystem::read_symlink("/proc/" + std::to_string(child) + "/exe", failed);
          if (!failed && program.filename() == "vicinia-map-engine") ::kill(child, SIGKILL);
        }
      }
      std::this_thread::sleep_for(5ms);
    }
  });
  const auto frame = client_->render_now(slow_map());
  over = true;
  killer.join();
  ASSERT_FALSE(frame);
  EXPECT_TRUE(frame.error().code == ErrorCode::engine_crashed ||
              frame.error().code == ErrorCode::engine_start_failed)
      << text_of(frame);
  EXPECT_NE(frame.error().detail.find("signal 9"), std::string::npos) << text_of(frame);
  const auto next = client_->render_now(map());
  EXPECT_TRUE(next) << text_of(next);
}

TEST_F(EngineLife, ASilentEngineIsReplaced) {
  start({.longest_silence = 1500ms});
  const pid_t pid = engine_pid();
  ::kill(pid, SIGSTOP);
  const auto frame = client_->render_now(map());
  EXPECT_TRUE(frame) << text_of(frame);
  EXPECT_EQ(client_->restarts(), 1u);
  EXPECT_FALSE(is_running(pid));
}

TEST_F(EngineLife, EndsWithItsClientAndTheFolderGoes) {
  const pid_t pid = engine_pid();
  const auto folder = client_->private_folder();
  struct stat found {};
  ASSERT_EQ(::stat(folder.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0700u);
  client_.reset();
  EXPECT_FALSE(is_running(pid));
  EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(EngineLife, LeavesNothingInTheTemporaryFolder) {
  client_.reset();
  const auto temporary = scratch_.path() / "tmp";
  std::filesystem::create_directory(temporary);
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before != nullptr ? before : "";
  ::setenv("TMPDIR", temporary.c_str(), 1);
  start({});
  EXPECT_TRUE(client_->render_now(map()));
  const auto target = scratch_.path() / "a.pdf";
  EXPECT_TRUE(client_->export_figure(
      sample_figure(scratch_.path() / "squares.fgb", gis::map::FigureFormat::pdf, target), {}));
  ::kill(engine_pid(), SIGKILL);
  client_.reset();
  if (before != nullptr)
    ::setenv("TMPDIR", kept.c_str(), 1);
  else
    ::unsetenv("TMPDIR");
  EXPECT_TRUE(std::filesystem::is_empty(temporary));
}

TEST_F(EngineLife, EndsWhenItsParentIsKilledAndTheNextClientClearsTheFolder) {
  client_.reset();
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  // The parent is a program of its own: this one, asked to hold an engine until it is killed.
  const pid_t parent = ::fork();
  if (parent == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::execl("/proc/self/exe", "gis_client_tests", "--gtest_also_run_disabled_tests",
            "--gtest_filter=DISABLED_Helper.HoldsAnEngine", nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  std::string text;
  char byte = 0;
  while (text.find("held\n") == std::string::npos && ::read(ends[0], &byte, 1) == 1) text += byte;
  ::close(ends[0]);
  const std::size_t mark = text.find("engine ");
  ASSERT_NE(mark, std::string::npos) << text;
  std::istringstream words(text.substr(mark));
  std::string word, folder;
  pid_t engine = 0;
  words >> word >> engine >> folder;
  ASSERT_TRUE(is_running(engine)) << text;
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  EXPECT_TRUE(ends_soon(engine));
  ASSERT_TRUE(std::filesystem::exists(folder));
  const auto another = gis::client::EngineClient::start(
      {.program = engine_program(), .runtime_parent = std::filesystem::path(folder).parent_path()});
  EXPECT_TRUE(another) << text_of(another);
  EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST(DISABLED_Helper, HoldsAnEngine) {
  auto client = gis::client::EngineClient::start({.program = engine_program(), .runtime_parent = "/tmp"});
  ASSERT_TRUE(client);
  const auto info = (*client)->info();
  ASSERT_TRUE(info);
  std::printf("engine %d %s\nheld\n", static_cast<int>(info->pid), (*client)->private_folder().c_str());
  std::fflush(stdout);
  ::pause();
}

TEST_F(EngineLife, LeavesTheFolderOfALivingClientAlone) {
  const auto folder = client_->private_folder();
  const auto another =
      gis::client::EngineClient::start({.program = engine_program(), .runtime_parent = scratch_.path()});
  ASSERT_TRUE(another);
  EXPECT_NE((*another)->private_folder(), folder);
  EXPECT_TRUE(std::filesystem::exists(folder));
  EXPECT_TRUE(client_->render_now(map()));
}

TEST_F(EngineLife, AMissingProgramIsToldAtOnce) {
  const auto started = gis::client::EngineClient::start({.program = "/no/such/engine"});
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, ErrorCode::engine_not_found);
}

TEST_F(EngineLife, AProgramThatIsNoEngineIsToldByTheFirstRequest) {
  auto started =
      gis::client::EngineClient::start({.program = "/bin/false", .runtime_parent = scratch_.path()});
  ASSERT_TRUE(started);
  const auto frame = (*started)->render_now(map());
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().code, ErrorCode::engine_start_failed) << text_of(frame);
}

TEST_F(EngineLife, APathTooLongForASocketIsRefused) {
  const auto deep = scratch_.path() / std::string(120, 'x');
  std::filesystem::create_directory(deep);
  const auto started =
      gis::client::EngineClient::start({.program = engine_program(), .runtime_parent = deep});
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, ErrorCode::engine_start_failed);
}

}  // namespace
}  // namespace vicinia::test
