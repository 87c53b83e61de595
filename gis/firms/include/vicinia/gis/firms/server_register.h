/// \file server_register.h
/// A register that lives in PostgreSQL, counted where it lives: the server is sent the rules and the units, and answers with the matrix. No row
/// of the register crosses the wire.
/// Address: "service=NAME" of pg_service.conf, or any other of libpq ("host=… dbname=…", "postgresql://user@host/db"), without a password: that
///          stays in pg_service.conf, in the file that PGPASSFILE names, or in PGPASSWORD. Nothing of it is stored or logged.
/// Does:    one read-only transaction, that sees one state of the table: looks at the columns, counts, and ends. Identifiers are quoted, values are
///          bound. A table partitioned by its codes of units, sectors or years over other servers (postgres_fdw) is counted by these
///          (partition-wise aggregation), and so by Citus and others that speak the protocol; see adr/0001.
/// Places:  need PostGIS. The units travel once, as a grid that says for most places which unit they are in, and pieces of areas where borders pass;
///          their size depends on the units alone.
/// Shapes, missing, laws: those of aggregation.h; the matrix is the same as that of the same rows in a file, but for the lines of examples.
///          Points within rounding of a border may fall to its other side.
/// Types:   numbers are numbers there (integer, numeric, double precision …), years are integers; codes are texts or integers.
/// Errors:  PasswordInAddress, ServerNotReached, ServerLost, ServerRefused (field "timeout"), MissingTable, MissingColumn, ColumnType,
///          ServerLacksPostgis, and those of aggregate().
/// Cost:    the server's: a scan of the table. Over the wire: the units, and the cells.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "vicinia/gis/firms/aggregation.h"

namespace vicinia::gis::firms {

struct ServerTable {
  std::string address{};            ///< see above; empty: what the environment says (PGSERVICE, PGHOST …)
  std::string schema{};             ///< empty: where the server looks for names
  std::string table{};              ///< or a view
  std::chrono::seconds timeout{0};  ///< of the statement; 0: what the server has
};

/// "schema.table" or "table": what stands before the first dot is the schema.
[[nodiscard]] ServerTable server_table_named(std::string address, const std::string& name);
/// Errors: PasswordInAddress.
[[nodiscard]] core::Status check_address(const std::string& address);

/// What crossed the wire, as the values that were sent and those of the rows that came.
struct Traffic {
  std::uint64_t sent_bytes = 0, received_bytes = 0, received_rows = 0;
};

[[nodiscard]] core::Result<FirmMatrix> aggregate(const ServerTable& table, const Register& which,
                                                 const FirmUnits& units, const core::Task& task = {},
                                                 Traffic* traffic = nullptr);

/// How the server would do it, as EXPLAIN (VERBOSE, COSTS OFF) says.
[[nodiscard]] core::Result<std::string> explain(const ServerTable& table, const Register& which,
                                                const FirmUnits& units, const core::Task& task = {});

}  // namespace vicinia::gis::firms
