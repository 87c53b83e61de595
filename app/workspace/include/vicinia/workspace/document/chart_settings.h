/// \file chart_settings.h
/// Which chart is looked at, beside the map: a part of the document. Its data are those of the view: sector, variable, period, province and
/// selection (charts/chart.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "vicinia/core/values/variable.h"

namespace vicinia::workspace::inline document {

enum class ChartKind : std::uint8_t {
  ranking,    ///< bars: units by the shown variable, highest first
  bubbles,    ///< units by two variables, as large as a third
  histogram,  ///< how many units have which value, with the class breaks
  profile,    ///< bars: one unit over all sectors
  lorenz,     ///< the sector's cumulated share over that of all employment
  over_time,  ///< lines: some units over all periods
  slopes      ///< lines: some units in two periods
};

struct ChartKindInfo {
  ChartKind kind;
  std::string_view id;  ///< for files and the terminal
};
[[nodiscard]] std::span<const ChartKindInfo> all_chart_kinds();
[[nodiscard]] std::optional<ChartKind> chart_kind_by_id(std::string_view id);
[[nodiscard]] std::string_view id_of(ChartKind kind);

struct ChartSettings {
  ChartKind kind = ChartKind::ranking;
  core::values::Variable against = core::values::Variable::sector_share;  ///< upwards, of bubbles
  std::optional<core::values::Variable> size =
      core::values::Variable::employees;  ///< of bubbles, a quantity; nullopt: all are as large
  friend bool operator==(const ChartSettings&, const ChartSettings&) = default;
};

}  // namespace vicinia::workspace::inline document
