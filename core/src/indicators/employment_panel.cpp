#include "vicinia/core/indicators/employment_panel.h"

#include <tbb/combinable.h>
#include <tbb/parallel_for.h>

#include <cmath>
#include <limits>
#include <string>

namespace vicinia::core::indicators {
namespace {

Error panel_index_error(const char* what, std::size_t index, std::size_t count) {
  return {.code = ErrorCode::invalid_argument,
          .subject = {.field = what},
          .detail = std::to_string(index) + " of " + std::to_string(count)};
}

/// What one thread has seen of every sector.
struct ColumnSums {
  std::vector<std::int64_t> employees;
  std::vector<std::int64_t> unpublished;
};

}  // namespace

Result<EmploymentPanel> EmploymentPanel::of_shape(std::size_t units, std::size_t sectors,
                                                  std::size_t periods) {
  constexpr std::size_t most = std::numeric_limits<std::ptrdiff_t>::max() / sizeof(std::int32_t);
  const bool is_empty = units == 0 || sectors == 0 || periods == 0;
  if (!is_empty && (units > most / sectors || units * sectors > most / periods))
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "units"},
                 .detail = std::to_string(units) + " × " + std::to_string(sectors) + " × " +
                           std::to_string(periods)});
  EmploymentPanel panel;
  panel.units_ = units;
  panel.sectors_ = sectors;
  panel.periods_ = periods;
  panel.counts_.assign(units * sectors * periods, not_published);
  return panel;
}

Status EmploymentPanel::set(std::size_t period, std::size_t unit, std::size_t sector, Cell employees) {
  if (period >= periods_) return fail(panel_index_error("period", period, periods_));
  if (unit >= units_) return fail(panel_index_error("unit", unit, units_));
  if (sector >= sectors_) return fail(panel_index_error("sector", sector, sectors_));
  const auto refused = [&](ErrorCode code) {
    return fail({.code = code,
                 .subject = {.row = unit + 1, .field = std::to_string(sector + 1)},
                 .detail = employees.has_number() ? std::to_string(employees.number()) : "undefined"});
  };
  std::int32_t& count = counts_[(period * units_ + unit) * sectors_ + sector];
  if (employees.state() == CellState::not_published) {
    count = not_published;
    return {};
  }
  if (!employees.has_number()) return refused(ErrorCode::invalid_argument);
  const double number = employees.number();
  if (number < 0) return refused(ErrorCode::negative_count);
  if (number > std::numeric_limits<std::int32_t>::max()) return refused(ErrorCode::invalid_argument);
  if (number != std::trunc(number)) return refused(ErrorCode::not_a_whole_number);
  count = static_cast<std::int32_t>(number);
  return {};
}

Cell EmploymentPanel::at(std::size_t period, std::size_t unit, std::size_t sector) const {
  const std::int32_t count = counts(period)[unit * sectors_ + sector];
  return count < 0 ? Cell::not_published() : Cell::of(count);
}

Result<PanelTotals> totals_of(const EmploymentPanel& panel, std::size_t period) {
  if (period >= panel.periods()) return fail(panel_index_error("period", period, panel.periods()));
  const std::size_t sectors = panel.sectors();
  const std::int32_t* const counts = panel.counts(period).data();
  PanelTotals totals;
  totals.by_unit.resize(panel.units());
  // Sums of whole numbers: in whatever order threads finish, the same to the last digit.
  tbb::combinable<ColumnSums> columns([&] {
    return ColumnSums{std::vector<std::int64_t>(sectors), std::vector<std::int64_t>(sectors)};
  });
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, panel.units(), 64), [&](const auto& units) {
    ColumnSums& sums = columns.local();
    std::int64_t* const employees = sums.employees.data();
    std::int64_t* const unpublished = sums.unpublished.data();
    for (std::size_t unit = units.begin(); unit < units.end(); ++unit) {
      const std::int32_t* const row = counts + unit * sectors;
      std::int64_t row_sum = 0, row_unpublished = 0;
      for (std::size_t sector = 0; sector < sectors; ++sector) {
        const std::int64_t is_unpublished = row[sector] < 0 ? 1 : 0;
        const std::int64_t count = row[sector] < 0 ? 0 : row[sector];
        employees[sector] += count;
        unpublished[sector] += is_unpublished;
        row_sum += count;
        row_unpublished += is_unpublished;
      }
      totals.by_unit[unit] = row_unpublished > 0 ? PanelTotals::not_published : row_sum;
    }
  });
  totals.by_sector.assign(sectors, 0);
  std::vector<std::int64_t> unpublished(sectors);
  columns.combine_each([&](const ColumnSums& sums) {
    for (std::size_t sector = 0; sector < sectors; ++sector) {
      totals.by_sector[sector] += sums.employees[sector];
      unpublished[sector] += sums.unpublished[sector];
    }
  });
  totals.national = 0;
  for (std::size_t sector = 0; sector < sectors; ++sector) {
    if (unpublished[sector] > 0) totals.by_sector[sector] = PanelTotals::not_published;
    totals.national = totals.by_sector[sector] < 0 || totals.national < 0
                          ? PanelTotals::not_published
                          : totals.national + totals.by_sector[sector];
  }
  return totals;
}

}  // namespace vicinia::core::indicators
