/// \file table_words.h
/// Words that tables use, in both languages: what figures count, what labels of rows say beside names, what columns of labels are called.
/// Everything is compared without marks and capitals (core/names/folding.h).
/// Cost:    O(letters × words).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vicinia/gis/imports/table_shape.h"

namespace vicinia::gis::imports {

/// What a heading or a title says that is counted.
struct FieldFound {
  std::string field{};    ///< a column of observations; empty: of something else
  bool is_ratio = false;  ///< an average, a share, a rate: no sum of it means anything
};
/// The first thing that is named counts: "Lao động trong các doanh nghiệp" are employees. nullopt: nothing that is known.
[[nodiscard]] std::optional<FieldFound> field_in(std::string_view text);
/// Whether the text speaks of foreign-invested, or of small and medium-sized enterprises: a part of a total.
[[nodiscard]] bool speaks_of_foreign_investment(std::string_view text);
[[nodiscard]] bool speaks_of_smes(std::string_view text);
[[nodiscard]] bool speaks_of_sectors(std::string_view text);

/// The period within a text, in as few of its words as say it: "Prel. 2008" of "Lao động Sơ bộ - Prel. 2008". Empty: none, or several.
[[nodiscard]] std::string period_in(std::string_view text);
/// What else the text says.
[[nodiscard]] std::string without_period(std::string_view text);
/// A quarter or month that needs a year, and the year: "Quý I" and "2008".
[[nodiscard]] std::string period_of_parts(std::string_view part, std::string_view year);
/// In a form that equal periods share.
[[nodiscard]] std::string period_key(std::string_view text);
/// All of the text is a period, such as can head a column; a number only between 1900 and 2100.
[[nodiscard]] bool is_period(std::string_view text);

/// What the label of a row says it is, beside `figures`: country, region, of_which, not_allocated, subtotal; ignored: "(Tiếp theo)".
[[nodiscard]] RowKind kind_of_label(std::string_view text);
[[nodiscard]] bool is_total(std::string_view text);
[[nodiscard]] bool is_note(std::string_view text);
/// "Số doanh nghiệp (Tiếp theo)"
[[nodiscard]] bool says_continued(std::string_view text);

/// "(Tiếp theo) Số doanh nghiệp", "95. (Cont.) …": the words stand in brackets, or are all of the text.
[[nodiscard]] bool is_continued_title(std::string_view text);

/// "Đơn vị tính: Người - Unit: Person" gives "Người - Person"; "(Nghìn người)" what stands in the brackets. nullopt: no such line.
[[nodiscard]] std::optional<std::string> unit_of_figures_in(std::string_view text);

/// A column under this heading says in what each row counts: "Đơn vị tính".
[[nodiscard]] bool counts_in(std::string_view heading);
/// What a column of labels holds by its heading; ignored: it numbers the rows, or says in what they count. nullopt: it does not say.
[[nodiscard]] std::optional<ColumnRole> role_by_heading(std::string_view heading);
/// The heading names a finer unit than a province, or a province.
[[nodiscard]] bool names_fine_units(std::string_view heading);

/// How deep a label stands by its number: "1." 1, "1.1" 2, "A." and "I." 0; nullopt: it has none.
[[nodiscard]] std::optional<std::size_t> outline_level(std::string_view label);

/// A label without the number before it: "Bắc Ninh" of "I. Bắc Ninh" and "1.1 Bắc Ninh".
[[nodiscard]] std::string without_outline_number(std::string_view label);

}  // namespace vicinia::gis::imports
