// PC-Axis (.px), in which statistical offices publish their tables, the GSO's among them: keywords, then one number for each combination of
// the values of its variables. It is yielded as a long table: a column for each variable, one for its codes where it has any, and "value"; the
// variable of contents, where one is named (CONTVARIABLE), becomes a column for each of its values.
#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "tables/table_formats.h"
#include "tables/table_size.h"
#include "vicinia/core/base/ascii.h"
#include "vicinia/gis/files/read_file.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using Texts = std::vector<std::string>;

/// `VALUES("region")="A","B";`: the texts after the sign, by keyword and what stands in its brackets. In the language of the table: what a
/// keyword has in others (`VALUES[en]`) is passed over.
class PxFile {
 public:
  explicit PxFile(std::string_view text) : text_(text) {
    while (read_keyword()) {
    }
  }

  [[nodiscard]] const Texts& texts(const std::string& keyword, const std::string& of = {}) const {
    static const Texts none;
    const auto found = texts_.find({keyword, of});
    return found == texts_.end() ? none : found->second;
  }
  [[nodiscard]] std::string text(const std::string& keyword) const {
    const Texts& all = texts(keyword);
    return all.empty() ? std::string() : all.front();
  }
  /// What follows `DATA=`; nullopt: there is none.
  [[nodiscard]] std::optional<std::size_t> data_at() const { return data_at_; }
  [[nodiscard]] std::size_t line_of(std::size_t at) const {
    return 1 + static_cast<std::size_t>(
                   std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
  }
  std::string quoted() {
    const std::size_t first = ++at_, end = std::min(text_.find('"', first), text_.size());
    at_ = std::min(end + 1, text_.size());
    return std::string(text_.substr(first, end - first));
  }

  /// False at the end of the file and where the data begin.
  bool read_keyword() {
    skip_blanks();
    const std::size_t first = at_;
    while (at_ < text_.size() && std::string_view("([=;").find(text_[at_]) == std::string_view::npos) ++at_;
    if (at_ >= text_.size()) return false;
    const std::string keyword(trimmed(text_.substr(first, at_ - first)));
    bool is_of_other_language = false;
    std::string of;
    if (text_[at_] == '[') {
      is_of_other_language = true;
      at_ = std::min(text_.find(']', at_), text_.size() - 1) + 1;
    }
    if (at_ < text_.size() && text_[at_] == '(') {
      ++at_;
      skip_blanks();
      if (at_ < text_.size() && text_[at_] == '"') of = quoted();
      at_ = std::min(text_.find(')', at_), text_.size() - 1) + 1;
    }
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != '=') {
      at_ = std::min(text_.find(';', at_), text_.size() - 1) + 1;
      return at_ < text_.size();
    }
    ++at_;
    if (core::ascii_lower(keyword) == "data") {
      data_at_ = at_;
      return false;
    }
    Texts found = values();
    if (!is_of_other_language) texts_.emplace(std::pair(keyword, of), std::move(found));
    return true;
  }

  /// Up to the semicolon. Texts that stand beside each other without a comma are parts of one.
  Texts values() {
    Texts found;
    bool begins_another = true;
    const auto add = [&](std::string text) {
      if (begins_another)
        found.push_back(std::move(text));
      else
        found.back() += text;
      begins_another = false;
    };
    for (skip_blanks(); at_ < text_.size() && text_[at_] != ';'; skip_blanks()) {
      if (text_[at_] == '"') {
        add(quoted());
      } else if (text_[at_] == ',') {
        begins_another = true;
        ++at_;
      } else {
        const std::size_t first = at_;
        while (at_ < text_.size() && std::string_view(",;\"").find(text_[at_]) == std::string_view::npos)
          ++at_;
        add(std::string(trimmed(text_.substr(first, at_ - first))));
      }
    }
    if (at_ < text_.size()) ++at_;
    return found;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::map<std::pair<std::string, std::string>, Texts> texts_;
  std::optional<std::size_t> data_at_;
};

struct PxVariable {
  std::string name{};
  Texts values{}, codes{};  ///< codes: none, or as many as there are values
};

class PxTable : public TableSource {
 public:
  /// `contents`: position of the variable that becomes columns; nullopt: none.
  PxTable(std::string text, std::vector<PxVariable> variables, std::optional<std::size_t> contents,
          std::size_t data_at, std::size_t line)
      : text_(std::move(text)), variables_(std::move(variables)), contents_(contents), line_(line) {
    read_data(data_at);
    rows_ = 1;
    for (std::size_t i = 0; i < variables_.size(); ++i)
      if (i != contents_) rows_ *= variables_[i].values.size();
  }

  /// How many numbers a complete table has; nullopt: more than the file could hold.
  [[nodiscard]] static std::optional<std::size_t> size_of(const std::vector<PxVariable>& variables,
                                                          std::size_t most) {
    std::size_t size = 1;
    for (const PxVariable& variable : variables) {
      if (variable.values.empty() || variable.values.size() > most / size) return std::nullopt;
      size *= variable.values.size();
    }
    return size;
  }
  [[nodiscard]] std::size_t found() const { return cells_.size(); }

