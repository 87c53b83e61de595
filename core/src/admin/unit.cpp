#include "vicinia/core/admin/unit.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "vicinia/core/names/folding.h"

namespace vicinia::core::admin {
namespace {

/// A unit's texts in one language; those that are not there are taken from the other.
struct InOneLanguage {
  const std::string &name, &kind;
  bool kind_goes_before;
};

InOneLanguage in_vietnamese(const Unit& unit) {
  return {unit.name_vi.empty() ? unit.name_en : unit.name_vi,
          unit.kind_vi.empty() ? unit.kind_en : unit.kind_vi, !unit.kind_vi.empty()};
}

InOneLanguage in_english(const Unit& unit) {
  return {unit.name_en.empty() ? unit.name_vi : unit.name_en,
          unit.kind_en.empty() ? unit.kind_vi : unit.kind_en, unit.kind_en.empty()};
}

std::string small_kind(const InOneLanguage& unit) {
  if (unit.kind.empty()) return {};
  if (const auto known = names::stated_class(unit.kind))
    if (const std::string& words = unit.kind_goes_before ? known->words.vi : known->words.en; !words.empty())
      return words;
  return names::lower_case(unit.kind);
}

/// The name without the kind that it says.
std::string cut_kind(const InOneLanguage& unit, const std::string& kind) {
  if (kind.empty()) return unit.name;
  const auto blanks = std::ranges::count(kind, ' ');
  std::size_t at = unit.kind_goes_before ? 0 : unit.name.size();
  for (std::ptrdiff_t i = 0; i <= blanks; ++i) {
    at = unit.kind_goes_before ? unit.name.find(' ', i == 0 ? 0 : at + 1)
         : at == 0             ? std::string::npos
                               : unit.name.rfind(' ', at - 1);
    if (at == std::string::npos) return unit.name;
  }
  std::string before = unit.name.substr(0, at), behind = unit.name.substr(at + 1);
  const std::string &said = unit.kind_goes_before ? before : behind,
                    &rest = unit.kind_goes_before ? behind : before;
  return names::lower_case(said) == kind ? rest : unit.name;
}

/// A number alone is no name: "Quận 1".
std::string without_kind(const InOneLanguage& unit, const std::string& kind) {
  std::string rest = cut_kind(unit, kind);
  return rest.find_first_not_of("0123456789") == std::string::npos ? unit.name : rest;
}

std::string with_kind(const InOneLanguage& unit, const std::string& kind) {
  if (kind.empty()) return unit.name;
  const std::string bare = cut_kind(unit, kind);
  return unit.kind_goes_before ? kind + " " + bare : bare + " " + kind;
}

/// What one language says of the kind, said in the other.
void complete_kind(Unit& unit) {
  if (unit.kind_vi.empty() == unit.kind_en.empty()) return;
  const auto known = names::stated_class(unit.kind_vi.empty() ? unit.kind_en : unit.kind_vi);
  if (!known) return;
  // A column of kinds may be in either language.
  if (known->is_english && unit.kind_en.empty()) std::swap(unit.kind_vi, unit.kind_en);
  std::string& missing = unit.kind_vi.empty() ? unit.kind_vi : unit.kind_en;
  missing = unit.kind_vi.empty() ? known->words.vi : known->words.en;
}

}  // namespace

BilingualText kind_words(const Unit& unit) {
  return {small_kind(in_vietnamese(unit)), small_kind(in_english(unit))};
}

BilingualText name_with_kind(const Unit& unit) {
  const InOneLanguage vi = in_vietnamese(unit), en = in_english(unit);
  return {with_kind(vi, small_kind(vi)), with_kind(en, small_kind(en))};
}

Result<Frame> Frame::from_units(std::vector<Unit> units) {
  std::uint8_t finest = 0;
  for (const Unit& unit : units) finest = std::max(finest, unit.level.rank);
  return from_units(std::move(units), Levels::numbered(std::min<std::size_t>(finest + 1U, Levels::most)));
}

Result<Frame> Frame::from_units(std::vector<Unit> units, Levels levels) {
  Frame frame;
  frame.units_ = std::move(units);
  frame.levels_ = std::move(levels);
  frame.by_code_.reserve(frame.units_.size());
  for (UnitIndex i = 0; i < frame.units_.size(); ++i) {
    const Unit& unit = frame.units_[i];
    if (unit.code.empty())
      return fail({.code = ErrorCode::missing_code, .subject = {.row = i + 1}, .detail = unit.name_vi});
    const auto [at, is_new] = frame.by_code_.try_emplace(unit.code, i);
    if (!is_new)
      return fail({.code = ErrorCode::duplicate_unit,
                   .subject = {.row = i + 1, .id = unit.code},
                   .detail = std::to_string(at->second + 1)});
    if (!frame.levels_.has(unit.level))
      return fail(
          {.code = ErrorCode::invalid_argument,
           .subject = {.row = i + 1, .field = "level", .id = unit.code},
           .detail = std::to_string(unit.level.rank + 1) + " of " + std::to_string(frame.levels_.size())});
  }
  for (UnitIndex i = 0; i < frame.units_.size(); ++i) {
    const Unit& unit = frame.units_[i];
    if (unit.parent_code.empty()) continue;
    const auto parent = frame.find(unit.parent_code);
    if (!parent || !(frame.units_[*parent].level < unit.level))
      return fail({.code = ErrorCode::unknown_parent,
                   .subject = {.row = i + 1, .id = unit.code},
                   .detail = unit.parent_code});
  }
  frame.name_units();
  return frame;
}

void Frame::name_units() {
  called_.resize(units_.size());
  bare_.resize(units_.size());
  has_namesake_.assign(units_.size(), false);
  for (Unit& unit : units_) complete_kind(unit);
  const std::array<std::pair<InOneLanguage (*)(const Unit&), std::string BilingualText::*>, 2> languages{
      {{in_vietnamese, &BilingualText::vi}, {in_english, &BilingualText::en}}};
  for (const auto& [in_language, text] : languages) {
    std::map<std::pair<std::string, bool>, std::string> small;  // there are few kinds of many units
    std::vector<const std::string*> kinds;
    std::unordered_map<std::string, std::size_t> with_name;
    std::map<std::pair<std::string, std::string>, std::vector<UnitIndex>> in_parent;
    for (UnitIndex i = 0; i < units_.size(); ++i) {
      const InOneLanguage unit = in_language(units_[i]);
      const auto [kind, is_new] = small.try_emplace({unit.kind, unit.kind_goes_before});
      if (is_new) kind->second = small_kind(unit);
      kinds.push_back(&kind->second);
      bare_[i].*text = without_kind(unit, kind->second);
      ++with_name[bare_[i].*text];
      in_parent[{units_[i].parent_code, bare_[i].*text}].push_back(i);
    }
    for (UnitIndex i = 0; i < units_.size(); ++i) {
      const InOneLanguage unit = in_language(units_[i]);
      const std::string& bare = bare_[i].*text;
      called_[i].*text = unit.name;
      if (with_name[bare] < 2) continue;
      has_namesake_[i] = true;
      const std::vector<UnitIndex>& siblings = in_parent[{units_[i].parent_code, bare}];
      const auto above = parent(i);
      if (siblings.size() < 2 && !(above && bare_[*above].*text == bare)) continue;
      // Beside a "Cao Lãnh" that is a thành phố too, "Thành phố Cao Lãnh" stays as it is.
      const bool says_kind = unit.name != bare;
      if (says_kind && std::ranges::any_of(siblings, [&](UnitIndex other) {
            return *kinds[other] == *kinds[i] && in_language(units_[other]).name != unit.name;
          }))
        continue;
      called_[i].*text = with_kind(unit, *kinds[i]);
    }
  }
}

std::optional<UnitIndex> Frame::find(std::string_view code) const {
  const auto at = by_code_.find(std::string(code));
  if (at == by_code_.end()) return std::nullopt;
  return at->second;
}

std::optional<UnitIndex> Frame::parent(UnitIndex unit) const {
  const std::string& code = units_[unit].parent_code;
  return code.empty() ? std::nullopt : find(code);
}

std::vector<UnitIndex> Frame::at_level(Level level) const {
  std::vector<UnitIndex> found;
  for (UnitIndex i = 0; i < units_.size(); ++i)
    if (units_[i].level == level) found.push_back(i);
  return found;
}

Level Frame::finest_with_units() const {
  Level finest;
  for (const Unit& unit : units_) finest = std::max(finest, unit.level);
  return finest;
}

std::vector<UnitIndex> Frame::within(UnitIndex whole) const {
  // From coarse to fine, so that a parent is known before its parts are asked.
  std::vector<bool> is_in(units_.size(), false);
  is_in[whole] = true;
  for (const Level level : levels_.all()) {
    if (!(units_[whole].level < level)) continue;
    for (UnitIndex i = 0; i < units_.size(); ++i) {
      if (units_[i].level != level) continue;
      for (const std::string* code : {&units_[i].parent_code, &units_[i].survey_parent_code})
        if (const auto parent = code->empty() ? std::nullopt : find(*code); parent && is_in[*parent])
          is_in[i] = true;
    }
  }
  std::vector<UnitIndex> found;
  for (UnitIndex i = 0; i < units_.size(); ++i)
    if (is_in[i] && i != whole) found.push_back(i);
  return found;
}

std::vector<UnitIndex> Frame::within(UnitIndex whole, Level level) const {
  std::vector<UnitIndex> units = within(whole);
  std::erase_if(units, [&](UnitIndex unit) { return units_[unit].level != level; });
  return units;
}

std::optional<UnitIndex> Frame::ancestor(UnitIndex unit, Level level) const {
  std::optional<UnitIndex> at = unit;
  while (at && level < units_[*at].level) at = parent(*at);
  return at && units_[*at].level == level ? at : std::nullopt;
}

}  // namespace vicinia::core::admin
