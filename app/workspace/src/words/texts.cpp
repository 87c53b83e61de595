#include "vicinia/workspace/words/texts.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "base/phrase.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline words {
namespace {

template <class Key, std::size_t n>
std::string look_up(const std::array<Phrase, n>& phrases, Key key, Language language) {
  return phrases[static_cast<std::size_t>(key)].in(language);
}

/// The table's own word for what it counts; empty where it has none.
std::string own_word(const core::Provenance& provenance, core::indicators::Measure measure,
                     Language language) {
  if (measure == core::indicators::Measure::employees) return pick(provenance.employees_word, language);
  return measure == core::indicators::Measure::enterprises ? pick(provenance.enterprises_word, language)
                                                           : std::string();
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// As a word of its own, whether or not it begins with a capital; what surrounds it is no letter.
bool is_word_at(std::string_view text, std::size_t at, std::string_view word) {
  const std::string_view here = text.substr(at, word.size());
  if (here.size() < word.size() || here.substr(1) != word.substr(1) ||
      (here[0] != word[0] && here[0] != word[0] - 'a' + 'A'))
    return false;
  const std::size_t end = at + word.size();
  return (at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]));
}

/// SMEs and foreign-invested enterprises: what stands before the word in English, after it in Vietnamese.
bool is_kind_of_enterprise(std::string_view text, std::size_t begin, std::size_t end, std::string_view word) {
  static constexpr std::array<std::string_view, 4> before{"edium ", "edium-sized ", "oreign-invested ",
                                                          "FDI "};
  static constexpr std::array<std::string_view, 3> after{" nhỏ và vừa", " có vốn", " FDI"};
  if (word == "enterprises")
    return std::ranges::any_of(before,
                               [&](std::string_view kind) { return text.substr(0, begin).ends_with(kind); });
  return word == "doanh nghiệp" && std::ranges::any_of(after, [&](std::string_view kind) {
           return text.substr(end).starts_with(kind);
         });
}

}  // namespace

std::string measure_name(core::indicators::Measure measure, Language language) {
  static constexpr std::array<Phrase, core::indicators::measure_count> names{{
      {"Thương số vị trí (LQ)", "Location quotient (LQ)"},
      {"Lao động", "Employees"},
      {"Tỷ trọng trong toàn ngành (%)", "Share of the sector (%)"},
      {"Tỷ trọng trong huyện (%)", "Share of the district (%)"},
      {"Doanh nghiệp", "Enterprises"},
      {"Doanh nghiệp nhỏ và vừa", "Small and medium-sized enterprises"},
      {"Doanh nghiệp có vốn đầu tư nước ngoài", "Foreign-invested enterprises"},
  }};
  return look_up(names, measure, language);
}

std::string measure_short_name(core::indicators::Measure measure, Language language) {
  static constexpr std::array<Phrase, core::indicators::measure_count> names{{
      {"LQ", "LQ"},
      {"Lao động", "Employees"},
      {"% của ngành", "% of sector"},
      {"% của huyện", "% of district"},
      {"Doanh nghiệp", "Enterprises"},
      {"DNNVV", "SMEs"},
      {"DN FDI", "FDI enterprises"},
  }};
  return look_up(names, measure, language);
}

std::string measure_definition(core::indicators::Measure measure, Language language) {
  static constexpr std::array<Phrase, core::indicators::measure_count> definitions{{
      {"Tỷ trọng của ngành trong lao động của huyện chia cho tỷ trọng của ngành trong lao động cả nước; trên 1 là "
       "chuyên môn hóa.",
       "The sector's share of the district's employment divided by its share of national employment; above 1 the "
       "district is specialised."},
      {"Số lao động của ngành trong huyện.", "Employees of the sector in the district."},
      {"Lao động của ngành trong huyện, tính theo % lao động cả nước của ngành.",
       "Employees of the sector in the district, as a percentage of the sector's employees in the country."},
      {"Lao động của ngành trong huyện, tính theo % tổng lao động của huyện.",
       "Employees of the sector in the district, as a percentage of all employees of the district."},
      {"Số doanh nghiệp của ngành trong huyện.", "Enterprises of the sector in the district."},
      {"Số doanh nghiệp nhỏ và vừa của ngành trong huyện.",
       "Small and medium-sized enterprises of the sector in the district."},
      {"Số doanh nghiệp có vốn đầu tư nước ngoài của ngành trong huyện.",
       "Foreign-invested enterprises of the sector in the district."},
  }};
  return look_up(definitions, measure, language);
}

std::string counted_word(const core::Provenance& provenance, core::indicators::Measure measure,
                         Language language) {
  using core::indicators::Measure;
  if (measure != Measure::employees && measure != Measure::enterprises) return {};
  if (const std::string own = own_word(provenance, measure, language); !own.empty()) return own;
  return (measure == Measure::employees ? Phrase{"lao động", "employees"}
                                        : Phrase{"doanh nghiệp", "enterprises"})
      .in(language);
}

std::string capitalised(const std::string& words) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(words);
  const UChar32 first = text.char32At(0);
  text.replace(0, U16_LENGTH(first), u_toupper(first));
  std::string utf8;
  return text.toUTF8String(utf8);
}

