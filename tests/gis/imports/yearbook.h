/// \file yearbook.h
/// Tables such as yearbooks print them, made by a few choices, with what is true of each.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "vicinia/gis/imports/table_shape.h"
#include "written_sheets.h"

namespace vicinia::test {

enum class YearbookLayout : std::uint8_t {
  years_across,      ///< a row for each province, years across, under one or two things that are counted
  years_as_rows,     ///< a row for each year, what is counted across
  sectors_as_rows,   ///< a row for each sector, years across
  sectors_across,    ///< a row for each province, sectors across, with a total
  years_below_units  ///< a row for each province and year, the province in a merged cell
};
enum class Digits : std::uint8_t { plain, blanks, no_break_blanks, points, decimal_commas };

struct YearbookChoices {
  YearbookLayout layout = YearbookLayout::years_across;
  unsigned seed = 1;
  std::size_t title_lines = 2, years = 3, units = 8, blank_lines = 0;
  bool has_unit_line = true, is_bilingual = true, has_two_fields = false, has_regions = true,
       has_country = true, has_part = false, has_not_allocated = true, has_notes = true,
       has_numbering = false, has_preliminary = false, has_codes = false, has_missing = false,
       total_stands_below = false, has_repeated_header = false;
  Digits digits = Digits::plain;
};

struct Yearbook {
  WrittenRows rows{};
  std::vector<std::size_t> title_rows{}, header_rows{}, note_rows{};
  std::size_t first_row = 0, end_row = 0;
  std::map<std::size_t, gis::imports::RowKind> kinds{};  ///< of rows that are no plain figures
  /// Unit or sector, period and field → where it stands. Rows and columns of totals are not among them.
  std::map<std::tuple<std::string, std::string, std::string>, std::pair<std::size_t, std::size_t>> figures{};
  /// Cells that stand in a sum.
  std::vector<std::pair<std::size_t, std::size_t>> summed{};
};

[[nodiscard]] Yearbook make_yearbook(const YearbookChoices& choices);

/// Any choices. \pre within a property of RapidCheck
[[nodiscard]] YearbookChoices any_choices();

/// Knows the provinces and sectors that tables of make_yearbook have, by their names in both languages and by their codes.
[[nodiscard]] gis::imports::RecogniseHints yearbook_hints();
/// As `figures` has it; empty: none of them.
[[nodiscard]] std::string unit_named(const std::string& text);
[[nodiscard]] std::string sector_named(const std::string& text);

void show(const YearbookChoices& choices, std::ostream& out);

}  // namespace vicinia::test
