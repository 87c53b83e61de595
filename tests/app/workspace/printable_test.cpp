#include "vicinia/workspace/base/printable.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace vicinia::workspace {
namespace {

TEST(Printable, ShowsControlsAsTheirNumbersAndLeavesLettersAlone) {
  EXPECT_EQ(printable("\x1b[31mđỏ\x1b[0m\x07"), "\\x1b[31mđỏ\\x1b[0m\\x07");
  EXPECT_EQ(printable("a\u202Ecba"), "a\\u202ecba");
  EXPECT_EQ(printable("\u009B31m"), "\\x9b31m") << "the same as ESC [, in one character";
  EXPECT_EQ(printable("Đồng Tháp\nCần Thơ\t1"), "Đồng Tháp\nCần Thơ\t1");
  EXPECT_EQ(printable_line("a\nb\tc\r"), "a\\nb\\tc\\x0d");
  EXPECT_EQ(printable("\xFF\xC3"), "\\xff\\xc3");
}

/// Pieces of text that terminals and readers stumble over, beside letters.
std::string odd_text() {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", "ệ", "🧵", "\x1b]0;T\x07", "\n", "\r", "\t", "\x7f", "\xC2\x9B",
                                    "\u202E", "\u2066", "\xFF", "\xE1\xBB", "{detail}"));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

RC_GTEST_PROP(PrintableProperty, NothingThatControlsATerminalIsLeftAndWhatIsSafeStays, ()) {
  const std::string text = odd_text(), shown = printable(text), line = printable_line(text);
  for (const unsigned char c : shown) RC_ASSERT((c >= ' ' && c != 0x7f) || c == '\n' || c == '\t');
  for (const unsigned char c : line) RC_ASSERT(c >= ' ' && c != 0x7f);
  for (const char* turning : {"\u202E", "\u2066", "\u009B"})
    RC_ASSERT(shown.find(turning) == std::string::npos);
  RC_ASSERT(printable(shown) == shown);
  RC_ASSERT(printable_line(line) == line);
}

}  // namespace
}  // namespace vicinia::workspace
