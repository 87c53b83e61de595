/// \file outline_drawing.h
/// What is drawn over the coloured units, described once: which lines, in which order, how wide and in what casing, and where links and cuts
/// made by hand are marked. The window paints it over its last frame, since a slider must not wait for a drawing; values hold it as layers.
/// Both take every line, width and place from here.
/// Units:   metres of the data set's projection; millimetres on the screen or the page.
/// Cost:    O(arcs of the outlines); no vertex is touched.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/gis/map/map_spec.h"
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::workspace::inline maps {

enum class OutlineKind { agglomeration, crossing_agglomeration, crossed_boundary, manual_link, manual_cut };
/// As it stands in a legend.
[[nodiscard]] std::string outline_text(OutlineKind kind, Language language);
/// The strokes of a legend's sample, the lowest first.
[[nodiscard]] std::vector<gis::map::Stroke> outline_strokes(OutlineKind kind);

/// Whether the view asks for outlines, and they stand where the units are drawn: circles of a cartogram do not.
[[nodiscard]] inline bool shows_outlines(const View& view) { return view.outlines && !view.cartogram; }

/// The positions of the agglomerations that are drawn: those with a member in the province; all where none is given.
[[nodiscard]] std::vector<std::size_t> drawn_agglomerations(const std::vector<AgglomerationReport>& reports,
                                                            std::optional<core::admin::UnitIndex> province);

/// Arcs that are drawn alike, and the strokes that are laid over them, the lowest first.
struct OutlineDrawing {
  struct Group {
    OutlineKind kind{};
    std::vector<core::topology::ArcRef> arcs{};  ///< never empty
  };
  struct Pass {
    std::size_t group = 0;
    gis::map::Stroke stroke{};
    gis::map::Stroke casing{{}, 0};  ///< beneath all strokes of the pass, where its width is more than 0
  };
  std::vector<Group> groups{};
  std::vector<Pass> passes{};  ///< widths of a map that is near; see outline_style::width_share
};
/// Of the agglomerations at these positions; `selected` is one of them. All halos come first: none covers a line of another kind.
[[nodiscard]] OutlineDrawing outline_drawing(const std::vector<AgglomerationReport>& reports,
                                             const std::vector<core::topology::OutlineLines>& lines,
                                             const std::vector<std::size_t>& among,
                                             std::optional<std::size_t> selected = std::nullopt);

/// Links and cuts by hand: a link from a point inside one unit to one inside the other, a cut at the middle of the
/// longest border that both share, or between them where they share none.
struct HandMark {
  bool is_cut = false;
  core::geom::Point from{}, to{}, at{};  ///< `at`: of a cut
};
[[nodiscard]] std::vector<HandMark> hand_marks(const core::Dataset& dataset, const Contiguity& contiguity,
                                               const core::topology::ManualLinks& links);
/// As layers of a map of this scale: lines, the dots at their ends, crosses. None where there are no marks.
[[nodiscard]] std::vector<gis::map::Layer> hand_mark_layers(const std::vector<HandMark>& marks,
                                                            double metres_per_mm, Language language);

}  // namespace vicinia::workspace::inline maps
