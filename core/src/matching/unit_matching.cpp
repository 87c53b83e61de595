#include "vicinia/core/matching/unit_matching.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "vicinia/core/admin/unit_classes.h"
#include "vicinia/core/names/spelling.h"

namespace vicinia::core::matching {
namespace {

using admin::UnitIndex;
using names::Likeness;
using names::Marks;

constexpr std::size_t most_suggestions = 5;
/// "Hà Nội - Ha Noi".
constexpr std::array<std::string_view, 5> between_languages{" - ", " – ", "/", "\n", " ("};

RowMatch matched(Certainty certainty, const Suggestion& to) { return {certainty, to.reason, to.unit, {to}}; }

RowMatch asked_among(Reason reason, std::vector<Suggestion> suggestions) {
  return {Certainty::asked, reason, std::nullopt, std::move(suggestions)};
}

std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// The marked words of what is left without the class.
std::string marked_bare_of(const names::FoldedName& name) {
  const auto whole = split_at_blanks(name.whole), bare = split_at_blanks(name.bare),
             marked = split_at_blanks(name.marked);
  const auto at = std::ranges::search(whole, bare).begin();
  if (at == whole.end() || marked.size() != whole.size()) {
    // "Q12": the class is written on to the name.
    return name.bare;
  }
  std::string text;
  for (std::size_t i = 0; i < bare.size(); ++i)
    (text += i == 0 ? "" : " ") += marked[static_cast<std::size_t>(at - whole.begin()) + i];
  return text;
}

std::string joined_letters(std::string text) {
  std::erase(text, ' ');
  return text;
}

/// Under which a name is found: as its words are spelt, and written as one word.
std::set<std::string> keys_of(const std::string& whole, const std::string& bare) {
  return {names::spelling_key(whole), names::spelling_key(bare), joined_letters(whole), joined_letters(bare)};
}

bool are_spelt_alike(const std::string& a, const std::string& b) {
  return names::spelling_key(a) == names::spelling_key(b) || joined_letters(a) == joined_letters(b);
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

/// "1" of "01" and of "001"; a code with letters as it is.
std::string without_zeros(std::string_view code) {
  if (code.empty() || code.find_first_not_of("0123456789") != std::string_view::npos)
    return std::string(code);
  const std::size_t first = code.find_first_not_of('0');
  return std::string(first == std::string_view::npos ? "0" : code.substr(first));
}

/// "01.0" of a sheet that keeps codes as numbers.
std::string plain_code(std::string_view code) {
  std::string plain = names::plain_text(code);
  if (plain.size() > 2 && plain.ends_with(".0") && plain.find_first_not_of("0123456789") == plain.size() - 2)
    plain.resize(plain.size() - 2);
  return plain;
}

std::string key_of(std::string_view code, std::string_view name, std::string_view parent) {
  constexpr char between = '\x1f';
  return names::plain_text(code) + between + names::plain_text(name) + between + names::plain_text(parent);
}

bool share_one(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  if (a.empty() || b.empty()) return true;  // nothing is known of them
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

}  // namespace

std::string_view name_of(Reason reason) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(Reason::nothing_like_it) + 1> names{
      "decided",     "same_code",      "code_without_zeros", "same_name",     "other_spelling",
      "class_aside", "spelling_rule",  "old_name",           "initials",      "part_of_name",
      "other_marks", "other_class",    "other_parent",       "letters_off",   "code_contradicts",
      "code_only",   "one_of_several", "others_have_a_row",  "claimed_twice", "nothing_like_it"};
  return names[static_cast<std::size_t>(reason)];
}

std::size_t Matching::count(Certainty certainty) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(rows, [&](const RowMatch& row) { return row.certainty == certainty; }));
}

struct UnitNames::Asked {
  std::string text;
  names::FoldedName name;
  std::string marked_bare;
  explicit Asked(std::string from)
      : text(std::move(from)), name(names::take_apart(text)), marked_bare(marked_bare_of(name)) {}
};

/// Where the unit of a row may lie.
struct UnitNames::Scope {
  const UnitNames& names;
  std::vector<UnitIndex> parents{};  ///< empty: anywhere
  [[nodiscard]] bool has(std::size_t item) const {
    return parents.empty() || names.lies_in(names.units_[item], parents);
  }
};

