#include "tables/indicator_columns.h"

#include <algorithm>
#include <cmath>

#include "vicinia/workspace/document/audited_list.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::Cell;
using core::admin::Level;
using core::admin::UnitIndex;
using core::indicators::Indicator;
using core::indicators::IndicatorInfo;
using core::indicators::Measure;
using core::indicators::Outcome;
using core::indicators::ValueKind;
using core::indicators::ValueOf;
using core::industry::Observation;
using core::industry::SectorIndex;
using TableRow = std::vector<TableValue>;

constexpr Indicator quotients[] = {Indicator::location_quotient, Indicator::sector_share,
                                   Indicator::district_share};

bool is_quotient(Indicator indicator) {
  return std::ranges::find(quotients, indicator) != std::end(quotients);
}

void add_ends(TableRow& row, const std::optional<core::stats::Interval>& range) {
  row.emplace_back(range ? number_or_missing(range->low) : Cell::not_published());
  row.emplace_back(range ? number_or_missing(range->high) : Cell::not_published());
}

void add_total(TableRow& row, const core::audit::KnownTotal* total) {
  add_ends(row, total != nullptr ? std::optional(total->interval) : std::nullopt);
  row.emplace_back(std::string(total == nullptr ? ""
                               : total->origin == core::audit::TotalOrigin::reconstructed
                                   ? id_of(ValueOrigin::reconstructed)
                                   : id_of(ValueOrigin::computed)));
  const bool is_reconstructed = total != nullptr && total->origin == core::audit::TotalOrigin::reconstructed;
  row.emplace_back(is_reconstructed ? Cell::of(static_cast<double>(total->supporters))
                                    : Cell::not_published());
  row.emplace_back(is_reconstructed ? Truth(total->stretches > 1) : Truth());
}

/// Ends, where from, how many rows agree on a reconstructed one, and whether as many agree on another stretch.
void add_total_columns(std::vector<std::string>& columns) {
  columns.insert(columns.end(),
                 {"employees_low", "employees_high", "employees_origin", "employees_rows", "employees_tie"});
}

Truth truth_of(Outcome outcome) {
  return outcome == Outcome::cannot_be_told ? Truth() : Truth(outcome == Outcome::met);
}

/// Those of a unit and sector, or of a unit, beyond the quotients, which have columns of their own.
std::vector<Indicator> further(std::initializer_list<ValueOf> kinds) {
  std::vector<Indicator> list;
  for (const IndicatorInfo& info : core::indicators::all_indicators())
    if (std::ranges::find(kinds, info.of) != kinds.end() && !is_quotient(info.indicator))
      list.push_back(info.indicator);
  return list;
}

/// How sure it is depends on the sizes of plants: it has a bound, and two ends.
bool goes_by_plants(Indicator indicator) {
  return indicator == Indicator::plant_z || indicator == Indicator::plant_p ||
         indicator == Indicator::ellison_glaeser;
}

void add_columns(std::vector<std::string>& columns, const std::vector<Indicator>& indicators) {
  for (const Indicator indicator : indicators) {
    if (indicator == Indicator::growth) columns.emplace_back("base_period");
    const std::string name = column_of(indicator);
    if (core::indicators::info_of(indicator).kind == ValueKind::interval) {
      columns.insert(columns.end(), {name + "_low", name + "_high"});
    } else {
      columns.push_back(name);
    }
    if (goes_by_plants(indicator))
      columns.insert(columns.end(), {name + "_bound", name + "_low", name + "_high"});
  }
}

void add_value(TableRow& row, const IndicatorValue& value, Indicator indicator) {
  const ValueKind kind = core::indicators::info_of(indicator).kind;
  if (kind == ValueKind::interval) {
    add_ends(row, value.range);
  } else if (kind == ValueKind::flag) {
    row.emplace_back(value.flag ? truth_of(*value.flag) : Truth());
  } else {
    row.emplace_back(value.value);
  }
  if (!goes_by_plants(indicator)) return;
  row.emplace_back(std::string(value.value.has_number() ? id_of(value.bound) : ""));
  add_ends(row, value.range);
}

const std::vector<std::string> unit_columns{"unit_code",   "unit_vi",     "unit_en", "province_code",
                                            "province_vi", "province_en", "period"};

void add_unit(TableRow& row, const core::Dataset& data, UnitIndex index, core::industry::PeriodIndex period) {
  const core::admin::Unit& unit = data.frame[index];
  static const core::admin::Unit nowhere{};
  // Of whatever level provinces are; where no level is called so, what it is part of.
  const auto level = data.frame.levels().find("province");
  auto above = level && *level <= unit.level ? data.frame.ancestor(index, *level) : data.frame.parent(index);
  if (!above && unit.level == core::admin::Levels::coarsest()) above = index;
  const core::admin::Unit& province = above ? data.frame[*above] : nowhere;
  for (const core::admin::Unit* one : {&unit, &province}) {
    row.emplace_back(one->code);
    row.emplace_back(name_of(*one, Language::vi));
    row.emplace_back(name_of(*one, Language::en));
  }
  row.emplace_back(data.periods[period]);
}

