#include "label_overlay.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace vicinia::gis::engine {
namespace {

bool is_label(const map::Layer& layer) { return std::holds_alternative<map::LabelLayer>(layer); }

}  // namespace

SplitMap split_labels(const map::MapSpec& spec, double scale_denominator) {
  SplitMap split{spec, spec};
  split.labels.layers.clear();
  split.labels.background = {};
  const auto body_end = std::find_if_not(spec.layers.rbegin(), spec.layers.rend(), is_label).base();
  split.body.layers.assign(spec.layers.begin(), body_end);
  for (auto layer = body_end; layer != spec.layers.end(); ++layer) {
    const double max_scale = std::get<map::LabelLayer>(*layer).max_scale;
    if (max_scale <= 0 || scale_denominator <= max_scale) split.labels.layers.push_back(*layer);
  }
  return split;
}

const QImage* LabelOverlays::find(const map::MapSpec& labels) {
  const auto at = std::ranges::find(entries_, labels, &Entry::labels);
  if (at == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, at);
  return &entries_.front().image;
}

void LabelOverlays::keep(map::MapSpec labels, QImage image) {
  entries_.push_front({std::move(labels), std::move(image)});
  std::size_t bytes = 0;
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    bytes += static_cast<std::size_t>(entry->image.sizeInBytes());
    entry = bytes > most_bytes_ ? entries_.erase(entry) : std::next(entry);
  }
}

}  // namespace vicinia::gis::engine
