#include "vicinia/core/values/variable.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vicinia::core::values {

using indicators::Indicator;
using indicators::Measure;
using indicators::Outcome;
using industry::Observation;
using stats::Interval;

namespace {

constexpr std::array<std::string_view, 3> flags{"no", "yes", "cannot-be-told"};
constexpr std::array<std::string_view, 3> verdicts{"not-met", "met", "cannot-be-told"};
constexpr std::array<std::string_view, 5> stars{"no-star", "one-star-or-more", "two-stars-or-more",
                                                "three-stars", "cannot-be-told"};
constexpr std::array<std::string_view, 4> compared{"none-met", "they-disagree", "all-met", "cannot-be-told"};
constexpr std::array<std::string_view, 3> against_chance{"less-than-chance", "as-chance-allows",
                                                         "more-than-chance"};

// clang-format off: a table
std::array<VariableInfo, variable_count> make_table() {
  using V = Variable;
  using M = Measure;
  using I = Indicator;
  using G = VariableGroup;
  using K = indicators::ValueKind;
  using U = indicators::ValueUnit;
  using Of = indicators::ValueOf;
  std::array<VariableInfo, variable_count> rows{};
  std::size_t next = 0;
  const auto measure = [&](V v, M m, U unit) {
    const indicators::MeasureInfo& info = indicators::info_of(m);
    const K kind = info.kind == indicators::MeasureKind::quotient ? K::quotient
                   : info.kind == indicators::MeasureKind::count  ? K::count
                                                                  : K::share_pct;
    rows[next++] = {v,  info.id, G::published, kind, unit, Of::unit_and_sector, info.decimals, info.pivot,
                    {}, m};
  };
  const auto indicator = [&](V v, I i, G group, std::span<const std::string_view> categories = {}) {
    const indicators::IndicatorInfo& info = indicators::info_of(i);
    rows[next++] = {v,       info.id,       group,      info.kind,  info.unit,
                    info.of, info.decimals, info.pivot, categories, i};
  };
  const auto category = [&](V v, std::string_view id, G group, std::span<const std::string_view> categories,
                            VariableSource source) {
    rows[next++] = {v, id, group, K::flag, U::none, Of::unit_and_sector, 0, std::nullopt, categories, source};
  };
  const auto change = [&](V v, std::string_view id, M m, U unit) {
    const indicators::MeasureInfo& info = indicators::info_of(m);
    const K kind = info.kind == indicators::MeasureKind::count ? K::count : K::index;
    rows[next++] = {v, id, G::change, kind, unit, Of::unit_and_sector, info.decimals, 0.0, {}, ChangeOf{m}};
  };
  measure(V::location_quotient, M::location_quotient, U::none);
  measure(V::employees, M::employees, U::employees);
  measure(V::sector_share, M::sector_share, U::per_cent);
  measure(V::district_share, M::district_share, U::per_cent);
  measure(V::enterprises, M::enterprises, U::none);
  measure(V::smes, M::smes, U::none);
  measure(V::fdi_enterprises, M::fdi_enterprises, U::none);
  indicator(V::symmetric_lq, I::symmetric_lq, G::specialisation);
  rows[next++] = {V::employees_beyond_share,
                  "employees-beyond-share",
                  G::specialisation,
                  K::count,
                  U::employees,
                  Of::unit_and_sector,
                  0,
                  0.0,
                  {},
                  EmployeesBeyondShare{}};
  indicator(V::standardised_lq, I::standardised_lq, G::specialisation);
  indicator(V::krugman_specialisation, I::krugman_specialisation, G::specialisation);
  indicator(V::herfindahl_unit, I::herfindahl_unit, G::specialisation);
  indicator(V::herfindahl_unit_normalised, I::herfindahl_unit_normalised, G::specialisation);
  indicator(V::employees_per_enterprise, I::employees_per_enterprise, G::enterprises);
  indicator(V::sme_share, I::sme_share, G::enterprises);
  indicator(V::fdi_share, I::fdi_share, G::enterprises);
  indicator(V::few_enterprises, I::dominance_few_enterprises, G::enterprises, flags);
  indicator(V::mostly_foreign, I::dominance_foreign, G::enterprises, flags);
  indicator(V::plant_z, I::plant_z, G::chance);
  indicator(V::plant_p, I::plant_p, G::chance);
  indicator(V::plant_p_adjusted, I::plant_p_adjusted, G::chance);
  category(V::plant_verdict, "plant-verdict", G::chance, against_chance, VerdictOfInterval::plants);
  category(V::worker_verdict, "worker-verdict", G::chance, against_chance, VerdictOfInterval::workers);
  category(V::published_rule, "published-rule", G::grades, verdicts, GradeVariable::published_rule);
  category(V::cluster_stars, "cluster-stars", G::grades, stars, GradeVariable::cluster_stars);
  category(V::local_district, "local-district", G::grades, verdicts, GradeVariable::local_district);
  category(V::own_rule, "own-rule", G::grades, verdicts, GradeVariable::own_rule);
  category(V::grades_compared, "grades-compared", G::grades, compared, GradeVariable::compared);
  indicator(V::growth, I::growth, G::change);
  indicator(V::growth_pct, I::growth_pct, G::change);
  indicator(V::shift_national, I::shift_national, G::change);
  indicator(V::shift_industry_mix, I::shift_industry_mix, G::change);
  indicator(V::shift_competitive, I::shift_competitive, G::change);
  indicator(V::shift_pure_competitive, I::shift_pure_competitive, G::change);
  indicator(V::shift_allocation, I::shift_allocation, G::change);
  change(V::change_of_lq, "lq-change", M::location_quotient, U::none);
  change(V::change_of_employees, "employees-change", M::employees, U::employees);
  change(V::change_of_sector_share, "sector-share-change", M::sector_share, U::percentage_points);
  change(V::change_of_district_share, "district-share-change", M::district_share, U::percentage_points);
  change(V::change_of_enterprises, "enterprises-change", M::enterprises, U::none);
  change(V::change_of_smes, "smes-change", M::smes, U::none);
  change(V::change_of_fdi_enterprises, "fdi-enterprises-change", M::fdi_enterprises, U::none);
  indicator(V::herfindahl_sector, I::herfindahl_sector, G::whole_sector);
  indicator(V::herfindahl_sector_normalised, I::herfindahl_sector_normalised, G::whole_sector);
  indicator(V::locational_gini, I::locational_gini, G::whole_sector);
  indicator(V::locational_gini_normalised, I::locational_gini_normalised, G::whole_sector);
  indicator(V::ellison_glaeser, I::ellison_glaeser, G::whole_sector);
  return rows;
}
// clang-format on

/// One line per variable, in the order of the enumeration; the measures come first.
const std::array<VariableInfo, variable_count>& table() {
  static const std::array<VariableInfo, variable_count> rows = make_table();
  return rows;
}

/// The value of a category, from its place in the list.
Value category_value(std::size_t place, std::vector<DoubtfulValue> rests_on) {
  return {.value = Cell::of(static_cast<double>(place + 1)),
          .origin = ValueOrigin::computed,
          .rests_on = std::move(rests_on)};
}

std::size_t place_of(Outcome outcome) {
  return outcome == Outcome::not_met ? 0 : outcome == Outcome::met ? 1 : 2;
}

Value grade_value(const UnitGrades& grades, GradeVariable which) {
  using indicators::grades::Agreement;
  switch (which) {
    case GradeVariable::published_rule:
      return category_value(place_of(grades.published.verdict), grades.rests_on);
    case GradeVariable::local_district:
      return category_value(place_of(grades.local_district.verdict), grades.rests_on);
    case GradeVariable::own_rule: return category_value(place_of(grades.own.verdict), grades.rests_on);
    case GradeVariable::cluster_stars: {
      // What the values are enough for: where some are not published, there may be more.
      const bool is_told = grades.stars.least > 0 || grades.stars.most == 0;
      return category_value(is_told ? static_cast<std::size_t>(grades.stars.least) : stars.size() - 1,
                            grades.rests_on);
    }
    case GradeVariable::compared: break;
  }
  const Agreement agreement = grades.compared.agreement;
  const std::size_t place = agreement == Agreement::all_not_met ? 0
                            : agreement == Agreement::disagree  ? 1
                            : agreement == Agreement::all_met   ? 2
                                                                : 3;
  return category_value(place, grades.rests_on);
}

/// Workers: the interval is that of the LQ, and is held against 1. Plants: it is what chance gives, and the LQ is held against it.
Value verdict_value(const SectorIndicators& of, admin::UnitIndex unit, VerdictOfInterval which) {
  const bool by_plants = which == VerdictOfInterval::plants;
  const Value interval =
      of.at(unit, by_plants ? Indicator::plant_chance_interval : Indicator::worker_interval);
  const Value lq = of.at(unit, Indicator::location_quotient);
  if (!interval.range || (by_plants && !lq.value.has_number())) return {};
  std::vector<DoubtfulValue> rests_on = interval.rests_on;
  if (by_plants)
    for (const DoubtfulValue& doubtful : lq.rests_on)
      if (std::ranges::find(rests_on, doubtful) == rests_on.end()) rests_on.push_back(doubtful);
  const Interval against = by_plants ? Interval{lq.value.number(), lq.value.number()} : *interval.range;
  const Interval chance = by_plants ? *interval.range : Interval{1, 1};
  Value value = category_value(against.high < chance.low   ? 0
                               : against.low > chance.high ? 2
                                                           : 1,
                               std::move(rests_on));
  value.origin = interval.range_origin;
  value.is_rough = interval.is_rough;
  return value;
}

Value flag_value(Value value) {
  if (!value.flag) return {};
  Value category = category_value(place_of(*value.flag), std::move(value.rests_on));
  category.origin = value.origin;
  return category;
}

/// The range of a value that may stand for itself.
std::optional<Interval> ends_of(const Value& value) {
  if (value.range) return value.range;
  return value.value.has_number() ? std::optional(stats::exactly(value.value.number())) : std::nullopt;
}

Value difference(const Value& now, const Value& before) {
  const auto is = [&](CellState state) {
    return now.value.state() == state || before.value.state() == state;
  };
  Value value;
  if (is(CellState::not_published)) return value;
  value.origin = ValueOrigin::computed;
  value.value =
      is(CellState::undefined) ? Cell::undefined() : Cell::of(now.value.number() - before.value.number());
  const auto a = ends_of(now), b = ends_of(before);
  if ((now.range || before.range) && a && b && std::isfinite(a->high) && std::isfinite(b->high)) {
    value.range = Interval{a->low - b->high, a->high - b->low};
    value.range_origin = now.range ? now.range_origin : before.range_origin;
  }
  value.rests_on = now.rests_on;
  value.rests_on.insert(value.rests_on.end(), before.rests_on.begin(), before.rests_on.end());
  return value;
}

/// E_ij − E_j × E_i / E. Of exact totals it is exact. Where they are reconstructed it is E_ij (1 − 1 / LQ) by the LQ as printed, within what the
/// totals allow, which is its range; values that are contradicted stand as printed here too, beside the range without them.
Value beyond_national_share(const SectorIndicators& of, admin::UnitIndex unit) {
  const Evidence& evidence = of.period().evidence();
  const Observation* const o = evidence.dataset->observations.find(unit, of.sector(), evidence.period);
  if (o == nullptr) return {};
  const Value employees = value_of(evidence, *o, Measure::employees),
              lq = of.at(unit, Indicator::location_quotient);
  if (employees.value.state() == CellState::not_published) return {};
  Value value{.origin = ValueOrigin::computed, .rests_on = employees.rests_on};
  for (const DoubtfulValue& doubtful : lq.rests_on)
    if (std::ranges::find(value.rests_on, doubtful) == value.rests_on.end())
      value.rests_on.push_back(doubtful);
  if (lq.value.has_number() && lq.value.number() > 0)
    value.value = Cell::of(employees.value.number() * (1 - 1 / lq.value.number()));
  const admin::Level level = evidence.dataset->frame[unit].level;
  const auto *const in_unit = evidence.totals->of_unit(unit),
                    *const in_sector = evidence.totals->of_sector(level, of.sector()),
                    *const national = evidence.totals->national(level);
  const auto known = employees_for_totals(evidence, *o);
  if (in_unit != nullptr && in_sector != nullptr && national != nullptr && known &&
      national->interval.low > 0) {
    const Interval expected = in_unit->interval * in_sector->interval / national->interval;
    const Interval range{known->low - expected.high, known->high - expected.low};
    if (range.low == range.high) {
      value.value = Cell::of(range.low);
    } else {
      value.range = range;
      value.range_origin = ValueOrigin::reconstructed;
      if (value.value.has_number() && value.rests_on.empty())
        value.value = Cell::of(std::clamp(value.value.number(), range.low, range.high));
    }
  }
  return value.value.has_number() || value.range ? value : Value{};
}

Result<std::vector<Value>> changes_of(const PeriodIndicators& period, industry::SectorIndex sector,
                                      Measure measure) {
  auto now = values_of(period.evidence(), sector, measure);
  if (!now) return now;
  if (period.base_evidence() == nullptr) return std::vector<Value>(now->size());
  const auto before = values_of(*period.base_evidence(), sector, measure);
  if (!before) return before;
  for (std::size_t unit = 0; unit < now->size(); ++unit)
    (*now)[unit] = difference((*now)[unit], (*before)[unit]);
  return now;
}

/// What has to be computed before its values can be asked for.
IndicatorParts parts_of(const VariableInfo& info) {
  const auto* const indicator = std::get_if<Indicator>(&info.source);
  return {.standardised = indicator != nullptr && *indicator == Indicator::standardised_lq,
          .adjusted_p = indicator != nullptr && *indicator == Indicator::plant_p_adjusted,
          .grades = std::holds_alternative<GradeVariable>(info.source)};
}

}  // namespace

