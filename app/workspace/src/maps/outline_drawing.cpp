#include "vicinia/workspace/maps/outline_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/phrase.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/maps/outline_style.h"

namespace vicinia::workspace::inline maps {
namespace {

namespace style = outline_style;
using core::geom::Point;
using core::topology::ArcRef;
using gis::map::Position;
using gis::map::Stroke;

Point between(const Point& a, const Point& b, double share) {
  return {a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y())};
}

Point half_way(std::span<const Point> line, double length_m) {
  double left_m = length_m / 2;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step_m = std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
    if (step_m > 0 && step_m >= left_m) return between(line[i - 1], line[i], left_m / step_m);
    left_m -= step_m;
  }
  return line.back();
}

/// Positions in the topology.
std::optional<Point> middle_of_border(const core::topology::Topology& topology, core::topology::UnitIndex a,
                                      core::topology::UnitIndex b) {
  const core::topology::Arc* longest = nullptr;
  for (const core::topology::Arc& arc : topology.arcs()) {
    const bool is_shared = (arc.left == a && arc.right == b) || (arc.left == b && arc.right == a);
    if (is_shared && (longest == nullptr || arc.length_m > longest->length_m)) longest = &arc;
  }
  if (longest == nullptr) return std::nullopt;
  return half_way(topology.points_of(*longest), longest->length_m);
}

}  // namespace

std::string outline_text(OutlineKind kind, Language language) {
  static constexpr std::array<Phrase, 5> texts{{
      {"Quần tụ", "Agglomeration"},
      {"Quần tụ liên tỉnh", "Agglomeration across provinces"},
      {"Ranh giới tỉnh bên trong quần tụ", "Province boundary that it crosses"},
      {"Nối bằng tay", "Linked by hand"},
      {"Cắt bằng tay", "Cut by hand"},
  }};
  return texts[static_cast<std::size_t>(kind)].in(language);
}

std::vector<Stroke> outline_strokes(OutlineKind kind) {
  switch (kind) {
    case OutlineKind::agglomeration: return {style::agglomeration};
    case OutlineKind::crossing_agglomeration: return {style::crossing_agglomeration};
    case OutlineKind::crossed_boundary: return {style::crossed_boundary_casing, style::crossed_boundary};
    case OutlineKind::manual_link: return {style::manual_link};
    case OutlineKind::manual_cut: return {style::manual_cut};
  }
  return {};
}

std::vector<std::size_t> drawn_agglomerations(const std::vector<AgglomerationReport>& reports,
                                              std::optional<core::admin::UnitIndex> province) {
  std::vector<std::size_t> drawn;
  for (std::size_t i = 0; i < reports.size(); ++i)
    if (!province || std::ranges::binary_search(reports[i].provinces, *province)) drawn.push_back(i);
  return drawn;
}

OutlineDrawing outline_drawing(const std::vector<AgglomerationReport>& reports,
                               const std::vector<core::topology::OutlineLines>& lines,
                               const std::vector<std::size_t>& among, std::optional<std::size_t> selected) {
  std::vector<ArcRef> plain, crossing, crossed, chosen;
  const auto append = [](std::vector<ArcRef>& arcs, const std::vector<ArcRef>& more) {
    arcs.insert(arcs.end(), more.begin(), more.end());
  };
  const auto crosses = [&](std::size_t i) { return reports[i].provinces.size() > 1; };
  for (const std::size_t i : among) {
    append(i == selected ? chosen : crosses(i) ? crossing : plain, lines[i].border);
    append(crossed, lines[i].crossings);
  }
  OutlineDrawing drawing;
  const auto group = [&](OutlineKind kind, std::vector<ArcRef> arcs) -> std::optional<std::size_t> {
    if (arcs.empty()) return std::nullopt;
    drawing.groups.push_back({kind, std::move(arcs)});
    return drawing.groups.size() - 1;
  };
  const auto of_plain = group(OutlineKind::agglomeration, std::move(plain)),
             of_crossing = group(OutlineKind::crossing_agglomeration, std::move(crossing)),
             of_crossed = group(OutlineKind::crossed_boundary, std::move(crossed)),
             of_chosen = group(selected && crosses(*selected) ? OutlineKind::crossing_agglomeration
                                                              : OutlineKind::agglomeration,
                               std::move(chosen));
  const auto pass = [&](std::optional<std::size_t> of, const Stroke& stroke, const Stroke& casing = {{}, 0}) {
    if (of) drawing.passes.push_back({*of, stroke, casing});
  };
  pass(of_plain, style::halo_of(style::agglomeration));
  pass(of_crossing, style::halo_of(style::crossing_agglomeration));
  pass(of_crossed, style::crossed_boundary, style::crossed_boundary_casing);
  pass(of_plain, style::agglomeration);
  pass(of_crossing, style::crossing_agglomeration);
  pass(of_chosen, style::selected_agglomeration, style::halo_of(style::selected_agglomeration));
  return drawing;
}

