#include "vicinia/core/names/name_index.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace vicinia::core::names {
namespace {

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

bool can_be_one_class(UnitClasses a, UnitClasses b) {
  return a == unit_class::none || b == unit_class::none || (a & b) != 0;
}

/// "hcm" of "ho chi minh"; of one or two words they would mean too much.
std::string initials_of(std::string_view name) {
  constexpr std::size_t least = 3;
  std::string initials;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (i == 0 || name[i - 1] == ' ') initials += name[i];
  return initials.size() < least ? std::string() : initials;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// From the beginning of a word, to the end of one or within it, but not within a number: "1" is no part of "quan 10".
bool is_part(std::string_view part, std::string_view name) {
  if (part.empty()) return false;
  for (std::size_t at = name.find(part); at != std::string_view::npos; at = name.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    const bool cuts_number = end < name.size() && is_digit(part.back()) && is_digit(name[end]);
    if ((at == 0 || name[at - 1] == ' ') && !cuts_number) return true;
  }
  return false;
}

/// How many letters may be wrong in a text for it to be taken for a misspelling.
std::size_t most_wrong_letters(std::size_t length) { return length <= 4 ? 1 : length <= 9 ? 2 : 3; }

/// Letters between a text and the words of a name that are most like it, as many as it has itself; over `most`: none.
std::size_t letters_from_part(std::string_view text, std::string_view name, std::size_t most) {
  const auto words = std::ranges::count(text, ' ') + 1;
  std::vector<std::size_t> starts{0}, ends;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (name[i] == ' ') {
      ends.push_back(i);
      starts.push_back(i + 1);
    }
  ends.push_back(name.size());
  std::size_t least = most + 1;
  for (std::size_t first = 0; first + static_cast<std::size_t>(words) <= starts.size(); ++first) {
    const std::size_t last = first + static_cast<std::size_t>(words) - 1;
    const std::string_view window = name.substr(starts[first], ends[last] - starts[first]);
    const std::size_t unlike =
        window.size() > text.size() ? window.size() - text.size() : text.size() - window.size();
    if (unlike < least) least = std::min(least, letters_apart(text, window));
  }
  return least;
}

}  // namespace

std::span<const Candidate> Lookup::named() const {
  if (candidates.empty() || candidates.front().likeness > last_that_names) return {};
  const auto end = std::ranges::find_if(
      candidates, [&](const Candidate& one) { return one.likeness != candidates.front().likeness; });
  return {candidates.begin(), end};
}

std::optional<std::size_t> Lookup::only() const {
  const auto all = named();
  return all.size() == 1 ? std::optional(all.front().item) : std::nullopt;
}

struct NameIndex::Asked {
  FoldedName name;
  std::string plain{}, joined{}, bare_joined{};
  std::string initials{};  ///< what may be initials: one word, without a class before or in it
  UnitClasses class_of_initials = unit_class::none;
  bool has_comma = false;
};

void NameIndex::add(std::size_t item, std::string_view name, UnitClasses classes) {
  add_entry(item, name, Kind::name, classes);
}

void NameIndex::add_code(std::size_t item, std::string_view code) {
  add_entry(item, code, Kind::code, unit_class::none);
}

void NameIndex::add_with_place(std::size_t item, std::string_view name, UnitClasses classes) {
  add_entry(item, name, Kind::with_place, classes);
}

FoldedName NameIndex::parsed(std::string_view name) const {
  FoldedName parts = take_apart(name);
  if (what_ == Of::others) {
    parts.bare = parts.whole;
    parts.classes = unit_class::none;
  }
  return parts;
}

void NameIndex::add_entry(std::size_t item, std::string_view name, Kind kind, UnitClasses classes) {
  Entry entry{.item = item, .kind = kind, .name = parsed(name), .plain = plain_text(name)};
  if (entry.name.whole.empty() && kind != Kind::code) return;
  // "Tinh Bien" is no province: its name begins with what looks like a class. Neither is "Quan Hoa", which is "Quan Hóa" elsewhere.
  const bool is_of_name =
      (entry.name.classes != unit_class::none && !can_be_one_class(entry.name.classes, classes)) ||
      std::any_of(entries_.rbegin(), entries_.rend(), [&](const Entry& other) {
        return other.item == item && other.name.has_marks && other.name.bare == entry.name.whole;
      });
  if (is_of_name) entry.name.bare = entry.name.whole;
  if (is_of_name || entry.name.classes == unit_class::none) entry.name.classes = classes;
  entry.joined = without_blanks(entry.name.whole);
  entry.bare_joined = without_blanks(entry.name.bare);
  if (kind == Kind::name) entry.initials = initials_of(entry.name.bare);
  by_key_[entry.joined].push_back(entries_.size());
  if (entry.bare_joined != entry.joined) by_key_[entry.bare_joined].push_back(entries_.size());
  entries_.push_back(std::move(entry));
}

std::optional<Candidate> NameIndex::equal(const Asked& asked, const Entry& entry) {
  using enum Likeness;
  const auto as = [&](Likeness likeness) { return Candidate{entry.item, likeness}; };
  if (entry.kind == Kind::code) {
    if (entry.plain == asked.plain) return as(same);
    return entry.name.whole == asked.name.whole ? std::optional(as(folded)) : std::nullopt;
  }
  if (asked.name.has_marks && entry.name.marked == asked.name.marked) return as(same);
  if (entry.name.whole == asked.name.whole) return as(folded);
  if (entry.joined == asked.joined) return as(spaced);
  if (entry.bare_joined == asked.joined) return as(class_aside);
  if (entry.bare_joined != asked.bare_joined) return std::nullopt;
  if (can_be_one_class(entry.name.classes, asked.name.classes)) return as(class_aside);
  return Candidate{entry.item, other_class, 1};
}

std::optional<Candidate> NameIndex::alike(const Asked& asked, const Entry& entry) {
  using enum Likeness;
  if (entry.kind == Kind::code) return std::nullopt;
  if (!entry.initials.empty() && entry.initials == asked.initials &&
      can_be_one_class(entry.name.classes, asked.class_of_initials))
    return Candidate{entry.item, initials};
  if (entry.kind == Kind::with_place && !asked.has_comma) return std::nullopt;
  const bool is_one_class = can_be_one_class(entry.name.classes, asked.name.classes);
  if (is_part(asked.name.whole, entry.name.whole) ||
      (is_one_class && is_part(asked.name.bare, entry.name.bare)))
    return Candidate{entry.item, part};
  const std::size_t most = most_wrong_letters(asked.name.bare.size());
  const std::size_t distance =
      std::min(letters_apart(asked.name.whole, entry.name.whole),
               letters_apart(asked.name.bare, entry.name.bare) + (is_one_class ? 0 : 1));
  if (distance <= most) return Candidate{entry.item, misspelt, distance};
  const std::size_t of_part = letters_from_part(asked.name.bare, entry.name.bare, most - 1);
  return of_part < most ? std::optional(Candidate{entry.item, part_misspelt, of_part}) : std::nullopt;
}

/// The best that each item has to show.
class NameIndex::Ranking {
 public:
  explicit Ranking(const MayBe& may_be) : may_be_(may_be) {}