std::vector<bool> wanted_units(const Document& document) {
  const core::admin::Frame& frame = document.data->dataset->frame;
  const auto province = document.view.province;
  std::vector<bool> is_wanted(frame.size(), !province);
  if (province) {
    is_wanted[*province] = true;
    for (const UnitIndex unit : frame.within(*province)) is_wanted[unit] = true;
  }
  return is_wanted;
}

Names contradicted_columns(const Document& document, const Observation& o) {
  const AuditedList* list = audited_list(document);
  if (list == nullptr) return std::nullopt;
  std::vector<std::string> names;
  for (std::size_t f = 0; f < core::audit::field_count; ++f) {
    const auto field = static_cast<core::audit::Field>(f);
    const Measure measure = measure_of(field);
    const bool is_printed =
        core::indicators::printed_value(o, measure).state() != core::CellState::not_published;
    if (is_printed && list->contradiction(o.unit, o.sector, measure))
      names.emplace_back(core::audit::name_of(field));
  }
  return names;
}

/// Columns of the row that rest on a value which the audit speaks against.
Names doubtful_columns(const SectorIndicators& indicators, const Observation& o) {
  const Evidence& evidence = indicators.period().evidence();
  if (evidence.audit == nullptr) return std::nullopt;
  std::vector<std::string> names;
  for (const core::indicators::MeasureInfo& info : core::indicators::all_measures())
    if (core::values::value_of(evidence, o, info.measure).doubt() != Doubt::none)
      names.emplace_back(core::audit::name_of(core::audit::field_of(info.measure)));
  for (const Indicator indicator : further({ValueOf::unit_and_sector}))
    if (indicators.at(o.unit, indicator).doubt() != Doubt::none) names.push_back(column_of(indicator));
  const UnitGrades* const grades = indicators.grades(o.unit);
  if (grades != nullptr && !grades->rests_on.empty()) names.emplace_back("grades");
  return names;
}

std::vector<std::string> cell_columns() {
  std::vector<std::string> columns{"sector_no", "sector"};
  columns.insert(columns.end(), unit_columns.begin(), unit_columns.end());
  columns.insert(columns.end(), {"enterprises", "smes", "fdi_enterprises", "employees", "lq", "lq_origin",
                                 "sector_share_pct", "district_share_pct", "source_line", "contradicted",
                                 "rests_on_contradicted"});
  for (const Indicator indicator : quotients)
    for (const char* suffix : {"_low", "_high", "_range_origin"})
      columns.push_back(column_of(indicator) + suffix);
  add_columns(columns, further({ValueOf::unit_and_sector}));
  columns.insert(columns.end(), {"plant_is_rough", "grade_published_rule", "stars_least", "stars_most",
                                 "grade_cluster_stars", "grade_local_district", "grade_own_rule", "grades"});
  return columns;
}

void add_grades(TableRow& row, const UnitGrades* grades) {
  if (grades == nullptr) {
    row.insert(row.end(), {Truth(), Cell::not_published(), Cell::not_published(), Truth(), Truth(), Truth(),
                           std::string()});
    return;
  }
  static constexpr const char* agreements[] = {"all_met", "none_met", "disagree", "cannot_be_told"};
  row.insert(row.end(), {truth_of(grades->published.verdict), Cell::of(grades->stars.least),
                         Cell::of(grades->stars.most), truth_of(grades->stars.grade.verdict),
                         truth_of(grades->local_district.verdict), truth_of(grades->own.verdict),
                         std::string(agreements[static_cast<std::size_t>(grades->compared.agreement)])});
}

TableRow cell_row(const Document& document, const SectorIndicators& indicators, const Observation& o) {
  const core::Dataset& data = *document.data->dataset;
  TableRow row{data.sectors[o.sector].code, data.sectors[o.sector].name_en};
  add_unit(row, data, o.unit, o.period);
  row.insert(row.end(), {o.counts.enterprises, o.counts.smes, o.counts.fdi_enterprises, o.counts.employees});
  const IndicatorValue lq = indicators.at(o.unit, Indicator::location_quotient);
  row.insert(row.end(),
             {lq.value, std::string(id_of(lq.origin)), indicators.at(o.unit, Indicator::sector_share).value,
              indicators.at(o.unit, Indicator::district_share).value, o.source.source_line.str(),
              contradicted_columns(document, o), doubtful_columns(indicators, o)});
  for (const Indicator indicator : quotients) {
    const IndicatorValue value = indicators.at(o.unit, indicator);
    add_ends(row, value.range);
    row.emplace_back(std::string(id_of(value.range_origin)));
  }
  for (const Indicator indicator : further({ValueOf::unit_and_sector})) {
    if (const auto base = indicators.period().base_period(); indicator == Indicator::growth)
      row.emplace_back(base ? data.periods[*base] : std::string());
    add_value(row, indicators.at(o.unit, indicator), indicator);
  }
  const IndicatorValue z = indicators.at(o.unit, Indicator::plant_z);
  row.emplace_back(z.value.has_number() ? Truth(z.is_rough) : Truth());
  add_grades(row, indicators.grades(o.unit));
  return row;
}

