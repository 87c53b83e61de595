#include "vicinia/workspace/words/command_words.h"

#include <array>

#include "base/phrase.h"

namespace vicinia::workspace::inline words {

std::string command_text(CommandName name, Language language) {
  static constexpr std::array<Phrase, 36> names{{
      {"mở dữ liệu", "opening of a data set"},
      {"đổi ngành", "change of sector"},
      {"đổi chỉ tiêu", "change of variable"},
      {"đổi cách phân lớp", "change of classes"},
      {"đổi tỉnh", "change of province"},
      {"đổi kỳ", "change of period"},
      {"chọn đơn vị", "selection"},
      {"di chuyển bản đồ", "moving the map"},
      {"đổi nhãn", "change of labels"},
      {"mở khung nhìn", "opening of a view"},
      {"đổi quy tắc quần tụ", "change of the agglomerations' rules"},
      {"nối hai đơn vị", "link by hand"},
      {"cắt hai đơn vị", "cut by hand"},
      {"bỏ nối hoặc cắt bằng tay", "removal of a link or cut by hand"},
      {"đổi đường bao quần tụ", "change of outlines"},
      {"xem số liệu đã đối soát", "look at audited values"},
      {"đổi quy tắc của bạn", "change of your own rule"},
      {"đổi bảng màu", "change of colours"},
      {"đổi kỳ gốc", "change of the base period"},
      {"đổi cấp ngành", "change of sector level"},
      {"đổi cách dùng số liệu mâu thuẫn", "change of how contradicted values are used"},
      {"đổi biểu tượng tỷ lệ", "change of proportional symbols"},
      {"đổi khung đơn vị", "change of the frame of units"},
      {"đổi phạm vi phân lớp", "change of what the classes are of"},
      {"giữ vùng chọn", "keeping of a selection"},
      {"bỏ vùng chọn đã giữ", "removal of a kept selection"},
      {"ghi chú", "writing of notes"},
      {"đổi bản đồ Dorling", "change of the cartogram"},
      {"đổi biểu đồ", "change of the chart"},
      {"thêm bản đồ để so sánh", "another map to compare"},
      {"bỏ một bản đồ so sánh", "removal of a compared map"},
      {"đưa một bản đồ lên đầu", "another map as the first"},
      {"dùng lại quy tắc của bản đồ đầu", "rules of the first map again"},
      {"đổi cách xếp bản đồ so sánh", "change of how maps are compared"},
      {"đổi cách phân lớp chung của các bản đồ", "change of classes in common"},
      {"thôi so sánh", "end of the comparison"},
  }};
  return names[static_cast<std::size_t>(name)].in(language);
}

}  // namespace vicinia::workspace::inline words
