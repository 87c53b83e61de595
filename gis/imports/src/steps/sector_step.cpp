// Sectors: which classification their codes are of, and finer ones summed to the level or the list that is wanted.
#include "steps/sector_step.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "steps/parts.h"
#include "vicinia/gis/io/numbers.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Finding;
using core::Result;
using core::Status;

constexpr std::array<std::string_view, 4> summed_fields{"enterprises", "smes", "fdi_enterprises",
                                                        "employees"};

/// Codes that stand where names would ("Tỉnh | 13 | 14" as headings) become codes, if all of a table's do.
void set_codes_in_place(TidyTable& table) {
  bool any = false;
  for (const TidyRow& row : table.rows) {
    if (!row.sector_code.empty()) return;
    if (row.sector.empty()) continue;
    const auto code = activity_code(row.sector);
    if (!code) return;
    any = true;
  }
  if (!any) return;
  for (TidyRow& row : table.rows) row.sector_code = std::exchange(row.sector, {});
}

/// Each code of the table once, with the name beside it. Empty: most sectors have none.
std::vector<CodedName> coded_names(const TableTaken& table) {
  std::vector<CodedName> names;
  std::set<std::string> seen, without;
  for (const TidyRow& row : table.rows.rows) {
    const std::string& text = row.sector_code.empty() ? row.sector : row.sector_code;
    if (text.empty()) continue;
    const auto code = row.sector_code.empty() ? std::nullopt : activity_code(row.sector_code);
    if (!code)
      without.insert(text);
    else if (seen.insert(*code).second)
      names.push_back({*code, in_two_languages(row.sector)});
  }
  return names.size() > without.size() ? names : std::vector<CodedName>{};
}

std::vector<int> years_of(const Recipe& recipe, const TableTaken& table) {
  std::set<int> years;
  for (const TidyRow& row : table.rows.rows)
    for (const int year : years_in(row.period)) years.insert(year);
  if (years.empty())
    for (const int year : years_in(recipe.survey_date)) years.insert(year);
  return {years.begin(), years.end()};
}

std::string words_of(const TableTaken& table) {
  std::string words;
  const TableShape& shape = *table.choice.shape;
  for (const auto* rows : {&shape.title_rows, &shape.note_rows})
    for (const std::size_t row : *rows)
      for (std::size_t column = 0; column < table.sheet.columns; ++column)
        words.append(table.sheet.at(row, column)).append("\n");
  for (const ColumnShape& column : shape.columns) words.append(column.heading).append("\n");
  return words;
}

std::string_view field_of(ClassifiedBy by) {
  switch (by) {
    case ClassifiedBy::words: return "classification_words";
    case ClassifiedBy::names: return "classification_names";
    case ClassifiedBy::codes: return "classification_codes";
    case ClassifiedBy::year: return "classification_year";
    case ClassifiedBy::usual: return "classification_usual";
    default: return {};
  }
}

void tell_classification(const ClassificationFound& found, const std::vector<CodedName>& codes,
                         const std::string& file, std::vector<Finding>& findings) {
  if (const std::string_view field = field_of(found.by); !field.empty())
    findings.push_back(
        {.code = ErrorCode::sector_level_used,
         .subject = {.file = file, .field = std::string(field), .id = found.classification->id},
         .detail = listed(found.others) + "|" + found.other_meaning});
  std::vector<std::string> lacking;
  for (const CodedName& one : codes)
    if (!found.classification->has(one.code)) lacking.push_back(one.code);
  if (!lacking.empty())
    findings.push_back(
        {.code = ErrorCode::sector_level_used,
         .subject = {.file = file, .field = "classification_lacks", .id = found.classification->id},
         .detail = std::to_string(lacking.size()) + "|" + listed(lacking)});
  if (found.contradicted_by != nullptr)
    findings.push_back(
        {.code = ErrorCode::sector_level_used,
         .subject = {.file = file, .field = "classification_contradicted", .id = found.classification->id},
         .detail = found.contradicted_by->id});
}

/// What stands for one unit and period.
using Place = std::tuple<std::string, std::string, std::string, std::string, std::string>;
Place place_of(const TidyRow& row) {
  return {row.unit_code, row.unit, row.parent, row.unit_kind, row.period};
}

/// What there is of a sum.
struct Sum {
  enum class Is : std::uint8_t { absent, unknown, known } is = Is::absent;
  double number = 0;
};

/// Puts the rows of one table together. Targets are codes of a level, or published sectors.
class SectorSums {
 public:
  SectorSums(const Recipe& recipe, const Classifications& known, const Classification& classification,
             TableTaken& table)
      : recipe_(recipe), known_(known), classification_(classification), table_(table) {}

