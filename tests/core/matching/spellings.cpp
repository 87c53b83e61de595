#include "matching/spellings.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>

#include "vicinia/core/names/folding.h"
#include "vicinia/core/names/spelling.h"

namespace vicinia::core::matching {
namespace {

namespace fs = std::filesystem;
using admin::Unit;

constexpr admin::Level provinces{0}, parts{1};

std::vector<std::vector<std::string>> csv_rows(const fs::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot be read: " + file.string());
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        cells.emplace_back();
      else if (c != '\r')
        cells.back() += c;
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

fs::path data() { return fs::path(VICINIA_RESOURCES_DIR) / "data"; }

admin::Levels levels(const char* finer) {
  return *admin::Levels::declared({admin::level_called("province"), admin::level_called(finer)});
}

icu::UnicodeString unicode(const std::string& text) { return icu::UnicodeString::fromUTF8(text); }
std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}
std::string normal(const std::string& text, bool composed) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form =
      composed ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
  return utf8(form->normalize(unicode(text), status));
}
std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}
/// Latin letters without marks, as somebody types without a Vietnamese keyboard.
std::string without_marks(const std::string& text) {
  icu::UnicodeString plain;
  const icu::UnicodeString apart = unicode(normal(text, false));
  for (std::int32_t i = 0; i < apart.length(); ++i) {
    const char16_t c = apart[i];
    if (c >= 0x300 && c < 0x370) continue;
    plain.append(c == 0x111 ? u'd' : c == 0x110 ? u'D' : c);
  }
  return utf8(plain);
}
std::string capitals(const std::string& text) { return utf8(unicode(text).toUpper()); }
std::string small(const std::string& text) { return utf8(unicode(text).toLower()); }

/// "Hoà" of "Hòa": the tone one letter on.
std::string tone_moved(std::string text) {
  for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{{"òa", "oà"},
                                                                             {"óa", "oá"},
                                                                             {"ỏa", "oả"},
                                                                             {"õa", "oã"},
                                                                             {"ọa", "oạ"},
                                                                             {"òe", "oè"},
                                                                             {"óe", "oé"},
                                                                             {"ùy", "uỳ"},
                                                                             {"úy", "uý"},
                                                                             {"ủy", "uỷ"},
                                                                             {"ũy", "uỹ"},
                                                                             {"ụy", "uỵ"}})
    text = replaced(text, a, b);
  return text;
}
std::string other_spelling(std::string text) {
  for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{{"Quy ", "Qui "},
                                                                             {"Lý ", "Lí "},
                                                                             {"Mỹ ", "Mĩ "},
                                                                             {"Kỳ ", "Kì "},
                                                                             {"Đắk ", "Đắc "},
                                                                             {"Đăk ", "Đắc "},
                                                                             {"Lắk", "Lắc"}})
    text = replaced(text + " ", a, b);
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

struct ClassWords {
  std::string vi, abbreviated, en;
};
ClassWords words_for(const std::string& kind) {
  static const std::map<std::string, ClassWords> words{
      {"huyện", {"Huyện ", "H. ", " District"}},
      {"quận", {"Quận ", "Q. ", " District"}},
      {"thành phố", {"Thành phố ", "TP. ", " City"}},
      {"thị xã", {"Thị xã ", "TX. ", " Town"}},
      {"phường", {"Phường ", "P. ", " Ward"}},
      {"xã", {"Xã ", "X. ", " Commune"}},
      {"đặc khu", {"Đặc khu ", "Đặc khu ", " Special Zone"}}};
  return words.at(small(kind));
}

/// One letter of the plain name, chosen by the unit's position, changed, left out, put in, or exchanged.
std::string mistyped(const std::string& name, std::size_t seed) {
  std::string text = name;
  std::vector<std::size_t> letters;
  for (std::size_t i = 1; i < text.size(); ++i)
    if (std::isalpha(static_cast<unsigned char>(text[i]))) letters.push_back(i);
  if (letters.empty()) return text;
  const std::size_t at = letters[seed % letters.size()];
  switch (seed % 4) {
    case 0: text[at] = text[at] == 'x' ? 'z' : 'x'; break;
    case 1: text.erase(at, 1); break;
    case 2: text.insert(at, 1, text[at]); break;
    default: std::swap(text[at], text[at - 1]);
  }
  return text;
}

std::string code_of(const Country& country, admin::UnitIndex unit) { return country.frame[unit].code; }

}  // namespace

