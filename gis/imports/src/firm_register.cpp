#include "vicinia/gis/imports/firm_register.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "vicinia/core/names/folding.h"
#include "vicinia/gis/firms/server_tables.h"

namespace vicinia::gis::imports {
namespace {

using core::Result;

/// Parts of headings, folded; the first that fits counts.
struct ColumnWords {
  std::string firms::RegisterColumns::*column;
  std::vector<std::string_view> whole, parts;
};

const std::vector<ColumnWords>& column_words() {
  using Columns = firms::RegisterColumns;
  static const std::vector<ColumnWords> words{
      {&Columns::x, {"x", "lon", "long", "lng", "longitude", "kinh do", "easting"}, {"kinh do", "longitude"}},
      {&Columns::y, {"y", "lat", "latitude", "vi do", "northing"}, {"vi do", "latitude"}},
      {&Columns::unit,
       {"unit", "unit code", "ma xa", "ma phuong", "ma huyen", "ma quan", "ma tinh", "ma dvhc", "xa",
        "phuong xa", "huyen", "quan huyen", "tinh", "tinh thanh pho", "commune", "district", "province"},
       {"ma xa", "ma huyen", "quan huyen", "phuong xa", "xa phuong", "ma tinh", "commune", "district",
        "tinh tp", "tinh thanh", "province"}},
      {&Columns::sector,
       {"vsic", "isic", "sector", "industry", "nganh", "ma nganh"},
       {"vsic", "ma nganh", "nganh kinh doanh", "nganh kt", "nganh", "industry", "sector", "activity code"}},
      {&Columns::employees,
       {"employees", "workers", "ld", "lao dong", "so lao dong"},
       {"lao dong", "employee", "workers", "so ld"}},
      {&Columns::foreign_share_pct,
       {"foreign share"},
       {"ty le von nuoc ngoai", "von nuoc ngoai", "foreign share", "foreign capital", "fdi share"}},
      {&Columns::ownership,
       {"ownership", "lhdn", "loai hinh"},
       {"loai hinh", "thanh phan kinh te", "ownership", "ma lhdn"}},
      {&Columns::revenue, {"revenue", "turnover", "doanh thu"}, {"doanh thu", "revenue", "turnover"}},
      {&Columns::capital,
       {"capital", "von", "tong nguon von", "tong von"},
       {"nguon von", "tong von", "von dieu le", "capital"}},
      {&Columns::year, {"year", "nam", "nam dieu tra"}, {"nam dieu tra", "survey year"}}};
  return words;
}

std::vector<std::string> folded_all(const std::vector<std::string>& columns) {
  std::vector<std::string> texts;
  for (const std::string& column : columns) texts.push_back(core::names::folded(column));
  return texts;
}

}  // namespace

io::TableRequest request_of(const RegisterChoice& choice) {
  return {.file = choice.file,
          .separator = choice.separator,
          .finds_separator = true,
          .sheet = choice.sheet,
          .encoding = choice.encoding};
}

Result<RegisterHead> head_of(const RegisterChoice& choice, const core::Task& task) {
  RegisterHead head;
  if (!choice.server.empty()) {
    auto columns = firms::columns_of(firms::server_table_named(choice.server, choice.file.string()), task);
    if (!columns) return core::fail(columns.error());
    head.columns = *std::move(columns);
    return head;
  }
  constexpr std::size_t most_rows = 50;
  const auto source = io::table_format_of(choice.file).open(request_of(choice));
  if (!source) return core::fail(source.error());
  while (head.rows.size() < most_rows) {
    auto row = (*source)->next();
    if (!row) return core::fail(row.error());
    if (!*row) break;
    if (head.columns.empty())
      head.columns = std::move((*row)->cells);
    else
      head.rows.push_back(std::move((*row)->cells));
  }
  return head;
}

firms::RegisterColumns guess_columns(const std::vector<std::string>& columns) {
  const std::vector<std::string> texts = folded_all(columns);
  firms::RegisterColumns guess;
  std::vector<bool> taken(columns.size());
  const auto take = [&](std::string& column, auto fits) {
    for (std::size_t i = 0; i < texts.size() && column.empty(); ++i)
      if (!taken[i] && fits(texts[i])) {
        column = columns[i];
        taken[i] = true;
      }
  };
  for (const bool is_whole : {true, false})
    for (const ColumnWords& words : column_words())
      for (const std::string_view word : is_whole ? words.whole : words.parts)
        take(guess.*words.column, [&](const std::string& text) {
          return is_whole ? text == word : text.find(word) != std::string::npos;
        });
  if (!guess.unit.empty()) guess.x = guess.y = "";
  if (guess.x.empty() != guess.y.empty()) guess.x = guess.y = "";
  return guess;
}

bool is_register(const std::vector<std::string>& columns) {
  constexpr std::array<std::string_view, 10> signs{
      "ma so thue",      "mst",     "tax code", "ten doanh nghiep", "ten cong ty",
      "enterprise name", "company", "firm id",  "ma doanh nghiep",  "ten dn"};
  const std::vector<std::string> texts = folded_all(columns);
  const bool says_so = std::ranges::any_of(texts, [&](const std::string& text) {
    return std::ranges::any_of(signs,
                               [&](std::string_view sign) { return text.find(sign) != std::string::npos; });
  });
  const firms::RegisterColumns guess = guess_columns(columns);
  return says_so && !guess.sector.empty();
}

}  // namespace vicinia::gis::imports
