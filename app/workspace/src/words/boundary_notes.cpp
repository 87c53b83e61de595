#include "vicinia/workspace/words/boundary_notes.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/phrase.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline words {
namespace {

constexpr std::size_t most_told = 3;

/// Of one, and of several.
struct NoteWording {
  Phrase one, several;
};

NoteWording wording_of(BoundaryNote note) {
  switch (note) {
    case BoundaryNote::repaired:
      return {{"1 đường bao không hợp lệ và đã được sửa: đối tượng {which}.",
               "1 outline was not valid and has been repaired: feature {which}."},
              {"{count} đường bao không hợp lệ và đã được sửa: đối tượng {which}.",
               "{count} outlines were not valid and have been repaired: features {which}."}};
    case BoundaryNote::no_geometry:
      return {
          {"1 đối tượng không có hình học: {which}.", "1 feature has no geometry: {which}."},
          {"{count} đối tượng không có hình học: {which}.", "{count} features have no geometry: {which}."}};
    case BoundaryNote::same_id:
      return {{"1 mã có ở nhiều đối tượng, được coi là các phần của một đơn vị: {which}.",
               "1 id stands at several features, which count as parts of one area: {which}."},
              {"{count} mã có ở nhiều đối tượng, được coi là các phần của một đơn vị: {which}.",
               "{count} ids stand at several features, which count as parts of one area: {which}."}};
    case BoundaryNote::empty_id:
      return {{"1 đối tượng không có mã, được gọi theo số thứ tự: {which}.",
               "1 feature has no id and is called by its number: {which}."},
              {"{count} đối tượng không có mã, được gọi theo số thứ tự: {which}.",
               "{count} features have no id and are called by their numbers: {which}."}};
    case BoundaryNote::ground_given:
      return {
          {"1 phần đất do nhiều nhóm cùng bao phủ, chỉ được tính cho một nhóm: {which}. Xem bằng \"vicinia check\".",
           "1 piece of ground is covered by several groups and counts for one of them: {which}. See \"vicinia check\"."},
          {"{count} phần đất do nhiều nhóm cùng bao phủ, mỗi phần chỉ được tính cho một nhóm: {which}. Xem bằng \"vicinia check\".",
           "{count} pieces of ground are covered by several groups and count for one of them each: {which}. See \"vicinia check\"."}};
    case BoundaryNote::no_group:
      return {
          {"1 đối tượng không có giá trị để gộp và đứng riêng, không có giá trị: {which}.",
           "1 feature has no value to dissolve by and stands by itself, without one: {which}."},
          {"{count} đối tượng không có giá trị để gộp, được gộp thành một vùng không có giá trị: {which}.",
           "{count} features have no value to dissolve by and are joined into one area without a value: "
           "{which}."}};
    case BoundaryNote::folded:
      return {{"1 giá trị được viết theo nhiều cách, chỉ khác ở khoảng trắng hoặc dạng Unicode, được coi là "
               "một: {which}.",
               "1 value is written in ways that differ only in blanks or Unicode normal form, and counts as "
               "one: {which}."},
              {"{count} giá trị được viết theo nhiều cách, chỉ khác ở khoảng trắng hoặc dạng Unicode, mỗi "
               "giá trị được coi là một: {which}.",
               "{count} values are written in ways that differ only in blanks or Unicode normal form, and "
               "count as one each: {which}."}};
    case BoundaryNote::fields_dropped:
      return {{"1 trường bị bỏ vì giá trị của các thành viên khác nhau: {which}.",
               "1 field is left out, since members differ: {which}."},
              {"{count} trường bị bỏ vì giá trị của các thành viên khác nhau: {which}.",
               "{count} fields are left out, since members differ: {which}."}};
    case BoundaryNote::fields_emptied:
      return {{"1 giá trị để trống vì các thành viên khác nhau: {which}.",
               "1 value is left empty, since members differ: {which}."},
              {"{count} giá trị để trống vì các thành viên khác nhau: {which}.",
               "{count} values are left empty, since members differ: {which}."}};
    case BoundaryNote::no_point:
      return {{"1 vùng không có điểm nào và bị bỏ qua: {which}.",
               "1 region has no point in it and is left out: {which}."},
              {"{count} vùng không có điểm nào và bị bỏ qua: {which}.",
               "{count} regions have no point in them and are left out: {which}."}};
    case BoundaryNote::nowhere_nearest:
      return {{"1 điểm không gần phần nào của vùng nhất nên không có diện tích: {which}.",
               "1 point is nowhere the nearest in its region and gets no area: {which}."},
              {"{count} điểm không gần phần nào của vùng nhất nên không có diện tích: {which}.",
               "{count} points are nowhere the nearest in their regions and get no area: {which}."}};
    case BoundaryNote::names_shortened: break;
  }
  return {{"1 trường mang tên khác trong shapefile: {which}.",
           "1 field has another name in a shapefile: {which}."},
          {"{count} trường mang tên khác trong shapefile: {which}.",
           "{count} fields have other names in a shapefile: {which}."}};
}

}  // namespace

std::string boundary_note(BoundaryNote note, const std::vector<std::string>& which, Language language) {
  if (which.empty()) return {};
  std::string told;
  for (std::size_t i = 0; i < std::min(which.size(), most_told); ++i) told += (i == 0 ? "" : ", ") + which[i];
  if (which.size() > most_told) told += ", …";
  const NoteWording wording = wording_of(note);
  return (which.size() == 1 ? wording.one : wording.several)
      .in(language,
          {{"{count}", number_text(static_cast<double>(which.size()), 0, language)}, {"{which}", told}});
}

std::string geojson_crs_note(const std::string& crs, Language language) {
  static constexpr Phrase note{
      "GeoJSON theo {crs}: nhiều chương trình hiểu các số trong GeoJSON là độ (RFC 7946), và sẽ đặt tệp này "
      "sai chỗ.",
      "GeoJSON in {crs}: many programs take the numbers of GeoJSON for degrees (RFC 7946), and will misplace "
      "this file."};
  return note.in(language, {{"{crs}", crs}});
}

std::string normal_form(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString composed = nfc->normalize(source, status);
  if (U_FAILURE(status)) composed = source;
  icu::UnicodeString result;
  bool blank = false;
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    const UChar32 character = composed.char32At(i);
    // u_isUWhiteSpace knows the no-break space, and not the zero-width one and the mark that some files begin
    // with.
    if (u_isUWhiteSpace(character) || character == 0x200B || character == 0xFEFF) {
      blank = true;
      continue;
    }
    if (blank && !result.isEmpty()) result.append(static_cast<UChar>(' '));
    blank = false;
    result.append(character);
  }
  std::string utf8;
  result.toUTF8String(utf8);
  return utf8;
}

}  // namespace vicinia::workspace::inline words
