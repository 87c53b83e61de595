/// \file numbers.h
/// The numbers of a table, however they are written, as long as there is no doubt. A text has up to two readings: decimals behind a
/// point, or behind a comma. What the column can hold rules readings out: counts are whole, shares lie within 0 and 100, nothing is
/// negative. Where two are left, the decimal mark that is stated decides; else the one that other cells of the table prove, if they
/// prove just one; else a number with a decimal point and no marks between thousands is read as documented, and told.
/// A count such as "1.000" is never taken for 1 unless the mark is stated: nobody prints decimals of people.
/// Units:   shares in per cent.
/// Missing: an empty field is not published. A marker ("-", "n/a", "..") is an error until the notation says what it means.
/// Errors:  NotANumber, NegativeCount, NotAWholeNumber, ShareOutOfRange, AmbiguousNumber, UnstatedMarker: with file, row and field.
/// Findings: ThousandsMarks, DecimalCommas, PercentSigns, AssumedDecimalPoints, MarkersNotPublished, MarkersZero: one for each label and
///          kind, with the first place and how many.
/// Cost:    O(bytes); the whole table is looked through once for proofs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::io {

enum class DecimalMark : std::uint8_t { point, comma };

/// What the maker of a table says of its numbers.
struct NumberNotation {
  std::optional<DecimalMark> decimal{};
  std::vector<std::string> not_published{};  ///< texts that mean it, such as ".."
  std::vector<std::string> zero{};           ///< texts that mean 0, such as "-"
  friend bool operator==(const NumberNotation&, const NumberNotation&) = default;
};

enum class Quantity : std::uint8_t { count, share_pct, quotient };

struct NumberColumn {
  std::size_t column = 0;
  Quantity quantity = Quantity::count;
  std::size_t label = 0;  ///< findings of columns with one label are counted together
};

struct NumberRead {
  core::Cell cell{};
  int decimals = 0;  ///< digits behind the decimal mark, as printed
};

/// One number by itself, for rows that come one at a time, where no other cell can prove its decimal mark. nullopt: it is none, the column
/// cannot hold it, or it has two readings and no mark is stated; an empty text is none either.
[[nodiscard]] std::optional<double> number_of(std::string_view text, Quantity quantity,
                                              std::optional<DecimalMark> decimal);

class NumberReader {
 public:
  /// \param table  must outlive the reader
  NumberReader(const Table& table, const std::vector<NumberColumn>& columns, NumberNotation notation = {});

  /// \pre column is one of those that were announced
  [[nodiscard]] core::Result<NumberRead> read(std::size_t row, std::size_t column);
  /// What was read otherwise than literally so far, in the order in which it came up.
  [[nodiscard]] std::vector<core::Finding> findings() const { return findings_; }

 private:
  void look_for_proof(std::string_view text, Quantity quantity);
  [[nodiscard]] std::optional<core::Cell> stated_marker(std::string_view text, std::size_t row,
                                                        const NumberColumn& column);
  [[nodiscard]] core::Result<NumberRead> read_marked(std::string_view text, std::size_t row,
                                                     const NumberColumn& column);
  void note(core::ErrorCode code, std::string mark, std::size_t row, const NumberColumn& column);
  [[nodiscard]] core::Error error_at(core::ErrorCode code, std::size_t row, std::size_t column,
                                     std::string_view text) const;

  const Table& table_;
  NumberNotation notation_;
  std::vector<NumberColumn> columns_{};  ///< [column of the table]
  bool point_is_proven_ = false, comma_is_proven_ = false;
  std::vector<core::Finding> findings_{};
  std::map<std::tuple<std::size_t, core::ErrorCode, std::string>, std::pair<std::size_t, std::size_t>>
      noted_{};  ///< → finding, count
};

}  // namespace vicinia::gis::io
