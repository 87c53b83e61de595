#include "charts/chart_item.h"

#include <QBarCategoryAxis>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLegendMarker>
#include <QPainter>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <utility>

#include "drawing/stamps.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::admin::UnitIndex;

namespace {

constexpr double largest_radius = 17, smallest_radius = 2.5, plain_radius = 4;
constexpr double bar_share = 0.72;  ///< of the room that a bar has
constexpr double reach = 4;         ///< pixels around a mark that still point at it
constexpr std::size_t most_names = 12;
constexpr std::size_t many = 500;  ///< bubbles: more are stamped

QColor colourOf(const gis::map::Colour& colour, int alpha = 255) {
  return {colour.red, colour.green, colour.blue, alpha};
}

bool isDark(const QColor& colour) { return colour.lightness() < 128; }

std::pair<double, double> ends(const ws::ChartAxis& axis) {
  if (axis.names.empty()) return {axis.low, axis.high};
  return {-0.5, static_cast<double>(axis.names.size()) - 0.5};
}

bool has(const std::vector<UnitIndex>& ascending, std::optional<UnitIndex> unit) {
  return unit && std::ranges::binary_search(ascending, *unit);
}

}  // namespace

ChartLook ChartLook::ofWindow(const QPalette& palette, const QFont& font) {
  const QColor ground = palette.color(QPalette::Base), text = palette.color(QPalette::Text);
  const auto between = [&](double share) {
    return QColor::fromRgbF(static_cast<float>(ground.redF() + share * (text.redF() - ground.redF())),
                            static_cast<float>(ground.greenF() + share * (text.greenF() - ground.greenF())),
                            static_cast<float>(ground.blueF() + share * (text.blueF() - ground.blueF())));
  };
  return {ground,        text,         between(0.72),
          between(0.16), between(0.6), isDark(ground) ? QColor(255, 92, 158) : QColor(214, 0, 90),
          font};
}

ChartLook ChartLook::ofPaper() {
  QFont font(QStringLiteral("Noto Sans"));
  font.setPixelSize(12);
  return {Qt::white,
          QColor(38, 38, 40),
          QColor(84, 84, 88),
          QColor(220, 220, 220),
          QColor(90, 90, 90),
          QColor(214, 0, 90),
          font};
}

