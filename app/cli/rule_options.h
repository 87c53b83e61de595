/// \file rule_options.h
/// The rules of agglomerations as options, for all commands that apply them.
/// Errors: UnknownName (a unit to link or cut that is not one of the map), InvalidArgument (a link of a unit with itself).
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::cli {

class RuleOptions {
 public:
  void setup(CLI::App& app);
  /// Puts the rules into the document, and answers the contiguity that belongs to them.
  [[nodiscard]] core::Result<workspace::Contiguity> apply(workspace::Workspace& workspace) const;

 private:
  using NamePairs = std::vector<std::pair<std::string, std::string>>;
  workspace::AgglomerationSettings settings_;
  std::string link_ = "edge", size_of_ = "whole", contradicted_ = "as-printed";
  NamePairs linked_, cut_;
};

}  // namespace vicinia::cli
