#include "vicinia/gis/io/csv_blocks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/file_nature.h"
#include "base/text.h"

namespace vicinia::gis::io {

using core::ErrorCode;
using core::Result;
using core::Status;

bool CsvRecords::next() {
  while (at_ < text_.size()) {
    lines_before_ = lines_;
    read_record();
    if (is_cut_off_ ||
        !std::ranges::all_of(cells_, [](std::string_view cell) { return trimmed(cell).empty(); }))
      return true;
  }
  return false;
}

void CsvRecords::read_record() {
  cells_.clear();
  unquoted_.clear();
  while (true) {
    cells_.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
    if (at_ >= text_.size()) return;
    if (text_[at_] == separator_) {
      ++at_;
      continue;
    }
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++lines_;
    return;
  }
}

std::string_view CsvRecords::plain() {
  const char* const begin = text_.data() + at_;
  const char* const end = text_.data() + text_.size();
  const char* c = begin;
  while (c != end && *c != separator_ && *c != '\n' && *c != '\r') ++c;
  at_ += static_cast<std::size_t>(c - begin);
  return {begin, static_cast<std::size_t>(c - begin)};
}

/// What stands behind the closing quote, up to the separator, is kept as it is.
std::string_view CsvRecords::quoted() {
  std::string field;
  for (++at_; at_ < text_.size(); ++at_) {
    if (text_[at_] == '"') {
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
        ++at_;
        field += plain();
        return unquoted_.emplace_back(std::move(field));
      }
      ++at_;
    } else if (text_[at_] == '\n') {
      ++lines_;
    }
    field += text_[at_];
  }
  is_cut_off_ = true;
  return unquoted_.emplace_back(std::move(field));
}

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 20;
/// Enough to tell an encoding by; a header is shorter by far.
constexpr std::size_t first_bytes = std::size_t{1} << 16;

/// Without the bytes of a character that ends behind the text.
std::string_view whole_characters(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80) break;
    if (byte >= 0xC0) return text.substr(0, text.size() - back);
  }
  return text;
}

/// Another separator that stands in a header without the one that was expected; 0: none.
char separator_beside(std::span<const std::string_view> header, char separator) {
  if (header.size() != 1) return 0;
  for (const char other : {',', ';', '\t', '|'})
    if (other != separator && header.front().find(other) != std::string_view::npos) return other;
  return 0;
}

}  // namespace

struct CsvBlocks::File {
  int number = -1;
  std::string name;
  explicit File(std::string file) : name(std::move(file)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (number >= 0) ::close(number);
  }
  [[nodiscard]] core::Error not_readable(int reason) const {
    return {.code = reason == ENOENT ? ErrorCode::file_not_found : ErrorCode::file_not_readable,
            .subject = {.file = name},
            .detail = reason == ENOENT ? std::string() : std::generic_category().message(reason)};
  }
};

CsvBlocks::CsvBlocks(std::unique_ptr<File> file) : file_(std::move(file)) {}
CsvBlocks::~CsvBlocks() = default;

/// Until that many bytes wait, or the file ends.
Status CsvBlocks::fill(std::size_t bytes) {
  while (!is_at_end_ && waiting_.size() < bytes) {
    const std::size_t had = waiting_.size();
    waiting_.resize(bytes);
    const ssize_t got = ::read(file_->number, waiting_.data() + had, bytes - had);
    waiting_.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno != EINTR) return core::fail(file_->not_readable(errno));
    if (got == 0) is_at_end_ = true;
  }
  return {};
}