/// One layer of what is drawn over the axes.
class ChartItem::Marks : public QGraphicsItem {
 public:
  enum class Layer { bands, marks, highlights };
  Marks(ChartItem* chart, Layer layer) : QGraphicsItem(chart), chart_(*chart), layer_(layer) {
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(layer == Layer::bands ? 1.5 : layer == Layer::marks ? 60 : 61);
  }
  [[nodiscard]] QRectF boundingRect() const override { return chart_.boundingRect(); }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
    if (!chart_.content()) return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(layer_ == Layer::bands ? chart_.plotArea()
                                                : chart_.plotArea().adjusted(-20, -20, 80, 20));
    std::visit([&](const auto& content) { draw(*painter, content); }, chart_.content()->content);
  }
  void prepareForChange() { prepareGeometryChange(); }

 private:
  void draw(QPainter& painter, const ws::ChartBars& bars) const {
    if (layer_ == Layer::bands) return;
    const double zero =
        chart_.placeOf(std::clamp(0.0, chart_.content()->x.low, chart_.content()->x.high), 0).x();
    for (std::size_t i = 0; i < bars.bars.size(); ++i) {
      const ws::ChartBar& bar = bars.bars[i];
      const QRectF rect = chart_.barRect(i);
      if (layer_ == Layer::highlights) {
        outline(painter, bar.subject.unit,
                [&](double width) { painter.drawRect(rect.adjusted(-width, -width, width, width)); });
        continue;
      }
      painter.setPen(QPen(chart_.look().edge, 0.6));
      painter.setBrush(colourOf(bar.fill));
      painter.drawRect(rect);
      drawRange(painter, bar.value, rect.center().y());
      painter.setFont(chart_.look().font);
      painter.setPen(chart_.look().text);
      const QString text =
          qs(ws::variable_value_text(bar.value, chart_.content()->variable, chart_.language_));
      const double width = QFontMetricsF(chart_.look().font).horizontalAdvance(text);
      const double right = std::max(rect.right(), rangeEnd(bar.value)) + 5;
      painter.drawText(QRectF(right, rect.top() - 4, width + 2, rect.height() + 8),
                       Qt::AlignLeft | Qt::AlignVCenter, text);
      drawDoubt(painter, bar.value, QPointF(right + width + 10, rect.center().y()));
    }
    if (layer_ == Layer::marks) {
      painter.setPen(QPen(chart_.look().edge, 1));
      painter.drawLine(QPointF(zero, chart_.plotArea().top()), QPointF(zero, chart_.plotArea().bottom()));
      drawPivot(painter);
    }
  }
  void draw(QPainter& painter, const ws::ChartBubbles& bubbles) const {
    if (layer_ == Layer::bands) return;
    if (layer_ == Layer::marks) drawPivot(painter);
    std::size_t named = 0;
    std::vector<QRectF> taken;
    for (const ws::ChartBubble& bubble : bubbles.bubbles) {
      const QPointF middle = chart_.placeOf(bubble.x.value.number(), bubble.y.value.number());
      const double radius = chart_.bubbleRadius(bubble);
      if (layer_ == Layer::highlights) {
        outline(painter, bubble.subject.unit, [&](double width) {
          if (isStamped(bubbles))
            stamps_.draw(painter, middle, radius + width, Qt::transparent, painter.pen());
          else
            painter.drawEllipse(middle, radius + width, radius + width);
        });
        if (chart_.named_ && (named < most_names || has(chart_.selected_, bubble.subject.unit)) &&
            writeName(painter, bubble, middle, radius, taken))
          ++named;
        continue;
      }
      const QPen edge(chart_.look().edge, 0.6);
      if (isStamped(bubbles)) {
        stamps_.draw(painter, middle, radius, colourOf(bubble.fill, 235), edge);
      } else {
        painter.setPen(edge);
        painter.setBrush(colourOf(bubble.fill, 235));
        painter.drawEllipse(middle, radius, radius);
      }
      drawDoubt(painter, bubble.x.rests_on.empty() ? bubble.y : bubble.x, middle);
    }
  }
  void draw(QPainter& painter, const ws::ChartHistogram& histogram) const {
    if (layer_ == Layer::bands) {
      for (const ws::ChartBand& band : histogram.bands) {
        const double left = chart_.placeOf(band.low, 0).x(), right = chart_.placeOf(band.high, 0).x();
        painter.fillRect(QRectF(left, chart_.plotArea().top(), right - left, chart_.plotArea().height()),
                         colourOf(band.fill, 200));
      }
      return;
    }
    for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
      if (layer_ == Layer::highlights) continue;
      painter.setPen(QPen(chart_.look().ground, 1));
      painter.setBrush(QColor(92, 100, 110));
      painter.drawRect(chart_.binRect(i));
    }
    if (layer_ != Layer::highlights) return;
    drawPivot(painter);
    const QRectF plot = chart_.plotArea();
    for (std::size_t i = 0; i < histogram.breaks.size(); ++i) {
      const double at = histogram.breaks[i];
      if (!chart_.isMovable(i)) continue;
      const double x = chart_.placeOf(at, 0).x();
      painter.setPen(QPen(chart_.look().text, 1.4));
      painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
      painter.setPen(QPen(chart_.look().ground, 1));
      painter.setBrush(chart_.look().text);  // a handle to take hold of
      painter.drawRoundedRect(QRectF(x - 4, plot.top() - 3, 8, 14), 3, 3);
    }
  }
  void draw(QPainter& painter, const ws::ChartCurves& curves) const {
    if (layer_ != Layer::highlights) return;
    for (const ws::ChartCurve& curve : curves.curves)
      for (const ws::ChartCurve::Point& point : curve.points)
        outline(painter, point.at.unit, [&](double width) {
          painter.drawEllipse(chart_.placeOf(point.x, point.y), 4 + width, 4 + width);
        });
    drawPivot(painter);
  }

  [[nodiscard]] bool isStamped(const ws::ChartBubbles& bubbles) const {
    return chart_.isOnScreen_ && bubbles.bubbles.size() > many;
  }
  template <class Draw>
  void outline(QPainter& painter, std::optional<UnitIndex> unit, Draw draw) const {
    const bool isPointed = unit && unit == chart_.pointed_;
    if (!isPointed && !has(chart_.selected_, unit)) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(isPointed ? chart_.look().text : chart_.look().selection, 2));
    draw(1.5);
  }
  void drawRange(QPainter& painter, const ws::IndicatorValue& value, double y) const {
    if (!value.range || !std::isfinite(value.range->low) || !std::isfinite(value.range->high)) return;
    const double left = chart_.placeOf(value.range->low, 0).x(),
                 right = chart_.placeOf(value.range->high, 0).x();
    if (right - left < 3) return;
    painter.setPen(QPen(chart_.look().text, 1));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    for (const double end : {left, right}) painter.drawLine(QPointF(end, y - 3), QPointF(end, y + 3));
  }
  [[nodiscard]] double rangeEnd(const ws::IndicatorValue& value) const {
    return value.range && std::isfinite(value.range->high) ? chart_.placeOf(value.range->high, 0).x() : 0;
  }
  void drawDoubt(QPainter& painter, const ws::IndicatorValue& value, QPointF at) const {
    if (value.doubt() == core::values::Doubt::none) return;
    painter.setPen(QPen(QColor(24, 24, 28), 1));
    painter.setBrush(QColor(255, 214, 10));
    painter.drawEllipse(at, 6, 6);
    QFont font = chart_.look().font;
    font.setBold(true);
    font.setPixelSize(10);
    painter.setFont(font);
    painter.drawText(QRectF(at.x() - 6, at.y() - 6, 12, 12), Qt::AlignCenter, QStringLiteral("!"));
  }
  void drawPivot(QPainter& painter) const {
    painter.setPen(QPen(chart_.look().text, 1, Qt::DashLine));
    const QRectF plot = chart_.plotArea();
    const ws::Chart& chart = *chart_.content();
    if (chart.x.pivot && chart.x.names.empty() && *chart.x.pivot > chart.x.low &&
        *chart.x.pivot < chart.x.high) {
      const double x = chart_.placeOf(*chart.x.pivot, chart.y.low).x();
      painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    if (chart.y.pivot && chart.y.names.empty() && *chart.y.pivot > chart.y.low &&
        *chart.y.pivot < chart.y.high) {
      const double y = chart_.placeOf(chart.x.low, *chart.y.pivot).y();
      painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
  }
  /// Beside the bubble, right or left, where no other name stands.
  bool writeName(QPainter& painter, const ws::ChartBubble& bubble, QPointF middle, double radius,
                 std::vector<QRectF>& taken) const {
    painter.setFont(chart_.look().font);
    const QString name = qs(bubble.subject.name).section(QLatin1Char(','), 0, 0);
    const QSizeF size = QFontMetricsF(chart_.look().font).size(Qt::TextSingleLine, name);
    for (const double left : {middle.x() + radius + 3, middle.x() - radius - 3 - size.width()}) {
      const QRectF place(left, middle.y() - size.height() / 2, size.width(), size.height());
      if (!chart_.plotArea().contains(place) ||
          std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(place); }))
        continue;
      painter.setPen(chart_.look().text);
      painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, name);
      taken.push_back(place);
      return true;
    }
    return false;
  }

  ChartItem& chart_;
  Layer layer_;
  mutable DiscStamps stamps_;
};

