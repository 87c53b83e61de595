/// \file observations_csv.h
/// A matrix of firms as the long table of observations that data sets read (resources/data/README.md), and what a reader can tell of its withheld
/// cells as a table.
/// Shapes:  matrix → a row for each unit, sector and year: unit_code, sector_no, period, and those of enterprises, smes, fdi_enterprises and employees that
///          the register tells of.
/// Missing: an empty field is not published: withheld, or not known. No firm is 0, a row of its own: a register has all firms.
/// Cost:    O(units × sectors × periods).
#pragma once

#include <string>
#include <vector>

#include "vicinia/gis/firms/aggregation.h"
#include "vicinia/gis/firms/secrecy.h"

namespace vicinia::gis::firms {

enum class Rows : std::uint8_t { all, with_firms };

/// \param secret  of secret_cells(); empty: nothing is withheld
[[nodiscard]] std::string observations_csv(const FirmMatrix& matrix, const Register& which,
                                           const std::vector<Secret>& secret, Rows rows = Rows::all);

/// unit_code, sector_no, period, why, count, told (wide, narrow, exact), least, most: a row for each withheld count.
[[nodiscard]] std::string secrecy_csv(const FirmMatrix& matrix, const SecrecyReport& report);

}  // namespace vicinia::gis::firms
