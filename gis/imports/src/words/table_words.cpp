#include "words/table_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <vector>

#include "vicinia/core/industry/period.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/io/number_text.h"

namespace vicinia::gis::imports {
namespace {

using core::industry::Period;
using core::industry::PeriodKind;
using core::names::folded;
using Words = std::string_view;

/// Where the words stand in a folded text, as whole ones; npos: nowhere.
std::size_t place_of(std::string_view text, Words words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return at;
  }
  return std::string_view::npos;
}

bool holds(std::string_view text, std::span<const Words> any) {
  return std::ranges::any_of(any,
                             [&](Words words) { return place_of(text, words) != std::string_view::npos; });
}

bool begins(std::string_view text, std::span<const Words> any) {
  return std::ranges::any_of(any, [&](Words words) {
    return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
  });
}

bool is_one_of(std::string_view text, std::span<const Words> any) {
  return std::ranges::find(any, text) != any.end();
}

/// Underscores part words in the headings of files that programs write.
std::string folded_words(std::string_view text) {
  std::string plain(text);
  std::ranges::replace(plain, '_', ' ');
  return folded(plain);
}

struct FieldWords {
  Words words;
  Words field;  ///< empty: something that is no column of observations
};
/// Who owns, and not what is counted.
constexpr std::string_view no_field = "-";
constexpr std::array<FieldWords, 69> field_words{{
    {"so dn fdi", "fdi_enterprises"},
    {"so doanh nghiep fdi", "fdi_enterprises"},
    {"von dau tu nuoc ngoai", no_field},
    {"von nuoc ngoai", no_field},
    {"lao dong", "employees"},
    {"employees", "employees"},
    {"employee", "employees"},
    {"employment", "employees"},
    {"labour", "employees"},
    {"labor", "employees"},
    {"laborers", "employees"},
    {"labourers", "employees"},
    {"workers", "employees"},
    {"persons employed", "employees"},
    {"persons engaged", "employees"},
    {"nhan cong", "employees"},
    {"nguoi lam viec", "employees"},
    {"doanh nghiep", "enterprises"},
    {"so dn", "enterprises"},
    {"so ld", "employees"},
    {"ld", "employees"},
    {"dn", "enterprises"},
    {"enterprises", "enterprises"},
    {"enterprise", "enterprises"},
    {"firms", "enterprises"},
    {"companies", "enterprises"},
    {"doanh nghiep nho va vua", "smes"},
    {"dnnvv", "smes"},
    {"dn nho va vua", "smes"},
    {"smes", "smes"},
    {"sme", "smes"},
    {"small and medium enterprises", "smes"},
    {"small and medium sized enterprises", "smes"},
    {"doanh nghiep co von dau tu nuoc ngoai", "fdi_enterprises"},
    {"doanh nghiep fdi", "fdi_enterprises"},
    {"dn fdi", "fdi_enterprises"},
    {"fdi enterprises", "fdi_enterprises"},
    {"fdi firms", "fdi_enterprises"},
    {"foreign invested enterprises", "fdi_enterprises"},
    {"foreign investment enterprises", "fdi_enterprises"},
    {"enterprises with foreign investment", "fdi_enterprises"},
    {"lq", "lq"},
    {"thuong so vi tri", "lq"},
    {"location quotient", "lq"},
    {"sector share pct", "sector_share_pct"},
    {"ty trong trong toan nganh", "sector_share_pct"},
    {"sectoral share", "sector_share_pct"},
    {"district share pct", "district_share_pct"},
    {"district share", "district_share_pct"},
    {"ty trong trong huyen", "district_share_pct"},
    {"von", ""},
    {"capital", ""},
    {"doanh thu", ""},
    {"turnover", ""},
    {"revenue", ""},
    {"loi nhuan", ""},
    {"profit", ""},
    {"tai san", ""},
    {"assets", ""},
    {"thu nhap", ""},
    {"income", ""},
    {"tien luong", ""},
    {"wages", ""},
    {"dan so", ""},
    {"population", ""},
    {"dien tich", ""},
    {"gia tri", ""},
    {"output", ""},
    {"du an", ""},
}};

constexpr std::array<Words, 34> ratio_words{"1000 dan",    "1 km2",
                                            "km2",         "1000 nguoi dan",
                                            "1 000 dan",   "binh quan mot",
                                            "binh quan 1", "binh quan dau nguoi",
                                            "per",         "average per",
                                            "ty le",       "ti le",
                                            "ty trong",    "ti trong",
                                            "co cau",      "percent",
                                            "percentage",  "share",
                                            "structure",   "chi so",
                                            "index",       "toc do",
                                            "tang truong", "growth",
                                            "mat do",      "density",
                                            "nang suat",   "productivity",
                                            "so voi",      "rate",
                                            "ratio",       "he so",
                                            "phan tram",   "pct"};

constexpr std::array<Words, 9> size_words{"duoi",      "tren",       "under",   "over",    "less than",
                                          "more than", "fewer than", "tro len", "and over"};
/// Words for a part of all enterprises or their employees.
constexpr std::array<Words, 47> part_words{"thanh lap moi",
                                           "thanh lap",
                                           "giai the",
                                           "dang ky",
                                           "mat viec",
                                           "qua dao tao",
                                           "da qua dao tao",
                                           "co lai",
                                           "thua lo",
                                           "ngung hoat dong",
                                           "tam ngung",
                                           "newly established",
                                           "newly registered",
                                           "registered",
                                           "dissolved",
                                           "trained",
                                           "sieu nho",
                                           "nho",
                                           "vua",
                                           "lon",
                                           "micro",
                                           "small",
                                           "medium",
                                           "medium sized",
                                           "large",
                                           "nha nuoc",
                                           "ngoai nha nuoc",
                                           "state",
                                           "non state",
                                           "state owned",
                                           "tu nhan",
                                           "private",
                                           "tap the",
                                           "collective",
                                           "trach nhiem huu han",
                                           "co phan",
                                           "joint stock",
                                           "limited",
                                           "hop tac xa",
                                           "cooperatives",
                                           "ca the",
                                           "household",
                                           "households",
                                           "nu",
                                           "female",
                                           "nam gioi",
                                           "male"};
constexpr std::array<Words, 9> foreign_words{"fdi",
                                             "von dau tu nuoc ngoai",
                                             "dau tu nuoc ngoai",
                                             "foreign invested",
                                             "foreign investment",
                                             "foreign direct investment",
                                             "von nuoc ngoai",
                                             "foreign investment sector",
                                             "dtnn"};
constexpr std::array<Words, 5> sme_words{"nho va vua", "dnnvv", "small and medium", "sme", "smes"};
constexpr std::array<Words, 10> sector_words{"nganh",      "industry", "industries", "activity",
                                             "activities", "sector",   "sectors",    "economic activity",
                                             "linh vuc",   "vsic"};

constexpr std::array<Words, 12> country_words{
    "ca nuoc",        "toan quoc",   "whole country",  "the whole country", "viet nam",   "vietnam",
    "entire country", "all country", "national total", "toan bo ca nuoc",   "nationwide", "country"};
constexpr std::array<Words, 14> total_words{
    "tong so",   "tong cong", "tong",      "cong",           "total",          "totals",     "grand total",
    "sub total", "subtotal",  "toan tinh", "toan thanh pho", "whole province", "whole city", "all"};
constexpr std::array<Words, 5> of_which_words{"trong do", "of which", "in which", "trong so do", "including"};
constexpr std::array<Words, 16> not_allocated_words{"khong phan to",
                                                    "khong phan bo",
                                                    "khong phan",
                                                    "khong xac dinh",
                                                    "chua phan bo",
                                                    "chua phan to",
                                                    "chua xac dinh",
                                                    "not distributed",
                                                    "unallocated",
                                                    "not allocated",
                                                    "not elsewhere classified",
                                                    "nec",
                                                    "n e c",
                                                    "undistributed",
                                                    "unidentified",
                                                    "not classified"};
constexpr std::array<Words, 40> region_words{"dong bang song hong",
                                             "red river delta",
                                             "trung du va mien nui phia bac",
                                             "trung du va mien nui bac bo",
                                             "northern midlands and mountain areas",
                                             "northern midland and mountain areas",
                                             "northern midlands and mountainous areas",
                                             "mien nui phia bac",
                                             "dong bac",
                                             "dong bac bo",
                                             "north east",
                                             "northeast",
                                             "tay bac",
                                             "tay bac bo",
                                             "north west",
                                             "northwest",
                                             "bac trung bo",
                                             "north central coast",
                                             "north central",
                                             "bac trung bo va duyen hai mien trung",
                                             "north central and central coastal areas",
                                             "north central area and central coastal area",
                                             "northern central area and central coastal area",
                                             "duyen hai nam trung bo",
                                             "duyen hai mien trung",
                                             "nam trung bo",
                                             "south central coast",
                                             "south central",
                                             "tay nguyen",
                                             "central highlands",
                                             "dong nam bo",
                                             "south east",
                                             "southeast",
                                             "dong bang song cuu long",
                                             "mekong river delta",
                                             "mekong delta",
                                             "mien bac",
                                             "mien trung",
                                             "mien nam",
                                             "phia bac"};
constexpr std::array<Words, 8> continued_words{
    "tiep theo",           "cont",      "continued",       "tiep", "tiep theo cont",
    "tiep theo continued", "tiep bang", "tiep theo va het"};
constexpr std::array<Words, 10> note_words{"nguon", "ghi chu",       "source",    "sources", "note",
                                           "notes", "nguon so lieu", "chu thich", "luu y",   "remark"};

constexpr std::array<Words, 8> numbering_words{"stt",       "tt",      "no",    "so tt",
                                               "so thu tu", "ordinal", "order", "row"};
constexpr std::array<Words, 8> item_words{"chi tieu", "indicator", "indicators", "item",
                                          "items",    "noi dung",  "tieu chi",   "variable"};
constexpr std::array<Words, 6> counts_in_words{"don vi tinh",     "dvt",          "dv tinh",
                                               "unit of measure", "measure unit", "unit of measurement"};
constexpr std::array<Words, 4> code_words{"ma", "ma so", "code", "codes"};
constexpr std::array<Words, 5> kind_words{"loai", "kind", "type", "cap", "level"};
constexpr std::array<Words, 9> period_words{"nam", "year",    "years", "period", "ky",
                                            "quy", "quarter", "thang", "month"};
constexpr std::array<Words, 9> fine_unit_words{"huyen",    "quan",    "xa",   "phuong",  "thi xa",
                                               "district", "commune", "ward", "communes"};
constexpr std::array<Words, 16> unit_words{
    "tinh",       "thanh pho", "dia phuong", "province", "provinces", "city", "cities", "locality",
    "localities", "region",    "vung",       "unit",     "don vi",    "name", "ten",    "area name"};

bool is_year_number(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }) &&
         (text.starts_with("19") || text.starts_with("20"));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '_') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