std::string in_unit_words(std::string text, const core::Provenance& provenance, Language language) {
  const bool vi = language == Language::vi;
  const std::string &one = pick(provenance.unit_word, language),
                    &several = pick(provenance.units_word, language);
  if (one.empty() || (vi ? one == "huyện" : one == "district" && several == "districts")) return text;
  struct Usual {
    std::string_view word;
    const std::string& own;
  };
  const std::array<Usual, 2> usual = vi ? std::array<Usual, 2>{{{"huyện", one}, {"huyện", one}}}
                                        : std::array<Usual, 2>{{{"districts", several}, {"district", one}}};
  std::string written;
  for (std::size_t at = 0; at < text.size();) {
    // A "local district" of a scheme of grades is that, whatever the units are.
    const bool is_of_scheme = written.ends_with("ocal ");
    const auto found = std::ranges::find_if(
        usual, [&](const Usual& word) { return !is_of_scheme && is_word_at(text, at, word.word); });
    if (found == usual.end()) {
      written += text[at++];
      continue;
    }
    written += text[at] == found->word[0] ? found->own : capitalised(found->own);
    at += found->word.size();
  }
  return written;
}

std::string measure_name(const core::Provenance& provenance, core::indicators::Measure measure,
                         Language language) {
  const std::string own = own_word(provenance, measure, language);
  return in_unit_words(own.empty() ? measure_name(measure, language) : capitalised(own), provenance,
                       language);
}

std::string measure_short_name(const core::Provenance& provenance, core::indicators::Measure measure,
                               Language language) {
  const std::string own = own_word(provenance, measure, language);
  return in_unit_words(own.empty() ? measure_short_name(measure, language) : capitalised(own), provenance,
                       language);
}

std::string measure_definition(const core::Provenance& provenance, core::indicators::Measure measure,
                               Language language) {
  using core::indicators::Measure;
  static constexpr Phrase of_count{"Số {word} của ngành trong huyện.",
                                   "{Word} of the sector in the district."};
  static constexpr Phrase of_sector_share{
      "{Word} của ngành trong huyện, tính theo % {word} cả nước của ngành.",
      "{Word} of the sector in the district, as a percentage of the sector's {word} in the country."};
  static constexpr Phrase of_district_share{
      "{Word} của ngành trong huyện, tính theo % tổng {word} của huyện.",
      "{Word} of the sector in the district, as a percentage of all {word} of the district."};
  static constexpr Phrase of_quotient{
      "Tỷ trọng của ngành trong {word} của huyện chia cho tỷ trọng của ngành trong {word} cả nước; trên 1 là chuyên môn hóa.",
      "The sector's share of the district's {word} divided by its share of the country's {word}; above 1 the district is specialised."};
  const std::string own =
      own_word(provenance, measure == Measure::enterprises ? measure : Measure::employees, language);
  const Phrase* phrase = measure == Measure::employees || measure == Measure::enterprises ? &of_count
                         : measure == Measure::sector_share                               ? &of_sector_share
                         : measure == Measure::district_share                             ? &of_district_share
                         : measure == Measure::location_quotient                          ? &of_quotient
                                                                                          : nullptr;
  return in_unit_words(own.empty() || phrase == nullptr
                           ? measure_definition(measure, language)
                           : phrase->in(language, {{"{word}", own}, {"{Word}", capitalised(own)}}),
                       provenance, language);
}

std::string in_own_words(std::string text, const core::Provenance& provenance, Language language) {
  return in_own_words(in_unit_words(std::move(text), provenance, language), provenance.employees_word,
                      provenance.enterprises_word, language);
}

std::string in_own_words(std::string text, const core::BilingualText& employees_word,
                         const core::BilingualText& enterprises_word, Language language) {
  const std::string employees = pick(employees_word, language),
                    enterprises = pick(enterprises_word, language);
  if (employees.empty() && enterprises.empty()) return text;
  struct Usual {
    std::string_view word;
    const std::string& own;
  };
  const Usual in_vietnamese[] = {{"lao động", employees}, {"doanh nghiệp", enterprises}};
  const Usual in_english[] = {
      {"employees", employees}, {"employment", employees}, {"enterprises", enterprises}};
  const auto usual =
      language == Language::vi ? std::span<const Usual>(in_vietnamese) : std::span<const Usual>(in_english);
  std::string written;
  for (std::size_t at = 0; at < text.size();) {
    const Usual* found = nullptr;
    for (const Usual& one : usual)
      if (!one.own.empty() && is_word_at(text, at, one.word) &&
          !is_kind_of_enterprise(text, at, at + one.word.size(), one.word))
        found = &one;
    if (found == nullptr) {
      written += text[at++];
      continue;
    }
    written += text[at] == found->word[0] ? found->own : capitalised(found->own);
    at += found->word.size();
  }
  return written;
}

std::string method_name(core::stats::ClassMethod method, Language language) {
  static constexpr std::array<Phrase, 4> names{{
      {"Phân vị", "Quantiles"},
      {"Khoảng đều", "Equal intervals"},
      {"Điểm ngắt tự nhiên", "Natural breaks"},
      {"Tự chọn", "Manual breaks"},
  }};
  return look_up(names, method, language);
}

std::string origin_name(core::indicators::Origin origin, Language language) {
  static constexpr std::array<Phrase, 4> names{{
      {"không có số liệu", "no value"},
      {"theo nguồn", "as printed"},
      {"tính từ tổng", "computed from totals"},
      {"ước tính: chia theo bảng chuyển đổi", "estimated: shared out by the crosswalk"},
  }};
  return look_up(names, origin, language);
}

}  // namespace vicinia::workspace::inline words
