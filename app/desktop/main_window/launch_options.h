/// \file launch_options.h
/// What the program is asked for on the command line.
#pragma once

#include <QSize>
#include <optional>
#include <string>
#include <variant>

#include "vicinia/core/values/variable.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

struct LaunchOptions {
  std::string view{};     ///< a saved view or a figure
  std::string dataset{};  ///< empty: the built-in one
  std::string sector{}, province{}, panel{};
  std::optional<core::values::Variable> variable{};
  std::optional<workspace::Language> language{};
  std::string screenshot{};  ///< save a picture of the window here and leave
  std::optional<QSize> size{};
  std::string timings{};
};

struct ExitNow {
  int code = 0;
};

/// Prints help, version or what is wrong, and says with which code to leave: 0, or 2 for wrong usage.
[[nodiscard]] std::variant<LaunchOptions, ExitNow> parseLaunchOptions(int argc, const char* const* argv);

}  // namespace vicinia::desktop
