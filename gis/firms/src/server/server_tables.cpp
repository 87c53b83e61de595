#include "vicinia/gis/firms/server_tables.h"

#include <algorithm>

#include "server/connection.h"

namespace vicinia::gis::firms {
namespace {

using core::ErrorCode;
using core::Result;

Result<Connection> reader_of(const std::string& address, const core::Task& task) {
  auto connection = Connection::open(address, task);
  if (!connection) return connection;
  if (auto begun = connection->ask("BEGIN TRANSACTION READ ONLY"); !begun) return core::fail(begun.error());
  return connection;
}

std::string quoted_name(const Connection& connection, const ServerTable& table) {
  return (table.schema.empty() ? "" : connection.quoted(table.schema) + ".") + connection.quoted(table.table);
}

Result<std::vector<std::string>> columns_by(Connection& connection, const ServerTable& table) {
  const std::vector<Bound> name{{quoted_name(connection, table)}};
  const auto found = connection.ask(
      "SELECT attname FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass($1::text)::oid "
      "AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
      name);
  if (!found) return core::fail(found.error());
  if (found->rows() == 0)
    return core::fail(
        {.code = ErrorCode::missing_table,
         .subject = {.file = connection.name(),
                     .id = table.schema.empty() ? table.table : table.schema + "." + table.table}});
  std::vector<std::string> columns;
  for (std::size_t row = 0; row < found->rows(); ++row) columns.emplace_back(found->text(row, 0));
  return columns;
}

}  // namespace

Result<std::vector<TableOfServer>> list_tables(const std::string& address, const core::Task& task) {
  auto connection = reader_of(address, task);
  if (!connection) return core::fail(connection.error());
  const auto found = connection->ask(
      "SELECT n.nspname || '.' || c.relname, EXISTS (SELECT FROM pg_catalog.pg_attribute AS a "
      "JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 "
      "AND NOT a.attisdropped AND t.typname IN ('geometry', 'geography')) "
      "FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace "
      "WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND NOT c.relispartition "
      "AND n.nspname NOT IN ('information_schema', 'topology', 'tiger') AND n.nspname NOT LIKE 'pg\\_%' "
      "AND c.relname NOT IN ('spatial_ref_sys', 'geometry_columns', 'geography_columns', 'raster_columns', 'raster_overviews') "
      "AND pg_catalog.has_table_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') "
      "ORDER BY 1");
  if (!found) return core::fail(found.error());
  std::vector<TableOfServer> tables;
  for (std::size_t row = 0; row < found->rows(); ++row)
    tables.push_back({.name = std::string(found->text(row, 0)), .has_geometry = found->text(row, 1) == "t"});
  return tables;
}

Result<std::vector<std::string>> columns_of(const ServerTable& table, const core::Task& task) {
  auto connection = reader_of(table.address, task);
  if (!connection) return core::fail(connection.error());
  return columns_by(*connection, table);
}

Result<std::vector<std::string>> distinct_values(const ServerTable& table, const std::string& column,
                                                 const core::Task& task) {
  auto connection = reader_of(table.address, task);
  if (!connection) return core::fail(connection.error());
  const auto columns = columns_by(*connection, table);
  if (!columns) return core::fail(columns.error());
  if (std::ranges::find(*columns, column) == columns->end()) {
    std::string there;
    for (const std::string& one : *columns) there += (there.empty() ? "" : ", ") + one;
    return core::fail({.code = ErrorCode::missing_column,
                       .subject = {.file = table.table, .field = column},
                       .detail = std::move(there)});
  }
  const std::string value = connection->quoted(column) + "::text";
  const auto found =
      connection->ask("SELECT DISTINCT " + value + " COLLATE \"C\" FROM " + quoted_name(*connection, table) +
                      " WHERE " + value + " <> '' ORDER BY 1");
  if (!found) return core::fail(found.error());
  std::vector<std::string> values;
  for (std::size_t row = 0; row < found->rows(); ++row) values.emplace_back(found->text(row, 0));
  return values;
}

Result<std::string> select_all(const ServerTable& table, std::size_t most_rows, const core::Task& task) {
  auto connection = reader_of(table.address, task);
  if (!connection) return core::fail(connection.error());
  if (const auto columns = columns_by(*connection, table); !columns) return core::fail(columns.error());
  const std::string name = quoted_name(*connection, table);
  const auto count = connection->ask("SELECT count(*) FROM (SELECT FROM " + name + " LIMIT " +
                                     std::to_string(most_rows + 1) + ") AS counted");
  if (!count) return core::fail(count.error());
  if (count->number(0, 0) > most_rows)
    return core::fail({.code = ErrorCode::table_too_large,
                       .subject = {.file = table.table, .field = "rows"},
                       .detail = std::to_string(most_rows)});
  return "SELECT * FROM " + name;
}

}  // namespace vicinia::gis::firms
