/// \file golden.h
/// Compares a frame with a picture of tests/golden. A missing reference fails. A difference leaves two pictures in the
/// build folder: what was drawn (copy it to tests/golden when it is right), and where it differs, in red.
/// Tolerance: hinting and antialiasing differ a little between machines, so single pixels may, places may not.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "gis/engine/picture.h"
#include "vicinia/gis/client/engine_client.h"

namespace vicinia::test {

[[nodiscard]] testing::AssertionResult matches_golden(const gis::client::Frame& frame,
                                                      const std::string& name);
[[nodiscard]] testing::AssertionResult matches_golden(const Picture& drawn, const std::string& name);

}  // namespace vicinia::test
