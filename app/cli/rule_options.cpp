#include "rule_options.h"

namespace vicinia::cli {

void RuleOptions::setup(CLI::App& app) {
  core::agglomeration::Rules& rules = settings_.rules;
  const auto least = CLI::Range(0.0, 1e12);
  app.add_option("--lq-min", rules.lq_min, "Members have at least this LQ")->check(least)->capture_default_str();
  app.add_option("--employees-min", rules.size.employees_min, "Least number of employees")->check(least)->capture_default_str();
  app.add_option("--enterprises-min", rules.size.enterprises_min, "Least number of enterprises")->check(least)->capture_default_str();
  app.add_option("--sector-share-min", rules.size.sector_share_pct_min, "Least share of the sector, in per cent")
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  app.add_option("--size-of", size_of_, "Sizes are of each unit, or of the whole agglomeration")
      ->check(CLI::IsMember({"unit", "whole"}))
      ->capture_default_str();
  app.add_option("--link", link_, "Units are linked by a border line (edge), or also where they touch (corner)")
      ->check(CLI::IsMember({"edge", "corner"}))
      ->capture_default_str();
  app.add_option("--border-min", rules.link.min_length_m, "Least length of a linking border, in metres")->check(least)->capture_default_str();
  app.add_option("--snap", settings_.snap_m, "Borders this close are one, in metres")->check(CLI::Range(0.0, workspace::max_snap_m))->capture_default_str();
}

workspace::AgglomerationSettings RuleOptions::settings() const {
  workspace::AgglomerationSettings settings = settings_;
  settings.rules.link.corners = link_ == "corner";
  settings.rules.size.scope = size_of_ == "unit" ? core::agglomeration::SizeRule::Scope::unit
                                                 : core::agglomeration::SizeRule::Scope::whole;
  return settings;
}

}  // namespace vicinia::cli
