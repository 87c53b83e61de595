// Variables in the terminal: what there is, one of them in every unit, and that no two commands disagree about a number.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "terminal.h"

namespace vicinia::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class VariablesInTheTerminal : public Terminal {
 protected:
  [[nodiscard]] static std::string data(const char* name) {
    return " --dataset \"" + (fs::path(VICINIA_TEST_DATA_DIR) / name).string() + "\"";
  }
  json rows(const std::string& arguments) {
    const Finished finished = vicinia(arguments + " --format json");
    EXPECT_EQ(finished.exit_code, 0) << arguments << "\n" << finished.err;
    return json::parse(finished.out);
  }
};

TEST_F(VariablesInTheTerminal, AreListedWithTheReasonWhereTheDataDoNotAllowOne) {
  const Finished list = vicinia("variables --language en");
  EXPECT_EQ(list.exit_code, 0);
  EXPECT_THAT(list.out, HasSubstr("\nsme-share,"));
  EXPECT_THAT(list.out, HasSubstr("Needs a complete table"));
  EXPECT_THAT(vicinia("variables --language vi").out, HasSubstr("Chuyên môn hóa"));
}

TEST_F(VariablesInTheTerminal, ThatTheDataDoNotAllowAreWrongUsageAndSayWhy) {
  for (const char* const id : {"gini", "growth", "own-rule", "lq-change"}) {
    const Finished refused = vicinia(std::string("values --sector I --variable ") + id + " --language en");
    EXPECT_EQ(refused.exit_code, 2) << id;
    EXPECT_TRUE(refused.out.empty()) << id;
    EXPECT_EQ(std::ranges::count(refused.err, '\n'), 1) << refused.err;
  }
  EXPECT_EQ(vicinia("figure --sector I --variable gini --out f.pdf").exit_code, 2);
  EXPECT_EQ(vicinia("values --sector I --variable sme-share --category met").exit_code, 2)
      << "it has no categories";
  EXPECT_EQ(vicinia("values --sector I --min 5 --max 2").exit_code, 2) << "nothing lies between";
  EXPECT_EQ(vicinia("values --sector I --variable own-rule --own-lq 2").exit_code, 0);
}

/// Columns of `indicators` that are a variable under another name, and how a category is written there.
const std::map<std::string, std::string> columns{{"lq", "lq"},
                                                 {"employees", "employees"},
                                                 {"sector-share", "sector_share_pct"},
                                                 {"district-share", "district_share_pct"},
                                                 {"enterprises", "enterprises"},
                                                 {"smes", "smes"},
                                                 {"fdi-enterprises", "fdi_enterprises"},
                                                 {"symmetric-lq", "symmetric_lq"},
                                                 {"employees-per-enterprise", "employees_per_enterprise"},
                                                 {"sme-share", "sme_share_pct"},
                                                 {"fdi-share", "fdi_share_pct"},
                                                 {"plant-z", "plant_z"},
                                                 {"plant-p", "plant_p"},
                                                 {"plant-p-adjusted", "plant_p_adjusted"},
                                                 {"standardised-lq", "standardised_lq"},
                                                 {"growth", "growth"},
                                                 {"growth-pct", "growth_pct"},
                                                 {"shift-competitive", "shift_competitive"},
                                                 {"employees-change", "growth"}};
const std::map<std::string, std::string> truths{{"few-enterprises", "few_enterprises"},
                                                {"mostly-foreign", "mostly_foreign"},
                                                {"published-rule", "grade_published_rule"},
                                                {"local-district", "grade_local_district"}};

TEST_F(VariablesInTheTerminal, AreTheNumbersOfIndicatorsToTheLastDigit) {
  for (const std::string& where : {std::string(), data("matrix-long"), data("matrix-wide")}) {
    SCOPED_TRACE(where);
    std::map<std::string, json> by_unit;
    const json indicators_of = rows("indicators --sector I" + where);
    for (const json& row : indicators_of["rows"]) by_unit[row["unit_code"]] = row;
    ASSERT_FALSE(by_unit.empty());
    std::size_t compared = 0;
    const auto each = [&](const std::string& variable, const auto& expect) {
      const Finished values = vicinia("values --sector I --format json --variable " + variable + where);
      if (values.exit_code != 0) return;  // not of these data
      for (const json& row : json::parse(values.out))
        if (const auto same = by_unit.find(row["unit_code"]); same != by_unit.end()) {
          SCOPED_TRACE(variable + " of " + same->first);
          expect(row, same->second);
          ++compared;
        }
    };
    for (const auto& [variable, column] : columns)
      each(variable, [&](const json& row, const json& indicators) {
        EXPECT_EQ(row["value"], indicators.at(column));
        if (!indicators.contains(column + "_low") || !row["value"].is_number()) return;
        EXPECT_EQ(row["value_low"], indicators[column + "_low"]);
        EXPECT_EQ(row["value_high"], indicators[column + "_high"]);
      });
    for (const auto& [variable, column] : truths)
      each(variable, [&](const json& row, const json& indicators) {
        const json& truth = indicators.at(column);
        const std::string category = row["category"];
        EXPECT_EQ(truth.is_null(), category == "cannot-be-told") << category;
        EXPECT_TRUE(!truth.is_boolean() || truth.get<bool>() == (category == "yes" || category == "met"))
            << category;
      });
    EXPECT_GT(compared, 100u);
  }
}

TEST_F(VariablesInTheTerminal, OfAFigureAreThoseThatItOpensWith) {
  ASSERT_EQ(vicinia("figure --sector II --variable grades-compared --out f.png --dpi 60").exit_code, 0);
  EXPECT_THAT(vicinia("open f.png --language en").out, HasSubstr("Variable: Grades compared"));
}

}  // namespace
}  // namespace vicinia::cli
