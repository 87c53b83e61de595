#include "tables/table_size.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <memory>
#include <system_error>

#include "base/gdal_setup.h"
#include "vicinia/core/base/ascii.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Status;
using namespace std::string_view_literals;
namespace fs = std::filesystem;

struct FileCloser {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using FilePtr = std::unique_ptr<VSILFILE, FileCloser>;

struct FolderCloser {
  void operator()(VSIDIR* folder) const { VSICloseDir(folder); }
};
using FolderPtr = std::unique_ptr<VSIDIR, FolderCloser>;

/// The value of an attribute within a tag; empty: it has none.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::size_t quote = at + name.size() + 1;
    if (at == 0 || tag[at - 1] != ' ' || quote >= tag.size() || tag[quote - 1] != '=') continue;
    const std::size_t end = tag.find(tag[quote], quote + 1);
    return end == std::string_view::npos ? std::string_view() : tag.substr(quote + 1, end - quote - 1);
  }
  return {};
}

std::size_t number_in(std::string_view text, std::size_t if_none) {
  std::size_t number = if_none;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Rows and columns that the sheets of a book tell of, as far as their reader would make room for them.
class BookExtent {
 public:
  /// Piece by piece; a tag may be cut between two of them.
  void look_at(std::string_view piece) {
    text_.append(piece);
    std::size_t at = 0;
    while (true) {
      const std::size_t open = text_.find('<', at);
      if (open == std::string::npos) {
        text_.clear();
        return;
      }
      const std::size_t close = text_.find('>', open);
      if (close == std::string::npos) {
        // No tag of a sheet is that long.
        text_.erase(0, text_.size() - open > longest_tag ? text_.size() : open);
        return;
      }
      tag(std::string_view(text_).substr(open + 1, close - open - 1));
      at = close + 1;
    }
  }
  void next_file() {
    text_.clear();
    rows_of_file_ = 0;
  }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  /// No book needs entities of its own: they stand for a text a billion times, or for another file.
  [[nodiscard]] bool declares_entities() const { return declares_entities_; }
  /// Room that a reader takes for cells that nobody wrote in.
  [[nodiscard]] std::size_t bytes_of_room() const { return rows_ * columns_ * bytes_of_field; }

 private:
  static constexpr std::size_t longest_tag = 1 << 14, bytes_of_field = 16;
  static constexpr std::size_t tail_of_ods =
      65536;  ///< blank rows up to the end of the sheet, which nobody reads
  static constexpr std::size_t most_columns = 2000;

  void tag(std::string_view tag) {
    if (tag.find("!ENTITY") != std::string_view::npos || tag.find("!\0E\0N\0T"sv) != std::string_view::npos) {
      declares_entities_ = true;
    } else if (tag.starts_with("row ")) {
      rows_of_file_ = std::max(rows_of_file_, number_in(attribute(tag, "r"), 0));
    } else if (tag.starts_with("c ")) {
      std::size_t column = 0;
      for (const char c : attribute(tag, "r"))
        if (c >= 'A' && c <= 'Z' && column <= most_columns)
          column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
      columns_ = std::max(columns_, std::min(column, most_columns));
    } else if (tag.starts_with("table:table-row")) {
      const std::size_t repeated = number_in(attribute(tag, "table:number-rows-repeated"), 1);
      if (repeated < tail_of_ods) rows_of_file_ += repeated;
      columns_of_row_ = 0;
    } else if (tag.starts_with("table:table-cell") || tag.starts_with("table:covered-table-cell")) {
      columns_of_row_ += number_in(attribute(tag, "table:number-columns-repeated"), 1);
      columns_ = std::max(columns_, std::min(columns_of_row_, most_columns));
    }
    rows_ = std::max(rows_, rows_of_file_);
  }

  std::string text_;
  std::size_t rows_of_file_ = 0, rows_ = 0, columns_of_row_ = 0, columns_ = 0;
  bool declares_entities_ = false;
};

std::uint32_t little_endian(const std::array<char, 32>& bytes, std::size_t at, int count) {
  std::uint32_t number = 0;
  for (int i = count - 1; i >= 0; --i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return number;
}

}  // namespace

core::Error too_large(const std::string& file, std::string_view what, std::size_t limit,
                      std::optional<std::size_t> row) {
  return {.code = ErrorCode::table_too_large,
          .subject = {.file = file, .row = row, .field = std::string(what)},
          .detail = std::to_string(limit)};
}

Status check_file_size(const fs::path& file, const TableLimits& limits) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  if (error || size <= limits.bytes) return {};  // the reader says what is wrong
  return core::fail(too_large(file.string(), "file", limits.bytes));
}

Status check_book_size(const fs::path& file, const TableLimits& limits) {
  const GdalMessages messages;  // what is no archive is for the reader to say
  const std::string archive = "/vsizip/{" + file.string() + "}";
  const FolderPtr folder(VSIOpenDir(archive.c_str(), -1, nullptr));
  if (!folder) return {};
  std::size_t unpacked = 0;
  BookExtent extent;
  std::string piece(std::size_t{1} << 18, '\0');
  while (const VSIDIREntry* entry = VSIGetNextDirEntry(folder.get())) {
    if (VSI_ISDIR(entry->nMode)) continue;
    const std::string name = entry->pszName;
    const FilePtr stream(VSIFOpenL((archive + "/" + name).c_str(), "rb"));
    if (!stream) continue;
    const std::string lower = core::ascii_lower(name);
    const bool is_text = lower.ends_with(".xml") || lower.ends_with(".rels");
    extent.next_file();
    while (const std::size_t got = VSIFReadL(piece.data(), 1, piece.size(), stream.get())) {
      unpacked += got;
      if (unpacked > limits.bytes) return core::fail(too_large(file.string(), "unpacked", limits.bytes));
      if (is_text) extent.look_at(std::string_view(piece).substr(0, got));
    }
    if (extent.declares_entities())
      return core::fail({.code = ErrorCode::file_not_readable,
                         .subject = {.file = file.string(), .field = "file:entities"}});
    if (extent.rows() > limits.rows) return core::fail(too_large(file.string(), "rows", limits.rows));
  }
  constexpr std::size_t room_for_blanks = 4;  // a sheet that is read is soon gone again
  if (extent.bytes_of_room() > room_for_blanks * limits.bytes)
    return core::fail(too_large(file.string(), "cells", limits.bytes));
  return {};
}

Status check_dbf_size(const fs::path& file) {
  std::array<char, 32> header{};
  std::ifstream stream(file, std::ios::binary);
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  if (error || !stream.read(header.data(), header.size())) return {};
  const std::uintmax_t records = little_endian(header, 4, 4), begin = little_endian(header, 8, 2),
                       length = little_endian(header, 10, 2);
  if (length == 0 || begin + records * length <= size) return {};
  const std::uintmax_t whole = size > begin ? (size - begin) / length : 0;
  return core::fail({.code = ErrorCode::truncated_file,
                     .subject = {.file = file.string(), .row = static_cast<std::size_t>(whole + 2)},
                     .detail = std::to_string(whole) + " / " + std::to_string(records)});
}

}  // namespace vicinia::gis::io
