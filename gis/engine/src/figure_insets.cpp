#include <algorithm>
#include <array>

#include "figure_parts.h"

namespace vicinia::gis::engine {
namespace {

constexpr double inset_width = 31, sea_height = 20, inset_gap = 3, inset_padding = 1.4;
const TextStyle name_text{6.5, false, QColor(0x33, 0x33, 0x33), Qt::AlignHCenter};

struct Island {
  double x, y, diameter;  ///< x, y: share of the box; diameter in mm
};

/// A hint of an archipelago, not a map of one: the two patterns are told apart, and claim no position.
constexpr std::array<Island, 9> scattered{{{.30, .34, .7}, {.38, .26, .5}, {.44, .38, .9}, {.52, .30, .5},
                                           {.60, .44, .6}, {.34, .58, .6}, {.26, .66, .8}, {.66, .64, .5},
                                           {.72, .34, .6}}};
constexpr std::array<Island, 12> strewn{{{.22, .26, .5}, {.34, .36, .7}, {.46, .24, .6}, {.58, .34, .5},
                                         {.70, .28, .7}, {.28, .54, .6}, {.42, .50, .8}, {.56, .56, .6},
                                         {.74, .52, .5}, {.36, .74, .6}, {.52, .76, .5}, {.66, .72, .7}}};

/// A name that needs two lines breaks before what stands in brackets.
QString label_of(const map::IslandInset& inset) {
  QString label = QString::fromStdString(inset.label);
  if (text_size(label, name_text).width() > inset_width - 2 * inset_padding)
    label.replace(QStringLiteral(" ("), QStringLiteral("\n("));
  return label;
}

double box_height(const map::IslandInset& inset) {
  return sea_height + text_height(label_of(inset), name_text, inset_width - 2 * inset_padding) + inset_padding;
}

}  // namespace

QSizeF insets_size(const std::vector<map::IslandInset>& insets) {
  if (insets.empty()) return {0, 0};
  double height = -inset_gap;
  for (const map::IslandInset& inset : insets) height += box_height(inset) + inset_gap;
  return {inset_width, height};
}

void add_insets(const std::vector<map::IslandInset>& insets, QPointF at, const QColor& sea, PageItems& page) {
  bool first_pattern = true;
  for (const map::IslandInset& inset : insets) {
    const double height = box_height(inset);
    const map::Colour colour{static_cast<std::uint8_t>(sea.red()), static_cast<std::uint8_t>(sea.green()),
                             static_cast<std::uint8_t>(sea.blue())};
    page.box({at.x(), at.y(), inset_width, height}, {map::FillPattern::solid, colour, {}}, {{0x66, 0x66, 0x66}, 0.25});
    const auto strew = [&](const auto& islands) {
      for (const Island& island : islands)
        page.dot({at.x() + island.x * inset_width, at.y() + island.y * sea_height}, island.diameter, {0x55, 0x55, 0x55});
    };
    if (first_pattern)
      strew(scattered);
    else
      strew(strewn);
    first_pattern = !first_pattern;
    page.text(label_of(inset), name_text, {at.x() + inset_padding, at.y() + sea_height},
              inset_width - 2 * inset_padding);
    at.ry() += height + inset_gap;
  }
}

}  // namespace vicinia::gis::engine
