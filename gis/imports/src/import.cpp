#include "vicinia/gis/imports/import.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <system_error>
#include <utility>

#include "steps/scaled_figures.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/files/csv_field.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/gis/imports/boundaries.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Finding;
using core::Result;
using core::Status;
using core::admin::Frame;
using core::matching::Certainty;
using core::matching::Matching;
using core::matching::RowMatch;
using core::matching::RowName;
namespace fs = std::filesystem;

/// What observations may count, by the names of their columns.
constexpr std::array<std::string_view, 7> observed{
    "enterprises", "smes", "fdi_enterprises", "employees", "lq", "sector_share_pct", "district_share_pct"};
bool is_observed(std::string_view field) { return std::ranges::find(observed, field) != observed.end(); }

/// "a, b, c, …"
std::string listed(const std::vector<std::string>& texts, std::size_t most = 5) {
  std::string list;
  for (std::size_t i = 0; i < std::min(texts.size(), most); ++i) (list += i == 0 ? "" : ", ") += texts[i];
  std::ranges::replace(list, '|', '/');
  return texts.size() > most ? list + ", …" : list;
}

/// Names of units of all frames that are known: what tells a column of units from others.
class UnitTexts {
 public:
  explicit UnitTexts(const Known& known) {
    for (const KnownFrame& one : known.frames)
      for (const core::admin::Level level : one.frame.levels().all())
        names_.emplace_back(one.frame, level, other_names(known.resources, one.frame));
  }
  void add(const Frame& frame) {
    for (const core::admin::Level level : frame.levels().all()) names_.emplace_back(frame, level);
  }
  bool operator()(std::string_view text) const {
    return std::ranges::any_of(names_,
                               [&](const core::matching::UnitNames& names) { return names.is_name(text); });
  }

 private:
  std::vector<core::matching::UnitNames> names_{};
};

/// Whether a text is a code of VSIC, or the name of one of its activities.
class ActivityTexts {
 public:
  explicit ActivityTexts(const Known& known) : known_(known) {
    for (const auto& [code, name] : known.activities)
      for (const std::string& one : {name.vi, name.en}) names_.insert(core::names::folded(one));
  }
  bool operator()(std::string_view text) const {
    return known_.activities.contains(std::string(text)) || names_.contains(core::names::folded(text));
  }

