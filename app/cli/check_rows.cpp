#include "check_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>
#include <utility>

#include "vicinia/core/geom/measures.h"
#include "vicinia/gis/io/ring_fault.h"
#include "vicinia/workspace/base/json_text.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/words/check_words.h"

namespace vicinia::cli {

using core::ErrorCode;
using core::geom::Point;
using nlohmann::ordered_json;
using workspace::CheckReason;
using Kind = CheckKind;
using TopologyKind = core::topology::Finding::Kind;

namespace {

constexpr std::array<std::string_view, 13> kind_names{
    "repaired_ring", "invalid_ring", "empty",  "zero_area", "duplicate", "duplicate_id", "empty_id",
    "overlap",       "gap",          "sliver", "near",      "island",    "enclosed"};
static_assert(kind_names.size() == static_cast<std::size_t>(Kind::enclosed) + 1);

Kind kind_of(TopologyKind kind) {
  switch (kind) {
    case TopologyKind::empty: return Kind::empty;
    case TopologyKind::zero_area: return Kind::zero_area;
    case TopologyKind::duplicate: return Kind::duplicate;
    case TopologyKind::overlap: return Kind::overlap;
    case TopologyKind::gap: return Kind::gap;
    case TopologyKind::sliver: return Kind::sliver;
    case TopologyKind::island: return Kind::island;
    case TopologyKind::enclosed: return Kind::enclosed;
    case TopologyKind::invalid_ring: break;
  }
  return Kind::invalid_ring;
}

CheckReason reason_of(Kind kind) {
  switch (kind) {
    case Kind::zero_area: return CheckReason::encloses_nothing;
    case Kind::duplicate: return CheckReason::same_outline;
    case Kind::overlap: return CheckReason::covered_twice;
    case Kind::gap: return CheckReason::covered_by_none;
    case Kind::sliver: return CheckReason::vertices_differ;
    case Kind::island: return CheckReason::no_neighbour;
    case Kind::enclosed: return CheckReason::one_neighbour;
    case Kind::empty: return CheckReason::no_geometry;
    default: return CheckReason::crosses_itself;
  }
}

/// What they measure: lengths of near pairs and of rings without area, else square metres.
bool is_length(Kind kind) { return kind == Kind::near || kind == Kind::zero_area; }
bool has_size(Kind kind) {
  return kind >= Kind::zero_area && kind != Kind::duplicate_id && kind != Kind::empty_id;
}

/// Collects the rows; knows of each feature which area it became part of.
class Rows {
 public:
  Rows(const Boundaries& boundaries, const std::vector<std::string>& parents, workspace::Language language)
      : boundaries_(boundaries),
        parents_(parents),
        language_(language),
        area_of_(boundaries.layer.attributes.rows.size()) {
    for (std::size_t area = 0; area < boundaries.features.size(); ++area)
      for (const std::size_t feature : boundaries.features[area]) area_of_[feature] = area;
    for (const core::topology::Healed& healed : boundaries.topology.healed())
      healed_at_.emplace(std::pair(healed.place.x(), healed.place.y()), &healed);
  }

  void add_what_the_reader_found() {
    for (const core::Finding& finding : boundaries_.layer.findings) {
      if (!finding.subject.row) continue;
      const std::size_t feature = *finding.subject.row - 1;
      const std::size_t area = area_of_[feature];
      if (finding.code == ErrorCode::invalid_ring) {
        gis::io::RingFault repaired = gis::io::parse_ring_fault(finding.detail);
        if (!repaired.place) repaired.place = inside(area);
        add(Kind::repaired_ring, {area}, repaired.place, {},
            workspace::ring_fault_text(repaired.reason, language_));
      } else if (finding.code == ErrorCode::empty_geometry) {
        without_geometry_.insert(area);
        add(Kind::empty, {area}, {}, {}, text(CheckReason::no_geometry, Boundaries::number_of(feature)));
      }
    }
  }

  void add_ids() {
    for (std::size_t area = 0; area < boundaries_.features.size(); ++area) {
      const std::vector<std::size_t>& features = boundaries_.features[area];
      std::string numbers;
      for (const std::size_t feature : features)
        numbers += (numbers.empty() ? "" : ", ") + Boundaries::number_of(feature);
      if (features.size() > 1)
        add(Kind::duplicate_id, {area}, inside(area), {}, text(CheckReason::several_features, numbers));
      if (boundaries_.names[area] == Boundaries::number_of(features[0]))
        add(Kind::empty_id, {area}, inside(area), {}, text(CheckReason::no_id, numbers));
    }
  }

