#include "vicinia/workspace/agglomerations.h"

#include <algorithm>
#include <set>

#include "vicinia/core/indicators/measure.h"
#include "vicinia/core/stats/sum.h"

namespace vicinia::workspace {

using core::Cell;
using core::admin::UnitIndex;
using core::agglomeration::UnitFigures;
using core::indicators::Measure;
using core::stats::Interval;

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

/// E_i, E and each E_j: sums where the matrix is complete, reconstructed intervals where it is not.
struct KnownTotals {
  std::optional<Interval> sector{}, national{};
  std::vector<std::optional<Interval>> by_unit{};
};

std::optional<Interval> as_interval(Cell cell) {
  return cell.has_number() ? std::optional(core::stats::exactly(cell.number())) : std::nullopt;
}

std::optional<Interval> as_interval(const std::optional<core::stats::MostShared>& shared) {
  return shared ? std::optional(shared->interval) : std::nullopt;
}

KnownTotals summed_totals(const core::Dataset& data, const View& view) {
  std::vector<Cell> by_unit(data.frame.size(), Cell::of(0));
  Cell sector = Cell::of(0), national = Cell::of(0);
  for (const core::industry::Observation& row : data.observations.rows()) {
    if (row.period != view.period || data.frame[row.unit].level != core::admin::Level::district) continue;
    by_unit[row.unit] = core::stats::add(by_unit[row.unit], row.counts.employees);
    national = core::stats::add(national, row.counts.employees);
    if (row.sector == view.sector) sector = core::stats::add(sector, row.counts.employees);
  }
  KnownTotals totals{as_interval(sector), as_interval(national), {}};
  for (const Cell cell : by_unit) totals.by_unit.push_back(as_interval(cell));
  return totals;
}

KnownTotals known_totals(const core::Dataset& data, const View& view) {
  if (data.provenance.completeness == core::Completeness::complete_matrix) return summed_totals(data, view);
  const auto reconstructed = core::audit::reconstruct_totals(data, view.period);
  KnownTotals totals{as_interval(reconstructed.by_sector[view.sector]), as_interval(reconstructed.national), {}};
  for (const auto& unit : reconstructed.by_unit) totals.by_unit.push_back(as_interval(unit));
  return totals;
}

std::vector<UnitIndex> provinces_of(const core::admin::Frame& frame, const std::vector<core::topology::UnitIndex>& members) {
  std::set<UnitIndex> provinces;
  for (const UnitIndex member : members)
    provinces.insert(frame[member].level == core::admin::Level::province ? member : frame.parent(member).value_or(member));
  return {provinces.begin(), provinces.end()};
}

}  // namespace

core::Result<Contiguity> Contiguity::of(const core::Dataset& dataset, double snap_m, const core::Task& task) {
  Contiguity contiguity;
  contiguity.units_ = drawn_units(dataset);
  contiguity.frame_size_ = dataset.frame.size();
  std::vector<core::geom::MultiPolygon> areas;
  for (const UnitIndex unit : contiguity.units_) areas.push_back(dataset.areas[unit]);
  auto topology = core::topology::build_topology(areas, {.snap_m = snap_m}, task);
  if (!topology) return core::fail(topology.error());
  contiguity.topology_ = std::move(*topology);
  contiguity.borders_ = core::topology::borders(contiguity.topology_);
  for (core::topology::Border& border : contiguity.borders_) {
    border.a = static_cast<core::topology::UnitIndex>(contiguity.units_[border.a]);
    border.b = static_cast<core::topology::UnitIndex>(contiguity.units_[border.b]);
  }
  return contiguity;
}

core::Result<SectorFigures> SectorFigures::of(const Document& document) {
  SectorFigures figures;
  figures.dataset_ = document.data->dataset;
  const core::Dataset& data = *figures.dataset_;
  const std::pair<Measure, Cell UnitFigures::*> wanted[] = {{Measure::location_quotient, &UnitFigures::lq},
                                                            {Measure::employees, &UnitFigures::employees},
                                                            {Measure::enterprises, &UnitFigures::enterprises},
                                                            {Measure::smes, &UnitFigures::smes},
                                                            {Measure::fdi_enterprises, &UnitFigures::fdi_enterprises},
                                                            {Measure::sector_share, &UnitFigures::sector_share_pct}};
  figures.by_unit_.resize(data.frame.size());
  // Of one level only: a province that has a row of its own would count its districts a second time.
  const std::vector<UnitIndex> drawn = drawn_units(data);
  const std::vector<UnitIndex> units =
      data.frame.at_level(drawn.empty() ? core::admin::Level::district : data.frame[drawn.front()].level);
  for (const auto& [measure, member] : wanted) {
    const auto values = core::indicators::measure_values(data, document.view.sector, document.view.period, measure);
    if (!values) return core::fail(values.error());
    for (const UnitIndex unit : units) figures.by_unit_[unit].*member = values->values[unit];
  }
  KnownTotals totals = known_totals(data, document.view);
  figures.sector_total_ = totals.sector;
  figures.national_total_ = totals.national;
  figures.unit_totals_ = std::move(totals.by_unit);
  return figures;
}

// Recomputed from sums: the quotients of the members are never averaged.
Pooled SectorFigures::pooled(std::span<const core::topology::UnitIndex> members) const {
  Pooled pooled;
  const auto cell = as_interval(core::agglomeration::sums_of(by_unit_, members).employees);
  if (!cell) return pooled;
  const Interval hundred = core::stats::exactly(100);
  if (sector_total_ && sector_total_->high > 0) pooled.sector_share_pct = *cell / *sector_total_ * hundred;
  Interval all = core::stats::exactly(0);
  for (const auto member : members) {
    if (!unit_totals_[member]) return pooled;
    all = all + *unit_totals_[member];
  }
  if (all.high <= 0) return pooled;
  pooled.district_share_pct = *cell / all * hundred;
  if (sector_total_ && national_total_ && sector_total_->high > 0)
    pooled.lq = *cell * *national_total_ / (all * *sector_total_);
  return pooled;
}

core::Result<std::vector<core::topology::Border>> linked_borders(const Contiguity& contiguity,
                                                                 const AgglomerationSettings& settings) {
  return core::topology::with_links(contiguity.borders(), settings.links, contiguity.frame_size());
}

core::Result<std::vector<AgglomerationReport>> find_agglomerations(const SectorFigures& figures, const Contiguity& contiguity,
                                                                   const AgglomerationSettings& settings) {
  const auto borders = linked_borders(contiguity, settings);
  if (!borders) return core::fail(borders.error());
  const auto neighbours = core::topology::adjacency(*borders, contiguity.frame_size(), settings.rules.link);
  auto found = core::agglomeration::find_agglomerations(figures.by_unit(), neighbours, settings.rules);
  if (!found) return core::fail(found.error());
  std::vector<AgglomerationReport> reports;
  for (core::agglomeration::Agglomeration& agglomeration : *found) {
    AgglomerationReport report{.provinces = provinces_of(figures.dataset().frame, agglomeration.members),
                               .pooled = figures.pooled(agglomeration.members)};
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
