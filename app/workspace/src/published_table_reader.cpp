#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "vicinia/gis/io/table.h"
#include "vicinia/workspace/audit_table.h"
#include "vicinia/workspace/resource_paths.h"

namespace vicinia::workspace {
namespace {

using core::Error;
using core::ErrorCode;
using core::audit::Figure;
using core::audit::figure_count;
using core::audit::PublishedRow;
using core::audit::PublishedTable;
using core::audit::RowKind;

std::string trimmed(const std::string& text) {
  constexpr const char* blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

int decimals_in(const std::string& text) {
  const std::size_t point = text.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

/// "province, district" as printed → code.
using Spellings = std::map<std::string, std::string>;

std::string as_printed(const std::string& province, const std::string& district) { return province + ", " + district; }

core::Result<Spellings> read_spellings(const std::filesystem::path& file) {
  Spellings spellings;
  if (file.empty()) return spellings;
  const auto table = gis::io::read_table(file);
  if (!table) return core::fail(table.error());
  const auto province = table->column("province"), district = table->column("district"), code = table->column("unit_code");
  for (const auto* column : {&province, &district, &code})
    if (!*column) return core::fail(column->error());
  for (const auto& row : table->rows) spellings.emplace(as_printed(trimmed(row[*province]), trimmed(row[*district])), trimmed(row[*code]));
  return spellings;
}

class Reader {
 public:
  Reader(const gis::io::Table& table, const Spellings& spellings) : table_(table), spellings_(spellings) {}

  core::Result<PublishedTable> read() {
    for (const char* name : {"source_line", "sector_no", "province", "district", "row_kind"}) need(name);
    for (std::size_t f = 0; f < figure_count; ++f) need(std::string(name_of(static_cast<Figure>(f))));
    if (!errors_.empty()) return failed();
    for (std::size_t row = 0; row < table_.rows.size() && errors_.size() < most_errors; ++row) read_row(row);
    if (!errors_.empty()) return failed();
    return std::move(result_);
  }

 private:
  static constexpr std::size_t most_errors = 10;

  void need(const std::string& name) {
    if (const auto at = table_.column(name); !at) errors_.push_back(at.error());
  }

  tl::unexpected<Error> failed() {
    for (std::size_t i = errors_.size() - 1; i > 0; --i) errors_[i - 1].cause = std::make_shared<const Error>(std::move(errors_[i]));
    return core::fail(std::move(errors_.front()));
  }

  void complain(ErrorCode code, std::size_t row, const char* field, std::string id, std::string detail) {
    errors_.push_back({.code = code,
                       .subject = {.file = table_.file.string(), .row = table_.lines[row], .field = field, .id = std::move(id)},
                       .detail = std::move(detail)});
  }

  [[nodiscard]] std::string text(std::size_t row, std::string_view column) const {
    const auto at = table_.column(column);
    return at ? trimmed(table_.rows[row][*at]) : std::string();
  }

  void read_row(std::size_t row) {
    PublishedRow read{.source_line = text(row, "source_line"),
                      .sector = text(row, "sector_no"),
                      .sector_name = {.en = text(row, "sector")},
                      .group = text(row, "agglomeration"),
                      .province = text(row, "province"),
                      .district = text(row, "district")};
    if (read.source_line.empty()) read.source_line = std::to_string(table_.lines[row]);
    if (read.sector.empty()) complain(ErrorCode::unknown_sector, row, "sector_no", {}, {});
    const std::string kind = text(row, "row_kind");
    if (kind == "group")
      read.kind = RowKind::group;
    else if (kind == "total")
      read.kind = RowKind::total;
    else if (kind != "district" && kind != "unit")
      complain(ErrorCode::unknown_row_kind, row, "row_kind", {}, kind);
    const std::string code = text(row, "unit_code");
    const std::string printed = code.empty() ? as_printed(read.province, read.district) : code;
    const auto known = spellings_.find(printed);
    read.unit = known == spellings_.end() ? printed : known->second;
    for (std::size_t f = 0; f < figure_count; ++f) read_figure(row, static_cast<Figure>(f), read);
    if (read.kind == RowKind::district) {
      const auto [first, is_new] = line_of_.try_emplace({read.sector, printed}, table_.lines[row]);
      if (!is_new) complain(ErrorCode::duplicate_observation, row, "district", printed, std::to_string(first->second));
    }
    result_.rows.push_back(std::move(read));
  }

  void read_figure(std::size_t row, Figure figure, PublishedRow& read) {
    const std::size_t column = *table_.column(name_of(figure));
    const auto cell = is_count(figure)                     ? gis::io::parse_count(table_, row, column)
                      : figure == Figure::location_quotient ? gis::io::parse_quotient(table_, row, column)
                                                            : gis::io::parse_share_pct(table_, row, column);
    if (!cell) {
      errors_.push_back(cell.error());
      return;
    }
    read[figure] = *cell;
    int& decimals = result_.decimals[static_cast<std::size_t>(figure)];
    if (!is_count(figure)) decimals = std::max(decimals, decimals_in(trimmed(table_.rows[row][column])));
  }

  const gis::io::Table& table_;
  const Spellings& spellings_;
  PublishedTable result_{.decimals = {}};
  std::map<std::pair<std::string, std::string>, std::size_t> line_of_{};
  std::vector<Error> errors_{};
};

}  // namespace

core::Result<PublishedTable> read_published_table(const std::filesystem::path& file, const std::filesystem::path& spellings) {
  const auto table = gis::io::read_table(file);
  if (!table) return core::fail(table.error());
  const auto known = read_spellings(spellings);
  if (!known) return core::fail(known.error());
  return Reader(*table, *known).read();
}

std::filesystem::path built_in_spellings() {
  const auto folder = built_in_dataset();
  if (!folder || !std::filesystem::exists(*folder / "spellings.csv")) return {};
  return *folder / "spellings.csv";
}

}  // namespace vicinia::workspace