ChartItem::ChartItem(ws::Language language, ChartLook look)
    : QChart(nullptr, {}),
      language_(language),
      look_(std::move(look)),
      below_(new Marks(this, Marks::Layer::bands)),
      marks_(new Marks(this, Marks::Layer::marks)),
      above_(new Marks(this, Marks::Layer::highlights)) {
  setAnimationOptions(QChart::NoAnimation);
  setBackgroundRoundness(0);
  setMargins({6, 4, 10, 4});
  layout()->setContentsMargins(0, 0, 0, 0);
  setLocalizeNumbers(true);
  rebuild();
}

ChartItem::~ChartItem() = default;

void ChartItem::setLanguage(ws::Language language) {
  language_ = language;
  rebuild();
}

void ChartItem::setContent(std::shared_ptr<const ws::Chart> chart, ChartLook look) {
  chart_ = std::move(chart);
  look_ = std::move(look);
  rebuild();
}

void ChartItem::setSelected(std::vector<UnitIndex> units) {
  if (selected_ == units) return;
  selected_ = std::move(units);
  above_->update();
}

void ChartItem::setPointed(std::optional<UnitIndex> unit) {
  if (pointed_ == unit) return;
  pointed_ = unit;
  above_->update();
}

void ChartItem::setOnScreen() {
  isOnScreen_ = true;
  marks_->setCacheMode(QGraphicsItem::DeviceCoordinateCache);  // the brush moves over them
}

void ChartItem::setNamed(bool named) {
  named_ = named;
  above_->update();
}

