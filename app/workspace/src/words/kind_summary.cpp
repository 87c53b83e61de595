#include "words/kind_summary.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/phrase.h"
#include "vicinia/workspace/base/printable.h"
#include "words/detail_words.h"

namespace vicinia::workspace::inline words {
namespace {

using core::Error;
using core::ErrorCode;

/// Several of one kind; {n} is how many. Kinds that have no words of their own are told by the first of them.
struct Plural {
  ErrorCode code;
  Phrase words;
};
constexpr std::array<Plural, 12> of_findings{{
    {ErrorCode::decimal_commas,
     {"{n} cột có dấu phẩy thập phân, được đọc là dấu thập phân",
      "{n} columns have decimal commas, read as the decimal mark"}},
    {ErrorCode::thousands_marks,
     {"{n} cột có dấu phân cách hàng nghìn, được đọc bỏ dấu đó",
      "{n} columns have marks between thousands, read without them"}},
    {ErrorCode::percent_signs,
     {"{n} cột có dấu %, được đọc là phần trăm", "{n} columns have percent signs, read as per cent"}},
    {ErrorCode::assumed_decimal_points,
     {"{n} cột có dấu chấm chưa rõ nghĩa, được đọc là dấu thập phân; nếu không đúng, hãy khai báo dấu thập phân",
      "{n} columns have points that may mean either, read as the decimal mark; if they are not, state the decimal mark"}},
    {ErrorCode::invalid_ring,
     {"{n} đường viền không hợp lệ đã được sửa", "{n} outlines were not valid and have been repaired"}},
    {ErrorCode::empty_geometry,
     {"{n} đơn vị không có diện tích, vẫn có trong bảng nhưng không được vẽ",
      "{n} units have no area: they are kept in tables and not drawn"}},
    {ErrorCode::not_a_polygon,
     {"{n} đối tượng có cả phần không phải vùng, các phần này được bỏ qua",
      "{n} features hold something else than areas, which was left out"}},
    {ErrorCode::bad_manifest,
     {"{n} mục trong manifest không có tác dụng", "{n} entries of the manifest mean nothing here"}},
    {ErrorCode::duplicate_unit, {"{n} mã đơn vị xuất hiện nhiều lần", "{n} unit codes stand more than once"}},
    {ErrorCode::unknown_parent,
     {"{n} đơn vị thuộc tỉnh không có trong dữ liệu", "{n} units name a province that is not there"}},
    {ErrorCode::markers_not_published,
     {"{n} cột có ký hiệu được coi là không công bố, theo manifest",
      "{n} columns have signs that count as not published, as the manifest says"}},
    {ErrorCode::markers_zero,
     {"{n} cột có ký hiệu được coi là 0, theo manifest",
      "{n} columns have signs that count as 0, as the manifest says"}},
}};
constexpr std::array<Plural, 15> of_errors{{
    {ErrorCode::missing_column, {"Bảng thiếu {n} cột", "The table lacks {n} columns"}},
    {ErrorCode::missing_field, {"Lớp thiếu {n} trường", "The layer lacks {n} fields"}},
    {ErrorCode::bad_manifest,
     {"{n} mục trong manifest chưa đúng", "{n} entries of the manifest are not right"}},
    {ErrorCode::not_a_polygon, {"{n} đối tượng không phải vùng", "{n} features are no areas"}},
    {ErrorCode::non_finite_coordinate,
     {"{n} đối tượng có tọa độ không phải là số", "{n} features have coordinates that are no numbers"}},
    {ErrorCode::empty_geometry, {"{n} đối tượng không có hình học", "{n} features have no geometry"}},
    {ErrorCode::missing_code, {"{n} đơn vị không có mã", "{n} units have no code"}},
    {ErrorCode::unknown_unit,
     {"{n} dòng nêu mã đơn vị không có trong lớp ranh giới",
      "{n} rows name a unit that the boundaries do not have"}},
    {ErrorCode::unknown_sector,
     {"{n} dòng nêu số ngành không có trong bảng ngành",
      "{n} rows name a sector that the table of sectors does not have"}},
    {ErrorCode::not_a_number, {"{n} ô không phải là số", "{n} fields hold no number"}},
    {ErrorCode::negative_count, {"{n} ô có số đếm âm", "{n} fields hold a negative count"}},
    {ErrorCode::not_a_whole_number,
     {"{n} ô có số đếm không phải số nguyên", "{n} fields hold a count that is no whole number"}},
    {ErrorCode::share_out_of_range,
     {"{n} ô có tỷ trọng ngoài khoảng 0 đến 100 phần trăm",
      "{n} fields hold a share outside 0 to 100 per cent"}},
    {ErrorCode::duplicate_observation,
     {"{n} dòng lặp lại đơn vị và ngành đã có số liệu",
      "{n} rows repeat a unit and sector that have a value already"}},
    {ErrorCode::wrong_column_count,
     {"{n} dòng có số cột khác với dòng tiêu đề", "{n} rows have another number of columns than the header"}},
}};

constexpr std::size_t most_named = 3;

std::string counted(std::size_t count, Language language) {
  return number_text(static_cast<double>(count), 0, language);
}

/// Findings on the numbers of a column.
bool is_of_column(ErrorCode code) {
  return code == ErrorCode::decimal_commas || code == ErrorCode::thousands_marks ||
         code == ErrorCode::percent_signs || code == ErrorCode::assumed_decimal_points;
}

bool is_of_layer(ErrorCode code) {
  return code >= ErrorCode::not_a_vector_file && code <= ErrorCode::and_others;
}

/// What it is about, as short as can be. Errors are mended in the file, so that they are named by their row first.
std::string short_name(const Error& error, Severity severity, Language language) {
  const std::string id = printable_line(error.subject.id);
  if (is_of_column(error.code)) return printable_line(error.subject.field);
  if (severity == Severity::error && is_named_in_full(error.code)) {
    const std::string what =
        error.code == ErrorCode::bad_manifest ? detail_words(error, language).words : std::string();
    return printable_line(error.subject.field) + (what.empty() ? "" : " (" + what + ")");
  }
  if (error.subject.row && (severity == Severity::error || id.empty())) {
    const std::string row = row_words(error, language);
    if (severity == Severity::finding) return row;
    const std::string what = !id.empty()               ? id
                             : is_of_layer(error.code) ? std::string()
                                                       : printable_line(error.detail);
    return what.empty() ? row : row + " (" + what + ")";
  }
  if (!id.empty()) return id;
  return printable_line(error.subject.field.empty() ? error.detail : error.subject.field);
}

}  // namespace

std::string row_words(const Error& error, Language language, bool begins_sentence) {
  if (!error.subject.row) return {};
  static constexpr Phrase feature{"đối tượng {n}", "feature {n}"}, line{"dòng {n}", "line {n}"},
      first_feature{"Đối tượng {n}", "Feature {n}"}, first_line{"Dòng {n}", "Line {n}"};
  const Phrase& words = is_of_layer(error.code) ? (begins_sentence ? first_feature : feature)
                                                : (begins_sentence ? first_line : line);
  return words.in(language, {{"{n}", std::to_string(*error.subject.row)}});
}

bool is_named_in_full(ErrorCode code) {
  return code == ErrorCode::missing_column || code == ErrorCode::missing_field ||
         code == ErrorCode::bad_manifest;
}

std::string kind_summary(std::span<const Error* const> listed, std::size_t count, Severity severity,
                         Language language) {
  const Error& first = *listed.front();
  std::vector<std::string> names;
  for (const Error* one : listed) {
    const std::string name = short_name(*one, severity, language);
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
    if (names.size() == most_named && !(severity == Severity::error && is_named_in_full(first.code))) break;
  }
  const Phrase* words = nullptr;
  const auto choose = [&](const auto& plurals) {
    const auto plural = std::ranges::find(plurals, first.code, &Plural::code);
    if (plural != plurals.end()) words = &plural->words;
  };
  severity == Severity::finding ? choose(of_findings) : choose(of_errors);
  std::string others;
  for (std::size_t i = 1; i < names.size(); ++i) others += (i == 1 ? "" : ", ") + names[i];
  if (!others.empty() && count > names.size()) others += ", …";
  if (words == nullptr && severity == Severity::finding) {
    static constexpr Phrase more{" (cùng loại: {n} ghi chú nữa{which})",
                                 " (and {n} more of this kind{which})"};
    return one_error_text(first, language) +
           more.in(language, {{"{n}", counted(count - 1, language)},
                              {"{which}", others.empty() ? others : ": " + others}});
  }
  if (words == nullptr) {
    static constexpr Phrase more{" Cùng loại còn {n} lỗi nữa{which}.",
                                 " There are {n} more of this kind{which}."};
    return one_error_text(first, language) +
           more.in(language, {{"{n}", counted(count - 1, language)},
                              {"{which}", others.empty() ? others : ": " + others}});
  }
  std::string text = first.subject.file.empty() ? std::string() : printable_line(first.subject.file) + ": ";
  text += words->in(language, {{"{n}", counted(count, language)}});
  for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? ": " : ", ") + names[i];
  if (!names.empty() && count > names.size())
    text += Phrase{" và {n} nữa", " and {n} more"}.in(language,
                                                      {{"{n}", counted(count - names.size(), language)}});
  text += ".";
  static constexpr Phrase it_has{" Hiện có: {detail}.", " It has: {detail}."};
  if (first.code == ErrorCode::missing_column || first.code == ErrorCode::missing_field)
    text += it_has.in(language, {{"{detail}", detail_words(first, language).words}});
  if (severity == Severity::error)
    if (const std::string advice = advice_text(first, language); !advice.empty()) text += " " + advice;
  return text;
}

}  // namespace vicinia::workspace::inline words
