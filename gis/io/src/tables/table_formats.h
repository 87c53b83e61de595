/// \file table_formats.h
/// What opens each format of tables.
#pragma once

#include "vicinia/gis/io/table_source.h"

namespace vicinia::gis::io {

/// RFC 4180, in UTF-8 or UTF-16, or in an encoding that is stated, or that Vietnamese text is recognised in. Errors: BadEncoding,
/// WrongSeparator. Findings: SeparatorFound, those of text_encoding.h.
[[nodiscard]] core::Result<TableSourcePtr> open_csv_table(const TableRequest& request);

/// DBF, spreadsheets, tables of a GeoPackage: what GDAL opens as layers without geometry. A sheet is read as it stands, its first row being the header;
/// of the others the names of the fields are. Errors: those of layer_opening.h, TruncatedFile, BadEncoding, TableTooLarge.
/// Findings: LayerChosen, EncodingUnknown, those of text_encoding.h.
[[nodiscard]] core::Result<TableSourcePtr> open_ogr_table(const TableRequest& request);

[[nodiscard]] core::Result<std::vector<SheetListed>> list_ogr_sheets(const TableRequest& request);

/// Nothing stands in any cell, or blanks alone.
[[nodiscard]] bool is_blank(const TableRow& row);

}  // namespace vicinia::gis::io
