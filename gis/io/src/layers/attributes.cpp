#include <algorithm>

#include "vicinia/core/base/ascii.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {

core::Result<std::size_t> Attributes::column(std::string_view field, const std::string& file) const {
  const auto exact = std::ranges::find(fields, field);
  if (exact != fields.end()) return static_cast<std::size_t>(exact - fields.begin());
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (core::ascii_lower(fields[i]) == core::ascii_lower(field)) return i;
  std::string there;
  for (const std::string& name : fields) there += (there.empty() ? "" : ", ") + name;
  return core::fail({.code = core::ErrorCode::missing_field,
                     .subject = {.file = file, .field = std::string(field)},
                     .detail = there});
}

}  // namespace vicinia::gis::io
