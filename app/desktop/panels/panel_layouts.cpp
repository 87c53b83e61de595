#include "panels/panel_layouts.h"

#include <QCoreApplication>

#include "panels/panel_registry.h"

namespace vicinia::desktop {

namespace {

std::vector<const char*> allBesideTheMap() {
  std::vector<const char*> ids;
  for (const PanelInfo& panel : all_panels())
    if (panel.place != PanelPlace::below) ids.push_back(panel.id);
  return ids;
}

}  // namespace

// Heights together are less than the smallest window has: they would make it taller. What is more is shared out.
std::span<const PanelLayout> all_layouts() {
  static const std::vector<PanelLayout> layouts{
      {.id = "browse",
       .text = QT_TRANSLATE_NOOP("Layouts", "&Browse the map"),
       .shortcut = QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1),
       .open = allBesideTheMap(),
       .front = {"variable", "agglomerations"},
       .widths = {{"sector", 300}, {"legend", 440}},
       .heights = {{"sector", 250}, {"variable", 370}, {"legend", 340}, {"agglomerations", 280}}},
      {.id = "audit",
       .text = QT_TRANSLATE_NOOP("Layouts", "&Audit the published values"),
       .shortcut = QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2),
       .open = {"legend", "values", "audit"},
       .front = {"audit"},
       .widths = {{"legend", 340}},
       .heights = {},
       .below = 0.47},
      {.id = "figures",
       .text = QT_TRANSLATE_NOOP("Layouts", "&Make figures"),
       .shortcut = QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_3),
       .open = {"variable", "legend", "chart"},
       .front = {"chart"},
       .widths = {{"variable", 290}, {"legend", 330}},
       .heights = {},
       .below = 0.45},
  };
  return layouts;
}

QString layoutText(const char* english) { return QCoreApplication::translate("Layouts", english); }

}  // namespace vicinia::desktop
