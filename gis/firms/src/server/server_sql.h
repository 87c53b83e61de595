/// \file server_sql.h
/// The statement that counts a register on its server, with the values that are bound to it.
/// The rows are first summed by what stands in them (codes, year, reason to be left out), in expressions that postgres_fdw sends on to other servers;
/// what the codes mean is asked of these sums, which are as few as there are codes.
/// Cost:    O(units + vertices) to make.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/connection.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::gis::firms {

/// A column of the server's table.
struct ServerColumn {
  std::string type{};   ///< as PostgreSQL calls it: "character varying(10)"
  char category = 'X';  ///< of pg_type: N numbers, S texts …
};

/// The columns of the answer, in their order.
struct AnswerColumns {
  static constexpr std::size_t kind = 0, unit = 1, sector = 2, year = 3, enterprises = 4, fdi = 5,
                               fdi_unknown = 6, employees = 7, employees_unknown = 8, largest = 9,
                               first_example = 10, last_example = 11,
                               smes = 12;  ///< from there on two for each question about SMEs
};

struct ServerStatement {
  std::string sql{};
  std::vector<Bound> values{};
  /// [group, and behind them: not known] → which question about SMEs is theirs.
  std::array<std::size_t, all_sector_groups.size() + 1> sme_question{};
};

/// \param table        quoted, with its schema
/// \param postgis      quoted schema of PostGIS; of places alone
/// \param areas        in the system of the register; of places alone
[[nodiscard]] ServerStatement server_statement(const Register& which, const FirmUnits& units,
                                               std::span<const core::geom::MultiPolygon> areas,
                                               const std::string& table, const std::string& postgis,
                                               const std::map<std::string, ServerColumn>& columns,
                                               const Connection& quotes);

}  // namespace vicinia::gis::firms
