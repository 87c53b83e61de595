#include "vicinia/gis/files/json_section.h"

#include <charconv>
#include <chrono>

#include "vicinia/core/text/encoding.h"

namespace vicinia::gis::files {
namespace {

using core::BilingualText;
using core::ErrorCode;

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  int parts[3] = {};
  constexpr std::pair<std::size_t, std::size_t> places[] = {{0, 4}, {5, 2}, {8, 2}};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string_view part = text.substr(places[i].first, places[i].second);
    if (part.find_first_not_of("0123456789") != std::string_view::npos) return false;
    std::from_chars(part.data(), part.data() + part.size(), parts[i]);
  }
  return std::chrono::year_month_day(std::chrono::year(parts[0]),
                                     std::chrono::month(static_cast<unsigned>(parts[1])),
                                     std::chrono::day(static_cast<unsigned>(parts[2])))
      .ok();
}

}  // namespace

std::string quoted(const Json& value) {
  constexpr std::size_t most_bytes = 100;
  std::string text = value.dump(-1, ' ', true);  // in ASCII, so that it can be cut anywhere
  if (text.size() > most_bytes) text.replace(most_bytes, std::string::npos, "…");
  return text;
}

void Section::complain(std::string_view key, std::string what) const {
  errors_.add({.code = ErrorCode::bad_manifest,
               .subject = {.file = file_, .field = full_name(key)},
               .detail = std::move(what)});
}

bool Section::require(const char* key) const {
  if (has(key)) return true;
  complain(key, "missing");
  return false;
}

std::string Section::text(const char* key) const {
  if (!has(key)) return {};
  if (at(key).is_string()) return at(key).get<std::string>();
  complain(key, "not a text: " + quoted(at(key)));
  return {};
}

std::string Section::needed_text(const char* key) const {
  if (!require(key)) return {};
  std::string value = text(key);
  if (value.empty() && at(key).is_string()) complain(key, "empty");
  return value;
}

BilingualText Section::both_languages(const char* key) const {
  if (!has(key)) return {};
  const Json& value = at(key);
  if (value.is_string()) return {value.get<std::string>(), value.get<std::string>()};
  if (!value.is_object()) {
    complain(key, "neither a text nor an object with vi and en: " + quoted(value));
    return {};
  }
  const Section inner(value, full_name(key) + ".", file_, errors_);
  BilingualText both{inner.text("vi"), inner.text("en")};
  if (both.vi.empty() && both.en.empty()) complain(key, "neither vi nor en");
  if (both.vi.empty()) both.vi = both.en;
  if (both.en.empty()) both.en = both.vi;
  return both;
}

std::vector<std::string> Section::texts(const char* key) const {
  std::vector<std::string> list;
  if (!has(key)) return list;
  if (!at(key).is_array()) {
    complain(key, "not a list of texts: " + quoted(at(key)));
    return list;
  }
  for (const Json& value : at(key)) {
    if (!value.is_string() || value.get<std::string>().empty())
      complain(key, "not a text: " + quoted(value));
    else
      list.push_back(*core::text::to_utf8(value.get<std::string>(), core::text::Encoding::utf8));
  }
  return list;
}

bool Section::truth(const char* key) const {
  if (!has(key)) return false;
  if (at(key).is_boolean()) return at(key).get<bool>();
  complain(key, "neither true nor false: " + quoted(at(key)));
  return false;
}

std::string Section::date(const char* key) const {
  std::string text = needed_text(key);
  if (!text.empty() && !is_date(text)) complain(key, "not a date such as 2007-12-31: " + text);
  return text;
}

std::optional<Section> Section::section(const char* key) const {
  if (at(key).is_object()) return Section(at(key), full_name(key) + ".", file_, errors_);
  complain(key, "not an object: " + quoted(at(key)));
  return std::nullopt;
}

std::vector<Section> Section::sections(const char* key) const {
  std::vector<Section> parts;
  for (std::size_t i = 0; i < at(key).size(); ++i) {
    const Json& part = at(key)[i];
    const std::string name = std::string(key) + "[" + std::to_string(i) + "]";
    if (part.is_object())
      parts.emplace_back(part, full_name(name) + ".", file_, errors_);
    else
      complain(name, "not an object: " + quoted(part));
  }
  return parts;
}

void Section::note_unknown_keys(Names known, std::vector<core::Finding>& findings) const {
  for (const auto& [key, value] : object_.items())
    if (!key.starts_with('_') && !key.starts_with('$') && std::ranges::find(known, key) == known.end())
      findings.push_back({.code = ErrorCode::bad_manifest,
                          .subject = {.file = file_, .field = full_name(key)},
                          .detail = "unknown"});
}

}  // namespace vicinia::gis::files
