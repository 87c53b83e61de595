#include "vicinia/core/indicators/catalogue.h"

#include <algorithm>
#include <array>

namespace vicinia::core::indicators {
namespace {

constexpr std::array<IndicatorInfo, indicator_count> catalogue_rows{{
    {Indicator::location_quotient, "lq", ValueKind::quotient, ValueUnit::none, ValueOf::unit_and_sector, 1, 1.0, false, false},
    {Indicator::sector_share, "sector-share", ValueKind::share_pct, ValueUnit::per_cent, ValueOf::unit_and_sector, 1, std::nullopt, false, false},
    {Indicator::district_share, "district-share", ValueKind::share_pct, ValueUnit::per_cent, ValueOf::unit_and_sector, 1, std::nullopt, false, false},
    {Indicator::symmetric_lq, "symmetric-lq", ValueKind::index, ValueUnit::none, ValueOf::unit_and_sector, 2, 0.0, false, false},
    {Indicator::employees_per_enterprise, "employees-per-enterprise", ValueKind::quotient, ValueUnit::employees_per_enterprise, ValueOf::unit_and_sector, 1, std::nullopt, false, false},
    {Indicator::sme_share, "sme-share", ValueKind::share_pct, ValueUnit::per_cent, ValueOf::unit_and_sector, 1, std::nullopt, false, false},
    {Indicator::fdi_share, "fdi-share", ValueKind::share_pct, ValueUnit::per_cent, ValueOf::unit_and_sector, 1, std::nullopt, false, false},
    {Indicator::dominance_few_enterprises, "few-enterprises", ValueKind::flag, ValueUnit::none, ValueOf::unit_and_sector, 0, std::nullopt, false, false},
    {Indicator::dominance_foreign, "mostly-foreign", ValueKind::flag, ValueUnit::none, ValueOf::unit_and_sector, 0, std::nullopt, false, false},
    {Indicator::plant_z, "plant-z", ValueKind::z_score, ValueUnit::standard_deviations, ValueOf::unit_and_sector, 2, 0.0, false, false},
    {Indicator::plant_p, "plant-p", ValueKind::probability, ValueUnit::none, ValueOf::unit_and_sector, 3, std::nullopt, false, false},
    {Indicator::plant_chance_interval, "plant-interval", ValueKind::interval, ValueUnit::none, ValueOf::unit_and_sector, 1, std::nullopt, false, false},
    {Indicator::worker_interval, "worker-interval", ValueKind::interval, ValueUnit::none, ValueOf::unit_and_sector, 2, std::nullopt, false, false},
    {Indicator::herfindahl_sector, "herfindahl-sector", ValueKind::index, ValueUnit::none, ValueOf::sector, 3, std::nullopt, true, false},
    {Indicator::herfindahl_sector_normalised, "herfindahl-sector-normalised", ValueKind::index, ValueUnit::none, ValueOf::sector, 3, std::nullopt, true, false},
    {Indicator::herfindahl_unit, "herfindahl-unit", ValueKind::index, ValueUnit::none, ValueOf::unit, 3, std::nullopt, true, false},
    {Indicator::herfindahl_unit_normalised, "herfindahl-unit-normalised", ValueKind::index, ValueUnit::none, ValueOf::unit, 3, std::nullopt, true, false},
    {Indicator::locational_gini, "gini", ValueKind::index, ValueUnit::none, ValueOf::sector, 3, std::nullopt, true, false},
    {Indicator::locational_gini_normalised, "gini-normalised", ValueKind::index, ValueUnit::none, ValueOf::sector, 3, std::nullopt, true, false},
    {Indicator::krugman_specialisation, "krugman", ValueKind::index, ValueUnit::none, ValueOf::unit, 3, std::nullopt, true, false},
    {Indicator::ellison_glaeser, "ellison-glaeser", ValueKind::index, ValueUnit::none, ValueOf::sector, 3, 0.0, true, false},
    {Indicator::standardised_lq, "standardised-lq", ValueKind::z_score, ValueUnit::standard_deviations, ValueOf::unit_and_sector, 2, 0.0, true, false},
    {Indicator::growth, "growth", ValueKind::count, ValueUnit::employees, ValueOf::unit_and_sector, 0, 0.0, false, true},
    {Indicator::growth_pct, "growth-pct", ValueKind::share_pct, ValueUnit::per_cent, ValueOf::unit_and_sector, 1, 0.0, false, true},
    {Indicator::shift_national, "shift-national", ValueKind::count, ValueUnit::employees, ValueOf::unit_and_sector, 0, 0.0, true, true},
    {Indicator::shift_industry_mix, "shift-industry-mix", ValueKind::count, ValueUnit::employees, ValueOf::unit_and_sector, 0, 0.0, true, true},
    {Indicator::shift_competitive, "shift-competitive", ValueKind::count, ValueUnit::employees, ValueOf::unit_and_sector, 0, 0.0, true, true},
    {Indicator::shift_pure_competitive, "shift-pure-competitive", ValueKind::count, ValueUnit::employees, ValueOf::unit_and_sector, 0, 0.0, true, true},
    {Indicator::shift_allocation, "shift-allocation", ValueKind::count, ValueUnit::employees, ValueOf::unit_and_sector, 0, 0.0, true, true},
}};

static_assert([] {
  for (std::size_t i = 0; i < catalogue_rows.size(); ++i)
    if (static_cast<std::size_t>(catalogue_rows[i].indicator) != i) return false;
  return true;
}());

}  // namespace

std::span<const IndicatorInfo> all_indicators() { return catalogue_rows; }

const IndicatorInfo& info_of(Indicator indicator) { return catalogue_rows[static_cast<std::size_t>(indicator)]; }

std::optional<Indicator> indicator_by_id(std::string_view id) {
  const auto at = std::ranges::find(catalogue_rows, id, &IndicatorInfo::id);
  if (at == catalogue_rows.end()) return std::nullopt;
  return at->indicator;
}

}  // namespace vicinia::core::indicators
