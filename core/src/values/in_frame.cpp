#include "vicinia/core/values/in_frame.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "vicinia/core/topology/dissolve.h"
#include "vicinia/core/unit_areas.h"

namespace vicinia::core::values {
namespace {

using admin::CrosswalkLink;
using admin::Level;
using admin::PartKind;
using admin::UnitIndex;
using indicators::Measure;
using industry::Counts;
using industry::DerivedCount;
using industry::DerivedFrom;
using industry::DerivedRow;
using industry::Observation;
using industry::PeriodIndex;
using industry::SectorIndex;

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr std::array<Cell Counts::*, 4> counts_of{&Counts::enterprises, &Counts::smes,
                                                  &Counts::fdi_enterprises, &Counts::employees};
constexpr std::array<Measure, 4> measures_of{Measure::enterprises, Measure::smes, Measure::fdi_enterprises,
                                             Measure::employees};

/// A count as far as it is known.
struct KnownCount {
  stats::Interval range{0, 0};
  bool is_published = true;
  bool has_contradicted = false, has_doubted = false;

  void add(const KnownCount& other, double weight) {
    range.low += weight * other.range.low;
    range.high += weight * other.range.high;
    is_published = is_published && other.is_published;
    has_contradicted = has_contradicted || other.has_contradicted;
    has_doubted = has_doubted || other.has_doubted;
  }
};
constexpr KnownCount unknown_count{.range = {0, endless}, .is_published = false};

struct KnownRow {
  std::array<KnownCount, 4> counts{};
  bool is_there = false;              ///< a row of the source speaks of it
  const Observation* only = nullptr;  ///< the row, where it is one of the unit itself

  void add(const KnownRow& other, double weight) {
    for (std::size_t c = 0; c < counts.size(); ++c) counts[c].add(other.counts[c], weight);
    is_there = is_there || other.is_there;
  }
};

class FrameChange {
 public:
  FrameChange(const Dataset& own, const LinkedFrame& other, const PeriodAudits& audits)
      : own_(own), other_(other), audits_(audits), links_(other.frame.size()) {
    for (UnitIndex unit = 0; unit < links_.size(); ++unit) find_links(unit);
    has_rows_.assign(own.periods.size(), std::vector<bool>(own.frame.size(), false));
    for (const Observation& o : own.observations.rows()) has_rows_[o.period][o.unit] = true;
    parts_at_.resize(own.frame.levels().size());
  }

  Result<InFrame> changed(const Task& task) {
    InFrame result{.dataset = own_};
    Dataset& data = result.dataset;
    data.frame = other_.frame;
    data.frame_id = other_.id;
    data.provenance.boundary_vintage = other_.vintage;
    data.unit_topology.reset();
    if (auto ok = make_areas(result, task); !ok) return fail(ok.error());
    if (auto ok = make_observations(data, task); !ok) return fail(ok.error());
    name_units(data);
    find_parts(result);
    return result;
  }

 private:
  /// Of a level that the crosswalk does not reach: those of the units of a finer one that it does.
  void find_links(UnitIndex unit) {
    const Level level = other_.frame[unit].level;
    const auto add = [&](UnitIndex of) {
      for (const CrosswalkLink& link : other_.from_own.into(of)) links_[unit].push_back(link);
    };
    if (other_.from_own.reaches(level)) return add(unit);
    for (const Level finer : other_.frame.levels().all()) {
      if (!(level < finer) || !other_.from_own.reaches(finer)) continue;
      for (const UnitIndex part : other_.frame.at_level(finer))
        if (other_.frame.ancestor(part, level) == unit) add(part);
      return;
    }
  }

  [[nodiscard]] static bool is_whole(const std::vector<CrosswalkLink>& links) {
    return !links.empty() &&
           std::ranges::all_of(links, [](const CrosswalkLink& link) { return link.kind == PartKind::whole; });
  }

  /// Units of a level that are parts of `whole` as drawn: as surveyed, one that moved would count twice.
  const std::vector<UnitIndex>& parts_of(UnitIndex whole, Level level) {
    auto& parts = parts_at_[level.rank];
    if (parts.empty()) {
      parts.resize(own_.frame.size());
      for (const UnitIndex unit : own_.frame.at_level(level))
        for (auto at = own_.frame.parent(unit); at; at = own_.frame.parent(*at)) parts[*at].push_back(unit);
    }
    return parts[whole];
  }

