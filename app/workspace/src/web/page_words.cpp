#include "web/page_words.h"

#include <array>
#include <string>
#include <string_view>

#include "base/phrase.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/maps/outline_drawing.h"
#include "vicinia/workspace/words/audit_words.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"
#include "web/both_languages.h"

namespace vicinia::workspace::inline web {
namespace {

struct ControlWord {
  std::string_view id;
  Phrase text;
};

constexpr std::array control_words{
    ControlWord{"to_map", {"Đến bản đồ", "Skip to the map"}},
    ControlWord{"to_table", {"Đến bảng số liệu", "Skip to the table"}},
    ControlWord{"language", {"Ngôn ngữ", "Language"}},
    ControlWord{"choose", {"Chọn nội dung", "What is shown"}},
    ControlWord{"sector", {"Ngành", "Sector"}},
    ControlWord{"variable", {"Chỉ tiêu", "Variable"}},
    ControlWord{"search", {"Tìm đơn vị hoặc ngành", "Find a unit or a sector"}},
    ControlWord{"search_hint", {"ví dụ: quan 12", "for example: quan 12"}},
    ControlWord{"nothing_found", {"Không tìm thấy “{n}”", "Nothing is called “{n}”"}},
    ControlWord{"found", {"{n} kết quả", "{n} found"}},
    ControlWord{"results", {"Kết quả tìm kiếm", "Search results"}},
    ControlWord{"clear", {"Bỏ chọn", "Clear the selection"}},
    ControlWord{"map", {"Bản đồ", "Map"}},
    ControlWord{"map_of", {"Bản đồ: {n}", "Map: {n}"}},
    ControlWord{
        "map_help",
        {"Phím mũi tên di chuyển bản đồ; + và − phóng to, thu nhỏ; 0 xem toàn bộ; N và P đến đơn vị có số liệu kế tiếp và trước đó; "
         "Enter chọn đơn vị ở giữa bản đồ; Esc bỏ chọn.",
         "Arrow keys move the map; + and − zoom; 0 shows everything; N and P go to the next and the previous unit with a value; "
         "Enter selects the unit in the middle; Esc clears the selection."}},
    ControlWord{"keys", {"Phím tắt của bản đồ", "Keys of the map"}},
    ControlWord{"zoom_in", {"Phóng to", "Zoom in"}},
    ControlWord{"zoom_out", {"Thu nhỏ", "Zoom out"}},
    ControlWord{"fit", {"Xem toàn bộ", "Show everything"}},
    ControlWord{"legend", {"Chú giải", "Legend"}},
    ControlWord{"symbols", {"Biểu tượng theo tỷ lệ", "Symbols in proportion"}},
    ControlWord{"selected", {"Đơn vị được chọn", "Selected unit"}},
    ControlWord{"none_selected",
                {"Bấm vào một đơn vị trên bản đồ, trong bảng, hoặc tìm theo tên.",
                 "Press a unit on the map or in the table, or find it by its name."}},
    ControlWord{"allowed", {"Khoảng", "Interval"}},
    ControlWord{"origin", {"Nguồn gốc", "Where it comes from"}},
    ControlWord{"value", {"Số liệu", "Value"}},
    ControlWord{"in_agglomeration", {"Thuộc quần tụ {n}", "In agglomeration {n}"}},
    ControlWord{"agglomerations", {"Quần tụ ngành", "Agglomerations"}},
    ControlWord{"no_agglomeration",
                {"Không có quần tụ nào theo các quy tắc này.", "There is no agglomeration by these rules."}},
    ControlWord{"rules", {"Quy tắc: {n}", "Rules: {n}"}},
    ControlWord{"members_n", {"{n} huyện", "{n} districts"}},
    ControlWord{"member_1", {"1 huyện", "1 district"}},
    ControlWord{"employees_n", {"{n} lao động", "{n} employees"}},
    ControlWord{"employees_unknown", {"lao động: {n}", "employees: {n}"}},
    ControlWord{"lq_n", {"LQ {n}", "LQ {n}"}},
    ControlWord{"share_n", {"{n} % toàn ngành", "{n} % of the sector"}},
    ControlWord{"and_more", {" và {n} huyện khác", " and {n} more districts"}},
    ControlWord{"crosses", {"liên tỉnh", "across provinces"}},
    ControlWord{"show_on_map", {"Xem trên bản đồ", "Show on the map"}},
    ControlWord{"table", {"Bảng số liệu", "Table of the values"}},
    ControlWord{"table_sorted", {"Sắp xếp theo {n}", "Sorted by {n}"}},
    ControlWord{"sort_by", {"Sắp xếp theo {n}", "Sort by {n}"}},
    ControlWord{"all_units", {"Kể cả đơn vị không có số liệu", "Units without a value too"}},
    ControlWord{"row_1", {"1 đơn vị", "1 unit"}},
    ControlWord{"rows", {"{n} đơn vị", "{n} units"}},
    ControlWord{"notes", {"Nguồn và ghi chú", "Sources and notes"}},
    ControlWord{"not_zero",
                {"“Không công bố” không phải là số không: huyện có thể có ngành này mà nguồn không nêu.",
                 "“Not published” is not zero: a district may have the sector all the same."}},
    ControlWord{"left_out", {"Không có trong trang này: {n}", "Not in this page: {n}"}},
    ControlWord{"definition", {"Định nghĩa", "Definition"}},
    ControlWord{"km", {"{n} km", "{n} km"}},
    ControlWord{"m", {"{n} m", "{n} m"}},
    ControlWord{"made_by",
                {"Trang này được Vicinia tạo ra; trang không gửi và không nhận gì qua mạng.",
                 "This page was made by Vicinia; it sends nothing and asks for nothing over a network."}},
};

}  // namespace

Json page_words(const core::Dataset& dataset) {
  const core::Provenance& provenance = dataset.provenance;
  Json json = Json::object();
  for (const ControlWord& word : control_words)
    json[std::string(word.id)] = in_both(
        [&](Language language) { return in_own_words(word.text.in(language), provenance, language); });
  const auto add = [&](const char* id, const auto& text) { json[id] = in_both(text); };
  add("not_published", [](Language language) { return not_published_text(language); });
  add("undefined", [](Language language) { return undefined_text(language); });
  add("contradicted", [](Language language) { return contradicted_mark_text(language); });
  add("mark_footnote", [](Language language) { return mark_footnote(language); });
  for (const auto& [letter, origin] : {std::pair{"p", ValueOrigin::printed},
                                       {"c", ValueOrigin::computed},
                                       {"r", ValueOrigin::reconstructed},
                                       {"e", ValueOrigin::estimated}})
    json[std::string("origin_") + letter] =
        in_both([&, which = origin](Language language) { return origin_text(which, language); });
  add("outline", [](Language language) { return outline_text(OutlineKind::agglomeration, language); });
  add("outline_crossing",
      [](Language language) { return outline_text(OutlineKind::crossing_agglomeration, language); });
  add("outline_crossed",
      [](Language language) { return outline_text(OutlineKind::crossed_boundary, language); });
  const auto level = core::finest_level(dataset), above = core::level_above_finest(dataset);
  add("unit", [&](Language language) {
    const std::string& own = pick(provenance.unit_word, language);
    return capitalised(own.empty() ? pick(dataset.frame.levels()[level].name, language) : own);
  });
  add("whole",
      [&](Language language) { return capitalised(pick(dataset.frame.levels()[above].name, language)); });
  return json;
}

}  // namespace vicinia::workspace::inline web
