#include "base/file_nature.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "base/text.h"
#include "vicinia/core/base/ascii.h"

namespace vicinia::gis::io {
namespace {

using namespace std::string_view_literals;

/// The file begins with these bytes, or its text with these words, in any case; and further on there are others, if any.
struct Sign {
  std::string_view nature, begin, later{};
};

/// The first that fits counts: a web page may be XML as well, an office document is a zip.
constexpr std::array<Sign, 33> signs{{
    {"file:utf16", "\xFF\xFE"sv},
    {"file:utf16", "\xFE\xFF"sv},
    {"file:utf16", "\x00\x00\xFE\xFF"sv},
    {"file:git_lfs", "version https://git-lfs.github.com/spec/"sv},
    {"file:git_lfs", "/annex/objects/"sv},
    {"file:office", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv},
    {"file:office", "PK\x03\x04"sv, "[content_types].xml"sv},
    {"file:office", "PK\x03\x04"sv, "mimetypeapplication/vnd.oasis.opendocument"sv},
    {"file:zip", "PK\x03\x04"sv},
    {"file:empty_archive", "PK\x05\x06"sv},
    {"file:archive", "\x1F\x8B"sv},
    {"file:archive", "7z\xBC\xAF\x27\x1C"sv},
    {"file:archive", "Rar!\x1A\x07"sv},
    {"file:archive", "\xFD\x37zXZ\x00"sv},
    {"file:archive", "BZh91AY&SY"sv},
    {"file:archive", "\x28\xB5\x2F\xFD"sv},
    {"file:pdf", "%PDF-"sv},
    {"file:picture", "\x89PNG"sv},
    {"file:picture", "\xFF\xD8\xFF"sv},
    {"file:picture", "GIF8"sv},
    {"file:picture", "II*\x00"sv},
    {"file:picture", "MM\x00*"sv},
    {"file:database", "SQLite format 3\x00"sv},
    {"file:project", "<!doctype qgis"sv},
    {"file:project", "<qgis"sv},
    {"file:html", "<!doctype html"sv},
    {"file:html", "<html"sv},
    {"file:html", "<head"sv},
    {"file:html", "<body"sv},
    {"file:html", "<"sv, "<html"sv},
    {"file:xml", "<"sv},
    {"file:json", "{"sv},
    {"file:json", "["sv},
}};

/// Latin text in UTF-16 without a mark has a zero in every other byte.
bool is_utf16_without_mark(std::string_view begin) {
  constexpr std::size_t least = 8;
  if (begin.size() < least) return false;
  std::size_t zeros[2] = {};
  for (std::size_t i = 0; i < begin.size(); ++i)
    if (begin[i] == 0) ++zeros[i % 2];
  const std::size_t most = std::max(zeros[0], zeros[1]), fewest = std::min(zeros[0], zeros[1]);
  return fewest * 10 < begin.size() && most * 3 > begin.size();
}

bool is_text(std::string_view begin) {
  // The last letter may have been cut.
  constexpr std::size_t longest_letter = 4;
  if (begin.size() == nature_bytes)
    for (std::size_t cut = 0; cut < longest_letter && !is_utf8(begin); ++cut) begin.remove_suffix(1);
  return is_utf8(begin) &&
         std::ranges::none_of(begin, [](unsigned char c) { return c < ' ' && std::isspace(c) == 0; });
}

}  // namespace

std::string nature_of(std::string_view begin, std::uint64_t size) {
  if (size == 0) return "file:empty";
  begin = begin.substr(0, nature_bytes);
  if (std::ranges::all_of(begin, [](char c) { return c == 0; })) return "file:zeros";
  std::string_view words = begin;
  if (words.starts_with("\xEF\xBB\xBF")) words.remove_prefix(3);
  const std::string lower = core::ascii_lower(trimmed(words));
  if (lower.empty()) return "file:blank";
  for (const Sign& one : signs) {
    const bool fits = (begin.starts_with(one.begin) || lower.starts_with(one.begin)) &&
                      (one.later.empty() || lower.find(one.later) != std::string::npos);
    if (!fits) continue;
    // A single letter may just as well be the first half of one in UTF-16.
    return one.begin.size() == 1 && is_utf16_without_mark(begin) ? "file:utf16" : std::string(one.nature);
  }
  if (is_utf16_without_mark(begin)) return "file:utf16";
  return is_text(begin) ? "file:text" : "";
}

std::string nature_of_file(const std::string& file) {
  VSIStatBufL status;
  if (VSIStatL(file.c_str(), &status) != 0 || VSI_ISDIR(status.st_mode)) return {};
  VSILFILE* stream = VSIFOpenL(file.c_str(), "rb");
  if (stream == nullptr) return {};
  std::string begin(nature_bytes, '\0');
  begin.resize(VSIFReadL(begin.data(), 1, begin.size(), stream));
  VSIFCloseL(stream);
  return nature_of(begin, begin.empty() ? 0 : static_cast<std::uint64_t>(status.st_size));
}

bool declares_entities(const std::string& file) {
  VSILFILE* stream = VSIFOpenL(file.c_str(), "rb");
  if (stream == nullptr) return false;
  std::string begin(std::size_t{1} << 16U, '\0');
  begin.resize(VSIFReadL(begin.data(), 1, begin.size(), stream));
  VSIFCloseL(stream);
  std::erase(begin, '\0');  // of UTF-16
  return begin.find("<!ENTITY") != std::string::npos;
}

}  // namespace vicinia::gis::io
