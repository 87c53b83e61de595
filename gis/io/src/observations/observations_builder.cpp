#include "observations/observations_builder.h"

#include <algorithm>
#include <utility>

#include "vicinia/core/industry/period.h"

namespace vicinia::gis::io {
namespace {

using core::Cell;
using core::industry::Counts;
using core::industry::Observation;
using core::industry::PrintedRatios;

}  // namespace

const std::array<ObservedField, observed_field_count>& observed_fields() {
  static constexpr std::array<ObservedField, observed_field_count> fields{{
      {"enterprises", Quantity::count,
       [](Counts& counts, PrintedRatios&) -> Cell& { return counts.enterprises; }},
      {"smes", Quantity::count, [](Counts& counts, PrintedRatios&) -> Cell& { return counts.smes; }},
      {"fdi_enterprises", Quantity::count,
       [](Counts& counts, PrintedRatios&) -> Cell& { return counts.fdi_enterprises; }},
      {"employees", Quantity::count,
       [](Counts& counts, PrintedRatios&) -> Cell& { return counts.employees; }},
      {"lq", Quantity::quotient,
       [](Counts&, PrintedRatios& printed) -> Cell& { return printed.location_quotient; }},
      {"sector_share_pct", Quantity::share_pct,
       [](Counts&, PrintedRatios& printed) -> Cell& { return printed.sector_share_pct; }},
      {"district_share_pct", Quantity::share_pct,
       [](Counts&, PrintedRatios& printed) -> Cell& { return printed.district_share_pct; }},
  }};
  return fields;
}

void ObservationsBuilder::begin_table(std::size_t rows) {
  ++table_;
  line_in_table_.assign(rows_.size(), 0);
  if (!rows_.empty()) return;  // most of the rows are there already
  rows_.reserve(rows);
  line_in_table_.reserve(rows);
}

core::industry::PeriodIndex ObservationsBuilder::period(const std::string& label) {
  const auto [at, is_new] = periods_.try_emplace(label, periods_.size());
  if (is_new) row_of_.emplace_back(units_ * sectors_, 0);
  return at->second;
}

ObservationsBuilder::Row ObservationsBuilder::row(core::admin::UnitIndex unit,
                                                  core::industry::SectorIndex sector,
                                                  core::industry::PeriodIndex period, std::size_t line) {
  Position& one_more = row_of_[period][unit * sectors_ + sector];
  if (one_more == 0) {
    rows_.push_back({.unit = unit, .sector = sector, .period = period, .source = {.table_line = line}});
    line_in_table_.push_back(0);
    one_more = static_cast<Position>(rows_.size());
  }
  const Position position = one_more - 1;
  return {position, std::exchange(line_in_table_[position], static_cast<std::uint32_t>(line))};
}

std::optional<ObservationsBuilder::Place> ObservationsBuilder::set(Position position, std::size_t field,
                                                                   Cell cell, std::size_t line) {
  if (cell.state() == core::CellState::not_published) return std::nullopt;
  if (is_shared_[field]) {
    auto& given = given_[field];
    if (given.size() < rows_.size()) given.resize(std::max(rows_.size(), rows_.capacity()));
    if (given[position].line != 0) return given[position];
    given[position] = {table_ - 1, static_cast<std::uint32_t>(line)};
  }
  Observation& row = rows_[position];
  observed_fields()[field].cell(row.counts, row.printed) = cell;
  return std::nullopt;
}

void ObservationsBuilder::set_source(Position position, core::industry::SourceRow source) {
  core::industry::SourceRow& known = rows_[position].source;
  const std::size_t line = known.table_line;
  if (known.source_line.empty() && known.agglomeration.empty() && known.province.empty() &&
      known.district.empty()) {
    known = std::move(source);
    known.table_line = line;
  }
}

core::Result<ObservationsRead> ObservationsBuilder::finished() && {
  ObservationsRead read;
  std::vector<std::string> labels(periods_.size());
  for (const auto& [label, index] : periods_) labels[index] = label;
  const auto order = core::industry::order_of_periods(labels);
  if (!order) return core::fail(order.error());
  std::vector<std::size_t> new_index(labels.size());
  for (std::size_t i = 0; i < order->size(); ++i) {
    new_index[(*order)[i]] = i;
    read.periods.push_back(labels[(*order)[i]]);
  }
  for (Observation& row : rows_) row.period = new_index[row.period];
  for (auto& sum : sums_) sum.period = new_index[sum.period];
  row_of_ = {};
  line_in_table_ = {};
  given_ = {};
  auto table = core::industry::ObservationTable::from_rows(std::move(rows_), std::move(sums_));
  if (!table) return core::fail(table.error());
  read.table = *std::move(table);
  return read;
}

}  // namespace vicinia::gis::io