  [[nodiscard]] KnownRow row_of(const Observation& o) const {
    KnownRow row{.is_there = true, .only = &o};
    const audit::AuditedList* const list = o.period < audits_.size() ? audits_[o.period].get() : nullptr;
    for (std::size_t c = 0; c < counts_of.size(); ++c) {
      const Cell cell = o.counts.*counts_of[c];
      row.counts[c] = cell.has_number() ? KnownCount{.range = stats::exactly(cell.number())} : unknown_count;
      const audit::CellVerdict* const verdict =
          list != nullptr ? list->contradiction(o.unit, o.sector, measures_of[c]) : nullptr;
      if (verdict == nullptr) continue;
      const bool is_doubt = verdict->blame == audit::Blame::one_of_several;
      (is_doubt ? row.counts[c].has_doubted : row.counts[c].has_contradicted) = true;
    }
    return row;
  }

  KnownRow known(UnitIndex unit, SectorIndex sector, PeriodIndex period) {
    if (has_rows_[period][unit]) {
      if (const Observation* o = own_.observations.find(unit, sector, period)) return row_of(*o);
      return nothing();
    }
    for (const Level level : own_.frame.levels().all()) {
      if (!(own_.frame[unit].level < level)) continue;
      const std::vector<UnitIndex>& parts = parts_of(unit, level);
      if (std::ranges::none_of(parts, [&](UnitIndex part) { return has_rows_[period][part]; })) continue;
      const bool is_matrix = own_.provenance.completeness == Completeness::complete_matrix;
      KnownRow sum;
      for (const UnitIndex part : parts) {
        // As everywhere, a unit that no row of a complete matrix names is no part of the survey.
        if (is_matrix && !has_rows_[period][part]) continue;
        const Observation* const o = own_.observations.find(part, sector, period);
        sum.add(o != nullptr ? row_of(*o) : nothing(), 1);
      }
      sum.only = nullptr;
      return sum;
    }
    return nothing();
  }

  [[nodiscard]] static KnownRow nothing() {
    KnownRow row;
    row.counts.fill(unknown_count);
    return row;
  }

  Status make_observations(Dataset& data, const Task& task) {
    std::vector<Observation> rows;
    auto derived = std::make_shared<industry::DerivedCounts>();
    for (PeriodIndex period = 0; period < own_.periods.size(); ++period) {
      if (task.stop.stop_requested()) return fail({.code = ErrorCode::cancelled});
      for (UnitIndex unit = 0; unit < other_.frame.size(); ++unit)
        for (SectorIndex sector = 0; sector < own_.sectors.size(); ++sector)
          add_row(unit, sector, period, rows, *derived);
    }
    auto table = industry::ObservationTable::from_rows(std::move(rows), {});
    if (!table) return fail(table.error());
    data.observations = *std::move(table);
    data.derived = std::move(derived);
    return {};
  }

  void add_row(UnitIndex unit, SectorIndex sector, PeriodIndex period, std::vector<Observation>& rows,
               industry::DerivedCounts& derived) {
    const std::vector<CrosswalkLink>& links = links_[unit];
    KnownRow sum;
    for (const CrosswalkLink& link : links) {
      const KnownRow part = known(link.from, sector, period);
      sum.add(part, link.weight);
      sum.only = links.size() == 1 && link.kind == PartKind::whole ? part.only : nullptr;
    }
    if (!sum.is_there) return;
    Observation row{.unit = unit, .sector = sector, .period = period};
    if (sum.only != nullptr) {
      row.printed = sum.only->printed;
      row.source = sum.only->source;
    }
    DerivedRow how;
    for (std::size_t c = 0; c < counts_of.size(); ++c) {
      const KnownCount& count = sum.counts[c];
      how[c] = {.from = sum.only != nullptr ? DerivedFrom::same
                        : is_whole(links)   ? DerivedFrom::sum
                                            : DerivedFrom::shares,
                .has_contradicted = count.has_contradicted,
                .has_doubted = count.has_doubted};
      if (count.is_published)
        row.counts.*counts_of[c] = Cell::of(count.range.low);
      else if (count.range.low > 0)
        how[c].range = count.range;
    }
    derived.add({unit, sector, period}, how);
    rows.push_back(std::move(row));
  }

