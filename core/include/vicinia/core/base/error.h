/// \file error.h
/// What went wrong, with what, and where: the one error type of core and gis.
/// An Error carries no sentence for people. app/workspace/error_text turns it into one, in the reader's language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace vicinia::core {

enum class ErrorCode : std::uint8_t {
  // files
  file_not_found,     ///< subject.file
  file_not_readable,  ///< subject.file; detail: reason of the system
  file_not_writable,  ///< subject.file; detail: reason of the system; field "input": it is a file that is read
  folder_not_found,   ///< subject.file
  unsupported_format,  ///< subject.file; detail: "extension, if any|those there are"; field "pages": for several
  // vector layers
  not_a_vector_file,  ///< subject.file: no OGR driver can read it; field: "contents", or what it is, see file_nature.h in gis/io;
                      ///< detail: "GDAL: what it said"
  missing_companion,  ///< subject.file; detail: the file that is missing (a .shx, a .dbf)
  truncated_file,     ///< subject.file; subject.row: first feature that could not be read
  not_a_local_file,   ///< subject.file: an address, or a file system of GDAL that is not of this computer
  layer_chosen,       ///< finding; subject.file; subject.id: the layer that was read; detail: all there are
  layer_not_named,    ///< subject.file: a folder with several layers of the kind; detail: these
  missing_crs,  ///< subject.file: no .prj, and nobody states one; detail: systems that the numbers may be of, if any
  crs_overridden,  ///< finding; subject.id: the system that was stated and used; detail: the file's
  crs_misfit,  ///< subject.id: the system; field: "degrees" or "geojson" (the numbers are no degrees), "metres" (they are no
  ///< metres), "swapped", or empty where nothing fits; detail: "x y|candidates"
  poor_datum_shift,  ///< finding; subject.id: the system; detail: accuracy in metres; field "unknown": none is known
  unknown_crs,             ///< detail: the CRS as given
  reprojection_failed,     ///< subject.row; detail: the place, and what PROJ said
  geographic_coordinates,  ///< metres are needed, degrees were given
  encoding_unknown,        ///< subject.file: no .cpg; detail: the encoding that was assumed
  encoding_recognised,  ///< finding; subject.file; subject.id: the encoding; detail: "before|after" of one text
  encoding_misstated,  ///< finding; as the one before; field: the encoding that the file states
  encoding_overridden,  ///< finding; subject.file; subject.id: the one that was stated by hand and used; detail: the file's
  encoding_doubted,  ///< finding; subject.file; subject.id: the one that was stated by hand and used; field: the one that the text looks
                     ///< like; detail: "as read|as that"
  bad_encoding,  ///< subject.row, field; bytes that are not text in the stated encoding; field "file:…" as above, or "unknown":
                 ///< nobody here knows that encoding
  empty_layer,   ///< subject.file
  missing_field,          ///< subject.file, field; detail: the fields there are
  missing_code,           ///< subject.row: a unit without a code
  duplicate_unit,         ///< subject.row, id; detail: the row that has it already
  not_a_polygon,          ///< subject.row; detail: the geometry type found
  empty_geometry,         ///< subject.row, id
  non_finite_coordinate,  ///< subject.row, id
  invalid_ring,  ///< subject.row, id; detail: "reason at x y", see ring_fault.h; as a finding: it was repaired
  unknown_parent,  ///< subject.row, id; detail: the parent's code
  features_differ,  ///< subject.row, id: of one code, but not of one name and parent; detail: "first feature|what they say"
  features_joined,  ///< finding; subject.row, id of the first; detail: "units|features"
  identical_areas,  ///< finding; subject.row, id of the first; detail: "pairs|the other unit"
  // Details of the next five end in "…|units of the coarser level vi|en|those of the finer vi|en".
  provinces_from_districts,  ///< finding; subject.file; detail: how many
  parent_names_differ,  ///< finding; subject.row, id: a district, its province; detail: "provinces|name taken|another"
  province_codes_changed,  ///< finding; subject.id: the first as the districts have it; detail: "how many|its code here"
  provinces_disagree,  ///< finding; subject.id: name of the worst; detail: "how many|of|per cent of the ground in one only"
  provinces_elsewhere,  ///< finding; subject.file; detail: how many
  codes_by_place,  ///< finding; subject.row, id of the first; detail: "how many|its name in the layer|its name in the table"
  units_without_code,  ///< finding; subject.row; field: the table; detail: "how many|first names"
  units_not_in_layer,  ///< finding; subject.id: the first; field: the table; detail: "how many|first names"
  and_others,          ///< as the cause of any other: the same of more; detail: "how many|their rows and ids"
  // tables
  wrong_separator,        ///< subject.file; detail: the separator found
  missing_column,         ///< subject.file, field; detail: the columns there are
  wrong_column_count,     ///< subject.row; detail: found and expected
  not_a_number,           ///< subject.row, field; detail: the text found
  negative_count,         ///< subject.row, field; detail: the text found
  not_a_whole_number,     ///< subject.row, field; detail: the text found
  share_out_of_range,     ///< subject.row, field; detail: the text found
  unknown_unit,           ///< subject.row, id
  unknown_sector,         ///< subject.row, id
  unknown_row_kind,       ///< subject.row; detail: the text found
  duplicate_observation,  ///< subject.row, id; detail: the row that has it already
  empty_table,            ///< subject.file
  ambiguous_number,       ///< subject.row, field, id: the text; detail: its two readings, "1234|1.234"
  unstated_marker,  ///< subject.row, field; detail: a text such as "-" that nobody has said the meaning of
  thousands_marks,  ///< finding; subject.row, field of the first; subject.id: the mark; detail: in how many numbers
  decimal_commas,  ///< finding; subject.row, field of the first; detail: in how many numbers
  percent_signs,   ///< finding; subject.row, field of the first; detail: behind how many numbers
  assumed_decimal_points,  ///< finding; subject.row, field of the first; detail: how many numbers could have been read otherwise
  markers_not_published,  ///< finding; subject.row, field of the first; subject.id: the marker; detail: how often
  markers_zero,     ///< finding; subject.row, field of the first; subject.id: the marker; detail: how often
  separator_found,  ///< finding; subject.file; detail: the separator that was taken
  unknown_column,   ///< subject.field; detail: the sectors that it may be, if several
  repeated_column,  ///< subject.field; detail: the column that says the same
  given_twice,    ///< subject.file, row, field, id; detail: the place that has the value already, "file|line"
  unknown_codes,  ///< subject.file, row of the first, field: codes of a table that no unit has; detail: "codes|rows|first codes"
  column_twice,   ///< subject.file, row, field: a column; detail: "3|4": where it stands
  sector_twice,   ///< subject.file, row, field, id: a sector; detail: the row that has it already
  hidden_characters,  ///< finding; subject.file, row of the first, field; subject.id: the text without them; detail: "how many texts|name of the first character"
  text_mended,  ///< finding; subject.file; detail: "how many|before|after" of the first text that was read wrongly by whoever wrote it
  codes_by_name,  ///< finding; subject.file, id: the level; detail: "how many names have a known code|of how many"
  codes_numbered,  ///< finding; subject.file, id: the level; detail: how many units got a running number for a code
  codes_ignored,  ///< finding; subject.file: codes of a table that say other units than its names; detail: how many rows have one
  rows_taken_as_likely,  ///< finding; subject.file, row of the first; detail: "how many|first names, each with its unit"
  rows_asked,          ///< finding; subject.file, row of the first; detail: "how many|first names"
  rows_unmatched,      ///< finding; subject.file, row of the first; detail: "how many|first names"
  units_not_in_table,  ///< finding; subject.file; detail: "how many|of how many|first names"
  no_row_matched,      ///< subject.file; detail: "how many names|first names|first units"
  no_figures,          ///< subject.file; nothing in the table says what it counts; detail: the headings
  not_yes_or_no,       ///< subject.row, field; detail: the text found
  rows_missing,  ///< finding; subject.id: the first unit, field: its sector; detail: "missing|all" cells of the matrix
  units_without_rows,    ///< finding; subject.id: the first; detail: "how many|period"
  period_order_unknown,  ///< subject.id: the first label at fault; field: "no_time", "kinds_mixed", "same_time"; detail: "labels|what to write"
  sector_level_used,  ///< finding; subject.id: its first sectors; detail: "level|levels|sectors of the level"
  shares_as_fractions,      ///< finding; subject.field: the column; detail: how many
  template_parts_left_out,  ///< note; detail: "html", "expressions", "sources", joined by ", "
  sector_is_sum,  ///< finding; subject.id: a sector; detail: the sectors that it is the sum of in every unit
  table_too_large,  ///< subject.file, row; field: of what there is too much: "file", "unpacked", "rows", "gap" (blank rows), "columns",
                    ///< "cell", "cells"; detail: how much may be
  no_table_found,   ///< subject.file; detail: how many rows were looked at
  tables_beside,    ///< finding; subject.file; detail: how many tables stand beside each other
  another_table,    ///< finding; subject.file, row: where it begins; detail: how many there are in all
  rows_apart,  ///< finding; subject.file, row of the first; field: what they are, an id of imports::RowKind; detail: "how many|first labels"
  columns_apart,  ///< finding; subject.file; detail: "how many|first headings"
  unit_of_figures,  ///< finding; subject.file, row; detail: what stands above the table: "Nghìn người - Thous. pers."
  sum_differs,  ///< finding; subject.file, row, field: where it is printed; id: its label; detail: "printed|sum|how many parts|how many such"
  part_exceeds_whole,  ///< finding; subject as of sum_differs; detail: "printed|whole|how many such"
  // manifest and documents
  bad_manifest,         ///< subject.file, field; detail: what is wrong
  bad_document,         ///< subject.file, field; detail: what is wrong
  crosswalk_row_twice,  ///< subject.row, id: from; detail: "to|the row that has it already"
  crosswalk_weights,    ///< subject.row, id: from; detail: "their sum|units of the level vi|en"
  crosswalk_kind,       ///< subject.row, id: from; detail: "to|as stated|as it is"
  crosswalk_gap,        ///< subject.id: the first unit without a row; detail: "its name vi|en|how many"
  crosswalk_nested,     ///< subject.row, id: from; detail: the unit that contains it and has rows too
  shares_by_ground,  ///< finding; subject.file: boundaries of another date, id: of their frame; detail: "units divided|of how many|pieces left out"
  areas_left_out,  ///< finding; subject.id: the first unit of another frame whose area is not known; detail: "how many|frame"
  boundaries_of_another_year,  ///< finding; subject.file; subject.id: date of the boundaries; detail: periods of the values
  // computation
  shape_mismatch,    ///< detail: the two shapes
  invalid_argument,  ///< subject.field: the argument; detail: what was given and what may be
  no_values,         ///< nothing to classify or to draw
  incomplete_matrix,  ///< a value that needs every cell lacks one; subject.row, field: unit and sector, counted from 1, as far
                      ///< as they apply; subject.id: the unit's code, if known; detail: the same in words
  duplicate_point,  ///< subject.id, detail: the other one
  point_outside,    ///< subject.id; detail: the region
  text_too_long,    ///< for a shapefile: subject.row, field, id (of what); detail: "bytes|most"
  text_shortened,  ///< finding: it was cut for a shapefile; subject.field, id (of what); detail: "bytes|most"
  variable_not_available,  ///< subject.id: the variable; field: why, an id of values::Availability
  unknown_name,  ///< subject.field: sector, unit …; subject.id: as asked; detail: those there are, or see workspace/find.h
  // registers of firms
  firms_left_out,  ///< finding; field: why, a name of gis::firms::LeftOut; detail: "how many rows|the first, #line (what stands there)"
  firms_unknown,  ///< finding; field: what is not known of them: "smes", "smes_law", "smes_group", "fdi_enterprises", "employees"; detail: "firms|of|sectors"
  cells_withheld,  ///< finding; detail: "cells|of|as a reader can tell exactly|narrowly|per cent|with totals: units, sectors"
  password_in_address,  ///< of a server; the address is not repeated
  server_not_reached,  ///< subject.file: the server; field: "password_missing" or "password_wrong", if it is that; detail: "PostgreSQL: …"
  server_lost,         ///< subject.file: the server; detail: "PostgreSQL: …"
  server_refused,  ///< subject.file: the server; field "timeout": it took too long; detail: "PostgreSQL: …"
  missing_table,   ///< subject.file: the server; subject.id: the table
  column_type,     ///< subject.file: the table; field; detail: "its type|what is needed"
  server_lacks_postgis,  ///< subject.file: the server
  // map engine
  engine_not_found,     ///< subject.file: where it was looked for
  engine_start_failed,  ///< detail
  engine_crashed,       ///< died on the same request again and again; detail: how often
  render_failed,        ///< detail
  export_failed,        ///< subject.file; detail
  cancelled,
  broken_outline,  ///< an outline that would not be valid or whole; subject.id: of what; detail: what is wrong, and where
  internal  ///< a fault of ours; detail
};

/// Every code, once, for tables that must be complete. `internal` is the last.
inline constexpr std::size_t error_code_count = static_cast<std::size_t>(ErrorCode::internal) + 1;

/// Where it happened. Only the members that apply are set.
struct Subject {
  std::string file{};  ///< path as the user gave it
  std::optional<std::size_t>
      row{};            ///< in a table: line of the file, 1 = header; in a layer: feature, 1 = first
  std::string field{};  ///< column, field, JSON key or argument
  std::string id{};     ///< code of a unit, a sector …
  friend bool operator==(const Subject&, const Subject&) = default;
};

struct Error {
  ErrorCode code = ErrorCode::internal;
  Subject subject{};
  /// Words of GDAL, PROJ, a parser of JSON or another stranger stand as "GDAL: …" or at the end as "… (PROJ: …)".
  std::string detail{};
  std::shared_ptr<const Error> cause{};
};

/// A finding is an Error that did not stop the work: a repaired ring, an assumed encoding.
using Finding = Error;

/// Stable identifier, e.g. "negative_count": for logs, tests and machine-readable output.
[[nodiscard]] std::string_view name_of(ErrorCode code);

}  // namespace vicinia::core