/// Years of the text, as numbers by themselves.
std::size_t different_years(std::string_view text) {
  std::vector<std::string> years;
  std::string digits;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      digits += c;
    } else {
      if (is_year_number(digits) && std::ranges::find(years, digits) == years.end()) years.push_back(digits);
      digits.clear();
    }
  }
  return years.size();
}

bool has_word_of_time(std::string_view window) {
  const std::string plain = folded(window);
  return std::ranges::any_of(words_of(plain), [](const std::string& word) {
    constexpr std::string_view roman = "ivx";
    return std::isalpha(static_cast<unsigned char>(word.front())) != 0 &&
           word.find_first_not_of(roman) != std::string::npos;
  });
}

bool is_time(std::string_view window, bool is_several_words) {
  const bool is_in_digits = std::ranges::all_of(window, [](char c) { return c >= '0' && c <= '9'; });
  if (is_in_digits && window.size() != 4) return false;  // 208909 may be a month, and is a figure
  const Period period = Period::of(window);
  if (!period.time || different_years(window) > 1) return false;
  const auto year = static_cast<int>(std::chrono::year_month_day(period.time->first_day).year());
  if (year < 1900 || year > 2100) return false;
  return period.time->kind == PeriodKind::year || !is_several_words || has_word_of_time(window);
}

