#include "steps/parts.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <tuple>

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Finding;
using core::Status;
using core::matching::Certainty;
using core::matching::Matching;
using core::matching::RowName;
namespace fs = std::filesystem;

}  // namespace

std::string listed(const std::vector<std::string>& texts, std::size_t most) {
  std::string list;
  for (std::size_t i = 0; i < std::min(texts.size(), most); ++i) (list += i == 0 ? "" : ", ") += texts[i];
  std::ranges::replace(list, '|', '/');
  return texts.size() > most ? list + ", …" : list;
}

std::tuple<std::string, std::string, std::string> key_of(const TidyRow& row) {
  const std::string name = row.unit_kind.empty() ? row.unit : row.unit_kind + " " + row.unit;
  return {row.unit_code, name, row.parent};
}

std::vector<RowName> row_names(const TablesTaken& tables) {
  std::vector<RowName> names;
  for (const NamedRow& one : tables.names) names.push_back(one.name);
  return names;
}

std::string shown(const RowName& name) {
  const std::string text = name.name.empty() ? name.code : name.name;
  return name.parent.empty() ? text : text + " (" + name.parent + ")";
}

std::size_t found_in(const Matching& matching) {
  return matching.count(Certainty::certain) + matching.count(Certainty::likely);
}

std::vector<int> years_in(const std::string& text) {
  constexpr std::size_t digits = 4;
  constexpr int first = 1900, last = 2200;
  std::vector<int> years;
  for (std::size_t at = 0; at + digits <= text.size(); ++at) {
    int year = 0;
    const auto read = std::from_chars(text.data() + at, text.data() + at + digits, year);
    if (read.ptr == text.data() + at + digits && year >= first && year < last) years.push_back(year);
  }
  return years;
}

void name_without_folder(std::vector<Finding>& findings, const fs::path& folder) {
  const std::string prefix = folder.string() + "/";
  for (Finding& one : findings)
    for (std::string* text : {&one.subject.file, &one.subject.field, &one.detail})
      for (std::size_t at = text->find(prefix); at != std::string::npos; at = text->find(prefix))
        text->erase(at, prefix.size());
}

Status copy_into(const fs::path& folder, const std::vector<fs::path>& files) {
  for (const fs::path& file : files) {
    std::error_code error;
    fs::copy_file(file, folder / file.filename(), fs::copy_options::overwrite_existing, error);
    if (error)
      return core::fail({.code = ErrorCode::file_not_writable,
                         .subject = {.file = (folder / file.filename()).string()},
                         .detail = error.message()});
  }
  return {};
}

std::optional<std::string> last_day_of(const std::vector<TableTaken>& tables) {
  int latest = 0;
  for (const TableTaken& table : tables)
    for (const TidyRow& row : table.rows.rows)
      for (const int year : years_in(row.period)) latest = std::max(latest, year);
  return latest > 0 ? std::optional(std::to_string(latest) + "-12-31") : std::nullopt;
}

}  // namespace vicinia::gis::imports
