/// \file classification.h
/// Class breaks of a choropleth map, and how many units fall into each class.
/// Source:  quantiles; equal intervals; natural breaks after Fisher (1958) and Jenks (1977), exact by dynamic
///          programming; manual.
/// Shapes:  values [n] → bounds [k + 1], counts [k]; class c holds bounds[c] ≤ v < bounds[c + 1], the last one
///          v ≤ bounds[k] too. Bounds ascend; only the last two may be equal: a class of one value.
/// Decimals: as many as tell the classes apart: written with them, no break is further from where it is than a quarter of the class beside
///          it. Never fewer than were asked for, never more than the values have. Breaks of quantiles and natural breaks are values
///          themselves and are not rounded, so that each class has the values that the method gave it; equal intervals are. No class begins
///          above the largest value, but one above a pivot that no value reaches, or above a break of one's own.
/// Missing: the caller passes numbers only. Zeros of counts are a class of their own and are not passed.
/// Errors:  NoValues; InvalidArgument (classes outside 1 … 20, manual breaks not ascending).
/// Cost:    O(n log n); natural breaks O(k n²) on distinct values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/base/result.h"

namespace vicinia::core::stats {

enum class ClassMethod : std::uint8_t { quantile, equal_interval, natural_breaks, manual };

inline constexpr std::size_t max_classes = 20;

struct ClassRequest {
  ClassMethod method = ClassMethod::quantile;
  std::size_t classes = 5;              ///< wanted; fewer come back where the values do not yield as many
  std::optional<double> pivot{};        ///< a bound must stand here, with at least one class on either side
  int decimals = 1;                     ///< at least; the two ends are rounded outwards
  std::vector<double> manual_breaks{};  ///< inner bounds, ascending; method manual only
};

struct Classes {
  std::vector<double> bounds{};
  std::vector<std::size_t> counts{};
  int decimals = 0;        ///< to write the bounds with
  std::size_t merged = 0;  ///< classes fewer than wanted, because values coincide
  [[nodiscard]] std::size_t size() const { return counts.size(); }
  /// Class of a value; nullopt outside the bounds.
  [[nodiscard]] std::optional<std::size_t> class_of(double value) const;
};

[[nodiscard]] Result<Classes> classify(std::span<const double> values, const ClassRequest& request);

}  // namespace vicinia::core::stats
