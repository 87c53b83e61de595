/// \file boundaries.h
/// Boundaries as somebody has them → layers of a data set: which field is what is guessed from names and contents, text is mended, codes are
/// found for units that have none.
/// Shapes:   one feature after the other in, a GeoPackage with one layer out; a unit may stand in several features.
/// Missing:  a field that the file has not is empty. A unit without a code gets that of the known unit of its name, where nearly all have
///           one, else a running number. Units without a parent are parts of nothing.
/// Errors:   those of vector_layer.h, and of a server those of server_tables.h and server_copy.h; MissingField (a field that is stated and not there; or no field holds names).
/// Findings: those of vector_layer.h; TextMended (mojibake, the Icelandic Ð, signs that nobody sees: how many, and the first), CodesByName,
///           CodesNumbered.
/// Cost:     O(vertices), and the matching of names where codes are missing.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/matching/unit_matching.h"
#include "vicinia/gis/io/manifest.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::imports {

/// Names of fields; empty: the file has none.
struct BoundaryFields {
  std::string code{}, name_vi{}, name_en{}, kind{}, parent_code{}, parent_name{};
  friend bool operator==(const BoundaryFields&, const BoundaryFields&) = default;
};

struct BoundarySource {
  std::string server{};          ///< address of a PostgreSQL server, without a password; empty: `file` is one
  std::filesystem::path file{};  ///< or, of a server, the table: "schema.table"
  std::string layer{}, crs{},
      encoding{};           ///< whatever the file states; empty: what it states or is recognised in
  BoundaryFields fields{};  ///< those that are stated; where all are empty they are guessed
  std::string level{};      ///< id of the level: "district"; empty: by what the units are, and how many
  friend bool operator==(const BoundarySource&, const BoundarySource&) = default;
};

/// From names of fields ("TEN_HUYEN", "NAME_2") and from what is in them.
[[nodiscard]] BoundaryFields guess_fields(const io::Attributes& attributes);
/// "province", "district" or "commune", by the kinds that the units state, else by how many there are.
[[nodiscard]] std::string guess_level(const io::Attributes& attributes, const BoundaryFields& fields);
/// What the units of a level are part of: "province" of "district"; empty: nothing.
[[nodiscard]] std::string level_above(const std::string& level);

struct BoundariesRead {
  io::PolygonLayer layer{};  ///< metres; its texts are mended
  BoundaryFields fields{};   ///< as stated, or guessed
  std::string level{};
  std::vector<core::Finding> findings{};
};

[[nodiscard]] core::Result<BoundariesRead> read_boundaries(const BoundarySource& source,
                                                           const core::Task& task = {});

struct BoundariesWritten {
  std::vector<io::LevelSource> levels{};  ///< for a manifest in the folder, coarsest first
  std::string crs{};
  std::vector<core::Finding> findings{};
};

/// Writes boundaries.gpkg into the folder.
/// \param known  frames whose codes units and what they are part of may have, such as those that come with the program
[[nodiscard]] core::Result<BoundariesWritten> write_boundaries(const BoundariesRead& boundaries,
                                                               std::span<const core::admin::Frame> known,
                                                               const std::filesystem::path& folder);

}  // namespace vicinia::gis::imports
