/// \file ogr_text.h
/// Values of OGR as text, in whatever encoding the layer has.
#pragma once

#include <string>

class OGRFeature;

namespace vicinia::gis::io {

/// In as few digits as read back the same.
[[nodiscard]] std::string shortest_text(double number);
/// Real numbers in the shortest form, so that a code stored as 760.0 is "760"; null is empty.
[[nodiscard]] std::string field_text(const OGRFeature& feature, int field);

}  // namespace vicinia::gis::io
