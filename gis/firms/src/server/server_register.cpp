#include "vicinia/gis/firms/server_register.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "aggregation/cell_sums.h"
#include "aggregation/moved_units.h"
#include "aggregation/nothing_kept.h"
#include "server/connection.h"
#include "server/server_sql.h"

namespace vicinia::gis::firms {
namespace {

using core::ErrorCode;
using core::Result;
using core::Status;

/// What is asked of one table, from the first question to the end of the transaction.
class ServerCount {
 public:
  ServerCount(const ServerTable& table, const Register& which, const FirmUnits& units, const core::Task& task)
      : table_(table), which_(which), units_(units), task_(task) {}

  Result<FirmMatrix> run(Traffic* traffic) {
    const auto answer = ask("");
    if (connection_ && traffic != nullptr) *traffic = connection_->traffic();
    if (!answer) return core::fail(answer.error());
    return matrix_of(*answer);
  }

  Result<std::string> explained() {
    const auto answer = ask("EXPLAIN (VERBOSE, COSTS OFF) ");
    if (!answer) return core::fail(answer.error());
    std::string plan;
    for (std::size_t row = 0; row < answer->rows(); ++row) plan += std::string(answer->text(row, 0)) + "\n";
    return plan;
  }

 private:
  Result<Answer> ask(const std::string& before) {
    if (auto ok = check(which_); !ok) return core::fail(ok.error());
    std::vector<core::geom::MultiPolygon> areas;
    if (which_.columns.has_places()) {
      auto moved = moved_units(units_, which_.columns.crs, task_);
      if (!moved) return core::fail(moved.error());
      areas = *std::move(moved);
    }
    auto connection = Connection::open(table_.address, task_);
    if (!connection) return core::fail(connection.error());
    connection_.emplace(*std::move(connection));
    task_.at(0, "connect");
    if (auto ok = begin(); !ok) return core::fail(ok.error());
    if (auto ok = look_at_columns(); !ok) return core::fail(ok.error());
    std::string postgis;
    if (which_.columns.has_places()) {
      auto schema = schema_of_postgis();
      if (!schema) return core::fail(schema.error());
      postgis = *std::move(schema);
    }
    statement_ = server_statement(which_, units_, areas, quoted_table(), postgis, columns_, *connection_);
    task_.at(0.1, "count");
    auto answer = connection_->ask(before + statement_.sql, statement_.values);
    if (!answer) return core::fail(answer.error());
    if (auto end = connection_->ask("COMMIT"); !end) return core::fail(end.error());
    task_.at(1, "count");
    return answer;
  }

  /// Nothing can be written from here on, and all questions are about one state of the table.
  Status begin() {
    const auto milliseconds = std::chrono::milliseconds(table_.timeout).count();
    std::vector<std::string> settings{
        "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
        "SET LOCAL enable_partitionwise_aggregate = on", "SET LOCAL enable_partitionwise_join = on",
        "SET LOCAL jit = off", "SET LOCAL extra_float_digits = 1",
        // The grid of the units is looked up row by row, and should stay in memory.
        "SET LOCAL work_mem = '64MB'"};
    // All that PostGIS may cost makes sorting and hashing look alike, and they are not.
    if (which_.columns.has_places()) settings.emplace_back("SET LOCAL enable_sort = off");
    if (milliseconds > 0) settings.push_back("SET LOCAL statement_timeout = " + std::to_string(milliseconds));
    for (const std::string& setting : settings)
      if (auto ok = connection_->ask(setting); !ok) return core::fail(ok.error());
    return {};
  }

  [[nodiscard]] std::string quoted_table() const {
    return (table_.schema.empty() ? "" : connection_->quoted(table_.schema) + ".") +
           connection_->quoted(table_.table);
  }
  [[nodiscard]] std::string table_name() const {
    return table_.schema.empty() ? table_.table : table_.schema + "." + table_.table;
  }