UnitNames::UnitNames(const admin::Frame& frame, admin::Level level, std::span<const OtherName> others)
    : frame_(&frame), level_(level) {
  std::unordered_map<std::string, std::size_t> item_of;
  for (const UnitIndex unit : frame.at_level(level)) {
    const std::size_t item = units_.size();
    units_.push_back(unit);
    item_of.emplace(frame[unit].code, item);
    const auto stated = admin::stated_classes(frame[unit]);
    classes_.push_back(stated != names::unit_class::none ? stated
                                                         : admin::usual_classes(frame.level_of(unit)));
    add_name(item, frame[unit].name_vi, false);
    if (frame[unit].name_en != frame[unit].name_vi) add_name(item, frame[unit].name_en, false);
    by_number_[without_zeros(frame[unit].code)].push_back(item);
  }
  for (const OtherName& other : others)
    if (const auto at = item_of.find(other.unit); at != item_of.end()) add_name(at->second, other.name, true);
  for (UnitIndex unit = 0; unit < frame.size(); ++unit) {
    if (frame[unit].level >= level) continue;
    const auto classes = admin::usual_classes(frame.level_of(unit));
    parents_.add_code(parent_units_.size(), frame[unit].code);
    parents_.add(parent_units_.size(), frame[unit].name_vi, classes);
    parents_.add(parent_units_.size(), frame[unit].name_en, classes);
    for (const OtherName& other : others)
      if (other.unit == frame[unit].code) parents_.add(parent_units_.size(), other.name, classes);
    parent_units_.push_back(unit);
  }
}

void UnitNames::add_name(std::size_t item, const std::string& name, bool is_other) {
  KnownName known{.item = item, .name = names::take_apart(name), .marked_bare = {}, .is_other = is_other};
  if (known.name.whole.empty()) return;
  // "Quan Hóa" is no quận, whatever a text without marks says.
  if ((known.name.classes & classes_[item]) == 0) {
    known.name.bare = known.name.whole;
    known.name.classes = names::unit_class::none;
  }
  known.marked_bare = marked_bare_of(known.name);
  for (const std::string& key : keys_of(known.name.whole, known.name.bare))
    by_spelling_[key].push_back(known_.size());
  known_.push_back(std::move(known));
  index_.add(item, name, classes_[item]);
}

bool UnitNames::is_name(std::string_view text) const {
  const Scope anywhere{*this};
  const auto is_equal = [&](std::string_view part) {
    const Asked asked{std::string(part)};
    return !asked.name.whole.empty() && by_equal_name(asked, anywhere).has_value();
  };
  if (is_equal(text)) return true;
  for (const std::string_view between : between_languages)
    for (std::size_t at = text.find(between); at != std::string_view::npos; at = text.find(between, at + 1))
      if (is_equal(text.substr(0, at))) return true;
  return false;
}

bool UnitNames::is_code(std::string_view text) const { return by_code(std::string(text)).has_value(); }

bool UnitNames::lies_in(UnitIndex unit, std::span<const UnitIndex> parents) const {
  const admin::Unit& one = (*frame_)[unit];
  for (const UnitIndex parent : parents) {
    if (frame_->ancestor(unit, (*frame_)[parent].level) == parent) return true;
    if (!one.survey_parent_code.empty() && one.survey_parent_code == (*frame_)[parent].code) return true;
  }
  return false;
}

std::vector<UnitIndex> UnitNames::parents_named(const std::string& text) const {
  const auto lookup = parents_.find(text);
  std::vector<UnitIndex> parents;
  for (const names::Candidate& one : lookup.named()) parents.push_back(parent_units_[one.item]);
  // One letter off, and none other is as near.
  if (parents.empty() && !lookup.candidates.empty() &&
      lookup.candidates.front().likeness <= Likeness::misspelt &&
      (lookup.candidates.size() == 1 ||
       std::tie(lookup.candidates[0].likeness, lookup.candidates[0].distance) <
           std::tie(lookup.candidates[1].likeness, lookup.candidates[1].distance)))
    parents.push_back(parent_units_[lookup.candidates.front().item]);
  return parents;
}

