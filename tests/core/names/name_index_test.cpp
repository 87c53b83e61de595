// Laws of finding by name, then the cases.
#include "vicinia/core/names/name_index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace vicinia::core::names {
namespace {

using Of = NameIndex::Of;

/// Names of real units, some of them alike.
const std::vector<std::string> units{"Tỉnh Bến Tre",
                                     "Thành phố Bến Tre",
                                     "Thành phố Hồ Chí Minh",
                                     "Tỉnh Bình Dương",
                                     "Quận 1",
                                     "Quận 10",
                                     "Quận 12",
                                     "Huyện Củ Chi",
                                     "Huyện Kỳ Anh",
                                     "Thị xã Kỳ Anh",
                                     "Huyện Quan Hóa",
                                     "Huyện Tịnh Biên",
                                     "Tỉnh Điện Biên",
                                     "Huyện Cư M'gar",
                                     "Thành phố Vinh",
                                     "Tỉnh Vĩnh Long",
                                     "Tỉnh Trà Vinh",
                                     "Huyện Thạch Hà",
                                     "Tỉnh Hà Tĩnh",
                                     "Thành phố Hà Tĩnh",
                                     "Thành phố Đà Nẵng",
                                     "Thành phố Hà Nội",
                                     "Thị xã Hà Tiên",
                                     "Tỉnh Bà Rịa - Vũng Tàu",
                                     "Tỉnh Đắk Lắk",
                                     "Huyện Châu Thành",
                                     "Huyện Châu Phú",
                                     "Huyện Ea H'leo",
                                     "Quận Hải Châu",
                                     "Thị xã Tân Châu"};

NameIndex index_of(const std::vector<std::string>& names, Of what = Of::units) {
  NameIndex index(what);
  for (std::size_t i = 0; i < names.size(); ++i) index.add(i, names[i]);
  return index;
}

bool is_named(const Lookup& lookup, std::size_t item) {
  return std::ranges::any_of(lookup.named(), [&](const Candidate& one) { return one.item == item; });
}

std::size_t any_unit() { return *rc::gen::inRange<std::size_t>(0, units.size()); }

RC_GTEST_PROP(NameIndex, FindsAUnitByItsNameWithoutMarksAndWithoutClass, ()) {
  const NameIndex index = index_of(units);
  const std::size_t unit = any_unit();
  RC_ASSERT(index.find(units[unit]).only() == unit);
  RC_ASSERT(is_named(index.find(folded(units[unit])), unit));
  RC_ASSERT(is_named(index.find(without_class(units[unit])), unit));
}

RC_GTEST_PROP(NameIndex, HasAMistypedNameAmongTheFirst, ()) {
  const NameIndex index = index_of(units);
  const std::size_t unit = any_unit();
  std::string text = folded(units[unit]);
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size() - 1);
  const char letter = *rc::gen::elementOf(std::string("abcdeghiklmnopqrstuvxy"));
  switch (*rc::gen::inRange(0, 4)) {
    case 0: text[at] = letter; break;
    case 1: text.insert(at, 1, letter); break;
    case 2: text.erase(at, 1); break;
    default: std::swap(text[at], text[at + 1]); break;
  }
  const Lookup lookup = index.find(text);
  const auto found = std::ranges::find(lookup.candidates, unit, &Candidate::item);
  if (lookup.only()) return;  // it is the name of another unit now
  RC_ASSERT(found != lookup.candidates.end());
  // Before it stand only such as hold the text, or are as near.
  for (auto before = lookup.candidates.begin(); before != found; ++before)
    RC_ASSERT(before->likeness <= Likeness::other_class || before->distance <= found->distance);
}

RC_GTEST_PROP(NameIndex, NeverDecidesBetweenTwoOfOneName, ()) {
  std::vector<std::string> names = units;
  const std::size_t unit = any_unit();
  names.push_back(units[unit]);
  const NameIndex index = index_of(names);
  for (const std::string& text : {units[unit], folded(units[unit]), without_class(units[unit])}) {
    const Lookup lookup = index.find(text);
    RC_ASSERT(!lookup.only());
    RC_ASSERT(is_named(lookup, unit) && is_named(lookup, units.size()));
  }
}

RC_GTEST_PROP(NameIndex, AnswersInAnyOrderOfAdding, ()) {
  std::vector<std::size_t> order(units.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto seed = *rc::gen::inRange<std::size_t>(1, 1000);
  for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[seed * (i + 7) % (i + 1)]);
  NameIndex shuffled(Of::units);
  for (const std::size_t unit : order) shuffled.add(unit, units[unit]);
  const NameIndex index = index_of(units);
  const std::string text = without_class(units[any_unit()]);
  RC_ASSERT(index.find(text).only() == shuffled.find(text).only());
  RC_ASSERT(index.find(text).candidates.size() == shuffled.find(text).candidates.size());
}

/// The same letters, decomposed.
TEST(NameIndex, FindsTheSameInBothNormalizationForms) {
  NameIndex index(Of::units);
  index.add(0, "Hà Nội");
  index.add(1, "Thị xã Hà Tiên");
  EXPECT_EQ(index.find("Ha\u0300 N\u00F4\u0323i").only(), 0U);
  EXPECT_EQ(index.find("Ha\u0300 No\u0323\u0302i").only(), 0U);
  EXPECT_EQ(index.find("Thi\u0323 xa\u0303 Ha\u0300 Tie\u0302n").candidates.front().likeness, Likeness::same);
}

