/// \file figure_outlines.h
/// What is drawn over the coloured units (outline_drawing.h) on a figure: layers for the engine, rows for the legend, notes.
/// Units:   metres of the data set's projection, millimetres on the page.
/// Cost:    O(vertices of the outlines).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/topology/dissolve.h"
#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/maps/outline_drawing.h"

namespace vicinia::workspace::inline figures {

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

}  // namespace vicinia::workspace::inline figures
