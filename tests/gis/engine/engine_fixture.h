/// \file engine_fixture.h
/// One engine for the tests of a suite: it is stateless, so they cannot disturb each other.
#pragma once

#include <gtest/gtest.h>

#include "gis/engine/sample_map.h"

namespace vicinia::test {

class EngineTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto started = gis::client::EngineClient::start({.program = engine_program()});
    ASSERT_TRUE(started) << text_of(started);
    client_ = started->release();
  }
  static void TearDownTestSuite() {
    delete client_;
    client_ = nullptr;
  }
  void SetUp() override {
    ASSERT_NE(client_, nullptr);
    write_squares(squares());
  }
  [[nodiscard]] std::filesystem::path squares() const { return scratch_.path() / "squares.fgb"; }
  [[nodiscard]] gis::map::MapSpec map() const { return sample_map(squares()); }

  inline static gis::client::EngineClient* client_ = nullptr;
  TemporaryFolder scratch_;
};

}  // namespace vicinia::test