/// All whose name is the same but for the ways of writing it: certain where one is left that nothing speaks against.
std::optional<RowMatch> UnitNames::by_equal_name(const Asked& asked, const Scope& scope) const {
  struct Equal {
    Suggestion suggestion;
    bool has_class, has_marks;  ///< neither is another one than the unit's
    Marks marks;
  };
  std::map<std::size_t, Equal> best;  // [item]
  const auto note = [&](const KnownName& known, bool of_whole) {
    const std::string& text = of_whole ? asked.name.marked : asked.marked_bare;
    const bool is_whole = of_whole && are_spelt_alike(known.name.whole, asked.name.whole);
    const std::string& name = is_whole ? known.name.marked : known.marked_bare;
    const bool says_class = asked.name.classes != names::unit_class::none;
    const bool has_class =
        is_whole || !says_class || of_whole || (asked.name.classes & classes_[known.item]) != 0;
    // A name that is known without marks cannot contradict any.
    const Marks marks =
        !known.name.has_marks && asked.name.has_marks ? Marks::fewer : names::compare_marks(text, name);
    Reason reason = Reason::same_name;
    if (known.is_other)
      reason = Reason::old_name;
    else if (!has_class)
      reason = Reason::other_class;
    else if (marks == Marks::contradict)
      reason = Reason::other_marks;
    else if (joined_letters(names::folded(name)) != joined_letters(names::folded(text)))
      reason = Reason::spelling_rule;
    else if (!is_whole)
      reason = Reason::class_aside;
    else if (marks == Marks::fewer)
      reason = Reason::other_spelling;
    const Equal equal{{units_[known.item], reason}, has_class, marks != Marks::contradict, marks};
    const auto rank = [](const Equal& one) {
      return std::tuple(!one.has_class, !one.has_marks, one.marks, one.suggestion.reason);
    };
    const auto [at, is_new] = best.try_emplace(known.item, equal);
    // What a name with marks says of them counts more than one without.
    const bool was_unmarked = at->second.marks == Marks::fewer && asked.name.has_marks &&
                              known.name.has_marks && marks == Marks::contradict && !known.is_other;
    if (!is_new &&
        (was_unmarked || (rank(equal) < rank(at->second) && at->second.marks != Marks::contradict) ||
         (marks == Marks::same && at->second.marks == Marks::contradict)))
      at->second = equal;
  };
  const auto note_all = [&](const std::string& folded, bool of_whole) {
    if (folded.empty()) return;
    for (const std::string& key : keys_of(folded, folded))
      if (const auto found = by_spelling_.find(key); found != by_spelling_.end())
        for (const std::size_t known : found->second)
          if (scope.has(known_[known].item)) note(known_[known], of_whole);
  };
  note_all(asked.name.whole, true);
  if (asked.name.bare != asked.name.whole) note_all(asked.name.bare, false);
  if (best.empty()) return std::nullopt;

  std::vector<Equal> equals;
  for (const auto& [item, equal] : best) equals.push_back(equal);
  std::ranges::stable_sort(equals, {}, [](const Equal& one) {
    return std::tuple(!one.has_class || !one.has_marks, one.marks == Marks::same ? 0 : 1);
  });
  const auto is_sure = [](const Equal& one) { return one.has_class && one.has_marks; };
  const auto sure = static_cast<std::size_t>(std::ranges::count_if(equals, is_sure));
  const bool first_alone =
      equals.size() == 1 ||
      (sure >= 1 && (sure == 1 || (equals[0].marks == Marks::same && equals[1].marks != Marks::same)));
  std::vector<Suggestion> suggestions;
  for (const Equal& one : equals) suggestions.push_back(one.suggestion);
  if (!first_alone) return asked_among(Reason::one_of_several, std::move(suggestions));
  RowMatch match = matched(is_sure(equals[0]) ? Certainty::certain : Certainty::likely, equals[0].suggestion);
  match.suggestions = std::move(suggestions);
  return match;
}

