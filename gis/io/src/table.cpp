#include "vicinia/gis/io/table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "file_nature.h"
#include "guard.h"
#include "text.h"
#include "vicinia/core/base/error_list.h"
#include "vicinia/gis/files/read_file.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

struct Record {
  std::size_t line = 1;
  std::vector<std::string> fields{};
  bool open_quote = false;  ///< the file ends inside quotes
};

/// Takes RFC 4180 records off a text, one at a time, and counts the lines of the file, those within quotes
/// too.
class RecordReader {
 public:
  RecordReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  std::optional<Record> next() {
    if (at_ >= text_.size()) return std::nullopt;
    Record record{.line = line_};
    record.fields.reserve(usual_fields_);
    while (true) {
      record.fields.push_back(text_.substr(at_, 1) == "\"" ? quoted(record) : plain());
      if (at_ >= text_.size()) return record;
      if (text_[at_] == separator_) {
        ++at_;
        continue;
      }
      end_line();
      usual_fields_ = record.fields.size();
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
  std::string quoted(Record& record) {
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
    record.open_quote = true;
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
  std::size_t usual_fields_ = 0;
};

bool is_blank(const Record& record) {
  return std::ranges::all_of(record.fields, [](const std::string& field) { return trimmed(field).empty(); });
}

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

std::optional<Error> header_error(const std::vector<std::string>& columns, char separator,
                                  const std::string& file) {
  if (columns.size() == 1)
    for (const char other : {',', ';', '\t', '|'})
      if (other != separator && columns[0].find(other) != std::string::npos)
        return Error{
            .code = ErrorCode::wrong_separator, .subject = {.file = file}, .detail = std::string(1, other)};
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!columns[i].empty() && std::find(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i),
                                         columns[i]) != columns.begin() + static_cast<std::ptrdiff_t>(i))
      return Error{.code = ErrorCode::wrong_column_count,
                   .subject = {.file = file, .row = 1, .field = columns[i]},
                   .detail = "2, 1"};
  return std::nullopt;
}

Result<Table> read(const std::filesystem::path& file, char separator) {
  const std::string name = file.string();
  auto bytes = files::read_file(file);
  if (!bytes) return core::fail(bytes.error());
  std::string_view text = *bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  // A book of a spreadsheet or a web page is no text in a wrong encoding, and UTF-16 wants other advice.
  const std::string nature = nature_of(*bytes, bytes->size());
  constexpr std::array<std::string_view, 6> may_be_a_table{"",           "file:text", "file:empty",
                                                           "file:blank", "file:json", "file:xml"};
  if (std::ranges::find(may_be_a_table, nature) == may_be_a_table.end())
    return core::fail({.code = ErrorCode::bad_encoding, .subject = {.file = name, .field = nature}});
  if (const auto error = encoding_error(text, name)) return core::fail(*error);

  Table table{.file = file};
  RecordReader reader(text, separator);
  core::ErrorList errors;
  while (auto record = reader.next()) {
    if (is_blank(*record) && !record->open_quote) continue;
    if (table.columns.empty()) {
      for (const std::string& column : record->fields) table.columns.emplace_back(trimmed(column));
      if (const auto error = header_error(table.columns, separator, name)) return core::fail(*error);
      continue;
    }
    if (record->open_quote || record->fields.size() != table.columns.size()) {
      errors.add(
          {.code = ErrorCode::wrong_column_count,
           .subject = {.file = name, .row = record->line},
           .detail = std::to_string(record->fields.size()) + ", " + std::to_string(table.columns.size())});
      continue;
    }
    table.lines.push_back(record->line);
    table.rows.push_back(std::move(record->fields));
  }
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  if (table.rows.empty()) return core::fail({.code = ErrorCode::empty_table, .subject = {.file = name}});
  return table;
}

}  // namespace

Result<std::size_t> Table::column(std::string_view name) const {
  const auto at = std::ranges::find(columns, name);
  if (at != columns.end()) return static_cast<std::size_t>(at - columns.begin());
  std::string there;
  for (const std::string& column : columns) there += (there.empty() ? "" : ", ") + column;
  return core::fail({.code = ErrorCode::missing_column,
                     .subject = {.file = file.string(), .field = std::string(name)},
                     .detail = there});
}

bool Table::has_column(std::string_view name) const {
  return std::ranges::find(columns, name) != columns.end();
}

Result<Table> read_table(const std::filesystem::path& file, char separator) {
  return guarded(file.string(), [&] { return read(file, separator); });
}

}  // namespace vicinia::gis::io
