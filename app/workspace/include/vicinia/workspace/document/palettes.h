/// \file palettes.h
/// The colours that classes of a map may have. Every palette can be read with red-green blindness; tests/app/workspace/palettes_test.cpp
/// measures it.
/// Source:  ColorBrewer: Harrower & Brewer (2003), The Cartographic Journal 40(1), only schemes that it marks as safe for the colour-blind;
///          viridis, magma: Smith & van der Walt (2015), of matplotlib; cividis: Nuñez, Anderton & Renslow (2018), PLOS ONE 13(7).
///          Licences: README.md, "Sources and licence".
/// Shapes:  classes below and above a pivot → one colour each, lowest class first. Between the colours of a scheme, colours are mixed.
/// Errors:  UnknownName, whose detail lists those that there are.
/// Cost:    O(classes).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/values/variable.h"
#include "vicinia/gis/map/map_spec.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline document {

enum class Palette : std::uint8_t {
  ylgnbu,
  ylorrd,
  blues,
  greens,
  purples,
  viridis,
  cividis,
  magma,
  puor,
  brbg,
  rdbu,
  prgn
};

struct PaletteInfo {
  Palette palette;
  std::string_view id;      ///< for files and the terminal
  std::string_view scheme;  ///< as its authors call it
  bool diverging;           ///< two hues, away from a value in the middle: for variables that have one
};

/// Sequential ones first.
[[nodiscard]] std::span<const PaletteInfo> all_palettes();
[[nodiscard]] const PaletteInfo& info_of(Palette palette);
/// What it looks like, lowest class first: "Yellow – green – blue".
[[nodiscard]] std::string palette_name(Palette palette, Language language);
/// For help and messages: "ylgnbu, ylorrd, …".
[[nodiscard]] std::string palette_ids(bool with_diverging = true);
[[nodiscard]] core::Result<Palette> find_palette(std::string_view id);

/// A diverging palette needs a value to diverge from; a sequential one suits every variable.
[[nodiscard]] bool suits(Palette palette, core::values::Variable variable);

/// Sequential: light to dark. Diverging: dark to light below, light to dark above, where there is room for more classes.
[[nodiscard]] std::vector<gis::map::Colour> palette_colours(Palette palette, std::size_t below,
                                                            std::size_t above);

/// Categories have colours of their own, lowest first: grey for "no", hatched for what cannot be told. \pre it is a category
[[nodiscard]] std::vector<gis::map::Fill> category_fills(core::values::Variable variable);

/// What was chosen. Variables with a pivot and those without keep one each, so that going back and forth loses nothing.
struct PaletteChoice {
  Palette plain = Palette::ylgnbu;
  Palette pivoted = Palette::puor;
  [[nodiscard]] Palette& of(core::values::Variable variable);
  [[nodiscard]] Palette of(core::values::Variable variable) const;
  friend bool operator==(const PaletteChoice&, const PaletteChoice&) = default;
};
/// UnknownName where a palette does not suit its variables.
[[nodiscard]] core::Status check(const PaletteChoice& choice);

}  // namespace vicinia::workspace::inline document
