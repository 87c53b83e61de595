// Numbers in files: plain decimals, and our own reader reads them back.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "vicinia/gis/io/numbers.h"
#include "vicinia/workspace/base/csv.h"
#include "vicinia/workspace/base/json_text.h"

namespace vicinia::workspace {
namespace {

double any_number() {
  const double digits = *rc::gen::inRange(0, 1'000'000'000);
  return digits * std::pow(10.0, *rc::gen::inRange(-14, 8));
}

core::Result<core::Cell> read_back(const std::string& text, gis::io::Quantity quantity) {
  const gis::io::Table table{.columns = {"n"}, .rows = {{text}}, .lines = {2}};
  gis::io::NumberReader reader(table, {{0, quantity, 0}}, {.decimal = gis::io::DecimalMark::point});
  return reader.read(0, 0).map([](const gis::io::NumberRead& read) { return read.cell; });
}

RC_GTEST_PROP(WrittenNumbersProperty, ArePlainDecimalsThatReadBackTheSame, ()) {
  const double number = any_number();
  const std::string text = csv_field(number);
  RC_LOG(text);
  RC_ASSERT(text.find_first_not_of("0123456789.") == std::string::npos);
  const auto read = read_back(text, gis::io::Quantity::quotient);
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == core::Cell::of(number));
}

RC_GTEST_PROP(WrittenNumbersProperty, CountsAreWholeAndReadBackAsCounts, ()) {
  const double number = std::pow(10.0, *rc::gen::inRange(0, 13)) * *rc::gen::inRange(0, 1000);
  const std::string text = csv_field(number);
  RC_ASSERT(text.find_first_not_of("0123456789") == std::string::npos);
  const auto read = read_back(text, gis::io::Quantity::count);
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == core::Cell::of(number));
}

RC_GTEST_PROP(WrittenNumbersProperty, JsonHasTheSameNumbersWithoutExponents, ()) {
  nlohmann::ordered_json json{
      {"text", "1e-05, \"2E+07\" \\ 3e5"}, {"list", nlohmann::ordered_json::array()}, {"1e5", -any_number()}};
  for (int i = 0; i < 5; ++i) json["list"].push_back(any_number());
  const std::string text = json_text(json);
  RC_ASSERT(nlohmann::ordered_json::parse(text) == json);
  std::string outside;  // of strings
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_string && text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      in_string = !in_string;
    else if (!in_string)
      outside += text[i];
  }
  RC_ASSERT(outside.find_first_of("eE") == std::string::npos);
}

TEST(WrittenNumbers, AHundredThousandIsNoPowerOfTen) {
  EXPECT_EQ(csv_field(100000.0), "100000");
  EXPECT_EQ(csv_field(3e7), "30000000");
  EXPECT_EQ(csv_field(1e-5), "0.00001");
  EXPECT_EQ(json_text({{"a", 1e-7}, {"b", 3e7}}), "{\n  \"a\": 0.0000001,\n  \"b\": 30000000.0\n}\n");
}

}  // namespace
}  // namespace vicinia::workspace