  Status make_areas(InFrame& result, const Task& task) {
    Dataset& data = result.dataset;
    data.areas = other_.areas;
    data.areas.resize(other_.frame.size());
    const std::vector<UnitIndex> base = other_.areas.empty() ? units_with_ground() : std::vector<UnitIndex>();
    if (!base.empty()) {
      const UnitAreas areas(own_, base);
      auto topology = topology::build_topology(areas.span(), {.tolerance_m = std::nullopt}, task);
      if (!topology) return fail(topology.error());
      for (const Level level : other_.frame.levels().all())
        if (auto ok = dissolve_level(*topology, base, level, data); !ok) return ok;
    }
    const bool is_approximate =
        std::ranges::any_of(base, [&](UnitIndex unit) { return own_.frame[unit].approximate; });
    if (!is_approximate) data.provenance.boundary_note = {};
    std::size_t left_out = 0;
    std::optional<UnitIndex> first;
    for (UnitIndex unit = 0; unit < data.areas.size(); ++unit)
      if (data.areas[unit].empty()) {
        if (!first) first = unit;
        ++left_out;
      }
    if (first)
      result.findings.push_back({.code = ErrorCode::areas_left_out,
                                 .subject = {.id = other_.frame[*first].code},
                                 .detail = std::to_string(left_out) + "|" + other_.id});
    return {};
  }

  /// What the outlines are put together from: the units that the crosswalk names, if they are all drawn; else the finest that are.
  [[nodiscard]] std::vector<UnitIndex> units_with_ground() const {
    std::vector<UnitIndex> named;
    for (const CrosswalkLink& link : other_.from_own.links()) named.push_back(link.from);
    std::ranges::sort(named);
    const auto repeated = std::ranges::unique(named);
    named.erase(repeated.begin(), repeated.end());
    const bool all_drawn =
        std::ranges::none_of(named, [&](UnitIndex unit) { return own_.areas[unit].empty(); });
    const bool of_one_level = std::ranges::all_of(
        named, [&](UnitIndex unit) { return own_.frame[unit].level == own_.frame[named.front()].level; });
    return all_drawn && of_one_level ? named : drawn_units(own_);
  }

  Status dissolve_level(const topology::Topology& topology, const std::vector<UnitIndex>& base, Level level,
                        Dataset& data) const {
    std::map<UnitIndex, UnitIndex> goes_to;  // unit that the crosswalk names → unit of the level
    for (const UnitIndex unit : other_.frame.at_level(level))
      if (is_whole(links_[unit]))
        for (const CrosswalkLink& link : links_[unit]) goes_to.emplace(link.from, unit);
    std::vector<topology::GroupIndex> groups;
    for (const UnitIndex unit : base) {
      auto group = topology::no_group;
      for (std::optional<UnitIndex> at = unit; at && group == topology::no_group; at = own_.frame.parent(*at))
        if (const auto to = goes_to.find(*at); to != goes_to.end())
          group = static_cast<topology::GroupIndex>(to->second);
      groups.push_back(group);
    }
    auto outlines = topology::dissolve(topology, groups);
    if (!outlines) return fail(outlines.error());
    for (std::size_t unit = 0; unit < outlines->size(); ++unit)
      if (other_.frame[unit].level == level) data.areas[unit] = std::move((*outlines)[unit]);
    return {};
  }

  void find_parts(InFrame& result) {
    const Level finest = finest_level(own_);
    result.made_of.resize(other_.frame.size());
    for (UnitIndex unit = 0; unit < links_.size(); ++unit) {
      if (!is_whole(links_[unit])) continue;
      std::vector<UnitIndex> parts;
      for (const CrosswalkLink& link : links_[unit]) {
        if (own_.frame[link.from].level == finest) {
          parts.push_back(link.from);
          continue;
        }
        const std::vector<UnitIndex>& of_one = parts_of(link.from, finest);
        parts.insert(parts.end(), of_one.begin(), of_one.end());
      }
      result.made_of[unit] = std::move(parts);
    }
  }

  const Dataset& own_;
  const LinkedFrame& other_;
  const PeriodAudits& audits_;
  std::vector<std::vector<CrosswalkLink>> links_;              ///< [unit of the other frame]
  std::vector<std::vector<bool>> has_rows_;                    ///< [period][unit of the own frame]
  std::vector<std::vector<std::vector<UnitIndex>>> parts_at_;  ///< [rank][unit]; empty until it is asked for
};

}  // namespace

Result<InFrame> in_frame(const Dataset& dataset, std::string_view id, const PeriodAudits& audits,
                         const Task& task) {
  const auto other = std::ranges::find_if(dataset.frames, [&](const auto& frame) { return frame->id == id; });
  if (other == dataset.frames.end()) {
    std::string known;
    for (const auto& frame : dataset.frames) known += (known.empty() ? "" : "; ") + frame->id;
    return fail({.code = ErrorCode::unknown_name,
                 .subject = {.field = "frame", .id = std::string(id)},
                 .detail = known});
  }
  return FrameChange(dataset, **other, audits).changed(task);
}

}  // namespace vicinia::core::values
