#include "figure/parts.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double arrow_width = 5, arrow_height = 8;
const TextStyle north_text{8, true, QColor(0x33, 0x33, 0x33), Qt::AlignHCenter};

double letter_height(double scale) {
  return text_size(QStringLiteral("N"), scaled(north_text, scale)).height();
}

}  // namespace

QSizeF north_arrow_size(double scale) {
  return {arrow_width * scale, arrow_height * scale + letter_height(scale)};
}

void add_north_arrow(const std::string& letter, double scale, QPointF at, PageItems& page) {
  page.text(qt(letter), scaled(north_text, scale), at, arrow_width * scale);
  const double top = at.y() + letter_height(scale), left = at.x(), right = left + arrow_width * scale;
  const double middle = (left + right) / 2, bottom = top + arrow_height * scale, notch = bottom - 2 * scale;
  const map::Colour ink{0x33, 0x33, 0x33};
  page.polygon(QPolygonF({{middle, top}, {left, bottom}, {middle, notch}}), ink, {ink, 0.2});
  page.polygon(QPolygonF({{middle, top}, {right, bottom}, {middle, notch}}), {255, 255, 255}, {ink, 0.2});
}

}  // namespace vicinia::gis::engine
