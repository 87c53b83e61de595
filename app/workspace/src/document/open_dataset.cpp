// Reading a data set for opening, and the same data in another frame or at another level of its sectors: totals and audits are made anew.
#include <utility>

#include "vicinia/core/values/in_frame.h"
#include "vicinia/gis/io/dataset_reader.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline document {

using core::ErrorCode;
using core::audit::KnownTotals;

namespace {

/// Audit and totals of each period. Errors: Cancelled.
core::Status add_totals(OpenDataset& open, const core::Task& task) {
  for (core::industry::PeriodIndex period = 0; period < open.dataset->periods.size(); ++period) {
    if (task.stop.stop_requested()) return core::fail({.code = ErrorCode::cancelled});
    open.audits.push_back(AuditedList::audit(*open.dataset, period));
    const bool is_complete = open.dataset->provenance.completeness == core::Completeness::complete_matrix;
    open.totals.push_back(std::make_shared<const KnownTotals>(
        is_complete ? KnownTotals::summed(*open.dataset, period)
                    : KnownTotals::reconstructed(*open.dataset, open.audits.back()->audit())));
  }
  return {};
}

}  // namespace

core::Result<std::shared_ptr<const OpenDataset>> load(const std::filesystem::path& folder,
                                                      const core::Task& task) {
  auto loaded = gis::io::read_dataset(folder, task);
  if (!loaded) return core::fail(loaded.error());
  OpenDataset open{.folder = folder, .dataset = loaded->dataset, .findings = loaded->findings};
  open.extent = full_extent(*open.dataset);
  if (auto ok = add_totals(open, task); !ok) return core::fail(ok.error());
  return std::make_shared<const OpenDataset>(std::move(open));
}

namespace {

/// \pre data is in its own frame
core::Result<OpenDataset> shown_in_frame(const OpenDataset& data, const std::string& frame,
                                         const core::Task& task) {
  auto shown = core::values::in_frame(*data.dataset, frame, data.audits, task);
  if (!shown) return core::fail(shown.error());
  OpenDataset open{.folder = data.folder,
                   .dataset = std::make_shared<const core::Dataset>(std::move(shown->dataset)),
                   .findings = data.findings};
  open.findings.insert(open.findings.end(), shown->findings.begin(), shown->findings.end());
  open.extent = full_extent(*open.dataset);
  const bool is_complete = open.dataset->provenance.completeness == core::Completeness::complete_matrix;
  const core::admin::Level finest = core::finest_level(*data.dataset);
  for (core::industry::PeriodIndex period = 0; period < open.dataset->periods.size(); ++period) {
    open.audits.push_back(nullptr);  // what the source printed was audited there; its verdicts came along
    open.totals.push_back(std::make_shared<const KnownTotals>(
        is_complete ? KnownTotals::summed(*open.dataset, period)
                    : data.totals[period]->carried(*open.dataset, finest, shown->made_of)));
  }
  return open;
}

}  // namespace

core::Result<std::shared_ptr<const OpenDataset>> in_frame(std::shared_ptr<const OpenDataset> data,
                                                          const std::string& frame, const core::Task& task) {
  if (data->dataset->frame_id == frame) return data;
  const std::size_t level = data->dataset->sector_level;
  if (data->own_frame)
    return at_sector_level(data->own_frame, level).and_then([&](auto own) {
      return in_frame(std::move(own), frame, task);
    });
  const auto as_loaded = data->as_loaded ? data->as_loaded : data;
  auto shown = shown_in_frame(*as_loaded, frame, task);
  if (!shown) return core::fail(shown.error());
  shown->own_frame = as_loaded;
  return at_sector_level(std::make_shared<const OpenDataset>(*std::move(shown)), level);
}

core::Result<std::shared_ptr<const OpenDataset>> at_sector_level(std::shared_ptr<const OpenDataset> data,
                                                                 std::size_t level) {
  const core::Dataset& now = *data->dataset;
  if (level == 0) level = now.levels ? now.levels->usual_level() : 1;
  if (level == now.sector_level) return data;
  if (data->as_loaded && level == data->as_loaded->dataset->sector_level) return data->as_loaded;
  if (data->own_frame) {  // values are carried over from the rows of that level
    auto own = at_sector_level(data->own_frame, level);
    if (!own) return own;
    auto shown = shown_in_frame(**own, now.frame_id, {});
    if (!shown) return core::fail(shown.error());
    shown->own_frame = data->own_frame;
    shown->as_loaded = data->as_loaded ? data->as_loaded : data;
    return std::make_shared<const OpenDataset>(*std::move(shown));
  }
  auto dataset = core::at_sector_level(now, level);
  if (!dataset) return core::fail(dataset.error());
  OpenDataset open{.folder = data->folder,
                   .dataset = std::make_shared<const core::Dataset>(*std::move(dataset)),
                   .findings = data->findings};
  open.extent = data->extent;
  open.as_loaded = data->as_loaded ? data->as_loaded : data;
  for (core::Finding& finding : open.findings)
    if (finding.code == ErrorCode::sector_level_used) finding = gis::io::sector_level_finding(*open.dataset);
  if (auto ok = add_totals(open, {}); !ok) return core::fail(ok.error());
  return std::make_shared<const OpenDataset>(std::move(open));
}

}  // namespace vicinia::workspace::inline document
