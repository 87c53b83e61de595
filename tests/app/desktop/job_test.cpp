// Work off the GUI thread: whatever happens there, the window hears of it and goes on.
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QtTest>
#include <atomic>
#include <new>
#include <stdexcept>
#include <thread>

#include "jobs/write_job.h"

namespace vicinia::desktop {

constexpr int long_enough_ms = 60'000;

core::Error errorOf(std::function<core::Status(const core::Task&)> work) {
  WriteJob job(std::move(work));
  QSignalSpy failed(&job, &Job::failed);
  EXPECT_TRUE(failed.wait(long_enough_ms));
  return failed.isEmpty() ? core::Error{} : failed.front().front().value<core::Error>();
}

TEST(Job, ThatThrowsFailsAndSaysWhatItWas) {
  EXPECT_EQ(errorOf([](const core::Task&) -> core::Status { throw std::bad_alloc(); }).detail,
            "out of memory");
  const core::Error thrown =
      errorOf([](const core::Task&) -> core::Status { throw std::runtime_error("the disk is on fire"); });
  EXPECT_EQ(thrown.code, core::ErrorCode::internal);
  EXPECT_EQ(thrown.detail, "the disk is on fire");
}

TEST(Job, ThatReturnsAnErrorFailsWithIt) {
  EXPECT_EQ(errorOf([](const core::Task&) -> core::Status {
              return core::fail({.code = core::ErrorCode::no_values});
            }).code,
            core::ErrorCode::no_values);
}

TEST(Job, TellsItsProgressAndItsEnd) {
  WriteJob job([](const core::Task& task) -> core::Status {
    task.at(0.5, "half");
    return {};
  });
  QSignalSpy progressed(&job, &Job::progressed), written(&job, &WriteJob::written);
  EXPECT_TRUE(written.wait(long_enough_ms));
  ASSERT_EQ(progressed.size(), 1);
  EXPECT_EQ(progressed.front().at(0).toDouble(), 0.5);
}

TEST(Job, ThatIsDestroyedIsStoppedAndWaitedFor) {
  std::atomic<bool> ended = false;
  {
    WriteJob job([&](const core::Task& task) -> core::Status {
      while (!task.stop.stop_requested()) std::this_thread::yield();
      ended = true;
      return {};
    });
  }
  EXPECT_TRUE(ended);
}

}  // namespace vicinia::desktop
