#include "main_window/window_memory.h"

#include <QSettings>

#include "main_window/folded_sides.h"
#include "panels/tables/table_kit.h"

namespace vicinia::desktop {

namespace {

/// Of the set of panels: an arrangement of another set is not brought back.
constexpr int panels_version = 7;

}  // namespace

void rememberWindow(const QMainWindow& window, FileDialogs& files) {
  QSettings settings;
  settings.setValue(QStringLiteral("window/geometry"), window.saveGeometry());
  settings.setValue(QStringLiteral("window/panels"), window.saveState(panels_version));
  for (const FoldedSides* const folded : window.findChildren<FoldedSides*>()) folded->save(settings);
  files.saveState(settings);
  for (const TableKit* const kit : window.findChildren<TableKit*>()) kit->save(settings);
}

void restoreWindow(QMainWindow& window, FileDialogs& files) {
  const QSettings settings;
  window.restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
  window.restoreState(settings.value(QStringLiteral("window/panels")).toByteArray(), panels_version);
  for (FoldedSides* const folded : window.findChildren<FoldedSides*>()) folded->restore(settings);
  files.restore(settings);
  for (TableKit* const kit : window.findChildren<TableKit*>()) kit->restore(settings);
}

}  // namespace vicinia::desktop
