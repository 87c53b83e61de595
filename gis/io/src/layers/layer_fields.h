/// \file layer_fields.h
/// The attribute table of a layer to write, checked and measured.
/// Errors:  ShapeMismatch, InvalidArgument (name too long, twice or empty), TextTooLong (for a .dbf),
/// BadEncoding, NotANumber,
///          NotAWholeNumber, NotYesOrNo.
#pragma once

#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {

/// As a .dbf needs to know it: widths in bytes.
struct FieldSize {
  int width = 0;
  int decimals = 0;
};

/// What the field is called there.
[[nodiscard]] const std::string& name_in(const FieldDefinition& field, bool dbf);

/// \param for_dbf  names up to 10 bytes, text up to 254
[[nodiscard]] core::Result<std::vector<FieldSize>> measure_fields(const std::string& file,
                                                                  const LayerToWrite& layer,
                                                                  std::size_t area_count, bool for_dbf);

}  // namespace vicinia::gis::io
