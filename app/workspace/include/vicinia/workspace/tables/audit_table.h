/// \file audit_table.h
/// The audit of a published table for people and programs: its verdicts as a table, JSON and a readable report.
/// Missing: a cell that is not published has no row; an end of an interval that is not known, or infinite, is an empty field in
///          CSV and null in JSON.
#pragma once

#include <string>

#include "vicinia/core/audit/audit.h"
#include "vicinia/core/base/result.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/base/value_table.h"

namespace vicinia::workspace::inline tables {

/// Columns: source_line, sector_no, province, district, row_kind, field, published, verdict, expected_low, expected_high,
/// contradicted_by (source lines, with blanks between), agreeing, check, blame (certain, likely or one_of_several; empty where nothing
/// contradicts),
/// contradiction (its number; cells of one are explained together), alternatives (line:field, with blanks between); what is
/// known of E_i and E: sector_total_low, sector_total_high, sector_total_supporters, national_total_low, national_total_high,
/// national_total_supporters; or_else (what may be wrong in its place, with blanks between: line:field, or exchanged_units, exchanged_sectors,
/// misplaced_row or row_of_sum with their lines, "+" between what belongs together); and period (as given; empty for a table that has none). One row per
/// published cell, in the order of the table.
[[nodiscard]] ValueTable audit_table(const core::audit::PublishedTable& table,
                                     const core::audit::Audit& audit, const std::string& period = {});
/// {"period", "summary", "totals": {"national", "by_sector"}, "cells": the same columns}.
[[nodiscard]] std::string audit_json(const core::audit::PublishedTable& table,
                                     const core::audit::Audit& audit, const std::string& period = {});
/// Markdown: what was counted, then each contradicted cell by sector, with the reason and the value that would agree.
[[nodiscard]] std::string audit_markdown(const core::audit::PublishedTable& table,
                                         const core::audit::Audit& audit, const std::string& source,
                                         Language language);

/// Why a cell is contradicted, and what would agree: one to three sentences. Empty for other verdicts.
[[nodiscard]] std::string audit_reason(const core::audit::PublishedTable& table,
                                       const core::audit::CellVerdict& cell, Language language);

}  // namespace vicinia::workspace::inline tables
