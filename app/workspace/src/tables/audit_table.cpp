#include "vicinia/workspace/tables/audit_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "base/json_values.h"
#include "vicinia/workspace/base/json_text.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/words/audit_words.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::Cell;
using core::audit::Audit;
using core::audit::CellVerdict;
using core::audit::PublishedRow;
using core::audit::PublishedTable;
using core::audit::Verdict;
using nlohmann::ordered_json;

/// Eight digits are more than any list prints; the rest is noise of the arithmetic.
Cell end_of(double number) {
  if (!std::isfinite(number)) return Cell::not_published();
  if (number == 0) return Cell::of(0);
  const double scale = std::pow(10.0, 7 - std::floor(std::log10(std::abs(number))));
  return Cell::of(std::round(number * scale) / scale);
}

Cell low_of(const CellVerdict& cell) {
  return cell.expected ? end_of(cell.expected->low) : Cell::not_published();
}
Cell high_of(const CellVerdict& cell) {
  return cell.expected ? end_of(cell.expected->high) : Cell::not_published();
}

std::string field_name(const PublishedTable& table, const core::audit::CellPlace& place) {
  return table.rows[place.row].source_line + ":" + std::string(name_of(place.field));
}

/// Its parts belong together: "584:lq+600:lq", "exchanged_units:753+755".
std::string explanation_field(const PublishedTable& table, const core::audit::OtherExplanation& other) {
  std::string text;
  for (const auto& place : other.cells) text += (text.empty() ? "" : "+") + field_name(table, place);
  if (other.rows.empty()) return text;
  for (const std::size_t row : other.rows) text += (text.empty() ? "" : "+") + table.rows[row].source_line;
  return std::string(name_of(other.kind)) + ":" + text;
}

ordered_json json_of_cells(const PublishedTable& table, const std::vector<core::audit::CellPlace>& cells) {
  ordered_json json = ordered_json::array();
  for (const auto& [row, field] : cells)
    json.push_back({{"source_line", table.rows[row].source_line}, {"field", name_of(field)}});
  return json;
}

ordered_json json_of_explanation(const PublishedTable& table, const core::audit::OtherExplanation& other) {
  ordered_json lines = ordered_json::array();
  for (const std::size_t row : other.rows) lines.push_back(table.rows[row].source_line);
  return {{"kind", name_of(other.kind)},
          {"cells", json_of_cells(table, other.cells)},
          {"source_lines", std::move(lines)}};
}

std::string blame_name(const CellVerdict& cell) {
  return cell.verdict == Verdict::contradicted ? std::string(name_of(cell.blame)) : std::string();
}

/// From 1, as people count.
Cell number_of_contradiction(const CellVerdict& cell) {
  return cell.contradiction ? Cell::of(static_cast<double>(*cell.contradiction + 1)) : Cell::not_published();
}

Cell agreeing_of(const CellVerdict& cell) {
  return cell.agreeing ? end_of(*cell.agreeing) : Cell::not_published();
}

/// Low, high and how many agree on them.
TableRow fields_of(const core::stats::MostShared* total) {
  if (total == nullptr) return TableRow(3, Cell::not_published());
  return {end_of(total->interval.low), end_of(total->interval.high),
          Cell::of(static_cast<double>(total->supporters))};
}

ordered_json json_of_total(const core::stats::MostShared& total) {
  return {{"low", json_of(end_of(total.interval.low))},
          {"high", json_of(end_of(total.interval.high))},
          {"supporters", total.supporters}};
}

}  // namespace

