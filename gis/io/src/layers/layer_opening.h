/// \file layer_opening.h
/// Opens a vector file of any form that source_path.h knows, and chooses one of its layers.
/// Choice:  the layer that is named; else the first of the wanted kind, and a LayerChosen finding where there
/// are others. Tables
///          are layers without geometry, and where there is none, any. Of a
///          folder with several of the kind, none is taken for the right one.
/// Errors:  those of source_path.h, NotAVectorFile, MissingCompanion, TruncatedFile, UnknownName (no such
/// layer; detail: those
///          there are), LayerNotNamed (a folder with several), EmptyLayer (no layer at all).
/// Findings: LayerChosen.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/gdal_setup.h"
#include "geometry/crs_choice.h"
#include "vicinia/core/base/result.h"

class OGRLayer;

namespace vicinia::gis::io {

enum class LayerKind { areas, points, tables };

struct OpenLayer {
  DatasetPtr dataset{};
  OGRLayer* layer = nullptr;
  std::string name{};
  FileCrs crs{};
  bool is_shapefile = false;
  bool encoding_is_stated = true;
  std::string encoding{};  ///< stated by a shapefile, where it is not UTF-8
  std::vector<core::Finding> findings{};
};

/// \param wanted    name of the layer; empty: choose
/// \param messages  catches what GDAL says meanwhile
[[nodiscard]] core::Result<OpenLayer> open_layer(const std::filesystem::path& file, const std::string& wanted,
                                                 LayerKind kind, const GdalMessages& messages);

}  // namespace vicinia::gis::io
