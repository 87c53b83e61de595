// What the columns of written tables hold that are no indicators themselves: codes, counts, totals, bounds, grades and cut-offs.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/phrase.h"
#include "tables/indicator_columns.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline tables {
namespace {

struct ColumnWords {
  std::string_view column;
  Phrase words;
};

constexpr std::array<ColumnWords, 35> column_words{{
    {"sector_no", {"Số của ngành trong nguồn.", "Number of the sector in the source."}},
    {"sector", {"Tên tiếng Anh của ngành.", "Name of the sector."}},
    {"unit_code", {"Mã của đơn vị hành chính.", "Code of the administrative unit."}},
    {"unit_vi", {"Tên tiếng Việt của đơn vị.", "Vietnamese name of the unit."}},
    {"unit_en", {"Tên tiếng Anh của đơn vị.", "English name of the unit."}},
    {"province_code", {"Mã của tỉnh chứa đơn vị.", "Code of the province that the unit is in."}},
    {"province_vi", {"Tên tiếng Việt của tỉnh.", "Vietnamese name of the province."}},
    {"province_en", {"Tên tiếng Anh của tỉnh.", "English name of the province."}},
    {"period",
     {"Kỳ của số liệu, như bảng nguồn ghi.", "Period of the values, as the source's table has it."}},
    {"base_period",
     {"Kỳ gốc của các cột tăng trưởng và dịch chuyển; để trống nếu không có.",
      "Period that growth and shift-share are counted from; empty where there is none."}},
    {"level",
     {"Cấp của các đơn vị, theo mã cấp của bộ số liệu, như province (tỉnh) hoặc district (huyện).",
      "Level of the units, by its id in the data set, such as province or district."}},
    {"enterprises", {"Số doanh nghiệp, như nguồn công bố.", "Enterprises, as published."}},
    {"smes",
     {"Số doanh nghiệp nhỏ và vừa, như nguồn công bố.", "Small and medium-sized enterprises, as published."}},
    {"fdi_enterprises",
     {"Số doanh nghiệp có vốn đầu tư nước ngoài, như nguồn công bố.",
      "Foreign-invested enterprises, as published."}},
    {"employees", {"Số lao động, như nguồn công bố.", "Employees, as published."}},
    {"employees_low", {"Cận dưới của tổng số lao động.", "Lower end of the total of employees."}},
    {"employees_high", {"Cận trên của tổng số lao động.", "Upper end of the total of employees."}},
    {"employees_origin",
     {"Nguồn gốc của tổng: computed (cộng từ bảng đầy đủ) hoặc reconstructed (suy ra từ số đã công bố).",
      "Where the total comes from: computed (summed from a complete matrix) or reconstructed (from published values)."}},
    {"employees_rows",
     {"Số dòng cùng khớp với tổng được suy ra.", "Rows that agree on a reconstructed total."}},
    {"employees_tie",
     {"true: một khoảng khác của tổng cũng khớp với cùng số dòng.",
      "true: as many rows agree on another range of the total."}},
    {"lq_origin",
     {"Nguồn gốc của LQ: printed (theo nguồn), computed (tính toán), reconstructed (suy ra từ số đã công bố) hoặc estimated (chia theo bảng chuyển đổi).",
      "Where the LQ comes from: printed, computed, reconstructed or estimated (shared out by a crosswalk)."}},
    {"source_line", {"Dòng trong ấn phẩm nguồn.", "Line of the publication."}},
    {"rests_on_contradicted",
     {"Các cột của dòng dựa trên số liệu bị bác bỏ hoặc có nghi vấn.",
      "Columns of the row that rest on a value which others contradict, or may."}},
    {"contradicted",
     {"Các số liệu của dòng bị các số liệu khác bác bỏ.", "Values of the row that other values contradict."}},
    {"plant_is_rough",
     {"true: kỳ vọng dưới năm cơ sở, nên z và p chỉ là ước lượng thô.",
      "true: fewer than five plants are expected, so that z and p are rough."}},
    {"plant_herfindahl",
     {"H: tổng bình phương tỷ trọng của các cơ sở, khi các cơ sở trong một đơn vị bằng nhau; cận dưới nếu không biết quy mô.",
      "H: sum of squares of the plants' shares, with equal plants in each unit; a lower bound where sizes are not known."}},
    {"plant_herfindahl_bound", {"exact (chính xác) hoặc at_least (ít nhất).", "exact, or at_least."}},
    {"plant_herfindahl_at_most",
     {"Cận trên của H: mỗi đơn vị có một cơ sở lớn nhất có thể.",
      "Upper bound of H: one plant of each unit is as large as it can be."}},
    {"units_without_plants",
     {"Số đơn vị có lao động nhưng không công bố số doanh nghiệp; các đơn vị này làm rộng khoảng của H.",
      "Units with employees whose number of enterprises is not published; they widen the bounds of H."}},
    {"standardised_lq_cut_off",
     {"Ngưỡng của LQ chuẩn hóa: phân vị 95 % của các mẫu bootstrap.",
      "Cut-off of the standardised LQ: 95th percentile of bootstrap samples."}},
    {"standardised_lq_cut_off_low",
     {"Cận dưới khoảng tin cậy 95 % của ngưỡng.", "Lower end of the cut-off's 95 % interval."}},
    {"standardised_lq_cut_off_high",
     {"Cận trên khoảng tin cậy 95 % của ngưỡng.", "Upper end of the cut-off's 95 % interval."}},
    {"stars_least",
     {"Số sao ít nhất (Đài quan sát cụm liên kết ngành châu Âu) mà số liệu cho phép.",
      "Fewest stars (Cluster Observatory) that the values allow."}},
    {"stars_most", {"Số sao nhiều nhất mà số liệu cho phép.", "Most stars that the values allow."}},
    {"grades",
     {"Các cách xếp hạng so với nhau: all_met (tất cả đạt), none_met (không cách nào đạt), disagree (khác nhau), cannot_be_told (chưa rõ).",
      "The grades side by side: all_met, none_met, disagree or cannot_be_told."}},
}};

constexpr std::array grade_columns{
    std::pair{"grade_published_rule", core::indicators::grades::Scheme::published_rule},
    std::pair{"grade_cluster_stars", core::indicators::grades::Scheme::cluster_stars},
    std::pair{"grade_local_district", core::indicators::grades::Scheme::local_district},
    std::pair{"grade_own_rule", core::indicators::grades::Scheme::own_rule}};

/// Columns beside that of an indicator.
constexpr std::array<ColumnWords, 4> beside{{
    {"_low", {"Cận dưới của: {name}.", "Lower end of: {name}."}},
    {"_high", {"Cận trên của: {name}.", "Upper end of: {name}."}},
    {"_range_origin", {"Nguồn gốc của khoảng của: {name}.", "Where the range comes from, of: {name}."}},
    {"_bound",
     {"exact (chính xác), at_most (nhiều nhất) hoặc at_least (ít nhất), của: {name}.",
      "exact, at_most or at_least, of: {name}."}},
}};

/// In the words of a table that counts employees and enterprises.
std::string usual_definition(std::string_view column, Language language) {
  for (const auto& [name, scheme] : grade_columns)
    if (column == name) return scheme_name(scheme, language) + ": " + scheme_definition(scheme, language);
  if (const auto at = std::ranges::find(column_words, column, &ColumnWords::column); at != column_words.end())
    return at->words.in(language);
  for (const core::indicators::IndicatorInfo& info : core::indicators::all_indicators()) {
    const std::string name = column_of(info.indicator);
    if (column == name) return indicator_definition(info.indicator, language);
    for (const ColumnWords& one : beside)
      if (column.starts_with(name) && column.substr(name.size()) == one.column)
        return one.words.in(language, {{"{name}", indicator_name(info.indicator, language)}});
  }
  return {};
}

}  // namespace

std::string column_definition(const core::Provenance& provenance, std::string_view column,
                              Language language) {
  return in_own_words(usual_definition(column, language), provenance, language);
}

}  // namespace vicinia::workspace::inline tables
