/// \file audit_words.h
/// What panel, row view, tables and reports of the audit say, in both languages.
#pragma once

#include <string>
#include <vector>

#include "vicinia/core/audit/audit.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {

/// "agrees", "agrees within rounding", "contradicted", "not recomputable".
[[nodiscard]] std::string verdict_text(core::audit::Verdict verdict, Language language);
/// "district row", "province row", "group row", "total row", "total of the district".
[[nodiscard]] std::string row_kind_text(const core::audit::PublishedTable& table,
                                        const core::audit::PublishedRow& row, Language language);
/// For tables: the id of the unit's level ("district", where nothing is known of it), "group", "total", "unit_total".
[[nodiscard]] std::string row_kind_id(const core::audit::PublishedTable& table,
                                      const core::audit::PublishedRow& row);
/// "LQ", "Employees" …, in the table's own words for what it counts.
[[nodiscard]] std::string field_text(const core::audit::PublishedTable& table, core::audit::Field field,
                                     Language language);
/// "Bến Cát, Bình Dương", as printed; of group and total rows with the kind in brackets.
[[nodiscard]] std::string place_text(const core::audit::PublishedTable& table,
                                     const core::audit::PublishedRow& row, Language language);

/// The value as printed: with the decimals of its column.
[[nodiscard]] std::string printed_text(const core::audit::PublishedTable& table, core::audit::Field field,
                                       double number, Language language);
/// The values, as they would be printed, that would agree: "5.7", "5.6 to 5.9", "at least 27"; empty where
/// nothing is known.
[[nodiscard]] std::string agreeing_text(const core::audit::PublishedTable& table,
                                        const core::audit::CellVerdict& cell, Language language);
/// "does not fit the row's other values …": after the value it makes a sentence. Empty where nothing
/// contradicts.
[[nodiscard]] std::string contradiction_text(const core::audit::PublishedTable& table,
                                             const core::audit::CellVerdict& cell, Language language);
/// Whether a contradicted cell is certainly wrong, or what may be in its place: sentences with a blank before them.
/// Empty for other verdicts.
[[nodiscard]] std::string blame_text(const core::audit::PublishedTable& table,
                                     const core::audit::CellVerdict& cell, Language language);
/// "or else the names of lines 753 and 755 are exchanged", "or else what is wrong is LQ of line 3 and LQ of line 4": what may be wrong in place of the cell.
/// Empty where it is certainly wrong, or not contradicted.
[[nodiscard]] std::string or_else_text(const core::audit::PublishedTable& table,
                                       const core::audit::CellVerdict& cell, Language language);
/// "584–586, 588": source lines, those that follow one another joined.
[[nodiscard]] std::string lines_text(const core::audit::PublishedTable& table,
                                     const std::vector<std::size_t>& rows);

/// "contradicted by other values", for legends.
[[nodiscard]] std::string contradicted_mark_text(Language language);
/// "LQ 0.0 is contradicted by other values; what would agree: 5.7", for tooltips; with what may be wrong in its place.
[[nodiscard]] std::string contradicted_cell_text(const core::audit::PublishedTable& table,
                                                 const core::audit::CellVerdict& cell, Language language);

/// "National employment (E) reconstructed from what is printed: 7,383,000 to 7,391,000."; empty where nothing
/// bounds it.
[[nodiscard]] std::string national_total_text(const core::audit::Audit& audit, Language language);
/// What contradicted means, and that values stand as printed.
[[nodiscard]] std::string audit_meaning_text(Language language);

}  // namespace vicinia::workspace::inline words
