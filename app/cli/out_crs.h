/// \file out_crs.h
/// --out-crs, for every command that writes a layer.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::cli {

class OutCrsOption {
 public:
  void setup(CLI::App& app, const std::string& by_default = {});
  /// As given; empty: what the format is usually in.
  [[nodiscard]] const std::string& crs() const { return crs_; }
  /// Says what other programs may make of a .geojson that is not in degrees. Errors: InvalidArgument (no
  /// coordinate system).
  [[nodiscard]] core::Status tell(const std::string& file, workspace::Language language) const;

 private:
  std::string crs_;
};

}  // namespace vicinia::cli
