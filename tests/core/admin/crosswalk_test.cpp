#include "vicinia/core/admin/crosswalk.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "support/some_crosswalk.h"
#include "support/some_frame.h"

namespace vicinia::core::admin {
namespace {

Frame provinces(std::vector<std::string> codes) {
  std::vector<Unit> units;
  for (std::string& code : codes) units.push_back({.code = code, .name_vi = code, .name_en = code});
  return *Frame::from_units(std::move(units), *Levels::declared({{.id = "province"}}));
}

const Frame old_frame = provinces({"a", "b", "c"}), new_frame = provinces({"x", "y"});

ErrorCode code_of(const std::vector<CrosswalkRow>& rows) {
  return Crosswalk::between(old_frame, new_frame, rows).error().code;
}

RC_GTEST_PROP(CrosswalkProperty, SharesOfAUnitMakeOneAndKindsFollowFromTheRows, ()) {
  const Frame from = tests::some_frame(1), to = tests::some_frame(1);
  const auto rows = tests::some_crosswalk(from, to);
  const auto crosswalk = Crosswalk::between(from, to, rows);
  RC_ASSERT(crosswalk.has_value());
  std::map<UnitIndex, double> shares;
  for (const CrosswalkLink& link : crosswalk->links()) {
    shares[link.from] += link.weight;
    const auto of_unit = std::ranges::count(crosswalk->links(), link.from, &CrosswalkLink::from);
    RC_ASSERT((link.kind == PartKind::whole) == (of_unit == 1));
    if (link.kind == PartKind::split) RC_ASSERT(crosswalk->into(link.to).size() == 1U);
  }
  RC_ASSERT(shares.size() == from.size());
  for (const auto& [unit, share] : shares) RC_ASSERT(std::abs(share - 1) < 1e-12);
  // Written and read, it is the same, whatever the order of the rows.
  auto again = rows_of(*crosswalk, from, to);
  std::ranges::reverse(again);
  const auto read = Crosswalk::between(from, to, again);
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->links().size() == crosswalk->links().size());
  for (std::size_t i = 0; i < read->links().size(); ++i) {
    RC_ASSERT(read->links()[i].from == crosswalk->links()[i].from);
    RC_ASSERT(read->links()[i].to == crosswalk->links()[i].to);
    RC_ASSERT(read->links()[i].kind == crosswalk->links()[i].kind);
  }
}

RC_GTEST_PROP(CrosswalkProperty, ThatLosesARowIsRefused, ()) {
  const Frame from = tests::some_frame(1), to = tests::some_frame(1);
  auto rows = tests::some_crosswalk(from, to);
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(0, rows.size())));
  if (rows.empty()) return;  // nothing is reached, so nothing is lost on the way
  const auto crosswalk = Crosswalk::between(from, to, rows);
  RC_ASSERT(!crosswalk.has_value());
  RC_ASSERT(crosswalk.error().code == ErrorCode::crosswalk_gap ||
            crosswalk.error().code == ErrorCode::crosswalk_weights);
}

TEST(Crosswalk, OfWholeUnitsIsExact) {
  const auto merged =
      Crosswalk::between(old_frame, new_frame,
                         std::vector<CrosswalkRow>{{"a", "x"}, {"b", "x", 1, PartKind::whole}, {"c", "y"}});
  ASSERT_TRUE(merged);
  EXPECT_TRUE(merged->is_exact());
  EXPECT_EQ(merged->into(0).size(), 2u);
  const auto divided =
      Crosswalk::between(old_frame, new_frame,
                         std::vector<CrosswalkRow>{{"a", "x"}, {"b", "x", .25}, {"b", "y", .75}, {"c", "y"}});
  ASSERT_TRUE(divided);
  EXPECT_FALSE(divided->is_exact());
  EXPECT_EQ(divided->into(1)[0].kind, PartKind::part);
}

TEST(Crosswalk, NamesTheRowAndUnitThatIsAtFault) {
  EXPECT_EQ(code_of({{"a", "x"}, {"q", "y"}}), ErrorCode::unknown_unit);
  EXPECT_EQ(code_of({{"a", "x"}, {"a", "x"}}), ErrorCode::crosswalk_row_twice);
  EXPECT_EQ(code_of({{"a", "x", 0}}), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of({{"a", "x", 1.5}}), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of({{"a", "x", std::nan("")}}), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of({{"a", "x", .5}, {"a", "y", .4}, {"b", "x"}, {"c", "y"}}), ErrorCode::crosswalk_weights);
  EXPECT_EQ(code_of({{"a", "x"}, {"b", "y"}}), ErrorCode::crosswalk_gap);
  const auto wrong =
      Crosswalk::between(old_frame, new_frame,
                         std::vector<CrosswalkRow>{{"a", "x"}, {"b", "x", 1, PartKind::split}, {"c", "y"}});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::crosswalk_kind);
  EXPECT_EQ(wrong.error().subject.row, 2u);
  EXPECT_EQ(wrong.error().detail, "x|split|whole");
}

TEST(Crosswalk, WeightsMayBeRoundedAsTheyArePrinted) {
  const auto crosswalk = Crosswalk::between(
      old_frame, new_frame,
      std::vector<CrosswalkRow>{{"a", "x", .3333}, {"a", "y", .6666}, {"b", "x"}, {"c", "y"}});
  ASSERT_TRUE(crosswalk);
  EXPECT_DOUBLE_EQ(crosswalk->into(0)[0].weight + crosswalk->into(1)[0].weight, 1);
}

TEST(Crosswalk, DoesNotCountAUnitBesideOneThatContainsIt) {
  const Frame nested = *Frame::from_units({{.code = "p"}, {.code = "d", .level = {1}, .parent_code = "p"}},
                                          *Levels::declared({{.id = "province"}, {.id = "district"}}));
  EXPECT_EQ(
      Crosswalk::between(nested, new_frame, std::vector<CrosswalkRow>{{"p", "x"}, {"d", "x"}}).error().code,
      ErrorCode::crosswalk_nested);
  EXPECT_TRUE(Crosswalk::between(nested, new_frame, std::vector<CrosswalkRow>{{"d", "x"}}))
      << "its parts say it all";
}

}  // namespace
}  // namespace vicinia::core::admin
