#include "rule_options.h"

#include <algorithm>

#include "tolerance_option.h"
#include "treatment_option.h"
#include "usage.h"
#include "vicinia/workspace/document/find.h"

namespace vicinia::cli {
namespace {

using UnitPairs = std::vector<std::pair<core::topology::UnitIndex, core::topology::UnitIndex>>;

/// A unit that has an area: only such have neighbours. Of one that is made of others these are offered.
core::Result<core::topology::UnitIndex> drawn_unit(const core::Dataset& data,
                                                   const workspace::Contiguity& contiguity,
                                                   const workspace::UnitNames& names,
                                                   const std::string& name) {
  const auto unit = names.find(name);
  if (!unit) return core::fail(unit.error());
  if (std::ranges::find(contiguity.units(), *unit) != contiguity.units().end())
    return static_cast<core::topology::UnitIndex>(*unit);
  std::string possible;
  for (const auto part : data.frame.within(*unit, core::finest_level(data)))
    possible +=
        (possible.empty() ? "" : "; ") + data.frame[part].name_en + " (" + data.frame[part].code + ")";
  return core::fail({.code = core::ErrorCode::unknown_name,
                     .subject = {.field = data.frame.levels()[core::finest_level(data)].id, .id = name},
                     .detail = possible});
}

core::Result<UnitPairs> pairs_of_units(const core::Dataset& data, const workspace::Contiguity& contiguity,
                                       const std::vector<std::pair<std::string, std::string>>& wanted) {
  UnitPairs pairs;
  if (wanted.empty()) return pairs;
  const workspace::UnitNames names(data);
  for (const auto& [first, second] : wanted) {
    const auto a = drawn_unit(data, contiguity, names, first),
               b = drawn_unit(data, contiguity, names, second);
    if (!a) return core::fail(a.error());
    if (!b) return core::fail(b.error());
    pairs.emplace_back(*a, *b);
  }
  return pairs;
}

}  // namespace

void RuleOptions::setup(CLI::App& app) {
  const OptionGroup group(app, "Rules of agglomerations");
  core::agglomeration::Rules& rules = settings_.rules;
  const auto least = number_from(0);
  app.add_option("--lq-min", rules.lq_min, "Members have at least this LQ")
      ->check(least)
      ->capture_default_str();
  app.add_option("--employees-min", rules.size.employees_min, "Least number of employees")
      ->check(least)
      ->capture_default_str();
  app.add_option("--enterprises-min", rules.size.enterprises_min, "Least number of enterprises")
      ->check(least)
      ->capture_default_str();
  app.add_option("--sector-share-min", rules.size.sector_share_pct_min,
                 "Least share of the sector, in per cent")
      ->check(number_between(0, 100))
      ->capture_default_str();
  app.add_option("--size-of", size_of_, "Sizes are of each unit, or of the whole agglomeration")
      ->check(CLI::IsMember({"unit", "whole"}))
      ->capture_default_str();
  app.add_option("--link", link_,
                 "Units are linked by a border line (edge), or also where they touch (corner)")
      ->check(CLI::IsMember({"edge", "corner"}))
      ->capture_default_str();
  app.add_option("--border-min", rules.link.min_length_m, "Least length of a linking border, in metres")
      ->check(least)
      ->capture_default_str();
  add_tolerance_option(app, settings_.tolerance_m);
  add_treatment_option(app, contradicted_);
  app.add_option("--link-units", linked_,
                 "Link two units by hand, e.g. over a river mouth: names or codes; may be repeated")
      ->type_name("A B");
  app.add_option("--cut-units", cut_,
                 "Cut the link between two units by hand; wins over --link-units; may be repeated")
      ->type_name("A B");
}

core::Result<workspace::Contiguity> RuleOptions::apply(workspace::Workspace& workspace) const {
  workspace::AgglomerationSettings settings = settings_;
  settings.rules.link.corners = link_ == "corner";
  settings.rules.size.scope = size_of_ == "unit" ? core::agglomeration::SizeRule::Scope::unit
                                                 : core::agglomeration::SizeRule::Scope::whole;
  if (auto ok = apply_treatment(workspace, contradicted_); !ok) return core::fail(ok.error());
  auto contiguity = workspace::Contiguity::build(workspace.dataset(), settings.tolerance_m);
  if (!contiguity) return core::fail(contiguity.error());
  const auto linked = pairs_of_units(workspace.dataset(), *contiguity, linked_);
  if (!linked) return core::fail(linked.error());
  const auto cut = pairs_of_units(workspace.dataset(), *contiguity, cut_);
  if (!cut) return core::fail(cut.error());
  settings.links = {*linked, *cut};
  if (auto ok = workspace.apply(workspace::commands::set_agglomerations(settings)); !ok)
    return core::fail(ok.error());
  return contiguity;
}

}  // namespace vicinia::cli