/// By initials, a part of the name, or with letters that are others.
RowMatch UnitNames::by_like_name(const Asked& asked, const Scope& scope) const {
  const auto lookup = index_.find(asked.text, [&](std::size_t item) { return scope.has(item); });
  const std::string digits = digits_of(asked.name.bare);
  std::vector<Suggestion> suggestions;
  std::vector<names::Candidate> candidates;
  for (const names::Candidate& one : lookup.candidates) {
    if (digits_of(names::folded((*frame_)[units_[one.item]].name_vi)) != digits)
      continue;  // "Quận 13" is not "Quận 12"
    const Reason reason = one.likeness == Likeness::initials ? Reason::initials
                          : one.likeness == Likeness::part   ? Reason::part_of_name
                                                             : Reason::letters_off;
    candidates.push_back(one);
    suggestions.push_back({units_[one.item], reason, reason == Reason::letters_off ? one.distance : 0});
  }
  if (candidates.empty()) return {};
  const names::Candidate& first = candidates.front();
  const bool is_alone = candidates.size() == 1 || candidates[1].likeness > first.likeness ||
                        (first.likeness == Likeness::misspelt && candidates[1].distance > first.distance);
  if (!is_alone) return asked_among(Reason::one_of_several, std::move(suggestions));
  if (first.likeness == Likeness::initials) return matched(Certainty::certain, suggestions.front());
  if (first.likeness == Likeness::part) return matched(Certainty::likely, suggestions.front());
  // How many letters may be others: within a stated parent more, for fewer names are there.
  constexpr std::size_t short_name = 5, long_name = 8;
  const std::size_t letters = asked.name.bare.size();
  const bool is_near = first.likeness == Likeness::misspelt &&
                       ((first.distance == 1 && letters >= short_name) ||
                        (first.distance == 2 && letters >= long_name && !scope.parents.empty()));
  if (is_near) return matched(Certainty::likely, suggestions.front());
  return asked_among(Reason::letters_off, std::move(suggestions));
}

RowMatch UnitNames::by_name_in(const std::string& name, const Scope& scope) const {
  const Asked asked(name);
  if (asked.name.whole.empty()) return {};
  if (auto equal = by_equal_name(asked, scope)) return *std::move(equal);
  // "Hà Nội - Ha Noi", "Hà Nội/Hanoi": both say the same unit. A name may have a dash of its own.
  std::optional<RowMatch> first_alone;
  for (const std::string_view between : between_languages)
    for (std::size_t at = name.find(between); at != std::string::npos; at = name.find(between, at + 1)) {
      const auto first = by_equal_name(Asked(name.substr(0, at)), scope),
                 second = by_equal_name(Asked(name.substr(at + between.size())), scope);
      if (!first || !first->unit) continue;
      const auto may_be_first = [&](const Suggestion& one) { return one.unit == *first->unit; };
      if (second && std::ranges::any_of(second->suggestions, may_be_first)) return *first;
      // "Gia Lâm/Bát Tràng": nobody knows the other one.
      if (!second && !first_alone)
        first_alone = matched(Certainty::likely, {*first->unit, Reason::part_of_name});
    }
  if (first_alone) return *std::move(first_alone);
  return by_like_name(asked, scope);
}

RowMatch UnitNames::by_name(const RowName& row) const {
  std::string name = row.name, parent = row.parent;
  // "Châu Thành, Bến Tre": what it lies in stands behind a comma.
  if (const std::size_t comma = name.find(','); comma != std::string::npos && !parent_units_.empty()) {
    if (parent.empty()) parent = name.substr(comma + 1);
    name.resize(comma);
  }
  if (names::folded(parent).empty() || parent_units_.empty()) return by_name_in(name, {*this});
  const auto parents = parents_named(parent);
  if (parents.empty()) {
    RowMatch anywhere = by_name_in(name, {*this});
    if (anywhere.certainty == Certainty::certain) anywhere.certainty = Certainty::likely;
    return anywhere;
  }
  RowMatch within = by_name_in(name, {*this, parents});
  if (within.certainty == Certainty::certain) return within;
  if (within.certainty != Certainty::unmatched && within.reason != Reason::letters_off &&
      within.reason != Reason::part_of_name)
    return within;
  // Nothing there has the name: it may have been counted elsewhere.
  const Asked asked(name);
  if (const auto elsewhere = by_equal_name(asked, {*this});
      elsewhere && elsewhere->certainty == Certainty::certain) {
    const Suggestion there{*elsewhere->unit, Reason::other_parent};
    if (within.certainty == Certainty::unmatched) return matched(Certainty::likely, there);
    within.suggestions.push_back(there);
    return asked_among(Reason::one_of_several, std::move(within.suggestions));
  }
  return within;
}