  void add(const std::vector<core::topology::Finding>& findings) {
    for (const core::topology::Finding& finding : findings) {
      const Kind kind = kind_of(finding.kind);
      std::vector<std::size_t> areas(finding.units.begin(), finding.units.end());
      if (kind == Kind::empty) {
        if (!without_geometry_.insert(areas.at(0)).second) continue;
        add(kind, areas, {}, {}, text(CheckReason::no_geometry, boundaries_.names[areas[0]]));
        continue;
      }
      CheckReason reason = reason_of(kind);
      std::string who =
          kind == Kind::enclosed && areas.size() > 1 ? boundaries_.names[areas[1]] : std::string();
      if (const auto given = given_to(finding)) {
        reason = kind == Kind::overlap ? CheckReason::covered_twice_given
                 : kind == Kind::gap   ? CheckReason::covered_by_none_given
                                       : CheckReason::vertices_differ_given;
        who = boundaries_.names[*given];
      }
      std::optional<double> size;
      if (has_size(kind)) size = finding.size;
      add(kind, areas, finding.place, size, text(reason, who));
    }
  }

  void add(const core::topology::BorderMatch& match, double tolerance_m) {
    for (const core::topology::Border& border : match.beside) {
      const auto nearest = core::geom::nearest(boundaries_.areas[border.a], boundaries_.areas[border.b]);
      std::optional<Point> place;
      if (nearest) place = nearest->place;
      const std::string distance = workspace::number_text(border.distance_m, 1, language_);
      add(Kind::near, {border.a, border.b}, place, border.length_m,
          text(border.distance_m <= tolerance_m ? CheckReason::beside_matched : CheckReason::beside,
               distance));
      rows_.back().distance_m = border.distance_m;
    }
  }

  [[nodiscard]] std::vector<CheckRow> sorted() && {
    std::ranges::stable_sort(rows_, [](const CheckRow& a, const CheckRow& b) {
      const auto key = [](const CheckRow& row) {
        return std::tuple(row.kind, -row.size.value_or(0), std::cref(row.units).get(),
                          row.place ? row.place->x() : 0, row.place ? row.place->y() : 0);
      };
      return key(a) < key(b);
    });
    return std::move(rows_);
  }

 private:
  /// Who got ground that several covered, or that nobody did.
  [[nodiscard]] std::optional<std::size_t> given_to(const core::topology::Finding& finding) const {
    if (finding.kind != TopologyKind::overlap && finding.kind != TopologyKind::gap &&
        finding.kind != TopologyKind::sliver)
      return std::nullopt;
    const auto [first, last] = healed_at_.equal_range({finding.place.x(), finding.place.y()});
    for (auto at = first; at != last; ++at)
      if (at->second->area_m2 == finding.size && at->second->units == finding.units)
        return at->second->given_to;
    return std::nullopt;
  }
  [[nodiscard]] std::string text(CheckReason reason, const std::string& what) const {
    return workspace::check_reason_text(reason, what, language_);
  }
  [[nodiscard]] std::optional<Point> inside(std::size_t area) const {
    return core::geom::point_inside(boundaries_.areas[area]);
  }
  [[nodiscard]] std::vector<std::string> names_of(const std::vector<std::size_t>& areas) const {
    std::vector<std::string> names;
    for (const std::size_t area : areas) names.push_back(boundaries_.names[area]);
    return names;
  }
  void add(Kind kind, const std::vector<std::size_t>& areas, std::optional<Point> place,
           std::optional<double> size, std::string reason) {
    CheckRow row{
        .kind = kind, .units = names_of(areas), .place = place, .size = size, .reason = std::move(reason)};
    if (!parents_.empty())
      row.seam =
          std::ranges::any_of(areas, [&](std::size_t area) { return parents_[area] != parents_[areas[0]]; });
    rows_.push_back(std::move(row));
  }

