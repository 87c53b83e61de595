// The files of a data set, written and read back.
#include "vicinia/gis/imports/import.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "steps/parts.h"
#include "vicinia/gis/files/csv_field.h"
#include "vicinia/gis/files/write_file.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Finding;
using core::Result;
using core::admin::Frame;
using core::matching::Certainty;
using core::matching::Matching;
using core::matching::RowMatch;
using core::matching::RowName;
namespace fs = std::filesystem;

std::string code_or_name(const TidyRow& row) {
  return row.sector_code.empty() ? row.sector : row.sector_code;
}

/// Sectors in the order of the tables: each with its code, or a running number.
struct Sectors {
  std::vector<std::array<std::string, 3>> rows{};  ///< code, vi, en
  std::map<std::string, std::string> code_of{};    ///< code, or name → code
};

Sectors sectors_of(const TablesTaken& taken) {
  Sectors sectors;
  std::size_t running = 0;
  for (const TableTaken& table : taken.tables)
    for (const TidyRow& row : table.rows.rows) {
      const std::string key = code_or_name(row);
      if (sectors.code_of.contains(key)) continue;
      std::string code = row.sector_code;
      core::BilingualText name = in_two_languages(row.sector);
      if (key.empty()) {
        code = "T";
        name = {"Tổng số", "Total"};
      } else if (code.empty()) {
        code = std::to_string(++running);
      }
      const std::string activity = activity_code(code).value_or(code);
      if (const auto known = taken.sectors.names.find(taken.sectors.names.contains(code) ? code : activity);
          name.vi.empty() && known != taken.sectors.names.end())
        name = known->second;
      if (name.vi.empty()) name = {code, code};
      sectors.code_of[key] = code;
      sectors.rows.push_back({code, name.vi, name.en});
    }
  return sectors;
}

/// What the figures come from, for errors and for a title.
fs::path source_file(const Recipe& recipe) {
  return recipe.firms ? recipe.firms->file : recipe.tables.front().file;
}

/// "VSIC 2007: 13, 14": of what each is made; other words for it where they are known.
std::string sectors_csv(const Sectors& sectors, const SectorsTaken& taken) {
  std::vector<std::string> columns{"sector_no", "name_vi", "name_en"};
  const bool has_notes = !taken.made.empty(), has_aliases = !taken.aliases.empty();
  if (has_aliases) columns.emplace_back("aliases");
  if (has_notes) columns.emplace_back("note");
  std::string text = files::csv_row(columns);
  for (const auto& row : sectors.rows) {
    std::vector<std::string> cells{row.begin(), row.end()};
    const auto aliases = taken.aliases.find(row[0]);
    if (has_aliases) cells.push_back(aliases == taken.aliases.end() ? std::string() : aliases->second);
    if (has_notes) {
      const auto made = std::ranges::find(taken.made, row[0], &SectorMade::code);
      cells.push_back(made == taken.made.end()
                          ? std::string()
                          : taken.classification_name + ": " + listed(made->parts, made->parts.size()));
    }
    text += files::csv_row(cells);
  }
  return text;
}

/// A recipe is read from the folder that it lies in, and not from the one that it was made in.
void name_from_anywhere(Recipe& recipe) {
  const auto whole = [](fs::path& file, const std::string& server) {
    if (server.empty() && !file.empty()) file = fs::absolute(file).lexically_normal();
  };
  whole(recipe.boundaries.file, recipe.boundaries.server);
  for (TableChoice& table : recipe.tables) whole(table.file, table.server);
  if (recipe.firms) whole(recipe.firms->file, recipe.firms->server);
  for (FrameChoice& frame : recipe.frames) {
    whole(frame.units, {});
    whole(frame.crosswalk, {});
    whole(frame.boundaries.file, frame.boundaries.server);
  }
}

std::string csv_of(const io::Table& table) {
  std::string text = files::csv_row(table.columns);
  for (const auto& row : table.rows) text += files::csv_row(row);
  return text;
}

std::string_view name_of(Certainty certainty) {
  constexpr std::array<std::string_view, core::matching::certainty_count> names{"certain", "likely", "asked",
                                                                                "unmatched"};
  return names[static_cast<std::size_t>(certainty)];
}

