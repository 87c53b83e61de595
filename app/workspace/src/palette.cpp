#include "palette.h"

#include <array>
#include <cmath>
#include <span>

namespace vicinia::workspace::palette {
namespace {

using gis::map::Colour;

constexpr Colour rgb(unsigned hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8 & 0xff),
          static_cast<std::uint8_t>(hex & 0xff), 255};
}

constexpr std::array ylgnbu{rgb(0xffffcc), rgb(0xc7e9b4), rgb(0x7fcdbb), rgb(0x41b6c4),
                            rgb(0x1d91c0), rgb(0x225ea8), rgb(0x0c2c84)};
constexpr std::array purples{rgb(0x542788), rgb(0x998ec3), rgb(0xd8daeb)};  ///< PuOr, lower half, dark first
constexpr std::array oranges{rgb(0xfee0b6), rgb(0xfdb863), rgb(0xe08214), rgb(0xb35806), rgb(0x7f3b08)};

std::uint8_t between(std::uint8_t a, std::uint8_t b, double share) {
  return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
}

/// `count` colours spread evenly over a scheme, ends included; one colour is taken from the middle.
std::vector<Colour> spread(std::span<const Colour> scheme, std::size_t count) {
  std::vector<Colour> colours;
  for (std::size_t i = 0; i < count; ++i) {
    const double share = count == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(count - 1);
    const double at = share * static_cast<double>(scheme.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(at), scheme.size() - 2);
    const double rest = at - static_cast<double>(low);
    const Colour &a = scheme[low], &b = scheme[low + 1];
    colours.push_back({between(a.red, b.red, rest), between(a.green, b.green, rest), between(a.blue, b.blue, rest), 255});
  }
  return colours;
}

}  // namespace

std::vector<Colour> sequential(std::size_t classes) { return spread(ylgnbu, classes); }

std::vector<Colour> diverging(std::size_t below, std::size_t above) {
  std::vector<Colour> colours = spread(purples, below);
  const std::vector<Colour> upper = spread(oranges, above);
  colours.insert(colours.end(), upper.begin(), upper.end());
  return colours;
}

}  // namespace vicinia::workspace::palette
