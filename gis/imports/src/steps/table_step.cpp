// Tables: cells, their shape, long rows, sums checked, what the figures count, and the names that they are of.
#include "vicinia/gis/imports/import.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "shape/side_by_side.h"
#include "steps/continued_sheets.h"
#include "steps/parts.h"
#include "steps/scaled_figures.h"
#include "steps/sector_step.h"
#include "steps/server_file.h"
#include "vicinia/core/names/folding.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Finding;
using core::Result;
using core::Status;

/// What observations may count, by the names of their columns.
constexpr std::array<std::string_view, 7> observed{
    "enterprises", "smes", "fdi_enterprises", "employees", "lq", "sector_share_pct", "district_share_pct"};
bool is_observed(std::string_view field) { return std::ranges::find(observed, field) != observed.end(); }

/// Names of units of all frames that are known: what tells a column of units from others.
class UnitTexts {
 public:
  explicit UnitTexts(const Known& known) {
    for (const KnownFrame& one : known.frames)
      for (const core::admin::Level level : one.frame.levels().all())
        names_.emplace_back(one.frame, level, other_names(known.resources, one.frame));
  }
  bool operator()(std::string_view text) const {
    return std::ranges::any_of(names_,
                               [&](const core::matching::UnitNames& names) { return names.is_name(text); });
  }

 private:
  std::vector<core::matching::UnitNames> names_{};
};

/// Provinces of each frame, and the units that lie in them, by their bare names.
class PlacesOfTexts {
 public:
  explicit PlacesOfTexts(const Known& known) : names_(known.frames.size()) {
    for (std::size_t i = 0; i < known.frames.size(); ++i) {
      const core::admin::Frame& frame = known.frames[i].frame;
      for (core::admin::UnitIndex unit = 0; unit < frame.size(); ++unit) {
        const auto parent = frame.parent(unit);
        const bool is_city = core::names::lower_case(frame[unit].kind_vi) == "thành phố";
        for (const std::string* name : {&frame[unit].name_vi, &frame[unit].name_en}) {
          const std::string bare = core::names::without_class(*name);
          if (bare.empty()) continue;
          Names& names = names_[i][bare];
          if (parent)
            names.places.within.push_back(frame[*parent].code);
          else
            (is_city ? names.cities : names.places.as_whole).push_back(frame[unit].code);
        }
      }
    }
  }
  std::vector<UnitPlaces> operator()(std::string_view text) const {
    namespace unit_class = core::names::unit_class;
    const core::names::FoldedName name = core::names::take_apart(in_two_languages(text).vi);
    std::vector<UnitPlaces> all;
    for (const auto& names : names_) {
      UnitPlaces& places = all.emplace_back();
      const auto found = names.find(name.bare);
      if (found == names.end()) continue;
      places = found->second.places;
      // "TP. Hải Dương" is a city in the province; "TP. Hải Phòng" is one that has districts itself.
      constexpr auto none_above = static_cast<core::names::UnitClasses>(
          unit_class::urban_district | unit_class::rural_district | unit_class::town | unit_class::township |
          unit_class::ward | unit_class::commune);
      if ((name.classes & (none_above | unit_class::city)) != 0) places.as_whole.clear();
      if ((name.classes & none_above) == 0)
        places.as_whole.insert(places.as_whole.end(), found->second.cities.begin(),
                               found->second.cities.end());
    }
    return all;
  }

 private:
  struct Names {
    UnitPlaces places{};
    std::vector<std::string> cities{};  ///< that others lie in
  };
  std::vector<std::map<std::string, Names, std::less<>>> names_;  ///< [frame]
};

/// Whether a text is a code of a classification, or the name of one of its activities.
class ActivityTexts {
 public:
  explicit ActivityTexts(const Known& known) {
    for (const Classification& of : known.classifications.all)
      for (const auto& [code, name] : of.names) {
        codes_.insert(code);
        for (const std::string& one : {name.vi, name.en}) names_.insert(core::names::folded(one));
      }
  }
  bool operator()(std::string_view text) const {
    return codes_.contains(text) || names_.contains(core::names::folded(text));
  }

 private:
  std::set<std::string, std::less<>> codes_{};
  std::set<std::string> names_{};
};

