/// \file export_job.h
/// Writes a figure, off the GUI thread.
/// Threads: signals are emitted on the job's own thread (the GUI's). The destructor cancels and waits.
#pragma once

#include <QObject>
#include <thread>

#include "vicinia/core/base/error.h"
#include "vicinia/gis/client/engine_client.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::desktop {

class ExportJob : public QObject {
  Q_OBJECT

 public:
  /// `client` must outlive the job.
  ExportJob(gis::client::EngineClient& client, gis::map::FigureSpec spec, QObject* parent = nullptr);
  ~ExportJob() override;

  void cancel() { worker_.request_stop(); }

 Q_SIGNALS:
  void progressed(double shareDone);
  void written();
  void failed(const vicinia::core::Error& error);

 private:
  std::jthread worker_;
};

}  // namespace vicinia::desktop