std::optional<Suggestion> UnitNames::by_code(const std::string& code) const {
  if (const auto unit = frame_->find(code); unit && (*frame_)[*unit].level == level_)
    return Suggestion{*unit, Reason::same_code};
  if (const auto found = by_number_.find(without_zeros(code));
      found != by_number_.end() && found->second.size() == 1)
    return Suggestion{units_[found->second.front()], Reason::code_without_zeros};
  return std::nullopt;
}

RowMatch UnitNames::by_code_and_name(const RowName& row, const std::optional<Suggestion>& of_code,
                                     bool are_zeros_lost) const {
  const bool has_name = !names::folded(row.name).empty();
  if (!has_name) {
    if (!of_code) return {};
    const bool is_sure = of_code->reason == Reason::same_code || are_zeros_lost;
    return matched(is_sure ? Certainty::certain : Certainty::likely, *of_code);
  }
  RowMatch of_name = by_name(row);
  if (!of_code) return of_name;
  const bool agrees = std::ranges::any_of(of_name.suggestions,
                                          [&](const Suggestion& one) { return one.unit == of_code->unit; });
  if (agrees) return matched(Certainty::certain, *of_code);
  if (of_name.suggestions.empty()) return matched(Certainty::likely, {of_code->unit, Reason::code_only});
  of_name.suggestions.insert(of_name.suggestions.begin(), *of_code);
  return asked_among(Reason::code_contradicts, std::move(of_name.suggestions));
}

/// What rows say of each other.
class UnitNames::Settling {
 public:
  Settling(std::span<const RowName> rows, std::vector<RowMatch>& matches) : rows_(rows), matches_(matches) {}

  /// Two rows cannot be one unit at once: the better one is it; of equals, neither.
  void settle_claims() {
    std::map<UnitIndex, std::vector<std::size_t>> claims;
    for (std::size_t row = 0; row < matches_.size(); ++row)
      if (matches_[row].unit) claims[*matches_[row].unit].push_back(row);
    for (const auto& [unit, rows] : claims) {
      std::vector<std::size_t> lost;
      for (const std::size_t row : rows)
        if (std::ranges::any_of(rows, [&](std::size_t other) {
              return other != row && share_one(rows_[row].beside, rows_[other].beside) &&
                     strength(other) <= strength(row);
            }))
          lost.push_back(row);
      for (const std::size_t row : lost)
        if (matches_[row].reason != Reason::decided)
          matches_[row] = asked_among(Reason::claimed_twice, std::move(matches_[row].suggestions));
    }
  }

  /// Of several that a row may be, the one that no other row is.
  void settle_by_elimination() {
    std::map<UnitIndex, std::vector<std::size_t>> taken_by;
    for (std::size_t row = 0; row < matches_.size(); ++row)
      if (matches_[row].certainty == Certainty::certain && matches_[row].unit)
        taken_by[*matches_[row].unit].push_back(row);
    std::vector<std::pair<std::size_t, Suggestion>> left;
    for (std::size_t row = 0; row < matches_.size(); ++row) {
      const RowMatch& match = matches_[row];
      if (match.certainty != Certainty::asked || match.reason != Reason::one_of_several) continue;
      std::vector<Suggestion> free;
      for (const Suggestion& one : match.suggestions) {
        const auto taken = taken_by.find(one.unit);
        if (taken == taken_by.end() || std::ranges::none_of(taken->second, [&](std::size_t other) {
              return share_one(rows_[row].beside, rows_[other].beside);
            }))
          free.push_back(one);
      }
      if (free.size() == 1) left.emplace_back(row, free.front());
    }
    // Nobody else asks for it.
    for (const auto& [row, one] : left) {
      const bool is_wanted = std::ranges::any_of(left, [&, at = row, unit = one.unit](const auto& other) {
        return other.first != at && other.second.unit == unit;
      });
      if (is_wanted) continue;
      auto suggestions = std::move(matches_[row].suggestions);
      matches_[row] = matched(Certainty::likely, {one.unit, Reason::others_have_a_row, one.letters});
      for (const Suggestion& other : suggestions)
        if (other.unit != one.unit) matches_[row].suggestions.push_back(other);
    }
  }