  [[nodiscard]] Status run() {
    if (auto ok = read_numbers(); !ok) return ok;
    if (auto ok = sort_rows(); !ok) return ok;
    find_targets();
    make_rows();
    return {};
  }

  [[nodiscard]] const std::vector<SectorMade>& made() const { return made_; }
  /// Texts of what was kept apart, by the field of their finding.
  [[nodiscard]] const std::map<std::string, std::vector<std::string>>& apart() const { return apart_; }
  [[nodiscard]] const std::vector<std::string>& lacking() const { return lacking_; }
  [[nodiscard]] const std::vector<std::string>& in_part() const { return in_part_; }
  [[nodiscard]] std::size_t unknown_sums() const { return unknown_; }
  [[nodiscard]] const std::string& first_unknown() const { return first_unknown_; }

 private:
  /// Of all figures at once, so that what one proves of the decimal mark holds for the others.
  [[nodiscard]] Status read_numbers() {
    io::Table numbers{.file = table_.rows.file};
    std::vector<io::NumberColumn> columns;
    for (const std::string_view field : summed_fields)
      if (const auto at = std::ranges::find(table_.rows.fields, field); at != table_.rows.fields.end()) {
        fields_.push_back(static_cast<std::size_t>(at - table_.rows.fields.begin()));
        columns.push_back({.column = numbers.columns.size()});
        numbers.columns.emplace_back(field);
      }
    for (const TidyRow& row : table_.rows.rows) {
      std::vector<std::string> cells;
      for (const std::size_t field : fields_) {
        const Figure* const figure = row.figure(field);
        cells.push_back(figure != nullptr ? figure->text : std::string());
      }
      numbers.rows.push_back(std::move(cells));
      numbers.lines.push_back(line_of(row));
    }
    io::NumberNotation notation = table_.choice.numbers;
    if (table_.choice.scale != 1 && table_.choice.scale != 0) notation.decimal.reset();
    io::NumberReader reader(numbers, columns, notation);
    cells_.resize(numbers.rows.size());
    for (std::size_t row = 0; row < numbers.rows.size(); ++row)
      for (std::size_t column = 0; column < fields_.size(); ++column) {
        auto read = reader.read(row, column);
        if (!read) return core::fail(read.error());
        cells_[row].push_back(read->cell);
      }
    return {};
  }

  [[nodiscard]] std::size_t line_of(const TidyRow& row) const {
    if (row.figures.empty()) return 0;
    const std::size_t at = row.figures.front().row;
    return at < table_.rows.lines.size() ? table_.rows.lines[at] : at + 1;
  }

  [[nodiscard]] Status sort_rows() {
    for (std::size_t i = 0; i < table_.rows.rows.size(); ++i) {
      const TidyRow& row = table_.rows.rows[i];
      const auto code = row.sector_code.empty() ? std::nullopt : activity_code(row.sector_code);
      if (!code || !classification_.has(*code)) {
        keep_apart(i, "uncoded_sectors", row.sector_code.empty() ? row.sector : row.sector_code);
        continue;
      }
      codes_.insert(*code);
      if (auto& name = printed_[*code]; name.empty()) name = row.sector;
      const Place place = place_of(row);
      if (!rows_.contains(place)) places_.push_back(place);
      const auto [at, is_new] = rows_[place].emplace(*code, i);
      if (!is_new)
        return core::fail({.code = ErrorCode::duplicate_observation,
                           .subject = {.file = table_.rows.file.string(),
                                       .row = line_of(row),
                                       .id = row.unit.empty() ? row.unit_code : row.unit},
                           .detail = std::to_string(line_of(table_.rows.rows[at->second]))});
    }
    return {};
  }

  void keep_apart(std::size_t row, const char* field, const std::string& text) {
    table_.rows.apart.push_back({.kind = RowKind::subtotal, .row = table_.rows.rows[row]});
    std::vector<std::string>& texts = apart_[field];
    if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
  }

  /// The next coarser code of the table that it is a part of; empty: none.
  [[nodiscard]] std::string parent_in_table(const std::string& code) const {
    constexpr std::size_t division_digits = 2;
    for (std::size_t length = code.size(); length-- > division_digits;)
      if (const std::string prefix = code.substr(0, length); codes_.contains(prefix)) return prefix;
    const auto section = classification_.at(code, SectorLevel::section);
    return section && *section != code && codes_.contains(*section) ? *section : std::string();
  }

