#include "observations/observations_reader.h"

#include <algorithm>
#include <utility>

#include "observations/observations_builder.h"
#include "observations/observations_table.h"
#include "observations/share_fractions.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
using Layout = ObservationsSource::Layout;

/// A long table may have any field.
std::array<bool, observed_field_count> fields_of_several(const std::vector<ObservationsSource>& sources) {
  std::array<bool, observed_field_count> is_shared{};
  for (std::size_t f = 0; f < observed_field_count; ++f)
    is_shared[f] = std::ranges::count_if(sources, [&](const ObservationsSource& source) {
                     return source.layout == Layout::long_rows || source.field == observed_fields()[f].column;
                   }) > 1;
  return is_shared;
}

}  // namespace

std::optional<std::size_t> ObservationsTable::column(const char* name, bool is_needed) {
  if (auto at = table_.column(source_.column(name)))
    return *at;
  else if (is_needed || source_.columns.contains(name))
    errors_.add(at.error());
  return std::nullopt;
}

std::optional<core::industry::PeriodIndex> ObservationsTable::period_of(std::size_t row,
                                                                        std::optional<std::size_t> column) {
  if (!column) {
    if (!last_period_index_) last_period_index_ = builder_.period(context_.survey_year);
    return last_period_index_;
  }
  const std::string_view raw = trimmed(table_.rows[row][*column]);
  if (raw.empty()) {
    complain(ErrorCode::invalid_argument, row, source_.column("period"), {}, "empty");
    return std::nullopt;
  }
  if (!last_period_index_ || raw != last_period_) {
    last_period_ = raw;
    last_period_index_ = builder_.period(to_nfc(last_period_));
  }
  return last_period_index_;
}

void ObservationsTable::set(ObservationsBuilder::Position position, std::size_t field, core::Cell cell,
                            std::size_t row, const std::string& column, std::string_view unit_code) {
  if (const auto place = builder_.set(position, field, cell, table_.lines[row]))
    complain(ErrorCode::given_twice, row, column, std::string(unit_code),
             context_.files[place->table] + "|" + std::to_string(place->line));
}

Result<ObservationsRead> read_observations(const Tables& tables,
                                           const std::vector<ObservationsSource>& sources,
                                           const core::admin::Frame& frame,
                                           const std::vector<core::industry::Sector>& sectors,
                                           const std::string& survey_year, ShareNotation shares,
                                           const core::Task& task) {
  ObservationsContext context{
      .frame = frame, .sectors = sectors, .sector_of_code = {}, .survey_year = survey_year, .files = {}};
  for (std::size_t i = 0; i < sectors.size(); ++i) context.sector_of_code.emplace(sectors[i].code, i);
  for (const ObservationsSource& source : sources) context.files.push_back(source.file.string());

  ObservationsBuilder builder(frame.size(), sectors.size(), fields_of_several(sources));
  std::vector<core::Finding> findings;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const ObservationsSource& source = sources[i];
    task.at(static_cast<double>(i) / static_cast<double>(sources.size()), "read");
    if (task.stop.stop_requested())
      return core::fail({.code = ErrorCode::cancelled, .subject = {.file = context.files[i]}});
    const auto table = tables(source);
    if (!table) return core::fail(table.error());
    context.files[i] = table->file.string();
    const bool is_wide = source.layout == Layout::wide;
    builder.begin_table(is_wide ? table->rows.size() * std::min(sectors.size(), table->columns.size())
                                : table->rows.size());
    auto of_table = (is_wide ? read_wide_table : read_long_table)(*table, source, context, builder);
    if (!of_table) return core::fail(of_table.error());
    findings.insert(findings.end(), table->findings.begin(), table->findings.end());
    findings.insert(findings.end(), of_table->begin(), of_table->end());
  }
  auto fractions = fractions_to_per_cent(builder.rows(), builder.sums(), frame, shares);
  if (!fractions) {
    fractions.error().subject.file = context.files.front();
    return core::fail(fractions.error());
  }
  findings.insert(findings.end(), fractions->begin(), fractions->end());
  auto read = std::move(builder).finished();
  if (!read) {
    read.error().subject.file = context.files.front();
    return core::fail(read.error());
  }
  read->findings = std::move(findings);
  return read;
}

}  // namespace vicinia::gis::io
