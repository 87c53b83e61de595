/// \file unit_codes.h
/// Codes of a layer's units from a table, where the layer has only names: matched by name within the province, and by the seats where
/// names leave a doubt.
/// Tables:  columns `code`, `name_vi`; optional: `name_en`, `kind` (or `type_vi`), `kind_en`, `province` and `province_…` (codes of its province, at one date or several),
///          `lon`, `lat` of the seat.
/// Missing: no unit of the table fits: nullopt. A feature whose province is not known ("") may be any unit of the table.
/// Errors:  those of read_table and points_of_table; MissingCode, DuplicateUnit.
/// Cost:    O(features + units), and the areas of features that names leave in doubt.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::gis::io {

/// A unit as a table of codes has it.
struct CodedUnit {
  std::string code{}, name_vi{}, name_en{}, kind_vi{}, kind_en{};
  std::vector<std::string> provinces{};  ///< codes; `province` first
  std::optional<core::geom::Point> seat{};
};

struct CodesRead {
  std::vector<CodedUnit> units{};
  std::vector<core::Finding> findings{};  ///< those of the table
};

/// \param crs  for the seats
[[nodiscard]] core::Result<CodesRead> read_codes(const std::filesystem::path& file, const std::string& crs);

struct NamedFeature {
  std::string name_vi{}, name_en{};
  std::string province{};  ///< its code; empty: not known
  const core::geom::MultiPolygon* area = nullptr;
};

struct CodeMatch {
  std::vector<std::optional<std::size_t>>
      unit_of{};                        ///< [feature] → position in the table; several may have one unit
  std::vector<std::size_t> by_place{};  ///< features found by the seat within them, their name being another
};

[[nodiscard]] CodeMatch match_codes(std::span<const NamedFeature> features, std::span<const CodedUnit> units);

/// Of a name alone, e.g. a province's; nullopt where none or several have it.
[[nodiscard]] std::optional<std::size_t> unit_named(std::span<const CodedUnit> units,
                                                    const std::string& name);

}  // namespace vicinia::gis::io
