#include "vicinia/workspace/words/import_text.h"

#include <algorithm>
#include <array>
#include <set>

#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {
namespace {

using core::BilingualText;
using core::matching::Certainty;
using core::matching::Reason;

const std::string& in(const BilingualText& text, Language language) {
  return language == Language::vi ? text.vi : text.en;
}

std::string counted(std::size_t count, const char* vi, const char* one_en, const char* several_en,
                    Language language) {
  return count_text(count, language) + " " +
         (language == Language::vi ? vi
          : count == 1             ? one_en
                                   : several_en);
}

}  // namespace

std::string certainty_text(Certainty certainty, Language language) {
  static const std::array<BilingualText, core::matching::certainty_count> words{
      {{"chắc chắn", "certain"},
       {"có lẽ", "likely"},
       {"cần chọn", "to be decided"},
       {"không khớp", "no unit"}}};
  return in(words[static_cast<std::size_t>(certainty)], language);
}

std::string reason_text(Reason reason, Language language) {
  switch (reason) {
    case Reason::decided: return in({"đã được quyết định", "decided by hand"}, language);
    case Reason::same_code: return in({"trùng mã", "the same code"}, language);
    case Reason::code_without_zeros:
      return in({"trùng mã, thiếu số 0 ở đầu", "the same code without its leading zeros"}, language);
    case Reason::same_name: return in({"trùng tên", "the same name"}, language);
    case Reason::other_spelling:
      return in({"trùng tên, khác dấu hoặc chữ hoa", "the same name but for marks or capitals"}, language);
    case Reason::class_aside:
      return in({"trùng tên, khác từ chỉ cấp", "the same name but for words such as “Huyện”"}, language);
    case Reason::spelling_rule:
      return in({"cách viết khác (i/y, c/k)", "another way to spell it (i for y, c for k)"}, language);
    case Reason::old_name: return in({"tên khác của đơn vị", "another name of the unit"}, language);
    case Reason::initials: return in({"tên viết tắt", "its initials"}, language);
    case Reason::part_of_name: return in({"một phần của tên", "a part of the name"}, language);
    case Reason::other_marks: return in({"khác dấu", "other marks"}, language);
    case Reason::other_class:
      return in({"trùng tên, khác cấp", "the name of a unit of another class"}, language);
    case Reason::other_parent:
      return in({"trùng tên, nằm ở nơi khác", "the name fits, but the unit lies elsewhere"}, language);
    case Reason::letters_off: return in({"sai vài chữ cái", "a few letters are others"}, language);
    case Reason::code_contradicts:
      return in({"mã và tên chỉ hai đơn vị khác nhau", "code and name say different units"}, language);
    case Reason::code_only:
      return in({"trùng mã, tên khác hẳn", "the same code, but nothing like the name"}, language);
    case Reason::one_of_several: return in({"có thể là nhiều đơn vị", "may be one of several"}, language);
    case Reason::others_have_a_row:
      return in({"các đơn vị cùng tên khác đã có dòng", "all others of the name have a row"}, language);
    case Reason::claimed_twice:
      return in({"dòng khác cũng là đơn vị này", "another row is this unit too"}, language);
    case Reason::nothing_like_it: return in({"không có tên nào giống", "no name is like it"}, language);
  }
  return {};
}

std::string column_role_text(gis::imports::ColumnRole role, Language language) {
  using gis::imports::ColumnRole;
  switch (role) {
    case ColumnRole::ignored: return in({"không đọc", "not read"}, language);
    case ColumnRole::unit_code: return in({"mã đơn vị", "code of the unit"}, language);
    case ColumnRole::unit_name: return in({"tên đơn vị", "name of the unit"}, language);
    case ColumnRole::parent: return in({"đơn vị cấp trên", "what the unit lies in"}, language);
    case ColumnRole::kind: return in({"loại đơn vị", "kind of unit"}, language);
    case ColumnRole::period: return in({"kỳ", "period"}, language);
    case ColumnRole::sector_code: return in({"mã ngành", "code of the sector"}, language);
    case ColumnRole::sector_name: return in({"tên ngành", "name of the sector"}, language);
    case ColumnRole::field: return in({"số liệu đếm gì", "what the figures count"}, language);
    case ColumnRole::value: return in({"số liệu", "figures"}, language);
    case ColumnRole::total: return in({"cột tổng", "totals"}, language);
  }
  return {};
}

std::string figures_text(const std::string& field, Language language) {
  if (field == "enterprises") return in({"doanh nghiệp", "enterprises"}, language);
  if (field == "smes") return in({"doanh nghiệp nhỏ và vừa", "SMEs"}, language);
  if (field == "fdi_enterprises") return in({"doanh nghiệp FDI", "foreign-invested enterprises"}, language);
  if (field == "employees") return in({"lao động", "employees"}, language);
  if (field == "lq") return "LQ";
  if (field == "sector_share_pct") return in({"tỷ trọng trong ngành", "share of the sector"}, language);
  if (field == "district_share_pct") return in({"tỷ trọng trong huyện", "share of the district"}, language);
  if (field == gis::imports::unnamed_field) return in({"không rõ", "not said"}, language);
  return field;
}

std::string row_kind_text(gis::imports::RowKind kind, Language language) {
  using gis::imports::RowKind;
  switch (kind) {
    case RowKind::figures: return in({"số liệu", "figures"}, language);
    case RowKind::region: return in({"vùng", "region"}, language);
    case RowKind::country: return in({"cả nước", "whole country"}, language);
    case RowKind::of_which: return in({"trong đó", "of which"}, language);
    case RowKind::not_allocated: return in({"không phân tổ được", "belongs to no unit"}, language);
    case RowKind::subtotal: return in({"tổng", "total"}, language);
    case RowKind::heading: return in({"đề mục", "heading"}, language);
    case RowKind::repeated_header: return in({"tiêu đề lặp lại", "repeated heading"}, language);
    case RowKind::ignored: return in({"không đọc", "not read"}, language);
  }
  return {};
}

