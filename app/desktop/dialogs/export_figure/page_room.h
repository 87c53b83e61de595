/// \file page_room.h
/// Which options a figure has room for, and why not the others: by its template, by what it shows, and by the kind of its pages.
#pragma once

#include <QString>

#include "jobs/figures/figure_maker.h"

namespace vicinia::desktop {

/// Of one option.
struct Room {
  QString why_not{};        ///< empty: the user may choose
  bool always_has = false;  ///< where the user may not: it is there anyway
  [[nodiscard]] bool isFree() const { return why_not.isEmpty(); }
};

struct PageRoom {
  Room zoom_insets{}, overview{}, graticule{}, north_arrow{}, table{}, labels{}, outlines{}, selection{},
      chart{}, both_languages{};
  Room same_classes{}, same_scale{}, own_words{};
};

/// `language`: that of the window, in which it says why.
[[nodiscard]] PageRoom room_for(const FigureRequest& request, const workspace::Document& document,
                                const workspace::MapSources& sources, workspace::Language language);

}  // namespace vicinia::desktop
