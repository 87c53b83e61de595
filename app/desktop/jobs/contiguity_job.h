/// \file contiguity_job.h
/// Finds which units of a data set share borders, and makes the borders ready for drawing, off the GUI thread.
/// Threads: signals are emitted on the job's own thread (the GUI's). The destructor cancels and waits.
#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <thread>

#include "session/arc_detail.h"
#include "vicinia/core/base/error.h"
#include "vicinia/core/dataset.h"

namespace vicinia::desktop {

class ContiguityJob : public QObject {
  Q_OBJECT

 public:
  ContiguityJob(std::shared_ptr<const core::Dataset> dataset, std::optional<double> tolerance_m, QObject* parent = nullptr);
  ~ContiguityJob() override;

  void cancel() { worker_.request_stop(); }
  [[nodiscard]] const core::Dataset* dataset() const { return dataset_.get(); }
  [[nodiscard]] std::optional<double> tolerance_m() const { return tolerance_m_; }  ///< that was asked for; nullopt: as the data need

 Q_SIGNALS:
  void finished(const vicinia::desktop::ArcDetailPtr& arcs);
  void failed(const vicinia::core::Error& error);

 private:
  std::shared_ptr<const core::Dataset> dataset_;
  std::optional<double> tolerance_m_;
  std::jthread worker_;
};

}  // namespace vicinia::desktop
