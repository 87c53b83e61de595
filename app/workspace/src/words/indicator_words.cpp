// What stands behind each indicator, in words. One row an indicator, in the order of the catalogue.
#include <array>

#include "base/phrase.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline words {
namespace {

using core::indicators::Indicator;

struct IndicatorWords {
  Indicator indicator;
  Phrase name, definition, denominator, limits;
  const char* source;
};

constexpr Phrase employment_base{
    "tổng số lao động của huyện và của cả nước, theo mẫu số của nguồn số liệu",
    "all employment of the district and of the country, as the source counts it"};
constexpr Phrase enterprise_base{"số doanh nghiệp của ngành trong huyện",
                                 "the enterprises of the sector in the district"};
constexpr Phrase sector_base{"lao động của ngành trong cả nước", "the sector's employment in the country"};
constexpr Phrase shift_base{"lao động của kỳ gốc; tỷ lệ tăng của cả nước và của ngành",
                            "employment of the base period; growth rates of the country and the sector"};
constexpr Phrase enterprise_limits{
    "Đếm doanh nghiệp, không đếm lao động: một doanh nghiệp lớn có thể có nhiều lao động hơn tất cả các doanh nghiệp khác.",
    "It counts enterprises, not employees: one large enterprise may have more of these than all the others."};
constexpr Phrase plant_limits{
    "Không công bố quy mô từng cơ sở, nên giả định các cơ sở trong một đơn vị có quy mô bằng nhau: mức ý nghĩa là “nhiều nhất”. Khoảng kèm theo cho thấy giá trị đổi đến đâu nếu mỗi đơn vị có một cơ sở lớn nhất có thể. Dùng phân phối chuẩn; khi kỳ vọng dưới năm cơ sở thì chỉ là ước lượng thô.",
    "Plant sizes are not published, so the plants of a unit are taken to be equal: significance is “at most” this. The range beside it says how far the value moves when one plant of each unit is as large as it can be. It goes by the normal distribution, which is rough where fewer than five plants are expected."};
constexpr Phrase herfindahl_limits{
    "Phụ thuộc vào cách chia địa bàn hoặc ngành: chia nhỏ hơn thì chỉ số thấp hơn. Không so sánh với độ tập trung của toàn bộ lao động.",
    "It depends on how finely units or sectors are cut: finer cuts give lower values. It is not compared with how all employment is concentrated."};
constexpr Phrase gini_limits{
    "Không biết các huyện có liền kề nhau hay không, và không tách được ngành có ít cơ sở lớn.",
    "It does not see whether districts are neighbours, and takes a sector of few large plants for a concentrated one."};
constexpr Phrase shift_limits{
    "Phân tách số học, không phải nguyên nhân: thành phần cạnh tranh chứa mọi thứ mà hai thành phần kia không giải thích. Ngành mới của cả nước: toàn bộ mức tăng là cơ cấu ngành.",
    "Arithmetic, not causes: the competitive part holds all that the other two do not explain. Of a sector new to the whole country, all growth is industry mix."};
constexpr Phrase growth_limits{
    "Chỉ so sánh được khi hai kỳ có cùng địa bàn và cách đếm.",
    "It means something only where both periods have the same units and count alike."};
constexpr Phrase growth_base{"lao động của kỳ gốc", "employment of the base period"};

constexpr std::array<IndicatorWords, core::indicators::indicator_count> indicator_words{{
    {Indicator::location_quotient,
     {"Thương số vị trí (LQ)", "Location quotient (LQ)"},
     {"Tỷ trọng của ngành trong lao động của huyện, chia cho tỷ trọng của ngành trong lao động cả nước: (E_ij/E_j) / (E_i/E). Trên 1: huyện chuyên môn hóa vào ngành.",
      "The sector's share in the district's employment over its share in the country's: (E_ij/E_j) / (E_i/E). Above 1 the district is specialised in the sector."},
     employment_base,
     {"Không nói lên quy mô: một huyện nhỏ với một nhà máy cũng có LQ cao. Mỗi huyện được xét riêng, nên không thấy quần tụ trải qua ranh giới. Không lấy trung bình các LQ.",
      "It says nothing of size: a small district with one factory has a high one. It looks at each district alone, so a cluster across a boundary is not seen. LQs are never averaged."},
     "Isard (1960); UNIDO (2010)"},
    {Indicator::sector_share,
     {"Tỷ trọng trong toàn ngành", "Share of the sector"},
     {"Lao động của ngành trong huyện, chia cho lao động của ngành trong cả nước: E_ij/E_i.",
      "The district's employment in the sector over the sector's in the country: E_ij/E_i."},
     sector_base,
     {"Huyện lớn có tỷ trọng lớn trong mọi ngành.", "Large districts have large shares of every sector."},
     "UNIDO, CIEM (2011)"},
    {Indicator::district_share,
     {"Tỷ trọng trong huyện", "Share of the district"},
     {"Lao động của ngành trong huyện, chia cho toàn bộ lao động của huyện: E_ij/E_j.",
      "The district's employment in the sector over all of the district's: E_ij/E_j."},
     {"toàn bộ lao động của huyện", "all employment of the district"},
     {"Ngành lớn có tỷ trọng lớn ở mọi nơi.", "Large sectors have large shares everywhere."},
     "UNIDO, CIEM (2011)"},
    {Indicator::symmetric_lq,
     {"LQ đối xứng", "Symmetric LQ"},
     {"(LQ − 1) / (LQ + 1): từ −1 đến dưới 1, bằng 0 khi LQ = 1.",
      "(LQ − 1) / (LQ + 1): from −1 to below 1, 0 where the LQ is 1."},
     employment_base,
     {"Cùng thông tin với LQ, chỉ đổi thang đo để trên và dưới 1 được đối xử như nhau.",
      "The same information as the LQ, on a scale that treats above and below 1 alike."},
     "Dalum, Laursen, Villumsen (1998)"},
    {Indicator::employees_per_enterprise,
     {"Lao động trên một doanh nghiệp", "Employees per enterprise"},
     {"Lao động của ngành trong huyện, chia cho số doanh nghiệp: E_ij/N_ij.",
      "The district's employment in the sector over its enterprises: E_ij/N_ij."},
     enterprise_base,
     {"Trung bình: che khuất một doanh nghiệp rất lớn giữa nhiều doanh nghiệp nhỏ.",
      "A mean: it hides one very large enterprise among many small ones."},
     "–"},
    {Indicator::sme_share,
     {"Tỷ lệ doanh nghiệp nhỏ và vừa", "Share of SMEs"},
     {"Doanh nghiệp nhỏ và vừa trên tổng số doanh nghiệp của ngành trong huyện.",
      "Small and medium enterprises over all enterprises of the sector in the district."},
     enterprise_base,
     enterprise_limits,
     "UNIDO, CIEM (2011)"},
    {Indicator::fdi_share,
     {"Tỷ lệ doanh nghiệp FDI", "Share of FDI enterprises"},
     {"Doanh nghiệp có vốn đầu tư nước ngoài trên tổng số doanh nghiệp của ngành trong huyện.",
      "Foreign-invested enterprises over all enterprises of the sector in the district."},
     enterprise_base,
     enterprise_limits,
     "UNIDO, CIEM (2011)"},
    {Indicator::dominance_few_enterprises,
     {"Dựa vào một đến ba doanh nghiệp", "Rests on one to three enterprises"},
     {"LQ từ 1 trở lên, nhưng chỉ có một đến ba doanh nghiệp.",
      "An LQ of 1 or more, but only one to three enterprises."},
     enterprise_base,
     {"Ngưỡng ba doanh nghiệp là quy ước của chương trình này.",
      "The limit of three is a convention of this program."},
     "O'Donoghue, Gleave (2004)"},
    {Indicator::dominance_foreign,
     {"Chủ yếu là doanh nghiệp FDI", "Mostly foreign-invested"},
     {"LQ từ 1 trở lên, và trên một nửa số doanh nghiệp có vốn nước ngoài.",
      "An LQ of 1 or more, and more than half of the enterprises foreign-invested."},
     enterprise_base,
     {"Theo số doanh nghiệp: lao động theo hình thức sở hữu không được công bố. Ngưỡng 50 % là quy ước của chương trình này.",
      "By number of enterprises: employment by ownership is not published. The limit of 50 % is a convention of this program."},
     "–"},
    {Indicator::plant_z,
     {"Kiểm định theo cơ sở: z", "Plant-based test: z"},
     {"Nếu từng cơ sở của ngành chọn huyện một cách ngẫu nhiên, LQ cách 1 bao nhiêu độ lệch chuẩn: (s − x) / √(H x (1 − x)), với s = E_ij/E_i, x = E_j/E.",
      "If each plant of the sector had chosen its district at random: how many standard deviations the LQ lies from 1, (s − x) / √(H x (1 − x)), with s = E_ij/E_i and x = E_j/E."},
     employment_base,
     plant_limits,
     "Ellison, Glaeser (1997)"},
    {Indicator::plant_p,
     {"Kiểm định theo cơ sở: p", "Plant-based test: p"},
     {"Xác suất để tỷ trọng ít nhất lớn như vậy xuất hiện do ngẫu nhiên (một phía).",
      "The probability of a share as large or larger by chance (one-sided)."},
     employment_base,
     plant_limits,
     "Ellison, Glaeser (1997)"},
    {Indicator::plant_p_adjusted,
     {"Kiểm định theo cơ sở: p điều chỉnh", "Plant-based test: adjusted p"},
     {"p điều chỉnh theo Benjamini-Hochberg vì kiểm định nhiều đơn vị cùng lúc: trong số các đơn vị có giá trị dưới 0,05, kỳ vọng không quá 5 % là do ngẫu nhiên.",
      "p adjusted after Benjamini and Hochberg, as many units are tested at once: of those with less than 0.05, no more than 5 % are expected to be chance."},
     {"các đơn vị cùng cấp có p trong ngành", "the units of the same level that have a p in the sector"},
     plant_limits,
     "Benjamini, Hochberg (1995)"},
    {Indicator::plant_chance_interval,
     {"LQ do ngẫu nhiên (95 %)", "LQ by chance (95 %)"},
     {"Khoảng mà LQ rơi vào trong 95 % trường hợp nếu các cơ sở phân bố ngẫu nhiên: 1 ± 1,96 √(H (1 − x)/x).",
      "Where the LQ falls in 95 % of cases if plants are placed at random: 1 ± 1.96 √(H (1 − x)/x)."},
     employment_base,
     plant_limits,
     "Ellison, Glaeser (1997)"},
    {Indicator::worker_interval,
     {"Khoảng tin cậy theo lao động (95 %)", "Worker-based interval (95 %)"},
     {"Khoảng Wilson của LQ, như thể mỗi lao động được rút độc lập.",
      "Wilson's interval of the LQ, as if all employees were drawn independently."},
     employment_base,
     {"Lao động đến theo từng cơ sở, không độc lập: khoảng này hẹp hơn nhiều so với thực tế. Chỉ để so sánh với các nghiên cứu dùng nó.",
      "Employees come in plants, not one by one: this is far too narrow. It is here to compare with studies that use it."},
     "Wilson (1927); Moineddin, Beyene, Boyle (2003)"},
    {Indicator::herfindahl_sector,
     {"Herfindahl của ngành", "Herfindahl of the sector"},
     {"Tổng bình phương tỷ trọng của các huyện trong ngành: từ 1/n (đều) đến 1 (một huyện).",
      "The sum of squares of the districts' shares of the sector: from 1/n (even) to 1 (one district)."},
     sector_base,
     herfindahl_limits,
     "Hirschman (1964)"},
    {Indicator::herfindahl_sector_normalised,
     {"Herfindahl của ngành, chuẩn hóa", "Herfindahl of the sector, normalised"},
     {"(H − 1/n) / (1 − 1/n): từ 0 đến 1.", "(H − 1/n) / (1 − 1/n): from 0 to 1."},
     sector_base,
     herfindahl_limits,
     "Hirschman (1964)"},
    {Indicator::herfindahl_unit,
     {"Herfindahl của huyện", "Herfindahl of the district"},
     {"Tổng bình phương tỷ trọng của các ngành trong huyện: từ 1/n (đa dạng) đến 1 (một ngành).",
      "The sum of squares of the sectors' shares in the district: from 1/n (diverse) to 1 (one sector)."},
     {"lao động của huyện trong các ngành của bảng", "the district's employment in the sectors of the table"},
     herfindahl_limits,
     "Hirschman (1964)"},
    {Indicator::herfindahl_unit_normalised,
     {"Herfindahl của huyện, chuẩn hóa", "Herfindahl of the district, normalised"},
     {"(H − 1/n) / (1 − 1/n): từ 0 đến 1.", "(H − 1/n) / (1 − 1/n): from 0 to 1."},
     {"lao động của huyện trong các ngành của bảng", "the district's employment in the sectors of the table"},
     herfindahl_limits,
     "Hirschman (1964)"},
    {Indicator::locational_gini,
     {"Gini theo vị trí", "Locational Gini"},
     {"Diện tích giữa đường cong của ngành và của toàn bộ lao động, nhân đôi: 0 khi ngành phân bố như toàn bộ lao động; tối đa 1 − tỷ trọng của huyện nhỏ nhất. Thang đo: có tài liệu dùng chính diện tích đó, bằng một nửa số này (tối đa 0,5).",
      "Twice the area between the sector's curve and that of all employment: 0 where the sector is spread like all employment; at most 1 − the share of the smallest district. Scale: some studies give the area itself, half of this (at most 0.5)."},
     employment_base,
     gini_limits,
     "Krugman (1991)"},
    {Indicator::locational_gini_normalised,
     {"Gini theo vị trí, chuẩn hóa", "Locational Gini, normalised"},
     {"Chia cho giá trị lớn nhất có thể: từ 0 đến 1.",
      "Divided by the largest value there can be: from 0 to 1."},
     employment_base,
     gini_limits,
     "Krugman (1991)"},
    {Indicator::krugman_specialisation,
     {"Chuyên môn hóa Krugman", "Krugman specialisation"},
     {"Tổng chênh lệch tuyệt đối giữa cơ cấu ngành của huyện và của phần còn lại: từ 0 (như nhau) đến 2 (không có ngành chung). Thang đo: có tài liệu chia đôi, từ 0 đến 1.",
      "The sum of absolute differences between the district's mix of sectors and that of the rest: from 0 (the same) to 2 (none in common). Scale: some studies halve it, from 0 to 1."},
     {"lao động của các huyện khác", "the employment of all other districts"},
     {"Không nói ngành nào tạo ra khác biệt.", "It does not say which sector makes the difference."},
     "Krugman (1991)"},
    {Indicator::ellison_glaeser,
     {"γ của Ellison-Glaeser", "Ellison-Glaeser γ"},
     {"Mức tập trung của ngành vượt quá mức do các cơ sở lớn gây ra: (g − H) / (1 − H). Trên 0,05: rất tập trung; dưới 0,02: ít tập trung.",
      "How much more a sector is concentrated than lumpy plants alone would make it: (g − H) / (1 − H). Above 0.05 is highly, below 0.02 not very concentrated."},
     employment_base,
     {"Cần độ tập trung cơ sở H; ở đây chỉ biết hai cận, nên γ là “nhiều nhất” và nằm trong khoảng kèm theo, trừ khi có quy mô từng cơ sở.",
      "It needs the plants' Herfindahl H, of which only bounds are known here: γ is “at most” this and within the range beside it, unless plant sizes are there."},
     "Ellison, Glaeser (1997)"},
    {Indicator::standardised_lq,
     {"LQ chuẩn hóa", "Standardised LQ"},
     {"(LQ − trung bình) / độ lệch chuẩn của các huyện; ngưỡng là phân vị 95 % của các mẫu bootstrap (1.000 lần, hạt giống cố định).",
      "(LQ − mean) / standard deviation over the districts; the cut-off is the 95th percentile of bootstrap samples (1,000 draws, a fixed seed)."},
     employment_base,
     {"Khoảng một phần hai mươi số huyện luôn vượt ngưỡng, dù ngành có tập trung hay không.",
      "About one in twenty districts always passes, whether the sector is concentrated or not."},
     "O'Donoghue, Gleave (2004); Tian (2013)"},
    {Indicator::growth,
     {"Tăng trưởng lao động", "Growth of employment"},
     {"Lao động kỳ này trừ kỳ gốc.", "Employment of this period less that of the one before."},
     growth_base,
     growth_limits,
     "–"},
    {Indicator::growth_pct,
     {"Tăng trưởng lao động, %", "Growth of employment, %"},
     {"Tăng trưởng chia cho lao động kỳ gốc.", "Growth over employment of the base period."},
     growth_base,
     growth_limits,
     "–"},
    {Indicator::shift_national,
     {"Dịch chuyển: cả nước", "Shift-share: national"},
     {"Mức tăng nếu lao động tăng như cả nước: E_ij g.",
      "Growth had employment grown like the country's: E_ij g."},
     shift_base,
     shift_limits,
     "Dunn (1960)"},
    {Indicator::shift_industry_mix,
     {"Dịch chuyển: cơ cấu ngành", "Shift-share: industry mix"},
     {"Phần do ngành tăng nhanh hơn cả nước: E_ij (g_i − g).",
      "What the sector grew faster than the country: E_ij (g_i − g)."},
     shift_base,
     shift_limits,
     "Dunn (1960)"},
    {Indicator::shift_competitive,
     {"Dịch chuyển: cạnh tranh", "Shift-share: competitive"},
     {"Phần do ngành trong huyện tăng nhanh hơn ngành trong cả nước: E_ij (g_ij − g_i).",
      "What the sector grew faster here than in the country: E_ij (g_ij − g_i)."},
     shift_base,
     shift_limits,
     "Dunn (1960)"},
    {Indicator::shift_pure_competitive,
     {"Dịch chuyển: cạnh tranh thuần", "Shift-share: pure competitive"},
     {"Thành phần cạnh tranh nếu huyện có cơ cấu ngành như cả nước.",
      "The competitive part, had the district the country's mix of sectors."},
     shift_base,
     shift_limits,
     "Esteban-Marquillas (1972)"},
    {Indicator::shift_allocation,
     {"Dịch chuyển: phân bổ", "Shift-share: allocation"},
     {"Phần còn lại của thành phần cạnh tranh: do chuyên môn hóa vào ngành.",
      "The rest of the competitive part: due to being specialised in the sector."},
     shift_base,
     shift_limits,
     "Esteban-Marquillas (1972)"},
}};

static_assert([] {
  for (std::size_t i = 0; i < indicator_words.size(); ++i)
    if (static_cast<std::size_t>(indicator_words[i].indicator) != i) return false;
  return true;
}());

const IndicatorWords& words_of(Indicator indicator) {
  return indicator_words[static_cast<std::size_t>(indicator)];
}

}  // namespace

std::string indicator_name(Indicator indicator, Language language) {
  return words_of(indicator).name.in(language);
}
std::string indicator_definition(Indicator indicator, Language language) {
  return words_of(indicator).definition.in(language);
}
std::string indicator_denominator(Indicator indicator, Language language) {
  return words_of(indicator).denominator.in(language);
}
std::string indicator_limits(Indicator indicator, Language language) {
  return words_of(indicator).limits.in(language);
}
std::string indicator_name(const core::Provenance& provenance, Indicator indicator, Language language) {
  return in_own_words(indicator_name(indicator, language), provenance, language);
}
std::string indicator_definition(const core::Provenance& provenance, Indicator indicator, Language language) {
  return in_own_words(indicator_definition(indicator, language), provenance, language);
}
std::string indicator_denominator(const core::Provenance& provenance, Indicator indicator,
                                  Language language) {
  return in_own_words(indicator_denominator(indicator, language), provenance, language);
}
std::string indicator_limits(const core::Provenance& provenance, Indicator indicator, Language language) {
  return in_own_words(indicator_limits(indicator, language), provenance, language);
}
std::string indicator_source(Indicator indicator) { return words_of(indicator).source; }

}  // namespace vicinia::workspace::inline words
