#include "vicinia/workspace/document/palettes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/phrase.h"

namespace vicinia::workspace::inline document {
namespace {

using core::values::Variable;
using gis::map::Colour;

constexpr std::array<PaletteInfo, 12> infos{{
    {Palette::ylgnbu, "ylgnbu", "ColorBrewer YlGnBu", false},
    {Palette::ylorrd, "ylorrd", "ColorBrewer YlOrRd", false},
    {Palette::blues, "blues", "ColorBrewer Blues", false},
    {Palette::greens, "greens", "ColorBrewer Greens", false},
    {Palette::purples, "purples", "ColorBrewer Purples", false},
    {Palette::viridis, "viridis", "matplotlib viridis", false},
    {Palette::cividis, "cividis", "matplotlib cividis", false},
    {Palette::magma, "magma", "matplotlib magma", false},
    {Palette::puor, "puor", "ColorBrewer PuOr", true},
    {Palette::brbg, "brbg", "ColorBrewer BrBG", true},
    {Palette::rdbu, "rdbu", "ColorBrewer RdBu", true},
    {Palette::prgn, "prgn", "ColorBrewer PRGn", true},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < infos.size(); ++i)
    if (static_cast<std::size_t>(infos[i].palette) != i) return false;
  return true;
}
static_assert(in_order(), "one entry per palette, in the order of the enumeration");

constexpr Colour rgb(unsigned hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8 & 0xff),
          static_cast<std::uint8_t>(hex & 0xff), 255};
}

template <class... Hex>
constexpr std::array<Colour, sizeof...(Hex)> scheme(Hex... hex) {
  return {rgb(static_cast<unsigned>(hex))...};
}

// ColorBrewer: Copyright (c) 2002 Cynthia Brewer, Mark Harrower, and The Pennsylvania State University; Apache License 2.0.
// Light to dark. Of one hue only, the two lightest of nine are left out: they are the colours of the sea and of land without values.
constexpr auto ylgnbu = scheme(0xffffcc, 0xc7e9b4, 0x7fcdbb, 0x41b6c4, 0x1d91c0, 0x225ea8, 0x0c2c84);
constexpr auto ylorrd =
    scheme(0xffffcc, 0xffeda0, 0xfed976, 0xfeb24c, 0xfd8d3c, 0xfc4e2a, 0xe31a1c, 0xbd0026, 0x800026);
constexpr auto blues = scheme(0xc6dbef, 0x9ecae1, 0x6baed6, 0x4292c6, 0x2171b5, 0x08519c, 0x08306b);
constexpr auto greens = scheme(0xc7e9c0, 0xa1d99b, 0x74c476, 0x41ab5d, 0x238b45, 0x006d2c, 0x00441b);
constexpr auto purples = scheme(0xdadaeb, 0xbcbddc, 0x9e9ac8, 0x807dba, 0x6a51a3, 0x54278f, 0x3f007d);
// Every 32nd of 256 (magma: every 27th, without the darkest 15 %, on which no line can be seen).
constexpr auto viridis =
    scheme(0xfde725, 0xaadc32, 0x5cc863, 0x27ad81, 0x21908d, 0x2c728e, 0x3b528b, 0x472d7b, 0x440154);
constexpr auto cividis =
    scheme(0xfee838, 0xddc858, 0xbbad6d, 0x9a9376, 0x7c7b78, 0x61656f, 0x434e6c, 0x1a386f, 0x00224e);
constexpr auto magma =
    scheme(0xfcfdbf, 0xfecc8f, 0xfd9a6a, 0xf4675c, 0xd5446d, 0xa8327d, 0x7c2382, 0x52137c, 0x251255);

// Three colours below the middle, without the darkest, and five above, where most classes lie.
constexpr auto puor_below = scheme(0x542788, 0x998ec3, 0xd8daeb);
constexpr auto puor_above = scheme(0xfee0b6, 0xfdb863, 0xe08214, 0xb35806, 0x7f3b08);
constexpr auto brbg_below = scheme(0x8c510a, 0xbf812d, 0xdfc27d);
constexpr auto brbg_above = scheme(0xc7eae5, 0x80cdc1, 0x35978f, 0x01665e, 0x003c30);
constexpr auto rdbu_below = scheme(0x2166ac, 0x4393c3, 0x92c5de);  // the next would be the colour of the sea
constexpr auto rdbu_above = scheme(0xfddbc7, 0xf4a582, 0xd6604d, 0xb2182b, 0x67001f);
constexpr auto prgn_below = scheme(0x762a83, 0xaf8dc3, 0xe7d4e8);
constexpr auto prgn_above = scheme(0xd9f0d3, 0xa6dba0, 0x5aae61, 0x1b7837, 0x00441b);

struct Scheme {
  std::span<const Colour> below{}, above{};  ///< a sequential one has `above` alone
};

