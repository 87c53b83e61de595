/// \file preview_job.h
/// Draws a page as it will be written, small enough for the screen, off the GUI thread.
/// Cost:    of one figure; a file in the engine's private folder, which is gone when the job has ended.
#pragma once

#include <QImage>
#include <QSize>
#include <QString>

#include "jobs/figures/figure_maker.h"
#include "jobs/job.h"
#include "vicinia/core/base/error.h"

namespace vicinia::desktop {

inline constexpr double least_preview_dpi = 30,
                        most_preview_dpi = 400;  ///< the engine draws no page with less

/// How large: as fits a frame, or at a resolution.
struct PreviewScale {
  QSize frame_px{};  ///< device pixels; empty: `dpi` counts
  double dpi = 96;
};

struct DrawnPage {
  QImage image{};
  double dpi = 96;
  std::size_t number = 0, count = 1;  ///< of the page; from 0
  QString name{};                     ///< of a series' page
  QString title{}, subtitle{};        ///< that stand on it
  QString grey_warning{};             ///< in the language of the window; empty: none
};

class PreviewJob : public Job {
  Q_OBJECT

 public:
  /// `client` must outlive the job. A page beyond the last is the last. `language` is that of the window.
  PreviewJob(gis::client::EngineClient& client, FigureMakerPtr maker, FigureRequest request, std::size_t page,
             PreviewScale scale, workspace::Language language, QObject* parent = nullptr);

 Q_SIGNALS:
  void drawn(const vicinia::desktop::DrawnPage& page);
};

}  // namespace vicinia::desktop
