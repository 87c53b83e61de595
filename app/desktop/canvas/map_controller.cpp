#include "canvas/map_controller.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "drawing/swatch.h"
#include "text/qt_text.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/maps/cartogram.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/tables/unit_report.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using namespace std::chrono_literals;

namespace {

constexpr auto gather = 30ms;
// Of its size, on every side: what is zoomed to takes at most two thirds of the map, and a unit half of it, since neighbours explain it.
constexpr double around_several = 0.28, around_a_unit = 0.6;

}  // namespace

MapController::MapController(const MapServices& services, ShownMap& map, MapCanvas& canvas,
                             std::uint32_t number, QObject* parent)
    : QObject(parent),
      session_(services.session),
      map_(map),
      engine_(services.engine),
      land_(services.land),
      canvas_(canvas),
      timings_(services.timings),
      number_(number) {
  soon_.setSingleShot(true);
  connect(&soon_, &QTimer::timeout, this, &MapController::request);
  connect(&map_, &ShownMap::changed, this, &MapController::onViewChanged);
  connect(&engine_, &EngineBridge::frameReady, this, &MapController::receive);
  connect(&engine_, &EngineBridge::frameFailed, this, &MapController::failFrame);
  connect(&canvas_, &MapCanvas::extentWanted, this,
          [this](const gis::map::Extent& extent) { setExtent(extent); });
  connect(&canvas_, &MapCanvas::zoomToAllWanted, this, &MapController::zoomToAll);
  connect(&canvas_, &MapCanvas::unitClicked, this,
          [this](std::size_t unit) { session_.apply(ws::commands::select_unit(unit)); });
  connect(&canvas_, &MapCanvas::unitToggled, this, [this](std::size_t unit) {
    session_.apply(ws::commands::select_units(session_.view().selected.toggled(unit)));
  });
  connect(&canvas_, &MapCanvas::areaDrawn, this, [this](const std::vector<std::size_t>& units, bool adds) {
    std::vector<core::admin::UnitIndex> all = units;
    if (adds)
      all.insert(all.begin(), session_.view().selected.units().begin(),
                 session_.view().selected.units().end());
    session_.apply(ws::commands::select_units(ws::Selection(std::move(all))));
  });
  connect(&canvas_, &MapCanvas::clearWanted, this,
          [this] { session_.apply(ws::commands::select_unit(std::nullopt)); });
  connect(&canvas_, &MapCanvas::hoverChanged, this, [this] { session_.setPointedAt(canvas_.hovered()); });
  connect(&session_, &Session::pointedAtChanged, this, [this] { canvas_.setHovered(session_.pointedAt()); });
  connect(&session_, &Session::brushedChanged, this, [this] { canvas_.setBrushed(session_.brushed()); });
  connect(&canvas_, &MapCanvas::framePainted, this, &MapController::painted);
  connect(&canvas_, &MapCanvas::retryWanted, this, &MapController::request);
  connect(&canvas_, &MapCanvas::resized, this, [this] {
    if (!map_.isOpen()) return;
    adoptExtent();
    ask(Urgency::extent);
  });
  canvas_.setTipSource([this](core::admin::UnitIndex unit, bool isPointedAtHere) {
    return isPointedAtHere ? tipOf(unit) : shortTipOf(unit);
  });
  canvas_.setBrushed(session_.brushed());
  if (map_.isOpen()) onViewChanged(ws::everything_touched());
}

void MapController::onViewChanged(const ws::Touched& touched) {
  if (touched.dataset) {
    canvas_.clearFrame();
    generation_ = 0;  // a frame of the data set before is not shown any more
    drawing_ = false;
  }
  const bool areOthersDrawn = touched.cartogram || (touched.colours() && map_.view().cartogram);
  if (touched.dataset || touched.province || areOthersDrawn) updateUnits();
  if (touched.dataset || touched.extent || touched.province || areOthersDrawn) adoptExtent();
  if (touched.dataset || touched.extent || touched.province) updateInsets();
  if (touched.anything()) canvas_.setSelected(map_.view().selected);
  if (touched.dataset) retranslate();
  if (touched.colours()) canvas_.setAuditMarks(ws::audit_marks(map_.document(), map_.choropleth()));
  if (touched.colours() || touched.labels || touched.symbols)
    request();  // the engine draws while the panels follow
  else if (touched.extent)
    ask(Urgency::extent);
}