constexpr std::array<Scheme, infos.size()> schemes{{{{}, ylgnbu},
                                                    {{}, ylorrd},
                                                    {{}, blues},
                                                    {{}, greens},
                                                    {{}, purples},
                                                    {{}, viridis},
                                                    {{}, cividis},
                                                    {{}, magma},
                                                    {puor_below, puor_above},
                                                    {brbg_below, brbg_above},
                                                    {rdbu_below, rdbu_above},
                                                    {prgn_below, prgn_above}}};

std::uint8_t between(std::uint8_t a, std::uint8_t b, double share) {
  return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
}

/// `count` colours spread evenly over a scheme, ends included; one colour is taken from the middle.
void spread(std::vector<Colour>& colours, std::span<const Colour> over, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const double share = count == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(count - 1);
    const double at = share * static_cast<double>(over.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(at), over.size() - 2);
    const double rest = at - static_cast<double>(low);
    const Colour &a = over[low], &b = over[low + 1];
    colours.push_back(
        {between(a.red, b.red, rest), between(a.green, b.green, rest), between(a.blue, b.blue, rest), 255});
  }
}

bool has_pivot(Variable variable) { return core::values::info_of(variable).pivot.has_value(); }

}  // namespace

std::span<const PaletteInfo> all_palettes() { return infos; }

const PaletteInfo& info_of(Palette palette) { return infos[static_cast<std::size_t>(palette)]; }

std::string palette_name(Palette palette, Language language) {
  static constexpr std::array<Phrase, infos.size()> names{{
      {"Vàng – xanh lá – xanh dương", "Yellow – green – blue"},
      {"Vàng – cam – đỏ", "Yellow – orange – red"},
      {"Xanh dương", "Blues"},
      {"Xanh lá", "Greens"},
      {"Tím", "Purples"},
      {"Viridis", "Viridis"},
      {"Cividis", "Cividis"},
      {"Magma", "Magma"},
      {"Tím – cam", "Purple – orange"},
      {"Nâu – lục lam", "Brown – teal"},
      {"Xanh dương – đỏ", "Blue – red"},
      {"Tím – xanh lá", "Purple – green"},
  }};
  return names[static_cast<std::size_t>(palette)].in(language);
}

std::string palette_ids(bool with_diverging) {
  std::string ids;
  for (const PaletteInfo& info : infos)
    if (with_diverging || !info.diverging) ids += (ids.empty() ? "" : ", ") + std::string(info.id);
  return ids;
}

core::Result<Palette> find_palette(std::string_view id) {
  const auto found = std::ranges::find(infos, id, &PaletteInfo::id);
  if (found == infos.end())
    return core::fail({.code = core::ErrorCode::unknown_name,
                       .subject = {.field = "palette", .id = std::string(id)},
                       .detail = palette_ids()});
  return found->palette;
}

bool suits(Palette palette, Variable variable) { return has_pivot(variable) || !info_of(palette).diverging; }

std::vector<Colour> palette_colours(Palette palette, std::size_t below, std::size_t above) {
  const Scheme& from = schemes[static_cast<std::size_t>(palette)];
  std::vector<Colour> colours;
  if (!info_of(palette).diverging) {
    spread(colours, from.above, below + above);
    return colours;
  }
  spread(colours, from.below, below);
  spread(colours, from.above, above);
  return colours;
}

std::vector<gis::map::Fill> category_fills(Variable variable) {
  using gis::map::Fill;
  using gis::map::FillPattern;
  const core::values::VariableInfo& info = core::values::info_of(variable);
  const auto solid = [](unsigned hex) { return Fill{FillPattern::solid, rgb(hex), {}}; };
  const Fill cannot_be_told{FillPattern::hatched, rgb(0x6a51a3), rgb(0xefedf5)};
  constexpr unsigned no = 0xd9d9d5, yes = 0x08519c, warning = 0xe08214, some = 0xfdb863;
  if (info.categories.size() == 5)
    return {solid(no), solid(0x7fcdbb), solid(0x1d91c0), solid(0x0c2c84), cannot_be_told};
  if (info.categories.size() == 4) return {solid(no), solid(some), solid(yes), cannot_be_told};
  if (std::holds_alternative<core::values::VerdictOfInterval>(info.source))
    return {solid(0x542788), solid(no), solid(warning)};
  return {solid(no), solid(info.group == core::values::VariableGroup::grades ? yes : warning),
          cannot_be_told};
}

Palette& PaletteChoice::of(Variable variable) { return has_pivot(variable) ? pivoted : plain; }
Palette PaletteChoice::of(Variable variable) const { return has_pivot(variable) ? pivoted : plain; }

core::Status check(const PaletteChoice& choice) {
  if (!info_of(choice.plain).diverging) return {};
  return core::fail({.code = core::ErrorCode::unknown_name,
                     .subject = {.field = "sequential palette", .id = std::string(info_of(choice.plain).id)},
                     .detail = palette_ids(false)});
}

}  // namespace vicinia::workspace::inline document