  Status look_at_columns() {
    const std::vector<Bound> name{{quoted_table()}};
    const auto found = connection_->ask(
        "SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), t.typcategory FROM pg_catalog.pg_attribute AS a "
        "JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid WHERE a.attrelid = pg_catalog.to_regclass($1::text)::oid "
        "AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
        name);
    if (!found) return core::fail(found.error());
    if (found->rows() == 0)
      return core::fail(
          {.code = ErrorCode::missing_table, .subject = {.file = connection_->name(), .id = table_name()}});
    std::string there;
    for (std::size_t row = 0; row < found->rows(); ++row) {
      const std::string column(found->text(row, 0));
      const std::string_view category = found->text(row, 2);
      columns_[column] = {std::string(found->text(row, 1)), category.empty() ? 'X' : category.front()};
      there += (there.empty() ? "" : ", ") + column;
    }
    const RegisterColumns& names = which_.columns;
    const auto is_code = [](const ServerColumn& column) {
      return column.category == 'S' || column.category == 'N';
    };
    const auto is_number = [](const ServerColumn& column) { return column.category == 'N'; };
    const auto is_whole = [](const ServerColumn& column) {
      return column.type == "smallint" || column.type == "integer" || column.type == "bigint";
    };
    const auto is_point = [](const ServerColumn& column) { return column.type.starts_with("geometry"); };
    struct Wanted {
      const std::string& name;
      bool (*fits)(const ServerColumn&);
      const char* needed;
    };
    for (const Wanted& wanted :
         {Wanted{names.unit, is_code, "text"}, Wanted{names.x, is_number, "double precision"},
          Wanted{names.y, is_number, "double precision"}, Wanted{names.point, is_point, "geometry(Point)"},
          Wanted{names.sector, is_code, "text"}, Wanted{names.employees, is_number, "integer"},
          Wanted{names.foreign_share_pct, is_number, "numeric"}, Wanted{names.ownership, is_code, "text"},
          Wanted{names.capital, is_number, "numeric"}, Wanted{names.revenue, is_number, "numeric"},
          Wanted{names.year, is_whole, "integer"}}) {
      if (wanted.name.empty()) continue;
      const auto column = columns_.find(wanted.name);
      if (column == columns_.end())
        return core::fail({.code = ErrorCode::missing_column,
                           .subject = {.file = table_name(), .field = wanted.name},
                           .detail = there});
      if (!wanted.fits(column->second))
        return core::fail({.code = ErrorCode::column_type,
                           .subject = {.file = table_name(), .field = wanted.name},
                           .detail = column->second.type + "|" + wanted.needed});
    }
    return {};
  }

  Result<std::string> schema_of_postgis() {
    const auto found = connection_->ask(
        "SELECT n.nspname FROM pg_catalog.pg_extension AS e JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace "
        "WHERE e.extname = 'postgis'");
    if (!found) return core::fail(found.error());
    if (found->rows() == 0)
      return core::fail({.code = ErrorCode::server_lacks_postgis, .subject = {.file = connection_->name()}});
    return connection_->quoted(std::string(found->text(0, 0)));
  }

  // --- the answer

  void add_left_out(FirmMatrix& matrix, const Answer& answer, std::size_t row, std::size_t reason) const {
    LeftOutRows& rows = matrix.left_out[reason];
    rows.count += answer.number(row, AnswerColumns::enterprises);
    for (const std::size_t column : {AnswerColumns::first_example, AnswerColumns::last_example}) {
      if (answer.is_null(row, column)) continue;
      const LeftOutRows::Example example{0, std::string(answer.text(row, column))};
      if (std::ranges::find(rows.examples, example) == rows.examples.end()) rows.examples.push_back(example);
    }
  }

