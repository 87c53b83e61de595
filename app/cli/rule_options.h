/// \file rule_options.h
/// The rules of agglomerations as options, for all commands that apply them.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "vicinia/workspace/view.h"

namespace vicinia::cli {

class RuleOptions {
 public:
  void setup(CLI::App& app);
  [[nodiscard]] workspace::AgglomerationSettings settings() const;

 private:
  workspace::AgglomerationSettings settings_;
  std::string link_ = "edge", size_of_ = "whole";
};

}  // namespace vicinia::cli
