/// \file row_kinds.h
/// The words of the column row_kind.
#pragma once

#include <optional>
#include <string_view>

#include "vicinia/core/audit/published_table.h"

namespace vicinia::gis::io {

/// "district" and "unit" are one; nullopt for any other word.
[[nodiscard]] inline std::optional<core::audit::RowKind> row_kind_of(std::string_view text) {
  using enum core::audit::RowKind;
  if (text == "district" || text == "unit") return district;
  if (text == "group") return group;
  if (text == "total") return total;
  if (text == "unit_total") return unit_total;
  return std::nullopt;
}

}  // namespace vicinia::gis::io
