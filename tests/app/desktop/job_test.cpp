// Work off the GUI thread: whatever happens there, the window hears of it and goes on.
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QtTest>
#include <atomic>
#include <new>
#include <stdexcept>
#include <thread>

#include "jobs/contiguity_job.h"
#include "jobs/dataset_job.h"
#include "jobs/indicators_job.h"
#include "jobs/robustness_job.h"
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

class Jobs : public testing::Test {
 protected:
  void SetUp() override {
    DatasetJob job(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini", folder_.path().toStdString());
    QSignalSpy finished(&job, &DatasetJob::finished);
    ASSERT_TRUE(finished.wait(long_enough_ms));
    prepared_ = finished.front().front().value<PreparedDatasetPtr>();
    ASSERT_TRUE(prepared_);
  }
  [[nodiscard]] const core::Dataset& dataset() const { return *prepared_->data->dataset; }
  [[nodiscard]] IndicatorsRequest request(std::size_t number) const {
    return {.data = prepared_->data, .sector = number % dataset().sectors.size()};
  }
  [[nodiscard]] ArcDetailPtr arcs() const {
    ContiguityJob job(prepared_->data->dataset, std::nullopt);
    QSignalSpy finished(&job, &ContiguityJob::finished);
    EXPECT_TRUE(finished.wait(long_enough_ms));
    return finished.front().front().value<ArcDetailPtr>();
  }

  QTemporaryDir folder_;
  PreparedDatasetPtr prepared_;
};

TEST_F(Jobs, OnOneDataSetAtTheSameTimeGiveWhatEachGivesAlone) {
  constexpr std::size_t count = 12;
  std::vector<std::unique_ptr<IndicatorsJob>> jobs;
  std::vector<SectorIndicatorsPtr> together(count);
  std::size_t ended = 0;
  ContiguityJob borders(prepared_->data->dataset, std::nullopt);
  ArcDetailPtr found;
  QObject::connect(&borders, &ContiguityJob::finished, &borders,
                   [&](const ArcDetailPtr& arcs) { found = arcs; });
  for (std::size_t number = 0; number < count; ++number) {
    jobs.push_back(std::make_unique<IndicatorsJob>(request(number), nullptr));
    QObject::connect(jobs.back().get(), &IndicatorsJob::finished, jobs.back().get(),
                     [&, number](const SectorIndicatorsPtr& indicators) {
                       together[number] = indicators;
                       ++ended;
                     });
  }
  ASSERT_TRUE(QTest::qWaitFor([&] { return ended == count && found; }, long_enough_ms));
  for (std::size_t number = 0; number < count; ++number) {
    const SectorIndicatorsPtr& one = together[number];
    ASSERT_TRUE(one);
    EXPECT_EQ(one->sector(), request(number).sector);
    const SectorIndicatorsPtr& same = together[number % dataset().sectors.size()];
    for (core::admin::UnitIndex unit = 0; unit < dataset().frame.size(); ++unit)
      EXPECT_EQ(one->at(unit, core::indicators::Indicator::location_quotient).value,
                same->at(unit, core::indicators::Indicator::location_quotient).value);
  }
}

TEST_F(Jobs, ThatAreCancelledOrDestroyedAtAnyMomentLeaveTheDataAlone) {
  const ArcDetailPtr borders = arcs();
  ASSERT_TRUE(borders);
  const workspace::Document document{prepared_->data, {}};
  const auto values = workspace::sector_values(document);
  ASSERT_TRUE(values);
  const auto found =
      FoundAgglomerations::find(document, borders, std::make_shared<const workspace::SectorValues>(*values));
  ASSERT_TRUE(found);
  for (int moment = 0; moment < 40; ++moment) {
    RobustnessJob robustness(*found);
    IndicatorsJob indicators(request(static_cast<std::size_t>(moment)), nullptr);
    if (moment % 2 == 0) robustness.cancel();
    for (int turn = 0; turn < moment % 5; ++turn) QCoreApplication::processEvents();
  }
  RobustnessJob whole(*found);
  QSignalSpy finished(&whole, &RobustnessJob::finished);
  ASSERT_TRUE(finished.wait(long_enough_ms));
  EXPECT_TRUE(finished.front().front().value<RobustnessPtr>());
}

}  // namespace vicinia::desktop