QAbstractAxis* ChartItem::makeAxis(const ws::ChartAxis& axis, bool reversed) const {
  QAbstractAxis* made = nullptr;
  if (!axis.names.empty()) {
    auto* const names = new QBarCategoryAxis;
    QStringList list;
    for (const std::string& name : axis.names) list << qs(name);
    if (reversed) std::ranges::reverse(list);
    // A name that stands twice is one category to Qt: it is told apart by what nobody sees.
    for (int i = 0; i < list.size(); ++i)
      while (list.indexOf(list[i]) < i) list[i] += QChar(0x200B);
    names->append(list);
    made = names;
  } else {
    auto* const numbers = new QValueAxis;
    numbers->setRange(axis.low, axis.high);
    numbers->setTickType(QValueAxis::TicksDynamic);
    numbers->setTickAnchor(0);
    numbers->setTickInterval(axis.step);
    numbers->setLabelFormat(QStringLiteral("%.%1f").arg(axis.decimals));
    made = numbers;
  }
  made->setTitleText(qs(axis.title).toHtmlEscaped());
  made->setTitleVisible(!axis.title.empty());
  made->setLabelsFont(look_.font);
  made->setTitleFont(look_.font);
  made->setTitleBrush(look_.text);
  made->setLabelsColor(look_.text);
  made->setGridLineColor(look_.grid);
  made->setLinePenColor(look_.edge);
  return made;
}

void ChartItem::rebuild() {
  for (Marks* const layer : {below_, marks_, above_}) layer->prepareForChange();
  removeAllSeries();
  for (QAbstractAxis* const axis : axes()) {
    removeAxis(axis);
    delete axis;
  }
  anchor_ = nullptr;
  setLocale(localeOf(language_));
  setBackgroundBrush(look_.ground);
  setPlotAreaBackgroundVisible(false);
  QFont heading = look_.font;
  heading.setBold(true);
  setTitleFont(heading);
  setTitleBrush(look_.text);
  legend()->hide();
  if (!chart_) {
    setTitle({});
    return;
  }
  QString head = qs(chart_->title).toHtmlEscaped();
  if (!chart_->subtitle.empty()) head += QStringLiteral("<br/>") + qs(chart_->subtitle).toHtmlEscaped();
  setTitle(head);
  anchor_ = new QLineSeries;
  addSeries(anchor_);
  anchor_->setPen(Qt::NoPen);
  const bool bars = std::holds_alternative<ws::ChartBars>(chart_->content);
  QAbstractAxis* const x = makeAxis(chart_->x, false);
  QAbstractAxis* const y = makeAxis(chart_->y, bars);
  addAxis(x,
          bars ? Qt::AlignTop : Qt::AlignBottom);  // of many bars it is seen before they are scrolled through
  addAxis(y, Qt::AlignLeft);
  anchor_->attachAxis(x);
  anchor_->attachAxis(y);
  if (bars) y->setGridLineVisible(false);
  setMargins({6, 4, bars ? 56 : 14, 4});  // values stand beyond the longest bar
  if (const auto* curves = std::get_if<ws::ChartCurves>(&chart_->content)) addCurves(*curves);
  for (Marks* const layer : {below_, marks_, above_}) layer->update();
}

void ChartItem::addCurves(const ws::ChartCurves& curves) {
  const auto add = [&](const QList<QPointF>& points, const QPen& pen, const QString& name) {
    auto* const line = new QLineSeries;
    line->setName(name);
    line->append(points);
    line->setPen(pen);
    line->setPointsVisible(points.size() < 40);
    addSeries(line);
    for (QAbstractAxis* const axis : axes()) line->attachAxis(axis);
    return line;
  };
  if (curves.has_diagonal) add({{0, 0}, {1, 1}}, QPen(look_.edge, 1, Qt::DashLine), {});
  for (const ws::ChartCurve& curve : curves.curves) {
    QColor colour = colourOf(curve.colour);
    if (isDark(look_.ground) && colour.lightness() < 60) colour = look_.text;
    // A period without a value is a gap, so that no line claims what nobody knows.
    QList<QPointF> run;
    bool isFirst = true;
    const auto close = [&] {
      if (run.isEmpty()) return;
      QLineSeries* const line = add(run, QPen(colour, 2), qs(curve.subject.name).toHtmlEscaped());
      if (!isFirst)
        for (QLegendMarker* const marker : legend()->markers(line)) marker->setVisible(false);
      isFirst = false;
      run.clear();
    };
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
      if (!curves.has_diagonal && i > 0 && curve.points[i].x > curve.points[i - 1].x + 1) close();
      run << QPointF(curve.points[i].x, curve.points[i].y);
    }
    close();
  }
  if (curves.has_diagonal) return;
  legend()->setAlignment(Qt::AlignRight);
  legend()->setFont(look_.font);
  legend()->setLabelColor(look_.text);
  for (QLegendMarker* const marker : legend()->markers(anchor_)) marker->setVisible(false);
  legend()->show();
}

