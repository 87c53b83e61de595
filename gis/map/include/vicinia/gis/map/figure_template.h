/// \file figure_template.h
/// The pages that figures come on: a sheet, a part of a sheet, a slide. A template says how large page, margin and
/// type are, and what has room on it; what a figure shows is not its business.
/// Units:   millimetres.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::map {

struct FigureTemplate {
  std::string_view id{};
  Page page{};
  double margin_mm = 0;
  TypeScale type{};
  bool holds_zoom_insets = true, holds_table = true, holds_overview = true;
  bool one_paragraph = false;  ///< notes follow each other on a line
};

[[nodiscard]] std::span<const FigureTemplate> figure_templates();
/// Null where there is none of that name.
[[nodiscard]] const FigureTemplate* find_figure_template(std::string_view id);

/// Gives the figure the template's page and type, names on the map included, and takes from it what has no room.
void apply(const FigureTemplate& figure_template, FigureSpec& figure);

}  // namespace vicinia::gis::map
