#include "models/indicators/indicator_groups.h"

#include <QCoreApplication>
#include <array>

namespace vicinia::desktop {

using core::indicators::Indicator;

namespace {

struct IndicatorGroups {
  Q_DECLARE_TR_FUNCTIONS(IndicatorGroups)
};

constexpr std::array quotientGroup{Indicator::location_quotient, Indicator::symmetric_lq,
                                   Indicator::sector_share, Indicator::district_share};
constexpr std::array enterpriseGroup{Indicator::employees_per_enterprise, Indicator::sme_share,
                                     Indicator::fdi_share, Indicator::dominance_few_enterprises,
                                     Indicator::dominance_foreign};
constexpr std::array chanceGroup{Indicator::plant_z,          Indicator::plant_p,
                                 Indicator::plant_p_adjusted, Indicator::plant_chance_interval,
                                 Indicator::worker_interval,  Indicator::standardised_lq};
constexpr std::array concentrationGroup{Indicator::herfindahl_sector, Indicator::herfindahl_sector_normalised,
                                        Indicator::locational_gini, Indicator::locational_gini_normalised,
                                        Indicator::ellison_glaeser};
constexpr std::array specialisationGroup{Indicator::herfindahl_unit, Indicator::herfindahl_unit_normalised,
                                         Indicator::krugman_specialisation};
constexpr std::array changeGroup{Indicator::growth,
                                 Indicator::growth_pct,
                                 Indicator::shift_national,
                                 Indicator::shift_industry_mix,
                                 Indicator::shift_competitive,
                                 Indicator::shift_pure_competitive,
                                 Indicator::shift_allocation};

}  // namespace

std::span<const Indicator> indicatorsOfGroup(int group) {
  switch (group) {
    case 0: return quotientGroup;
    case 1: return enterpriseGroup;
    case 2: return chanceGroup;
    case 3: return concentrationGroup;
    case 4: return specialisationGroup;
    default: return changeGroup;
  }
}

QString indicatorGroupName(int group) {
  switch (group) {
    case 0: return IndicatorGroups::tr("Quotients and shares");
    case 1: return IndicatorGroups::tr("Enterprises");
    case 2: return IndicatorGroups::tr("Could it be chance?");
    case 3: return IndicatorGroups::tr("Concentration of the sector");
    case 4: return IndicatorGroups::tr("Specialisation of the unit");
    default: return IndicatorGroups::tr("Change since the base period");
  }
}

}  // namespace vicinia::desktop
