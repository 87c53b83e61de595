#include "figure/parts.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

const TextStyle caption_text{7.5, true, QColor(0x33, 0x33, 0x33)};

}  // namespace

double caption_height(const std::string& text, double scale, double width) {
  return text.empty() ? 0 : text_height(qt(text), scaled(caption_text, scale), width) + 0.6 * scale;
}

void add_caption(const std::string& text, double scale, QPointF at, double width, PageItems& page) {
  if (!text.empty()) page.text(qt(text), scaled(caption_text, scale), at, width);
}

}  // namespace vicinia::gis::engine
