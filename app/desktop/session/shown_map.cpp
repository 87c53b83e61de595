#include "session/shown_map.h"

namespace vicinia::desktop {

const workspace::View& ShownMap::view() const { return document().view; }

const core::Dataset& ShownMap::dataset() const { return *document().data->dataset; }

}  // namespace vicinia::desktop
