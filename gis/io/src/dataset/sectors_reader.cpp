#include "dataset/sectors_reader.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "vicinia/core/base/error_list.h"
#include "vicinia/core/industry/sector_levels.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::io {
namespace {

/// "1", "yes", "có" and their opposites, whatever their case; nullopt for anything else.
std::optional<bool> truth_of(const std::string& text) {
  for (const char* yes : {"1", "yes", "Yes", "YES", "có", "Có", "CÓ"})
    if (text == yes) return true;
  for (const char* no : {"0", "no", "No", "NO", "không", "Không", "KHÔNG"})
    if (text == no) return false;
  return std::nullopt;
}

/// "a; b" as a and b.
std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    if (const auto part = trimmed(list.substr(0, end)); !part.empty()) parts.emplace_back(part);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

}  // namespace

core::Result<SectorsRead> read_sectors(const Tables& tables, const ManifestTable& source) {
  using core::ErrorCode;
  const auto table = tables(source);
  if (!table) return core::fail(table.error());
  const std::filesystem::path& file = table->file;
  std::size_t columns[3] = {};
  std::size_t next = 0;
  for (const char* name : {"sector_no", "name_en", "name_vi"}) {
    const auto column = table->column(source.column(name));
    if (!column) return core::fail(column.error());
    columns[next++] = *column;
  }
  // A column that the manifest names must be there.
  const auto optional_column = [&](const char* key) -> core::Result<std::optional<std::size_t>> {
    const std::string name = source.column(key);
    if (!table->has_column(name) && !source.columns.contains(key)) return std::nullopt;
    return table->column(name).map([](std::size_t column) { return std::optional(column); });
  };
  const auto manufacturing_column = optional_column("manufacturing"),
             parent_column = optional_column("parent"), aliases_column = optional_column("aliases");
  for (const auto* column : {&manufacturing_column, &parent_column, &aliases_column})
    if (!*column) return core::fail(column->error());
  const auto manufacturing = *manufacturing_column, parent = *parent_column, aliases = *aliases_column;
  std::vector<core::industry::Sector> sectors;
  std::map<std::string, std::size_t> line_of;
  core::ErrorList errors;
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    const auto text = [&](std::size_t which) {
      return to_nfc(std::string(trimmed(table->rows[row][columns[which]])));
    };
    core::industry::Sector sector{.code = text(0), .name_en = text(1), .name_vi = text(2)};
    const core::Subject subject{.file = file.string(),
                                .row = table->lines[row],
                                .field = table->columns[columns[0]],
                                .id = sector.code};
    if (sector.code.empty()) {
      errors.add({.code = ErrorCode::missing_code, .subject = subject});
      continue;
    }
    if (const auto [first, is_new] = line_of.try_emplace(sector.code, table->lines[row]); !is_new)
      errors.add(
          {.code = ErrorCode::sector_twice, .subject = subject, .detail = std::to_string(first->second)});
    if (manufacturing) {
      const std::string told = to_nfc(std::string(trimmed(table->rows[row][*manufacturing])));
      sector.manufacturing = truth_of(told);
      if (!sector.manufacturing && !told.empty())
        errors.add({.code = ErrorCode::not_yes_or_no,
                    .subject = {.file = file.string(),
                                .row = table->lines[row],
                                .field = table->columns[*manufacturing],
                                .id = sector.code},
                    .detail = told});
    }
    if (parent) sector.parent = to_nfc(std::string(trimmed(table->rows[row][*parent])));
    if (aliases) sector.aliases = parts_of(to_nfc(table->rows[row][*aliases]));
    if (sector.name_en.empty()) sector.name_en = sector.name_vi.empty() ? sector.code : sector.name_vi;
    if (sector.name_vi.empty()) sector.name_vi = sector.name_en;
    sectors.push_back(std::move(sector));
  }
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  if (const auto tree = core::industry::SectorTree::build(sectors); !tree) {
    core::Error error = tree.error();
    error.subject.file = file.string();
    error.subject.row = line_of.at(error.subject.id);
    return core::fail(std::move(error));
  }
  return SectorsRead{std::move(sectors), table->findings};
}

}  // namespace vicinia::gis::io
