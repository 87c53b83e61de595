// Tables as text.
#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "base/file_nature.h"
#include "base/text.h"
#include "base/text_encoding.h"
#include "tables/table_formats.h"
#include "tables/table_size.h"
#include "vicinia/core/text/encoding_guess.h"
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
  RecordReader(std::string_view text, char separator, const TableLimits& limits)
      : text_(text), separator_(separator), limits_(limits) {}

  std::optional<TableRow> next() {
    if (at_ >= text_.size()) return std::nullopt;
    TableRow record{.line = line_};
    record.cells.reserve(usual_cells_);
    while (true) {
      if (record.cells.size() == limits_.columns) exceeded_ = "columns";
      if (!exceeded_.empty()) return record;
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

  /// "columns" or "cell": the record that came last has more of it than may be, and is not whole.
  [[nodiscard]] std::string_view exceeded() const { return exceeded_; }

 private:
  std::string plain() {
    const std::size_t first = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    if (at_ - first > limits_.cell_bytes) {
      exceeded_ = "cell";
      return {};
    }
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
      if (field.size() == limits_.cell_bytes) {
        exceeded_ = "cell";
        return field;
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
  const TableLimits limits_;
  std::string_view exceeded_{};
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t usual_cells_ = 0;
};

constexpr TableLimits no_limits{
    .rows = SIZE_MAX, .columns = SIZE_MAX, .cell_bytes = SIZE_MAX, .bytes = SIZE_MAX};

/// The separator by which most rows have as many cells, and more than one; of several, the one that makes most of them. Lines above a table
/// and notes below it have commas of their own.
char separator_by_rows(std::string_view text, char usual, const TableLimits& limits) {
  constexpr std::size_t looked_at = std::size_t{1} << 16, most_rows = 200;
  char best = usual;
  std::size_t most_agreeing = 0, most_cells = 0;
  for (const char separator : {usual, ';', '\t', '|', ','}) {
    RecordReader reader(text.substr(0, looked_at), separator, limits);
    std::map<std::size_t, std::size_t> rows_by_cells;
    for (std::size_t i = 0; i < most_rows; ++i) {
      const auto record = reader.next();
      if (!record || !reader.exceeded().empty()) break;
      if (record->cells.size() > 1) ++rows_by_cells[record->cells.size()];
    }
    const auto fullest =
        std::ranges::max_element(rows_by_cells, {}, [](const auto& entry) { return entry.second; });
    if (fullest == rows_by_cells.end()) continue;
    const auto [cells, agreeing] = *fullest;
    if (agreeing > most_agreeing || (agreeing == most_agreeing && cells > most_cells)) {
      best = separator;
      most_agreeing = agreeing;
      most_cells = cells;
    }
  }
  return best;
}

/// Cells, roughly: what stands between separators and ends of lines, where encodings could differ about it.
std::vector<std::string> texts_beyond_ascii(std::string_view text) {
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(",;\t|\"\r\n", at), text.size());
    if (is_beyond_ascii(text.substr(at, end - at))) texts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return texts;
}

/// The first line that is not in the encoding.
Error encoding_error(std::string_view text, const std::string& encoding, const std::string& file) {
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (!decoded(std::string(text.substr(at, end - at)), encoding)) break;
    at = end + 1;
  }
  return Error{.code = ErrorCode::bad_encoding, .subject = {.file = file, .row = line}, .detail = encoding};
}

/// UTF-16 says so by its first two bytes, or by a zero in every other one.
std::optional<std::string> decoded_utf16(const std::string& bytes) {
  using core::text::Encoding;
  const auto guess = core::text::guess_encoding(std::span(&bytes, 1));
  const bool is_little = bytes.starts_with("\xFF\xFE"), is_big = bytes.starts_with("\xFE\xFF");
  const Encoding encoding = is_little ? Encoding::utf16le : is_big ? Encoding::utf16be : guess.encoding;
  if (encoding != Encoding::utf16le && encoding != Encoding::utf16be) return std::nullopt;
  auto text = core::text::to_utf8(bytes, encoding);
  if (!text || !is_utf8(*text)) return std::nullopt;
  return *std::move(text);
}

/// UTF-8 of a file, without a byte-order mark.
Result<std::string> text_of(std::string bytes, const TableRequest& request, const std::string& nature,
                            std::vector<core::Finding>& findings) {
  const std::string name = request.file.string();
  if (nature == "file:utf16") {
    auto text = decoded_utf16(bytes);
    if (!text)
      return core::fail({.code = ErrorCode::bad_encoding, .subject = {.file = name, .field = nature}});
    return *std::move(text);
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (request.encoding.empty() && is_utf8(bytes)) return bytes;
  auto choice = choose_encoding(texts_beyond_ascii(bytes), {.by_person = request.encoding}, name);
  if (!choice) return core::fail(choice.error());
  // Nothing but the bytes of Vietnamese tells an encoding here: text is UTF-8 otherwise.
  const std::string encoding = choice->is_assumed ? "UTF-8" : choice->encoding;
  if (core::text::encoding_named(encoding) == core::text::Encoding::utf8) {
    if (!is_utf8(bytes)) return core::fail(encoding_error(bytes, "UTF-8", name));
    std::ranges::move(choice->findings, std::back_inserter(findings));
    return bytes;
  }
  auto text = decoded(bytes, encoding);
  if (!text || !is_utf8(*text)) return core::fail(encoding_error(bytes, encoding, name));
  std::ranges::move(choice->findings, std::back_inserter(findings));
  return *std::move(text);
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
  CsvTable(std::string text, char separator, const TableLimits& limits, std::string file,
           std::vector<core::Finding> findings)
      : text_(std::move(text)),
        reader_(text_, separator, limits),
        limits_(limits),
        file_(std::move(file)),
        findings_(std::move(findings)) {}

  Result<std::optional<TableRow>> next() override {
    auto row = reader_.next();
    if (const std::string_view what = reader_.exceeded(); !what.empty())
      return core::fail(
          too_large(file_, what, what == "cell" ? limits_.cell_bytes : limits_.columns, row->line));
    return row;
  }
  [[nodiscard]] std::vector<core::Finding> findings() const override { return findings_; }

 private:
  std::string text_;
  RecordReader reader_;
  TableLimits limits_;
  std::string file_;
  std::vector<core::Finding> findings_;
};

}  // namespace

Result<TableSourcePtr> open_csv_table(const TableRequest& request) {
  const std::string name = request.file.string();
  const TableLimits limits = request.limits.value_or(no_limits);
  if (auto fits = check_file_size(request.file, limits); !fits) return core::fail(fits.error());
  auto bytes = files::read_file(request.file);
  if (!bytes) return core::fail(bytes.error());
  // A book of a spreadsheet or a web page is no text in a wrong encoding.
  const std::string nature = nature_of(*bytes, bytes->size());
  constexpr std::array<std::string_view, 7> may_be_a_table{
      "", "file:text", "file:empty", "file:blank", "file:json", "file:xml", "file:utf16"};
  if (std::ranges::find(may_be_a_table, nature) == may_be_a_table.end())
    return core::fail({.code = ErrorCode::bad_encoding, .subject = {.file = name, .field = nature}});
  std::vector<core::Finding> findings;
  auto decoded_text = text_of(*std::move(bytes), request, nature, findings);
  if (!decoded_text) return core::fail(decoded_text.error());
  std::string text = *std::move(decoded_text);

  char separator = request.separator.value_or(',');
  if (request.has_lines_above) {
    if (const char other = separator_by_rows(text, separator, limits);
        !request.separator && other != separator) {
      findings.push_back(
          {.code = ErrorCode::separator_found, .subject = {.file = name}, .detail = std::string(1, other)});
      separator = other;
    }
    return std::make_unique<CsvTable>(std::move(text), separator, limits, name, std::move(findings));
  }
  RecordReader beginning(text, separator, limits);
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
  return std::make_unique<CsvTable>(std::move(text), separator, limits, name, std::move(findings));
}

}  // namespace vicinia::gis::io