  /// Whether the code is the target, or finer and within it.
  [[nodiscard]] bool is_within(const std::string& code, const std::string& target) const {
    if (level_of(target) == SectorLevel::section)
      return classification_.at(code, SectorLevel::section) == target;
    return code.starts_with(target);
  }

  [[nodiscard]] bool is_within_any(const std::string& code, const std::vector<std::string>& targets) const {
    return std::ranges::any_of(targets, [&](const std::string& target) { return is_within(code, target); });
  }

  /// Codes of the table that make the target: itself, else the coarsest within it.
  [[nodiscard]] std::vector<std::string> parts_of_code(const std::string& target) const {
    if (codes_.contains(target)) return {target};
    std::vector<std::string> parts;
    for (const std::string& code : codes_)
      if (is_within(code, target)) {
        const std::string parent = parent_in_table(code);
        if (parent.empty() || !is_within(parent, target)) parts.push_back(code);
      }
    return parts;
  }

  void find_targets() {
    for (const std::string& code : codes_)
      if (const std::string parent = parent_in_table(code); !parent.empty())
        children_[parent].push_back(code);
    if (recipe_.has_published_sectors) {
      find_published();
      return;
    }
    for (const std::string& code : codes_)
      if (const auto target = classification_.at(code, recipe_.sector_level))
        targets_.emplace(*target, std::vector{*target});
    for (const auto& [target, nothing] : targets_) {
      order_.push_back(target);
      if (level_of(target) != SectorLevel::section || codes_.contains(target)) continue;
      std::vector<std::string> missing;
      for (const auto& [division, section] : classification_.section_of)
        if (section == target && parts_of_code(division).empty()) missing.push_back(division);
      if (!missing.empty()) in_part_.push_back(target + " (" + listed(missing) + ")");
    }
  }

  /// In the order of the list.
  void find_published() {
    for (const PublishedSector& sector : known_.published) {
      std::vector<std::string> codes;
      for (const auto& [code, no] : classification_.sector_of)
        if (no == sector.no) codes.push_back(code);
      if (codes.empty()) continue;
      const bool has_all =
          std::ranges::none_of(codes, [&](const std::string& code) { return parts_of_code(code).empty(); });
      if (!has_all) {
        lacking_.push_back(sector.no + " (" + listed(codes) + ")");
        continue;
      }
      order_.push_back(sector.no);
      targets_[sector.no] = std::move(codes);
    }
  }

  [[nodiscard]] Sum sum_of(const std::string& code, const Place& place, std::size_t field) const {
    const auto& rows = rows_.at(place);
    if (const auto own = rows.find(code); own != rows.end())
      if (table_.rows.rows[own->second].figure(fields_[field]) != nullptr) {
        const core::Cell cell = cells_[own->second][field];
        return cell.has_number() ? Sum{Sum::Is::known, cell.number()} : Sum{Sum::Is::unknown};
      }
    const auto children = children_.find(code);
    return children == children_.end() ? Sum{} : sum_of_all(children->second, place, field);
  }

  /// Nothing at all, or all of them.
  [[nodiscard]] Sum sum_of_all(const std::vector<std::string>& codes, const Place& place,
                               std::size_t field) const {
    Sum all{.is = Sum::Is::known};
    std::size_t absent = 0;
    for (const std::string& code : codes) {
      const Sum one = sum_of(code, place, field);
      if (one.is == Sum::Is::absent) ++absent;
      if (one.is != Sum::Is::known) all.is = Sum::Is::unknown;
      all.number += one.number;
    }
    if (absent == codes.size()) all.is = Sum::Is::absent;
    return all;
  }

  void make_rows() {
    std::vector<TidyRow> made;
    std::map<std::string, std::vector<std::string>> parts;
    std::set<std::string> within, summed;
    for (const std::string& target : order_) {
      for (const std::string& code : targets_.at(target))
        for (const std::string& part : parts_of_code(code)) parts[target].push_back(part);
      for (const std::string& code : codes_)
        if (is_within_any(code, targets_.at(target))) {
          codes_within_[target].push_back(code);
          within.insert(code);
        }
    }
    for (const Place& place : places_)
      for (const std::string& target : order_)
        if (add_row(place, target, parts[target], made)) summed.insert(target);
    for (const std::string& target : order_) {
      const bool is_printed_too = parts[target] == std::vector{target} && !recipe_.has_published_sectors;
      if (summed.contains(target))
        made_.push_back({target, is_printed_too ? children_[target] : parts[target]});
    }
    for (const Place& place : places_)
      for (const auto& [code, row] : rows_[place])
        if (!within.contains(code)) keep_coarse_apart(code, row);
    table_.rows.rows = std::move(made);
  }

