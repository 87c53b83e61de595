/// \file observations_builder.h
/// Observations put together from the cells of one table or several, each cell given once.
/// Missing: an empty cell gives nothing: another table may have the value.
/// Cost:    O(1) a cell on average.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "observations/observations_reader.h"
#include "vicinia/gis/io/numbers.h"

namespace vicinia::gis::io {

/// A field of an observation, and the column that has it.
struct ObservedField {
  std::string_view column;
  Quantity quantity;
  core::Cell& (*cell)(core::industry::Counts&, core::industry::PrintedRatios&);
};
inline constexpr std::size_t observed_field_count = 7;
[[nodiscard]] const std::array<ObservedField, observed_field_count>& observed_fields();

class ObservationsBuilder {
 public:
  using Position = std::uint32_t;
  struct Place {
    std::uint32_t table = 0;
    std::uint32_t line = 0;  ///< 0: none
  };

  /// \param is_shared  [field] more than one table may have it
  ObservationsBuilder(std::size_t units, std::size_t sectors,
                      std::array<bool, observed_field_count> is_shared)
      : units_(units), sectors_(sectors), is_shared_(is_shared) {}

  /// What follows stands in the next table. \param rows  how many it may have
  void begin_table(std::size_t rows);

  [[nodiscard]] core::industry::PeriodIndex period(const std::string& label);

  struct Row {
    Position position = 0;
    std::size_t earlier_line = 0;  ///< in the same table; 0: none
  };
  Row row(core::admin::UnitIndex unit, core::industry::SectorIndex sector, core::industry::PeriodIndex period,
          std::size_t line);
  /// The place that has the value already, if one has.
  std::optional<Place> set(Position position, std::size_t field, core::Cell cell, std::size_t line);
  /// Texts of the publication, where none are known yet.
  void set_source(Position position, core::industry::SourceRow source);
  void add_sum(core::industry::PrintedSum sum) { sums_.push_back(std::move(sum)); }

  /// What there is so far, to be changed before it is finished.
  [[nodiscard]] std::vector<core::industry::Observation>& rows() { return rows_; }
  [[nodiscard]] std::vector<core::industry::PrintedSum>& sums() { return sums_; }

  /// Periods come in order of time, oldest first. Errors: PeriodOrderUnknown.
  [[nodiscard]] core::Result<ObservationsRead> finished() &&;

 private:
  std::size_t units_, sectors_;
  std::array<bool, observed_field_count> is_shared_;
  std::map<std::string, std::size_t, std::less<>> periods_{};  ///< → in the order of their appearance
  std::vector<core::industry::Observation> rows_{};
  std::vector<core::industry::PrintedSum> sums_{};
  std::vector<std::vector<Position>>
      row_of_{};  ///< [period][unit × sector], one more than the position; 0: none
  std::uint32_t table_ = 0;
  std::vector<std::uint32_t> line_in_table_{};                    ///< [row]; 0: not in this table
  std::array<std::vector<Place>, observed_field_count> given_{};  ///< [field][row], of fields that are shared
};

}  // namespace vicinia::gis::io
