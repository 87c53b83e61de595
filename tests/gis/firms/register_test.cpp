// The rules of a register as JSON, and rules that contradict themselves.
#include "vicinia/gis/firms/register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "gis/io/expect_error.h"

namespace vicinia::gis::firms {
namespace {

Register simple() {
  Register one;
  one.columns = {.unit = "district", .sector = "vsic", .employees = "workers"};
  one.period = "2020";
  return one;
}

TEST(Register, IsTheSameAfterItWasWrittenAndRead) {
  const auto back = read_register(register_json(simple()));
  ASSERT_VALUE(back);
  EXPECT_EQ(*back, simple());
}

RC_GTEST_PROP(RegisterProperty, AnyRegisterIsTheSameAfterItWasWrittenAndRead, ()) {
  const auto text = [] {
    return *rc::gen::element<std::string>("a", "mã huyện", "lao động \"x\"", "\\", "col'umn", "{}");
  };
  const auto yes = [] { return *rc::gen::arbitrary<bool>(); };
  const auto share = [] { return *rc::gen::inRange(1, 1000) / 10.0; };
  Register one;
  if (yes()) {
    one.columns.unit = text();
  } else if (yes()) {
    one.columns.point = text();
  } else {
    one.columns.x = text(), one.columns.y = text();
  }
  one.columns.crs = *rc::gen::element<std::string>("EPSG:4326", "EPSG:3405", "");
  one.columns.sector = text(), one.columns.employees = text();
  if (yes()) one.columns.foreign_share_pct = text();
  if (one.columns.foreign_share_pct.empty() && yes())
    one.columns.ownership = text(), one.fdi.ownership = {text(), "21"};
  if (yes()) one.columns.capital = text();
  if (yes()) one.columns.revenue = text();
  yes() ? void(one.columns.year = text()) : void(one.period = std::to_string(*rc::gen::inRange(1900, 2100)));
  if (yes()) one.decimal = yes() ? io::DecimalMark::point : io::DecimalMark::comma;
  one.money_unit_vnd = *rc::gen::element(1.0, 1e3, 1e6, 1e9);
  one.sectors.digits = *rc::gen::inRange<std::size_t>(0, 6);
  one.sectors.vsic_groups = yes();
  if (yes()) one.sectors.codes = {{"13", "I"}, {text(), text()}};
  if (yes()) one.sectors.groups = {{"I", SectorGroup::industry}, {text(), SectorGroup::services}};
  one.sme.by =
      *rc::gen::element(SmeRule::By::none, SmeRule::By::law, SmeRule::By::employees, SmeRule::By::stated);
  if (yes()) one.sme.law = *rc::gen::elementOf(std::vector<SmeLaw>(all_sme_laws.begin(), all_sme_laws.end()));
  for (SizeCriterion& criterion : one.sme.stated) {
    criterion.test = *rc::gen::element(SizeTest::all_of, SizeTest::any_of, SizeTest::employees_and_any_of);
    if (yes()) criterion.limits.employees = *rc::gen::inRange(0, 1000);
    if (yes()) criterion.limits.capital_vnd = share() * 1e9;
    if (yes()) criterion.limits.revenue_vnd = share() / 3;
  }
  one.fdi.min_share_pct = share();
  one.fdi.is_more_than = yes();
  one.secrecy = {*rc::gen::inRange<std::size_t>(0, 10), *rc::gen::inRange<std::size_t>(0, most_dominant + 1),
                 share() * 0.99};
  one.leaves_out_firms_without_employees = yes();
  const auto back = read_register(register_json(one));
  if (!back) RC_FAIL(test::text_of(back.error()) + register_json(one));
  RC_ASSERT(*back == one);
}

TEST(Register, RefusesRulesThatContradictThemselves) {
  const auto refused = [](auto change) {
    Register one = simple();
    change(one);
    const auto ok = check(one);
    return ok ? std::string("accepted") : ok.error().subject.field;
  };
  EXPECT_EQ(refused([](Register&) {}), "accepted");
  EXPECT_EQ(refused([](Register& r) { r.columns.unit = ""; }), "--unit-column");
  EXPECT_EQ(refused([](Register& r) { r.columns.x = r.columns.y = "x"; }), "--unit-column");
  EXPECT_EQ(refused([](Register& r) { r.columns.unit = "", r.columns.x = "x"; }), "--unit-column");
  EXPECT_EQ(refused([](Register& r) { r.columns.sector = ""; }), "--sector-column");
  EXPECT_EQ(refused([](Register& r) { r.columns.employees = ""; }), "--employees-column");
  EXPECT_EQ(refused([](Register& r) { r.columns.foreign_share_pct = r.columns.ownership = "x"; }),
            "--ownership-column");
  EXPECT_EQ(refused([](Register& r) { r.columns.ownership = "x"; }), "--fdi-ownership");
  EXPECT_EQ(refused([](Register& r) { r.period = ""; }), "--period");
  EXPECT_EQ(refused([](Register& r) { r.period = "Q1 2020"; }), "--period");
  EXPECT_EQ(refused([](Register& r) { r.columns.year = "year"; }), "--period");
  EXPECT_EQ(refused([](Register& r) { r.money_unit_vnd = 0; }), "--money-unit");
  EXPECT_EQ(refused([](Register& r) { r.fdi.min_share_pct = 101; }), "--fdi-share");
  EXPECT_EQ(refused([](Register& r) { r.secrecy = {.dominant = 6, .dominant_share_pct = 80}; }),
            "--dominant");
  EXPECT_EQ(refused([](Register& r) { r.secrecy = {.dominant = 1}; }), "--dominant-share");
  EXPECT_EQ(refused([](Register& r) { r.sme.stated[0].limits.employees = -1; }), "employees");
}

TEST(Register, NamesTheKeyThatMeansNothing) {
  const auto fault = [](const char* json) {
    const auto read = read_register(json);
    return read ? std::string("accepted") : read.error().subject.field;
  };
  EXPECT_EQ(fault("{"), "{}");
  EXPECT_EQ(fault("[]"), "{}");
  EXPECT_EQ(fault(R"({"colums": {}})"), "colums");
  EXPECT_EQ(fault(R"({"columns": {"unitt": "x"}})"), "columns.unitt");
  EXPECT_EQ(fault(R"({"columns": {"unit": 3}})"), "columns.unit");
  EXPECT_EQ(fault(R"({"sme": {"law": "90/2002"}})"), "sme.law");
  EXPECT_EQ(fault(R"({"sme": {"stated": {"industry": {"employees": "many"}}}})"),
            "sme.stated.industry.employees");
  EXPECT_EQ(fault(R"({"fdi": {"ownership": [3]}})"), "fdi.ownership");
  EXPECT_EQ(fault(R"({"secrecy": {"min_firms": -3}})"), "secrecy.min_firms");
  EXPECT_EQ(fault(R"({"sectors": {"groups": {"I": "mining"}}})"), "sectors.groups.I");
}

}  // namespace
}  // namespace vicinia::gis::firms
