// Every indicator against formulas worked independently in exact fractions; table, generator and version in tests/golden/indicators.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "vicinia/core/indicators/change/growth.h"
#include "vicinia/core/indicators/change/shift_share.h"
#include "vicinia/core/indicators/complete_matrix.h"
#include "vicinia/core/indicators/concentration/ellison_glaeser.h"
#include "vicinia/core/indicators/concentration/herfindahl.h"
#include "vicinia/core/indicators/concentration/krugman_specialisation.h"
#include "vicinia/core/indicators/concentration/locational_gini.h"
#include "vicinia/core/indicators/concentration/standardised_lq.h"
#include "vicinia/core/indicators/enterprise_ratios.h"
#include "vicinia/core/indicators/uncertainty/plant_test.h"
#include "vicinia/core/indicators/uncertainty/worker_interval.h"
#include "vicinia/core/stats/normal.h"
#include "vicinia/core/stats/sum.h"

namespace vicinia::core::indicators {
namespace {

using Key = std::string;  // indicator,sector,unit
using Values = std::map<Key, Cell>;

std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::ifstream in(std::filesystem::path(VICINIA_GOLDEN_DIR) / "indicators" / name);
  EXPECT_TRUE(in) << name;
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> row;
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, ',');) row.push_back(field);
    rows.push_back(row);
  }
  return rows;
}

struct Period {
  std::vector<Cell> employees, plants;
};

struct Table {
  std::vector<std::string> units, sectors;
  std::map<std::string, Period> periods;
};

Table read_table() {
  Table table;
  const auto enter = [](std::vector<std::string>& names, const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  };
  for (const auto& row : rows_of("employment.csv")) {  // sorted by period, unit, sector
    enter(table.units, row[1]);
    enter(table.sectors, row[2]);
    table.periods[row[0]].employees.push_back(Cell::of(std::stod(row[3])));
    table.periods[row[0]].plants.push_back(Cell::of(std::stod(row[4])));
  }
  return table;
}

class Computed {
 public:
  explicit Computed(const Table& table)
      : table_(table),
        now_(matrix_of("2007")),
        before_(matrix_of("2005")),
        plants_(table.periods.at("2007").plants) {
    enter("half_width", "", "", Cell::of(stats::normal_half_width(0.95)));
    for (const char* z : {"-3", "-0.5", "0", "1", "2.5", "5"})
      enter("upper_tail", "", z, Cell::of(stats::normal_upper_tail(std::stod(z))));
    for (std::size_t s = 0; s < table.sectors.size(); ++s) of_sector(s);
    for (std::size_t u = 0; u < table.units.size(); ++u) of_unit(u);
  }
  [[nodiscard]] const Values& values() const { return values_; }

 private:
  CompleteMatrix matrix_of(const std::string& period) const {
    return *CompleteMatrix::from(
        {table_.units.size(), table_.sectors.size(), table_.periods.at(period).employees});
  }
  void enter(const std::string& indicator, const std::string& sector, const std::string& unit, Cell value) {
    EXPECT_TRUE(values_.emplace(indicator + "," + sector + "," + unit, value).second) << indicator;
  }

  void of_sector(std::size_t s) {
    const std::string& sector = table_.sectors[s];
    std::vector<Cell> employees, plants;
    for (std::size_t u = 0; u < table_.units.size(); ++u) {
      employees.push_back(Cell::of(now_.at(u, s)));
      plants.push_back(plants_[u * table_.sectors.size() + s]);
    }
    const auto by_count = uncertainty::herfindahl_of_count(stats::sum(plants));
    const auto by_units = uncertainty::herfindahl_of_units(employees, plants);
    enter("plant_herfindahl_of_count", sector, "", by_count.value);
    enter("plant_herfindahl_of_units", sector, "", by_units.value);
    for (std::size_t u = 0; u < table_.units.size(); ++u) {
      of_cell(u, s, plants[u]);
      of_plants(u, s, "_count", by_count);
      of_plants(u, s, "_units", by_units);
    }
    const auto herfindahl = concentration::herfindahl_of_sector(now_, s);
    enter("herfindahl_sector", sector, "", herfindahl.raw);
    enter("herfindahl_sector_normalised", sector, "", herfindahl.normalised);
    const auto gini = concentration::locational_gini(now_, s);
    enter("gini_area", sector, "", gini.area);
    enter("gini", sector, "", gini.gini);
    enter("gini_normalised", sector, "", gini.normalised);
    enter("ellison_glaeser_raw", sector, "", concentration::ellison_glaeser(now_, s, by_count).raw);
    enter("ellison_glaeser_count", sector, "", concentration::ellison_glaeser(now_, s, by_count).gamma);
    enter("ellison_glaeser_units", sector, "", concentration::ellison_glaeser(now_, s, by_units).gamma);
    standardised(s, "_linear", concentration::LqScale::linear);
    standardised(s, "_logarithmic", concentration::LqScale::logarithmic);
  }

