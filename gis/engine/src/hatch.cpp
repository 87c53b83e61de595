#include "hatch.h"

#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsrendercontext.h>

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "device_grid.h"
#include "qgis_names.h"

namespace vicinia::gis::engine {
namespace {

/// Line k crosses an edge `along` it from the origin's perpendicular.
struct Crossing {
  long line = 0;
  double along = 0;
  friend bool operator<(const Crossing& a, const Crossing& b) {
    return a.line != b.line ? a.line < b.line : a.along < b.along;
  }
};

constexpr double root_half = std::numbers::sqrt2 / 2;

double across(QPointF p) { return root_half * (p.x() + p.y()); }
double along(QPointF p) { return root_half * (p.x() - p.y()); }
QPointF at(double across, double along) {
  return {root_half * (across + along), root_half * (across - along)};
}

/// Each line counts an edge from its lower end up to, not with, its upper one: a vertex is crossed once.
void add_crossings(const QPolygonF& ring, double distance, std::vector<Crossing>& crossings) {
  for (int i = 0; i < ring.size(); ++i) {
    const QPointF a = ring[i], b = ring[i + 1 == ring.size() ? 0 : i + 1];
    double from = across(a) / distance, to = across(b) / distance;
    if (!std::isfinite(from) || !std::isfinite(to) || from == to) continue;
    const double start = from, length = to - from;
    if (from > to) std::swap(from, to);
    for (double line = std::ceil(from); line < to; ++line) {
      const double share = (line - start) / length;
      crossings.push_back({static_cast<long>(line), along(a) + share * (along(b) - along(a))});
    }
  }
}

/// QGIS's own pattern of the same lines.
std::unique_ptr<QgsLinePatternFillSymbolLayer> pattern_of(const HatchStyle& style) {
  auto pattern = std::make_unique<QgsLinePatternFillSymbolLayer>();
  pattern->setLineAngle(45);
  pattern->setDistance(style.distance_mm);
  pattern->setDistanceUnit(qgis_names::millimetres);
  auto line = std::make_unique<QgsSimpleLineSymbolLayer>(style.colour, style.width_mm);
  line->setWidthUnit(qgis_names::millimetres);
  pattern->setSubSymbol(new QgsLineSymbol(QgsSymbolLayerList() << line.release()));
  return pattern;
}

/// Saved, in a project or a template, as the pattern of QGIS: there our drawing does not exist.
class Hatch final : public QgsFillSymbolLayer {
 public:
  explicit Hatch(const HatchStyle& style) : style_(style), saved_(pattern_of(style)) {
    setColor(style.colour);
  }

  [[nodiscard]] QString layerType() const override { return saved_->layerType(); }
  [[nodiscard]] Hatch* clone() const override { return new Hatch(style_); }
  [[nodiscard]] QVariantMap properties() const override { return saved_->properties(); }
  QgsSymbol* subSymbol() override { return saved_->subSymbol(); }
  void startRender(QgsSymbolRenderContext&) override {}
  void stopRender(QgsSymbolRenderContext&) override {}

  void renderPolygon(const QPolygonF& points, const QVector<QPolygonF>* rings,
                     QgsSymbolRenderContext& context) override {
    const auto pixels = [&](double mm) {
      return context.renderContext().convertToPainterUnits(mm, qgis_names::millimetres);
    };
    const double distance = pixels(style_.distance_mm);
    QPainter* painter = context.renderContext().painter();
    if (painter == nullptr || !(distance > 0.5)) return;
    painter->setPen(QPen(style_.colour, pixels(style_.width_mm), Qt::SolidLine, Qt::FlatCap));
    painter->setBrush(Qt::NoBrush);
    const QPainterPath lines = hatch_lines(points, rings, distance);
    painter->drawPath(has_fine_grid(painter) ? on_device_grid(lines) : lines);
  }

 private:
  HatchStyle style_;
  std::unique_ptr<QgsLinePatternFillSymbolLayer> saved_;
};

}  // namespace

QPainterPath hatch_lines(const QPolygonF& outer, const QVector<QPolygonF>* holes, double distance) {
  std::vector<Crossing> crossings;
  add_crossings(outer, distance, crossings);
  if (holes != nullptr)
    for (const QPolygonF& hole : *holes) add_crossings(hole, distance, crossings);
  std::sort(crossings.begin(), crossings.end());
  QPainterPath path;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    const Crossing &in = crossings[i], &out = crossings[i + 1];
    const double line = static_cast<double>(in.line) * distance;
    path.moveTo(at(line, in.along));
    path.lineTo(at(line, out.along));
  }
  return path;
}

std::unique_ptr<QgsSymbolLayer> hatch(const HatchStyle& style) { return std::make_unique<Hatch>(style); }

}  // namespace vicinia::gis::engine
