#include "base/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <memory>

#include "vicinia/core/text/encoding.h"

namespace vicinia::gis::io {
namespace {

using ConverterPtr = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// One that stops at a byte it does not know, where ICU would put a replacement character.
ConverterPtr strict_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  ConverterPtr converter(encoding.empty() ? nullptr : ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (converter)
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) converter.reset();
  return converter;
}

/// One that core/text reads and ICU does not, or not by this name ("ANSI 1252"), or not so strictly (Windows-1258, UTF-16).
std::optional<core::text::Encoding> own_encoding(const std::string& encoding) {
  const auto own = core::text::encoding_named(encoding);
  // ISO 8859-1 and its kin are many, and ICU knows each by its name.
  const bool is_for_icu = own == core::text::Encoding::utf8 || own == core::text::Encoding::windows1252;
  return is_for_icu && strict_converter(encoding) ? std::nullopt : own;
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  for (std::size_t at = 0; at < size;) {
    UChar32 character = 0;
    U8_NEXT(bytes, at, size, character);
    if (character <= 0) return false;
  }
  return true;
}

std::string to_nfc(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  return U_FAILURE(status) ? text : normal;
}

std::optional<std::string> decoded(const std::string& bytes, const std::string& encoding) {
  if (const auto own = own_encoding(encoding)) {
    auto text = core::text::to_utf8(bytes, *own);
    return text ? std::optional(*std::move(text)) : std::nullopt;
  }
  const ConverterPtr converter = strict_converter(encoding);
  if (!converter) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return to_nfc(utf8);
}

bool is_known_encoding(const std::string& encoding) {
  return own_encoding(encoding) || strict_converter(encoding) != nullptr;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace vicinia::gis::io