/// All names of the tables, and what became of each.
std::string rows_csv(const TablesTaken& tables, const Matching& matching, const Frame& frame) {
  std::string text =
      files::csv_row(std::vector<std::string>{"file", "line", "rows", "code", "name", "parent", "certainty",
                                              "reason", "unit_code", "unit", "may_be"});
  for (std::size_t i = 0; i < tables.names.size(); ++i) {
    const NamedRow& one = tables.names[i];
    const RowMatch& match = matching.rows[i];
    std::string others;
    for (const auto& suggestion : match.suggestions)
      (others += others.empty() ? "" : "; ") +=
          frame.called(suggestion.unit).vi + " (" + frame[suggestion.unit].code + ")";
    text += files::csv_row(std::vector<std::string>{
        one.file.filename().string(), std::to_string(one.line), std::to_string(one.count), one.name.code,
        one.name.name, one.name.parent, std::string(name_of(match.certainty)),
        std::string(core::matching::name_of(match.reason)), match.unit ? frame[*match.unit].code : "",
        match.unit ? frame.called(*match.unit).vi : "", others});
  }
  return text;
}

/// The other side: units that no row is about.
std::string units_csv(const Matching& matching, const Frame& frame) {
  std::string text = files::csv_row(std::vector<std::string>{"code", "name", "parent_code", "parent"});
  for (const auto unit : matching.without_row) {
    const auto parent = frame.parent(unit);
    text += files::csv_row(std::vector<std::string>{frame[unit].code, frame.called(unit).vi,
                                                    parent ? frame[*parent].code : "",
                                                    parent ? frame.called(*parent).vi : ""});
  }
  return text;
}

std::vector<Finding> findings_of(const TablesTaken& tables, const Matching& matching, const Frame& frame,
                                 bool leaves_likely_out) {
  struct Kind {
    ErrorCode code;
    std::vector<std::string> first{};
    const NamedRow* at = nullptr;
  };
  std::map<Certainty, Kind> kinds{
      {Certainty::likely, {leaves_likely_out ? ErrorCode::rows_asked : ErrorCode::rows_taken_as_likely}},
      {Certainty::asked, {ErrorCode::rows_asked}},
      {Certainty::unmatched, {ErrorCode::rows_unmatched}}};
  for (std::size_t i = 0; i < matching.rows.size(); ++i) {
    const RowMatch& match = matching.rows[i];
    if (match.certainty == Certainty::certain) continue;
    Kind& kind = kinds.at(match.certainty);
    if (!kind.at) kind.at = &tables.names[i];
    kind.first.push_back(match.unit ? shown(tables.names[i].name) + " = " + frame.called(*match.unit).vi
                                    : shown(tables.names[i].name));
  }
  std::vector<Finding> findings;
  if (matching.are_codes_ignored)
    findings.push_back({.code = ErrorCode::codes_ignored,
                        .subject = {.file = tables.names.front().file.string()},
                        .detail = std::to_string(tables.names.size())});
  for (auto& [certainty, kind] : kinds)
    if (kind.at)
      findings.push_back({.code = kind.code,
                          .subject = {.file = kind.at->file.string(), .row = kind.at->line},
                          .detail = std::to_string(kind.first.size()) + "|" + listed(kind.first)});
  if (!matching.without_row.empty()) {
    std::vector<std::string> units;
    for (const auto unit : matching.without_row) units.push_back(frame.called(unit).vi);
    findings.push_back({.code = ErrorCode::units_not_in_table,
                        .subject = {.file = tables.names.front().file.string()},
                        .detail = std::to_string(units.size()) + "|" +
                                  std::to_string(frame.at_level(matching.level).size()) + "|" +
                                  listed(units)});
  }
  return findings;
}

/// The table itself prints the totals that its sectors make: it has all of them. That each unit has a figure for each sector proves nothing,
/// for what is not listed would be missing in every sum.
bool is_whole(const std::vector<TableTaken>& tables, std::size_t sectors) {
  const auto proves = [](const TableTaken& table) {
    const TableShape& shape = *table.choice.shape;
    const std::vector<std::size_t> figures = shape.columns_of(ColumnRole::value);
    return table.sums.differences.empty() &&
           std::ranges::any_of(shape.columns, [&](const ColumnShape& column) {
             return column.role == ColumnRole::total && column.parts.size() == figures.size();
           });
  };
  return sectors > 1 && std::ranges::all_of(tables, proves);
}

