/// \file boundary_notes.h
/// What the terminal tells about a layer of areas beside its result: a line for each kind, with how many
/// there are and the first three. Missing: nothing of a kind: no line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/error.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {

enum class BoundaryNote : std::uint8_t {
  repaired,     ///< outlines that were not valid; which: "7 (Self-intersection at 605000 1205000)"
  no_geometry,  ///< features without geometry
  same_id,      ///< ids that several features have: these are parts of one area
  empty_id,     ///< features without an id
  ground_given,  ///< ground that several groups cover and that counts for one of them; which: "A, B: 1.2 km² to A"
  no_group,        ///< features without a value to dissolve by
  folded,          ///< values that differ only in blanks or normal form, and count as one
  fields_dropped,  ///< fields whose values differ among the members of some group
  fields_emptied,  ///< groups whose members differ in a field that most others agree on; which: "79: name_vi"
  no_point,        ///< regions without a point to divide them for
  nowhere_nearest,  ///< points to which no part of their region is nearest
  names_shortened   ///< fields with another name in a shapefile; which: "province_name: province_n"
};

/// `which` in the order to be told. Empty where `which` is.
[[nodiscard]] std::string boundary_note(BoundaryNote note, const std::vector<std::string>& which,
                                        Language language);

/// "GeoJSON in EPSG:3405: many programs take its numbers for degrees …".
[[nodiscard]] std::string geojson_crs_note(const std::string& crs, Language language);

/// Without blanks around it, runs of blanks as one, and in Unicode normalization form C: what makes no
/// difference between two names. Case does.
[[nodiscard]] std::string normal_form(std::string_view text);

}  // namespace vicinia::workspace::inline words
