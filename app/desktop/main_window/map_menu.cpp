#include "main_window/map_menu.h"

#include <algorithm>

#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::admin::UnitIndex;

namespace {

bool isAmong(const std::vector<std::pair<core::topology::UnitIndex, core::topology::UnitIndex>>& pairs,
             UnitIndex a, UnitIndex b) {
  return std::ranges::any_of(
      pairs, [&](const auto& pair) { return pair.first == std::min(a, b) && pair.second == std::max(a, b); });
}

bool areLinked(const FoundAgglomerations& found, UnitIndex a, UnitIndex b) {
  const auto explanation = found.explain(a);
  return explanation &&
         std::ranges::any_of(explanation->links, [&](const auto& link) { return link.neighbour == b; });
}

}  // namespace

MapMenu::MapMenu(Session& session, AgglomerationController& agglomerations, OverlayController& overlay,
                 MapController& map, QWidget& parent)
    : QObject(&parent),
      session_(session),
      agglomerations_(agglomerations),
      overlay_(overlay),
      map_(map),
      parent_(parent) {}

QMenu* MapMenu::makeMenu() {
  auto* menu = new QMenu(&parent_);
  menu->setObjectName(QStringLiteral("mapMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  return menu;
}

void MapMenu::openBeside(std::size_t map, const std::optional<std::size_t>& unit, const QPoint& global) {
  if (!session_.isOpen()) return;
  QMenu* const menu = makeMenu();
  if (unit) {
    addSelecting(*menu, *unit);
    menu->addSeparator();
  }
  menu->addAction(tr("Make this the &first map"), this,
                  [this, map] { session_.apply(ws::commands::make_map_first(map)); });
  menu->addAction(tr("&Take this map away"), this,
                  [this, map] { session_.apply(ws::commands::remove_map(map)); });
  menu->addAction(tr("Show &everything"), &map_, &MapController::zoomToAll);
  menu->popup(global);
}

void MapMenu::open(const std::optional<std::size_t>& unit, const QPoint& global) {
  if (!session_.isOpen()) return;
  QMenu* const menu = makeMenu();
  if (unit) {
    addUnit(*menu, *unit);
    addLinks(*menu, *unit);
    menu->addSeparator();
  }
  menu->addAction(tr("Show &everything"), &map_, &MapController::zoomToAll);
  menu->popup(global);
}

void MapMenu::addSelecting(QMenu& menu, UnitIndex unit) {
  const QString name = qs(ws::called(session_.dataset().frame, unit, session_.language()));
  const ws::Selection& selection = session_.view().selected;
  if (selection != ws::Selection(unit))
    menu.addAction(tr("&Select %1").arg(name), this,
                   [this, unit] { session_.apply(ws::commands::select_unit(unit)); });
  if (!selection.empty())
    menu.addAction(selection.contains(unit) ? tr("Take %1 &out of the selection").arg(name)
                                            : tr("&Add %1 to the selection").arg(name),
                   this, [this, unit] {
                     session_.apply(ws::commands::select_units(session_.view().selected.toggled(unit)));
                   });
}

void MapMenu::addUnit(QMenu& menu, UnitIndex unit) {
  addSelecting(menu, unit);
  const QString name = qs(ws::called(session_.dataset().frame, unit, session_.language()));
  const FoundPtr& found = agglomerations_.found();
  if (!found) return;
  const auto agglomeration = found->holding(unit);
  menu.addAction(agglomeration ? tr("&Why is %1 in agglomeration %2?").arg(name).arg(*agglomeration + 1)
                               : tr("&Why is %1 in no agglomeration?").arg(name),
                 this, [this, unit] {
                   session_.apply(ws::commands::select_unit(unit));
                   Q_EMIT whyWanted();
                 });
  if (agglomeration)
    menu.addAction(tr("&Zoom to agglomeration %1").arg(*agglomeration + 1), this,
                   [this, extent = found->extent(*agglomeration)] {
                     if (extent) map_.zoomTo(*extent);
                   });
}

// The same pair can be linked or cut in one click while another unit is selected.
void MapMenu::addLinks(QMenu& menu, UnitIndex unit) {
  const FoundPtr& found = agglomerations_.found();
  if (!found || !found->inTopology(unit)) return;
  menu.addSeparator();
  const auto name = [this](UnitIndex of) {
    return qs(ws::called(session_.dataset().frame, of, session_.language()));
  };
  if (const auto selected = session_.view().selected.current();
      selected && *selected != unit && found->inTopology(*selected)) {
    const UnitIndex other = *selected;
    const auto& links = session_.view().agglomerations.links;
    if (isAmong(links.cut, unit, other))
      menu.addAction(tr("Take &back the cut between %1 and %2").arg(name(other), name(unit)), this,
                     [this, unit, other] { session_.apply(ws::commands::forget_link(other, unit)); });
    else if (isAmong(links.linked, unit, other))
      menu.addAction(tr("Take &back the link of %1 with %2").arg(name(other), name(unit)), this,
                     [this, unit, other] { session_.apply(ws::commands::forget_link(other, unit)); });
    else if (areLinked(*found, unit, other))
      menu.addAction(tr("&Cut the link of %1 with %2").arg(name(other), name(unit)), this,
                     [this, unit, other] { session_.apply(ws::commands::cut_units(other, unit)); });
    else
      menu.addAction(tr("&Link %1 with %2").arg(name(other), name(unit)), this,
                     [this, unit, other] { session_.apply(ws::commands::link_units(other, unit)); });
  }
  menu.addAction(tr("Link %1 with a&nother unit…").arg(name(unit)), this, [this, unit] {
    session_.apply(ws::commands::select_unit(unit));
    overlay_.beginLink(unit);
  });
}

}  // namespace vicinia::desktop
