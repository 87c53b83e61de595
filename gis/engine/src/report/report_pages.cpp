#include "report/report_pages.h"

#include <QPainter>
#include <algorithm>
#include <utility>

namespace vicinia::gis::engine {
namespace {

constexpr double margin_mm = 18, top_mm = 18, top_later_mm = 22, running_head_mm = 12, foot_gap_mm = 8,
                 bottom_mm = 12;
constexpr double rule_mm = 0.15;
constexpr std::size_t most_boxes_together = 4;  ///< headings that wait for what follows them

const ReportStyle running_text{8, false, QColor(0x66, 0x66, 0x66)};
const QColor rule_colour(0xb8, 0xbd, 0xc2);

void draw_box(QPainter& painter, const ReportBox& box, QPointF corner, double width, double rule) {
  if (box.ground) painter.fillRect(QRectF(corner, QSizeF(width, box.height)), *box.ground);
  if (box.rule) painter.fillRect(QRectF(corner, QSizeF(width, rule)), rule_colour);
  for (const ReportText& text : box.texts) text.draw(painter, corner);
}

/// Of the boxes that go with the next one, and of that.
double height_together(const std::vector<ReportBox>& boxes, std::size_t first) {
  double height = boxes[first].height;
  for (std::size_t i = first;
       i + 1 < boxes.size() && i - first < most_boxes_together && boxes[i].goes_with_next; ++i)
    height += boxes[i + 1].space_before + boxes[i + 1].height;
  return height;
}

}  // namespace

std::vector<ReportPage> paginated(std::vector<ReportBox> boxes, double room_first, double room) {
  std::vector<ReportPage> pages(1);
  double y = 0;
  const auto here = [&] { return pages.size() == 1 ? room_first : room; };
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    double space = pages.back().empty() ? 0 : boxes[i].space_before;
    if (!pages.back().empty() && y + space + height_together(boxes, i) > here()) {
      pages.emplace_back();
      y = space = 0;
      if (boxes[i].head) {
        pages.back().push_back({*boxes[i].head, 0});
        y = boxes[i].head->height;
      }
    }
    if (y + space + boxes[i].height > here()) {  // no page could hold it
      if (auto parts = split(boxes[i], here() - y - space); parts && parts->second.height > 0) {
        boxes[i] = std::move(parts->first);
        boxes.insert(boxes.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(parts->second));
      }
    }
    y += space;
    const double height = boxes[i].height;
    pages.back().push_back({std::move(boxes[i]), y});
    y += height;
  }
  return pages;
}

bool draw_report(const map::ReportSpec& spec, QPaintDevice& device, QPainter& painter,
                 const std::function<bool(double share_done)>& next_page) {
  const double px_per_mm = device.logicalDpiY() / 25.4;
  const auto px = [px_per_mm](double mm) { return mm * px_per_mm; };
  const double left = px(margin_mm), width = px(spec.page.width_mm - 2 * margin_mm),
               bottom = px(spec.page.height_mm - bottom_mm);
  const ReportFlow flow(device, width);

  const double number_width = px(30);
  const ReportText source = flow.text(spec.source, running_text, width - number_width - px(4));
  const ReportText running_title = flow.text(spec.title, running_text, width);
  const double foot_top =
      bottom - std::max(source.height(), flow.text("1", running_text, number_width).height());
  const double end = foot_top - px(foot_gap_mm);
  const auto pages = paginated(flow.boxes(spec), end - px(top_mm), end - px(top_later_mm));

  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (page > 0) {
      if (!next_page(static_cast<double>(page) / static_cast<double>(pages.size()))) return false;
      running_title.draw(painter, {left, px(running_head_mm)});
    }
    const double top = px(page == 0 ? top_mm : top_later_mm);
    for (const PlacedBox& placed : pages[page])
      draw_box(painter, placed.box, {left, top + placed.y}, width, px(rule_mm));
    painter.fillRect(QRectF(left, foot_top - px(2), width, px(rule_mm)), rule_colour);
    source.draw(painter, {left, foot_top});
    std::string number = spec.page_text;
    for (const auto& [place, value] :
         {std::pair{std::string("{page}"), page + 1}, std::pair{std::string("{pages}"), pages.size()}})
      if (const auto at = number.find(place); at != std::string::npos)
        number.replace(at, place.size(), std::to_string(value));
    flow.text(number, running_text, number_width, Qt::AlignRight)
        .draw(painter, {left + width - number_width, foot_top});
  }
  return true;
}

}  // namespace vicinia::gis::engine
