#include "canvas/overlay/overlay_controller.h"

#include <utility>

#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

OverlayController::OverlayController(Session& session, ShownMap& map, ShownAgglomerations& agglomerations,
                                     MapCanvas& canvas, QObject* parent)
    : QObject(parent), session_(session), map_(map), agglomerations_(agglomerations), canvas_(canvas) {
  connect(&agglomerations_, &ShownAgglomerations::changed, this, &OverlayController::showOutlines);
  connect(&agglomerations_, &ShownAgglomerations::selectionChanged, this, &OverlayController::showSelected);
  connect(&map_, &ShownMap::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset) endLink();
    if (touched.outlines || touched.province || touched.cartogram) showOutlines();
  });
  connect(&canvas_, &MapCanvas::unitPicked, this, &OverlayController::link);
  connect(&canvas_, &MapCanvas::pickingCancelled, this, &OverlayController::endLink);
}

void OverlayController::showOutlines() {
  const FoundPtr found = map_.isOpen() ? agglomerations_.found() : nullptr;
  // Circles of a cartogram do not stand where borders are.
  const bool haveBorders = found && !map_.view().cartogram;
  const bool areShown = haveBorders && ws::shows_outlines(map_.view());
  canvas_.setOutlines(
      found ? std::make_shared<const OutlineShapes>(
                  found, areShown ? found->reaching(map_.view().province) : std::vector<std::size_t>())
            : nullptr);
  if (!areShown) return canvas_.setHandMarks({});
  canvas_.setHandMarks(
      ws::hand_marks(found->dataset(), found->contiguity(), found->document().view.agglomerations.links));
  showSelected();
}

void OverlayController::showSelected() { canvas_.setSelectedOutline(agglomerations_.selected()); }

void OverlayController::beginLinkOfSelected() {
  if (session_.isOpen() && !session_.view().selected.empty()) beginLink(*session_.view().selected.current());
}

void OverlayController::beginLink(core::admin::UnitIndex from) {
  if (!session_.isOpen()) return;
  from_ = from;
  const QString name = qs(ws::called(session_.dataset().frame, from, session_.language()));
  canvas_.setPicking(from, tr("Click the unit to link with %1. Esc cancels.").arg(name));
}

void OverlayController::endLink() {
  if (!std::exchange(from_, std::nullopt)) return;
  canvas_.setPicking(std::nullopt);
}

void OverlayController::link(std::size_t other) {
  if (!from_ || *from_ == other) return;
  const auto from = *from_;
  endLink();
  session_.apply(ws::commands::link_units(from, other));
}

}  // namespace vicinia::desktop
