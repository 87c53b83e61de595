#include "jobs/all_sectors_job.h"

#include <utility>

namespace vicinia::desktop {

namespace ws = workspace;

AllSectorsJob::AllSectorsJob(FoundPtr found, QObject* parent) : Job(parent) {
  runOrFail([of = std::move(found)](
                const core::Task& task) { return ws::all_sectors(of->document(), of->contiguity(), task); },
            [this](ws::AllSectors& sectors) {
              Q_EMIT finished(std::make_shared<const ws::AllSectors>(std::move(sectors)));
            });
}

bool AllSectorsJob::isSame(const ws::Document& a, const ws::Document& b) {
  return a.data == b.data && a.view.period == b.view.period && a.view.treatment == b.view.treatment &&
         a.view.agglomerations == b.view.agglomerations;
}

}  // namespace vicinia::desktop
