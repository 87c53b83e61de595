/// \file colour_vision.h
/// What is left of a difference between two colours for eyes that lack one kind of cone.
/// Source:  Machado, Oliveira & Fernandes (2009), IEEE TVCG 15(6): matrices of severity 1.0, on linear RGB; colour difference ΔE00 after
///          Sharma, Wu & Dalal (2005), Color Research & Application 30(1).
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::test {

struct Lab {
  double l = 0, a = 0, b = 0;
};

using Cones = std::array<std::array<double, 3>, 3>;
inline constexpr Cones all_cones{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
inline constexpr Cones no_green_cones{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
inline constexpr Cones no_red_cones{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};

/// CIE L*a*b* (D65) of an sRGB colour as these eyes see it.
inline Lab seen(const gis::map::Colour& colour, const Cones& eyes) {
  const auto linear = [](std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  const std::array rgb{linear(colour.red), linear(colour.green), linear(colour.blue)};
  std::array<double, 3> c{};
  for (std::size_t i = 0; i < 3; ++i)
    c[i] = std::clamp(eyes[i][0] * rgb[0] + eyes[i][1] * rgb[1] + eyes[i][2] * rgb[2], 0.0, 1.0);
  const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
  const double x = f((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047);
  const double y = f(0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2]);
  const double z = f((0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// ΔE00: about 1 is just visible where two colours touch.
inline double difference(const Lab& one, const Lab& two) {
  constexpr double degree = std::numbers::pi / 180, far = 6103515625.0;  // 25⁷
  const auto seventh = [](double chroma) {
    return std::sqrt(std::pow(chroma, 7) / (std::pow(chroma, 7) + far));
  };
  const double stretch = 1.5 - 0.5 * seventh((std::hypot(one.a, one.b) + std::hypot(two.a, two.b)) / 2);
  const double chroma1 = std::hypot(one.a * stretch, one.b), chroma2 = std::hypot(two.a * stretch, two.b);
  const auto hue = [&](const Lab& colour) {
    return std::fmod(std::atan2(colour.b, colour.a * stretch) / degree + 360, 360.0);
  };
  const bool grey = chroma1 * chroma2 == 0;
  const double hue1 = hue(one), hue2 = hue(two);
  const double turn = grey ? 0 : std::remainder(hue2 - hue1, 360.0);
  const double middle = grey ? hue1 + hue2 : std::fmod(hue1 + turn / 2 + 360, 360.0);
  const double lightness = (one.l + two.l) / 2 - 50, chroma = (chroma1 + chroma2) / 2;
  const double d_hue = 2 * std::sqrt(chroma1 * chroma2) * std::sin(turn / 2 * degree);
  const double t = 1 - 0.17 * std::cos((middle - 30) * degree) + 0.24 * std::cos(2 * middle * degree) +
                   0.32 * std::cos((3 * middle + 6) * degree) - 0.20 * std::cos((4 * middle - 63) * degree);
  const double dl =
      (two.l - one.l) / (1 + 0.015 * lightness * lightness / std::sqrt(20 + lightness * lightness));
  const double dc = (chroma2 - chroma1) / (1 + 0.045 * chroma), dh = d_hue / (1 + 0.015 * chroma * t);
  const double blue =
      -std::sin(60 * degree * std::exp(-std::pow((middle - 275) / 25, 2))) * 2 * seventh(chroma);
  return std::sqrt(dl * dl + dc * dc + dh * dh + blue * dc * dh);
}

}  // namespace vicinia::test