std::string_view stripped(std::string_view text);

/// A year without the words that say nothing of it: "Năm 2007" is 2007, "Sơ bộ - Prel. 2008" Prel. 2008.
std::string shortest_period(std::string text) {
  const Period whole = Period::of(text);
  if (!whole.time || whole.time->kind != PeriodKind::year) return std::string(stripped(text));
  const auto is_same = [&](std::string_view part) {
    const Period period = Period::of(part);
    return period.time == whole.time && period.preliminary == whole.preliminary;
  };
  for (std::size_t at = text.rfind(' '); at != std::string::npos && at > 0; at = text.rfind(' ', at - 1))
    if (is_same(std::string_view(text).substr(at + 1))) {
      text.erase(0, at + 1);
      break;
    }
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1))
    if (is_same(std::string_view(text).substr(0, at))) {
      text.erase(at);
      break;
    }
  return std::string(stripped(text));
}

std::string_view stripped(std::string_view text) {
  constexpr std::string_view marks = " \t\r\n:;,.()[]*-";
  const std::size_t first = text.find_first_not_of(marks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(marks) - first + 1);
}

}  // namespace

std::optional<FieldFound> field_in(std::string_view text) {
  const std::string plain = folded_words(text);
  std::size_t first = std::string::npos;
  const FieldWords* best = nullptr;
  for (const FieldWords& one : field_words) {
    const std::size_t at = place_of(plain, one.words);
    if (at == std::string::npos) continue;
    // Of what begins at one place the longest counts: "doanh nghiệp nhỏ và vừa".
    if (at < first || (at == first && one.words.size() > best->words.size())) {
      first = at;
      best = &one;
    }
  }
  if (best != nullptr && best->field == no_field) best = nullptr;
  const bool is_share = best != nullptr && (best->field == "lq" || best->field.ends_with("_pct"));
  const bool is_ratio = text.find('%') != std::string_view::npos || is_share || holds(plain, ratio_words);
  if (best == nullptr) return is_ratio ? std::optional(FieldFound{{}, true}) : std::nullopt;
  if (is_share) return FieldFound{std::string(best->field), true};
  const bool is_part =
      (holds(plain, part_words) && best->field != "fdi_enterprises" && best->field != "smes") ||
      ((holds(plain, size_words) || text.find_first_of("<>") != std::string_view::npos) &&
       plain.find_first_of("0123456789") != std::string::npos);
  return FieldFound{is_ratio || is_part ? std::string() : std::string(best->field), is_ratio};
}

