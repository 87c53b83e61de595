/// \file client_fixture.h
/// A client of its own for each test, and a map that takes an engine long enough to be interrupted.
#pragma once

#include <gtest/gtest.h>

#include "gis/engine/sample_map.h"

namespace vicinia::test {

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
