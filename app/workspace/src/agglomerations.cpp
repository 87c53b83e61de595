#include "vicinia/workspace/agglomerations.h"

#include <algorithm>
#include <set>

#include "unit_areas.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/workspace/indicators/values.h"

namespace vicinia::workspace {

using core::Cell;
using core::admin::UnitIndex;
using core::agglomeration::UnitFigures;
using core::indicators::Measure;

namespace {

/// Units of the finest level that has figures and an area.
std::vector<UnitIndex> drawn_units(const core::Dataset& data) {
  std::vector<UnitIndex> units = data.frame.at_level(core::admin::Level::district);
  std::erase_if(units, [&](UnitIndex unit) { return data.areas[unit].empty(); });
  if (!units.empty()) return units;
  units = data.frame.at_level(core::admin::Level::province);
  std::erase_if(units, [&](UnitIndex unit) { return data.areas[unit].empty(); });
  return units;
}

/// Of a district that names no province none is known, so it crosses nothing.
std::vector<UnitIndex> provinces_of(const core::admin::Frame& frame, const std::vector<core::topology::UnitIndex>& members) {
  std::set<UnitIndex> provinces;
  for (const UnitIndex member : members) {
    if (frame[member].level == core::admin::Level::province)
      provinces.insert(member);
    else if (const auto parent = frame.parent(member))
      provinces.insert(*parent);
  }
  return {provinces.begin(), provinces.end()};
}

bool has_topology_of(const core::Dataset& data, const std::vector<UnitIndex>& drawn) {
  return data.district_topology && !drawn.empty() && data.frame[drawn.front()].level == core::admin::Level::district &&
         data.district_topology->unit_count() == drawn.size();
}

}  // namespace

core::Result<Contiguity> Contiguity::of(const core::Dataset& dataset, std::optional<double> tolerance_m, const core::Task& task) {
  Contiguity contiguity;
  contiguity.asked_m_ = tolerance_m;
  contiguity.units_ = drawn_units(dataset);
  contiguity.frame_size_ = dataset.frame.size();
  if (!tolerance_m && has_topology_of(dataset, contiguity.units_)) {
    contiguity.topology_ = dataset.district_topology;
  } else {
    const UnitAreas areas(dataset, contiguity.units_);
    auto topology = core::topology::build_topology(areas.span(), {.tolerance_m = tolerance_m}, task);
    if (!topology) return core::fail(topology.error());
    contiguity.topology_ = std::make_shared<const core::topology::Topology>(std::move(*topology));
  }
  contiguity.match_ = core::topology::match_borders(*contiguity.topology_);
  std::vector<core::topology::Border> rows = core::topology::borders(*contiguity.topology_);
  for (auto* list : {&rows, &contiguity.match_.beside})
    for (core::topology::Border& border : *list) {  // units of the frame stand in the same order
      border.a = static_cast<core::topology::UnitIndex>(contiguity.units_[border.a]);
      border.b = static_cast<core::topology::UnitIndex>(contiguity.units_[border.b]);
    }
  contiguity.borders_ = ledger_of(std::move(rows), contiguity.match_.beside);
  return contiguity;
}

std::vector<core::topology::Border> ledger_of(std::vector<core::topology::Border> rows,
                                              const std::vector<core::topology::Border>& beside) {
  using core::topology::Border;
  using core::topology::BorderKind;
  const auto pair_of = [](const Border& border) { return std::pair(border.a, border.b); };
  std::vector<Border> beyond;
  for (const Border& border : beside) {
    const auto known = std::ranges::lower_bound(rows, pair_of(border), {}, pair_of);
    if (known == rows.end() || pair_of(*known) != pair_of(border) || known->kind == BorderKind::corner) beyond.push_back(border);
  }
  rows.insert(rows.end(), beyond.begin(), beyond.end());
  std::ranges::stable_sort(rows, {}, pair_of);
  return rows;
}

namespace {

/// What prints as the value, as far as the totals allow it.
std::optional<core::stats::Interval> range_as_printed(const IndicatorValue& value) {
  if (value.origin != ValueOrigin::printed || !value.value.has_number()) return value.range;
  constexpr int decimals = 1;
  const core::stats::Interval printed = core::stats::printed(value.value.number(), decimals);
  if (value.doubt() == Doubt::contradicted) return value.range;
  return value.range ? core::stats::intersection(printed, *value.range).value_or(printed) : printed;
}

}  // namespace

core::Result<SectorFigures> SectorFigures::of(const Document& document) {
  SectorFigures figures;
  figures.evidence_ = evidence_of(document);
  const core::Dataset& data = figures.dataset();
  figures.rests_on_.resize(data.frame.size());
  figures.lq_ranges_.resize(data.frame.size());
  const std::pair<Measure, Cell UnitFigures::*> wanted[] = {{Measure::location_quotient, &UnitFigures::lq},
                                                            {Measure::employees, &UnitFigures::employees},
                                                            {Measure::enterprises, &UnitFigures::enterprises},
                                                            {Measure::smes, &UnitFigures::smes},
                                                            {Measure::fdi_enterprises, &UnitFigures::fdi_enterprises},
                                                            {Measure::sector_share, &UnitFigures::sector_share_pct}};
  figures.by_unit_.resize(data.frame.size());
  // Of one level only: a province that has a row of its own would count its districts a second time.
  const std::vector<UnitIndex> drawn = drawn_units(data);
  figures.level_ = drawn.empty() ? core::admin::Level::district : data.frame[drawn.front()].level;
  const std::vector<UnitIndex> units = data.frame.at_level(figures.level_);
  for (const auto& [measure, member] : wanted) {
    const auto values = core::values::figures_of(figures.evidence_, document.view.sector, measure);
    if (!values) return core::fail(values.error());
    for (const UnitIndex unit : units) {
      const IndicatorValue& value = (*values)[unit];
      figures.by_unit_[unit].*member = value.value;
      figures.rests_on_[unit].insert(figures.rests_on_[unit].end(), value.rests_on.begin(), value.rests_on.end());
      if (measure == Measure::location_quotient) figures.lq_ranges_[unit] = range_as_printed(value);
    }
  }
  figures.sector_ = document.view.sector;
  return figures;
}

// Recomputed from sums: the quotients of the members are never averaged.
Pooled SectorFigures::pooled(std::span<const core::topology::UnitIndex> members) const {
  core::stats::Interval employees{};
  for (const auto member : members) {
    const core::industry::Observation* const row = dataset().observations.find(member, sector_, evidence_.period);
    const auto own = row != nullptr ? core::values::employees_for_totals(evidence_, *row) : std::nullopt;
    if (!own) return {};
    employees = employees + *own;
  }
  const std::vector<UnitIndex> units(members.begin(), members.end());
  return evidence_.totals->ratios(employees, units, level_, sector_);
}

std::vector<DoubtfulFigure> SectorFigures::rests_on(std::span<const core::topology::UnitIndex> members) const {
  std::vector<DoubtfulFigure> found;
  for (const auto member : members) found.insert(found.end(), rests_on_[member].begin(), rests_on_[member].end());
  return found;
}

core::Result<std::vector<core::topology::Border>> linked_borders(const Contiguity& contiguity,
                                                                 const AgglomerationSettings& settings) {
  return core::topology::with_links(contiguity.borders(), settings.links, contiguity.frame_size());
}

core::agglomeration::Rules rules_in_force(const Contiguity& contiguity, const AgglomerationSettings& settings) {
  core::agglomeration::Rules rules = settings.rules;
  rules.link.within_m = contiguity.tolerance_of(settings);
  return rules;
}

core::Result<std::vector<AgglomerationReport>> find_agglomerations(const SectorFigures& figures, const Contiguity& contiguity,
                                                                   const AgglomerationSettings& settings) {
  const auto borders = linked_borders(contiguity, settings);
  if (!borders) return core::fail(borders.error());
  const core::agglomeration::Rules rules = rules_in_force(contiguity, settings);
  const auto neighbours = core::topology::adjacency(*borders, contiguity.frame_size(), rules.link);
  auto found = core::agglomeration::find_agglomerations(figures.by_unit(), neighbours, rules);
  if (!found) return core::fail(found.error());
  auto effects = core::agglomeration::tolerance_effects(figures.by_unit(), *borders, rules, *found, contiguity.match().proposed_m);
  if (!effects) return core::fail(effects.error());
  std::vector<AgglomerationReport> reports;
  for (std::size_t i = 0; i < found->size(); ++i) {
    core::agglomeration::Agglomeration& agglomeration = (*found)[i];
    AgglomerationReport report{.provinces = provinces_of(figures.dataset().frame, agglomeration.members),
                               .pooled = figures.pooled(agglomeration.members),
                               .tolerance_m = rules.link.within_m,
                               .tolerance = std::move((*effects)[i])};
    report.rests_on = figures.rests_on(agglomeration.members);
    report.membership = core::agglomeration::membership_of(figures.by_unit(), figures.lq_ranges(), neighbours, rules, agglomeration.members);
    report.found = std::move(agglomeration);
    reports.push_back(std::move(report));
  }
  return reports;
}

core::Result<std::vector<AgglomerationReport>> find_agglomerations(const Document& document, const Contiguity& contiguity) {
  const auto figures = SectorFigures::of(document);
  if (!figures) return core::fail(figures.error());
  return find_agglomerations(*figures, contiguity, document.view.agglomerations);
}

}  // namespace vicinia::workspace
