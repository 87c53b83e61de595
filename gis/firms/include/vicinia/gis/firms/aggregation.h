/// \file aggregation.h
/// A register of firms → how many there are of each sector in each unit and year: enterprises, SMEs, foreign-invested enterprises, employees.
/// Reads:   text in UTF-8 as a stream of blocks, on all cores; any other table of gis/io row by row.
/// Shapes:  rows → the cells [unit × sector × period] that have a firm.
/// Places:  the units are moved into the system of the register once, and its points not at all. A firm on a shared border goes to the first of
///          its units, in their order; one outside all of them is left out.
/// Left out: a row goes to the first reason of LeftOut that it gives, with its line and what stands there; nothing of it counts.
/// Missing: no employees: the firm counts, and the employees of its cell are not known (or it is left out, as the rules say). No share or
///          owner: whether it is foreign-invested is not known. What SME law asks for and is not there: see sme_law.h. A cell with a firm of
///          which something is not known has no such count: not published, with the range that it lies in.
/// Laws:    the enterprises of all cells are the rows that are kept; the order of rows and the number of threads change nothing, byte for byte,
///          but the lines of the examples.
/// Errors:  those of table.h and csv_blocks.h; MissingColumn; UnknownCrs, ReprojectionFailed; ShapeMismatch; InvalidArgument (see register.h); NoValues (every
///          row is left out); Cancelled.
/// Cost:    O(bytes), as many threads as there are cores: a million firms with places in 674 districts 0.6 s on two. Memory: the cells of each
///          thread and a few blocks, whatever the number of rows.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/stats/interval.h"
#include "vicinia/gis/firms/register.h"
#include "vicinia/gis/io/table_source.h"

namespace vicinia::gis::firms {

/// The units that firms are counted in. \pre codes are different; without places `areas` may be empty, else one for each
struct FirmUnits {
  std::span<const std::string> codes{};
  std::span<const core::geom::MultiPolygon> areas{};
  std::string crs{};  ///< of `areas`
};

/// Why rows are left out, in the order in which a row is judged.
enum class LeftOut : std::uint8_t {
  wrong_length,       ///< more or fewer cells than the header
  no_year,            ///< empty, or not four digits
  no_place,           ///< no code, or no coordinates
  bad_coordinate,     ///< no number
  outside,            ///< in none of the areas
  exchanged,          ///< the same, and would be among them with x and y exchanged
  unknown_unit,       ///< a code that no unit has
  no_sector,          ///< empty
  unknown_sector,     ///< a code that the rules do not know
  bad_employees,      ///< no whole number of people
  no_employees,       ///< empty, where the rules leave such firms out
  bad_foreign_share,  ///< no share in per cent
  bad_capital,
  bad_revenue
};
inline constexpr std::size_t left_out_kinds = 14;
/// "outside", "unknown_unit" …: stands as the field of a FirmsLeftOut finding.
[[nodiscard]] std::string_view name_of(LeftOut reason);

struct LeftOutRows {
  struct Example {
    std::size_t line = 0;  ///< of the file; 0: of a server, whose rows have none
    std::string value{};   ///< what stands there
    friend bool operator==(const Example&, const Example&) = default;
  };
  static constexpr std::size_t most_examples = 3;
  std::uint64_t count = 0;
  std::vector<Example> examples{};  ///< the first
  friend bool operator==(const LeftOutRows&, const LeftOutRows&) = default;
};

/// Of one unit, sector and year; positions in FirmMatrix.
struct FirmCell {
  std::uint32_t unit = 0, sector = 0, period = 0;
  std::uint32_t enterprises = 0;
  std::uint32_t smes = 0, smes_unknown = 0;  ///< that are SMEs; that may be
  std::uint32_t fdi = 0, fdi_unknown = 0;    ///< that are foreign-invested; that may be
  std::uint32_t employees_unknown = 0;       ///< enterprises without a number
  std::uint64_t employees = 0;               ///< of all others
  std::array<std::uint64_t, most_dominant>
      largest{};  ///< employees of the largest firms, as many as the rule asks for; descending
  friend bool operator==(const FirmCell&, const FirmCell&) = default;
};

struct FirmMatrix {
  std::vector<std::string> units{};    ///< codes, as given
  std::vector<std::string> sectors{};  ///< of the rules, or found in the register; by their codes
  std::vector<std::string> periods{};  ///< years, ascending
  std::vector<FirmCell> cells{};       ///< that have a firm; by unit, sector, period
  std::uint64_t rows = 0, kept = 0;
  std::array<LeftOutRows, left_out_kinds> left_out{};  ///< [LeftOut]
  std::vector<core::Finding> findings{};               ///< of the reader

  /// nullptr: no firm there.
  [[nodiscard]] const FirmCell* find(std::size_t unit, std::size_t sector, std::size_t period) const;
  [[nodiscard]] const LeftOutRows& of(LeftOut reason) const {
    return left_out[static_cast<std::size_t>(reason)];
  }
  /// What is to be told: a FirmsLeftOut for each reason, a FirmsUnknown for each count with firms of which it is not known, whole sectors
  /// without a group, and years without a law.
  [[nodiscard]] std::vector<core::Finding> told(const Register& by) const;
};

/// The columns of observations.
enum class FirmCount : std::uint8_t { enterprises, smes, fdi_enterprises, employees };
inline constexpr std::array all_firm_counts{FirmCount::enterprises, FirmCount::smes,
                                            FirmCount::fdi_enterprises, FirmCount::employees};
[[nodiscard]] std::string_view name_of(FirmCount count);
/// Not published where it is not known of a firm of the cell.
[[nodiscard]] core::Cell value_of(const FirmCell& cell, FirmCount count);
/// What it may be: one number, or the range that unknown firms leave; employees without an upper end.
[[nodiscard]] core::stats::Interval range_of(const FirmCell& cell, FirmCount count);

struct AggregateOptions {
  std::size_t threads = 0;  ///< 0: as many as there are cores
};

[[nodiscard]] core::Result<FirmMatrix> aggregate(const io::TableRequest& file, const Register& which,
                                                 const FirmUnits& units, const core::Task& task = {},
                                                 const AggregateOptions& options = {});

}  // namespace vicinia::gis::firms