Country districts_of_2007() {
  std::vector<Unit> units;
  for (const auto& row : csv_rows(data() / "vietnam-2007" / "province_names.csv"))
    if (row[0] != "code") units.push_back({.code = row[0], .name_vi = row[1], .level = provinces});
  std::set<std::string> known;
  for (const Unit& unit : units) known.insert(unit.code);
  for (const auto& row : csv_rows(data() / "vietnam-2007" / "seats.csv"))
    if (row[0] != "code" && known.contains(row[5]))
      units.push_back({.code = row[0],
                       .name_vi = row[1],
                       .name_en = row[3],
                       .kind_vi = row[2],
                       .level = parts,
                       .parent_code = row[5]});
  return {"districts of 2007", *admin::Frame::from_units(units, levels("district")), parts};
}

Country communes_of_2025() {
  std::vector<Unit> units;
  for (const auto& row : csv_rows(data() / "vietnam-2007" / "provinces_2025.csv"))
    if (row[0] != "code")
      units.push_back(
          {.code = row[0], .name_vi = row[1], .name_en = row[3], .kind_vi = row[2], .level = provinces});
  for (const auto& row : csv_rows(data() / "frames" / "communes_2025.csv"))
    if (row[0] != "code")
      units.push_back({.code = row[0],
                       .name_vi = row[1],
                       .name_en = without_marks(row[1]),
                       .kind_vi = row[2],
                       .level = parts,
                       .parent_code = row[3]});
  return {"communes of 2025", *admin::Frame::from_units(units, levels("commune")), parts};
}

std::vector<Spelling> spellings_by_rule(const Country& country) {
  const admin::Frame& frame = country.frame;
  std::vector<Spelling> all;
  // What of a text is still told apart, by province and everywhere.
  using Count = std::map<std::string, int>;
  Count plain_here, plain_and_class_here, plain_and_english_here, marked_here, marked_anywhere,
      plain_anywhere, spelt_here;
  const auto bare = [&](admin::UnitIndex unit) { return frame.bare_name(unit).vi; };
  const auto here = [&](admin::UnitIndex unit, const std::string& text) {
    return frame[unit].parent_code + "|" + text;
  };
  for (const admin::UnitIndex unit : frame.at_level(country.level)) {
    const std::string plain = names::folded(bare(unit)), kind = small(frame[unit].kind_vi);
    ++plain_here[here(unit, plain)];
    ++plain_and_class_here[here(unit, plain + kind)];
    ++plain_and_english_here[here(unit, plain + words_for(kind).en)];
    ++marked_here[here(unit, small(bare(unit)))];
    ++marked_anywhere[small(bare(unit))];
    ++plain_anywhere[plain];
    ++spelt_here[here(unit, names::spelling_key(plain))];
  }
  std::size_t seed = 0;
  for (const admin::UnitIndex unit : frame.at_level(country.level)) {
    const Unit& one = frame[unit];
    const std::string name = bare(unit), province = frame[*frame.parent(unit)].name_vi,
                      plain = names::folded(name);
    const ClassWords words = words_for(one.kind_vi);
    const std::string number = names::without_class(name);
    const bool is_number = number.find_first_not_of("0123456789") == std::string::npos;
    const auto add = [&](const std::string& kind, const std::string& text, bool is_told,
                         const std::string& of) {
      all.push_back({kind, {.name = text, .parent = of}, one.code, is_told ? Due::certain : Due::open});
    };
    const bool by_marks = marked_here[here(unit, small(name))] == 1,
               by_plain = spelt_here[here(unit, names::spelling_key(plain))] == 1,
               by_class = plain_and_class_here[here(unit, plain + small(one.kind_vi))] == 1;
    add("as it is", one.name_vi, by_marks || one.name_vi != name, province);
    add("without marks", without_marks(name), by_plain, province);
    add("in small letters", small(name), by_marks, province);
    add("in capitals", capitals(name), by_marks, province);
    if (!is_number) add("class before", words.vi + name, by_marks || by_class, province);
    if (!is_number) add("class abbreviated", words.abbreviated + name, by_marks || by_class, province);
    if (!is_number)
      add("class without marks", without_marks(words.vi + name), by_class || by_plain, province);
    if (!is_number)
      add("class in English", without_marks(name) + words.en,
          by_plain || plain_and_english_here[here(unit, plain + words.en)] == 1, province);
    if (!is_number) add("without blanks", replaced(without_marks(name), " ", ""), by_plain, province);
    add("decomposed", normal(name, false), by_marks, province);
    add("with the Icelandic Ð", replaced(replaced(name, "Đ", "Ð"), "đ", "ð"), by_marks, province);
    if (tone_moved(name) != name) add("tone on another letter", tone_moved(name), by_marks, province);
    if (other_spelling(name) != name)
      add("i for y, c for k", other_spelling(name), by_plain || by_marks, province);
    add("blanks nobody sees", "\xC2\xA0 " + replaced(name, " ", "\xC2\xA0") + "\xE2\x80\x8B", by_marks,
        province);
    add("province without marks", name, by_marks, without_marks(province));
    add("province with its class", name, by_marks, "Tỉnh " + province);
    add("province behind a comma", name + ", " + province, by_marks, "");
    add("without a province", name, marked_anywhere[small(name)] == 1, "");
    add("without a province and marks", without_marks(name), plain_anywhere[plain] == 1 && by_plain, "");
    const std::string typed = mistyped(without_marks(name), seed);
    if (!is_number && plain.size() >= 6 && plain_here[here(unit, names::folded(typed))] == 0)
      all.push_back({"one letter off", {.name = typed, .parent = province}, one.code, Due::found});
    all.push_back({"code", {.code = one.code}, one.code});
    std::string code = one.code;
    while (code.size() > 1 && code.front() == '0') code.erase(0, 1);
    all.push_back({"code without zeros, and name", {.code = code, .name = without_marks(name)}, one.code});
    ++seed;
  }
  // Names of elsewhere: what is not there must not be found.
  const auto units = frame.at_level(country.level);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const admin::UnitIndex from = units[(i + units.size() / 2) % units.size()];
    const std::string key =
        frame[units[i]].parent_code + "|" + names::spelling_key(names::folded(bare(from)));
    if (spelt_here.contains(key)) continue;
    all.push_back({"of another province",
                   {.name = frame.bare_name(from).vi, .parent = frame[*frame.parent(units[i])].name_vi},
                   frame[from].code,
                   Due::open});
  }
  return all;
}

