/// \file figure_outlines.h
/// What the window paints over the choropleth (outlines of agglomerations, links and cuts by hand), for a figure: lines for the
/// engine and rows for the legend.
/// Units:   metres of the data set's projection, millimetres on the page.
/// Cost:    O(vertices of the outlines).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/topology/dissolve.h"
#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/workspace/agglomerations.h"

namespace vicinia::workspace {

enum class OutlineKind { agglomeration, crossing_agglomeration, crossed_boundary, manual_link, manual_cut };
/// As it stands in a legend.
[[nodiscard]] std::string outline_text(OutlineKind kind, Language language);
/// The strokes of a legend's sample, the lowest first.
[[nodiscard]] std::vector<gis::map::Stroke> outline_strokes(OutlineKind kind);

/// Adds outlines beneath the names, their rows to the legend and the rules to the notes, with
/// how borders were matched and which agglomerations depend on it, unless the view shows none. `reports` and
/// `lines` are those of the document; with a province chosen, those that have a member in it are drawn.
void add_outlines(gis::map::FigureSpec& figure, const Document& document, const Contiguity& contiguity,
                  const std::vector<AgglomerationReport>& reports,
                  const std::vector<core::topology::OutlineLines>& lines, Language language);
/// The same from the document alone: finds the agglomerations first.
[[nodiscard]] core::Status add_outlines(gis::map::FigureSpec& figure, const Document& document,
                                        const Contiguity& contiguity, Language language);

/// "LQ from 1; borders longer than 1 km; 2 links by hand": the rules in one line. A tolerance that is left to the data is told where
/// it is known (`tolerance_m`). Counts are named as the data set does.
[[nodiscard]] std::string rules_text(const AgglomerationSettings& settings, Language language,
                                     std::optional<double> tolerance_m = std::nullopt,
                                     const core::Provenance& provenance = {});

/// Links and cuts by hand as they are drawn: a link from a point inside one unit to one inside the other, a cut at the middle of the
/// longest border that both share, or between them where they share none.
struct HandMark {
  bool is_cut = false;
  core::geom::Point from{}, to{}, at{};  ///< `at`: of a cut
};
[[nodiscard]] std::vector<HandMark> hand_marks(const core::Dataset& dataset, const Contiguity& contiguity,
                                               const core::topology::ManualLinks& links);

}  // namespace vicinia::workspace