/// Markers whose meaning yearbooks of Viet Nam state on their first pages.
io::NumberNotation with_usual_markers(io::NumberNotation notation) {
  if (notation.zero.empty()) notation.zero = {"-", "–"};
  if (notation.not_published.empty()) notation.not_published = {"..", "...", "…", "n/a", "x"};
  for (const std::string& text : notation.zero) std::erase(notation.not_published, text);
  return notation;
}

/// What the figures of a table count, in words of observations. What it is called "employees" or "enterprises" for its own sake keeps its
/// heading as the word for it; of figures that nothing is said of, and of several kinds alike, somebody has to choose.
Status name_fields(TableTaken& table) {
  std::vector<std::string>& fields = table.rows.fields;
  auto& as = table.choice.fields;
  const std::vector<std::string> headings = fields;
  if (const auto all = as.find("*"); all != as.end()) {
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (!is_observed(fields[i]) && !as.contains(fields[i])) others.push_back(i);
    if (others.size() == 1) fields[others.front()] = all->second;
  }
  for (std::string& field : fields)
    if (const auto named = as.find(field); named != as.end()) field = named->second;
  if (fields.size() == 1 && !is_observed(fields.front()) && fields.front() != unnamed_field) {
    as[fields.front()] = "employees";
    fields.front() = "employees";
  }
  bool is_twice = false;
  for (std::size_t i = 0; i < fields.size(); ++i)
    is_twice = is_twice || (is_observed(fields[i]) && std::ranges::count(fields, fields[i]) > 1);
  if (!is_twice && std::ranges::any_of(fields, is_observed)) return {};
  return core::fail({.code = ErrorCode::no_figures,
                     .subject = {.file = table.choice.file.string()},
                     .detail = listed(headings)});
}

Result<Sheet> sheet_of(const TableChoice& choice, const core::Task& task) {
  if (choice.server.empty()) {
    auto sheet = read_sheet({.file = choice.file,
                             .separator = choice.separator,
                             .sheet = choice.sheet,
                             .encoding = choice.encoding});
    if (!sheet) return sheet;
    if (auto ok = add_continued_sheets(choice, *sheet); !ok) return core::fail(ok.error());
    return sheet;
  }
  const auto copy = ServerFile::of(choice.server, choice.file.string(), task);
  if (!copy) return core::fail(copy.error());
  auto sheet = read_sheet({.file = copy->file()});
  if (!sheet) return core::fail(named_as(sheet.error(), copy->file().string(), choice.file.string()));
  sheet->file = choice.file;
  name_as(sheet->findings, copy->file().string(), choice.file.string());
  return sheet;
}

Result<TableTaken> take_table(const TableChoice& choice, const RecogniseHints& hints,
                              std::vector<Finding>& findings, const core::Task& task) {
  TableTaken taken{.choice = choice};
  taken.choice.numbers = with_usual_markers(choice.numbers);
  auto sheet = sheet_of(choice, task);
  if (!sheet) return core::fail(sheet.error());
  taken.sheet = *std::move(sheet);
  if (const std::size_t beside = put_below_each_other(taken.sheet); beside > 1)
    taken.sheet.findings.push_back({.code = ErrorCode::tables_beside,
                                    .subject = {.file = choice.file.string()},
                                    .detail = std::to_string(beside)});
  if (!taken.choice.shape) {
    auto shape = recognise(taken.sheet, hints);
    if (!shape) return core::fail(shape.error());
    taken.choice.shape = *std::move(shape);
  }
  const TableShape& shape = *taken.choice.shape;
  taken.rows = tidy(taken.sheet, shape);
  taken.sums = check_sums(taken.sheet, shape, taken.choice.numbers);
  const std::vector<std::string> headings = taken.rows.fields;
  if (auto ok = name_fields(taken); !ok) return core::fail(ok.error());
  if (!taken.choice.numbers.decimal) taken.choice.numbers.decimal = decimal_proved_by(taken.rows);
  const auto scaled =
      scale_figures(taken.rows, FigureScales(taken.sheet, shape, taken.choice.scale), taken.choice.numbers);
  if (!scaled) return core::fail(scaled.error());
  taken.choice.scale = scaled->all;
  if (scaled->all == 0 && scaled->decimal) taken.choice.numbers.decimal = scaled->decimal;
  std::vector<std::string> unread;
  for (std::size_t i = 0; i < headings.size(); ++i)
    if (!is_observed(taken.rows.fields[i])) unread.push_back(headings[i]);
  for (std::size_t column = 0; column < shape.columns.size(); ++column)
    if (const ColumnShape& one = shape.columns[column];
        one.role == ColumnRole::ignored && one.reason != "blank")
      unread.push_back(one.heading.empty() ? column_letters(column) : one.heading);
  const auto tell = [&](std::vector<Finding> more) {
    for (Finding& one : more) {
      if (one.subject.file.empty()) one.subject.file = choice.file.string();
      if (one.code == ErrorCode::columns_apart) continue;  // told with the figures that are of no use here
      findings.push_back(std::move(one));
    }
  };
  tell(taken.sheet.findings);
  tell(findings_of(taken.sheet, shape));
  tell(findings_of(taken.sheet, shape, taken.sums));
  if (!unread.empty())
    findings.push_back({.code = ErrorCode::columns_apart,
                        .subject = {.file = choice.file.string()},
                        .detail = std::to_string(unread.size()) + "|" + listed(unread)});
  if (scaled->all == 0) {
    std::vector<std::string> multiplied;
    for (const std::size_t column : scaled->multiplied) multiplied.push_back(shape.columns[column].heading);
    tell({{.code = ErrorCode::unit_of_figures, .detail = listed(multiplied)}});
  }
  return taken;
}

