#include "vicinia/workspace/words/check_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/phrase.h"

namespace vicinia::workspace::inline words {
namespace {

Phrase reason_phrase(CheckReason reason) {
  switch (reason) {
    case CheckReason::no_geometry:
      return {"đối tượng {what} không có hình học", "feature {what} has no geometry"};
    case CheckReason::encloses_nothing:
      return {"đường bao không có diện tích bên trong", "the ring encloses nothing"};
    case CheckReason::same_outline:
      return {"các đơn vị có cùng một đường bao", "the areas have the same outline"};
    case CheckReason::several_features:
      return {"mã có ở các đối tượng {what}", "the id stands at features {what}"};
    case CheckReason::no_id: return {"đối tượng {what} không có mã", "feature {what} has no id"};
    case CheckReason::covered_twice:
      return {"nhiều đơn vị cùng phủ lên phần đất này", "several areas cover this ground"};
    case CheckReason::covered_twice_given:
      return {"nhiều đơn vị cùng phủ lên phần đất này: đã giao cho {what}",
              "several areas cover this ground: given to {what}"};
    case CheckReason::covered_by_none:
      return {"không đơn vị nào phủ lên phần đất này", "no area covers this ground"};
    case CheckReason::covered_by_none_given:
      return {"không đơn vị nào phủ lên phần đất này: đã giao cho {what}",
              "no area covers this ground: given to {what}"};
    case CheckReason::vertices_differ:
      return {"phần chồng lấn hoặc khe hở hẹp: các đỉnh không khớp nhau",
              "a thin overlap or gap: the vertices do not match"};
    case CheckReason::vertices_differ_given:
      return {"phần chồng lấn hoặc khe hở hẹp, các đỉnh không khớp nhau: đã giao cho {what}",
              "a thin overlap or gap, the vertices do not match: given to {what}"};
    case CheckReason::beside:
      return {"ranh giới chạy sát nhau, cách {what} m, mà không giáp nhau",
              "they run beside each other, {what} m apart, and do not meet"};
    case CheckReason::beside_matched:
      return {"ranh giới chạy sát nhau, cách {what} m, mà không giáp nhau: đã khớp",
              "they run beside each other, {what} m apart, and do not meet: matched"};
    case CheckReason::no_neighbour: return {"không có đơn vị liền kề", "it has no neighbour"};
    case CheckReason::one_neighbour: return {"nằm trọn trong {what}", "it lies all within {what}"};
    case CheckReason::crosses_itself: break;
  }
  return {"đường bao tự cắt hoặc cắt đường bao khác của cùng đơn vị",
          "a ring crosses itself or another of its area"};
}

struct RingFault {
  std::string_view en;
  const char* vi;
};
constexpr std::array<RingFault, 9> ring_faults{{
    {"Self-intersection", "đường bao tự cắt"},
    {"Ring Self-intersection", "đường bao tự chạm"},
    {"Hole lies outside shell", "lỗ nằm ngoài đường bao"},
    {"Holes are nested", "lỗ nằm trong lỗ"},
    {"Nested shells", "phần này nằm trong phần kia"},
    {"Interior is disconnected", "phần bên trong bị chia cắt"},
    {"Duplicate Rings", "đường bao bị lặp"},
    {"Too few points in geometry component", "quá ít điểm"},
    {"Invalid Coordinate", "tọa độ không hợp lệ"},
}};

std::string total_area_text(double m2, Language language) {
  return m2 < 10'000 ? number_text(m2, m2 < 10 ? 2 : 0, language) + " m²"
                     : number_text(m2 / 1e6, m2 < 1e8 ? 2 : 0, language) + " km²";
}
std::string total_length_text(double m, Language language) {
  return m < 1000 ? number_text(m, m < 10 ? 1 : 0, language) + " m"
                  : number_text(m / 1000, 1, language) + " km";
}

/// Letters, not bytes: "km²" is three.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}
std::string padded_cell(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(width, width_of(text)), ' ');
  return right ? blanks + text : text + blanks;
}

}  // namespace

std::string check_reason_text(CheckReason reason, const std::string& what, Language language) {
  return reason_phrase(reason).in(language, {{"{what}", what}});
}

std::string ring_fault_text(const std::string& fault, Language language) {
  const auto known = std::ranges::find(ring_faults, fault, &RingFault::en);
  return language == Language::en || known == ring_faults.end() ? fault : std::string(known->vi);
}

std::string check_summary_text(const std::vector<CheckLine>& lines, const std::string& crs,
                               double tolerance_m, double proposed_m, Language language) {
  static constexpr Phrase nothing{"Không có gì cần xem lại.", "Nothing to look at."};
  static constexpr Phrase places{"Tọa độ theo {crs}.", "Places are in {crs}."};
  static constexpr Phrase kind{"loại", "kind"}, count{"số lượng", "count"}, total{"tổng", "total"};
  static constexpr Phrase seams{"ở ranh giới cấp trên", "at seams"};
  static constexpr Phrase proposed{"Dung sai đề xuất: --tolerance {m}.",
                                   "Proposed tolerance: --tolerance {m}."};
  static constexpr Phrase proposed_used{"Dung sai đề xuất, và đã dùng: --tolerance {m}.",
                                        "Proposed tolerance, and the one used: --tolerance {m}."};
  static constexpr Phrase none_needed{"Không cần dung sai.", "No tolerance is needed."};
  std::string text;
  if (lines.empty()) text = nothing.in(language) + "\n";
  std::vector<std::array<std::string, 4>> cells;
  if (!lines.empty())
    cells.push_back({kind.in(language), count.in(language), total.in(language),
                     lines[0].at_seams ? seams.in(language) : ""});
  for (const CheckLine& line : lines)
    cells.push_back({line.kind, number_text(static_cast<double>(line.count), 0, language),
                     line.area_m2    ? total_area_text(*line.area_m2, language)
                     : line.length_m ? total_length_text(*line.length_m, language)
                                     : "",
                     line.at_seams ? number_text(static_cast<double>(*line.at_seams), 0, language) : ""});
  std::array<std::size_t, 4> widths{};
  for (const auto& row : cells)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  for (const auto& row : cells) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (widths[i] > 0) line += "  " + padded_cell(row[i], widths[i], i > 0);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  if (!lines.empty()) text += places.in(language, {{"{crs}", crs}}) + "\n";
  // As a number for the command line: a whole one, and never less than what was proposed.
  const std::string metres = std::to_string(std::llround(std::ceil(proposed_m - 1e-9)));
  text += proposed_m <= 0 ? none_needed.in(language)
                          : (std::abs(tolerance_m - proposed_m) < 1e-9 ? proposed_used : proposed)
                                .in(language, {{"{m}", metres}});
  return text + "\n";
}

}  // namespace vicinia::workspace::inline words
