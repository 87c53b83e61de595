/// \file observations_table.h
/// One table of observations, of either layout, put into the builder.
#pragma once

#include <algorithm>
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
  /// A code that no unit has is told once, however many rows have it.
  void note_unknown_unit(std::size_t row, const std::string& code) {
    const auto [at, is_new] = rows_of_unknown_.try_emplace(code, 0);
    if (is_new) unknown_.push_back(code);
    if (unknown_rows_++ == 0) first_unknown_ = row;
    ++at->second;
  }
  void complain_of_unknown_units() {
    if (unknown_.empty()) return;
    if (unknown_rows_ == 1)
      return complain(core::ErrorCode::unknown_unit, first_unknown_, source_.column("unit_code"),
                      unknown_.front());
    constexpr std::size_t most_named = 5;
    std::string first;
    for (std::size_t i = 0; i < std::min(unknown_.size(), most_named); ++i)
      (first += i == 0 ? "" : ", ") += unknown_[i];
    complain(core::ErrorCode::unknown_codes, first_unknown_, source_.column("unit_code"), {},
             std::to_string(unknown_.size()) + "|" + std::to_string(unknown_rows_) + "|" + first +
                 (unknown_.size() > most_named ? " …" : ""));
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
  std::vector<std::string> unknown_{};  ///< codes, in the order in which they came up
  std::unordered_map<std::string, std::size_t> rows_of_unknown_{};
  std::size_t unknown_rows_ = 0, first_unknown_ = 0;
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
