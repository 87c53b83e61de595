#include "vicinia/workspace/indicators/values.h"

#include <array>
#include <mutex>

namespace vicinia::workspace {

struct TreatedData {
  std::mutex mutex;
  std::shared_ptr<const core::Dataset> of{};  ///< what the rest was made of
  std::array<std::shared_ptr<const core::Dataset>, 3> dataset{};                                          ///< [treatment]
  std::array<std::vector<std::shared_ptr<const core::audit::KnownTotals>>, 3> totals{};  ///< [treatment][period]
};

std::shared_ptr<TreatedData> make_treated_data() { return std::make_shared<TreatedData>(); }

Evidence evidence_of(const OpenDataset& data, core::industry::PeriodIndex period, Treatment treatment) {
  Evidence evidence{.dataset = data.dataset, .period = period, .totals = data.totals.at(period), .treatment = treatment};
  if (period < data.audits.size()) evidence.audit = data.audits[period];
  if (treatment == Treatment::as_printed) return evidence;
  TreatedData& made = *data.treated;
  const auto which = static_cast<std::size_t>(treatment);
  const std::lock_guard lock(made.mutex);
  if (made.of != data.dataset) {
    made.of = data.dataset;
    made.dataset = {};
  }
  if (made.dataset[which] == nullptr) {
    made.dataset[which] = core::values::treated(data.dataset, data.audits, treatment);
    made.totals[which] = data.totals;
    // Totals of a list leave out what is contradicted anyway; those of a complete matrix are sums of what stands in it.
    const bool is_matrix = data.dataset->provenance.completeness == core::Completeness::complete_matrix;
    for (core::industry::PeriodIndex p = 0; is_matrix && made.dataset[which] != data.dataset && p < made.totals[which].size(); ++p)
      made.totals[which][p] = std::make_shared<const core::audit::KnownTotals>(core::audit::KnownTotals::summed(*made.dataset[which], p));
  }
  evidence.dataset = made.dataset[which];
  evidence.totals = made.totals[which].at(period);
  return evidence;
}

Evidence evidence_of(const Document& document) { return evidence_of(*document.data, document.view.period, document.view.treatment); }

std::shared_ptr<const PeriodIndicators> period_indicators_of(const Document& document) {
  return PeriodIndicators::of(evidence_of(document), document.view.base_of_change());
}

}  // namespace vicinia::workspace