// As Qt Charts lays its axes out: categories stand in the middle of their part of the axis.
QPointF ChartItem::placeOf(double x, double y) const {
  if (!chart_) return {};
  const QRectF plot = plotArea();
  const auto [x_low, x_high] = ends(chart_->x);
  const auto [y_low, y_high] = ends(chart_->y);
  return {plot.left() + (x - x_low) / (x_high - x_low) * plot.width(),
          plot.bottom() - (y - y_low) / (y_high - y_low) * plot.height()};
}

QPointF ChartItem::valueAt(QPointF place) const {
  if (!chart_) return {};
  const QRectF plot = plotArea();
  const auto [x_low, x_high] = ends(chart_->x);
  const auto [y_low, y_high] = ends(chart_->y);
  return {x_low + (place.x() - plot.left()) / plot.width() * (x_high - x_low),
          y_low + (plot.bottom() - place.y()) / plot.height() * (y_high - y_low)};
}

QRectF ChartItem::barRect(std::size_t index) const {
  const auto& bars = std::get<ws::ChartBars>(chart_->content).bars;
  const double row = static_cast<double>(bars.size() - 1 - index);  // the first stands at the top
  const double zero = std::clamp(0.0, chart_->x.low, chart_->x.high);
  const QPointF from = placeOf(zero, row), to = placeOf(bars[index].value.value.number(), row);
  const double height = bar_share * plotArea().height() / static_cast<double>(bars.size());
  return QRectF(QPointF(from.x(), from.y() - height / 2), QPointF(to.x(), from.y() + height / 2))
      .normalized();
}

QRectF ChartItem::binRect(std::size_t index) const {
  const ws::ChartBin& bin = std::get<ws::ChartHistogram>(chart_->content).bins[index];
  return QRectF(placeOf(bin.low, static_cast<double>(bin.count)), placeOf(bin.high, 0)).normalized();
}

// A break where more is divided from less stays; one beyond the axis cannot be taken hold of.
bool ChartItem::isMovable(std::size_t index) const {
  const double at = std::get<ws::ChartHistogram>(chart_->content).breaks[index];
  return at != chart_->x.pivot && chart_->x.low <= at && at <= chart_->x.high;
}

double ChartItem::leastHeight() const {
  // Title and axes; Qt Charts leaves out a name or a number that has less room than that.
  constexpr double least = 190, around = 76, around_a_name = 11;
  const auto* bars = chart_ ? std::get_if<ws::ChartBars>(&chart_->content) : nullptr;
  if (bars == nullptr) return least;
  const double row = QFontMetricsF(look_.font).height() + around_a_name;
  return std::max(least, around + static_cast<double>(bars->bars.size()) * row);
}

double ChartItem::bubbleRadius(const ws::ChartBubble& bubble) const {
  const double largest = std::get<ws::ChartBubbles>(chart_->content).largest;
  if (largest <= 0) return plain_radius;
  const double size = bubble.size.value.has_number() ? std::max(0.0, bubble.size.value.number()) : 0;
  return std::max(smallest_radius, largest_radius * std::sqrt(size / largest));
}