std::vector<Spelling> spellings_by_hand(admin::Level level) {
  std::vector<Spelling> all;
  const auto add = [&](const char* kind, const char* text, const char* parent, const char* unit,
                       Due due = Due::certain) {
    all.push_back({kind, {.name = text, .parent = parent}, unit, due});
  };
  if (level == provinces) {
    for (const char* text : {"TP.HCM", "TP HCM", "TPHCM", "Tp. Hồ Chí Minh", "Ho Chi Minh City", "HCMC",
                             "HCM", "Hồ Chí Minh", "TP Hồ Chí Minh", "T.P. Hồ Chí Minh",
                             "Thành Phố Hồ Chí Minh - Ho Chi Minh City", "HO CHI MINH CITY", "Ho Chi Minh"})
      add("by hand", text, "", "79");
    for (const char* text : {"Hà Nội", "Ha Noi", "Hanoi", "Hà Nội - Ha Noi", "TP. Hà Nội", "T.P Hà Nội",
                             "Thủ đô Hà Nội", "HÀ NỘI"})
      add("by hand", text, "", "01", std::string(text) == "Thủ đô Hà Nội" ? Due::found : Due::certain);
    for (const char* text : {"Bà Rịa - Vũng Tàu", "Bà Rịa-Vũng Tàu", "Bà Rịa Vũng Tàu", "Ba Ria - Vung Tau",
                             "Bà Rịa – Vũng Tàu", "BRVT", "BR-VT", "Bà Rịa/Vũng Tàu"})
      add("by hand", text, "", "77");
    for (const char* text : {"Thừa Thiên Huế", "Thừa Thiên - Huế", "Thừa Thiên-Huế", "Thua Thien Hue",
                             "TT Huế", "T.T. Huế", "Thừa Thiên – Huế"})
      add("by hand", text, "", "46",
          std::string(text).starts_with("T") && std::string(text).size() < 10 ? Due::found : Due::certain);
    for (const char* text :
         {"Đắk Lắk", "Đắc Lắc", "Đăk Lăk", "Dak Lak", "Dac Lac", "Đak Lak", "Đắklắk", "Daklak", "ĐẮK LẮK"})
      add("by hand", text, "", "66");
    for (const char* text : {"Đắk Nông", "Đắc Nông", "Dak Nong", "Đăk Nông"}) add("by hand", text, "", "67");
    for (const char* text : {"Bắc Kạn", "Bắc Cạn", "Bac Kan", "Bac Can"}) add("by hand", text, "", "06");
    for (const char* text : {"Hải Phòng", "Hai Phong", "Haiphong", "TP Hải Phòng", "Hải  Phòng"})
      add("by hand", text, "", "31");
    for (const char* text : {"Hòa Bình", "Hoà Bình", "Hoa Binh", "HOÀ BÌNH"}) add("by hand", text, "", "17");
    for (const char* text : {"Khánh Hòa", "Khánh Hoà", "Khanh Hoa Province", "tỉnh Khánh Hoà"})
      add("by hand", text, "", "56");
    for (const char* text : {"Quảng Nan", "Qảng Nam"}) add("by hand", text, "", "49", Due::found);
    for (const char* text :
         {"Cả nước", "Đồng bằng sông Hồng", "Tổng số", "Không phân tổ được", "Trung du và miền núi phía Bắc",
          "Red River Delta", "WHOLE COUNTRY", "Tây Nguyên", "Đông Nam Bộ", "Nguồn: Tổng cục Thống kê"})
      add("no province", text, "", "", Due::open);
    return all;
  }
  for (const char* text :
       {"Quận 12", "Q. 12", "Q.12", "Q12", "Q 12", "quan 12", "District 12", "Dist. 12", "12", "QUẬN 12"})
    add("by hand", text, "TP. Hồ Chí Minh", "761");
  add("by hand", "Quận 13", "TP. Hồ Chí Minh", "", Due::open);
  add("by hand", "Quận 20", "TP. Hồ Chí Minh", "", Due::open);
  for (const char* text : {"TP. Biên Hòa", "Tp.Biên Hoà", "Thành phố Biên Hòa", "Bien Hoa City", "Biên Hoà",
                           "TP Biên Hòa", "BIEN HOA"})
    add("by hand", text, "Đồng Nai", "731");
  for (const char* text : {"Qui Nhơn", "Quy Nhơn", "TP. Qui Nhơn", "Quy Nhon city", "Quinhon"})
    add("by hand", text, "Bình Định", "540");
  for (const char* text : {"Buôn Ma Thuột", "TP. Buôn Ma Thuột", "Buon Ma Thuot"})
    add("by hand", text, "Đắk Lắk", "643");
  for (const char* text : {"Phan Rang-Tháp Chàm", "Phan Rang - Tháp Chàm", "Phan Rang Tháp Chàm", "PRTC"})
    add("by hand", text, "Ninh Thuận", "582");
  for (const char* text : {"Châu Thành", "Chau Thanh", "Huyện Châu Thành", "H. Châu Thành"}) {
    add("by hand", text, "", "", Due::open);
    add("by hand", text, "Bến Tre", "831");
    add("by hand", text, "Long An", "808");
  }
  return all;
}

