/// \file dataset_reader.h
/// A folder with manifest.json, boundaries, sectors and observations → core::Dataset, checked as a whole; or a manifest and tables that
/// somebody has otherwise, such as an import.
/// The format of the manifest is described in resources/data/README.md.
/// Errors:  those of vector_layer.h and table.h, and FolderNotFound, BadManifest, DuplicateUnit, MissingCode, FeaturesDiffer, UnknownParent,
///          UnknownUnit, UnknownSector, UnknownRowKind, DuplicateObservation, NegativeCount, ShareOutOfRange, DuplicateUnit with field sector_no
///          (a sector twice), InvalidArgument with field period (a row without one). The first
///          error of the file that is at fault is returned; its `cause` chains up to nine more of the same file.
/// Findings: those of the layers, with the unit's code; BadManifest (a key that means nothing); those of units: FeaturesJoined,
///          IdenticalAreas, ProvincesFromDistricts, ParentNamesDiffer, ProvinceCodesChanged, ProvincesDisagree, ProvincesElsewhere,
///          CodesByPlace, UnitsWithoutCode, UnitsNotInLayer.
/// Cost:    O(bytes of all files).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/gis/io/manifest.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::io {

struct LoadedDataset {
  std::shared_ptr<const core::Dataset> dataset{};
  std::vector<core::Finding> findings{};  ///< what was assumed or repaired
};

[[nodiscard]] core::Result<LoadedDataset> read_dataset(const std::filesystem::path& folder,
                                                       const core::Task& task = {});

/// All that is read of a data set, its manifest first: what a copy of it needs. Errors: those of read_manifest.
[[nodiscard]] core::Result<std::vector<std::filesystem::path>> files_of_dataset(
    const std::filesystem::path& folder);

/// The tables that a manifest names, each asked for once, when its turn comes; may be called from one thread at a time.
using Tables = std::function<core::Result<Table>(const ManifestTable&)>;
/// Those that lie beside the manifest.
[[nodiscard]] Tables tables_in(std::filesystem::path folder);

/// The same of a manifest and its tables.
/// \param folder        where its layers, and the tables of codes that they name, lie
/// \param content_hash  what the data set is known by, see core/dataset.h
[[nodiscard]] core::Result<LoadedDataset> build_dataset(const Manifest& manifest, const Tables& tables,
                                                        const std::filesystem::path& folder,
                                                        std::string content_hash,
                                                        const core::Task& task = {});

/// Which level of its sectors a data set has. \pre dataset.levels != nullptr
[[nodiscard]] core::Finding sector_level_finding(const core::Dataset& dataset);

}  // namespace vicinia::gis::io
