#include "vicinia/workspace/tables/selection_report.h"

#include <cmath>
#include <set>
#include <utility>

#include "base/phrase.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::admin::UnitIndex;
using core::indicators::Measure;

std::string text_of(const core::Cell& sum, Language language) {
  return sum.has_number() ? number_text(sum.number(), 0, language)
                          : Phrase{"không công bố", "not published"}.in(language);
}

}  // namespace

SelectionReport report_on(const Selection& selection, const SectorValues& values) {
  const core::admin::Frame& frame = values.dataset().frame;
  SelectionReport report;
  std::set<UnitIndex> provinces;
  for (const UnitIndex unit : selection.units()) {
    const bool publishes = values.by_unit()[unit].employees.has_number();
    (publishes ? report.with_values : report.without_values).push_back(unit);
    provinces.insert(frame.ancestor(unit, core::admin::Levels::coarsest()).value_or(unit));
  }
  report.provinces.assign(provinces.begin(), provinces.end());
  if (report.with_values.empty()) return report;
  const std::vector<core::topology::UnitIndex> members(report.with_values.begin(), report.with_values.end());
  report.sums = core::agglomeration::sums_of(values.by_unit(), members);
  report.pooled = values.pooled(members);
  report.rests_on = values.rests_on(members);
  return report;
}

std::vector<SelectionLine> selection_lines(const SelectionReport& report, const SectorValues& values,
                                           Language language) {
  if (report.with_values.empty()) return {};
  const core::Provenance& provenance = values.dataset().provenance;
  std::vector<SelectionLine> lines;
  const auto add = [&](Measure measure, std::string value, core::Cell number,
                       const std::optional<core::stats::Interval>& allowed) {
    const core::values::Doubt doubt = doubt_about(report.rests_on, measure);
    lines.push_back({measure_name(provenance, measure, language), marked(std::move(value), doubt),
                     measure_definition(provenance, measure, language), number, allowed,
                     doubt_text(doubt, language)});
  };
  const auto quotient = [&](Measure measure, const std::optional<core::stats::Interval>& value,
                            int decimals) {
    const bool is_known = value && std::isfinite(value->middle());
    add(measure, interval_text(value, decimals, language),
        is_known ? core::Cell::of(value->middle()) : core::Cell::not_published(), value);
  };
  const auto sum = [&](Measure measure, const core::Cell& value) {
    add(measure, text_of(value, language), value, std::nullopt);
  };
  quotient(Measure::location_quotient, report.pooled.lq, 2);
  sum(Measure::employees, report.sums.employees);
  quotient(Measure::sector_share, report.pooled.sector_share_pct, 1);
  quotient(Measure::district_share, report.pooled.district_share_pct, 1);
  sum(Measure::enterprises, report.sums.enterprises);
  sum(Measure::smes, report.sums.smes);
  sum(Measure::fdi_enterprises, report.sums.fdi_enterprises);
  return lines;
}

std::string selection_text(const SelectionReport& report, Language language) {
  const std::size_t published = report.with_values.size(), all = published + report.without_values.size();
  if (all == 0) return {};
  const std::size_t provinces = report.provinces.size();
  std::string text = Phrase{"{units} đơn vị, {provinces} tỉnh, thành phố",
                            all == 1         ? "{units} unit"
                            : provinces == 1 ? "{units} units in one province"
                                             : "{units} units in {provinces} provinces"}
                         .in(language, {{"{units}", count_text(all, language)},
                                        {"{provinces}", count_text(provinces, language)}});
  if (published == 0)
    text += Phrase{"; không đơn vị nào có số liệu công bố trong ngành này",
                   "; none of them publishes values in this sector"}
                .in(language);
  else if (published < all)
    text += Phrase{"; {n} đơn vị có số liệu công bố trong ngành này, các tổng chỉ gồm những đơn vị đó",
                   "; {n} of them publish values in this sector, and the sums are of these"}
                .in(language, {{"{n}", count_text(published, language)}});
  return text + ".";
}

}  // namespace vicinia::workspace::inline tables
