#include "vicinia/workspace/figures/grey_print.h"

#include <cmath>

#include "base/phrase.h"

namespace vicinia::workspace::inline figures {
namespace {

constexpr double least_difference = 5;  ///< of L*: two greys side by side in a legend, on an office printer

double linear(std::uint8_t channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

bool counts(const LegendRow& row) {
  const bool is_class = row.kind == LegendRow::Kind::value_class || row.kind == LegendRow::Kind::category ||
                        row.kind == LegendRow::Kind::zero;
  return is_class && row.count > 0 && row.fill.pattern == gis::map::FillPattern::solid;
}

}  // namespace

double lightness(const gis::map::Colour& colour) {
  const double y = 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
  return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389 / 27;
}

std::vector<GreyPair> alike_in_grey(const std::vector<LegendRow>& legend) {
  std::vector<GreyPair> pairs;
  for (std::size_t i = 0; i < legend.size(); ++i)
    for (std::size_t j = i + 1; j < legend.size(); ++j)
      if (counts(legend[i]) && counts(legend[j]) &&
          std::abs(lightness(legend[i].fill.colour) - lightness(legend[j].fill.colour)) < least_difference)
        pairs.push_back({i, j});
  return pairs;
}

std::string grey_print_warning(const Document& document, const Choropleth& choropleth, Language language) {
  const auto pairs = alike_in_grey(choropleth.legend);
  if (pairs.empty()) return {};
  const auto label = [&](std::size_t row) {
    return legend_label(choropleth.legend[row], choropleth, document.view, language);
  };
  return Phrase{
      "Khi in đen trắng, hai lớp “{a}” và “{b}” trông giống nhau. Hãy in màu, bớt số lớp hoặc chọn bảng màu khác.",
      "Printed in grey, the classes “{a}” and “{b}” look alike. Print in colour, take fewer classes or choose another palette."}
      .in(language, {{"{a}", label(pairs.front().first)}, {"{b}", label(pairs.front().second)}});
}

std::string grey_print_warning(const std::vector<NamedPage>& pages, Language language) {
  std::string first;
  std::size_t others = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto choropleth = make_choropleth(*pages[i].document);
    if (!choropleth) continue;
    const std::string warning = grey_print_warning(*pages[i].document, *choropleth, language);
    if (warning.empty()) continue;
    if (!first.empty())
      ++others;
    else
      first = "“" + pages[i].name + "” (" + std::to_string(i + 1) + "/" + std::to_string(pages.size()) +
              "): " + warning;
  }
  if (others == 1)
    first += Phrase{" Còn một hình khác cũng vậy.", " So it is on one other."}.in(language);
  else if (others > 1)
    first += Phrase{" Còn {n} hình khác cũng vậy.", " So it is on {n} others."}.in(
        language, {{"{n}", std::to_string(others)}});
  return first;
}

}  // namespace vicinia::workspace::inline figures