ValueTable audit_table(const PublishedTable& table, const Audit& audit, const std::string& period) {
  ValueTable out{.columns = {"source_line",
                             "sector_no",
                             "province",
                             "district",
                             "row_kind",
                             "field",
                             "published",
                             "verdict",
                             "expected_low",
                             "expected_high",
                             "contradicted_by",
                             "agreeing",
                             "check",
                             "blame",
                             "contradiction",
                             "alternatives",
                             "sector_total_low",
                             "sector_total_high",
                             "sector_total_supporters",
                             "national_total_low",
                             "national_total_high",
                             "national_total_supporters",
                             "or_else",
                             "period"}};
  out.rows.reserve(audit.cells.size());
  std::unordered_map<std::string, const core::stats::MostShared*> sector_totals;
  for (const core::audit::Total& total : audit.by_sector) sector_totals.emplace(total.key, &total.shared);
  const TableRow national = fields_of(audit.national ? &*audit.national : nullptr);
  for (const CellVerdict& cell : audit.cells) {
    const PublishedRow& row = table.rows[cell.row];
    std::vector<std::string> lines, alternatives, or_else;
    for (const std::size_t other : cell.contradicted_by) lines.push_back(table.rows[other].source_line);
    for (const auto& place : cell.alternatives) alternatives.push_back(field_name(table, place));
    for (const auto& other : cell.or_else) or_else.push_back(explanation_field(table, other));
    const auto sector = sector_totals.find(row.sector);
    TableRow fields{row.source_line,
                    row.sector,
                    row.province,
                    row.district,
                    std::string(row_kind_id(table, row)),
                    std::string(name_of(cell.field)),
                    number_or_missing(cell.published),
                    std::string(name_of(cell.verdict)),
                    low_of(cell),
                    high_of(cell),
                    Names(std::move(lines)),
                    agreeing_of(cell),
                    std::string(name_of(cell.check)),
                    blame_name(cell),
                    number_of_contradiction(cell),
                    Names(std::move(alternatives))};
    append(fields, fields_of(sector == sector_totals.end() ? nullptr : sector->second));
    append(fields, national);
    append(fields, {Names(std::move(or_else)), period});
    out.rows.push_back(std::move(fields));
  }
  return out;
}

std::string audit_json(const PublishedTable& table, const Audit& audit, const std::string& period) {
  ordered_json json;
  json["period"] = period.empty() ? ordered_json(nullptr) : ordered_json(period);
  for (const Verdict verdict :
       {Verdict::agrees, Verdict::rounding, Verdict::contradicted, Verdict::not_recomputable})
    json["summary"][std::string(name_of(verdict))] =
        std::ranges::count(audit.cells, verdict, &CellVerdict::verdict);
  json["totals"]["national"] = audit.national ? json_of_total(*audit.national) : ordered_json(nullptr);
  ordered_json& by_sector = json["totals"]["by_sector"] = ordered_json::array();
  for (const core::audit::Total& total : audit.by_sector) {
    by_sector.push_back({{"sector_no", total.key}});
    by_sector.back().update(json_of_total(total.shared));
  }
  ordered_json& cells = json["cells"] = ordered_json::array();
  for (const CellVerdict& cell : audit.cells) {
    const PublishedRow& row = table.rows[cell.row];
    ordered_json lines = ordered_json::array();
    for (const std::size_t other : cell.contradicted_by) lines.push_back(table.rows[other].source_line);
    ordered_json or_else = ordered_json::array();
    for (const auto& other : cell.or_else) or_else.push_back(json_of_explanation(table, other));
    cells.push_back({{"source_line", row.source_line},
                     {"sector_no", row.sector},
                     {"province", row.province},
                     {"district", row.district},
                     {"row_kind", row_kind_id(table, row)},
                     {"field", name_of(cell.field)},
                     {"published", json_of(Cell::of(cell.published))},
                     {"verdict", name_of(cell.verdict)},
                     {"expected_low", json_of(low_of(cell))},
                     {"expected_high", json_of(high_of(cell))},
                     {"contradicted_by", std::move(lines)},
                     {"agreeing", json_of(agreeing_of(cell))},
                     {"check", name_of(cell.check)},
                     {"blame", blame_name(cell)},
                     {"contradiction", json_of(number_of_contradiction(cell))},
                     {"alternatives", json_of_cells(table, cell.alternatives)},
                     {"or_else", std::move(or_else)}});
  }
  return json_text(json);
}

}  // namespace vicinia::workspace::inline tables
