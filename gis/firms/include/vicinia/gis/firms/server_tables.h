/// \file server_tables.h
/// What a PostgreSQL server has to offer: its tables and views that may be read, and their columns. See server_register.h for addresses,
/// passwords and what is said where a server does not play along.
/// Does:    questions to the catalogue, in a read-only transaction. No row of a table is read but to count whether there are too many.
/// Errors:  PasswordInAddress, ServerNotReached, ServerLost, ServerRefused, Cancelled; MissingTable; TableTooLarge (field rows).
/// Cost:    O(tables); of a table, of as many rows as are allowed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/firms/server_register.h"

namespace vicinia::gis::firms {

struct TableOfServer {
  std::string name{};         ///< "schema.table", as server_table_named reads it
  bool has_geometry = false;  ///< a column of PostGIS
  friend bool operator==(const TableOfServer&, const TableOfServer&) = default;
};

/// Tables, views and foreign tables that this user may read, by name; without those of PostgreSQL and PostGIS themselves.
[[nodiscard]] core::Result<std::vector<TableOfServer>> list_tables(const std::string& address,
                                                                   const core::Task& task = {});

/// In their order.
[[nodiscard]] core::Result<std::vector<std::string>> columns_of(const ServerTable& table,
                                                                const core::Task& task = {});

/// Of a column, as texts, ascending; without nulls and empty ones. Errors: MissingColumn.
[[nodiscard]] core::Result<std::vector<std::string>> distinct_values(const ServerTable& table,
                                                                     const std::string& column,
                                                                     const core::Task& task = {});

/// A question for all of its rows, where there are no more than so many.
[[nodiscard]] core::Result<std::string> select_all(const ServerTable& table, std::size_t most_rows,
                                                   const core::Task& task = {});

}  // namespace vicinia::gis::firms
