/// \file nothing_kept.h
/// The error of a register of which no row counts, with what was left out as its causes.
#pragma once

#include <string>

#include "vicinia/gis/firms/aggregation.h"

namespace vicinia::gis::firms {

[[nodiscard]] core::Error nothing_kept(const FirmMatrix& matrix, const Register& which,
                                       const std::string& where);

}  // namespace vicinia::gis::firms