/// What figures must say: units without a row, and rows that are no unit.
core::BilingualText with_what_is_missing(core::BilingualText text, const std::vector<Finding>& findings) {
  const auto part = [](const std::string& detail, std::size_t which) {
    std::size_t begin = 0;
    for (; which > 0; --which) begin = detail.find('|', begin) + 1;
    return detail.substr(begin, detail.find('|', begin) - begin);
  };
  for (const Finding& one : findings) {
    if (one.code == ErrorCode::units_not_in_table) {
      const std::string units = part(one.detail, 0) + "/" + part(one.detail, 1);
      text.vi += "; " + units + " đơn vị không có dòng trong bảng";
      text.en += "; " + units + " units have no row in the table";
    } else if (one.code == ErrorCode::rows_asked || one.code == ErrorCode::rows_unmatched) {
      text.vi += "; " + part(one.detail, 0) + " tên trong bảng không khớp đơn vị nào";
      text.en += "; " + part(one.detail, 0) + " names of the table are no unit";
    }
  }
  return text;
}

}  // namespace

Result<Made> make_dataset(const Recipe& recipe, const TablesTaken& tables, const BoundariesTaken& boundaries,
                          const Matching& matching, const Known& known, const fs::path& folder,
                          const core::Task& task) {
  const Frame& frame = boundaries.units.frame;
  if (found_in(matching) == 0) {
    std::vector<std::string> names, units;
    for (const NamedRow& one : tables.names) names.push_back(shown(one.name));
    for (const auto unit : frame.at_level(frame.levels().finest())) units.push_back(frame.called(unit).vi);
    return core::fail({.code = ErrorCode::no_row_matched,
                       .subject = {.file = tables.names.empty() ? source_file(recipe).string()
                                                                : tables.names.front().file.string()},
                       .detail = std::to_string(names.size()) + "|" + listed(names) + "|" + listed(units)});
  }
  Made made{.recipe = recipe};
  made.findings = findings_of(tables, matching, frame, recipe.leaves_likely_out);
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> name_at;
  for (std::size_t i = 0; i < tables.names.size(); ++i) {
    const RowName& name = tables.names[i].name;
    name_at[{name.code, name.name, name.parent}] = i;
  }
  const auto unit_code = [&](const TidyRow& row) -> std::optional<std::string> {
    const RowMatch& match = matching.rows[name_at.at(key_of(row))];
    if (!match.unit || (recipe.leaves_likely_out && match.certainty == Certainty::likely))
      return std::nullopt;
    return frame[*match.unit].code;
  };
  const Sectors sectors = sectors_of(tables);
  const auto sector_no = [&](const TidyRow& row) -> std::optional<std::string> {
    return sectors.code_of.at(code_or_name(row));
  };

  io::Manifest manifest = boundaries.part;
  std::vector<io::Table> long_tables;
  const auto last_day = last_day_of(tables.tables);
  if (recipe.survey_date.empty() && !last_day)
    return core::fail({.code = ErrorCode::invalid_argument,
                       .subject = {.file = source_file(recipe).string(), .field = "survey_date"}});
  const std::string survey_date = recipe.survey_date.empty() ? *last_day : recipe.survey_date;
  made.recipe.tables.clear();
  for (std::size_t t = 0; t < tables.tables.size(); ++t) {
    const TableTaken& table = tables.tables[t];
    long_tables.push_back(long_table(table.rows, {.unit_code = unit_code, .sector_no = sector_no}));
    const bool has_period =
        std::ranges::any_of(table.rows.rows, [](const TidyRow& row) { return !row.period.empty(); });
    if (!has_period)
      for (auto& row : long_tables.back().rows) row[1] = survey_date.substr(0, 4);
    const std::string file =
        tables.tables.size() == 1 ? "observations.csv" : "observations_" + std::to_string(t + 1) + ".csv";
    io::ObservationsSource source;
    source.file = file;
    source.numbers = table.choice.numbers;
    if (table.choice.scale != 1 && table.choice.scale != 0) source.numbers.decimal.reset();
    if (auto ok = files::write_file(folder / file, csv_of(long_tables.back())); !ok)
      return core::fail(ok.error());
    manifest.observations.push_back(std::move(source));
    if (!recipe.firms) made.recipe.tables.push_back(table.choice);
    for (const auto& [from, to] : table.choice.fields) {
      const core::BilingualText words = in_two_languages(from == "*" ? std::string() : from);
      if (words.vi.empty() || from == to) continue;
      if (to == "employees") manifest.provenance.employees_word = words;
      if (to == "enterprises") manifest.provenance.enterprises_word = words;
    }
  }
  auto frames = write_frames(recipe.frames, boundaries, known, folder, made.findings, task);
  if (!frames) return core::fail(frames.error());
  for (io::FrameSource& source : *frames) {
    std::erase_if(manifest.frames, [&](const io::FrameSource& one) { return one.id == source.id; });
    manifest.frames.push_back(std::move(source));
  }
  if (auto ok = files::write_file(folder / "sectors.csv", sectors_csv(sectors, tables.sectors)); !ok)
    return core::fail(ok.error());
  manifest.sectors.file = "sectors.csv";

  core::Provenance& provenance = manifest.provenance;
  const std::string first_file = source_file(recipe).stem().string();
  provenance.title = recipe.title.vi.empty() ? core::BilingualText{first_file, first_file} : recipe.title;
  provenance.source = recipe.source.vi.empty() ? core::BilingualText{first_file, first_file} : recipe.source;
  provenance.survey = with_what_is_missing(provenance.source, made.findings);
  provenance.survey_vintage = survey_date;
  provenance.boundary_vintage = !boundaries.vintage.empty() ? boundaries.vintage : survey_date;
  provenance.denominator = core::Denominator::stated_in_source;
  const bool is_complete =
      recipe.completeness == CompletenessChoice::complete_matrix ||
      (recipe.completeness == CompletenessChoice::as_found && !tables.sectors.leaves_some_out &&
       (recipe.firms ? sectors.rows.size() > 1 : is_whole(tables.tables, sectors.rows.size())));
  provenance.completeness =
      is_complete ? core::Completeness::complete_matrix : core::Completeness::published_list;
  if (auto ok = io::write_manifest(folder / "manifest.json", manifest); !ok) return core::fail(ok.error());
  if (auto ok = files::write_file(folder / "rows.csv", rows_csv(tables, matching, frame)); !ok)
    return core::fail(ok.error());
  if (auto ok = files::write_file(folder / "units.csv", units_csv(matching, frame)); !ok)
    return core::fail(ok.error());
  // What nothing told from others is found anew, and told again.
  if (tables.sectors.by != ClassifiedBy::usual && !tables.sectors.classification.empty())
    made.recipe.classification = tables.sectors.classification;
  if (!boundaries.onto.empty()) {
    made.recipe.onto = boundaries.onto;
    made.recipe.onto_level = boundaries.part.levels.back().level.id;
  }
  name_from_anywhere(made.recipe);
  if (auto ok = files::write_file(folder / "import.json", recipe_text(made.recipe)); !ok)
    return core::fail(ok.error());
  std::map<std::string, std::size_t> table_of;  // [file in the folder]
  for (std::size_t t = 0; t < manifest.observations.size(); ++t)
    table_of[(folder / manifest.observations[t].file).string()] = t;
  // What is wrong with a figure is told where people have it.
  const auto at_home = [&](core::Error one) {
    if (const auto found = table_of.find(one.subject.file); found != table_of.end()) {
      const std::size_t t = found->second;
      one.subject.file = tables.tables[t].choice.file.string();
      if (one.subject.row && *one.subject.row >= 2 && *one.subject.row - 2 < long_tables[t].lines.size())
        one.subject.row = long_tables[t].lines[*one.subject.row - 2];
      std::size_t earlier = 0;
      if (one.code == ErrorCode::duplicate_observation &&
          std::from_chars(one.detail.data(), one.detail.data() + one.detail.size(), earlier).ec ==
              std::errc() &&
          earlier >= 2 && earlier - 2 < long_tables[t].lines.size())
        one.detail = std::to_string(long_tables[t].lines[earlier - 2]);
    }
    return one;
  };
  auto loaded = io::read_dataset(folder, task);
  if (!loaded) {
    const std::function<core::Error(const core::Error&)> chain_at_home = [&](const core::Error& one) {
      core::Error home = at_home(one);
      if (one.cause) home.cause = std::make_shared<const core::Error>(chain_at_home(*one.cause));
      return home;
    };
    return core::fail(chain_at_home(loaded.error()));
  }
  made.loaded = *std::move(loaded);
  for (Finding& one : made.loaded.findings) one = at_home(std::move(one));
  name_without_folder(made.loaded.findings, folder);
  return made;
}

}  // namespace vicinia::gis::imports
