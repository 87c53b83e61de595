#include "vicinia/core/indicators/catalogue.h"

#include <algorithm>
#include <array>

namespace vicinia::core::indicators {
namespace {

// clang-format off: a table
constexpr std::array<IndicatorInfo, indicator_count> catalogue_rows = [] {
  using I = Indicator;
  using K = ValueKind;
  using In = ValueUnit;
  using Of = ValueOf;
  constexpr auto none = std::nullopt;
  return std::array<IndicatorInfo, indicator_count>{{
      {I::location_quotient, "lq", K::quotient, In::none, Of::unit_and_sector, 1, 1.0, false, false},
      {I::sector_share, "sector-share", K::share_pct, In::per_cent, Of::unit_and_sector, 1, none, false,
       false},
      {I::district_share, "district-share", K::share_pct, In::per_cent, Of::unit_and_sector, 1, none, false,
       false},
      {I::symmetric_lq, "symmetric-lq", K::index, In::none, Of::unit_and_sector, 2, 0.0, false, false},
      {I::employees_per_enterprise, "employees-per-enterprise", K::quotient, In::employees_per_enterprise,
       Of::unit_and_sector, 1, none, false, false},
      {I::sme_share, "sme-share", K::share_pct, In::per_cent, Of::unit_and_sector, 1, none, false, false},
      {I::fdi_share, "fdi-share", K::share_pct, In::per_cent, Of::unit_and_sector, 1, none, false, false},
      {I::dominance_few_enterprises, "few-enterprises", K::flag, In::none, Of::unit_and_sector, 0, none,
       false, false},
      {I::dominance_foreign, "mostly-foreign", K::flag, In::none, Of::unit_and_sector, 0, none, false, false},
      {I::plant_z, "plant-z", K::z_score, In::standard_deviations, Of::unit_and_sector, 2, 0.0, false, false},
      {I::plant_p, "plant-p", K::probability, In::none, Of::unit_and_sector, 3, none, false, false},
      {I::plant_p_adjusted, "plant-p-adjusted", K::probability, In::none, Of::unit_and_sector, 3, none, false,
       false},
      {I::plant_chance_interval, "plant-interval", K::interval, In::none, Of::unit_and_sector, 1, none, false,
       false},
      {I::worker_interval, "worker-interval", K::interval, In::none, Of::unit_and_sector, 2, none, false,
       false},
      {I::herfindahl_sector, "herfindahl-sector", K::index, In::none, Of::sector, 3, none, true, false},
      {I::herfindahl_sector_normalised, "herfindahl-sector-normalised", K::index, In::none, Of::sector, 3,
       none, true, false},
      {I::herfindahl_unit, "herfindahl-unit", K::index, In::none, Of::unit, 3, none, true, false},
      {I::herfindahl_unit_normalised, "herfindahl-unit-normalised", K::index, In::none, Of::unit, 3, none,
       true, false},
      {I::locational_gini, "gini", K::index, In::none, Of::sector, 3, none, true, false},
      {I::locational_gini_normalised, "gini-normalised", K::index, In::none, Of::sector, 3, none, true,
       false},
      {I::krugman_specialisation, "krugman", K::index, In::none, Of::unit, 3, none, true, false},
      {I::ellison_glaeser, "ellison-glaeser", K::index, In::none, Of::sector, 3, 0.0, true, false},
      {I::standardised_lq, "standardised-lq", K::z_score, In::standard_deviations, Of::unit_and_sector, 2,
       0.0, true, false},
      {I::growth, "growth", K::count, In::employees, Of::unit_and_sector, 0, 0.0, true, true},
      {I::growth_pct, "growth-pct", K::share_pct, In::per_cent, Of::unit_and_sector, 1, 0.0, true, true},
      {I::shift_national, "shift-national", K::count, In::employees, Of::unit_and_sector, 0, 0.0, true, true},
      {I::shift_industry_mix, "shift-industry-mix", K::count, In::employees, Of::unit_and_sector, 0, 0.0,
       true, true},
      {I::shift_competitive, "shift-competitive", K::count, In::employees, Of::unit_and_sector, 0, 0.0, true,
       true},
      {I::shift_pure_competitive, "shift-pure-competitive", K::count, In::employees, Of::unit_and_sector, 0,
       0.0, true, true},
      {I::shift_allocation, "shift-allocation", K::count, In::employees, Of::unit_and_sector, 0, 0.0, true,
       true},
  }};
}();
// clang-format on

static_assert([] {
  for (std::size_t i = 0; i < catalogue_rows.size(); ++i)
    if (static_cast<std::size_t>(catalogue_rows[i].indicator) != i) return false;
  return true;
}());

}  // namespace

std::span<const IndicatorInfo> all_indicators() { return catalogue_rows; }

const IndicatorInfo& info_of(Indicator indicator) {
  return catalogue_rows[static_cast<std::size_t>(indicator)];
}

std::optional<Indicator> indicator_by_id(std::string_view id) {
  const auto at = std::ranges::find(catalogue_rows, id, &IndicatorInfo::id);
  if (at == catalogue_rows.end()) return std::nullopt;
  return at->indicator;
}

}  // namespace vicinia::core::indicators
