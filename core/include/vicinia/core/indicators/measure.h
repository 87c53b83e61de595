/// \file measure.h
/// The measures that a map can show, and their values for one sector.
/// Shapes:  observations of one sector and period → one value per unit of the frame.
/// Missing: "not published" in, "not published" out. Nothing is filled in.
/// Errors:  InvalidArgument (sector or period out of range).
/// Cost:    O(units) for printed measures; O(observations of the period) where totals are summed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"

namespace vicinia::core::indicators {

enum class Measure : std::uint8_t {
  location_quotient,
  employees,
  sector_share,
  district_share,
  enterprises,
  smes,
  fdi_enterprises
};

inline constexpr std::size_t measure_count = static_cast<std::size_t>(Measure::fdi_enterprises) + 1;

enum class MeasureKind : std::uint8_t { quotient, share_pct, count };

/// Where a value comes from.
enum class Origin : std::uint8_t {
  none,      ///< there is no value
  printed,   ///< stands in the source
  computed,  ///< from counts and totals of a complete matrix
  estimated  ///< shared out where a unit was divided between units of another frame
};

struct MeasureInfo {
  Measure measure;
  std::string_view id;  ///< for files and the terminal: "lq", "employees" …
  MeasureKind kind;
  int decimals;                 ///< to show, and to which class breaks are rounded
  std::optional<double> pivot;  ///< a break must stand here (LQ: 1)
};

[[nodiscard]] std::span<const MeasureInfo> all_measures();
[[nodiscard]] const MeasureInfo& info_of(Measure measure);
[[nodiscard]] std::optional<Measure> measure_by_id(std::string_view id);

struct MeasureValues {
  std::vector<Cell> values{};     ///< [unit]
  std::vector<Origin> origins{};  ///< [unit]
};

/// Values of one measure for one sector. Printed ratios come first; where the source prints none and the
/// matrix is complete, they are computed from sums.
[[nodiscard]] Result<MeasureValues> measure_values(const Dataset& dataset, industry::SectorIndex sector,
                                                   industry::PeriodIndex period, Measure measure);

/// One observation's value as printed; ratios that are not printed are "not published".
[[nodiscard]] Cell printed_value(const industry::Observation& observation, Measure measure);

}  // namespace vicinia::core::indicators
