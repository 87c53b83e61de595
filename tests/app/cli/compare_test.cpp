// --compare: several maps on one page, what they are called, what they share, and what cannot be compared.
#include <gmock/gmock.h>

#include "terminal.h"

namespace vicinia::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class Compare : public Terminal {
 protected:
  Finished figure(const std::string& options, const std::string& out = "f.svg") {
    return vicinia("figure --sector I --language en " + options + " --out '" + file(out) + "'");
  }
  std::string mini() { return "--dataset '" VICINIA_TEST_DATA_DIR "/mini' "; }
};

TEST_F(Compare, EachMapHasItsNameAndTheTitleIsWhatTheyHaveInCommon) {
  const Finished done = figure(mini() + "--compare sector=II --compare sector=III");
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(contents(file("f.svg")), AllOf(HasSubstr("Food products"), HasSubstr("Textiles"),
                                             HasSubstr("Furniture"), HasSubstr("Location quotient")));
  ASSERT_EQ(figure(mini() + "--compare sector=II,variable=employees").exit_code, 0);
  EXPECT_THAT(contents(file("f.svg")), HasSubstr("Maps compared"));
}

TEST_F(Compare, APageOpensAgainInItsComparison) {
  ASSERT_EQ(figure(mini() + "--compare sector=II,lq-min=1.5 --same-classes", "f.pdf").exit_code, 0);
  const Finished opened = vicinia("open " + mini() + "--language en '" + file("f.pdf") + "'");
  ASSERT_EQ(opened.exit_code, 0) << opened.err;
  EXPECT_THAT(opened.out, AllOf(HasSubstr("Compared with"), HasSubstr("Textiles")));
  const Finished again = vicinia("open " + mini() + "--language en '" + file("f.pdf") + "' --figure-out '" +
                                 file("g.svg") + "'");
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_THAT(contents(file("g.svg")), AllOf(HasSubstr("Food products"), HasSubstr("Textiles")));
}

TEST_F(Compare, ANameWithACommaIsOneName) {
  const Finished done =
      figure("--compare 'sector=Manufacture of cement, lime and plaster,variable=employees'");
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(contents(file("f.svg")), HasSubstr("cement, lime and plaster"));
}

TEST_F(Compare, WhatCannotBeComparedIsToldAndNothingIsWritten) {
  struct Wrong {
    std::string options, told;
  };
  std::string seven;
  for (int i = 0; i < 6; ++i) seven += " --compare sector=II";
  for (const Wrong& wrong :
       {Wrong{"--compare colour=red", "colour"}, Wrong{"--compare sector=XL", "XL"},
        Wrong{"--compare variable=beauty", "beauty"}, Wrong{"--compare lq-min=much", "much"},
        Wrong{"--compare sector=II,sector=III", "II, III"}, Wrong{"--compare sector", "--compare sector"},
        Wrong{seven, "More than 6 maps"}}) {
    const Finished done = figure(mini() + wrong.options);
    EXPECT_NE(done.exit_code, 0) << wrong.options;
    EXPECT_THAT(done.err, HasSubstr(wrong.told)) << wrong.options;
    EXPECT_FALSE(fs::exists(file("f.svg"))) << wrong.options;
  }
}

TEST_F(Compare, PeriodsStandSideBySide) {
  const Finished done = figure("--dataset '" VICINIA_TEST_DATA_DIR "/matrix-long' --compare period=2007");
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(contents(file("f.svg")),
              AllOf(HasSubstr("Food products"), HasSubstr("2007"), HasSubstr("2012")));
}

}  // namespace
}  // namespace vicinia::cli
