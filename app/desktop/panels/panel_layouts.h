/// \file panel_layouts.h
/// Arrangements of the panels by what is being done: which are open, which stand in front, and how large. Where a panel stands at the
/// sides is said by the registry. The first is how the window begins.
#pragma once

#include <QKeySequence>
#include <QString>
#include <span>
#include <vector>

namespace vicinia::desktop {

struct PanelSize {
  const char* id;
  int size;  ///< in pixels, of a window that has room for it
};

struct PanelLayout {
  const char* id;
  const char* text;  ///< English, with the key of its menu; in the translations' context "Layouts"
  QKeySequence shortcut;
  std::vector<const char*> open;   ///< all others are closed
  std::vector<const char*> front;  ///< before the other tabs of their place
  std::vector<PanelSize> widths, heights;
  double below = 0;  ///< share of the window's height for the panel below the map; 0: none is open
};

[[nodiscard]] std::span<const PanelLayout> all_layouts();
[[nodiscard]] QString layoutText(const char* english);

}  // namespace vicinia::desktop