  void keep_coarse_apart(const std::string& code, std::size_t row) {
    const auto holds = [&](const std::string& target) { return target != code && is_within(target, code); };
    bool has_parts = false, is_above = false;
    for (const auto& [mapped, no] : classification_.sector_of) is_above = is_above || holds(mapped);
    for (const std::string& other : codes_)
      has_parts = has_parts || (other != code && is_within(other, code));
    if (recipe_.has_published_sectors && !is_above)
      keep_apart(row, "other_sectors", code);
    else if (has_parts)
      table_.rows.apart.push_back({.kind = RowKind::subtotal, .row = table_.rows.rows[row]});
    else
      keep_apart(row, "coarse_sectors", code);
  }

  /// Whether the row is a sum, and not as the table has it.
  bool add_row(const Place& place, const std::string& target, const std::vector<std::string>& parts,
               std::vector<TidyRow>& made) {
    const auto& rows = rows_.at(place);
    const auto own = rows.find(target);
    const bool is_own = own != rows.end() && !recipe_.has_published_sectors;
    std::vector<std::size_t> rows_within;
    for (const std::string& code : codes_within_.at(target))
      if (const auto at = rows.find(code); at != rows.end()) rows_within.push_back(at->second);
    if (rows_within.empty()) return false;
    TidyRow row = table_.rows.rows[is_own ? own->second : std::ranges::min(rows_within)];
    if (!is_own) {
      row.figures.clear();
      row.sector = recipe_.has_published_sectors ? std::string() : printed_name(target);
    }
    row.sector_code = target;
    for (std::size_t field = 0; field < fields_.size(); ++field) {
      if (row.figure(fields_[field]) != nullptr) continue;
      const Sum sum = sum_of_all(parts, place, field);
      if (sum.is == Sum::Is::unknown) {
        if (unknown_++ == 0) first_unknown_ = (row.unit.empty() ? row.unit_code : row.unit) + ", " + target;
      }
      if (sum.is != Sum::Is::known) continue;
      const Figure* from = nullptr;
      for (const std::size_t at : rows_within)
        if (from == nullptr) from = table_.rows.rows[at].figure(fields_[field]);
      if (from == nullptr) continue;
      row.figures.push_back({.field = fields_[field],
                             .text = std::to_string(std::llround(sum.number)),
                             .row = from->row,
                             .column = from->column});
    }
    const bool has_figures = !row.figures.empty();
    if (has_figures) made.push_back(std::move(row));
    return has_figures && !is_own;
  }

  [[nodiscard]] std::string printed_name(const std::string& code) const {
    const auto at = printed_.find(code);
    return at == printed_.end() ? std::string() : at->second;
  }

  const Recipe& recipe_;
  const Classifications& known_;
  const Classification& classification_;
  TableTaken& table_;
  std::vector<std::size_t> fields_{};             ///< those that are summed
  std::vector<std::vector<core::Cell>> cells_{};  ///< [row][field]
  std::set<std::string> codes_{};
  std::map<std::string, std::string> printed_{};
  std::map<std::string, std::vector<std::string>> children_{}, targets_{}, codes_within_{};
  std::vector<std::string> order_{};
  std::vector<Place> places_{};
  std::map<Place, std::map<std::string, std::size_t>> rows_{};
  std::vector<SectorMade> made_{};
  std::map<std::string, std::vector<std::string>> apart_{};
  std::vector<std::string> lacking_{}, in_part_{};
  std::size_t unknown_ = 0;
  std::string first_unknown_{};
};

std::string shown(const SectorMade& made) {
  return made.code + " = " + listed(made.parts, made.parts.size());
}

void tell_sums(const SectorSums& sums, const Recipe& recipe, const std::string& file,
               std::vector<Finding>& findings) {
  const auto tell = [&](const char* field, const std::vector<std::string>& texts) {
    if (!texts.empty())
      findings.push_back({.code = ErrorCode::sector_level_used,
                          .subject = {.file = file, .field = field},
                          .detail = std::to_string(texts.size()) + "|" + listed(texts)});
  };
  std::vector<std::string> made;
  for (const SectorMade& one : sums.made()) made.push_back(shown(one));
  tell(recipe.has_published_sectors ? "sectors_published" : "sectors_summed", made);
  tell("sectors_lacking", sums.lacking());
  tell("sections_in_part", sums.in_part());
  if (sums.unknown_sums() > 0)
    findings.push_back({.code = ErrorCode::sector_level_used,
                        .subject = {.file = file, .field = "sums_not_known"},
                        .detail = std::to_string(sums.unknown_sums()) + "|" + sums.first_unknown()});
  for (const auto& [field, texts] : sums.apart())
    findings.push_back({.code = ErrorCode::rows_apart,
                        .subject = {.file = file, .field = field},
                        .detail = std::to_string(texts.size()) + "|" + listed(texts)});
}

