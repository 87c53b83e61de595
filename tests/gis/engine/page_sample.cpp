#include "gis/engine/page_sample.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "gis/engine/sample_map.h"
#include "vicinia/gis/map/figure_template.h"

namespace vicinia::test {

using namespace gis::map;

namespace {

struct Words {
  const char *title, *subtitle, *legend, *method, *not_published, *contradicted, *boundary, *hoang_sa,
      *truong_sa, *zoom_1, *zoom_2, *table, *more;
  std::array<const char*, 4> heads;
  std::array<const char*, 5> notes;
};

constexpr Words vi{
    "Sản xuất các cấu kiện kim loại, thùng, bể chứa và nồi hơi – Doanh nghiệp có vốn đầu tư nước ngoài",
    "Bà Rịa – Vũng Tàu. Điều tra doanh nghiệp 2007 (Tổng cục Thống kê)",
    "Doanh nghiệp có vốn đầu tư nước ngoài",
    "Ngắt tự nhiên, tách tại 1",
    "không công bố",
    "mâu thuẫn với các số khác",
    "Ranh giới tỉnh bên trong cụm",
    "Quần đảo Hoàng Sa",
    "Quần đảo Trường Sa",
    "Hà Nội và đồng bằng sông Hồng",
    "TP. Hồ Chí Minh và vùng lân cận",
    "Các cụm trên bản đồ",
    "… và {n} cụm khác",
    {"Huyện", "Tỉnh", "Lao động", "LQ"},
    {"Nguồn: Báo cáo của UNIDO và CIEM về cụm công nghiệp, tháng 9/2011, Phụ lục 2",
     "Thời điểm: Điều tra doanh nghiệp 2007 (Tổng cục Thống kê); ranh giới từ 1/8/2008",
     "Mẫu số của LQ: toàn bộ lao động trong doanh nghiệp",
     "Ranh giới: phạm vi huyện gần đúng (đa giác Thiessen)",
     "Dữ liệu: SHA-256 0123456789ab; vẽ bằng Vicinia, 1/2/2026"}};
constexpr Words en{
    "Manufacture of structural metal products, tanks, reservoirs and steam generators – Foreign-invested enterprises",
    "Ba Ria - Vung Tau. Enterprise Survey 2007 (General Statistics Office)",
    "Small and medium-sized enterprises",
    "Natural breaks, split at 1",
    "not published",
    "contradicted by other figures",
    "Province boundary that it crosses",
    "Hoàng Sa Islands",
    "Trường Sa Islands",
    "Hà Nội and the Red River Delta",
    "Hồ Chí Minh City and surroundings",
    "Agglomerations on the map",
    "… and {n} more agglomerations",
    {"Districts", "Province", "Employees", "LQ"},
    {"Source: UNIDO and CIEM, report on industrial clusters, September 2011, Appendix 2",
     "Vintage: Enterprise Survey 2007 (General Statistics Office); boundaries as of 1 August 2008",
     "Denominator of the LQ: all employment in enterprises",
     "Boundaries: approximate district areas (Thiessen polygons)",
     "Data: SHA-256 0123456789ab; drawn by Vicinia, 1 February 2026"}};

std::string in_both(const char* first, const char* second, const char* between = "\n") {
  return second == nullptr ? first : std::string(first) + between + second;
}

}  // namespace

FigureSpec page_sample(const std::filesystem::path& source, std::string_view template_id,
                       std::string_view language, FigureFormat format, const std::filesystem::path& target) {
  const Words& own = language == "en" ? en : vi;
  const Words* other = language == "both" ? &en : nullptr;
  const auto both = [&](const char* Words::*word) {
    return in_both(own.*word, other != nullptr ? other->*word : nullptr);
  };
  FigureSpec figure = sample_figure(source, format, target);
  figure.language = language == "en" ? "en" : "vi";
  figure.title = own.title;
  figure.subtitle = own.subtitle;
  if (other != nullptr) {
    figure.second_title = other->title;
    figure.second_subtitle = other->subtitle;
    figure.second_notes.assign(other->notes.begin(), other->notes.end());
  }
  figure.legend.title = both(&Words::legend);
  figure.legend.subtitle = both(&Words::method);
  figure.legend.entries.back().label = both(&Words::not_published);
  figure.legend.entries.push_back({.label = both(&Words::contradicted),
                                   .count = "650",
                                   .badge = {.text = "!",
                                             .diameter_mm = 3.4,
                                             .ground = {255, 214, 10},
                                             .ink = {24, 24, 28},
                                             .ring_mm = 0.35,
                                             .halo = {{255, 255, 255}, 0.4}}});
  figure.legend.entries.push_back({.label = both(&Words::boundary), .lines = {{{24, 24, 28}, 0.8}}});
  figure.notes.assign(own.notes.begin(), own.notes.end());
  figure.island_insets = {{both(&Words::hoang_sa)}, {both(&Words::truong_sa)}};
  const Extent& whole = figure.map.extent;
  figure.zoom_insets = {
      {{whole.min_x, whole.max_y - cell_m, whole.min_x + cell_m, whole.max_y}, both(&Words::zoom_1)},
      {{whole.max_x - cell_m, whole.min_y, whole.max_x, whole.min_y + cell_m}, both(&Words::zoom_2)}};
  figure.table.title = both(&Words::table);
  figure.table.more = in_both(own.more, other != nullptr ? other->more : nullptr, " / ");
  for (std::size_t i = 0; i < own.heads.size(); ++i)
    figure.table.columns.push_back(
        {in_both(own.heads[i], other != nullptr && i < 3 ? other->heads[i] : nullptr), i > 1});
  for (int row = 0; row < 20; ++row)
    figure.table.rows.push_back({"Phan Rang-Tháp Chàm, Trảng Bàng, Bến Cát, Thuận An và 14 huyện khác",
                                 "Tây Ninh, Bình Dương, Đồng Nai, Hồ Chí Minh", "422.823", "1,9"});
  figure.north_letter = "B";
  figure.view = R"({"format":"vicinia-view","version":1})";
  if (const FigureTemplate* page = find_figure_template(template_id)) apply(*page, figure);
  return figure;
}

std::string printed_by(const std::string& command) {
  std::string text;
  FILE* pipe = ::popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  while (pipe != nullptr) {
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe);
    if (count == 0) break;
    text.append(buffer.data(), count);
  }
  if (pipe != nullptr) ::pclose(pipe);
  return text;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace vicinia::test
