/// \file compare_options.h
/// --compare and --same-classes: maps that stand beside the one that the other options describe (workspace/document/comparison.h).
/// Errors: UnknownName for a part that there is none of, for sectors, variables and periods; InvalidArgument for numbers and too many maps.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "vicinia/workspace/document/workspace.h"

namespace vicinia::cli {

class CompareOptions {
 public:
  void setup(CLI::App& app);
  /// Adds the maps, each a copy of the first but for what is said of it.
  [[nodiscard]] core::Status apply(workspace::Workspace& workspace) const;

 private:
  std::vector<std::string> maps_;  ///< "sector=IV,variable=employees"
  bool same_classes_ = false;
};

}  // namespace vicinia::cli
