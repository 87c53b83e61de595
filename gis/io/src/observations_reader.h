/// \file observations_reader.h
/// The table of observations against the frame and the sectors. Figures are taken as printed; contradictions
/// among them are the audit's business. Missing: an empty field is not published. Errors:  those of table.h,
/// UnknownUnit, UnknownSector, UnknownRowKind, DuplicateObservation, NotANumber, NegativeCount,
///          NotAWholeNumber, ShareOutOfRange, InvalidArgument (a row without a period); up to ten in a chain.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "manifest.h"
#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/core/industry/sector.h"

namespace vicinia::gis::io {

struct ObservationsRead {
  core::industry::ObservationTable table{};
  std::vector<std::string> periods{};  ///< oldest first
};

/// \param survey_year  the one period where the table has no such column
[[nodiscard]] core::Result<ObservationsRead> read_observations(
    const std::filesystem::path& file, const TableSource& source, const core::admin::Frame& frame,
    const std::vector<core::industry::Sector>& sectors, const std::string& survey_year);

}  // namespace vicinia::gis::io
