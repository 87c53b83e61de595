/// \file observations_reader.h
/// The tables of observations, long or wide, against the frame and the sectors. Values are taken as printed; contradictions
/// among them are the audit's business.
/// Missing: an empty field is not published.
/// Errors:  those of table.h and numbers.h, UnknownUnit, UnknownSector, UnknownRowKind, DuplicateObservation, GivenTwice (in two
///          tables), UnknownColumn, RepeatedColumn (wide), InvalidArgument (a row without a period); up to ten of one table in a
///          chain. PeriodOrderUnknown (of several periods); those of share_fractions.h. Cancelled.
/// Findings: those of numbers.h and share_fractions.h.
#pragma once

#include <string>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/core/industry/sector.h"
#include "vicinia/gis/io/dataset_reader.h"

namespace vicinia::gis::io {

struct ObservationsRead {
  core::industry::ObservationTable table{};
  std::vector<std::string> periods{};  ///< oldest first
  std::vector<core::Finding> findings{};
};

/// \param survey_year  the one period of a table that has no such column
[[nodiscard]] core::Result<ObservationsRead> read_observations(
    const Tables& tables, const std::vector<ObservationsSource>& sources, const core::admin::Frame& frame,
    const std::vector<core::industry::Sector>& sectors, const std::string& survey_year, ShareNotation shares,
    const core::Task& task = {});

}  // namespace vicinia::gis::io
