#include "vicinia/core/agglomeration/agglomeration_report.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "vicinia/core/indicators/measure.h"

namespace vicinia::core::agglomeration {

using indicators::Measure;
using values::DoubtfulValue;

namespace {

/// What the members are parts of. Of one that names nothing none is known, so it crosses nothing; of the coarsest level, each is its own.
std::vector<admin::UnitIndex> provinces_of(const admin::Frame& frame, const std::vector<UnitIndex>& members) {
  std::set<admin::UnitIndex> provinces;
  for (const UnitIndex member : members) {
    if (frame[member].level == admin::Levels::coarsest())
      provinces.insert(member);
    else if (const auto parent = frame.parent(member))
      provinces.insert(*parent);
  }
  return {provinces.begin(), provinces.end()};
}

/// What prints as the value, as far as the totals allow it.
std::optional<stats::Interval> range_as_printed(const values::Value& value) {
  if (value.origin != values::ValueOrigin::printed || !value.value.has_number()) return value.range;
  constexpr int decimals = 1;
  const stats::Interval printed = stats::printed(value.value.number(), decimals);
  if (value.doubt() == values::Doubt::contradicted) return value.range;
  return value.range ? stats::intersection(printed, *value.range).value_or(printed) : printed;
}

std::vector<UnitIndex> all_members(const std::vector<AgglomerationReport>& reports) {
  std::vector<UnitIndex> members;
  for (const AgglomerationReport& report : reports)
    members.insert(members.end(), report.found.members.begin(), report.found.members.end());
  std::ranges::sort(members);
  return members;
}

}  // namespace

Result<SectorValues> SectorValues::collect(values::Evidence evidence, industry::SectorIndex sector) {
  SectorValues values;
  values.evidence_ = std::move(evidence);
  values.sector_ = sector;
  const Dataset& data = values.dataset();
  values.rests_on_.resize(data.frame.size());
  values.lq_ranges_.resize(data.frame.size());
  const std::pair<Measure, Cell UnitValues::*> wanted[] = {
      {Measure::location_quotient, &UnitValues::lq},
      {Measure::employees, &UnitValues::employees},
      {Measure::enterprises, &UnitValues::enterprises},
      {Measure::smes, &UnitValues::smes},
      {Measure::fdi_enterprises, &UnitValues::fdi_enterprises},
      {Measure::sector_share, &UnitValues::sector_share_pct}};
  values.by_unit_.resize(data.frame.size());
  // Of one level only: a province that has a row of its own would count its districts a second time.
  const std::vector<admin::UnitIndex> drawn = drawn_units(data);
  values.level_ = drawn.empty() ? finest_level(data) : data.frame[drawn.front()].level;
  const std::vector<admin::UnitIndex> units = data.frame.at_level(values.level_);
  for (const auto& [measure, member] : wanted) {
    const auto by_unit = values::values_of(values.evidence_, sector, measure);
    if (!by_unit) return fail(by_unit.error());
    for (const admin::UnitIndex unit : units) {
      const values::Value& value = (*by_unit)[unit];
      values.by_unit_[unit].*member = value.value;
      values.rests_on_[unit].insert(values.rests_on_[unit].end(), value.rests_on.begin(),
                                    value.rests_on.end());
      if (measure == Measure::location_quotient) values.lq_ranges_[unit] = range_as_printed(value);
    }
  }
  return values;
}

// Recomputed from sums: the quotients of the members are never averaged.
Pooled SectorValues::pooled(std::span<const UnitIndex> members) const {
  stats::Interval employees{};
  for (const UnitIndex member : members) {
    const industry::Observation* const row = dataset().observations.find(member, sector_, evidence_.period);
    const auto own = row != nullptr ? values::employees_for_totals(evidence_, *row) : std::nullopt;
    if (!own) return {};
    employees = employees + *own;
  }
  const std::vector<admin::UnitIndex> units(members.begin(), members.end());
  return evidence_.totals->ratios(employees, units, level_, sector_);
}

std::vector<DoubtfulValue> SectorValues::rests_on(std::span<const UnitIndex> members) const {
  std::vector<DoubtfulValue> found;
  for (const UnitIndex member : members)
    found.insert(found.end(), rests_on_[member].begin(), rests_on_[member].end());
  return found;
}

Result<std::vector<AgglomerationReport>> find_agglomerations(const SectorValues& values,
                                                             const Contiguity& contiguity,
                                                             const Settings& settings) {
  const auto borders = linked_borders(contiguity, settings);
  if (!borders) return fail(borders.error());
  const Rules rules = rules_in_force(contiguity, settings);
  const auto neighbours = topology::adjacency(*borders, contiguity.frame_size(), rules.link);
  auto found = find_agglomerations(values.by_unit(), neighbours, rules);
  if (!found) return fail(found.error());
  auto effects = tolerance_effects(values.by_unit(), *borders, rules, *found, contiguity.match().proposed_m);
  if (!effects) return fail(effects.error());
  auto by_rounding = memberships(values.by_unit(), values.lq_ranges(), neighbours, rules, *found);
  if (!by_rounding) return fail(by_rounding.error());
  std::vector<AgglomerationReport> reports;
  for (std::size_t i = 0; i < found->size(); ++i) {
    Agglomeration& agglomeration = (*found)[i];
    AgglomerationReport report{.provinces = provinces_of(values.dataset().frame, agglomeration.members),
                               .pooled = values.pooled(agglomeration.members),
                               .tolerance_m = rules.link.within_m,
                               .tolerance = std::move((*effects)[i])};
    report.rests_on = values.rests_on(agglomeration.members);
    report.membership = std::move((*by_rounding)[i]);
    report.found = std::move(agglomeration);
    reports.push_back(std::move(report));
  }
  return reports;
}

TreatmentEffect treatment_effect(const std::vector<AgglomerationReport>& as_printed,
                                 const std::vector<AgglomerationReport>& now) {
  TreatmentEffect effect;
  const auto members_now = all_members(now), members_before = all_members(as_printed);
  std::ranges::set_difference(members_now, members_before, std::back_inserter(effect.come_in));
  std::ranges::set_difference(members_before, members_now, std::back_inserter(effect.fall_out));
  for (std::size_t i = 0; i < now.size(); ++i)
    for (const AgglomerationReport& old : as_printed) {
      const AgglomerationReport& report = now[i];
      if (old.found.members.front() != report.found.members.front() || !old.pooled.lq || !report.pooled.lq)
        continue;
      if (!(*old.pooled.lq == *report.pooled.lq))
        effect.pooled_lq.push_back({i, *old.pooled.lq, *report.pooled.lq});
    }
  return effect;
}

}  // namespace vicinia::core::agglomeration