std::span<const VariableInfo> all_variables() { return table(); }

const VariableInfo& info_of(Variable variable) { return table()[static_cast<std::size_t>(variable)]; }

std::optional<Variable> variable_by_id(std::string_view id) {
  const auto at = std::ranges::find(table(), id, &VariableInfo::id);
  if (at == table().end()) return std::nullopt;
  return at->variable;
}

std::optional<Measure> measure_of(Variable variable) {
  const auto* const measure = std::get_if<Measure>(&info_of(variable).source);
  return measure != nullptr ? std::optional(*measure) : std::nullopt;
}

std::optional<Indicator> indicator_of(Variable variable) {
  const VariableInfo& info = info_of(variable);
  if (const auto* const indicator = std::get_if<Indicator>(&info.source)) return *indicator;
  return indicators::indicator_by_id(info.id);  // the quotients are both
}

bool depends_on_own_rule(Variable variable) {
  return variable == Variable::own_rule || variable == Variable::grades_compared;
}

Availability availability(const PeriodIndicators& period, Variable variable,
                          const IndicatorOptions& options) {
  const VariableInfo& info = info_of(variable);
  if (info.group == VariableGroup::whole_sector) return Availability::one_for_the_country;
  if (variable == Variable::own_rule && options.own_rule == indicators::grades::OwnRule{})
    return Availability::needs_own_rule;
  if (std::holds_alternative<ChangeOf>(info.source))
    return period.base_evidence() != nullptr ? Availability::available : Availability::needs_two_periods;
  const auto* const indicator = std::get_if<Indicator>(&info.source);
  return indicator != nullptr ? period.availability(*indicator) : Availability::available;
}

