/// \file published_table.h
/// A published list as it stands on paper: district rows, group rows that sum some of them, total rows that sum a sector, totals of a
/// unit that sum its sectors. It needs no frame and no boundaries, so that any table can be audited.
/// Units:   counts are whole numbers; shares in per cent, as printed.
/// Missing: an empty cell is not published; it takes part in nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/cell.h"
#include "vicinia/core/dataset.h"

namespace vicinia::core::audit {

/// The fields of a row, in the order of the publication.
enum class Field : std::uint8_t {
  enterprises,
  smes,
  fdi_enterprises,
  employees,
  location_quotient,
  sector_share,
  district_share
};
inline constexpr std::size_t field_count = 7;
/// Column of tables: "enterprises", "smes", "fdi_enterprises", "employees", "lq", "sector_share_pct", "district_share_pct".
[[nodiscard]] std::string_view name_of(Field field);
[[nodiscard]] constexpr bool is_count(Field field) { return field <= Field::employees; }

/// A row of a district may be of a province or commune as well: of whatever units the table is about.
enum class RowKind : std::uint8_t { district, group, total, unit_total };
[[nodiscard]] std::string_view name_of(RowKind kind);

struct PublishedRow {
  RowKind kind = RowKind::district;
  std::string source_line{};  ///< where it stands; for people, never a key
  std::string sector{};       ///< its number; rows with the same text share E_i
  BilingualText sector_name{};
  std::string unit{};  ///< district rows with the same text share E_j
  std::string
      parent{};  ///< unit that contains this one; where it has a row of the sector too, that sums its districts; empty: none
  admin::Level level{};    ///< of the unit, among those of the table
  std::string group{};     ///< a group row sums the district rows of the same sector and group
  std::string province{};  ///< as printed
  std::string district{};  ///< as printed
  std::array<Cell, field_count> values{};

  [[nodiscard]] const Cell& operator[](Field field) const { return values[static_cast<std::size_t>(field)]; }
  [[nodiscard]] Cell& operator[](Field field) { return values[static_cast<std::size_t>(field)]; }
};

struct PublishedTable {
  std::vector<PublishedRow> rows{};
  /// To which a column is rounded; counts are exact.
  std::array<int, field_count> decimals{0, 0, 0, 0, 1, 1, 1};
  /// Every sector of every unit is there, so that totals are sums. Where it is not so, E_i, E_j and E hold more than the table shows.
  bool is_complete = false;
  admin::Levels
      levels{};  ///< of the units of its rows; none: nothing is known of them but that rows of districts are meant
  BilingualText employees_word{},
      enterprises_word{};  ///< what these columns count, in the table's own words; empty: employees, enterprises
};

/// The rows of one period, in the order of the source, group and total rows among them.
[[nodiscard]] PublishedTable published_table(const Dataset& dataset, industry::PeriodIndex period);

}  // namespace vicinia::core::audit
