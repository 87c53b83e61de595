#include "session/shown_agglomerations.h"

namespace vicinia::desktop {

ShownAgglomerations::ShownAgglomerations(const ShownMap& map, QObject* parent) : QObject(parent), map_(map) {}

std::optional<std::size_t> ShownAgglomerations::selected() const {
  if (!found() || !map_.isOpen() || map_.view().selected.empty()) return std::nullopt;
  return found()->holding(*map_.view().selected.current());
}

}  // namespace vicinia::desktop