  void of_cell(std::size_t u, std::size_t s, Cell enterprises) {
    const std::string &sector = table_.sectors[s], &unit = table_.units[u];
    const EmploymentAndTotals e = now_.cell(u, s);
    const Cell lq = location_quotient(e);
    enter("lq", sector, unit, lq);
    enter("sector_share_pct", sector, unit, sector_share_pct(e));
    enter("district_share_pct", sector, unit, district_share_pct(e));
    enter("symmetric_lq", sector, unit, symmetric_lq(lq));
    enter("employees_per_enterprise", sector, unit,
          employees_per_enterprise({.enterprises = enterprises, .employees = e.employment}));
    using uncertainty::WorkerMethod;
    for (const auto& [name, method] :
         {std::pair{"wilson", WorkerMethod::wilson}, {"log_normal", WorkerMethod::log_normal}}) {
      const auto interval = uncertainty::worker_interval(e, 0.95, method);
      enter(name + std::string("_low"), sector, unit, interval.low);
      if (interval.high.has_number()) enter(name + std::string("_high"), sector, unit, interval.high);
    }
    enter("growth_pct", sector, unit, change::growth(before_.cell(u, s).employment, e.employment).pct);
    shifts(sector, unit, *change::shift_share(before_, now_, u, s));
  }

  void of_plants(std::size_t u, std::size_t s, const std::string& name,
                 const uncertainty::PlantHerfindahl& h) {
    const std::string &sector = table_.sectors[s], &unit = table_.units[u];
    const auto test = uncertainty::plant_test(uncertainty::shares_of(now_.cell(u, s)), h);
    enter("plant_z" + name, sector, unit, test.z);
    if (!test.z.has_number()) return;
    enter("plant_p" + name, sector, unit, test.p);
    enter("plant_low" + name, sector, unit, test.chance_low);
    enter("plant_high" + name, sector, unit, test.chance_high);
  }

  void standardised(std::size_t s, const std::string& name, concentration::LqScale scale) {
    const auto found = concentration::standardised_lq(now_, s, {.scale = scale, .seed = 42, .draws = 200});
    ASSERT_TRUE(found);
    for (std::size_t u = 0; u < table_.units.size(); ++u)
      enter("standardised" + name, table_.sectors[s], table_.units[u], found->values[u]);
    enter("cut_off" + name, table_.sectors[s], "", Cell::of(found->cut_off));
    enter("cut_off_low" + name, table_.sectors[s], "", Cell::of(found->cut_off_low));
    enter("cut_off_high" + name, table_.sectors[s], "", Cell::of(found->cut_off_high));
  }

  void of_unit(std::size_t u) {
    const std::string& unit = table_.units[u];
    const auto herfindahl = concentration::herfindahl_of_unit(now_, u);
    enter("herfindahl_unit", "", unit, herfindahl.raw);
    enter("herfindahl_unit_normalised", "", unit, herfindahl.normalised);
    using concentration::ComparedWith;
    enter("krugman_rest", "", unit, concentration::krugman_specialisation(now_, u, ComparedWith::rest));
    enter("krugman_whole", "", unit, concentration::krugman_specialisation(now_, u, ComparedWith::whole));
    shifts("", unit, *change::shift_share_of_unit(before_, now_, u));
  }

  void shifts(const std::string& sector, const std::string& unit, const change::ShiftShare& split) {
    enter("shift_growth", sector, unit, split.growth);
    enter("shift_national", sector, unit, split.national);
    enter("shift_industry_mix", sector, unit, split.industry_mix);
    enter("shift_competitive", sector, unit, split.competitive);
    enter("shift_pure_competitive", sector, unit, split.pure_competitive);
    enter("shift_allocation", sector, unit, split.allocation);
  }

  const Table& table_;
  CompleteMatrix now_, before_;
  std::vector<Cell> plants_;
  Values values_;
};

/// Relative; absolute below 1, where differences of shares cancel; but a probability has its digits in its own size.
double tolerance(const std::string& indicator, double expected) {
  const bool is_tail = indicator.starts_with("plant_p") || indicator == "upper_tail";
  return 1e-12 * (is_tail ? std::abs(expected) : std::max(1.0, std::abs(expected)));
}

TEST(GoldenIndicators, AgreeTo1e12WithFormulasWorkedIndependently) {
  const Table table = read_table();
  const Computed computed(table);
  Values left = computed.values();
  for (const auto& row : rows_of("expected.csv")) {
    const Key key = row[0] + "," + row[1] + "," + row[2];
    const auto found = left.find(key);
    ASSERT_NE(found, left.end()) << key << " is expected and not computed";
    if (row[3] == "undefined") {
      EXPECT_EQ(found->second.state(), CellState::undefined) << key;
    } else if (!found->second.has_number()) {
      ADD_FAILURE() << key << " has no number";
    } else {
      const double expected = std::stod(row[3]);
      EXPECT_NEAR(found->second.number(), expected, tolerance(row[0], expected)) << key;
    }
    left.erase(found);
  }
  for (const auto& [key, value] : left) ADD_FAILURE() << key << " is computed and not expected";
  EXPECT_GT(computed.values().size(), 1000u);
}

}  // namespace
}  // namespace vicinia::core::indicators
