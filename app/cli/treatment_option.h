/// \file treatment_option.h
/// --contradicted: what is done with values that the audit contradicts, in every command that shows numbers.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "vicinia/workspace/document/workspace.h"

namespace vicinia::cli {

void add_treatment_option(CLI::App& app, std::string& treatment);
/// \pre `treatment` passed the option's check
[[nodiscard]] core::Status apply_treatment(workspace::Workspace& workspace, const std::string& treatment);

}  // namespace vicinia::cli
