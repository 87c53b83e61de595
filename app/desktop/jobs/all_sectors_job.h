/// \file all_sectors_job.h
/// Values and agglomerations of every sector, off the GUI thread.
#pragma once

#include <memory>

#include "jobs/found_agglomerations.h"
#include "jobs/job.h"
#include "vicinia/workspace/tables/province_sheet.h"

namespace vicinia::desktop {

using AllSectorsPtr = std::shared_ptr<const workspace::AllSectors>;

class AllSectorsJob : public Job {
  Q_OBJECT

 public:
  explicit AllSectorsJob(FoundPtr found, QObject* parent = nullptr);

  /// Everything that they depend on is the same in both.
  [[nodiscard]] static bool isSame(const workspace::Document& a, const workspace::Document& b);

 Q_SIGNALS:
  void finished(const vicinia::desktop::AllSectorsPtr& sectors);
};

}  // namespace vicinia::desktop
