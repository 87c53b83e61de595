#include <algorithm>
#include <array>

#include "figure/parts.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double inset_width = 31, sea_height = 20, inset_gap = 3, inset_padding = 1.4;
const TextStyle name_text{6.5, false, QColor(0x33, 0x33, 0x33), Qt::AlignHCenter};

struct Island {
  double x, y, diameter;  ///< x, y: share of the box; diameter in mm
};

/// A hint of an archipelago, not a map of one: the two patterns are told apart, and claim no position.
constexpr std::array<Island, 9> scattered{{{.30, .34, .7},
                                           {.38, .26, .5},
                                           {.44, .38, .9},
                                           {.52, .30, .5},
                                           {.60, .44, .6},
                                           {.34, .58, .6},
                                           {.26, .66, .8},
                                           {.66, .64, .5},
                                           {.72, .34, .6}}};
constexpr std::array<Island, 12> strewn{{{.22, .26, .5},
                                         {.34, .36, .7},
                                         {.46, .24, .6},
                                         {.58, .34, .5},
                                         {.70, .28, .7},
                                         {.28, .54, .6},
                                         {.42, .50, .8},
                                         {.56, .56, .6},
                                         {.74, .52, .5},
                                         {.36, .74, .6},
                                         {.52, .76, .5},
                                         {.66, .72, .7}}};

/// A name that needs two lines breaks before what stands in brackets.
QString label_of(const map::IslandInset& inset, double scale) {
  QString label = qt(inset.label);
  if (text_size(label, scaled(name_text, scale)).width() > (inset_width - 2 * inset_padding) * scale)
    label.replace(QStringLiteral(" ("), QStringLiteral("\n("));
  return label;
}

double box_height(const map::IslandInset& inset, double scale) {
  return (sea_height + inset_padding) * scale + text_height(label_of(inset, scale), scaled(name_text, scale),
                                                            (inset_width - 2 * inset_padding) * scale);
}

}  // namespace

QSizeF insets_size(const std::vector<map::IslandInset>& insets, double scale, bool in_a_row) {
  if (insets.empty()) return {0, 0};
  if (in_a_row) {
    double tallest = 0;
    for (const map::IslandInset& inset : insets) tallest = std::max(tallest, box_height(inset, scale));
    const auto count = static_cast<double>(insets.size());
    return {count * inset_width * scale + (count - 1) * inset_gap, tallest};
  }
  double height = -inset_gap;
  for (const map::IslandInset& inset : insets) height += box_height(inset, scale) + inset_gap;
  return {inset_width * scale, height};
}

void add_insets(const std::vector<map::IslandInset>& insets, double scale, QPointF at, const QColor& sea,
                PageItems& page, bool in_a_row) {
  const double width = inset_width * scale, sea_mm = sea_height * scale, padding = inset_padding * scale;
  bool first_pattern = true;
  for (const map::IslandInset& inset : insets) {
    const double height = box_height(inset, scale);
    const map::Colour colour{static_cast<std::uint8_t>(sea.red()), static_cast<std::uint8_t>(sea.green()),
                             static_cast<std::uint8_t>(sea.blue())};
    page.box({at.x(), at.y(), width, height}, {map::FillPattern::solid, colour, {}},
             {{0x66, 0x66, 0x66}, 0.25});
    const auto strew = [&](const auto& islands) {
      for (const Island& island : islands)
        page.dot({at.x() + island.x * width, at.y() + island.y * sea_mm}, island.diameter * scale,
                 {0x55, 0x55, 0x55});
    };
    if (first_pattern)
      strew(scattered);
    else
      strew(strewn);
    first_pattern = !first_pattern;
    page.text(label_of(inset, scale), scaled(name_text, scale), {at.x() + padding, at.y() + sea_mm},
              width - 2 * padding);
    (in_a_row ? at.rx() : at.ry()) += (in_a_row ? width : height) + inset_gap;
  }
}

}  // namespace vicinia::gis::engine