TEST(NameIndex, SaysHowLikeAndHowFarACandidateIs) {
  const NameIndex index = index_of(units);
  const auto first = [&](const char* text) {
    const Lookup lookup = index.find(text);
    EXPECT_FALSE(lookup.candidates.empty()) << text;
    return lookup.candidates.empty() ? Candidate{} : lookup.candidates.front();
  };
  EXPECT_EQ(first("tỉnh bình dương").likeness, Likeness::same);
  EXPECT_EQ(first("TINH BINH DUONG").likeness, Likeness::folded);
  EXPECT_EQ(first("TP.Danang").likeness, Likeness::class_aside);
  EXPECT_EQ(first("Ea Hleo").likeness, Likeness::class_aside);
  EXPECT_EQ(first("TPHCM").likeness, Likeness::initials);
  EXPECT_EQ(first("TP.HCM").item, 2U);
  EXPECT_EQ(first("BRVT").item, 23U);
  EXPECT_EQ(first("vung tau").likeness, Likeness::part);
  EXPECT_EQ(first("Huyện Hải Châu").likeness, Likeness::other_class);
  EXPECT_EQ(first("Bin Duong").likeness, Likeness::misspelt);
  EXPECT_EQ(first("Bin Duong").distance, 1U);
  EXPECT_TRUE(index.find("submarines").candidates.empty());
  EXPECT_TRUE(index.find(" ").candidates.empty());
}

TEST(NameIndex, TellsUnitsOfOneNameApartByTheirClass) {
  const NameIndex index = index_of(units);
  EXPECT_EQ(index.find("H. Kỳ Anh").only(), 8U);
  EXPECT_EQ(index.find("Ky Anh Town").only(), 9U);
  EXPECT_FALSE(index.find("Kỳ Anh").only());
  EXPECT_EQ(index.find("Kỳ Anh").named().size(), 2U);
  EXPECT_EQ(index.find("Ben Tre Province").only(), 0U);
  EXPECT_EQ(index.find("tp ben tre").only(), 1U);
}

TEST(NameIndex, TakesTheClassOfAnItemForANameThatDoesNotSayIt) {
  NameIndex index(Of::units);
  index.add(0, "Thanh Hóa", unit_class::province);
  index.add(1, "Thanh Hóa", unit_class::city);
  EXPECT_EQ(index.find("Tỉnh Thanh Hóa").only(), 0U);
  EXPECT_EQ(index.find("Thanh Hoa City").only(), 1U);
  EXPECT_FALSE(index.find("Thanh Hóa").only());
}

TEST(NameIndex, TakesNoBeginningOfANameForAClass) {
  NameIndex index(Of::units);
  constexpr UnitClasses district = unit_class::rural_district | unit_class::urban_district;
  index.add(0, "Tịnh Biên", district);
  index.add(0, "Tinh Bien", district);
  index.add(1, "Điện Biên", district);
  index.add(2, "Quan Hóa", district);
  index.add(2, "Quan Hoa", district);
  EXPECT_FALSE(index.find("Bien").only()) << "a part of both";
  EXPECT_EQ(index.find("Tinh Bien").only(), 0U);
  EXPECT_EQ(index.find("Quan Hoa").only(), 2U);
  EXPECT_EQ(index.find("Hoa").candidates.front().likeness, Likeness::part) << "not the whole of it";
}

TEST(NameIndex, TakesAPartOfANameOnlyFromTheBeginningOfAWordAndNotOfANumber) {
  NameIndex index(Of::others);
  index.add(0, "Textile and Garment");
  index.add_code(0, "XIV");
  index.add(1, "Quận 10");
  EXPECT_EQ(index.find("textile").only(), 0U);
  EXPECT_EQ(index.find("gar").only(), 0U);
  EXPECT_FALSE(index.find("ile").only());
  EXPECT_FALSE(index.find("XI").only());
  EXPECT_EQ(index.find("xiv").only(), 0U);
  EXPECT_FALSE(index.find("Quận 1").only());
  EXPECT_EQ(index.find("textle").candidates.front().likeness, Likeness::part_misspelt);
}

TEST(NameIndex, FindsWhatLiesInAnotherWithItsPlace) {
  NameIndex index(Of::units);
  index.add(0, "Huyện Châu Thành");
  index.add_with_place(0, "Huyện Châu Thành, Tỉnh Bến Tre");
  index.add(1, "Huyện Châu Thành");
  index.add_with_place(1, "Huyện Châu Thành, Tỉnh Long An");
  EXPECT_EQ(index.find("chau thanh").named().size(), 2U);
  for (const char* text :
       {"Châu Thành, Bến Tre", "H. Chau Thanh, Ben Tre Province", "chau thanh ben tre", "Châu Thành, Bến"})
    EXPECT_EQ(index.find(text).only(), 0U) << text;
  EXPECT_TRUE(index.find("Long An").candidates.empty()) << "that is another unit";
  EXPECT_EQ(index.find("Chau Thanh, Log An").candidates.front().item, 1U);
}

TEST(NameIndex, LeavesOutWhatMayNotBe) {
  const NameIndex index = index_of(units);
  EXPECT_EQ(index.find("Kỳ Anh", [](std::size_t unit) { return unit != 8; }).only(), 9U);
}

}  // namespace
}  // namespace vicinia::core::names
