#include "out_crs.h"

#include "command.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/words/boundary_notes.h"

namespace vicinia::cli {

void OutCrsOption::setup(CLI::App& app, const std::string& by_default) {
  crs_ = by_default;
  CLI::Option* option =
      app.add_option("--out-crs", crs_,
                     by_default.empty() ? "Coordinate system to write; default: WGS 84 in degrees for "
                                          ".geojson (RFC 7946), else that of the measures"
                                        : "Coordinate system to write");
  if (!by_default.empty()) option->capture_default_str();
  option->type_name("CRS");
}

core::Status OutCrsOption::tell(const std::string& file, workspace::Language language) const {
  if (crs_.empty()) return {};
  const auto degrees = gis::io::is_wgs84(crs_);
  if (!degrees)
    return core::fail(
        {.code = core::ErrorCode::invalid_argument, .subject = {.field = "--out-crs"}, .detail = crs_});
  if (!*degrees && gis::io::writes_geojson(file)) cli::tell(workspace::geojson_crs_note(crs_, language));
  return {};
}

}  // namespace vicinia::cli
