#include "tables/table_formats.h"

#include <algorithm>
#include <array>

#include "base/guard.h"
#include "base/text.h"
#include "vicinia/core/base/ascii.h"

namespace vicinia::gis::io {

core::Result<TableSourcePtr> open_px_table(const TableRequest& request);

namespace {

using Ending = std::string_view;
constexpr std::array<Ending, 3> text_endings{".csv", ".tsv", ".txt"};
constexpr std::array<Ending, 1> px_endings{".px"};
constexpr std::array<Ending, 6> ogr_endings{".dbf", ".xlsx", ".xlsm", ".xls", ".ods", ".gpkg"};

/// A new format is a line here, and the file with what it names. Text comes first: it is what a file is taken for.
constexpr std::array formats{
    TableFormat{"CSV", text_endings, &open_csv_table},
    TableFormat{"PC-Axis", px_endings, &open_px_table},
    TableFormat{"DBF, spreadsheets, GeoPackage", ogr_endings, &open_ogr_table},
};

const TableFormat* format_of(const std::filesystem::path& file) {
  const std::string ending = core::ascii_lower(file.extension().string());
  const auto found = std::ranges::find_if(formats, [&](const TableFormat& format) {
    return std::ranges::find(format.endings, ending) != format.endings.end();
  });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace

bool is_blank(const TableRow& row) {
  return std::ranges::all_of(row.cells, [](const std::string& cell) { return trimmed(cell).empty(); });
}

std::span<const TableFormat> table_formats() { return formats; }

const TableFormat& table_format_of(const std::filesystem::path& file) {
  const TableFormat* format = format_of(file);
  return format != nullptr ? *format : formats.front();
}

bool is_named_as_table(const std::filesystem::path& file) { return format_of(file) != nullptr; }

core::Result<std::vector<SheetListed>> list_sheets(const std::filesystem::path& file,
                                                   const TableLimits& limits) {
  const TableRequest request{.file = file, .has_lines_above = true, .limits = limits};
  return guarded(file.string(), [&]() -> core::Result<std::vector<SheetListed>> {
    const TableFormat& format = table_format_of(file);
    if (format.open == &open_ogr_table) return list_ogr_sheets(request);
    const auto source = format.open(request);
    if (!source) return core::fail(source.error());
    SheetListed only;
    while (true) {
      const auto row = (*source)->next();
      if (!row) return core::fail(row.error());
      if (!*row) break;
      ++only.rows;
    }
    return std::vector{only};
  });
}

}  // namespace vicinia::gis::io
