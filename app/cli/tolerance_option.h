/// \file tolerance_option.h
/// The tolerance of matching borders as an option, the same for all commands that have one.
/// Units:  metres.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>

namespace vicinia::cli {

/// --tolerance METRES|auto, and --snap, its former name. `tolerance_m` gets a distance from 0 to the furthest that is matched, or
/// nullopt for "as the data need", which is what it is without the option. It must outlive the parsing.
CLI::Option* add_tolerance_option(CLI::App& app, std::optional<double>& tolerance_m);

}  // namespace vicinia::cli
