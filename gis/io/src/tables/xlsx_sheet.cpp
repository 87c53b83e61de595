// The one source that knows libxlsxwriter.
#include "vicinia/gis/io/xlsx_sheet.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <system_error>
#include <utility>

namespace vicinia::gis::io {
namespace {

constexpr std::size_t longest_name = 31, widest_column = 60, narrowest_column = 8;
constexpr std::size_t rows_looked_at = 1000;  ///< for the width of a column

core::Error not_held(std::string_view reason) {
  return {
      .code = core::ErrorCode::invalid_argument, .subject = {.field = "xlsx"}, .detail = std::string(reason)};
}

core::Error not_written(int reason) {
  return {.code = core::ErrorCode::file_not_writable, .detail = std::generic_category().message(reason)};
}

/// A file that is in memory alone: the library writes to names, and what is half written never stands in a folder.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("vicinia-xlsx", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
  [[nodiscard]] core::Result<std::string> content() const {
    const off_t size = ::lseek(descriptor_, 0, SEEK_END);
    if (size < 0) return core::fail(not_written(errno));
    std::string bytes(static_cast<std::size_t>(size), '\0');
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t got = ::pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return core::fail(not_written(got < 0 ? errno : EIO));
      at += static_cast<std::size_t>(got);
    }
    return bytes;
  }

 private:
  int descriptor_;
};

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// At most 31 characters, none of []:*?/\ and no apostrophe at an end.
std::string allowed_name(std::string_view wanted) {
  std::string name;
  std::size_t length = 0;
  for (std::size_t i = 0; i < wanted.size();) {
    std::size_t end = i + 1;
    while (end < wanted.size() && (static_cast<unsigned char>(wanted[end]) & 0xC0U) == 0x80U) ++end;
    const std::string_view character = wanted.substr(i, end - i);
    i = end;
    if (std::string_view("[]:*?/\\").find(character) != std::string_view::npos) continue;
    if (static_cast<unsigned char>(character.front()) < 0x20U || (name.empty() && character == "'")) continue;
    if (++length > longest_name) break;
    name += character;
  }
  while (!name.empty() && (name.back() == '\'' || name.back() == ' ')) name.pop_back();
  return name.empty() ? "Vicinia" : name;
}

class Writer {
 public:
  Writer(lxw_worksheet* sheet, lxw_format* head) : sheet_(sheet), head_(head) {}

  lxw_error write(const Sheet& table) {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      widths.push_back(characters(table.columns[c]) + 3);  // with the button of the filter
      if (const auto failed = worksheet_write_string(sheet_, 0, column(c), table.columns[c].c_str(), head_);
          failed != LXW_NO_ERROR)
        return failed;
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
        if (const auto failed = write(static_cast<lxw_row_t>(r + 1), column(c), table.rows[r][c]);
            failed != LXW_NO_ERROR)
          return failed;
        if (const auto* text = std::get_if<std::string_view>(&table.rows[r][c]); text && r < rows_looked_at)
          widths[c] = std::max(widths[c], characters(*text) + 1);
      }
    for (std::size_t c = 0; c < widths.size(); ++c)
      worksheet_set_column(sheet_, column(c), column(c),
                           static_cast<double>(std::clamp(widths[c], narrowest_column, widest_column)),
                           nullptr);
    worksheet_freeze_panes(sheet_, 1, 0);
    if (table.columns.empty()) return LXW_NO_ERROR;
    return worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                                column(table.columns.size() - 1));
  }

 private:
  static lxw_col_t column(std::size_t number) { return static_cast<lxw_col_t>(number); }

  lxw_error write(lxw_row_t row, lxw_col_t at, const SheetCell& cell) {
    if (const auto* number = std::get_if<double>(&cell))
      return worksheet_write_number(sheet_, row, at, *number, nullptr);
    if (const auto* truth = std::get_if<bool>(&cell))
      return worksheet_write_boolean(sheet_, row, at, *truth ? 1 : 0, nullptr);
    if (const auto* text = std::get_if<std::string_view>(&cell); text && !text->empty())
      return worksheet_write_string(sheet_, row, at, std::string(*text).c_str(), nullptr);
    return LXW_NO_ERROR;
  }

  lxw_worksheet* sheet_;
  lxw_format* head_;
};

}  // namespace

core::Result<std::string> xlsx_bytes(const Sheet& sheet) {
  if (sheet.rows.size() >= LXW_ROW_MAX || sheet.columns.size() > LXW_COL_MAX)
    return core::fail(not_held(lxw_strerror(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)));
  const MemoryFile file;
  if (!file.is_open()) return core::fail(not_written(errno));
  lxw_workbook* const book = workbook_new(file.name().c_str());
  if (book == nullptr) return core::fail(not_written(ENOMEM));
  lxw_format* const head = workbook_add_format(book);
  format_set_bold(head);
  lxw_worksheet* const page = workbook_add_worksheet(book, allowed_name(sheet.name).c_str());
  const lxw_error refused =
      page == nullptr ? LXW_ERROR_SHEETNAME_ALREADY_USED : Writer(page, head).write(sheet);
  const lxw_error failed = workbook_close(book);  // also frees it
  if (refused != LXW_NO_ERROR) return core::fail(not_held(lxw_strerror(refused)));
  if (failed != LXW_NO_ERROR)
    return core::fail(
        {.code = core::ErrorCode::file_not_writable, .detail = std::string(lxw_strerror(failed))});
  return file.content();
}

}  // namespace vicinia::gis::io