void MapController::updateUnits() {
  const auto& map = map_.choropleth();
  const auto& dataset = map_.document().data->dataset;
  auto land = land_.of(dataset, map.units);
  canvas_.setUnits(map.cartogram ? std::make_shared<UnitShapes>(dataset, map.units, map.cartogram) : land,
                   land);
  auto everything = map_.document();
  everything.view.province.reset();
  canvas_.setFullExtent(ws::full_extent(everything));
}

// The same frames as on a figure: whether there are any, and their names, is the figure's business.
void MapController::updateInsets() {
  QStringList labels;
  if (const auto& view = map_.view(); !view.province && !view.extent) {
    const auto figure = ws::make_figure_spec(map_.document(), map_.choropleth(), session_.sources(),
                                             {.language = session_.language()});
    for (const auto& inset : figure.island_insets) labels << qs(inset.label);
  }
  const auto& frames = map_.dataset().island_frames;
  canvas_.setIslandInsets(labels, frames.empty() ? QPointF() : QPointF(frames.front().x, frames.front().y));
}

// That of the first map, for all: of a cartogram each would have another.
void MapController::adoptExtent() {
  const auto& extent = session_.view().extent;
  canvas_.setExtent(
      extent ? *extent
             : gis::map::fitted(ws::full_drawn_extent(session_.document(), session_.choropleth()),
                                canvas_.width(), canvas_.height(), ws::margin_around(session_.document())));
}

void MapController::retranslate() {
  canvas_.setLanguage(session_.language());
  if (!map_.isOpen()) return;
  canvas_.setNote(qs(ws::pick(session_.dataset().provenance.boundary_note, session_.language())));
  updateInsets();
  ask(Urgency::colours);  // labels on the map have a language
}

void MapController::ask(Urgency urgency) {
  complete_ = false;
  stale_ = true;
  canvas_.setBusy(true);
  if (urgency == Urgency::extent && drawing_) return;
  if (urgency == Urgency::colours)
    soon_.start(0ms);
  else if (!soon_.isActive())
    soon_.start(everComplete_ ? gather : 0ms);
}

void MapController::request() {
  if (!map_.isOpen() || canvas_.width() < 1 || canvas_.height() < 1) return;
  soon_.stop();
  canvas_.clearFailure();
  canvas_.setBusy(true);
  const double ratio = canvas_.devicePixelRatioF();
  const QSize device = canvas_.size() * ratio;
  auto spec = ws::make_map_spec(
      map_.document(), map_.choropleth(), session_.sources(),
      {static_cast<std::uint32_t>(device.width()), static_cast<std::uint32_t>(device.height()), 96.0 * ratio},
      session_.language());
  spec.extent = canvas_.extent();
  ws::scale_symbols(spec, symbolShare());
  for (const QRectF& covered : canvas_.covered()) {
    const auto low = canvas_.transform().toGround(covered.bottomLeft()),
               high = canvas_.transform().toGround(covered.topRight());
    spec.without_names.push_back({low.x(), low.y(), high.x(), high.y()});
  }
  canvas_.setBackground(qcolor(spec.background));
  stale_ = false;
  drawing_ = true;
  complete_ = false;
  asked_.start();
  generation_ = engine_.draw(std::move(spec), number_);
}

double MapController::symbolShare() const {
  constexpr double enough_px = 480, least = 0.45;
  if (!session_.isOpen() || ws::map_count(session_.view()) == 1) return 1;
  return std::clamp(std::min(canvas_.width(), canvas_.height()) / enough_px, least, 1.0);
}

void MapController::receive(const DrawnMap& map) {
  if (map.generation != generation_) return;
  drawing_ = false;
  engine_ms_ = map.engine_ms;
  canvas_.setFrame(map.image, map.upper, map.extent);
  if (stale_)
    ask(Urgency::extent);
  else
    canvas_.setBusy(false);
}

