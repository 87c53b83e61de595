/// \file manifest.h
/// manifest.json of a data set, as values: read and checked key by key, and written. The format is described in resources/data/README.md.
/// Laws:    what is written is read back equal; nothing is written that could not be read.
/// Version: 2 is written. Version 1 had the layers `provinces` and `districts` in place of `levels`, and `archipelago_insets` in place of
///          `island_frames` and `zoom_areas`; it is read as what it means.
/// Missing: a text in one language stands for the other.
/// Errors:  FileNotFound, NotReadable, BadManifest (field = the key, row = the line where the JSON itself is broken, or nested too deep;
///          many in a chain), UnknownCrs and GeographicCoordinates for projected_crs; when writing also FileNotWritable.
/// Findings: BadManifest for a key that means nothing, most likely misspelt.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/admin/level.h"
#include "vicinia/core/base/bilingual_text.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/gis/io/numbers.h"
#include "vicinia/gis/io/table_source.h"

namespace vicinia::gis::io {

struct LayerSource {
  std::filesystem::path file{};                                         ///< as the manifest has it
  std::string code{}, name_vi{}, name_en{}, parent{}, survey_parent{};  ///< fields; empty: none
  std::string kind{}, kind_en{};  ///< fields with what a unit is: "Thành phố", "City"
  std::string parent_name_vi{},
      parent_name_en{};  ///< fields with the names of the unit that they are part of
  std::string layer{}, crs{}, encoding{};
  bool approximate = false;
  std::filesystem::path
      codes_from{};  ///< a table that gives the units their codes by name, in place of `code`
  std::filesystem::path
      parent_codes_from{};  ///< and one that does so for the units that they name as their parents
  friend bool operator==(const LayerSource&, const LayerSource&) = default;
};

struct ManifestTable {
  std::filesystem::path file{};
  std::optional<char> separator{};  ///< of text; unset: a comma
  std::string sheet{};              ///< of a book; empty: the only one, or the first that has rows
  std::string encoding{};           ///< whatever the file states; empty: what it states or is recognised in
  std::map<std::string, std::string> columns{};  ///< our name → the file's
  /// The file's name of a column of ours.
  [[nodiscard]] std::string column(const std::string& name) const {
    const auto at = columns.find(name);
    return at == columns.end() ? name : at->second;
  }
  [[nodiscard]] TableRequest in(const std::filesystem::path& folder) const {
    return {.file = folder / file, .separator = separator, .sheet = sheet, .encoding = encoding};
  }
  friend bool operator==(const ManifestTable&, const ManifestTable&) = default;
};

/// One level of the drawn frame.
struct LevelSource {
  core::admin::LevelInfo level{};
  std::optional<LayerSource>
      layer{};  ///< none: its units are put together from those of the next finer level
  friend bool operator==(const LevelSource&, const LevelSource&) = default;
};

/// One level of another frame: a table of its units, with the columns code, name_vi, name_en, kind, kind_en and parent.
struct FrameLevelSource {
  core::admin::LevelInfo level{};
  ManifestTable units{};
  friend bool operator==(const FrameLevelSource&, const FrameLevelSource&) = default;
};

/// A layer that draws the units of another frame.
struct FrameAreas {
  std::filesystem::path file{};
  std::string code{}, layer{}, crs{};
  friend bool operator==(const FrameAreas&, const FrameAreas&) = default;
};

/// Another frame, and the way to it from the one that is drawn.
struct FrameSource {
  std::string id{}, vintage{};
  core::BilingualText name{};
  std::vector<FrameLevelSource> levels{};  ///< coarsest first
  ManifestTable crosswalk{};               ///< columns from, to, weight, kind
  std::optional<FrameAreas> areas{};       ///< unset: joined from whole units of the data set
  friend bool operator==(const FrameSource&, const FrameSource&) = default;
};

/// As core::IslandFrame, with its extent in degrees of WGS 84, east and north.
struct IslandFrameSource {
  core::BilingualText name{};
  core::GroundBox degrees{};
  double x = 1, y = 0.72;
  friend bool operator==(const IslandFrameSource&, const IslandFrameSource&) = default;
};

/// One table of observations.
struct ObservationsSource : ManifestTable {
  enum class Layout { long_rows, wide } layout = Layout::long_rows;
  std::string field{};                ///< wide: what the cells hold, by its name as a column of a long table
  std::vector<std::string> ignore{};  ///< wide: columns of the file that are no sectors
  NumberNotation numbers{};
  friend bool operator==(const ObservationsSource&, const ObservationsSource&) = default;
};

/// How a data set writes shares.
enum class ShareNotation : std::uint8_t {
  found,  ///< as their sums show: per cent, unless they make 1
  per_cent,
  fraction  ///< of 1
};

struct Manifest {
  core::Provenance provenance{};
  std::string projected_crs{};
  std::vector<LevelSource> levels{};  ///< of the drawn frame, coarsest first; the finest has a layer
  std::vector<FrameSource> frames{};
  std::vector<IslandFrameSource> island_frames{};
  std::vector<core::ZoomArea> zoom_areas{};
  ManifestTable sectors{};
  std::vector<ObservationsSource> observations{};
  ShareNotation shares = ShareNotation::found;
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// The finest level that has a layer. \pre a manifest that was read
[[nodiscard]] const LayerSource& finest_layer(const Manifest& manifest);

struct ManifestRead {
  Manifest manifest{};
  std::vector<core::Finding> findings{};
};

[[nodiscard]] core::Result<ManifestRead> read_manifest(const std::filesystem::path& file);
/// \param file  what errors name
[[nodiscard]] core::Result<ManifestRead> parse_manifest(std::string_view text, const std::string& file);

/// As JSON with a line for each key, in the order of the format's description; keys that say what holds without them are left out.
/// Errors:  those of parse_manifest, for what it could not read.
[[nodiscard]] core::Result<std::string> manifest_text(const Manifest& manifest);
/// Written beside and renamed.
[[nodiscard]] core::Status write_manifest(const std::filesystem::path& file, const Manifest& manifest);

}  // namespace vicinia::gis::io
