/// \file manifest.h
/// manifest.json of a data set, checked key by key. The format is described in resources/data/README.md.
/// Errors:  FileNotFound, NotReadable, BadManifest (field = the key, row = the line where the JSON itself is
/// broken; many in a
///          chain), UnknownCrs and GeographicCoordinates for projected_crs.
/// Findings: BadManifest for a key that means nothing, most likely misspelt.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/gis/io/numbers.h"
#include "vicinia/gis/io/table_source.h"

namespace vicinia::gis::io {

struct LayerSource {
  std::filesystem::path file{};                                         ///< as the manifest has it
  std::string code{}, name_vi{}, name_en{}, parent{}, survey_parent{};  ///< fields; empty: none
  std::string parent_name_vi{}, parent_name_en{};  ///< districts: fields with the names of their province
  std::string layer{}, crs{}, encoding{};
  bool approximate = false;
  std::filesystem::path
      codes_from{};  ///< districts: a table that gives them their codes by name, in place of `code`
  std::filesystem::path parent_codes_from{};  ///< and one that does so for the provinces that they name
};

struct ManifestTable {
  std::filesystem::path file{};
  std::optional<char> separator{};  ///< of text; unset: a comma
  std::string sheet{};              ///< of a book; empty: the only one, or the first that has rows
  std::string encoding{};           ///< of a .dbf that states none
  std::map<std::string, std::string> columns{};  ///< our name → the file's
  /// The file's name of a column of ours.
  [[nodiscard]] std::string column(const std::string& name) const {
    const auto at = columns.find(name);
    return at == columns.end() ? name : at->second;
  }
  [[nodiscard]] TableRequest in(const std::filesystem::path& folder) const {
    return {.file = folder / file, .separator = separator, .sheet = sheet, .encoding = encoding};
  }
};

/// One table of observations.
struct ObservationsSource : ManifestTable {
  enum class Layout { long_rows, wide } layout = Layout::long_rows;
  std::string figure{};               ///< wide: what the cells hold, by its name as a column of a long table
  std::vector<std::string> ignore{};  ///< wide: columns of the file that are no sectors
  NumberNotation numbers{};
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
  std::optional<LayerSource> provinces{},
      districts{};  ///< no provinces: they are put together from the districts
  ManifestTable sectors{};
  std::vector<ObservationsSource> observations{};
  ShareNotation shares = ShareNotation::found;
  std::vector<core::Finding> findings{};
};

[[nodiscard]] core::Result<Manifest> read_manifest(const std::filesystem::path& file);

}  // namespace vicinia::gis::io