  void note(const std::optional<Candidate>& found) {
    if (!found || (may_be_ && !may_be_(found->item))) return;
    const auto [at, is_new] = best_of_.try_emplace(found->item, *found);
    if (!is_new && is_better(*found, at->second)) at->second = *found;
  }

  [[nodiscard]] Lookup ranked() const {
    Lookup lookup;
    for (const auto& [item, best] : best_of_) lookup.candidates.push_back(best);
    std::ranges::stable_sort(lookup.candidates, is_better);
    return lookup;
  }

 private:
  static bool is_better(const Candidate& a, const Candidate& b) {
    return std::tie(a.likeness, a.distance) < std::tie(b.likeness, b.distance);
  }

  const MayBe& may_be_;
  std::map<std::size_t, Candidate> best_of_{};
};

NameIndex::Asked NameIndex::asked_for(std::string_view text) const {
  Asked asked{.name = parsed(text), .plain = plain_text(text)};
  asked.joined = without_blanks(asked.name.whole);
  asked.bare_joined = without_blanks(asked.name.bare);
  asked.has_comma = text.find(',') != std::string_view::npos;
  if (asked.name.bare.find(' ') == std::string::npos) {
    asked.initials = asked.name.bare;
    asked.class_of_initials = asked.name.classes;
  }
  return asked;
}

void NameIndex::note_equal(const Asked& asked, Ranking& ranking) const {
  for (const std::string* key : {&asked.joined, &asked.bare_joined})
    if (const auto at = by_key_.find(*key); at != by_key_.end() && !key->empty())
      for (const std::size_t entry : at->second) ranking.note(equal(asked, entries_[entry]));
}

Lookup NameIndex::find_equal(std::string_view text, const MayBe& may_be) const {
  Ranking ranking(may_be);
  note_equal(asked_for(text), ranking);
  return ranking.ranked();
}

Lookup NameIndex::find(std::string_view text, const MayBe& may_be) const {
  const Asked asked = asked_for(text);
  if (asked.joined.empty()) return {};
  Ranking ranking(may_be);
  note_equal(asked, ranking);
  if (Lookup lookup = ranking.ranked(); !lookup.named().empty()) return lookup;
  // "TPHCM": the class is written on to the initials.
  constexpr std::string_view city_before = "tp";
  Asked of_city = asked;
  if (what_ == Of::units && asked.name.classes == unit_class::none &&
      asked.initials.starts_with(city_before)) {
    of_city.initials.erase(0, city_before.size());
    of_city.class_of_initials = unit_class::city;
  }
  for (const Entry& entry : entries_) {
    if (may_be && !may_be(entry.item)) continue;
    ranking.note(alike(asked, entry));
    if (of_city.initials != asked.initials) ranking.note(alike(of_city, entry));
  }
  return ranking.ranked();
}

}  // namespace vicinia::core::names
