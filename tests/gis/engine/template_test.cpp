/// \file template_test.cpp
/// Every template in every language, with the longest texts: every text in its place. What the pages look like: tests/app/pages.
#include <algorithm>
#include <regex>

#include "gis/engine/engine_fixture.h"
#include "gis/engine/page_sample.h"
#include "vicinia/gis/map/figure_template.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

struct Case {
  std::string_view page, language;
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.page << " " << one.language; }

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const FigureTemplate& page : figure_templates())
    for (const char* language : {"vi", "en", "both"}) cases.push_back({page.id, language});
  return cases;
}

class Template : public EngineTest, public testing::WithParamInterface<Case> {
 protected:
  [[nodiscard]] FigureSpec sample(FigureFormat format, const std::string& name) const {
    return page_sample(squares(), GetParam().page, GetParam().language, format, scratch_.path() / name);
  }
};

/// A word as it stands on the page; points.
struct Word {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string text;
};

std::vector<Word> words_of(const std::string& pdf) {
  const std::string xml = printed_by("pdftotext -bbox '" + pdf + "' -");
  static const std::regex word(
      R"re(<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">([^<]*)</word>)re");
  std::vector<Word> words;
  for (std::sregex_iterator found(xml.begin(), xml.end(), word), end; found != end; ++found)
    words.push_back({std::stod((*found)[1]), std::stod((*found)[2]), std::stod((*found)[3]),
                     std::stod((*found)[4]), (*found)[5]});
  return words;
}

/// Letters need less than their boxes: ascenders and descenders of neighbouring lines may share a little.
bool collide(const Word& a, const Word& b) {
  const double width = std::min(a.right, b.right) - std::max(a.left, b.left),
               height = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  const double line = std::min(a.bottom - a.top, b.bottom - b.top);
  return width > 0.5 && height > 0.3 * line;
}

TEST_P(Template, EveryTextIsWholeOnThePageAndClearOfAllOthers) {
  const FigureSpec figure = sample(FigureFormat::pdf, "page.pdf");
  const auto written = client_->export_figure(figure, {});
  ASSERT_TRUE(written) << text_of(written);
  const std::vector<Word> words = words_of(figure.file);
  ASSERT_GT(words.size(), 40u);
  const double pt = 72 / 25.4, margin = (figure.margin_mm - 0.6) * pt;
  for (const Word& word : words) {
    EXPECT_GE(word.left, margin) << word.text;
    EXPECT_GE(word.top, margin - 3) << word.text;
    EXPECT_LE(word.right, figure.page.width_mm * pt - margin) << word.text;
    EXPECT_LE(word.bottom, figure.page.height_mm * pt - margin + 3) << word.text;
  }
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::size_t j = i + 1; j < words.size(); ++j)
      EXPECT_FALSE(collide(words[i], words[j]))
          << words[i].text << " and " << words[j].text << " at " << words[i].left << ", " << words[i].top;
  std::string all;
  for (const Word& word : words) all += word.text + " ";
  for (std::string expected : {figure.title, figure.second_title, figure.notes.front(), figure.notes.back(),
                               figure.legend.title, figure.legend.entries.back().label}) {
    std::ranges::replace(expected, '\n', ' ');
    if (const auto ampersand = expected.find('&'); ampersand != std::string::npos) expected.resize(ampersand);
    EXPECT_NE(all.find(expected), std::string::npos) << expected << " is not in: " << all;
  }
}

TEST_P(Template, HasItsPageAndItsFontsEmbedded) {
  const FigureSpec figure = sample(FigureFormat::pdf, "page.pdf");
  ASSERT_TRUE(client_->export_figure(figure, {}));
  const std::string info = printed_by("pdfinfo '" + figure.file + "'");
  std::smatch size;
  ASSERT_TRUE(std::regex_search(info, size, std::regex(R"(Page size: +([0-9.]+) x ([0-9.]+) pts)"))) << info;
  EXPECT_NEAR(std::stod(size[1]), figure.page.width_mm / 25.4 * 72, 0.6);
  EXPECT_NEAR(std::stod(size[2]), figure.page.height_mm / 25.4 * 72, 0.6);
  EXPECT_NE(info.find("Pages:           1"), std::string::npos) << info;
  const std::string fonts = printed_by("pdffonts '" + figure.file + "' | tail -n +3");
  EXPECT_NE(fonts.find("NotoSans"), std::string::npos) << fonts;
  EXPECT_EQ(fonts.find(" no  no "), std::string::npos) << fonts;
  EXPECT_EQ(printed_by("pdfimages -list '" + figure.file + "' | tail -n +3"), "")
      << "a map of pixels is no map of vectors";
}

INSTANTIATE_TEST_SUITE_P(All, Template, testing::ValuesIn(all_cases()), [](const auto& one) {
  std::string name = std::string(one.param.page) + "_" + std::string(one.param.language);
  std::ranges::replace(name, '-', '_');
  return name;
});

}  // namespace
}  // namespace vicinia::test
