/// \file print_job.h
/// Draws the pages that are to be printed, off the GUI thread.
/// Units:   millimetres of paper.
/// Cost:    of one figure a page, as PNG in a folder that goes with the last who holds it.
#pragma once

#include <QSizeF>
#include <QString>
#include <QTemporaryDir>
#include <memory>
#include <vector>

#include "jobs/figures/figure_maker.h"
#include "jobs/job.h"

namespace vicinia::desktop {

struct PrintablePages {
  struct Page {
    QString file{};
    QSizeF size_mm{};
  };
  std::vector<Page> pages{};
  QString title{};  ///< of the print job
  std::shared_ptr<const QTemporaryDir> folder{};
};

class PrintJob : public Job {
  Q_OBJECT

 public:
  /// `client` must outlive the job.
  PrintJob(gis::client::EngineClient& client, FigureMakerPtr maker, FigureRequest request,
           QObject* parent = nullptr);

 Q_SIGNALS:
  void drawn(const vicinia::desktop::PrintablePages& pages);
};

}  // namespace vicinia::desktop
