#include "jobs/export_job.h"

#include <utility>

namespace vicinia::desktop {

ExportJob::ExportJob(gis::client::EngineClient& client, gis::map::FigureSpec spec, QObject* parent)
    : QObject(parent) {
  worker_ = std::jthread([this, &client, spec = std::move(spec)](std::stop_token stop) {
    const core::Task task{stop, [this](double share, std::string_view) {
                            QMetaObject::invokeMethod(this, [this, share] { Q_EMIT progressed(share); });
                          }};
    QMetaObject::invokeMethod(this, [this, status = client.export_figure(spec, task)] {
      if (status)
        Q_EMIT written();
      else
        Q_EMIT failed(status.error());
    });
  });
}

ExportJob::~ExportJob() {
  worker_.request_stop();
  if (worker_.joinable()) worker_.join();
}

}  // namespace vicinia::desktop
