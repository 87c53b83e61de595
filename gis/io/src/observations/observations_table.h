/// \file observations_table.h
/// One table of observations, of either layout, put into the builder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "observations/observations_builder.h"
#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/error_list.h"
#include "vicinia/core/industry/sector.h"
#include "vicinia/gis/io/manifest.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::io {

/// What the rows of any table refer to.
struct ObservationsContext {
  const core::admin::Frame& frame;
  const std::vector<core::industry::Sector>& sectors;
  std::unordered_map<std::string, core::industry::SectorIndex> sector_of_code;
  std::string survey_year;
  std::vector<std::string> files;  ///< of the tables, in their order, as errors name them
};

/// Errors and periods in the same way for both layouts.
class ObservationsTable {
 public:
  ObservationsTable(const Table& table, const ObservationsSource& source, const ObservationsContext& context,
                    ObservationsBuilder& builder)
      : table_(table), source_(source), context_(context), builder_(builder) {}

 protected:
  void complain(core::ErrorCode code, std::size_t row, std::string field, std::string id,
                std::string detail = {}) {
    errors_.add({.code = code,
                 .subject = {.file = table_.file.string(),
                             .row = table_.lines[row],
                             .field = std::move(field),
                             .id = std::move(id)},
                 .detail = std::move(detail)});
  }
  [[nodiscard]] std::string text(std::size_t row, std::size_t column) const {
    return to_nfc(std::string(trimmed(table_.rows[row][column])));
  }
  /// The column's position, or one error for its absence.
  std::optional<std::size_t> column(const char* name, bool is_needed);
  /// Of a row; nullopt and an error where the field is empty.
  std::optional<core::industry::PeriodIndex> period_of(std::size_t row, std::optional<std::size_t> column);
  void set(ObservationsBuilder::Position position, std::size_t field, core::Cell cell, std::size_t row,
           const std::string& column, std::string_view unit_code);

  const Table& table_;
  const ObservationsSource& source_;
  const ObservationsContext& context_;
  ObservationsBuilder& builder_;
  core::ErrorList errors_{};

 private:
  std::string last_period_{};
  std::optional<core::industry::PeriodIndex> last_period_index_{};
};

[[nodiscard]] core::Result<std::vector<core::Finding>> read_long_table(const Table& table,
                                                                       const ObservationsSource& source,
                                                                       const ObservationsContext& context,
                                                                       ObservationsBuilder& builder);
[[nodiscard]] core::Result<std::vector<core::Finding>> read_wide_table(const Table& table,
                                                                       const ObservationsSource& source,
                                                                       const ObservationsContext& context,
                                                                       ObservationsBuilder& builder);

}  // namespace vicinia::gis::io
