#include "session/map_beside.h"

#include <utility>

namespace vicinia::desktop {

namespace ws = workspace;

MapBeside::MapBeside(Session& session, Turns& turns, std::size_t map, QObject* parent)
    : ShownMap(parent), session_(session), turns_(turns), map_(map) {
  connect(&session_, &Session::changed, this, &MapBeside::follow);
  follow();
}

MapBeside::~MapBeside() { turns_.forget(this); }

void MapBeside::setMap(std::size_t map) {
  if (std::exchange(map_, map) != map) follow();
}

// Until the board has heard of a map that was taken away, it has none to show.
bool MapBeside::isThere() const { return session_.isOpen() && map_ < ws::map_count(session_.view()); }

void MapBeside::follow() {
  if (!isThere()) return;
  ws::Document now = ws::document_of(session_.document(), map_);
  // Units of the data before are none of these: nothing may be asked of them in between.
  if (isOpen() && now.data != document_.data) return update();
  if (waits_ || !isOpen() || ws::difference(document_, now).colours()) {
    waits_ = true;
    return turns_.ask(this, [this] { update(); });
  }
  const ws::Touched touched = ws::difference(document_, now);
  document_ = std::move(now);
  if (touched.anything()) Q_EMIT changed(touched);
}

void MapBeside::update() {
  turns_.forget(this);
  waits_ = false;
  if (!isThere()) return;
  ws::Document now = ws::document_of(session_.document(), map_);
  const ws::Touched touched = isOpen() ? ws::difference(document_, now) : ws::everything_touched();
  if (touched.colours()) {
    auto choropleth = ws::make_choropleth(now);
    if (!choropleth) {
      Q_EMIT failed(choropleth.error());
      return;
    }
    choropleth_ = *std::move(choropleth);
  }
  document_ = std::move(now);
  if (touched.anything()) Q_EMIT changed(touched);
}

}  // namespace vicinia::desktop
