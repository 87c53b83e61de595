#include "session/agglomerations_beside.h"

#include <utility>

namespace vicinia::desktop {

namespace ws = workspace;

AgglomerationsBeside::AgglomerationsBeside(MapBeside& map, AgglomerationController& first, Turns& turns,
                                           QObject* parent)
    : ShownAgglomerations(map, parent), map_(map), first_(first), turns_(turns) {
  connect(&map_, &MapBeside::changed, this, [this](const ws::Touched& touched) {
    if (touched.membership())
      wait();
    else if (touched.selection)
      Q_EMIT selectionChanged();
  });
  // Its borders are those that this searches on.
  connect(&first_, &AgglomerationController::changed, this, &AgglomerationsBeside::wait);
  wait();
}

AgglomerationsBeside::~AgglomerationsBeside() { turns_.forget(this); }

void AgglomerationsBeside::wait() {
  waits_ = true;
  turns_.ask(this, [this] { find(); });
}

void AgglomerationsBeside::find() {
  waits_ = false;
  const ArcDetailPtr& arcs = first_.arcs();
  if (!map_.isOpen() || !arcs) {
    if (std::exchange(found_, nullptr)) Q_EMIT changed();
    return;
  }
  const ws::Document& document = map_.document();
  if (!known_.values || known_.data != document.data || known_.sector != document.view.sector ||
      known_.period != document.view.period || known_.treatment != document.view.treatment) {
    auto values = ws::sector_values(document);
    known_ = {document.data, document.view.sector, document.view.period, document.view.treatment,
              values ? std::make_shared<const ws::SectorValues>(*std::move(values)) : nullptr};
  }
  auto found = known_.values ? FoundAgglomerations::find(document, arcs, known_.values)
                             : core::Result<FoundPtr>(FoundPtr());
  found_ = found ? *std::move(found) : nullptr;
  Q_EMIT changed();
}

}  // namespace vicinia::desktop