 private:
  const Known& known_;
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

Result<TableTaken> take_table(const TableChoice& choice, const RecogniseHints& hints,
                              std::vector<Finding>& findings) {
  TableTaken taken{.choice = choice};
  taken.choice.numbers = with_usual_markers(choice.numbers);
  auto sheet = read_sheet({.file = choice.file,
                           .separator = choice.separator,
                           .sheet = choice.sheet,
                           .encoding = choice.encoding});
  if (!sheet) return core::fail(sheet.error());
  taken.sheet = *std::move(sheet);
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
  if (taken.choice.scale == 0) {
    taken.choice.scale = scale_said_by(shape.unit_of_figures);
    for (const auto& [from, to] : taken.choice.fields)
      if (from != to && from != "*" && std::ranges::find(headings, from) != headings.end())
        taken.choice.scale = std::max(taken.choice.scale, scale_said_by(from));
  }
  if (auto ok = scale_figures(taken.rows, taken.choice.scale, taken.choice.numbers); !ok)
    return core::fail(ok.error());
  std::vector<std::string> unread;
  for (std::size_t i = 0; i < headings.size(); ++i)
    if (!is_observed(taken.rows.fields[i])) unread.push_back(headings[i]);
  if (!unread.empty())
    findings.push_back({.code = ErrorCode::columns_apart,
                        .subject = {.file = choice.file.string()},
                        .detail = std::to_string(unread.size()) + "|" + listed(unread)});
  const auto tell = [&](std::vector<Finding> more) {
    for (Finding& one : more) {
      if (one.subject.file.empty()) one.subject.file = choice.file.string();
      findings.push_back(std::move(one));
    }
  };
  tell(taken.sheet.findings);
  tell(findings_of(taken.sheet, shape));
  tell(findings_of(taken.sheet, shape, taken.sums));
  return taken;
}

std::tuple<std::string, std::string, std::string> key_of(const TidyRow& row) {
  const std::string name = row.unit_kind.empty() ? row.unit : row.unit_kind + " " + row.unit;
  return {row.unit_code, name, row.parent};
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

std::vector<RowName> row_names(const TablesTaken& tables) {
  std::vector<RowName> names;
  for (const NamedRow& one : tables.names) names.push_back(one.name);
  return names;
}

std::string shown(const RowName& name) {
  const std::string text = name.name.empty() ? name.code : name.name;
  return name.parent.empty() ? text : text + " (" + name.parent + ")";
}

std::size_t found_in(const Matching& matching) {
  return matching.count(Certainty::certain) + matching.count(Certainty::likely);
}

/// Files of a data set in the making have no folder yet that anybody knows.
void name_without_folder(std::vector<Finding>& findings, const fs::path& folder) {
  const std::string prefix = folder.string() + "/";
  for (Finding& one : findings)
    for (std::string* text : {&one.subject.file, &one.subject.field, &one.detail})
      for (std::size_t at = text->find(prefix); at != std::string::npos; at = text->find(prefix))
        text->erase(at, prefix.size());
}

// --- Boundaries that come with the program

Status copy_into(const fs::path& folder, const std::vector<fs::path>& files) {
  for (const fs::path& file : files) {
    std::error_code error;
    fs::copy_file(file, folder / file.filename(), fs::copy_options::overwrite_existing, error);
    if (error)
      return core::fail({.code = ErrorCode::file_not_writable,
                         .subject = {.file = (folder / file.filename()).string()},
                         .detail = error.message()});
  }
  return {};
}

std::vector<fs::path> parts_of_shapefile(const fs::path& file) {
  std::vector<fs::path> parts;
  for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
    fs::path part = file;
    part.replace_extension(ending);
    if (fs::exists(part)) parts.push_back(std::move(part));
  }
  return parts;
}

io::FrameSource frame_source(const char* id, const char* vintage, core::BilingualText name, const char* units,
                             const char* crosswalk) {
  io::FrameSource source{.id = id, .vintage = vintage, .name = std::move(name)};
  source.levels.push_back({.level = core::admin::level_called("province"), .units = {.file = units}});
  source.crosswalk.file = crosswalk;
  return source;
}

/// Of the program's data: its levels down to the one that is wanted, and the frames in which values of 2007 can be shown.
/// \param has_ha_tay  the tables count Hà Tây, which has been a part of Hà Nội since 1 August 2008
Result<BoundariesTaken> onto_built_in(const std::string& onto, const std::string& level, bool has_ha_tay,
                                      const Known& known, const fs::path& folder, const core::Task& task) {
  const fs::path data = known.resources / "data", from = data / onto;
  if (onto.empty() || onto.find('/') != std::string::npos || !fs::exists(from / "manifest.json"))
    return core::fail({.code = ErrorCode::folder_not_found, .subject = {.file = from.string()}});
  auto manifest = io::read_manifest(from / "manifest.json");
  if (!manifest) return core::fail(manifest.error());
  BoundariesTaken taken{.onto = onto, .vintage = manifest->manifest.provenance.boundary_vintage};
  taken.part.projected_crs = manifest->manifest.projected_crs;
  taken.part.island_frames = manifest->manifest.island_frames;
  taken.part.zoom_areas = manifest->manifest.zoom_areas;
  taken.part.provenance.boundary_note = manifest->manifest.provenance.boundary_note;
  for (io::LevelSource& source : manifest->manifest.levels) {
    if (source.layer)
      if (auto ok = copy_into(folder, parts_of_shapefile(from / source.layer->file)); !ok)
        return core::fail(ok.error());
    taken.part.levels.push_back(std::move(source));
    if (taken.part.levels.back().level.id == level) break;
  }
  const bool is_of_2007 = onto == "vietnam-2007", has_districts = taken.part.levels.size() > 1;
  if (!has_districts) taken.part.provenance.boundary_note = {};
  if (is_of_2007 && !has_districts && has_ha_tay) {
    // It has values, and no area of its own since. What is drawn must say so.
    taken.part.provenance.boundary_note = {
        "phạm vi Hà Nội gồm cả Hà Tây, số liệu của Hà Nội thì không; khung 63 tỉnh cộng cả hai",
        "the area of Hà Nội includes Hà Tây, its figures do not; the frame of 63 provinces sums both"};
    if (auto ok = copy_into(folder, {from / "province_names.csv", data / "frames" / "provinces_2008.csv",
                                     data / "frames" / "crosswalk_2007_2008.csv", from / "provinces_2025.csv",
                                     data / "frames" / "crosswalk_2007_2025.csv"});
        !ok)
      return core::fail(ok.error());
    io::LayerSource& provinces = *taken.part.levels.front().layer;
    provinces.code.clear();
    provinces.codes_from = "province_names.csv";
    // What went to Hà Nội in 2008 and is no whole province, figures of provinces cannot move.
    taken.part.frames.push_back(frame_source(
        "2008-08-01", "2008-08-01",
        {"63 tỉnh, thành phố từ 01/8/2008 (Mê Linh và bốn xã của Hòa Bình theo tỉnh cũ)",
         "63 provinces from 1 August 2008 (Mê Linh and four communes of Hòa Bình with their old provinces)"},
        "provinces_2008.csv", "crosswalk_2007_2008.csv"));
    taken.part.frames.push_back(frame_source(
        "2025-07-01", "2025-07-01",
        {"34 tỉnh, thành phố từ 01/7/2025 (Mê Linh và bốn xã của Hòa Bình theo tỉnh cũ)",
         "34 provinces from 1 July 2025 (Mê Linh and four communes of Hòa Bình with their old provinces)"},
        "provinces_2025.csv", "crosswalk_2007_2025.csv"));
  } else if (is_of_2007) {
    if (auto ok = copy_into(folder, {from / "provinces_2025.csv", from / "crosswalk_2025.csv"}); !ok)
      return core::fail(ok.error());
    taken.part.frames = manifest->manifest.frames;
  }
  auto units = io::read_units(folder, taken.part, task);
  if (!units) return core::fail(units.error());
  taken.units = *std::move(units);
  taken.findings = std::exchange(taken.units.findings, {});
  name_without_folder(taken.findings, folder);
  return taken;
}

bool counts_ha_tay(const TablesTaken& tables, const Known& known) {
  constexpr std::string_view ha_tay = "28";
  const auto names = row_names(tables);
  for (const KnownFrame& one : known.frames) {
    const auto unit = one.frame.find(ha_tay);
    if (!unit) continue;
    const Matching matching = core::matching::UnitNames(one.frame, one.frame[*unit].level).match(names);
    return std::ranges::any_of(matching.rows, [&](const RowMatch& row) { return row.unit == *unit; });
  }
  return false;
}

/// Where most names of the tables are at home: today's provinces, those of 2007, or its districts.
std::pair<std::string, std::string> best_built_in(const TablesTaken& tables, const Known& known) {
  const auto names = row_names(tables);
  std::pair<std::string, std::string> best{"vietnam-2025", "province"};
  double most = -1;
  for (const KnownFrame& one : known.frames) {
    const Matching matching =
        core::matching::match_units(one.frame, names, {}, other_names(known.resources, one.frame));
    const auto units = one.frame.at_level(matching.level).size();
    // Of two frames that know as many names, the one that has fewer others: 34 names of today are names of 2007 too.
    const double share =
        static_cast<double>(found_in(matching)) +
        static_cast<double>(found_in(matching)) / static_cast<double>(std::max<std::size_t>(units, 1));
    const std::string level = one.frame.levels()[matching.level].id;
    if (share > most && (level == "province" || level == "district")) {
      most = share;
      best = {"vietnam-" + one.id, level};
    }
  }
  return best;
}

// --- Data set

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
      if (const auto known = taken.activities.find(code); name.vi.empty() && known != taken.activities.end())
        name = known->second;
      if (name.vi.empty()) name = {code, code};
      sectors.code_of[key] = code;
      sectors.rows.push_back({code, name.vi, name.en});
    }
  return sectors;
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

