#include "vicinia/workspace/document/chart_settings.h"

#include <algorithm>
#include <array>

namespace vicinia::workspace::inline document {

std::span<const ChartKindInfo> all_chart_kinds() {
  static constexpr std::array kinds{
      ChartKindInfo{ChartKind::ranking, "ranking"},     ChartKindInfo{ChartKind::bubbles, "bubbles"},
      ChartKindInfo{ChartKind::histogram, "histogram"}, ChartKindInfo{ChartKind::profile, "profile"},
      ChartKindInfo{ChartKind::lorenz, "lorenz"},       ChartKindInfo{ChartKind::over_time, "over-time"},
      ChartKindInfo{ChartKind::slopes, "slopes"}};
  return kinds;
}

std::optional<ChartKind> chart_kind_by_id(std::string_view id) {
  const auto at = std::ranges::find(all_chart_kinds(), id, &ChartKindInfo::id);
  return at == all_chart_kinds().end() ? std::nullopt : std::optional(at->kind);
}

std::string_view id_of(ChartKind kind) { return all_chart_kinds()[static_cast<std::size_t>(kind)].id; }

}  // namespace vicinia::workspace::inline document