 private:
  /// Less is stronger.
  [[nodiscard]] std::tuple<bool, Certainty, int> strength(std::size_t row) const {
    const RowMatch& match = matches_[row];
    const bool is_code = match.reason == Reason::same_code || match.reason == Reason::same_name;
    return {match.reason != Reason::decided, match.certainty, is_code ? 0 : 1};
  }

  std::span<const RowName> rows_;
  std::vector<RowMatch>& matches_;
};

Matching UnitNames::match(std::span<const RowName> rows, std::span<const Decision> decisions) const {
  Matching matching{.level = level_};
  std::vector<std::optional<Suggestion>> of_codes(rows.size());
  std::size_t with_code = 0, known = 0, judged = 0, contradicted = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::string code = plain_code(rows[row].code);
    if (code.empty()) continue;
    ++with_code;
    of_codes[row] = by_code(code);
    if (!of_codes[row]) continue;
    ++known;
    if (names::folded(rows[row].name).empty()) continue;
    const RowMatch of_name = by_name(rows[row]);
    if (of_name.suggestions.empty()) continue;
    ++judged;
    if (std::ranges::none_of(of_name.suggestions,
                             [&](const Suggestion& one) { return one.unit == of_codes[row]->unit; }))
      ++contradicted;
  }
  // Running numbers look like codes: the names tell.
  matching.are_codes_ignored = judged >= 2 && contradicted * 2 > judged;
  constexpr std::size_t tenths = 9;
  const bool are_zeros_lost = known * 10 >= with_code * tenths;
  std::unordered_map<std::string, const Decision*> decided;
  for (const Decision& one : decisions) decided[key_of(one.code, one.name, one.parent)] = &one;

  for (std::size_t row = 0; row < rows.size(); ++row) {
    const RowName& one = rows[row];
    if (const auto found = decided.find(key_of(one.code, one.name, one.parent)); found != decided.end()) {
      const auto unit = frame_->find(found->second->unit);
      if (found->second->unit.empty()) {
        matching.rows.push_back({.certainty = Certainty::certain, .reason = Reason::decided});
        continue;
      }
      if (unit) {
        matching.rows.push_back(matched(Certainty::certain, {*unit, Reason::decided}));
        continue;
      }
    }
    matching.rows.push_back(
        by_code_and_name(one, matching.are_codes_ignored ? std::nullopt : of_codes[row], are_zeros_lost));
  }
  Settling settling(rows, matching.rows);
  settling.settle_claims();
  settling.settle_by_elimination();

  std::vector<bool> has_row(frame_->size(), false);
  for (RowMatch& match : matching.rows) {
    if (match.suggestions.size() > most_suggestions) match.suggestions.resize(most_suggestions);
    if (match.unit) has_row[*match.unit] = true;
  }
  for (const UnitIndex unit : units_)
    if (!has_row[unit]) matching.without_row.push_back(unit);
  return matching;
}

Matching match_units(const admin::Frame& frame, std::span<const RowName> rows,
                     std::span<const Decision> decisions, std::span<const OtherName> others) {
  std::optional<Matching> best;
  const bool has_parents = std::ranges::any_of(rows, [](const RowName& row) { return !row.parent.empty(); });
  const std::vector<admin::Level> levels = frame.levels().all();
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    if (frame.at_level(*level).empty()) continue;
    Matching matching = UnitNames(frame, *level, others).match(rows, decisions);
    const std::size_t certain = matching.count(Certainty::certain),
                      before = best ? best->count(Certainty::certain) : 0;
    // "Bắc Ninh", "Hưng Yên" and "Phú Thọ" alone are provinces, though each has a town of its name.
    if (!best || certain > before || (certain == before && certain > 0 && !has_parents))
      best = std::move(matching);
  }
  return best ? *std::move(best) : Matching{.rows = std::vector<RowMatch>(rows.size())};
}

}  // namespace vicinia::core::matching