std::string classified_by_text(gis::imports::ClassifiedBy by, Language language) {
  using gis::imports::ClassifiedBy;
  switch (by) {
    case ClassifiedBy::nothing: return {};
    case ClassifiedBy::stated: return in({"như đã nêu", "as it was stated"}, language);
    case ClassifiedBy::words: return in({"như bảng ghi", "as the table says"}, language);
    case ClassifiedBy::names: return in({"theo tên cạnh mã", "by the names beside the codes"}, language);
    case ClassifiedBy::codes: return in({"theo mã", "by the codes"}, language);
    case ClassifiedBy::year: return in({"theo năm của số liệu", "by the year of the figures"}, language);
    case ClassifiedBy::usual: return in({"chưa chắc chắn", "not certain"}, language);
  }
  return {};
}

std::string sectors_text(const gis::imports::SectorsTaken& sectors, Language language) {
  if (sectors.classification.empty()) return {};
  std::string text = in({"Mã ngành: ", "Codes of sectors: "}, language) + sectors.classification_name + " (" +
                     classified_by_text(sectors.by, language) + ")";
  bool is_first = true;
  for (const gis::imports::SectorMade& made : sectors.made) {
    text += (is_first ? "; " : ", ") + made.code + " = ";
    is_first = false;
    for (std::size_t i = 0; i < made.parts.size(); ++i) text += (i == 0 ? "" : " + ") + made.parts[i];
  }
  return text + "\n";
}

std::string tables_text(const gis::imports::TablesTaken& tables, Language language) {
  const bool vi = language == Language::vi;
  std::string text;
  for (const gis::imports::TableTaken& table : tables.tables) {
    std::set<std::string> periods, sectors;
    std::size_t figures = 0;
    for (const auto& row : table.rows.rows) {
      figures += row.figures.size();
      if (!row.period.empty()) periods.insert(row.period);
      if (!row.sector.empty() || !row.sector_code.empty()) sectors.insert(row.sector_code + row.sector);
    }
    text += table.choice.file.filename().string() +
            (table.sheet.name.empty() ? "" : " (" + table.sheet.name + ")") + ": " +
            counted(figures, "số liệu", "figure", "figures", language);
    if (!periods.empty()) text += ", " + counted(periods.size(), "kỳ", "period", "periods", language);
    if (!sectors.empty()) text += ", " + counted(sectors.size(), "ngành", "sector", "sectors", language);
    if (table.choice.scale > 1)
      text += (vi ? ", nhân với " : ", times ") +
              count_text(static_cast<std::size_t>(table.choice.scale), language);
    text += "; ";
    if (table.sums.checked == 0)
      text += vi ? "không có dòng hoặc cột tổng để kiểm tra" : "no totals to check";
    else
      text += counted(table.sums.checked, "tổng đã kiểm tra", "total checked", "totals checked", language) +
              ", " +
              (table.sums.differences.empty()
                   ? std::string(vi ? "đều khớp" : "all agree")
                   : counted(table.sums.differences.size(), "không khớp", "differs", "differ", language));
    text += "\n";
  }
  return text + sectors_text(tables.sectors, language);
}

std::string boundaries_text(const gis::imports::BoundariesTaken& boundaries, Language language) {
  const bool vi = language == Language::vi;
  const core::admin::Frame& frame = boundaries.units.frame;
  std::string text = vi ? "Ranh giới: " : "Boundaries: ";
  bool is_first = true;
  for (const core::admin::Level level : frame.levels().all()) {
    const std::size_t units = frame.at_level(level).size();
    if (units == 0) continue;
    const core::admin::LevelInfo& info = frame.levels()[level];
    text += (is_first ? "" : ", ") + count_text(units, language) + " " +
            in(units == 1 ? info.name : info.plural, language);
    is_first = false;
  }
  if (!boundaries.vintage.empty())
    text += (vi ? ", thời điểm " : ", as of ") + date_text(boundaries.vintage, language);
  if (!boundaries.onto.empty()) text += vi ? " (có sẵn trong chương trình)" : " (come with the program)";
  return text + "\n";
}

std::string matching_text(const core::matching::Matching& matching, const core::admin::Frame& frame,
                          Language language) {
  const bool vi = language == Language::vi;
  std::string text = vi ? "Tên trong bảng: " : "Names in the tables: ";
  bool is_first = true;
  for (const Certainty certainty :
       {Certainty::certain, Certainty::likely, Certainty::asked, Certainty::unmatched}) {
    const std::size_t count = matching.count(certainty);
    if (count == 0) continue;
    text += (is_first ? "" : ", ") + count_text(count, language) + " " + certainty_text(certainty, language);
    is_first = false;
  }
  const std::size_t units = frame.at_level(matching.level).size();
  text += (vi ? "; đơn vị có dòng: " : "; units with a row: ") +
          count_text(units - matching.without_row.size(), language) + (vi ? " trên " : " of ") +
          count_text(units, language);
  return text + "\n";
}

std::string import_summary(const gis::imports::Imported& imported, Language language) {
  return tables_text(imported.tables, language) + boundaries_text(imported.boundaries, language) +
         matching_text(imported.matching, imported.boundaries.units.frame, language);
}

}  // namespace vicinia::workspace::inline words