std::vector<OtherName> other_names(const admin::Frame& frame) {
  std::vector<OtherName> others;
  for (const auto& row : csv_rows(data() / "frames" / "other_names.csv"))
    for (admin::UnitIndex unit = 0; unit < frame.size(); ++unit)
      if (frame.level_of(unit).id == row[0] && frame.bare_name(unit).vi == row[1])
        others.push_back({frame[unit].code, row[2]});
  return others;
}

std::vector<Spelling> published_spellings() {
  const fs::path folder = data() / "vietnam-2007";
  std::vector<Spelling> all;
  for (const auto& row : csv_rows(folder / "spellings.csv"))
    if (row[0] != "province")
      all.push_back({"published in 2011", {.name = row[1], .parent = row[0]}, row[2], Due::found});
  return all;
}

std::vector<Accuracy> accuracy(const Country& country, const std::vector<Spelling>& spellings) {
  const UnitNames units(country.frame, country.level, other_names(country.frame));
  std::map<std::pair<std::string, Due>, Accuracy> by_kind;
  constexpr std::size_t most_examples = 6;
  for (const Spelling& one : spellings) {
    Accuracy& of = by_kind[{one.kind, one.due}];
    of.kind = one.kind;
    of.due = one.due;
    ++of.pairs;
    const RowMatch match = units.match(std::span(&one.row, 1)).rows.front();
    const std::string found = match.unit ? code_of(country, *match.unit) : "";
    const std::string shown = one.row.code + " '" + one.row.name + "' in '" + one.row.parent + "' (" +
                              one.unit + ") -> '" + found + "', certainty " +
                              std::to_string(static_cast<int>(match.certainty)) + ", reason " +
                              std::to_string(static_cast<int>(match.reason));
    const bool is_right = found == one.unit && match.unit && one.due != Due::open;
    if (match.certainty == Certainty::certain) {
      ++of.certain;
      if (is_right)
        ++of.certain_and_right;
      else if (of.wrong.size() < most_examples)
        of.wrong.push_back(shown);
    }
    if (is_right && match.certainty <= Certainty::likely) ++of.found;
    if (match.certainty == Certainty::asked) ++of.asked;
    const bool is_missed =
        one.due == Due::certain ? match.certainty != Certainty::certain : one.due == Due::found && !is_right;
    if (is_missed && of.missed.size() < most_examples) of.missed.push_back(shown);
  }
  std::vector<Accuracy> all;
  for (auto& [key, of] : by_kind) all.push_back(std::move(of));
  return all;
}

Accuracy sum(const std::vector<Accuracy>& parts, Due due) {
  Accuracy all{.kind = "all", .due = due};
  for (const Accuracy& one : parts) {
    if (one.due != due) continue;
    all.pairs += one.pairs;
    all.certain += one.certain;
    all.certain_and_right += one.certain_and_right;
    all.found += one.found;
    all.asked += one.asked;
  }
  return all;
}

}  // namespace vicinia::core::matching