bool speaks_of_foreign_investment(std::string_view text) { return holds(folded_words(text), foreign_words); }
bool speaks_of_smes(std::string_view text) { return holds(folded_words(text), sme_words); }
bool speaks_of_sectors(std::string_view text) { return holds(folded_words(text), sector_words); }

namespace {

/// Without the years of classifications and decisions: "VSIC 2018" and "27/2018/QĐ-TTg" are none of the figures.
std::string without_years_of_rules(std::string_view text) {
  constexpr std::size_t digits = 4;
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    std::string before;
    for (std::size_t back = kept.size(); back > 0 && before.size() < digits; --back)
      if (const char c = kept[back - 1]; c != ' ')
        before.insert(before.begin(), static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    const bool is_named = before == "vsic" || before == "isic";
    const bool is_of_decision = kept.ends_with('/') && text.substr(at).size() > digits + 1 &&
                                text[at + digits] == '/' &&
                                (text[at + digits + 1] == 'Q' || text[at + digits + 1] == 'q');
    const bool is_year =
        text.substr(at).size() >= digits &&
        std::ranges::all_of(text.substr(at, digits), [](char c) { return c >= '0' && c <= '9'; });
    if (is_year && (is_named || is_of_decision)) {
      at += digits;
      continue;
    }
    kept += text[at++];
  }
  return kept;
}

/// All words that belong to the period of a text, as they stand between its blanks; empty: none, or several periods.
std::string period_window(std::string_view text_of_table) {
  constexpr std::size_t most_words = 24, longest = 6;
  const std::string text = without_years_of_rules(text_of_table);
  const std::vector<std::string> words = words_of(text);
  // "1988 - 2008" is none of the two.
  if (words.empty() || words.size() > most_words || different_years(text) > 1) return {};
  for (std::size_t length = std::min(longest, words.size()); length > 0; --length)
    for (std::size_t at = 0; at + length <= words.size(); ++at) {
      std::string window;
      for (std::size_t i = at; i < at + length; ++i) window += (window.empty() ? "" : " ") + words[i];
      if (is_time(window, length > 1)) return window;
    }
  return {};
}

}  // namespace