std::optional<ChartHit> ChartItem::at(QPointF place) const {
  if (!chart_ || !anchor_) return std::nullopt;
  using Kind = ChartHit::Kind;
  if (const auto* bars = std::get_if<ws::ChartBars>(&chart_->content)) {
    for (std::size_t i = 0; i < bars->bars.size(); ++i) {
      QRectF row = barRect(i);
      row.setLeft(0);  // its name too
      row.setRight(plotArea().right());
      if (row.adjusted(0, -1, 0, 1).contains(place)) return ChartHit{Kind::bar, i};
    }
  } else if (const auto* bubbles = std::get_if<ws::ChartBubbles>(&chart_->content)) {
    for (std::size_t i = bubbles->bubbles.size(); i-- > 0;) {  // what lies above comes first
      const ws::ChartBubble& bubble = bubbles->bubbles[i];
      const QPointF away = place - placeOf(bubble.x.value.number(), bubble.y.value.number());
      if (std::hypot(away.x(), away.y()) <= std::max(bubbleRadius(bubble), reach))
        return ChartHit{Kind::bubble, i};
    }
  } else if (const auto* histogram = std::get_if<ws::ChartHistogram>(&chart_->content)) {
    if (!plotArea().adjusted(-reach, -reach, reach, reach).contains(place)) return std::nullopt;
    for (std::size_t i = 0; i < histogram->breaks.size(); ++i)
      if (isMovable(i) && std::abs(placeOf(histogram->breaks[i], 0).x() - place.x()) <= reach)
        return ChartHit{Kind::class_break, i};
    for (std::size_t i = 0; i < histogram->bins.size(); ++i) {
      const QRectF bin = binRect(i);
      if (bin.left() <= place.x() && place.x() < bin.right()) return ChartHit{Kind::bin, i};
    }
  } else if (const auto* curves = std::get_if<ws::ChartCurves>(&chart_->content)) {
    std::optional<ChartHit> best;
    double least = 2.5 * reach;
    for (std::size_t i = 0; i < curves->curves.size(); ++i)
      for (std::size_t j = 0; j < curves->curves[i].points.size(); ++j) {
        const auto& point = curves->curves[i].points[j];
        const QPointF away = place - placeOf(point.x, point.y);
        if (const double distance = std::hypot(away.x(), away.y()); distance < least) {
          least = distance;
          best = ChartHit{Kind::point, i, j};
        }
      }
    return best;
  }
  return std::nullopt;
}

std::optional<UnitIndex> ChartItem::unitOf(const ChartHit& hit) const {
  using Kind = ChartHit::Kind;
  switch (hit.kind) {
    case Kind::bar: return std::get<ws::ChartBars>(chart_->content).bars[hit.index].subject.unit;
    case Kind::bubble: return std::get<ws::ChartBubbles>(chart_->content).bubbles[hit.index].subject.unit;
    case Kind::point:
      return std::get<ws::ChartCurves>(chart_->content).curves[hit.index].points[hit.point].at.unit;
    case Kind::bin:
    case Kind::class_break: break;
  }
  return std::nullopt;
}

std::vector<ChartHit> ChartItem::allMarks() const {
  std::vector<ChartHit> marks;
  if (!chart_) return marks;
  using Kind = ChartHit::Kind;
  const auto add = [&](Kind kind, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) marks.push_back({kind, i});
  };
  if (const auto* bars = std::get_if<ws::ChartBars>(&chart_->content)) add(Kind::bar, bars->bars.size());
  if (const auto* bubbles = std::get_if<ws::ChartBubbles>(&chart_->content))
    add(Kind::bubble, bubbles->bubbles.size());
  if (const auto* histogram = std::get_if<ws::ChartHistogram>(&chart_->content)) {
    add(Kind::bin, histogram->bins.size());
    for (std::size_t i = 0; i < histogram->breaks.size(); ++i)
      if (isMovable(i)) marks.push_back({Kind::class_break, i});
  }
  if (const auto* curves = std::get_if<ws::ChartCurves>(&chart_->content))
    for (std::size_t i = 0; i < curves->curves.size(); ++i)
      for (std::size_t j = 0; j < curves->curves[i].points.size(); ++j) marks.push_back({Kind::point, i, j});
  return marks;
}

QPointF ChartItem::placeOf(const ChartHit& hit) const {
  using Kind = ChartHit::Kind;
  switch (hit.kind) {
    case Kind::bar: return barRect(hit.index).center();
    case Kind::bin: return binRect(hit.index).center();
    case Kind::bubble: {
      const auto& bubble = std::get<ws::ChartBubbles>(chart_->content).bubbles[hit.index];
      return placeOf(bubble.x.value.number(), bubble.y.value.number());
    }
    case Kind::point: {
      const auto& point = std::get<ws::ChartCurves>(chart_->content).curves[hit.index].points[hit.point];
      return placeOf(point.x, point.y);
    }
    case Kind::class_break: break;
  }
  return {placeOf(std::get<ws::ChartHistogram>(chart_->content).breaks[hit.index], 0).x(),
          plotArea().top() + 4};
}

}  // namespace vicinia::desktop
