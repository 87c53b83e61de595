#include "vicinia/gis/files/json_depth.h"

#include <gtest/gtest.h>

#include <string>

namespace vicinia::gis::files {
namespace {

TEST(JsonDepth, CountsWhatIsOpenAndNotWhatStandsInTexts) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_FALSE(is_nested_too_deep(nested(deepest_json)));
  EXPECT_TRUE(is_nested_too_deep(nested(deepest_json + 1)));
  EXPECT_TRUE(is_nested_too_deep(std::string(200'000, '[')));
  EXPECT_FALSE(is_nested_too_deep('"' + std::string(200'000, '[') + '"'));
  EXPECT_FALSE(
      is_nested_too_deep(R"("\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")"));
  std::string wide = "[";
  for (int i = 0; i < 10'000; ++i) wide += R"({"a":[1]},)";
  EXPECT_FALSE(is_nested_too_deep(wide));
}

}  // namespace
}  // namespace vicinia::gis::files