std::vector<std::string> sector_columns() {
  std::vector<std::string> columns{"sector_no", "sector", "period", "level"};
  add_total_columns(columns);
  columns.insert(columns.end(), {"plant_herfindahl", "plant_herfindahl_bound", "plant_herfindahl_at_most",
                                 "units_without_plants"});
  add_columns(columns, further({ValueOf::sector}));
  columns.insert(columns.end(),
                 {"standardised_lq_cut_off", "standardised_lq_cut_off_low", "standardised_lq_cut_off_high"});
  return columns;
}

std::vector<std::string> unit_table_columns() {
  std::vector<std::string> columns = unit_columns;
  add_total_columns(columns);
  add_columns(columns, further({ValueOf::unit}));
  return columns;
}

}  // namespace

std::vector<std::string> columns_of(TableOf of) {
  return of == TableOf::sector ? sector_columns()
         : of == TableOf::unit ? unit_table_columns()
                               : cell_columns();
}

std::string column_of(Indicator indicator) {
  const IndicatorInfo& info = core::indicators::info_of(indicator);
  std::string name(info.id);
  std::ranges::replace(name, '-', '_');
  if (info.kind == ValueKind::share_pct && !name.ends_with("_pct")) name += "_pct";
  return name;
}

core::Result<ValueTable> cell_table(const Document& document,
                                    const std::shared_ptr<const PeriodIndicators>& period,
                                    std::span<const SectorIndex> sectors, const IndicatorOptions& options,
                                    const core::Task& task) {
  ValueTable table{.columns = cell_columns()};
  const core::Dataset& data = period->dataset();
  const std::vector<bool> is_wanted = wanted_units(document);
  std::vector<std::vector<const Observation*>> of_sector(data.sectors.size());
  for (const Observation& o : data.observations.rows())
    if (o.period == period->period() && is_wanted[o.unit]) of_sector[o.sector].push_back(&o);
  for (const SectorIndex sector : sectors) {
    const auto indicators = SectorIndicators::compute(period, sector, options, task);
    if (!indicators) return core::fail(indicators.error());
    for (const Observation* o : of_sector[sector]) table.rows.push_back(cell_row(document, *indicators, *o));
  }
  return table;
}

core::Result<ValueTable> sector_table(const std::shared_ptr<const PeriodIndicators>& period,
                                      std::span<const SectorIndex> sectors, const IndicatorOptions& options,
                                      const core::Task& task) {
  const std::vector<Indicator> indicators = further({ValueOf::sector});
  ValueTable table{.columns = sector_columns()};
  const core::Dataset& data = period->dataset();
  for (const SectorIndex sector : sectors) {
    const auto of_sector = SectorIndicators::compute(period, sector, options, task);
    if (!of_sector) return core::fail(of_sector.error());
    for (const Level level : data.frame.levels().all()) {
      if (!period->has_level(level)) continue;
      const bool is_finest = level == period->level();
      TableRow row{data.sectors[sector].code, data.sectors[sector].name_en, data.periods[period->period()],
                   data.frame.levels()[level].id};
      add_total(row, period->totals().of_sector(level, sector));
      const auto& plants = of_sector->plants();
      row.emplace_back(is_finest ? plants.value : Cell::not_published());
      row.emplace_back(std::string(!is_finest || !plants.value.has_number()
                                       ? ""
                                       : id_of(plants.is_lower_bound ? Bound::at_least : Bound::exact)));
      row.emplace_back(is_finest ? plants.at_most : Cell::not_published());
      row.emplace_back(is_finest ? Cell::of(static_cast<double>(plants.units_unknown))
                                 : Cell::not_published());
      for (const Indicator indicator : indicators)
        add_value(row, of_sector->of_sector(level, indicator), indicator);
      const auto* standardised = is_finest ? of_sector->standardised() : nullptr;
      for (const double cut :
           {standardised ? standardised->cut_off : NAN, standardised ? standardised->cut_off_low : NAN,
            standardised ? standardised->cut_off_high : NAN})
        row.emplace_back(number_or_missing(cut));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

ValueTable unit_table(const Document& document, const PeriodIndicators& period) {
  const std::vector<Indicator> indicators = further({ValueOf::unit});
  ValueTable table{.columns = unit_table_columns()};
  const core::Dataset& data = period.dataset();
  const std::vector<bool> is_wanted = wanted_units(document);
  std::vector<bool> is_listed(data.frame.size(), false);
  for (const Observation& o : data.observations.rows())
    if (o.period == period.period()) is_listed[o.unit] = true;
  for (UnitIndex unit = 0; unit < data.frame.size(); ++unit) {
    if (!is_listed[unit] || !is_wanted[unit]) continue;
    TableRow row;
    add_unit(row, data, unit, period.period());
    add_total(row, period.totals().of_unit(unit));
    for (const Indicator indicator : indicators) add_value(row, period.of_unit(unit, indicator), indicator);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace vicinia::workspace::inline tables
