#include "main_window/launch_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace vicinia::desktop {

namespace {

constexpr int wrong_usage = 2;

std::optional<QSize> sizeFrom(const std::string& text) {
  int width = 0, height = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) != 2) return std::nullopt;
  if (width < 200 || height < 200 || width > 16384 || height > 16384) return std::nullopt;
  return QSize(width, height);
}

}  // namespace

std::variant<LaunchOptions, ExitNow> parseLaunchOptions(int argc, const char* const* argv) {
  LaunchOptions options;
  std::string variable, language, size;
  std::vector<std::string> variables;
  for (const auto& info : core::values::all_variables()) variables.emplace_back(info.id);

  CLI::App app("Vicinia: explorer of industrial clusters for Viet Nam.", "vicinia-desktop");
  app.set_version_flag("--version", "Vicinia " VICINIA_VERSION);
  app.add_option("view", options.view, "A workspace (.vicinia), or a figure whose view is to be opened")
      ->type_name("FILE");
  app.add_option("--dataset", options.dataset, "Folder of the data set (default: the built-in one)")
      ->type_name("DIR");
  app.add_option("--sector", options.sector, "Sector to show: number or name")->type_name("SECTOR");
  app.add_option("--variable,--measure", variable, "Variable to show, see \"vicinia variables\"")
      ->check(CLI::IsMember(variables))
      ->type_name("NAME");
  app.add_option("--panel", options.panel, "Panel to show at once, e.g. agglomerations, values, selection")
      ->type_name("NAME");
  app.add_option("--province", options.province, "Show this province alone: code or name")->type_name("NAME");
  app.add_option("--language", language, "Language of the window (default: that of the system)")
      ->check(CLI::IsMember({"vi", "en"}));
  app.add_option("--screenshot", options.screenshot,
                 "Save a picture of the window with the finished map, and leave")
      ->type_name("FILE");
  app.add_option("--size", size, "Size of the window in pixels, e.g. 1440x900")
      ->type_name("WxH")
      ->check([](const std::string& text) {
        return sizeFrom(text) ? std::string() : "must look like 1440x900: " + text;
      });
  app.add_option("--timings", options.timings,
                 "Append times in milliseconds to this file, one JSON object a line")
      ->type_name("FILE");
  app.footer("Exit codes: 0 done, 1 the input is at fault, 2 wrong usage, 3 a fault of the program.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return ExitNow{app.exit(error) == 0 ? 0 : wrong_usage};
  }
  if (!variable.empty()) options.variable = core::values::variable_by_id(variable);
  if (!language.empty()) options.language = workspace::language_by_code(language);
  if (!size.empty()) options.size = sizeFrom(size);
  return options;
}

}  // namespace vicinia::desktop