  [[nodiscard]] FirmCell cell_of(const Answer& answer, std::size_t row, const std::string& sector) const {
    const auto group = which_.sectors.group_of(sector);
    const std::size_t question =
        statement_.sme_question[group ? static_cast<std::size_t>(*group) : all_sector_groups.size()];
    const auto count = [&](std::size_t column) {
      return static_cast<std::uint32_t>(answer.number(row, column));
    };
    FirmCell cell{.enterprises = count(AnswerColumns::enterprises),
                  .smes = count(AnswerColumns::smes + 2 * question),
                  .smes_unknown = count(AnswerColumns::smes + 2 * question + 1),
                  .fdi = count(AnswerColumns::fdi),
                  .fdi_unknown = count(AnswerColumns::fdi_unknown),
                  .employees_unknown = count(AnswerColumns::employees_unknown),
                  .employees = answer.number(row, AnswerColumns::employees)};
    std::string_view largest = answer.text(row, AnswerColumns::largest);
    while (!largest.empty()) {
      const std::string_view one = largest.substr(0, largest.find(','));
      std::uint64_t employees = 0;
      std::from_chars(one.data(), one.data() + one.size(), employees);
      keep_largest(cell.largest, which_.secrecy.dominant, employees);
      largest.remove_prefix(std::min(largest.size(), one.size() + 1));
    }
    return cell;
  }

  [[nodiscard]] Result<FirmMatrix> matrix_of(const Answer& answer) const {
    FirmMatrix matrix;
    matrix.units.assign(units_.codes.begin(), units_.codes.end());
    std::map<std::string, std::uint32_t> sectors;
    std::map<std::string, std::uint32_t> periods;
    for (const auto& [code, sector] : which_.sectors.codes) sectors.emplace(sector, 0);
    for (std::size_t row = 0; row < answer.rows(); ++row) {
      if (answer.number(row, AnswerColumns::kind) != 0) continue;
      sectors.emplace(answer.text(row, AnswerColumns::sector), 0);
      periods.emplace(answer.text(row, AnswerColumns::year), 0);
    }
    for (auto& [name, position] : sectors) {
      position = static_cast<std::uint32_t>(matrix.sectors.size());
      matrix.sectors.push_back(name);
    }
    for (auto& [year, position] : periods) {
      position = static_cast<std::uint32_t>(matrix.periods.size());
      matrix.periods.push_back(year);
    }
    for (std::size_t row = 0; row < answer.rows(); ++row) {
      const std::uint64_t firms = answer.number(row, AnswerColumns::enterprises);
      matrix.rows += firms;
      if (const std::uint64_t kind = answer.number(row, AnswerColumns::kind); kind != 0) {
        add_left_out(matrix, answer, row, static_cast<std::size_t>(kind - 1));
        continue;
      }
      matrix.kept += firms;
      const std::string sector(answer.text(row, AnswerColumns::sector));
      FirmCell cell = cell_of(answer, row, sector);
      cell.unit = static_cast<std::uint32_t>(answer.number(row, AnswerColumns::unit));
      cell.sector = sectors.at(sector);
      cell.period = periods.at(std::string(answer.text(row, AnswerColumns::year)));
      matrix.cells.push_back(cell);
    }
    std::ranges::sort(matrix.cells, {},
                      [](const FirmCell& cell) { return std::tuple(cell.unit, cell.sector, cell.period); });
    if (matrix.kept == 0) return core::fail(nothing_kept(matrix, which_, table_name()));
    return matrix;
  }

  const ServerTable& table_;
  const Register& which_;
  const FirmUnits& units_;
  const core::Task& task_;
  std::optional<Connection> connection_{};
  std::map<std::string, ServerColumn> columns_{};
  ServerStatement statement_{};
};

}  // namespace

ServerTable server_table_named(std::string address, const std::string& name) {
  const std::size_t dot = name.find('.');
  if (dot == std::string::npos) return {.address = std::move(address), .table = name};
  return {.address = std::move(address), .schema = name.substr(0, dot), .table = name.substr(dot + 1)};
}

Result<FirmMatrix> aggregate(const ServerTable& table, const Register& which, const FirmUnits& units,
                             const core::Task& task, Traffic* traffic) {
  try {
    return ServerCount(table, which, units, task).run(traffic);
  } catch (const std::exception& error) {
    return core::fail({.code = ErrorCode::internal, .detail = error.what()});
  }
}

Result<std::string> explain(const ServerTable& table, const Register& which, const FirmUnits& units,
                            const core::Task& task) {
  try {
    return ServerCount(table, which, units, task).explained();
  } catch (const std::exception& error) {
    return core::fail({.code = ErrorCode::internal, .detail = error.what()});
  }
}

}  // namespace vicinia::gis::firms
