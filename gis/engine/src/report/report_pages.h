/// \file report_pages.h
/// Puts the boxes of a report on pages, and draws them with what stands on each: title above, source and page
/// number below. Units:   device pixels.
#pragma once

#include <functional>
#include <vector>

#include "report/report_flow.h"

namespace vicinia::gis::engine {

struct PlacedBox {
  ReportBox box;
  double y = 0;
};
using ReportPage = std::vector<PlacedBox>;

/// `room_first` and `room`: heights of the first page and of the others.
[[nodiscard]] std::vector<ReportPage> paginated(std::vector<ReportBox> boxes, double room_first, double room);

/// Draws all pages; `next_page` begins another one, and says whether that was possible.
[[nodiscard]] bool draw_report(const map::ReportSpec& spec, QPaintDevice& device, QPainter& painter,
                               const std::function<bool(double share_done)>& next_page);

}  // namespace vicinia::gis::engine
