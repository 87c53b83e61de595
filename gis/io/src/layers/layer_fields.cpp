#include "layers/layer_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <set>

#include "base/text.h"
#include "vicinia/core/base/ascii.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
using Type = FieldDefinition::Type;

constexpr std::size_t dbf_longest_name = 10;
constexpr int dbf_widest_text = static_cast<int>(shapefile_longest_text);
constexpr int dbf_widest_integer = 18;  // a wider number field is read back as a real one
constexpr int dbf_widest_real = 32;
constexpr int dbf_most_decimals = 15;

template <class Number>
bool reads_as(const std::string& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

/// Digits that a real number needs without an exponent.
FieldSize size_of_real(double number) {
  std::array<char, 512> buffer{};
  const auto written =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
  const std::size_t point = text.find('.');
  return {.width = static_cast<int>(std::min(point, text.size())),
          .decimals = point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1)};
}

Result<FieldSize> size_of_value(const std::string& text, Type type) {
  if (type == Type::text) {
    if (!is_utf8(text)) return core::fail({.code = ErrorCode::bad_encoding, .detail = "UTF-8"});
    return FieldSize{.width = static_cast<int>(text.size())};
  }
  if (text.empty()) return FieldSize{};
  double number = 0;
  if (!reads_as(text, number) || !std::isfinite(number))
    return core::fail({.code = ErrorCode::not_a_number, .detail = text});
  if (type == Type::real) return size_of_real(number);
  std::int64_t whole = 0;
  if (!reads_as(text, whole)) return core::fail({.code = ErrorCode::not_a_whole_number, .detail = text});
  if (type == Type::boolean && whole != 0 && whole != 1)
    return core::fail({.code = ErrorCode::not_yes_or_no, .detail = text});
  return FieldSize{.width = static_cast<int>(text.size())};
}

/// The first bytes, and no part of a character.
std::string cut_to(const std::string& text, std::size_t bytes) {
  std::size_t end = std::min(bytes, text.size());
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

Status check_names(const std::string& file, const LayerToWrite& layer, bool for_dbf) {
  std::set<std::string>
      seen;  // DBF and GeoPackage do not tell names apart by the case of their Latin letters
  for (const FieldDefinition& field : layer.fields) {
    const std::string& name = name_in(field, for_dbf);
    const auto wrong = [&](const char* what) {
      return core::fail(
          {.code = ErrorCode::invalid_argument, .subject = {.file = file, .field = name}, .detail = what});
    };
    if (name.empty() || !is_utf8(name)) return wrong("a field needs a name in UTF-8");
    if (for_dbf && name.size() > dbf_longest_name)
      return wrong("a field of a shapefile has a name of at most 10 bytes");
    if (!seen.insert(core::ascii_lower(name)).second) return wrong("two fields have this name");
  }
  return {};
}

}  // namespace

const std::string& name_in(const FieldDefinition& field, bool dbf) {
  return dbf && !field.short_name.empty() ? field.short_name : field.name;
}

std::vector<std::size_t> shorten_field_names(std::vector<FieldDefinition>& fields) {
  std::set<std::string> taken;
  std::vector<std::size_t> shortened;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string& name = name_in(fields[i], true);
    if (name.size() > dbf_longest_name)
      shortened.push_back(i);
    else
      taken.insert(core::ascii_lower(name));
  }
  for (const std::size_t i : shortened) {
    std::string name = cut_to(fields[i].name, dbf_longest_name);
    for (int number = 2; !taken.insert(core::ascii_lower(name)).second; ++number) {
      const std::string end = "_" + std::to_string(number);
      name = cut_to(fields[i].name, dbf_longest_name - end.size()) + end;
    }
    fields[i].short_name = name;
  }
  return shortened;
}

Result<std::vector<FieldSize>> measure_fields(const std::string& file, const LayerToWrite& layer,
                                              std::size_t area_count, bool for_dbf) {
  if (auto ok = check_names(file, layer, for_dbf); !ok) return core::fail(ok.error());
  if (layer.rows.size() != area_count)
    return core::fail({.code = ErrorCode::shape_mismatch,
                       .subject = {.file = file},
                       .detail = std::to_string(layer.rows.size()) + ", " + std::to_string(area_count)});
  std::vector<FieldSize> sizes(layer.fields.size());
  for (std::size_t row = 0; row < layer.rows.size(); ++row) {
    if (layer.rows[row].size() != layer.fields.size())
      return core::fail(
          {.code = ErrorCode::shape_mismatch,
           .subject = {.file = file, .row = row + 1},
           .detail = std::to_string(layer.rows[row].size()) + ", " + std::to_string(layer.fields.size())});
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
      auto size = size_of_value(layer.rows[row][i], layer.fields[i].type);
      if (!size || (for_dbf && layer.fields[i].type == Type::text && size->width > dbf_widest_text)) {
        Error error =
            size ? Error{.code = ErrorCode::text_too_long,
                         .detail = std::to_string(size->width) + "|" + std::to_string(dbf_widest_text)}
                 : size.error();
        error.subject = {.file = file, .row = row + 1, .field = name_in(layer.fields[i], for_dbf)};
        if (size) error.subject.id = row < layer.ids.size() ? layer.ids[row] : std::to_string(row + 1);
        return core::fail(std::move(error));
      }
      sizes[i].width = std::max(sizes[i].width, size->width);
      sizes[i].decimals = std::max(sizes[i].decimals, size->decimals);
    }
  }
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    sizes[i].width = std::max(sizes[i].width, 1);
    if (layer.fields[i].type == Type::integer) sizes[i].width = std::min(sizes[i].width, dbf_widest_integer);
    if (layer.fields[i].type != Type::real) continue;
    sizes[i].decimals =
        std::clamp(sizes[i].decimals, 1, dbf_most_decimals);  // without one it would be a whole number
    sizes[i].width = std::min(sizes[i].width + 1 + sizes[i].decimals, dbf_widest_real);
  }
  return sizes;
}

}  // namespace vicinia::gis::io
