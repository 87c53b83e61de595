#include "vicinia/core/base/error.h"

#include <array>

namespace vicinia::core {

std::string_view name_of(ErrorCode code) {
  static constexpr std::array<std::string_view, error_code_count> names{
      "file_not_found", "file_not_readable", "file_not_writable", "folder_not_found", "unsupported_format",
      "not_a_vector_file", "missing_companion", "truncated_file", "not_a_local_file", "layer_chosen", "layer_not_named",
      "missing_crs", "crs_overridden", "crs_misfit", "poor_datum_shift", "unknown_crs",
      "reprojection_failed", "geographic_coordinates", "encoding_unknown", "bad_encoding", "empty_layer",
      "missing_field", "missing_code", "duplicate_unit", "not_a_polygon", "empty_geometry",
      "non_finite_coordinate", "invalid_ring", "unknown_parent", "features_differ", "features_joined", "identical_areas",
      "provinces_from_districts", "parent_names_differ", "province_codes_changed", "provinces_disagree", "provinces_elsewhere", "codes_by_place",
      "units_without_code", "units_not_in_layer", "and_others",
      "wrong_separator", "missing_column", "wrong_column_count", "not_a_number", "negative_count",
      "not_a_whole_number", "share_out_of_range", "unknown_unit", "unknown_sector", "unknown_row_kind",
      "duplicate_observation", "empty_table", "ambiguous_number", "unstated_marker", "thousands_marks",
      "decimal_commas", "percent_signs", "assumed_decimal_points", "markers_not_published", "markers_zero",
      "separator_found", "unknown_column", "repeated_column", "given_twice", "not_yes_or_no", "rows_missing",
      "units_without_rows", "period_order_unknown", "sector_level_used", "shares_as_fractions", "template_parts_left_out", "sector_is_sum",
      "bad_manifest", "bad_document", "boundaries_of_another_year",
      "shape_mismatch", "invalid_argument", "no_values", "incomplete_matrix", "duplicate_point", "point_outside",
      "text_too_long", "text_shortened", "variable_not_available", "unknown_name",
      "engine_not_found", "engine_start_failed", "engine_crashed", "render_failed", "export_failed",
      "cancelled", "broken_outline", "internal"};
  static_assert(names.back() == "internal");
  return names[static_cast<std::size_t>(code)];
}

}  // namespace vicinia::core
