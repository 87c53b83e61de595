#include "layer_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <set>

#include "text.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
using Type = FieldDefinition::Type;

constexpr std::size_t dbf_longest_name = 10;
constexpr int dbf_widest_text = 254;
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
  return FieldSize{.width = static_cast<int>(text.size())};
}

Status check_names(const std::string& file, const LayerToWrite& layer, bool for_dbf) {
  std::set<std::string> seen;
  for (const FieldDefinition& field : layer.fields) {
    const auto wrong = [&](const char* what) {
      return core::fail({.code = ErrorCode::invalid_argument,
                         .subject = {.file = file, .field = field.name},
                         .detail = what});
    };
    if (field.name.empty() || !is_utf8(field.name)) return wrong("a field needs a name in UTF-8");
    if (for_dbf && field.name.size() > dbf_longest_name)
      return wrong("a field of a shapefile has a name of at most 10 bytes");
    std::string folded = field.name;
    std::ranges::transform(folded, folded.begin(),
                           [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
    if (!seen.insert(folded).second) return wrong("two fields have this name");
  }
  return {};
}

}  // namespace

Result<std::vector<FieldSize>> measure_fields(const std::string& file, const LayerToWrite& layer,
                                              bool for_dbf) {
  if (auto ok = check_names(file, layer, for_dbf); !ok) return core::fail(ok.error());
  if (layer.rows.size() != layer.areas.size())
    return core::fail(
        {.code = ErrorCode::shape_mismatch,
         .subject = {.file = file},
         .detail = std::to_string(layer.rows.size()) + ", " + std::to_string(layer.areas.size())});
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
        Error error = size ? Error{.code = ErrorCode::invalid_argument,
                                   .detail = "a text of a shapefile has at most 254 bytes"}
                           : size.error();
        error.subject = {.file = file, .row = row + 1, .field = layer.fields[i].name};
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
