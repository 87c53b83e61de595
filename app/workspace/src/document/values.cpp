#include "vicinia/workspace/document/values.h"

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>
#include <utility>

namespace vicinia::workspace::inline document {

struct TreatedData {
  std::mutex mutex;
  std::shared_ptr<const core::Dataset> of{};                      ///< what the rest was made of
  std::array<std::shared_ptr<const core::Dataset>, 3> dataset{};  ///< [treatment]
  std::array<std::vector<std::shared_ptr<const core::audit::KnownTotals>>, 3>
      totals{};  ///< [treatment][period]

  struct Indicators {
    core::industry::PeriodIndex period = 0;
    std::optional<core::industry::PeriodIndex> base{};
    Treatment treatment = Treatment::as_printed;
    std::shared_ptr<const core::Dataset> of{};
    friend bool operator==(const Indicators&, const Indicators&) = default;
  };
  std::mutex indicators_mutex;
  std::deque<std::pair<Indicators, std::shared_ptr<const PeriodIndicators>>>
      indicators{};  ///< those asked for last come first
};

std::shared_ptr<TreatedData> make_treated_data() { return std::make_shared<TreatedData>(); }

Evidence evidence_of(const OpenDataset& data, core::industry::PeriodIndex period, Treatment treatment) {
  Evidence evidence{
      .dataset = data.dataset, .period = period, .totals = data.totals.at(period), .treatment = treatment};
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
    for (core::industry::PeriodIndex p = 0;
         is_matrix && made.dataset[which] != data.dataset && p < made.totals[which].size(); ++p)
      made.totals[which][p] = std::make_shared<const core::audit::KnownTotals>(
          core::audit::KnownTotals::summed(*made.dataset[which], p));
  }
  evidence.dataset = made.dataset[which];
  evidence.totals = made.totals[which].at(period);
  return evidence;
}

Evidence evidence_of(const Document& document) {
  return evidence_of(*document.data, document.view.period, document.view.treatment);
}

std::shared_ptr<const PeriodIndicators> period_indicators_of(const OpenDataset& data,
                                                             core::industry::PeriodIndex period,
                                                             std::optional<core::industry::PeriodIndex> base,
                                                             Treatment treatment) {
  TreatedData& made = *data.treated;
  const TreatedData::Indicators wanted{period, base, treatment, data.dataset};
  const std::lock_guard lock(made.indicators_mutex);
  const auto known = std::ranges::find(made.indicators, wanted, [](const auto& one) { return one.first; });
  if (known != made.indicators.end()) {
    std::rotate(made.indicators.begin(), known, known + 1);
    return made.indicators.front().second;
  }
  made.indicators.emplace_front(
      wanted,
      PeriodIndicators::prepare(evidence_of(data, period, treatment),
                                base ? std::optional(evidence_of(data, *base, treatment)) : std::nullopt));
  if (made.indicators.size() > most_compared_maps) made.indicators.pop_back();
  return made.indicators.front().second;
}

std::shared_ptr<const PeriodIndicators> period_indicators_of(const Document& document) {
  return period_indicators_of(*document.data, document.view.period, document.view.base_of_change(),
                              document.view.treatment);
}

core::Result<std::vector<IndicatorValue>> values_of(const Document& document, Variable variable) {
  // Printed measures need no more than the evidence.
  if (const auto measure = core::values::measure_of(variable))
    return core::values::values_of(evidence_of(document), document.view.sector, *measure);
  return core::values::values_of(period_indicators_of(document), document.view.sector, variable,
                                 {.own_rule = document.view.own_rule});
}

core::Error not_available(Variable variable, Availability why) {
  return {
      .code = core::ErrorCode::variable_not_available,
      .subject = {.field = core::values::id_of(why), .id = std::string(core::values::info_of(variable).id)}};
}

Availability availability_of(const Document& document, Variable variable) {
  if (core::values::measure_of(variable)) return Availability::available;
  return core::values::availability(*period_indicators_of(document), variable,
                                    {.own_rule = document.view.own_rule});
}

}  // namespace vicinia::workspace::inline document