  const Boundaries& boundaries_;
  const std::vector<std::string>& parents_;
  workspace::Language language_;
  std::vector<std::size_t> area_of_;  ///< [feature]
  std::multimap<std::pair<double, double>, const core::topology::Healed*> healed_at_;
  std::set<std::size_t> without_geometry_;  ///< areas that were told
  std::vector<CheckRow> rows_;
};

std::vector<CheckTotal> totals_of(const std::vector<CheckRow>& rows) {
  std::vector<CheckTotal> totals;
  for (const CheckRow& row : rows) {
    if (totals.empty() || totals.back().kind != row.kind) totals.push_back({.kind = row.kind});
    CheckTotal& total = totals.back();
    ++total.count;
    total.at_seams += row.seam.value_or(false) ? 1 : 0;
    total.size += row.size.value_or(0);
  }
  return totals;
}

std::string_view unit_of(Kind kind) { return !has_size(kind) ? "" : is_length(kind) ? "m" : "m2"; }

}  // namespace

std::string_view name_of(CheckKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

CheckReport check_report(const Boundaries& boundaries, const std::vector<core::topology::Finding>& findings,
                         const core::topology::BorderMatch& match, const std::vector<std::string>& parents,
                         workspace::Language language) {
  const double tolerance_m = boundaries.topology.tolerance_m();
  Rows rows(boundaries, parents, language);
  rows.add_what_the_reader_found();
  rows.add_ids();
  rows.add(findings);
  rows.add(match, tolerance_m);
  CheckReport report{.crs = boundaries.layer.crs,
                     .tolerance_m = tolerance_m,
                     .proposed_m = match.proposed_m,
                     .rows = std::move(rows).sorted(),
                     .knows_seams = !parents.empty()};
  report.totals = totals_of(report.rows);
  return report;
}

workspace::ValueTable as_table(const CheckReport& report) {
  workspace::ValueTable table{
      .columns = {"kind", "units", "x_m", "y_m", "size", "size_unit", "distance_m", "crs", "seam", "reason"}};
  for (const CheckRow& row : report.rows) {
    const auto place = [&](double number) { return row.place ? std::optional(number) : std::nullopt; };
    const Point at = row.place.value_or(Point(0, 0));
    table.rows.push_back({std::string(name_of(row.kind)), workspace::Names(row.units),
                          workspace::number_or_missing(place(at.x())),
                          workspace::number_or_missing(place(at.y())), workspace::number_or_missing(row.size),
                          std::string(row.size ? unit_of(row.kind) : ""),
                          workspace::number_or_missing(row.distance_m), report.crs, row.seam, row.reason});
  }
  return table;
}

std::string as_json(const CheckReport& report) {
  const auto or_null = [](const auto& value) { return value ? ordered_json(*value) : ordered_json(nullptr); };
  ordered_json json{{"crs", report.crs},
                    {"tolerance_m", report.tolerance_m},
                    {"proposed_tolerance_m", report.proposed_m},
                    {"totals", ordered_json::object()},
                    {"findings", ordered_json::array()}};
  for (const CheckTotal& total : report.totals) {
    ordered_json& one = json["totals"][std::string(name_of(total.kind))] = {{"count", total.count}};
    if (report.knows_seams) one["at_seams"] = total.at_seams;
    if (has_size(total.kind)) one[is_length(total.kind) ? "length_m" : "area_m2"] = total.size;
  }
  for (const CheckRow& row : report.rows)
    json["findings"].push_back(
        {{"kind", name_of(row.kind)},
         {"units", row.units},
         {"x_m", row.place ? ordered_json(row.place->x()) : ordered_json(nullptr)},
         {"y_m", row.place ? ordered_json(row.place->y()) : ordered_json(nullptr)},
         {"size", or_null(row.size)},
         {"size_unit", row.size ? ordered_json(unit_of(row.kind)) : ordered_json(nullptr)},
         {"distance_m", or_null(row.distance_m)},
         {"seam", or_null(row.seam)},
         {"reason", row.reason}});
  return workspace::json_text(json);
}

std::string summary_text(const CheckReport& report, workspace::Language language) {
  std::vector<workspace::CheckLine> lines;
  for (const CheckTotal& total : report.totals) {
    workspace::CheckLine line{.kind = std::string(name_of(total.kind)), .count = total.count};
    if (has_size(total.kind)) (is_length(total.kind) ? line.length_m : line.area_m2) = total.size;
    if (report.knows_seams) line.at_seams = total.at_seams;
    lines.push_back(std::move(line));
  }
  return workspace::check_summary_text(lines, report.crs, report.tolerance_m, report.proposed_m, language);
}

}  // namespace vicinia::cli
