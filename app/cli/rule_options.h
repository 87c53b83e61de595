/// \file rule_options.h
/// The rules of agglomerations as options, for all commands that apply them.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "vicinia/core/agglomeration/agglomeration.h"

namespace vicinia::cli {

class RuleOptions {
 public:
  void setup(CLI::App& app);
  [[nodiscard]] core::agglomeration::Rules rules() const;
  [[nodiscard]] double snap_m() const { return snap_m_; }

 private:
  core::agglomeration::Rules rules_;
  std::string link_ = "edge", size_of_ = "whole";
  double snap_m_;
};

}  // namespace vicinia::cli
