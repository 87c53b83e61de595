/// \file csv_blocks.h
/// A table of text as blocks of whole records, for registers of millions of rows: one thread takes blocks, as many as there are read the
/// records of theirs, and none of it is kept. What a record means is the same as in read_table.
/// Format:  RFC 4180 in UTF-8, with or without a byte-order mark. Other encodings are for table_source.h, which holds the whole text.
/// Missing: an empty cell is an empty text.
/// Errors:  those of read_file; BadEncoding (no text at all: field "file:office" …), WrongSeparator, EmptyTable, WrongColumnCount
///          (a column twice).
/// Findings: SeparatorFound.
/// Cost:    O(bytes); one block, and one record if that is longer, in memory for each that is in use.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/table_source.h"

namespace vicinia::gis::io {

/// The records of a text, one after the other; blank ones are passed over.
class CsvRecords {
 public:
  CsvRecords(std::string_view text, char separator) : text_(text), separator_(separator) {}
  /// False: no more.
  [[nodiscard]] bool next();
  /// Of the record, valid until the next; blanks around a cell are kept.
  [[nodiscard]] std::span<const std::string_view> cells() const { return cells_; }
  /// Ends of lines before the record, within the text.
  [[nodiscard]] std::size_t lines_before() const { return lines_before_; }
  /// The same up to the end of the record; once there are no more, all that the text has.
  [[nodiscard]] std::size_t lines() const { return lines_; }
  /// Where the next record begins.
  [[nodiscard]] std::size_t position() const { return at_; }
  /// The text ends within its quotes.
  [[nodiscard]] bool is_cut_off() const { return is_cut_off_; }

 private:
  void read_record();
  [[nodiscard]] std::string_view plain();
  [[nodiscard]] std::string_view quoted();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0, lines_ = 0, lines_before_ = 0;
  std::vector<std::string_view> cells_{};
  std::deque<std::string> unquoted_{};  ///< cells that are not in the text as they are meant
  bool is_cut_off_ = false;
};

class CsvBlocks {
 public:
  /// nullptr: it is text in another encoding than UTF-8, which open_csv_table reads.
  [[nodiscard]] static core::Result<std::unique_ptr<CsvBlocks>> open(const TableRequest& request);
  ~CsvBlocks();
  CsvBlocks(const CsvBlocks&) = delete;
  CsvBlocks& operator=(const CsvBlocks&) = delete;

  /// Of the header, without blanks around them.
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  [[nodiscard]] char separator() const { return separator_; }
  [[nodiscard]] const std::vector<core::Finding>& findings() const { return findings_; }
  /// Line of the file at which the first block begins, 1 = first.
  [[nodiscard]] std::size_t first_line() const { return first_line_; }

  /// The next records, whole; nullopt: no more. One thread at a time.
  [[nodiscard]] core::Result<std::optional<std::string>> next();

 private:
  struct File;
  explicit CsvBlocks(std::unique_ptr<File> file);
  [[nodiscard]] core::Status fill(std::size_t bytes);
  [[nodiscard]] core::Status read_header(const TableRequest& request);
  [[nodiscard]] std::size_t end_of_records();

  std::unique_ptr<File> file_;
  std::string waiting_{};  ///< read, and not handed out
  std::vector<std::string> columns_{};
  char separator_ = ',';
  std::size_t first_line_ = 1;
  std::vector<core::Finding> findings_{};
  bool is_at_end_ = false;
};

}  // namespace vicinia::gis::io
