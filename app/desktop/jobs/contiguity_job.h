/// \file contiguity_job.h
/// Finds which units of a data set share borders, and makes the borders ready for drawing, off the GUI thread.
#pragma once

#include <memory>
#include <optional>

#include "jobs/arc_detail.h"
#include "jobs/job.h"
#include "vicinia/core/base/error.h"
#include "vicinia/core/dataset.h"

namespace vicinia::desktop {

class ContiguityJob : public Job {
  Q_OBJECT

 public:
  ContiguityJob(std::shared_ptr<const core::Dataset> dataset, std::optional<double> tolerance_m,
                QObject* parent = nullptr);

  [[nodiscard]] const core::Dataset* dataset() const { return dataset_.get(); }
  [[nodiscard]] std::optional<double> tolerance_m() const {
    return tolerance_m_;
  }  ///< that was asked for; nullopt: as the data need

 Q_SIGNALS:
  void finished(const vicinia::desktop::ArcDetailPtr& arcs);

 private:
  std::shared_ptr<const core::Dataset> dataset_;
  std::optional<double> tolerance_m_;
};

}  // namespace vicinia::desktop