/// One for all tables, for their codes come to stand in one list. What nothing tells of one table, another may.
Result<ClassificationFound> find_classification(const Recipe& recipe, const Known& known,
                                                TablesTaken& taken) {
  ClassificationFound all;
  std::vector<CodedName> codes_so_far;
  for (TableTaken& table : taken.tables) {
    set_codes_in_place(table.rows);
    const std::vector<CodedName> codes = coded_names(table);
    if (codes.empty()) continue;
    const std::string file = table.choice.file.string();
    const ClassificationFound found = recognise_classification(
        known.classifications, codes,
        {.stated = recipe.classification, .words = words_of(table), .years = years_of(recipe, table)});
    if (found.classification == nullptr) continue;
    codes_so_far.insert(codes_so_far.end(), codes.begin(), codes.end());
    const bool is_other = all.classification != nullptr && all.classification != found.classification;
    if (is_other && all.by != ClassifiedBy::usual && found.by != ClassifiedBy::usual)
      if (const std::string code = differing_code(*all.classification, *found.classification, codes_so_far);
          !code.empty())
        return core::fail({.code = ErrorCode::invalid_argument,
                           .subject = {.file = file, .field = "classifications_differ", .id = code},
                           .detail = found.classification->id + "|" + all.classification->id});
    // What another table tells holds for all, and nothing is left to be asked.
    if (is_other && all.by == ClassifiedBy::usual)
      std::erase_if(taken.findings, [](const Finding& one) {
        return one.code == ErrorCode::sector_level_used && one.subject.field == field_of(ClassifiedBy::usual);
      });
    if (is_other && found.by == ClassifiedBy::usual) continue;
    if (all.classification == nullptr || all.classification != found.classification || all.by != found.by)
      tell_classification(found, codes, file, taken.findings);
    if (all.classification == nullptr || all.by == ClassifiedBy::usual) all = found;
  }
  return all;
}

core::Error cannot(const char* field, const std::string& file, std::string detail = {}) {
  return {.code = ErrorCode::invalid_argument,
          .subject = {.file = file, .field = field},
          .detail = std::move(detail)};
}

}  // namespace

Status take_sectors(const Recipe& recipe, const Known& known, TablesTaken& taken) {
  auto all = find_classification(recipe, known, taken);
  if (!all) return core::fail(all.error());
  const ClassificationFound& found = *all;
  const std::string file = taken.tables.front().choice.file.string();
  const bool wants_sums = recipe.has_published_sectors || recipe.sector_level != SectorLevel::as_found;
  if (found.classification == nullptr)
    return wants_sums ? Status(core::fail(cannot("sectors_without_codes", file))) : Status();
  const Classification& classification = *found.classification;
  taken.sectors.classification = classification.id;
  taken.sectors.classification_name = classification.name;
  taken.sectors.by = found.by;
  taken.sectors.names = {classification.names.begin(), classification.names.end()};
  if (!wants_sums) return {};
  if (recipe.has_published_sectors) {
    if (classification.sector_of.empty())
      return core::fail(cannot("sectors_not_mapped", file, classification.name));
    taken.sectors.names.clear();
    for (const PublishedSector& one : known.classifications.published) {
      taken.sectors.names[one.no] = one.name;
      taken.sectors.aliases[one.no] = one.aliases;
    }
  }
  bool has_any = false;
  for (TableTaken& table : taken.tables) {
    SectorSums sums(recipe, known.classifications, classification, table);
    if (auto ok = sums.run(); !ok) return ok;
    has_any = has_any || !table.rows.rows.empty();
    for (const SectorMade& one : sums.made())
      if (std::ranges::find(taken.sectors.made, one) == taken.sectors.made.end())
        taken.sectors.made.push_back(one);
    taken.sectors.leaves_some_out =
        taken.sectors.leaves_some_out || recipe.has_published_sectors || !sums.apart().empty();
    tell_sums(sums, recipe, table.choice.file.string(), taken.findings);
  }
  if (!has_any) return core::fail(cannot("sectors_all_too_coarse", file, classification.name));
  return {};
}

}  // namespace vicinia::gis::imports
