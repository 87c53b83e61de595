// Tables as text.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/file_nature.h"
#include "base/text.h"
#include "tables/table_formats.h"
#include "vicinia/gis/files/read_file.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

/// Takes RFC 4180 records off a text, one at a time, and counts the lines of the file, those within quotes
/// too.
class RecordReader {
 public:
  RecordReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  std::optional<TableRow> next() {
    if (at_ >= text_.size()) return std::nullopt;
    TableRow record{.line = line_};
    record.cells.reserve(usual_cells_);
    while (true) {
      record.cells.push_back(text_.substr(at_, 1) == "\"" ? quoted(record) : plain());
      if (at_ >= text_.size()) return record;
      if (text_[at_] == separator_) {
        ++at_;
        continue;
      }
      end_line();
      usual_cells_ = record.cells.size();
      return record;
    }
  }

 private:
  std::string plain() {
    const std::size_t first = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    return std::string(text_.substr(first, at_ - first));
  }

  /// What stands behind the closing quote, up to the separator, is kept as it is.
  std::string quoted(TableRow& record) {
    std::string field;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (text_.substr(at_ + 1, 1) != "\"") {
          ++at_;
          return field + plain();
        }
        ++at_;
      } else if (text_[at_] == '\n') {
        ++line_;
      }
      field += text_[at_];
    }
    record.is_cut_off = true;
    return field;
  }

  void end_line() {
    if (text_.substr(at_, 2) == "\r\n") ++at_;
    ++at_;
    ++line_;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t usual_cells_ = 0;
};

std::optional<Error> encoding_error(std::string_view text, const std::string& file) {
  if (is_utf8(text)) return std::nullopt;
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (!is_utf8(text.substr(at, end - at))) break;
    at = end + 1;
  }
  return Error{.code = ErrorCode::bad_encoding, .subject = {.file = file, .row = line}, .detail = "UTF-8"};
}

/// Another separator that stands in a header without the one that was expected; 0: none.
char other_separator_in(const TableRow& header, char separator) {
  if (header.cells.size() != 1) return 0;
  for (const char other : {',', ';', '\t', '|'})
    if (other != separator && header.cells.front().find(other) != std::string::npos) return other;
  return 0;
}

class CsvTable : public TableSource {
 public:
  CsvTable(std::string bytes, char separator, std::vector<core::Finding> findings)
      : bytes_(std::move(bytes)), reader_(text_of(bytes_), separator), findings_(std::move(findings)) {}

  static std::string_view text_of(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return bytes;
  }

  Result<std::optional<TableRow>> next() override { return reader_.next(); }
  [[nodiscard]] std::vector<core::Finding> findings() const override { return findings_; }

 private:
  std::string bytes_;
  RecordReader reader_;
  std::vector<core::Finding> findings_;
};

}  // namespace

Result<TableSourcePtr> open_csv_table(const TableRequest& request) {
  const std::string name = request.file.string();
  auto bytes = files::read_file(request.file);
  if (!bytes) return core::fail(bytes.error());
  // A book of a spreadsheet or a web page is no text in a wrong encoding, and UTF-16 wants other advice.
  const std::string nature = nature_of(*bytes, bytes->size());
  constexpr std::array<std::string_view, 6> may_be_a_table{"",           "file:text", "file:empty",
                                                           "file:blank", "file:json", "file:xml"};
  if (std::ranges::find(may_be_a_table, nature) == may_be_a_table.end())
    return core::fail({.code = ErrorCode::bad_encoding, .subject = {.file = name, .field = nature}});
  const std::string_view text = CsvTable::text_of(*bytes);
  if (const auto error = encoding_error(text, name)) return core::fail(*error);

  char separator = request.separator.value_or(',');
  std::vector<core::Finding> findings;
  RecordReader beginning(text, separator);
  auto header = beginning.next();
  while (header && is_blank(*header) && !header->is_cut_off) header = beginning.next();
  if (header)
    if (const char other = other_separator_in(*header, separator)) {
      const std::string found(1, other);
      if (!request.finds_separator || request.separator)
        return core::fail({.code = ErrorCode::wrong_separator, .subject = {.file = name}, .detail = found});
      // A header in which no comma stands, but another separator, leaves no doubt.
      findings.push_back({.code = ErrorCode::separator_found, .subject = {.file = name}, .detail = found});
      separator = other;
    }
  return std::make_unique<CsvTable>(*std::move(bytes), separator, std::move(findings));
}

}  // namespace vicinia::gis::io