Value value_of(const SectorIndicators& of, admin::UnitIndex unit, Variable variable) {
  const VariableInfo& info = info_of(variable);
  if (const auto* const grade = std::get_if<GradeVariable>(&info.source)) {
    const UnitGrades* const grades = of.grades(unit);
    const bool is_listed =
        of.period().dataset().observations.find(unit, of.sector(), of.period().period()) != nullptr;
    return grades != nullptr && is_listed ? grade_value(*grades, *grade) : Value{};
  }
  if (const auto* const verdict = std::get_if<VerdictOfInterval>(&info.source))
    return verdict_value(of, unit, *verdict);
  if (std::holds_alternative<EmployeesBeyondShare>(info.source)) return beyond_national_share(of, unit);
  if (const auto* const indicator = std::get_if<Indicator>(&info.source)) {
    if (info.group == VariableGroup::whole_sector) return {};
    Value value = of.at(unit, *indicator);
    return info.is_category() ? flag_value(std::move(value)) : value;
  }
  const auto* const changed = std::get_if<ChangeOf>(&info.source);
  const Measure measure = changed != nullptr ? changed->measure : std::get<Measure>(info.source);
  const auto printed = [&](const Evidence& evidence) {
    const Observation* const o = evidence.dataset->observations.find(unit, of.sector(), evidence.period);
    return o != nullptr ? shown_value_of(evidence, *o, measure) : Value{};
  };
  const Value now = printed(of.period().evidence());
  if (changed == nullptr) return now;
  return of.period().base_evidence() != nullptr ? difference(now, printed(*of.period().base_evidence()))
                                                : Value{};
}

Result<std::vector<Value>> values_of(const std::shared_ptr<const PeriodIndicators>& period,
                                     industry::SectorIndex sector, Variable variable,
                                     const IndicatorOptions& options, const Task& task) {
  const VariableInfo& info = info_of(variable);
  if (const auto* const measure = std::get_if<Measure>(&info.source))
    return values_of(period->evidence(), sector, *measure);
  if (const auto* const changed = std::get_if<ChangeOf>(&info.source))
    return changes_of(*period, sector, changed->measure);
  if (sector >= period->dataset().sectors.size())
    return fail(
        {.code = ErrorCode::invalid_argument,
         .subject = {.field = "sector"},
         .detail = std::to_string(sector) + " of " + std::to_string(period->dataset().sectors.size())});
  std::vector<Value> values(period->dataset().frame.size());
  if (availability(*period, variable, options) != Availability::available) return values;
  const auto made = SectorIndicators::compute(period, sector, options, task, parts_of(info));
  if (!made) return fail(made.error());
  for (admin::UnitIndex unit = 0; unit < values.size(); ++unit)
    values[unit] = value_of(*made, unit, variable);
  return values;
}

}  // namespace vicinia::core::values