std::vector<HandMark> hand_marks(const core::Dataset& dataset, const Contiguity& contiguity,
                                 const core::topology::ManualLinks& links) {
  const auto position = [&](core::topology::UnitIndex unit) {
    return static_cast<core::topology::UnitIndex>(std::ranges::find(contiguity.units(), unit) -
                                                  contiguity.units().begin());
  };
  std::vector<HandMark> marks;
  for (const auto* pairs : {&links.linked, &links.cut})
    for (const auto& [a, b] : *pairs) {
      const auto from = core::geom::point_inside(dataset.areas.at(a)),
                 to = core::geom::point_inside(dataset.areas.at(b));
      if (!from || !to) continue;
      HandMark mark{pairs == &links.cut, *from, *to, {}};
      if (mark.is_cut)
        mark.at = middle_of_border(contiguity.topology(), position(a), position(b))
                      .value_or(between(*from, *to, 0.5));
      marks.push_back(mark);
    }
  return marks;
}

std::vector<gis::map::Layer> hand_mark_layers(const std::vector<HandMark>& marks, double metres_per_mm,
                                              Language language) {
  const double share = style::width_share(metres_per_mm), reach_m = style::cut_reach_mm * metres_per_mm;
  const auto lines = [&](OutlineKind kind, const Stroke& stroke) {
    return gis::map::LineLayer{.name = outline_text(kind, language),
                               .stroke = style::scaled(stroke, share),
                               .casing = style::scaled(style::halo_of(stroke), share)};
  };
  gis::map::LineLayer links = lines(OutlineKind::manual_link, style::manual_link),
                      cuts = lines(OutlineKind::manual_cut, style::manual_cut);
  // Beneath the names, as their lines are: a dot stands inside a unit, where its name may be.
  gis::map::BadgeLayer ends{.name = links.name, .badge = style::link_end(), .slot = gis::map::Slot::outlines};
  for (const HandMark& mark : marks) {
    const Position from{mark.from.x(), mark.from.y()}, to{mark.to.x(), mark.to.y()};
    const double x = mark.at.x(), y = mark.at.y();
    if (mark.is_cut) {
      cuts.lines.push_back({{x - reach_m, y - reach_m}, {x + reach_m, y + reach_m}});
      cuts.lines.push_back({{x - reach_m, y + reach_m}, {x + reach_m, y - reach_m}});
    } else {
      links.lines.push_back({from, to});
      ends.at.insert(ends.at.end(), {from, to});
    }
  }
  std::vector<gis::map::Layer> layers;
  if (!links.lines.empty()) {
    layers.emplace_back(std::move(links));
    layers.emplace_back(std::move(ends));
  }
  if (!cuts.lines.empty()) layers.emplace_back(std::move(cuts));
  return layers;
}

}  // namespace vicinia::workspace::inline maps
