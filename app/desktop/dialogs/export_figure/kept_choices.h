/// \file kept_choices.h
/// What is kept of the choices from one export to the next, and from one run to the next. Not the title, which belongs to one figure, nor
/// names and outlines, which begin as the map has them.
#pragma once

#include <QSettings>

#include "jobs/figures/figure_maker.h"

namespace vicinia::desktop {

struct FigureChoices {
  FigureRequest request{.page = {.template_id = "a4-portrait"}};
  gis::map::FigureFormat format = gis::map::FigureFormat::pdf;
  bool as_folder = false;
  bool own_language = false;  ///< another than that of the window
  QString folder{};           ///< where the last one went
};

void save(const FigureChoices& choices, QSettings& settings);
[[nodiscard]] FigureChoices kept_choices(const QSettings& settings);

}  // namespace vicinia::desktop
