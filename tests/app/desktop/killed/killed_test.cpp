// A process that edits and saves is killed at two hundred random moments: what was saved is there, and hardly anything of what was not is lost.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <random>
#include <sstream>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "killed/worker.h"
#include "support/temporary_folder.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/saving/workspace_file.h"

namespace vicinia::desktop::killed {

namespace fs = std::filesystem;
namespace ws = workspace;

namespace {

constexpr int lanes = 4, kills_a_lane = 50;
constexpr long long most_lost_ms = 5000;

struct Life {
  std::vector<std::pair<int, long long>> edits{};  ///< number, when
  int saved = 0;                                   ///< last that it told of; 0: none
  long long ended_ms = 0;
};

/// Runs the worker and kills it so long after it has begun to work, or, `at_start`, after it was started.
Life live(const fs::path& folder, unsigned seed, int milliseconds, bool at_start = false) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return {};
  const std::string seed_text = std::to_string(seed);
  const pid_t worker = ::fork();
  if (worker == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::execl("/proc/self/exe", "killed_tests", "--work-until-killed", folder.c_str(), seed_text.c_str(),
            nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  std::string told;
  std::atomic<bool> has_begun = at_start;
  std::thread reader([&] {
    char buffer[4096];
    for (ssize_t n = 0; (n = ::read(ends[0], buffer, sizeof buffer)) > 0; has_begun = true)
      told.append(buffer, static_cast<std::size_t>(n));
    has_begun = true;  // or never will
  });
  while (!has_begun) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  ::kill(worker, SIGKILL);
  Life life;
  int status = 0;
  ::waitpid(worker, &status, 0);
  life.ended_ms = now_ms();
  reader.join();
  ::close(ends[0]);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "it ended by itself, with " << status;
  std::istringstream lines(told);
  std::string word;
  while (lines >> word) {
    int number = 0;
    long long when = 0;
    lines >> number;
    if (word == "edit") lines >> when;
    if (!lines) break;  // cut short
    if (word == "edit") life.edits.emplace_back(number, when);
    if (word == "saved") life.saved = number;
  }
  return life;
}

int edit_in_view(const ws::StoredView& stored, const core::Dataset& data) {
  const auto view = ws::view_on(stored, data);
  EXPECT_TRUE(view) << "it is not whole";
  return view ? edit_in(view->notes) : -1;
}

/// What the next window would find.
int edit_kept(const fs::path& folder, const core::Dataset& data) {
  for (const char* name : {"window-1.vicinia", "window-1.before.vicinia"})
    if (const fs::path file = windows_in(folder) / name; fs::exists(file)) {
      const auto stored = ws::read_view_file(file);
      EXPECT_TRUE(stored) << "it is not whole: " << file;
      return stored ? edit_in_view(*stored, data) : -1;
    }
  return 0;
}

}  // namespace

TEST(KilledAtAnyMoment, NothingSavedIsLostAndNoMoreThanFiveSecondsOfWhatWasNot) {
  const auto data = ws::load(fs::path(VICINIA_TEST_DATA_DIR) / "mini");
  ASSERT_TRUE(data);
  std::atomic<int> kills = 0, while_saving = 0, with_edits = 0;
  std::atomic<long long> most_lost = 0;
  const auto lane = [&](unsigned seed) {
    const test::TemporaryFolder folder;
    std::minstd_rand random(seed);
    int last_saved = 0;
    for (int kill = 0; kill < kills_a_lane; ++kill) {
      const int milliseconds = kill == 0 ? 7000 : static_cast<int>(random() % 1200);
      const bool at_start = kill % 10 == 9;
      const Life life =
          live(folder.path(), seed * 1000 + static_cast<unsigned>(kill), milliseconds, at_start);
      ++kills;
      last_saved = std::max(last_saved, life.saved);
      if (const fs::path file = workspace_in(folder.path()); last_saved > 0 || fs::exists(file)) {
        const auto saved = ws::read_workspace(file);
        ASSERT_TRUE(saved) << "the file is not whole";
        EXPECT_GE(edit_in_view(saved->view, *(*data)->dataset), last_saved);
      }
      const int kept = edit_kept(folder.path(), *(*data)->dataset);
      EXPECT_GE(kept, life.saved) << "who opens the window again would save older work over newer";
      for (const auto& entry : fs::directory_iterator(folder.path()))
        while_saving += entry.path().filename().string().starts_with(".việc-vicinia-") ? 1 : 0;
      if (life.edits.empty()) continue;
      ++with_edits;
      const auto lost = std::ranges::find_if(life.edits, [&](const auto& edit) { return edit.first > kept; });
      const long long lost_ms = lost == life.edits.end() ? 0 : life.ended_ms - lost->second;
      EXPECT_LE(lost_ms, most_lost_ms) << "of the work before the kill";
      most_lost = std::max(most_lost.load(), lost_ms);
    }
    // Whoever comes next finds nothing left over by the dead.
    Life last = live(folder.path(), seed, 3000);
    EXPECT_GT(last.saved, 0);
    int left_over = 0;
    for (const auto& entry : fs::directory_iterator(folder.path()))
      left_over += entry.path().filename().string().starts_with(".việc-vicinia-") ? 1 : 0;
    EXPECT_LE(left_over, 1) << "at most that of the last one";
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < lanes; ++i) threads.emplace_back(lane, i + 1);
  threads.clear();
  std::printf("%d kills, %d after edits, %d while a file was being written; most work lost: %lld ms\n",
              kills.load(), with_edits.load(), while_saving.load(), most_lost.load());
  EXPECT_EQ(kills, lanes * kills_a_lane);
  EXPECT_GT(while_saving, 0) << "else the moments are not random enough";
}

}  // namespace vicinia::desktop::killed
