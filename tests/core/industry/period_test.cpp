// What people write for a period, and what comes before what.
#include "vicinia/core/industry/period.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace vicinia::core::industry {
namespace {

using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array kinds{PeriodKind::year, PeriodKind::half_year, PeriodKind::quarter, PeriodKind::month,
                           PeriodKind::day};

PeriodTime period_at(PeriodKind kind, int days_since_1900) {
  const std::chrono::sys_days date =
      std::chrono::sys_days(year(1900) / 1 / 1) + std::chrono::days(days_since_1900);
  const year_month_day ymd(date);
  const unsigned of_year = static_cast<unsigned>(ymd.month()) - 1;
  const auto from_month = [&](unsigned length) {
    return std::chrono::sys_days(ymd.year() / month(of_year / length * length + 1) / 1);
  };
  switch (kind) {
    case PeriodKind::year: return {kind, from_month(12)};
    case PeriodKind::half_year: return {kind, from_month(6)};
    case PeriodKind::quarter: return {kind, from_month(3)};
    case PeriodKind::month: return {kind, from_month(1)};
    case PeriodKind::day: return {kind, date};
  }
  return {};
}

std::string two(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// All that is written for one time.
std::vector<std::string> ways_to_write(const PeriodTime& time) {
  static constexpr std::array<const char*, 4> roman{"I", "II", "III", "IV"};
  static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  const year_month_day ymd(time.first_day);
  const std::string y = std::to_string(static_cast<int>(ymd.year()));
  const unsigned m = static_cast<unsigned>(ymd.month()), d = static_cast<unsigned>(ymd.day());
  const std::string month_number = std::to_string(m), day_number = std::to_string(d);
  switch (time.kind) {
    case PeriodKind::year: return {y, "Năm " + y, "năm " + y, "NĂM " + y, " " + y + " ", "Year " + y};
    case PeriodKind::half_year: {
      const bool is_first = m == 1;
      const std::string h = is_first ? "1" : "2", vi = is_first ? "đầu" : "cuối";
      return {y + "-H" + h,
              "H" + h + "/" + y,
              h + "H" + y,
              "6 tháng " + vi + " năm " + y,
              "Nửa " + vi + " năm " + y,
              std::string(is_first ? "First" : "Second") + " half of " + y};
    }
    case PeriodKind::quarter: {
      const std::string q = std::to_string((m - 1) / 3 + 1), r = roman[(m - 1) / 3];
      return {"Q" + q + "/" + y,
              y + "Q" + q,
              y + "-Q" + q,
              r + "-" + y,
              r + "/" + y,
              "Quý " + r + "/" + y,
              "QUÝ " + r + " NĂM " + y,
              "Quý " + q + "/" + y,
              q + "Q" + y,
              "Quý " + r + " – " + y,
              "quarter " + q + " of " + y};
    }
    case PeriodKind::month: {
      const std::string name = months[m - 1];
      return {month_number + "/" + y,
              two(m) + "/" + y,
              two(m) + "-" + y,
              y + "-" + two(m),
              y + "/" + two(m),
              y + two(m),
              "tháng " + month_number + "/" + y,
              "Tháng " + month_number + " năm " + y,
              "T" + month_number + "/" + y,
              name + " " + y,
              name.substr(0, 3) + " " + y,
              y + "M" + two(m)};
    }
    case PeriodKind::day:
      return {day_number + "/" + month_number + "/" + y,
              two(d) + "/" + two(m) + "/" + y,
              y + "-" + two(m) + "-" + two(d),
              y + two(m) + two(d),
              two(d) + "." + two(m) + "." + y,
              "ngày " + day_number + " tháng " + month_number + " năm " + y,
              day_number + " " + months[m - 1] + " " + y};
  }
  return {};
}

std::vector<std::string> marked(const std::string& label) {
  return {"Prel. " + label, "Sơ bộ " + label, "SƠ BỘ " + label,         label + " (*)",
          label + " (p)",   label + "p",      "Sơ bộ - Prel. " + label, "Ước tính " + label};
}

RC_GTEST_PROP(PeriodProperty, EveryWayToWriteATimeReadsAsThatTime, ()) {
  const PeriodTime time = period_at(*rc::gen::elementOf(kinds), *rc::gen::inRange(0, 365 * 200));
  for (const std::string& label : ways_to_write(time)) {
    const Period plain = Period::of(label);
    RC_LOG(label);
    RC_ASSERT(plain.time == time);
    RC_ASSERT(!plain.preliminary);
    RC_ASSERT(plain.label == label);
    RC_ASSERT(Period::of(plain.standard_form()).time == time);
    for (const std::string& with_mark : marked(label)) {
      const Period preliminary = Period::of(with_mark);
      RC_LOG(with_mark);
      RC_ASSERT(preliminary.time == time);
      RC_ASSERT(preliminary.preliminary);
      RC_ASSERT(preliminary.label == with_mark);
    }
  }
}

RC_GTEST_PROP(PeriodProperty, PeriodsStandInTheOrderOfTimeHoweverTheyAreWrittenAndShuffled, ()) {
  const PeriodKind kind = *rc::gen::elementOf(kinds);
  std::map<std::chrono::sys_days, std::string> by_time;
  const int count = *rc::gen::inRange(2, 12);
  for (int i = 0; i < count; ++i) {
    const PeriodTime time = period_at(kind, *rc::gen::inRange(0, 365 * 200));
    std::string label = *rc::gen::elementOf(ways_to_write(time));
    if (*rc::gen::arbitrary<bool>()) label = *rc::gen::elementOf(marked(label));
    by_time[time.first_day] = label;
  }
  std::vector<std::string> expected, labels;
  for (const auto& [day, label] : by_time) expected.push_back(label);
  labels = expected;
  for (std::size_t i = labels.size(); i > 1; --i)
    std::swap(labels[i - 1], labels[*rc::gen::inRange<std::size_t>(0, i)]);
  const auto order = order_of_periods(labels);
  RC_ASSERT(order.has_value());
  std::vector<std::string> found;
  for (const std::size_t at : *order) found.push_back(labels[at]);
  RC_ASSERT(found == expected);
}

RC_GTEST_PROP(PeriodProperty, TwoKindsBesideEachOtherHaveNoOrder, ()) {
  const PeriodKind a = *rc::gen::elementOf(kinds), b = *rc::gen::elementOf(kinds);
  RC_PRE(a != b);
  const std::vector<std::string> labels{
      *rc::gen::elementOf(ways_to_write(period_at(a, *rc::gen::inRange(0, 70000)))),
      *rc::gen::elementOf(ways_to_write(period_at(b, *rc::gen::inRange(0, 70000))))};
  const auto order = order_of_periods(labels);
  RC_ASSERT(!order.has_value());
  RC_ASSERT(order.error().code == ErrorCode::period_order_unknown);
  RC_ASSERT(order.error().subject.field == "kinds_mixed");
}

TEST(Period, LabelsWithoutATimeMayStandAloneButNotBesideOthers) {
  for (const char* label :
       {"", "now", "Survey", "13/2007", "2007-13", "31/02/2007", "2007-2008", "9 tháng 2007", "V-2007",
        "Q5/2007", "98", "2007r", "tháng", "12/31/2007", "1/2/07"}) {
    EXPECT_FALSE(Period::of(label).time) << label;
    EXPECT_TRUE(order_of_periods(std::vector<std::string>{label})) << label;
    const auto order = order_of_periods(std::vector<std::string>{"2007", label});
    ASSERT_FALSE(order) << label;
    EXPECT_EQ(order.error().subject.field, "no_time");
    EXPECT_EQ(order.error().subject.id, label);
  }
}

TEST(Period, ValuesOfOneYearTwiceAreRefusedWithTheLabels) {
  const auto order = order_of_periods(std::vector<std::string>{"2015", "2016", "Prel. 2016"});
  ASSERT_FALSE(order);
  EXPECT_EQ(order.error().subject.field, "same_time");
  EXPECT_EQ(order.error().detail, "\"2016\", \"Prel. 2016\"|2016");
}

TEST(Period, APreliminaryYearComesBetweenTheYearsAroundIt) {
  EXPECT_EQ(*order_of_periods(std::vector<std::string>{"2015", "Prel. 2016", "2017"}),
            (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(*order_of_periods(std::vector<std::string>{"12/2007", "1/2008"}),
            (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(*order_of_periods(std::vector<std::string>{"I-2008", "IV-2007"}),
            (std::vector<std::size_t>{1, 0}));
  EXPECT_EQ(*order_of_periods(std::vector<std::string>{"30/06/2008", "31/12/2007"}),
            (std::vector<std::size_t>{1, 0}));
}

}  // namespace
}  // namespace vicinia::core::industry
