#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::map {

Extent fitted(const Extent& extent, double width, double height, double margin_share) {
  const double centre_x = (extent.min_x + extent.max_x) / 2, centre_y = (extent.min_y + extent.max_y) / 2;
  double half_width = extent.width() / 2 * (1 + 2 * margin_share);
  double half_height = extent.height() / 2 * (1 + 2 * margin_share);
  if (half_width * height < half_height * width)
    half_width = half_height * width / height;
  else
    half_height = half_width * height / width;
  return {centre_x - half_width, centre_y - half_height, centre_x + half_width, centre_y + half_height};
}

}  // namespace vicinia::gis::map