std::string period_in(std::string_view text) {
  const std::string window = period_window(text);
  return window.empty() ? window : shortest_period(window);
}

std::string without_period(std::string_view text) {
  const std::string window = period_window(text);
  if (window.empty()) return std::string(text);
  std::string rest;
  for (const std::string& word : words_of(text)) rest += (rest.empty() ? "" : " ") + word;
  // Of "VSIC 2018 2018" the last.
  if (const std::size_t at = rest.rfind(window); at != std::string::npos) rest.erase(at, window.size());
  return rest;
}

std::string period_of_parts(std::string_view part, std::string_view year) {
  const Period whole = Period::of(std::string(part) + " " + std::string(year));
  return whole.time && whole.time->kind != PeriodKind::year ? std::string(part) + " " + std::string(year)
                                                            : std::string();
}

std::string period_key(std::string_view text) {
  const Period period = Period::of(text);
  return period.time ? period.standard_form() : core::names::plain_text(text);
}

bool is_period(std::string_view text) {
  text = stripped(text);
  if (text.empty() || text.size() > 40) return false;
  return is_time(text, text.find(' ') != std::string_view::npos);
}

bool is_total(std::string_view text) {
  const core::BilingualText both = in_two_languages(text);
  const std::string vi = folded(both.vi), en = folded(both.en);
  return is_one_of(vi, total_words) || is_one_of(en, total_words);
}

bool says_continued(std::string_view text) { return holds(folded(text), continued_words); }

bool is_continued_title(std::string_view text) {
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1))
    if (const std::size_t close = text.find(')', open);
        close != std::string_view::npos &&
        is_one_of(folded(text.substr(open + 1, close - open - 1)), continued_words))
      return true;
  return is_one_of(folded(text), continued_words);
}

bool is_note(std::string_view text) {
  text = io::without_blanks(text);
  const std::string plain = folded(text);
  if (text.starts_with('*') || text.starts_with("(*") || text.starts_with("(1)")) return true;
  return begins(plain, note_words);
}

RowKind kind_of_label(std::string_view text) {
  const core::BilingualText both = in_two_languages(text);
  // "Vùng" with its own mark: Vũng Tàu is a town.
  if (core::names::lower_case(both.vi).starts_with("vùng ")) return RowKind::region;
  for (const std::string& one : {folded(both.vi), folded(both.en)}) {
    if (one.empty()) continue;
    if (begins(one, not_allocated_words)) return RowKind::not_allocated;
    if (begins(one, of_which_words)) return RowKind::of_which;
    if (is_one_of(one, country_words)) return RowKind::country;
    if (is_one_of(one, total_words)) return RowKind::subtotal;
    if (is_one_of(one, region_words) || one.starts_with("vung kinh te")) return RowKind::region;
    if (is_one_of(one, continued_words)) return RowKind::ignored;
    // "Tổng số - Total - CẢ NƯỚC", "Tổng số cả nước"
    if (begins(one, std::span(total_words).first(2)) && holds(one, std::span(country_words).first(3)))
      return RowKind::country;
  }
  return RowKind::figures;
}

std::optional<std::string> unit_of_figures_in(std::string_view text) {
  constexpr std::array<Words, 8> beginnings{"don vi tinh", "dvt",   "dv tinh", "don vi",
                                            "unit",        "units", "measure", "dv"};
  text = io::without_blanks(text);
  constexpr std::size_t longest = 120;
  if (text.empty() || text.size() > longest) return std::nullopt;
  if (text.starts_with('(') && text.ends_with(')') && kind_of_label(stripped(text)) != RowKind::ignored &&
      !is_note(text))
    return std::string(stripped(text));
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || !begins(folded(text.substr(0, colon)), beginnings))
    return std::nullopt;
  std::string unit(io::without_blanks(text.substr(colon + 1)));
  // "Người - Unit: Person"
  if (const std::size_t second = unit.find(':'); second != std::string::npos) {
    const std::size_t word = unit.substr(0, second).find_last_of(" -/\n");
    std::string before(stripped(std::string_view(unit).substr(0, word == std::string::npos ? 0 : word)));
    const std::string after(io::without_blanks(std::string_view(unit).substr(second + 1)));
    unit = before.empty() ? after : before + " - " + after;
  }
  return unit;
}

