/// \file golden.h
/// Compares a frame with a picture of tests/golden. A missing reference fails. A difference leaves two pictures in the
/// build folder: what was drawn (copy it to tests/golden when it is right), and where it differs, in red.
/// Tolerance: hinting and antialiasing differ a little between machines, so single pixels may, places may not: of each square of the picture
/// a small share of the pixels. A label that is lost, or a sign that is drawn elsewhere, fails however large the page is.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "gis/engine/picture.h"
#include "vicinia/gis/client/engine_client.h"

namespace vicinia::test {

/// Where two pictures of one size differ by more than machines do.
struct PictureDifference {
  std::size_t pixels = 0;   ///< that differ, anywhere
  std::size_t squares = 0;  ///< with more of them than is tolerated
  int left = 0, top = 0;    ///< of the square with most
  Picture marked{};         ///< the first picture, with red where they differ
};
[[nodiscard]] PictureDifference difference_of(const Picture& drawn, const Picture& reference);

[[nodiscard]] testing::AssertionResult matches_golden(const gis::client::Frame& frame,
                                                      const std::string& name);
[[nodiscard]] testing::AssertionResult matches_golden(const Picture& drawn, const std::string& name);

}  // namespace vicinia::test
