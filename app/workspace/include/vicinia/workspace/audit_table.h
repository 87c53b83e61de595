/// \file audit_table.h
/// The audit of a published table for people and programs: reading the table from CSV, and its verdicts as CSV, JSON and a readable report.
/// Missing: a cell that is not published has no row; an end of an interval that is not known, or infinite, is an empty field in
///          CSV and null in JSON.
/// Errors:  those of gis/io/table.h and numbers.h; UnknownRowKind; DuplicateObservation (two district rows for one sector and unit); ten in a chain.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/audit/audit.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/numbers.h"
#include "vicinia/workspace/language.h"

namespace vicinia::workspace {

struct PublishedTableSource {
  std::filesystem::path file{};
  std::filesystem::path spellings{};  ///< columns province, district, unit_code; empty: none
  std::optional<char> separator{};    ///< unset: a comma, or what the header shows to stand between columns
  gis::io::NumberNotation numbers{};
};

struct LoadedTable {
  core::audit::PublishedTable table{};
  std::vector<core::Finding> findings{};  ///< what was read otherwise than literally
};

/// A table of its own, without manifest and boundaries. Columns source_line, sector_no, province, district, row_kind, enterprises, smes,
/// fdi_firms, employees, lq, sector_share_pct and district_share_pct must be there; sector, agglomeration and unit_code may be. Without
/// unit_code, units are told apart by province and district as printed; `spellings` (columns province, district, unit_code) says which
/// of these are one unit. A column is rounded to the most decimals that occur in it.
[[nodiscard]] core::Result<LoadedTable> read_published_table(const PublishedTableSource& source);
/// The spellings of the built-in list; empty where it is not installed.
[[nodiscard]] std::filesystem::path built_in_spellings();

/// Columns: source_line, sector_no, province, district, row_kind, field, published, verdict, expected_low, expected_high,
/// contradicted_by (source lines, with blanks between). One row per published cell, in the order of the table.
[[nodiscard]] std::string audit_csv(const core::audit::PublishedTable& table, const core::audit::Audit& audit);
/// {"summary", "totals": {"national", "by_sector"}, "cells": the same columns and "check", "undecided", "confirmed_by_sum"}.
[[nodiscard]] std::string audit_json(const core::audit::PublishedTable& table, const core::audit::Audit& audit);
/// Markdown: what was counted, then each contradicted cell by sector, with the reason and the value that would agree.
[[nodiscard]] std::string audit_markdown(const core::audit::PublishedTable& table, const core::audit::Audit& audit,
                                         const std::string& source, Language language);

/// Why a cell is contradicted, and what would agree: one to three sentences. Empty for other verdicts.
[[nodiscard]] std::string audit_reason(const core::audit::PublishedTable& table, const core::audit::CellVerdict& cell, Language language);

}  // namespace vicinia::workspace
