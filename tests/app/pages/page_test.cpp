/// \file page_test.cpp
/// Pages of the built-in data as the terminal writes them, against those that a person looked at: each template in each language with
/// everything on it, and the other kinds of page once. A page that differs leaves what was drawn and where it differs (see golden.h).
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "gis/engine/golden.h"
#include "support/process.h"
#include "support/temporary_folder.h"
#include "vicinia/gis/map/figure_template.h"

namespace vicinia::test {
namespace {

struct Case {
  std::string name, arguments;
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  const std::vector<std::string> languages{"vi", "en", "both"};
  for (const gis::map::FigureTemplate& page : gis::map::figure_templates())
    for (const std::string& language : languages)
      cases.push_back({std::string(page.id) + "." + language,
                       "figure --sector I --zoom-insets --table --graticule --template " +
                           std::string(page.id) + " --language " + language});
  for (const std::string& language : languages)
    cases.push_back({"province." + language,
                     "figure --sector I --measure employees --province 79 --select 777 --overview --table "
                     "--template a4-portrait --language " +
                         language});
  cases.push_back({"multiples.vi", "series --per sector --multiples --template a4-portrait --language vi"});
  cases.push_back(
      {"longest-names.en",
       "figure --sector XII --measure fdi-enterprises --province 77 --overview --template half-page --language en"});
  return cases;
}

class Page : public testing::TestWithParam<Case> {
 protected:
  /// The page at this resolution.
  [[nodiscard]] Picture drawn(int dpi) const {
    const auto file = folder_.path() / (std::to_string(dpi) + ".png");
    const Finished run_of = run(std::filesystem::path(VICINIA_BIN_DIR) / "vicinia",
                                GetParam().arguments + " --date 2011-09-01 --dpi " + std::to_string(dpi) +
                                    " --out '" + file.string() + "'",
                                folder_.path(), "LC_ALL=C.UTF-8");
    EXPECT_EQ(run_of.exit_code, 0) << run_of.err;
    Picture picture;
    EXPECT_TRUE(load(file, picture));
    return picture;
  }
  TemporaryFolder folder_;
};

TEST_P(Page, LooksAsItDidWhenAPersonLookedAtIt) {
  const Picture picture = drawn(72);
  ASSERT_FALSE(HasFailure());
  EXPECT_TRUE(matches_golden(picture, "page." + GetParam().name));
}

INSTANTIATE_TEST_SUITE_P(All, Page, testing::ValuesIn(all_cases()), [](const auto& one) {
  std::string name = one.param.name;
  std::ranges::replace_if(
      name, [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
});

/// The mean colour of square blocks, row by row.
std::vector<double> blocks_of(const Picture& picture, int side) {
  std::vector<double> means;
  for (int top = 0; top + side <= picture.height; top += side)
    for (int left = 0; left + side <= picture.width; left += side)
      for (int channel = 0; channel < 3; ++channel) {
        double sum = 0;
        for (int y = top; y < top + side; ++y)
          for (int x = left; x < left + side; ++x)
            sum += picture.rgb[static_cast<std::size_t>(3 * (y * picture.width + x) + channel)];
        means.push_back(sum / (side * side));
      }
  return means;
}

using PageAtTwoSizes = Page;

TEST_P(PageAtTwoSizes, ShowsTheSameNamesAtEveryResolution) {
  constexpr int small_dpi = 60, times = 3, block = 12;
  const std::vector<double> small = blocks_of(drawn(small_dpi), block),
                            large = blocks_of(drawn(times * small_dpi), times * block);
  ASSERT_EQ(small.size(), large.size());
  constexpr double most = 34;  // of 255: a name that is there in one only makes 60, hinting of small type 25
  for (std::size_t i = 0; i < small.size(); ++i)
    EXPECT_LT(std::abs(small[i] - large[i]), most) << "block " << i / 3;
}

INSTANTIATE_TEST_SUITE_P(One, PageAtTwoSizes, testing::Values(all_cases().front()),
                         [](const auto&) { return "A4"; });

}  // namespace
}  // namespace vicinia::test
