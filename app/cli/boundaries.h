/// \file boundaries.h
/// A layer of areas with its topology: the common start of borders, dissolve and check.
/// Units:   metres of the layer's projection.
/// Missing: an area whose id is empty goes by the number of its feature, "#7".
/// Errors:  those of gis/io/vector_layer.h and build_topology; MissingField.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/topology/topology.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::cli {

class Boundaries {
 public:
  void setup(CLI::App& app);
  /// Reads the layer, and tells on stderr what the reader found.
  [[nodiscard]] core::Status read();
  /// Makes one area of the features that have the same value in `id_field`, if one is named; tells of that,
  /// and of empty ids.
  [[nodiscard]] core::Status join(const std::string& id_field);
  /// Builds the topology, and tells how the borders meet where they do not all meet exactly (with `always`:
  /// in any case).
  [[nodiscard]] core::Status match(bool always = false);

  /// Values of a field [feature], with blanks and letters in one normal form. Errors: MissingField.
  [[nodiscard]] core::Result<std::vector<std::string>> values(const std::string& field) const;
  [[nodiscard]] const std::string& file() const { return file_; }
  /// In words, of one or several features: "#7".
  [[nodiscard]] static std::string number_of(std::size_t feature) {
    return "#" + std::to_string(feature + 1);
  }

  gis::io::PolygonLayer layer;  ///< without its areas
  core::topology::Topology topology;
  /// [area]: what was joined. The same as the features until join() made one of several.
  std::vector<core::geom::MultiPolygon> areas;
  std::vector<std::string> names;                  ///< [area]
  std::vector<std::vector<std::size_t>> features;  ///< [area]: of the layer, ascending

 private:
  std::string file_, layer_, source_crs_, crs_;
  bool all_notes_ = false;
  std::optional<double> tolerance_m_{};  ///< nullopt: what the data need
};

}  // namespace vicinia::cli