  Result<std::optional<TableRow>> next() override {
    if (!has_header_) {
      has_header_ = true;
      return header();
    }
    if (row_ == rows_) return std::nullopt;
    TableRow row{.line = line_ + row_ + 1};
    // Position of each value, the last variable changing fastest.
    std::vector<std::size_t> at(variables_.size());
    std::size_t rest = row_++;
    for (std::size_t i = variables_.size(); i-- > 0;) {
      if (i == contents_) continue;
      at[i] = rest % variables_[i].values.size();
      rest /= variables_[i].values.size();
    }
    for (std::size_t i = 0; i < variables_.size(); ++i) {
      if (i == contents_) continue;
      if (!variables_[i].codes.empty()) row.cells.push_back(variables_[i].codes[at[i]]);
      row.cells.push_back(variables_[i].values[at[i]]);
    }
    const std::size_t columns = contents_ ? variables_[*contents_].values.size() : 1;
    for (std::size_t column = 0; column < columns; ++column) {
      if (contents_) at[*contents_] = column;
      std::size_t cell = 0;
      for (std::size_t i = 0; i < variables_.size(); ++i) cell = cell * variables_[i].values.size() + at[i];
      row.cells.push_back(cells_[cell]);
    }
    return row;
  }

 private:
  [[nodiscard]] TableRow header() const {
    TableRow row{.line = line_};
    for (std::size_t i = 0; i < variables_.size(); ++i) {
      if (i == contents_) continue;
      if (!variables_[i].codes.empty()) row.cells.push_back(variables_[i].name + "_code");
      row.cells.push_back(variables_[i].name);
    }
    if (!contents_)
      row.cells.emplace_back("value");
    else
      row.cells.insert(row.cells.end(), variables_[*contents_].values.begin(),
                       variables_[*contents_].values.end());
    return row;
  }

  /// Dots are values that are missing, for one reason or another; a dash is nothing, which is a number.
  void read_data(std::size_t at) {
    while (at < text_.size() && text_[at] != ';') {
      const std::string_view rest = std::string_view(text_).substr(at);
      const std::size_t blanks = std::min(rest.find_first_not_of(" \t\r\n,"), rest.size());
      at += blanks;
      if (at >= text_.size() || text_[at] == ';') break;
      const std::size_t end = std::min(text_.find_first_of(" \t\r\n,;", at), text_.size());
      std::string cell = text_.substr(at, end - at);
      std::erase(cell, '"');
      if (cell.find_first_not_of('.') == std::string::npos) cell.clear();
      if (cell == "-") cell = "0";
      cells_.push_back(std::move(cell));
      at = end;
    }
  }

  std::string text_;
  std::vector<PxVariable> variables_;
  std::optional<std::size_t> contents_;
  std::size_t line_;
  Texts cells_;
  std::size_t rows_ = 0, row_ = 0;
  bool has_header_ = false;
};

/// In the code page that it states, else UTF-8 where it is that, else as Windows or, before 1999, DOS wrote it.
Result<std::string> text_of(std::string bytes, const std::string& name) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (is_utf8(bytes)) return to_nfc(bytes);
  const PxFile as_ascii(bytes);
  std::string encoding = as_ascii.text("CODEPAGE");
  if (encoding.empty() || core::ascii_lower(encoding) == "utf-8")
    encoding = core::ascii_lower(as_ascii.text("CHARSET")) == "ansi" ? "windows-1252" : "IBM850";
  if (auto text = decoded(bytes, encoding)) return *std::move(text);
  return core::fail({.code = ErrorCode::bad_encoding, .subject = {.file = name}, .detail = encoding});
}

}  // namespace

Result<TableSourcePtr> open_px_table(const TableRequest& request) {
  const std::string name = request.file.string();
  if (request.limits)
    if (auto fits = check_file_size(request.file, *request.limits); !fits) return core::fail(fits.error());
  auto bytes = files::read_file(request.file);
  if (!bytes) return core::fail(bytes.error());
  auto text = text_of(*std::move(bytes), name);
  if (!text) return core::fail(text.error());
  const PxFile file(*text);
  std::vector<PxVariable> variables;
  for (const char* const keyword : {"STUB", "HEADING"})
    for (const std::string& variable : file.texts(keyword)) {
      Texts codes = file.texts("CODES", variable);
      const Texts& values = file.texts("VALUES", variable);
      if (codes.size() != values.size() || codes == values) codes.clear();
      variables.push_back({variable, values, std::move(codes)});
    }
  const auto size = PxTable::size_of(variables, text->size());
  if (variables.empty() || !file.data_at() || !size)
    return core::fail(
        {.code = ErrorCode::not_a_vector_file, .subject = {.file = name, .field = "file:no_table"}});
  // With KEYS only some combinations are listed, each after its values: another table than this reads.
  const bool is_keyed = std::ranges::any_of(
      variables, [&](const PxVariable& one) { return !file.texts("KEYS", one.name).empty(); });
  if (is_keyed)
    return core::fail(
        {.code = ErrorCode::not_a_vector_file, .subject = {.file = name, .field = "file:keyed"}});
  const auto contents = std::ranges::find(variables, file.text("CONTVARIABLE"), &PxVariable::name);
  std::optional<std::size_t> column_variable;
  if (contents != variables.end()) column_variable = static_cast<std::size_t>(contents - variables.begin());
  const std::size_t data_at = *file.data_at(), line = file.line_of(data_at);
  auto table =
      std::make_unique<PxTable>(*std::move(text), std::move(variables), column_variable, data_at, line);
  // One number too many would move all that follow to other units.
  if (table->found() > *size)
    return core::fail({.code = ErrorCode::not_a_vector_file,
                       .subject = {.file = name, .field = "file:more_numbers"},
                       .detail = std::to_string(table->found()) + " > " + std::to_string(*size)});
  if (table->found() < *size)
    return core::fail(
        {.code = ErrorCode::truncated_file, .subject = {.file = name, .row = table->found() + 1}});
  return table;
}

}  // namespace vicinia::gis::io
