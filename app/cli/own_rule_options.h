/// \file own_rule_options.h
/// --own-lq, --own-employees …: the thresholds of the user's own grade, each "MIN", "MIN:MAX" or ":MAX".
#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <string>

#include "vicinia/core/indicators/grades/schemes.h"

namespace vicinia::cli {

class OwnRuleOptions {
 public:
  void setup(CLI::App& app);
  [[nodiscard]] core::indicators::grades::OwnRule rule() const;

 private:
  std::array<std::string, 6> texts_{};
};

}  // namespace vicinia::cli
