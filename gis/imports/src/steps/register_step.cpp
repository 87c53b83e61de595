// A register of firms, counted into a table of figures.
#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>
#include <utility>

#include "steps/parts.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/gis/firms/aggregation.h"
#include "vicinia/gis/firms/observations_csv.h"
#include "vicinia/gis/firms/secrecy.h"
#include "vicinia/gis/firms/server_register.h"
#include "vicinia/gis/firms/server_tables.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Finding;
using core::Result;
namespace fs = std::filesystem;

/// What firms say of where they are.
Result<std::vector<std::string>> unit_texts(const RegisterChoice& choice, const core::Task& task) {
  const std::string& column = choice.rules.columns.unit;
  if (!choice.server.empty())
    return firms::distinct_values(firms::server_table_named(choice.server, choice.file.string()), column,
                                  task);
  const auto source = io::table_format_of(choice.file).open(request_of(choice));
  if (!source) return core::fail(source.error());
  std::optional<std::size_t> at;
  std::set<std::string, std::less<>> texts;
  constexpr std::size_t rows_between_looks = 10'000;
  for (std::size_t rows = 0;; ++rows) {
    if (rows % rows_between_looks == 0 && task.stop.stop_requested())
      return core::fail({.code = ErrorCode::cancelled});
    auto row = (*source)->next();
    if (!row) return core::fail(row.error());
    if (!*row) break;
    std::vector<std::string>& cells = (*row)->cells;
    if (rows == 0) {
      const auto found = std::ranges::find(cells, column);
      if (found == cells.end())
        return core::fail({.code = ErrorCode::missing_column,
                           .subject = {.file = choice.file.string(), .field = column},
                           .detail = listed(cells, cells.size())});
      at = static_cast<std::size_t>(found - cells.begin());
    } else if (*at < cells.size() && !cells[*at].empty() && !texts.contains(cells[*at])) {
      texts.insert(std::move(cells[*at]));
    }
  }
  return std::vector<std::string>(texts.begin(), texts.end());
}

/// "00123" and "HN-07", rather than "Quận 12".
bool are_codes(const std::vector<std::string>& texts) {
  const auto is_code = [](std::string_view text) {
    return text.find(' ') == std::string_view::npos &&
           std::ranges::any_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
  };
  return 2 * std::ranges::count_if(texts, is_code) > std::ssize(texts);
}

TableShape shape_of(const Sheet& sheet, bool has_unit_codes) {
  TableShape shape{.header_rows = {0}, .first_row = 1, .end_row = sheet.rows.size()};
  for (const std::string& heading : sheet.rows.front()) {
    ColumnShape column{.heading = heading, .role = ColumnRole::value};
    if (heading == "unit_code")
      column.role = has_unit_codes ? ColumnRole::unit_code : ColumnRole::unit_name;
    else if (heading == "period")
      column.role = ColumnRole::period;
    else if (heading == "sector_no")
      column.role = ColumnRole::sector_code;
    else
      column.meaning.field = heading;
    shape.columns.push_back(std::move(column));
  }
  return shape;
}

}  // namespace

Result<TablesTaken> count_register(const RegisterChoice& choice, const BoundariesTaken* boundaries,
                                   const core::Task& task) {
  std::vector<std::string> codes;
  std::vector<core::geom::MultiPolygon> areas;
  firms::FirmUnits units;
  if (choice.rules.columns.has_places()) {
    const core::admin::Frame& frame = boundaries->units.frame;
    for (const auto unit : frame.at_level(frame.levels().finest())) {
      if (boundaries->units.areas[unit].empty()) continue;
      codes.push_back(frame[unit].code);
      areas.push_back(boundaries->units.areas[unit]);
    }
    units = {codes, areas, boundaries->units.crs};
  } else {
    auto texts = unit_texts(choice, task);
    if (!texts) return core::fail(texts.error());
    codes = *std::move(texts);
    units = {.codes = codes};
  }
  const auto matrix = choice.server.empty()
                          ? firms::aggregate(request_of(choice), choice.rules, units, task)
                          : firms::aggregate(firms::server_table_named(choice.server, choice.file.string()),
                                             choice.rules, units, task);
  if (!matrix) return core::fail(matrix.error());
  const auto secret = firms::secret_cells(*matrix, choice.rules.secrecy);
  const auto audit = firms::audit_secrecy(*matrix, secret, choice.rules.secrecy, {});
  if (!audit) return core::fail(audit.error());

  TablesTaken taken;
  taken.findings = matrix->told(choice.rules);
  if (auto told = audit->told(matrix->cells.size())) taken.findings.push_back(*std::move(told));
  for (Finding& one : taken.findings)
    if (one.subject.file.empty()) one.subject.file = choice.file.string();

  auto workshop = Workshop::beside(fs::temp_directory_path() / "vicinia-register");
  if (!workshop) return core::fail(workshop.error());
  const fs::path counts = workshop->folder() / "counts.csv";
  if (auto ok = files::write_file(counts, firms::observations_csv(*matrix, choice.rules, secret)); !ok)
    return core::fail(ok.error());
  // It is ours, and as long as it has to be.
  constexpr std::size_t any_number = std::size_t{1} << 40;
  auto sheet = read_sheet(
      {.file = counts, .separator = ',', .limits = io::TableLimits{.rows = any_number, .bytes = any_number}});
  if (!sheet) return core::fail(sheet.error());
  TableTaken table{.choice = {.server = choice.server, .file = choice.file}, .sheet = *std::move(sheet)};
  table.sheet.file = choice.file;
  table.choice.scale = 1;
  table.choice.shape = shape_of(table.sheet, choice.rules.columns.has_places() || are_codes(codes));
  table.rows = tidy(table.sheet, *table.choice.shape);
  table.rows.file = choice.file;
  taken.tables.push_back(std::move(table));
  return taken;
}

}  // namespace vicinia::gis::imports
