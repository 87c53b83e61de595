#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

#include "gis/client/client_fixture.h"

namespace vicinia::test {
namespace {

using core::ErrorCode;
using gis::client::FrameResult;
using namespace std::chrono_literals;

class RenderQueue : public ClientTest {
 protected:
  struct Answer {
    std::uint64_t generation;
    bool drawn, cancelled;
  };
  auto recorder() {
    return [this](std::uint64_t generation, FrameResult result) {
      const std::lock_guard lock(mutex_);
      answers_.push_back(
          {generation, result.has_value(), !result && result.error().code == ErrorCode::cancelled});
      wake_.notify_all();
    };
  }
  bool wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    return wake_.wait_for(lock, 60s, [&] { return answers_.size() >= count; });
  }
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<Answer> answers_;
};

TEST_F(RenderQueue, TheLatestWinsAndEveryCallbackComesOnce) {
  std::vector<std::uint64_t> asked;
  for (int i = 0; i < 20; ++i) asked.push_back(client_->render(i < 19 ? slow_map() : map(), recorder()));
  ASSERT_TRUE(wait_for(20));
  for (std::size_t i = 1; i < asked.size(); ++i) EXPECT_GT(asked[i], asked[i - 1]);
  std::vector<int> seen(asked.back() + 1, 0);
  for (const Answer& answer : answers_) {
    ++seen.at(answer.generation);
    if (answer.generation == asked.back())
      EXPECT_TRUE(answer.drawn);
    else
      EXPECT_TRUE(answer.cancelled);
  }
  for (const std::uint64_t generation : asked) EXPECT_EQ(seen.at(generation), 1);
}

TEST_F(RenderQueue, ANewerRequestStopsTheDrawingThatIsUnderWay) {
  const pid_t pid = engine_pid();
  const long before = ticks_of(pid);
  client_->render(slow_map(), recorder());
  ASSERT_TRUE(works_since(pid, before)) << "the engine does not draw";
  client_->render(map(), recorder());
  ASSERT_TRUE(wait_for(2));
  EXPECT_TRUE(answers_[0].cancelled);
  EXPECT_TRUE(answers_[1].drawn);
  EXPECT_EQ(client_->restarts(), 0u);
}

TEST_F(RenderQueue, ACallbackMayAskForTheNextDrawing) {
  client_->render(map(), [&](std::uint64_t generation, FrameResult result) {
    recorder()(generation, std::move(result));
    client_->render(map(), recorder());
  });
  ASSERT_TRUE(wait_for(2));
  EXPECT_TRUE(answers_[0].drawn);
  EXPECT_TRUE(answers_[1].drawn);
}

TEST_F(RenderQueue, EachCanvasHasItsLatestAndSupersedesItsOwnAlone) {
  std::vector<std::uint64_t> wanted, stale;
  for (int round = 0; round < 3; ++round)
    for (std::uint32_t canvas = 0; canvas < 6; ++canvas)
      (round < 2 ? stale : wanted)
          .push_back(client_->render(round < 2 ? slow_map() : map(), recorder(), {.canvas = canvas}));
  ASSERT_TRUE(wait_for(18));
  EXPECT_EQ(answers_.size(), 18u);
  for (const Answer& answer : answers_) {
    const bool is_wanted = std::ranges::find(wanted, answer.generation) != wanted.end();
    EXPECT_EQ(answer.drawn, is_wanted) << answer.generation;
    EXPECT_EQ(answer.cancelled, !is_wanted) << answer.generation;
  }
}

TEST_F(RenderQueue, TheFirstCanvasGoesBeforeTheOthersAndPutsADrawingOffOnce) {
  const pid_t pid = engine_pid();
  const long before = ticks_of(pid);
  const auto beside = client_->render(slow_map(), recorder(), {.canvas = 2});
  ASSERT_TRUE(works_since(pid, before)) << "the engine does not draw";
  const auto waiting = client_->render(map(), recorder(), {.canvas = 1});
  const auto first = client_->render(map(), recorder(), {.canvas = 0});
  ASSERT_TRUE(wait_for(3));
  EXPECT_EQ(answers_[0].generation, first);
  for (const Answer& answer : answers_)
    EXPECT_TRUE(answer.drawn) << answer.generation << " is put off, not dropped";
  EXPECT_NE(beside, waiting);
}

TEST_F(RenderQueue, NoCallbackIsLostWhenTheClientGoes) {
  for (std::uint32_t i = 0; i < 5; ++i) client_->render(slow_map(), recorder(), {.canvas = i / 2});
  client_.reset();
  EXPECT_EQ(answers_.size(), 5u);
  for (const Answer& answer : answers_) EXPECT_TRUE(answer.cancelled);
}

TEST_F(RenderQueue, DrawingAndWaitingDoesNotDisturbTheQueue) {
  client_->render(map(), recorder());
  EXPECT_TRUE(client_->render_now(map()));
  ASSERT_TRUE(wait_for(1));
  EXPECT_TRUE(answers_[0].drawn);
}

}  // namespace
}  // namespace vicinia::test