Result<std::unique_ptr<CsvBlocks>> CsvBlocks::open(const TableRequest& request) {
  auto file = std::make_unique<File>(request.file.string());
  // Without O_NONBLOCK the opening of a pipe would wait for somebody to write into it.
  file->number = ::open(request.file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file->number < 0) return core::fail(file->not_readable(errno));
  struct stat state {};
  if (::fstat(file->number, &state) != 0) return core::fail(file->not_readable(errno));
  if (S_ISDIR(state.st_mode)) return core::fail(file->not_readable(EISDIR));
  if (!S_ISREG(state.st_mode))
    return core::fail({.code = ErrorCode::file_not_readable,
                       .subject = {.file = file->name},
                       .detail = "not a regular file"});
  std::unique_ptr<CsvBlocks> blocks(new CsvBlocks(std::move(file)));
  if (auto ok = blocks->fill(first_bytes); !ok) return core::fail(ok.error());
  std::string& text = blocks->waiting_;
  const std::string nature = nature_of(std::string_view(text).substr(0, nature_bytes),
                                       static_cast<std::uint64_t>(std::max<off_t>(state.st_size, 0)));
  if (nature == "file:utf16") return nullptr;
  constexpr std::array<std::string_view, 6> may_be_a_table{"",           "file:text", "file:empty",
                                                           "file:blank", "file:json", "file:xml"};
  if (std::ranges::find(may_be_a_table, nature) == may_be_a_table.end())
    return core::fail(
        {.code = ErrorCode::bad_encoding, .subject = {.file = request.file.string(), .field = nature}});
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (!request.encoding.empty() ||
      !is_utf8(blocks->is_at_end_ ? std::string_view(text) : whole_characters(text)))
    return nullptr;
  if (auto ok = blocks->read_header(request); !ok) return core::fail(ok.error());
  return blocks;
}

Status CsvBlocks::read_header(const TableRequest& request) {
  separator_ = request.separator.value_or(',');
  while (true) {
    CsvRecords records(waiting_, separator_);
    const bool is_there = records.next();
    // A header that fills all that was read may go on behind it.
    if (!is_at_end_ && (!is_there || records.is_cut_off() || records.position() >= waiting_.size())) {
      if (auto ok = fill(waiting_.size() * 2); !ok) return ok;
      continue;
    }
    if (!is_there) return core::fail({.code = ErrorCode::empty_table, .subject = {.file = file_->name}});
    if (const char other = separator_beside(records.cells(), separator_)) {
      const std::string found(1, other);
      if (!request.finds_separator || request.separator)
        return core::fail(
            {.code = ErrorCode::wrong_separator, .subject = {.file = file_->name}, .detail = found});
      findings_.push_back(
          {.code = ErrorCode::separator_found, .subject = {.file = file_->name}, .detail = found});
      separator_ = other;
      continue;
    }
    for (const std::string_view cell : records.cells()) columns_.emplace_back(trimmed(cell));
    for (auto column = columns_.begin(); column != columns_.end(); ++column)
      if (!column->empty() && std::find(columns_.begin(), column, *column) != column)
        return core::fail({.code = ErrorCode::wrong_column_count,
                           .subject = {.file = file_->name, .row = 1, .field = *column},
                           .detail = "2, 1"});
    first_line_ = 1 + records.lines();
    waiting_.erase(0, records.position());
    return {};
  }
}

/// Behind the last record that has ended for certain; 0: none has.
std::size_t CsvBlocks::end_of_records() {
  if (waiting_.find('"') == std::string::npos) {
    const std::size_t last = waiting_.find_last_of('\n');
    return last == std::string::npos ? 0 : last + 1;
  }
  // A quote means something only where a cell begins: what is quoted may hold ends of lines.
  const char* const begin = waiting_.data();
  const char* const end = begin + waiting_.size();
  std::size_t last = 0;
  bool cell_begins = true;
  for (const char* c = begin; c != end; ++c) {
    if (cell_begins && *c == '"') {
      ++c;
      while (true) {
        c = static_cast<const char*>(std::memchr(c, '"', static_cast<std::size_t>(end - c)));
        if (c == nullptr || c + 1 == end) return last;
        if (c[1] != '"') break;
        c += 2;  // a quote within
      }
      cell_begins = false;
      continue;
    }
    if (*c == '\n') last = static_cast<std::size_t>(c - begin) + 1;
    cell_begins = *c == separator_ || *c == '\n' || *c == '\r';
  }
  return last;
}

Result<std::optional<std::string>> CsvBlocks::next() {
  for (std::size_t bytes = block_bytes;; bytes *= 2) {
    if (auto ok = fill(bytes); !ok) return core::fail(ok.error());
    if (waiting_.empty()) return std::optional<std::string>();
    const std::size_t end = is_at_end_ ? waiting_.size() : end_of_records();
    if (end == 0) continue;
    std::string rest = waiting_.substr(end);
    waiting_.resize(end);
    return std::exchange(waiting_, std::move(rest));
  }
}

}  // namespace vicinia::gis::io
