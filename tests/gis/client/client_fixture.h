/// \file client_fixture.h
/// A client of its own for each test, and a map that takes an engine long enough to be interrupted.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "gis/engine/sample_map.h"

namespace vicinia::test {

/// Processor time that a process has used, in ticks of the kernel; -1 where there is none.
inline long ticks_of(pid_t pid) {
  std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
  std::string text;
  if (!std::getline(stat, text)) return -1;
  std::istringstream after_name(text.substr(text.rfind(')') + 1));
  std::string skipped;
  for (int field = 3; field < 14; ++field) after_name >> skipped;
  long user = 0, system = 0;
  after_name >> user >> system;
  return user + system;
}

/// Until the process has worked for some ticks since it had used `before`; false where it has not within half a minute.
inline bool works_since(pid_t pid, long before, long ticks = 3) {
  for (int i = 0; i < 30'000; ++i) {
    if (ticks_of(pid) >= before + ticks) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return false;
}

class ClientTest : public testing::Test {
 protected:
  void SetUp() override {
    write_squares(scratch_.path() / "squares.fgb");
    start({});
  }
  void start(gis::client::EngineOptions options) {
    client_.reset();
    options.program = engine_program();
    options.runtime_parent = scratch_.path();
    auto started = gis::client::EngineClient::start(std::move(options));
    ASSERT_TRUE(started) << text_of(started);
    client_ = *std::move(started);
  }
  [[nodiscard]] gis::map::MapSpec map() const { return sample_map(scratch_.path() / "squares.fgb"); }
  /// The same squares many times over: about a second of drawing.
  [[nodiscard]] gis::map::MapSpec slow_map() const {
    gis::map::MapSpec spec = map();
    spec.width_px = spec.height_px = 3000;
    const gis::map::Layer layer = spec.layers.front();
    spec.layers.insert(spec.layers.end(), 40, layer);
    return spec;
  }
  [[nodiscard]] pid_t engine_pid() {
    const auto info = client_->info();
    EXPECT_TRUE(info) << text_of(info);
    return info ? info->pid : -1;
  }

  TemporaryFolder scratch_;
  std::unique_ptr<gis::client::EngineClient> client_;
};

}  // namespace vicinia::test
