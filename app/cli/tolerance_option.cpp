#include "tolerance_option.h"

#include <string>

#include "usage.h"
#include "vicinia/core/topology/border_match.h"

namespace vicinia::cli {
namespace {

constexpr const char* automatic = "auto";

std::string wrong_with(const std::string& text) {
  if (text == automatic) return {};
  std::string number = text;
  if (number_between(0, core::topology::furthest_match_m)(number).empty()) return {};
  const std::string furthest = std::to_string(static_cast<int>(core::topology::furthest_match_m));
  return complaint(
      "\"" + text + "\" không phải là khoảng cách từ 0 đến " + furthest + " mét, cũng không phải auto.",
      "\"" + text + "\" is neither a distance from 0 to " + furthest + " metres, nor auto.");
}

}  // namespace

CLI::Option* add_tolerance_option(CLI::App& app, std::optional<double>& tolerance_m) {
  return app
      .add_option_function<std::string>(
          "--tolerance,--snap",
          [&tolerance_m](const std::string& text) {
            tolerance_m = text == automatic ? std::nullopt : std::optional(std::stod(text));
          },
          "Match borders that run beside each other this close, in metres; auto: as the data need")
      ->check(CLI::Validator([](std::string& text) { return wrong_with(text); }, ""))
      ->type_name("METRES|auto")
      ->default_str(automatic);
}

}  // namespace vicinia::cli
