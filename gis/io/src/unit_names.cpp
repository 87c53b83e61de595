#include "vicinia/gis/io/unit_names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "text.h"

namespace vicinia::gis::io {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

/// Longer ones first, so that "thi xa" goes before "xa" could.
constexpr std::array<std::string_view, 14> kinds{
    "thanh pho", "thi xa", "urban district", "rural district", "huyen",    "quan", "tinh",
    "township",  "town",   "city",           "district",       "province", "tp",   "tx"};

bool take_kind_off(std::string& name) {
  for (const std::string_view kind : kinds) {
    if (name.size() <= kind.size() + 1) continue;
    if (name.starts_with(kind) && name[kind.size()] == ' ') {
      name.erase(0, kind.size() + 1);
      return true;
    }
    if (const std::size_t at = name.size() - kind.size(); name.ends_with(kind) && name[at - 1] == ' ') {
      name.erase(at - 1);
      return true;
    }
  }
  return false;
}

}  // namespace

std::string plain_text(std::string_view text) {
  const icu::UnicodeString source = from_utf8(to_nfc(std::string(text)));
  icu::UnicodeString plain;
  bool gap = false;
  for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
    const UChar32 c = source.char32At(i);
    if (u_isUWhiteSpace(c)) {
      gap = !plain.isEmpty();
    } else if (u_charType(c) != U_FORMAT_CHAR && !u_isISOControl(c)) {
      if (gap) plain.append(u' ');
      gap = false;
      plain.append(c);
    }
  }
  std::string utf8;
  return plain.toUTF8String(utf8);
}

std::string folded_name(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::UnicodeString decomposed =
      U_SUCCESS(status) ? nfkd->normalize(from_utf8(text), status) : from_utf8(text);
  icu::UnicodeString plain;
  bool gap = false;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_FORMAT_CHAR) continue;
    if (!u_isalnum(c)) {
      gap = !plain.isEmpty();
      continue;
    }
    if (gap) plain.append(u' ');
    gap = false;
    // The stroke of Đ is no mark that decomposes; old files write it as the Icelandic Ð.
    const bool is_d_with_stroke = c == 0x110 || c == 0x111 || c == 0xD0 || c == 0xF0;
    plain.append(is_d_with_stroke ? UChar32{'d'} : u_tolower(c));
  }
  std::string utf8;
  return plain.toUTF8String(utf8);
}

std::string name_without_kind(std::string_view text) {
  std::string name = folded_name(text);
  while (take_kind_off(name)) {
  }
  return name;
}

std::size_t letters_apart(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
    }
  }
  return row.back();
}

}  // namespace vicinia::gis::io