void MapController::failFrame(quint64 generation, const core::Error& error) {
  if (generation != generation_) return;  // superseded
  drawing_ = false;
  if (error.code != core::ErrorCode::cancelled) fail(error);
}

void MapController::fail(const core::Error& error) {
  canvas_.setBusy(false);
  canvas_.showFailure(qs(ws::error_text(error, session_.language())));
  Q_EMIT mapFailed(error);
}

void MapController::painted() {
  timings_.event("frame", {{"request_to_painted_ms", static_cast<double>(asked_.nsecsElapsed()) / 1e6},
                           {"engine_ms", engine_ms_},
                           {"map", static_cast<double>(number_ + 1)}});
  if (drawing_ || stale_) return;
  complete_ = true;
  if (!std::exchange(everComplete_, true) && number_ == 0) timings_.event("first_complete_map");
  // Not from within the paint event: whoever hears this may paint the window.
  QMetaObject::invokeMethod(this, &MapController::mapComplete, Qt::QueuedConnection);
}

void MapController::setExtent(const std::optional<gis::map::Extent>& extent) {
  if (session_.isOpen()) session_.apply(ws::commands::set_extent(extent));
}

void MapController::zoomToAll() { setExtent(std::nullopt); }

void MapController::zoomToSelected() {
  if (!session_.isOpen()) return;
  std::optional<gis::map::Extent> all;
  for (const auto unit : session_.view().selected.units()) {
    const gis::map::Extent one = ws::drawn_extent(session_.dataset(), session_.choropleth(), unit);
    all = all ? gis::map::united(*all, one) : one;
  }
  if (all) setExtent(gis::map::fitted(*all, canvas_.width(), canvas_.height(), around_a_unit));
}

void MapController::reveal(core::admin::UnitIndex unit) {
  if (!session_.isOpen()) return;
  const auto wanted = ws::drawn_extent(session_.dataset(), session_.choropleth(), unit);
  const auto& seen = canvas_.extent();
  if (!(wanted.width() > 0) || !(wanted.height() > 0)) return;
  if (wanted.min_x >= seen.min_x && wanted.max_x <= seen.max_x && wanted.min_y >= seen.min_y &&
      wanted.max_y <= seen.max_y)
    return;
  if (wanted.width() > seen.width() || wanted.height() > seen.height()) return zoomTo(wanted);
  const double x = (wanted.min_x + wanted.max_x) / 2, y = (wanted.min_y + wanted.max_y) / 2;
  setExtent(gis::map::Extent{x - seen.width() / 2, y - seen.height() / 2, x + seen.width() / 2,
                             y + seen.height() / 2});
}

void MapController::zoomTo(const gis::map::Extent& extent) {
  setExtent(gis::map::fitted(extent, canvas_.width(), canvas_.height(), around_several));
}

QString MapController::tipOf(core::admin::UnitIndex unit) const {
  if (!map_.isOpen()) return {};
  QString text;
  for (const auto& line : ws::tooltip_lines(map_.document(), map_.choropleth(), unit, session_.language())) {
    const QString escaped = qs(line).toHtmlEscaped();
    text += text.isEmpty() ? QStringLiteral("<b>%1</b>").arg(escaped) : QStringLiteral("<br>%1").arg(escaped);
  }
  return text.isEmpty() ? text : QStringLiteral("<p style='white-space:pre; margin:0'>%1</p>").arg(text);
}

// Which unit it is stands where it is pointed at; here what it is worth.
QString MapController::shortTipOf(core::admin::UnitIndex unit) const {
  if (!map_.isOpen() || unit >= map_.choropleth().values.size()) return {};
  const core::values::Variable variable = map_.view().variable;
  return QStringLiteral("<p style='white-space:pre; margin:0'>%1: <b>%2</b></p>")
      .arg(qs(ws::variable_short_name(map_.dataset().provenance, variable, session_.language()))
               .toHtmlEscaped(),
           qs(ws::variable_value_text(map_.choropleth().values[unit], variable, session_.language()))
               .toHtmlEscaped());
}

}  // namespace vicinia::desktop