std::vector<NamedRow> names_of(const std::vector<TableTaken>& tables) {
  std::vector<NamedRow> names;
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> known;
  std::map<std::tuple<std::size_t, std::string, std::string, std::string>, std::uint32_t> places;
  for (std::size_t t = 0; t < tables.size(); ++t)
    for (const TidyRow& row : tables[t].rows.rows) {
      const auto key = key_of(row);
      const auto [at, is_new] = known.try_emplace(key, names.size());
      if (is_new) {
        const auto& [code, name, parent] = key;
        names.push_back(
            {.name = {.code = code, .name = name, .parent = parent}, .file = tables[t].choice.file});
        if (!row.figures.empty() && row.figures.front().row < tables[t].rows.lines.size())
          names.back().line = tables[t].rows.lines[row.figures.front().row];
      }
      NamedRow& one = names[at->second];
      ++one.count;
      const auto place = places
                             .try_emplace({t, row.period, row.sector, row.sector_code},
                                          static_cast<std::uint32_t>(places.size()))
                             .first->second;
      if (one.name.beside.empty() || one.name.beside.back() != place) one.name.beside.push_back(place);
    }
  for (NamedRow& one : names) {
    std::ranges::sort(one.name.beside);
    const auto again = std::ranges::unique(one.name.beside);
    one.name.beside.erase(again.begin(), again.end());
  }
  return names;
}

/// Of a register that was counted: its sectors, and the units that its firms name.
Result<TablesTaken> with_names(const Recipe& recipe, const Known& known, Result<TablesTaken> counted) {
  if (!counted) return counted;
  if (auto ok = take_sectors(recipe, known, *counted); !ok) return core::fail(ok.error());
  counted->names = names_of(counted->tables);
  return counted;
}

}  // namespace

bool has_places(const Recipe& recipe) { return recipe.firms && recipe.firms->rules.columns.has_places(); }

Result<TablesTaken> take_places(const Recipe& recipe, const BoundariesTaken& boundaries, const Known& known,
                                const core::Task& task) {
  return with_names(recipe, known, count_register(*recipe.firms, &boundaries, task));
}

Result<TablesTaken> take_tables(const Recipe& recipe, const Known& known, const core::Task& task) {
  if (recipe.firms) return with_names(recipe, known, count_register(*recipe.firms, nullptr, task));
  if (recipe.tables.empty())
    return core::fail({.code = ErrorCode::invalid_argument, .subject = {.field = "tables"}});
  const UnitTexts is_unit(known);
  const ActivityTexts is_activity(known);
  const PlacesOfTexts places(known);
  TablesTaken taken;
  for (const TableChoice& choice : recipe.tables) {
    if (task.stop.stop_requested()) return core::fail({.code = ErrorCode::cancelled});
    auto table = take_table(choice,
                            {.is_unit = is_unit,
                             .is_sector = is_activity,
                             .places = places,
                             .period = recipe.survey_date.substr(0, 4)},
                            taken.findings, task);
    if (!table) return core::fail(table.error());
    taken.tables.push_back(*std::move(table));
  }
  if (auto ok = take_sectors(recipe, known, taken); !ok) return core::fail(ok.error());
  taken.names = names_of(taken.tables);
  return taken;
}

}  // namespace vicinia::gis::imports
