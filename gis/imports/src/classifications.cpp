#include "vicinia/gis/imports/classifications.h"

#include <algorithm>
#include <limits>
#include <set>

#include "named_columns.h"
#include "vicinia/core/names/folding.h"

namespace vicinia::gis::imports {
namespace {

namespace fs = std::filesystem;
using core::BilingualText;

constexpr std::array<std::pair<SectorLevel, std::string_view>, 5> level_names{
    {{SectorLevel::as_found, "as_found"},
     {SectorLevel::section, "section"},
     {SectorLevel::division, "division"},
     {SectorLevel::group, "group"},
     {SectorLevel::industry_class, "class"}}};

/// Decrees and decisions, and what yearbooks of the years around them use. Figures of some years were published by two.
struct Source {
  std::string_view id, name, file;
  int first_year, last_year;
};
constexpr std::array<Source, classification_ids.size()> classification_files{
    {{"vsic-2007", "VSIC 2007", "vsic_2007.csv", 2005, 2018},
     {"vsic-1993", "VSIC 1993", "vsic_1993.csv", 1990, 2008},
     {"vsic-2018", "VSIC 2018", "vsic_2018.csv", 2018, 2025},
     {"vsic-2025", "VSIC 2025", "vsic_2025.csv", 2025, std::numeric_limits<int>::max()},
     {"isic-4", "ISIC Rev. 4", "isic_4.csv", 0, 0},
     {"isic-3", "ISIC Rev. 3.1", "isic_3.csv", 0, 0}}};

constexpr std::size_t division_digits = 2, group_digits = 3, class_digits = 4, most_code_digits = 7;

bool is_section_letter(char c) { return c >= 'A' && c <= 'V'; }
bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }

/// Words that say nothing of which activity it is.
constexpr std::array<std::string_view, 47> common_words{"manufacture", "manufacturing",
                                                        "producing",   "production",
                                                        "product",     "products",
                                                        "processing",  "of",
                                                        "and",         "the",
                                                        "other",       "for",
                                                        "in",          "to",
                                                        "activity",    "activities",
                                                        "service",     "services",
                                                        "related",     "except",
                                                        "nec",         "n",
                                                        "e",           "c",
                                                        "which",       "from",
                                                        "san",         "xuat",
                                                        "pham",        "va",
                                                        "cac",         "tu",
                                                        "hoat",        "dong",
                                                        "dich",        "vu",
                                                        "khac",        "co",
                                                        "lien",        "quan",
                                                        "tru",         "cong",
                                                        "nghiep",      "den",
                                                        "che",         "bien",
                                                        "viec"};

/// The word as one thing: "products" and "product" are one.
std::string singular(std::string word) {
  constexpr std::size_t shortest = 4;
  if (word.size() >= shortest && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

std::set<std::string> telling_words(std::string_view text) {
  const std::string folded = core::names::folded(text);
  std::set<std::string> telling, all;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    std::string word = folded.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const bool is_common = std::ranges::find(common_words, word) != common_words.end();
    all.insert(word);
    if (!is_common) telling.insert(singular(std::move(word)));
  }
  return telling.empty() ? all : telling;
}

double shared_words(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return 0;
  const std::set<std::string> of_a = telling_words(a), of_b = telling_words(b);
  if (of_a.empty() || of_b.empty()) return 0;
  std::size_t both = 0;
  for (const std::string& word : of_a) both += of_b.contains(word) ? 1 : 0;
  return 2.0 * static_cast<double>(both) / static_cast<double>(of_a.size() + of_b.size());
}

/// What a code is called there: its own name, else that of its division.
const BilingualText* name_in(const Classification& classification, std::string_view code) {
  if (const auto own = classification.names.find(code); own != classification.names.end())
    return &own->second;
  const auto division = classification.names.find(code.substr(0, division_digits));
  return division == classification.names.end() ? nullptr : &division->second;
}

/// "VSIC 2007", "vsic1993", "ISIC Rev. 4", "Quyết định 27/2018/QĐ-TTg".
std::string_view named_in(std::string_view words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 21> spellings{
      {{"vsic 1993", "vsic-1993"}, {"vsic1993", "vsic-1993"}, {"75 cp", "vsic-1993"},
       {"vsic 2007", "vsic-2007"}, {"vsic2007", "vsic-2007"}, {"10 2007 qd ttg", "vsic-2007"},
       {"vsic 2018", "vsic-2018"}, {"vsic2018", "vsic-2018"}, {"27 2018 qd ttg", "vsic-2018"},
       {"vsic 2025", "vsic-2025"}, {"vsic2025", "vsic-2025"}, {"36 2025 qd ttg", "vsic-2025"},
       {"isic rev 4", "isic-4"},   {"isic 4", "isic-4"},      {"isic4", "isic-4"},
       {"isic rev4", "isic-4"},    {"isic rev 3", "isic-3"},  {"isic 3", "isic-3"},
       {"isic3", "isic-3"},        {"isic rev3", "isic-3"},   {"isic 31", "isic-3"}}};
  const std::string folded = " " + core::names::folded(words) + " ";
  for (const auto& [spelling, id] : spellings) {
    const std::size_t at = folded.find(" " + std::string(spelling));
    if (at == std::string::npos) continue;
    const char behind = folded[at + 1 + spelling.size()];
    if (!is_decimal_digit(behind)) return id;
  }
  return {};
}

/// How well the names beside codes are those of a classification.
struct NameFit {
  double sum = 0;
  std::size_t names = 0;
  [[nodiscard]] double mean() const { return names == 0 ? 0 : sum / static_cast<double>(names); }
};

NameFit name_fit(const Classification& classification, std::span<const CodedName> codes) {
  NameFit fit;
  for (const CodedName& one : codes) {
    // Finer activities are called otherwise than what they are parts of.
    if (one.name.vi.empty() || one.code.size() > division_digits) continue;
    ++fit.names;
    if (const auto own = classification.names.find(one.code); own != classification.names.end())
      fit.sum += name_similarity(one.name, own->second);
  }
  return fit;
}

double share_of_codes(const Classification& classification, std::span<const CodedName> codes) {
  const auto known =
      std::ranges::count_if(codes, [&](const CodedName& one) { return classification.has(one.code); });
  return codes.empty() ? 0 : static_cast<double>(known) / static_cast<double>(codes.size());
}

bool holds_all(const Classification& classification, const std::vector<int>& years) {
  return std::ranges::all_of(
      years, [&](int year) { return classification.first_year <= year && year <= classification.last_year; });
}

}  // namespace

std::string_view name_of(SectorLevel level) { return level_names[static_cast<std::size_t>(level)].second; }

std::optional<SectorLevel> sector_level_called(std::string_view name) {
  for (const auto& [level, called] : level_names)
    if (called == name) return level;
  return std::nullopt;
}

bool Classification::has(std::string_view code) const {
  return names.contains(code) ||
         (code.size() > division_digits && names.contains(code.substr(0, division_digits)));
}

std::optional<std::string> Classification::at(std::string_view code, SectorLevel level) const {
  if (level == SectorLevel::as_found) return std::string(code);
  if (level_of(code) < level) return std::nullopt;
  switch (level) {
    case SectorLevel::section: {
      if (level_of(code) == SectorLevel::section) return std::string(code);
      const auto section = section_of.find(code.substr(0, division_digits));
      return section == section_of.end() ? std::nullopt : std::optional(section->second);
    }
    case SectorLevel::division: return std::string(code.substr(0, division_digits));
    case SectorLevel::group: return std::string(code.substr(0, group_digits));
    default: return std::string(code.substr(0, class_digits));
  }
}

const Classification* Classifications::find(std::string_view id) const {
  const auto at = std::ranges::find(all, id, &Classification::id);
  return at == all.end() ? nullptr : &*at;
}

Classifications classifications_in(const fs::path& resources) {
  Classifications known;
  const fs::path folder = resources / "data" / "classifications";
  const NamedColumns parts(folder / "published_sectors.csv");
  for (const Source& source : classification_files) {
    const NamedColumns table(folder / source.file);
    if (table.size() == 0) continue;
    Classification one{.id = std::string(source.id),
                       .name = std::string(source.name),
                       .first_year = source.first_year,
                       .last_year = source.last_year};
    for (std::size_t row = 0; row < table.size(); ++row) {
      BilingualText name{table.at(row, "name_vi"), table.at(row, "name_en")};
      if (name.vi.empty()) name.vi = name.en;
      if (name.en.empty()) name.en = name.vi;
      const std::string code = table.at(row, "code"), parent = table.at(row, "parent");
      if (!parent.empty()) one.section_of[code] = parent;
      one.names[code] = std::move(name);
    }
    for (std::size_t row = 0; row < parts.size(); ++row)
      if (parts.at(row, "classification") == one.id)
        one.sector_of[parts.at(row, "code")] = parts.at(row, "sector_no");
    known.all.push_back(std::move(one));
  }
  const NamedColumns sectors(resources / "data" / "vietnam-2007" / "sectors.csv");
  for (std::size_t row = 0; row < sectors.size(); ++row)
    known.published.push_back({.no = sectors.at(row, "sector_no"),
                               .name = {sectors.at(row, "name_vi"), sectors.at(row, "name_en")},
                               .aliases = sectors.at(row, "aliases")});
  return known;
}

std::optional<std::string> activity_code(std::string_view text) {
  const std::string plain = core::names::plain_text(text);
  if (const std::size_t slash = plain.find('/'); slash != std::string::npos) {
    // A section of few divisions, printed with them: "05/B", "70-74/L".
    const std::string_view left = std::string_view(plain).substr(0, slash),
                           right = std::string_view(plain).substr(slash + 1);
    if (right.size() != 1 || !is_section_letter(right.front())) return std::nullopt;
    if (left.size() == division_digits && std::ranges::all_of(left, is_decimal_digit))
      return std::string(left);
    const bool has_divisions = !left.empty() && std::ranges::all_of(left, [](char c) {
      return is_decimal_digit(c) || c == '-' || c == ',' || c == ' ';
    });
    return has_divisions ? std::optional(std::string(right)) : std::nullopt;
  }
  char section = 0;
  std::string digits;
  for (const char c : plain) {
    if (is_decimal_digit(c))
      digits += c;
    else if (is_section_letter(c) && section == 0 && digits.empty())
      section = c;
    else if (c != '.')
      return std::nullopt;
  }
  if (digits.empty()) return section == 0 ? std::nullopt : std::optional(std::string(1, section));
  if (digits.size() < division_digits || digits.size() > most_code_digits) return std::nullopt;
  return digits;
}

SectorLevel level_of(std::string_view code) {
  if (code.size() < division_digits) return SectorLevel::section;
  if (code.size() == division_digits) return SectorLevel::division;
  return code.size() == group_digits ? SectorLevel::group : SectorLevel::industry_class;
}

double name_similarity(const BilingualText& a, const BilingualText& b) {
  return std::max(shared_words(a.vi, b.vi), shared_words(a.en, b.en));
}

std::string differing_code(const Classification& a, const Classification& b,
                           std::span<const CodedName> codes) {
  constexpr double alike = 0.45;
  for (const CodedName& one : codes) {
    const BilingualText *in_a = name_in(a, one.code), *in_b = name_in(b, one.code);
    if (in_a == nullptr || in_b == nullptr) continue;
    if (name_similarity(*in_a, *in_b) < alike) return one.code;
  }
  return {};
}

ClassificationFound recognise_classification(const Classifications& known, std::span<const CodedName> codes,
                                             const ClassificationHints& hints) {
  constexpr double most_codes = 0.8, alike_on_average = 0.3, as_alike = 0.05, clearly_less = 0.15,
                   nothing_alike = 0.1;
  std::vector<const Classification*> may_be;
  std::vector<double> names_of;
  double best_names = 0, best_codes = 0;
  const Classification* best_named = nullptr;
  std::size_t named = 0;
  for (const Classification& one : known.all) {
    const double share = share_of_codes(one, codes);
    if (share < most_codes) continue;
    const NameFit fit = name_fit(one, codes);
    may_be.push_back(&one);
    names_of.push_back(fit.mean());
    named = fit.names;
    best_codes = std::max(best_codes, share);
    if (fit.mean() > best_names) {
      best_names = fit.mean();
      best_named = &one;
    }
  }
  const bool have_names = named > 0 && best_names >= alike_on_average;
  ClassificationFound found;
  const auto check_names = [&] {
    if (!have_names) return;
    const double own = name_fit(*found.classification, codes).mean();
    if (own + clearly_less < best_names && !differing_code(*found.classification, *best_named, codes).empty())
      found.contradicted_by = best_named;
  };
  const std::string stated = hints.stated.empty() ? std::string(named_in(hints.words)) : hints.stated;
  if (const Classification* const one = known.find(stated); one != nullptr && !codes.empty()) {
    found = {.classification = one, .by = hints.stated.empty() ? ClassifiedBy::words : ClassifiedBy::stated};
    check_names();
    return found;
  }
  // Numbers of somebody's own list: no name beside them is that of any classification.
  const bool have_others_names = named * 2 > codes.size() && best_names < nothing_alike;
  if (may_be.empty() || have_others_names) return found;
  std::vector<const Classification*> left;
  for (std::size_t i = 0; i < may_be.size(); ++i)
    if (have_names ? names_of[i] + as_alike >= best_names : share_of_codes(*may_be[i], codes) >= best_codes)
      left.push_back(may_be[i]);
  // Tables of Viet Nam have codes of its own classifications, unless they say otherwise.
  const auto is_national = [](const Classification* one) { return one->last_year > 0; };
  if (std::ranges::any_of(left, is_national))
    std::erase_if(left, [&](const Classification* one) { return !is_national(one); });
  std::vector<const Classification*> of_years = left;
  if (!hints.years.empty())
    std::erase_if(of_years, [&](const Classification* one) { return !holds_all(*one, hints.years); });
  found.classification = of_years.empty() ? left.front() : of_years.front();
  // Of those with another meaning the ones that the years leave, if they leave any.
  const auto tell_others = [&](const std::vector<const Classification*>& among) {
    for (const Classification* const one : among) {
      const std::string code = differing_code(*found.classification, *one, codes);
      if (code.empty()) continue;
      found.others.push_back(one->id);
      if (found.other_meaning.empty())
        found.other_meaning =
            code + ": " + name_in(*found.classification, code)->vi + " / " + name_in(*one, code)->vi;
    }
  };
  tell_others(of_years);
  const bool do_years_tell = !of_years.empty() && !hints.years.empty() && found.others.empty();
  if (found.others.empty()) tell_others(left);
  found.by = found.others.empty() ? (have_names ? ClassifiedBy::names : ClassifiedBy::codes)
             : do_years_tell      ? ClassifiedBy::year
                                  : ClassifiedBy::usual;
  return found;
}

}  // namespace vicinia::gis::imports
