/// \file themed_icon.h
/// Icons of the program's own that are seen on light windows and on dark ones, also where the theme changes while it runs.
#pragma once

#include <QIcon>

namespace vicinia::desktop {

/// \param name  of a file in resources/icons, without ".svg"
[[nodiscard]] QIcon themedIcon(const char* name);

/// Whether the window's ground is dark.
[[nodiscard]] bool isDarkTheme();

}  // namespace vicinia::desktop
