/// \file import_text.h
/// What an import found and did, in words: how sure a row is of its unit and why, what a table held, what became of its rows.
/// Cost: O(rows).
#pragma once

#include <string>

#include "vicinia/core/matching/unit_matching.h"
#include "vicinia/gis/imports/import.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {

/// "certain", "to be asked".
[[nodiscard]] std::string certainty_text(core::matching::Certainty certainty, Language language);
/// "the same name but for the class", as it stands behind a dash.
[[nodiscard]] std::string reason_text(core::matching::Reason reason, Language language);
/// What a column holds: "name of the unit".
[[nodiscard]] std::string column_role_text(gis::imports::ColumnRole role, Language language);
/// What figures count: "employees"; of a field that observations do not have, its own name.
[[nodiscard]] std::string figures_text(const std::string& field, Language language);
/// What a row is, that is none of a unit: "region".
[[nodiscard]] std::string row_kind_text(gis::imports::RowKind kind, Language language);

/// Why codes were taken for those of a classification: "by the year of the figures".
[[nodiscard]] std::string classified_by_text(gis::imports::ClassifiedBy by, Language language);
/// The classification, and what was put together of what: "I = 13 + 14". Empty: the codes are of none that is known.
[[nodiscard]] std::string sectors_text(const gis::imports::SectorsTaken& sectors, Language language);

/// A line for each table and for their sectors, for the boundaries, for the matching: what was read, checked, found.
[[nodiscard]] std::string tables_text(const gis::imports::TablesTaken& tables, Language language);
[[nodiscard]] std::string boundaries_text(const gis::imports::BoundariesTaken& boundaries, Language language);
[[nodiscard]] std::string matching_text(const core::matching::Matching& matching,
                                        const core::admin::Frame& frame, Language language);
/// All of them.
[[nodiscard]] std::string import_summary(const gis::imports::Imported& imported, Language language);

}  // namespace vicinia::workspace::inline words