/// The last day of the latest period; nullopt: none of them says a time.
std::optional<std::string> last_day_of(const std::vector<TableTaken>& tables) {
  int latest = 0;
  for (const TableTaken& table : tables)
    for (const TidyRow& row : table.rows.rows) {
      constexpr std::size_t digits = 4;
      for (std::size_t at = 0; at + digits <= row.period.size(); ++at) {
        int year = 0;
        const auto read = std::from_chars(row.period.data() + at, row.period.data() + at + digits, year);
        if (read.ptr == row.period.data() + at + digits && year >= 1900 && year < 2200)
          latest = std::max(latest, year);
      }
    }
  return latest > 0 ? std::optional(std::to_string(latest) + "-12-31") : std::nullopt;
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

Known known_in(fs::path resources) {
  Known known{.resources = std::move(resources)};
  known.frames = known_frames(known.resources);
  if (const auto table = io::read_table(known.resources / "data" / "classifications" / "vsic_2007.csv"))
    for (const auto& row : table->rows)
      if (row.size() > 2) known.activities[row[0]] = {row[1], row[2]};
  return known;
}

Result<TablesTaken> take_tables(const Recipe& recipe, const Known& known, const core::Task& task) {
  if (recipe.tables.empty())
    return core::fail({.code = ErrorCode::invalid_argument, .subject = {.field = "tables"}});
  const UnitTexts is_unit(known);
  const ActivityTexts is_activity(known);
  TablesTaken taken{.activities = known.activities};
  for (const TableChoice& choice : recipe.tables) {
    if (task.stop.stop_requested()) return core::fail({.code = ErrorCode::cancelled});
    auto table = take_table(
        choice, {.is_unit = is_unit, .is_sector = is_activity, .period = recipe.survey_date.substr(0, 4)},
        taken.findings);
    if (!table) return core::fail(table.error());
    taken.tables.push_back(*std::move(table));
  }
  taken.names = names_of(taken.tables);
  return taken;
}

Result<BoundariesTaken> take_boundaries(const Recipe& recipe, const TablesTaken& tables, const Known& known,
                                        const fs::path& folder, const core::Task& task) {
  if (recipe.boundaries.file.empty()) {
    auto [onto, level] = best_built_in(tables, known);
    if (!recipe.onto.empty()) {
      if (recipe.onto != onto) level = recipe.onto == "vietnam-2025" ? "province" : level;
      onto = recipe.onto;
    }
    if (!recipe.onto_level.empty()) level = recipe.onto_level;
    return onto_built_in(onto, level, counts_ha_tay(tables, known), known, folder, task);
  }
  const auto read = read_boundaries(recipe.boundaries, task);
  if (!read) return core::fail(read.error());
  std::vector<Frame> frames;
  for (const KnownFrame& one : known.frames) frames.push_back(one.frame);
  auto written = write_boundaries(*read, frames, folder);
  if (!written) return core::fail(written.error());
  BoundariesTaken taken{.vintage = recipe.boundary_date};
  taken.part.levels = std::move(written->levels);
  taken.part.projected_crs = written->crs;
  taken.findings = read->findings;
  taken.findings.insert(taken.findings.end(), written->findings.begin(), written->findings.end());
  auto units = io::read_units(folder, taken.part, task);
  if (!units) return core::fail(units.error());
  taken.units = *std::move(units);
  for (Finding& one : taken.units.findings)
    if (one.code != ErrorCode::provinces_from_districts) taken.findings.push_back(std::move(one));
  taken.units.findings.clear();
  name_without_folder(taken.findings, folder);
  return taken;
}

Matching match_tables(const Recipe& recipe, const TablesTaken& tables, const BoundariesTaken& boundaries,
                      const Known& known) {
  const Frame& frame = boundaries.units.frame;
  if (const auto level = frame.levels().find(recipe.onto_level))
    return core::matching::UnitNames(frame, *level, other_names(known.resources, frame))
        .match(row_names(tables), recipe.decisions);
  return core::matching::match_units(frame, row_names(tables), recipe.decisions,
                                     other_names(known.resources, frame));
}

Status check_frame(const Recipe& recipe, const TablesTaken& tables, const BoundariesTaken& boundaries,
                   const Matching& matching, const Known& known) {
  if (recipe.are_boundaries_right) return {};
  const Frame& frame = boundaries.units.frame;
  const std::string level = frame.levels()[matching.level].id;
  const auto names = row_names(tables);
  const std::size_t units = frame.at_level(matching.level).size(), here = found_in(matching);
  constexpr std::size_t few = 3, tenth = 10;
  for (const KnownFrame& other : known.frames) {
    const auto same_level = other.frame.levels().find(level);
    if (!same_level) continue;
    const Matching there =
        core::matching::UnitNames(other.frame, *same_level, other_names(known.resources, other.frame))
            .match(names);
    const std::size_t found = found_in(there);
    // Nearly all names are at home there, and several of them are not here.
    const bool has_more =
        found * tenth >= names.size() * (tenth - 1) && found >= here + std::max(few, names.size() / tenth);
    // Every unit of that frame has a row, and many of these have none.
    const bool is_whole_there = there.without_row.empty() && found >= few &&
                                matching.without_row.size() > std::max(few, units / tenth);
    if (has_more || is_whole_there)
      return core::fail(
          {.code = ErrorCode::boundaries_of_another_year,
           .subject = {.file = tables.names.front().file.string(), .field = "names", .id = other.vintage},
           .detail =
               std::to_string(names.size()) + "|" + std::to_string(found) + "|" + std::to_string(here)});
  }
  return {};
}

Result<Made> make_dataset(const Recipe& recipe, const TablesTaken& tables, const BoundariesTaken& boundaries,
                          const Matching& matching, const fs::path& folder, const core::Task& task) {
  const Frame& frame = boundaries.units.frame;
  if (found_in(matching) == 0) {
    std::vector<std::string> names, units;
    for (const NamedRow& one : tables.names) names.push_back(shown(one.name));
    for (const auto unit : frame.at_level(frame.levels().finest())) units.push_back(frame.called(unit).vi);
    return core::fail({.code = ErrorCode::no_row_matched,
                       .subject = {.file = tables.names.empty() ? recipe.tables.front().file.string()
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
                       .subject = {.file = recipe.tables.front().file.string(), .field = "survey_date"}});
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
    if (table.choice.scale != 1) source.numbers.decimal.reset();
    if (auto ok = files::write_file(folder / file, csv_of(long_tables.back())); !ok)
      return core::fail(ok.error());
    manifest.observations.push_back(std::move(source));
    made.recipe.tables.push_back(table.choice);
    for (const auto& [from, to] : table.choice.fields) {
      const core::BilingualText words = in_two_languages(from == "*" ? std::string() : from);
      if (words.vi.empty() || from == to) continue;
      if (to == "employees") manifest.provenance.employees_word = words;
      if (to == "enterprises") manifest.provenance.enterprises_word = words;
    }
  }
  for (const FrameChoice& choice : recipe.frames) {
    if (auto ok = copy_into(folder, {choice.units, choice.crosswalk}); !ok) return core::fail(ok.error());
    io::FrameSource source{.id = choice.id, .vintage = choice.vintage, .name = choice.name};
    source.levels.push_back(
        {.level = core::admin::level_called(choice.level.empty() ? "province" : choice.level),
         .units = {.file = choice.units.filename()}});
    source.crosswalk.file = choice.crosswalk.filename();
    std::erase_if(manifest.frames, [&](const io::FrameSource& one) { return one.id == source.id; });
    manifest.frames.push_back(std::move(source));
  }
  std::string sector_table = files::csv_row(std::vector<std::string>{"sector_no", "name_vi", "name_en"});
  for (const auto& row : sectors.rows) sector_table += files::csv_row(row);
  if (auto ok = files::write_file(folder / "sectors.csv", sector_table); !ok) return core::fail(ok.error());
  manifest.sectors.file = "sectors.csv";

  core::Provenance& provenance = manifest.provenance;
  const std::string first_file = recipe.tables.front().file.stem().string();
  provenance.title = recipe.title.vi.empty() ? core::BilingualText{first_file, first_file} : recipe.title;
  provenance.source = recipe.source.vi.empty() ? core::BilingualText{first_file, first_file} : recipe.source;
  provenance.survey = with_what_is_missing(provenance.source, made.findings);
  provenance.survey_vintage = survey_date;
  provenance.boundary_vintage = !boundaries.vintage.empty() ? boundaries.vintage : survey_date;
  provenance.denominator = core::Denominator::stated_in_source;
  const bool is_complete =
      recipe.completeness == CompletenessChoice::complete_matrix ||
      (recipe.completeness == CompletenessChoice::as_found && is_whole(tables.tables, sectors.rows.size()));
  provenance.completeness =
      is_complete ? core::Completeness::complete_matrix : core::Completeness::published_list;
  if (auto ok = io::write_manifest(folder / "manifest.json", manifest); !ok) return core::fail(ok.error());
  if (auto ok = files::write_file(folder / "rows.csv", rows_csv(tables, matching, frame)); !ok)
    return core::fail(ok.error());
  if (!boundaries.onto.empty()) {
    made.recipe.onto = boundaries.onto;
    made.recipe.onto_level = boundaries.part.levels.back().level.id;
  }
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

std::vector<Finding> Imported::findings() const {
  std::vector<Finding> all = tables.findings;
  for (const auto* part : {&boundaries.findings, &made.findings, &made.loaded.findings})
    all.insert(all.end(), part->begin(), part->end());
  return all;
}

Result<Imported> import_all(const Recipe& recipe, const Known& known, const fs::path& folder,
                            const core::Task& task) {
  Imported all;
  auto tables = take_tables(recipe, known, task);
  if (!tables) return core::fail(tables.error());
  all.tables = *std::move(tables);
  auto boundaries = take_boundaries(recipe, all.tables, known, folder, task);
  if (!boundaries) return core::fail(boundaries.error());
  all.boundaries = *std::move(boundaries);
  all.matching = match_tables(recipe, all.tables, all.boundaries, known);
  if (auto ok = check_frame(recipe, all.tables, all.boundaries, all.matching, known); !ok)
    return core::fail(ok.error());
  auto made = make_dataset(recipe, all.tables, all.boundaries, all.matching, folder, task);
  if (!made) return core::fail(made.error());
  all.made = *std::move(made);
  return all;
}

Status keep_dataset(const fs::path& folder, const fs::path& target) {
  const auto failed = [&](const std::error_code& error) {
    return core::fail({.code = ErrorCode::file_not_writable,
                       .subject = {.file = target.string()},
                       .detail = error.message()});
  };
  std::error_code error;
  const bool is_there = fs::exists(target, error);
  if (is_there && !fs::exists(target / "import.json", error) && !fs::is_empty(target, error))
    return core::fail(
        {.code = ErrorCode::invalid_argument, .subject = {.field = "out", .id = target.string()}});
  fs::path old;
  if (is_there) {
    old = target;
    old += ".old";
    fs::remove_all(old, error);
    fs::rename(target, old, error);
    if (error) return failed(error);
  }
  fs::rename(folder, target, error);
  if (error) {
    std::error_code back;
    if (is_there) fs::rename(old, target, back);
    return failed(error);
  }
  if (is_there) fs::remove_all(old, error);
  return {};
}

Result<Workshop> Workshop::beside(const fs::path& target) {
  std::random_device random;
  fs::path folder = target;
  folder += ".making-" + std::to_string(random());
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return core::fail({.code = ErrorCode::file_not_writable,
                       .subject = {.file = folder.string()},
                       .detail = error.message()});
  return Workshop(std::move(folder));
}

Workshop::~Workshop() {
  if (folder_.empty()) return;
  std::error_code error;
  fs::remove_all(folder_, error);
}

}  // namespace vicinia::gis::imports