bool counts_in(std::string_view heading) { return holds(folded_words(heading), counts_in_words); }

std::optional<ColumnRole> role_by_heading(std::string_view heading) {
  const std::string plain = folded_words(heading);
  if (plain.empty()) return std::nullopt;
  const core::BilingualText both = in_two_languages(heading);
  const std::string vi = folded_words(both.vi), en = folded_words(both.en);
  if (is_one_of(vi, numbering_words) || is_one_of(en, numbering_words)) return ColumnRole::ignored;
  if (counts_in(heading)) return ColumnRole::ignored;
  if (holds(plain, item_words)) return ColumnRole::field;
  const bool is_code = holds(plain, code_words), is_of_sectors = speaks_of_sectors(heading);
  const bool has_sector_code = plain.starts_with("vsic") || plain.starts_with("isic") || plain == "sector no";
  if (has_sector_code || (is_code && is_of_sectors)) return ColumnRole::sector_code;
  if (is_code) return ColumnRole::unit_code;
  if (is_of_sectors) return ColumnRole::sector_name;
  if (begins(vi, period_words) || begins(en, period_words)) return ColumnRole::period;
  if (holds(plain, fine_unit_words) || holds(plain, unit_words)) return ColumnRole::unit_name;
  if (begins(vi, kind_words) || begins(en, kind_words)) return ColumnRole::kind;
  return std::nullopt;
}

bool names_fine_units(std::string_view heading) { return holds(folded_words(heading), fine_unit_words); }

std::optional<std::size_t> outline_level(std::string_view label) {
  label = io::without_blanks(label);
  const std::size_t end = label.find(' ');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view number = label.substr(0, end);
  const bool has_mark = number.ends_with('.') || number.ends_with(')');
  if (has_mark) number.remove_suffix(1);
  if (number.empty()) return std::nullopt;
  if (std::ranges::all_of(number, [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) &&
      number.front() != '.' && number.back() != '.') {
    const auto dots = static_cast<std::size_t>(std::ranges::count(number, '.'));
    return has_mark || dots > 0 ? std::optional(dots + 1) : std::nullopt;
  }
  const bool is_letter = number.size() == 1 && number[0] >= 'A' && number[0] <= 'Z';
  const bool is_roman = number.find_first_not_of("IVX") == std::string_view::npos;
  return has_mark && (is_letter || is_roman) ? std::optional<std::size_t>(0) : std::nullopt;
}

std::string without_outline_number(std::string_view label) {
  label = io::without_blanks(label);
  if (!outline_level(label)) return std::string(label);
  return std::string(io::without_blanks(label.substr(label.find(' '))));
}

core::BilingualText in_two_languages(std::string_view text) {
  text = io::without_blanks(text);
  const std::string whole = core::names::plain_text(text);
  const auto has_marks = [](std::string_view part) {
    // The first bytes of Latin letters with marks, and of marks by themselves; dashes begin with another.
    return part.find_first_of("\xC3\xC4\xC5\xC6\xE1\xCC") != std::string_view::npos;
  };
  struct Split {
    std::string vi, en;
  };
  std::optional<Split> best;
  constexpr std::array<std::string_view, 8> separators{
      "\n", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " / ", "/", "- ", " -"};
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const std::string_view separator : separators) {
      if (!text.substr(at).starts_with(separator)) continue;
      const std::string_view left = io::without_blanks(text.substr(0, at));
      const std::string_view right = io::without_blanks(text.substr(at + separator.size()));
      const std::string left_plain = folded(left), right_plain = folded(right);
      if (left_plain.empty() || right_plain.empty()) break;
      if (left_plain == right_plain) return {core::names::plain_text(left), core::names::plain_text(right)};
      // One of them is English if it has no marks, and the other none of its own.
      const bool are_two = (has_marks(left) && !has_marks(right)) || separator == "\n";
      if (!best && are_two) best = Split{core::names::plain_text(left), core::names::plain_text(right)};
      break;
    }
  if (best) return {best->vi, best->en};
  return {whole, whole};
}

}  // namespace vicinia::gis::imports
