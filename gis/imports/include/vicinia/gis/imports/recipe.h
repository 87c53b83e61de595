/// \file recipe.h
/// An import as values: which boundaries, which tables, what was decided of names. Kept as import.json beside the data set that it made, it
/// can be read, changed and repeated, with the next year's table too. The format is described in gis/imports/README.md.
/// Laws:    what is written is read back equal.
/// Paths:   as somebody gives them; in a file, relative to its folder.
/// Errors:  FileNotFound, NotReadable, BadManifest (field: the key), BadDocument (of a shape).
/// Findings: BadManifest for a key that means nothing.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/bilingual_text.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/matching/unit_matching.h"
#include "vicinia/gis/imports/boundaries.h"
#include "vicinia/gis/imports/classifications.h"
#include "vicinia/gis/imports/firm_register.h"
#include "vicinia/gis/imports/table_shape.h"
#include "vicinia/gis/io/numbers.h"

namespace vicinia::gis::imports {

struct TableChoice {
  std::string server{};          ///< address of a PostgreSQL server, without a password; empty: `file` is one
  std::filesystem::path file{};  ///< or, of a server, the table: "schema.table"
  std::string sheet{}, encoding{};
  std::optional<char> separator{};
  std::optional<TableShape> shape{};  ///< unset: it is recognised
  std::map<std::string, std::string>
      fields{};      ///< what the table counts → what observations call it: "beds" → "employees"
  double scale = 0;  ///< figures are multiplied by it; 0: as the table says, 1,000 for "Nghìn người"
  io::NumberNotation numbers{};
  friend bool operator==(const TableChoice&, const TableChoice&) = default;
};

/// Another frame in which the figures can be shown, by tables of one's own (see "Other frames" in resources/data/README.md) or by
/// boundaries: what is shared out is an estimate, and marked as one.
struct FrameChoice {
  std::string id{}, vintage{};  ///< vintage: ISO 8601
  core::BilingualText name{};
  std::string level{};  ///< of its units
  std::filesystem::path units{}, crosswalk{};
  std::string
      share_column{};  ///< of the crosswalk: people, jobs … by which values are shared out; empty: weights
  BoundarySource boundaries{};  ///< of its units, in place of both tables: values are shared out by area
  friend bool operator==(const FrameChoice&, const FrameChoice&) = default;
};

enum class CompletenessChoice : std::uint8_t { as_found, published_list, complete_matrix };

struct Recipe {
  core::BilingualText title{}, source{};  ///< empty: names of files
  std::string survey_date{},
      boundary_date{};  ///< ISO 8601; empty: as the periods of the table, and the frame that the names are of, say
  std::string
      onto{};  ///< boundaries that come with the program, a folder of its data: "vietnam-2025"; empty: `boundaries`
  std::string onto_level{};  ///< of those; empty: the one that the tables speak of
  BoundarySource boundaries{};
  std::vector<TableChoice> tables{};
  std::optional<RegisterChoice> firms{};  ///< a register, in place of tables
  std::vector<FrameChoice> frames{};
  std::vector<core::matching::Decision> decisions{};
  std::string
      classification{};  ///< of the codes of sectors, one of classification_ids; empty: it is recognised
  SectorLevel sector_level = SectorLevel::as_found;  ///< finer codes are summed to it
  bool has_published_sectors = false;  ///< codes are summed to the 22 sectors of the published list
  bool are_boundaries_right = false;   ///< whatever other frame the names fit
  bool leaves_likely_out = false;      ///< rows that are likely a unit wait for a decision
  CompletenessChoice completeness = CompletenessChoice::as_found;
  friend bool operator==(const Recipe&, const Recipe&) = default;
};

struct RecipeRead {
  Recipe recipe{};
  std::vector<core::Finding> findings{};
};

[[nodiscard]] core::Result<RecipeRead> read_recipe(const std::filesystem::path& file);
/// \param file  what errors name; paths are taken as they stand
[[nodiscard]] core::Result<RecipeRead> parse_recipe(std::string_view text, const std::string& file);
[[nodiscard]] std::string recipe_text(const Recipe& recipe);

}  // namespace vicinia::gis::imports
