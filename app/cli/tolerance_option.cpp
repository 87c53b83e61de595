#include "tolerance_option.h"

#include <string>

#include "vicinia/core/topology/border_match.h"

namespace vicinia::cli {
namespace {

constexpr const char* automatic = "auto";

std::string complaint(const std::string& text) {
  if (text == automatic) return {};
  return CLI::Range(0.0, core::topology::furthest_match_m)(text).empty()
             ? std::string()
             : text + ": a distance from 0 to " + std::to_string(static_cast<int>(core::topology::furthest_match_m)) + " metres, or auto";
}

}  // namespace

CLI::Option* add_tolerance_option(CLI::App& app, std::optional<double>& tolerance_m) {
  return app
      .add_option_function<std::string>(
          "--tolerance,--snap",
          [&tolerance_m](const std::string& text) { tolerance_m = text == automatic ? std::nullopt : std::optional(std::stod(text)); },
          "Match borders that run beside each other this close, in metres; auto: as the data need")
      ->check(CLI::Validator([](std::string& text) { return complaint(text); }, ""))
      ->type_name("METRES|auto")
      ->default_str(automatic);
}

}  // namespace vicinia::cli
