#include "comparison/map_board.h"

#include <QApplication>
#include <QClipboard>
#include <algorithm>
#include <cmath>
#include <utility>

#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr int gap_px = 4;
constexpr int least_width_px = 190;  ///< of a map in a grid: its head and legend can be read
constexpr int note_edge_px = 6;

/// The maps that are shown beside the first.
std::vector<std::size_t> shownBeside(const ws::View& view) {
  if (view.comparison.swiped_with > 0) return {view.comparison.swiped_with};
  std::vector<std::size_t> maps;
  for (std::size_t map = 1; map < ws::map_count(view); ++map) maps.push_back(map);
  return maps;
}

}  // namespace

MapBoard::MapBoard(const MapServices& services, const RulePresets& presets, MapCanvas& first,
                   MapController& controller, AgglomerationController& agglomerations, QWidget* parent)
    : QWidget(parent),
      services_(services),
      session_(services.session),
      presets_(presets),
      first_(first),
      controller_(controller),
      agglomerations_(agglomerations),
      bar_(new ComparisonBar(session_, this)),
      firstFrame_(makeFrame(0)),
      handle_(new SwipeHandle(this)),
      note_(new PlainLabel(this)) {
  setObjectName(QStringLiteral("mapBoard"));
  first_.setParent(this);
  bar_->hide();
  firstFrame_.head->hide();
  firstFrame_.legend->hide();
  handle_->hide();
  note_->setObjectName(QStringLiteral("boundaryNote"));
  note_->setWordWrap(true);
  note_->setContentsMargins(note_edge_px, 1, note_edge_px, 2);
  QFont small = note_->font();
  small.setPointSizeF(std::max(7.0, small.pointSizeF() - 1));
  note_->setFont(small);
  note_->hide();
  setFocusProxy(&first_);
  connect(handle_, &QAbstractSlider::valueChanged, this, &MapBoard::placeHandle);
  connect(&session_, &Session::changed, this, &MapBoard::onViewChanged);
  connect(&controller_, &MapController::mapComplete, this, &MapBoard::tellIfComplete);
  connect(&first_, &MapCanvas::drawingEnded, this, [this] { setDrawing(std::nullopt); });
}

MapBoard::~MapBoard() { close(); }

void MapBoard::close() {
  disconnect(&session_, nullptr, this, nullptr);
  while (isComparing()) takeLastAway();
}

bool MapBoard::isComplete() const {
  return controller_.isComplete() && std::ranges::all_of(besides_, [](const Beside& one) {
           return one.map->isCurrent() && one.controller->isComplete() && one.agglomerations->isSettled();
         });
}

void MapBoard::tellIfComplete() {
  if (isComplete()) Q_EMIT mapsComplete();
}

std::vector<MapCanvas*> MapBoard::canvases() const {
  std::vector<MapCanvas*> all{&first_};
  for (const Beside& one : besides_) all.push_back(one.canvas);
  return all;
}

std::vector<MapController*> MapBoard::controllers() const {
  std::vector<MapController*> all{&controller_};
  for (const Beside& one : besides_) all.push_back(one.controller.get());
  return all;
}

const LegendStrip& MapBoard::legend(std::size_t shown) const {
  return shown == 0 ? *firstFrame_.legend : *besides_.at(shown - 1).frame.legend;
}

void MapBoard::addMap() {
  if (!session_.apply(ws::commands::add_map()) || !isComparing()) return;
  besides_.back().frame.head->firstChooser()->setFocus(Qt::ShortcutFocusReason);
}

void MapBoard::copy() {
  if (!isComparing()) return first_.copy();
  QApplication::clipboard()->setPixmap(grab(rect().adjusted(0, bar_->geometry().bottom() + 1, 0, 0)));
}

void MapBoard::setDrawing(std::optional<DrawnArea::Shape> shape) {
  if (std::exchange(isDrawingEnding_, true)) return;  // one canvas has ended it, and the others end with it
  for (MapCanvas* const canvas : canvases()) canvas->setDrawing(shape);
  isDrawingEnding_ = false;
  if (!shape) Q_EMIT drawingEnded();
}

void MapBoard::retranslate() {
  for (const Beside& one : besides_) one.controller->retranslate();
  showNote();
  showLegends();
  nameMaps();
}

MapBoard::Frame MapBoard::makeFrame(std::size_t map) {
  const Frame frame{new MapHead(session_, presets_, this), new LegendStrip(this)};
  frame.head->setMap(map);
  connect(frame.legend, &LegendStrip::heightChanged, this, &MapBoard::arrange);
  return frame;
}

void MapBoard::onViewChanged(const ws::Touched& touched) {
  if (touched.comparison || touched.dataset) followDocument();
  if (!isComparing()) return;
  if (touched.colours() || touched.comparison || touched.symbols || touched.extent) showFirstLegend();
  if (touched.province) arrange();  // ground of another shape
  if (touched.colours() || touched.comparison) nameMaps();
}

void MapBoard::followDocument() {
  const bool wasComparing = isComparing();
  const std::vector<std::size_t> wanted =
      session_.isOpen() ? shownBeside(session_.view()) : std::vector<std::size_t>();
  while (besides_.size() > wanted.size()) takeLastAway();
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (i == besides_.size()) addBeside(wanted[i]);
    besides_[i].map->setMap(wanted[i]);
    besides_[i].frame.head->setMap(wanted[i]);
  }
  if (!isComparing() && !wasComparing) return;
  showFrames();
  showNote();
  nameMaps();
  showFirstLegend();
  arrange();
  orderTabs();
}

void MapBoard::addBeside(std::size_t map) {
  Beside& one = besides_.emplace_back();
  one.frame = makeFrame(map);
  one.canvas = new MapCanvas(this);
  one.canvas->setObjectName(QStringLiteral("mapCanvas%1").arg(besides_.size() + 1));
  one.canvas->setLanguage(session_.language());
  one.map = std::make_unique<MapBeside>(session_, turns_, map);
  one.agglomerations = std::make_unique<AgglomerationsBeside>(*one.map, agglomerations_, turns_);
  one.controller = std::make_unique<MapController>(services_, *one.map, *one.canvas,
                                                   static_cast<std::uint32_t>(besides_.size()));
  one.overlay = std::make_unique<OverlayController>(session_, *one.map, *one.agglomerations, *one.canvas);
  MapBeside* const shown = one.map.get();
  connect(shown, &ShownMap::changed, one.frame.legend, [this, shown](const ws::Touched& touched) {
    if (!touched.colours() && !touched.comparison && !touched.symbols && !touched.extent) return;
    const auto of = std::ranges::find(besides_, shown, [](const Beside& other) { return other.map.get(); });
    if (of != besides_.end()) showLegend(*of);
  });
  connect(shown, &MapBeside::failed, one.controller.get(), &MapController::fail);
  connect(one.controller.get(), &MapController::mapComplete, this, &MapBoard::tellIfComplete);
  connect(one.agglomerations.get(), &ShownAgglomerations::changed, this, &MapBoard::tellIfComplete);
  connect(one.canvas, &MapCanvas::drawingEnded, this, [this] { setDrawing(std::nullopt); });
  connect(one.canvas, &MapCanvas::menuWanted, this,
          [this, shown](const std::optional<std::size_t>& unit, const QPoint& global) {
            Q_EMIT menuWanted(shown->map(), unit, global);
          });
}

// Its head may be what was clicked: widgets go when the event loop is back, and say nothing until then but that they have gone, which those who
// read the window aloud must hear.
void MapBoard::takeLastAway() {
  Beside last = std::move(besides_.back());
  besides_.pop_back();
  last.overlay.reset();
  last.controller.reset();
  last.agglomerations.reset();
  last.map.reset();
  for (QWidget* const widget :
       std::initializer_list<QWidget*>{last.frame.head, last.frame.legend, last.canvas}) {
    widget->hide();
    widget->blockSignals(true);
    widget->deleteLater();
  }
}

void MapBoard::showFrames() {
  const bool isComparing = this->isComparing(),
             isSwiping = isComparing && session_.view().comparison.swiped_with > 0;
  bar_->setVisible(isComparing);
  firstFrame_.head->setVisible(isComparing);
  firstFrame_.legend->setVisible(isComparing);
  handle_->setVisible(isSwiping);
  for (const Beside& one : besides_)
    for (QWidget* const widget :
         std::initializer_list<QWidget*>{one.frame.head, one.canvas, one.frame.legend})
      widget->show();
  for (MapCanvas* const canvas : canvases()) {
    canvas->setTipsOfElsewhere(isComparing && !isSwiping);
    canvas->setPlace(!isComparing        ? MapCanvas::Place::alone
                     : canvas == &first_ ? MapCanvas::Place::first_of_several
                                         : MapCanvas::Place::beside_others);
  }
  if (isSwiping) {
    first_.raise();
    handle_->raise();
  }
}

void MapBoard::nameMaps() {
  first_.setTitle(
      isComparing()
          ? tr("Map %1: %2").arg(1).arg(qs(ws::shown_text(session_.document(), session_.language())))
          : QString());
  for (const Beside& one : besides_)
    if (one.map->map() < ws::map_count(session_.view()))
      one.canvas->setTitle(tr("Map %1: %2")
                               .arg(one.map->map() + 1)
                               .arg(qs(ws::shown_text(ws::document_of(session_.document(), one.map->map()),
                                                      session_.language()))));
}

void MapBoard::showNote() {
  const QString note = session_.isOpen()
                           ? qs(ws::pick(session_.dataset().provenance.boundary_note, session_.language()))
                           : QString();
  note_->setText(note);
  note_->setVisible(isComparing() && !note.isEmpty());
}

void MapBoard::showFirstLegend() {
  if (isComparing() && session_.isOpen()) firstFrame_.legend->show(session_, session_, 0, symbolShare_);
}

void MapBoard::showLegend(const Beside& one) {
  if (one.map->isOpen()) one.frame.legend->show(*one.map, session_, one.map->map(), symbolShare_);
}

void MapBoard::showLegends() {
  showFirstLegend();
  for (const Beside& one : besides_) showLegend(one);
}

int MapBoard::headHeight() const {
  int height = firstFrame_.head->sizeHint().height();
  for (const Beside& one : besides_) height = std::max(height, one.frame.head->sizeHint().height());
  return height;
}

int MapBoard::legendHeight(int width) const {
  int height = firstFrame_.legend->heightForWidth(width);
  for (const Beside& one : besides_) height = std::max(height, one.frame.legend->heightForWidth(width));
  return height;
}

void MapBoard::resizeEvent(QResizeEvent*) { arrange(); }

void MapBoard::arrange() {
  if (std::exchange(isArranging_, true)) return;
  arrangeOnce();
  // Symbols are as large as the maps bear, and legends as high as their symbols.
  if (const double share = controller_.symbolShare();
      std::exchange(symbolShare_, share) != share && isComparing()) {
    showLegends();
    arrangeOnce();
  }
  isArranging_ = false;
}

void MapBoard::arrangeOnce() {
  if (!isComparing()) {
    first_.clearMask();
    first_.setGeometry(rect());
    return;
  }
  QRect room = rect();
  const int barHeight = bar_->sizeHint().height();
  bar_->setGeometry(room.left(), room.top(), room.width(), barHeight);
  room.setTop(room.top() + barHeight);
  if (!note_->text().isEmpty()) {
    const int noteHeight = note_->heightForWidth(room.width());
    note_->setGeometry(room.left(), room.bottom() + 1 - noteHeight, room.width(), noteHeight);
    room.setBottom(room.bottom() - noteHeight);
  }
  session_.view().comparison.swiped_with > 0 ? arrangeForSwiping(room) : arrangeInGrid(room);
}

/// At which the maps are largest.
int MapBoard::columnsFor(const QRect& room, int fixedHeight) const {
  const int count = static_cast<int>(besides_.size()) + 1;
  const gis::map::Extent ground = ws::full_extent(session_.document());
  const double proportion = ground.width() > 0 ? ground.height() / ground.width() : 1;
  int best = 1;
  double largest = -1;
  for (int columns = 1; columns <= count; ++columns) {
    const int rows = (count + columns - 1) / columns;
    const double width = (room.width() - (columns - 1) * gap_px) / static_cast<double>(columns);
    const double height = (room.height() - (rows - 1) * gap_px) / static_cast<double>(rows) - fixedHeight;
    if (columns > 1 && width < least_width_px) break;
    if (const double map = std::min(width, height / proportion); map > largest) {
      largest = map;
      best = columns;
    }
  }
  return best;
}

// Canvases are of one size to the pixel: then the engine draws land, borders and names once for all of them.
void MapBoard::arrangeInGrid(const QRect& room) {
  const int head = headHeight();
  const int columns = columnsFor(room, head + legendHeight(least_width_px));
  const int count = static_cast<int>(besides_.size()) + 1, rows = (count + columns - 1) / columns;
  const int width = std::max(1, (room.width() - (columns - 1) * gap_px) / columns),
            height = std::max(1, (room.height() - (rows - 1) * gap_px) / rows), legend = legendHeight(width),
            canvas = std::max(1, height - head - legend);
  first_.clearMask();
  for (int i = 0; i < count; ++i) {
    const Frame& frame = i == 0 ? firstFrame_ : besides_[static_cast<std::size_t>(i) - 1].frame;
    MapCanvas& map = i == 0 ? first_ : *besides_[static_cast<std::size_t>(i) - 1].canvas;
    const int x = room.left() + i % columns * (width + gap_px),
              y = room.top() + i / columns * (height + gap_px);
    frame.head->setGeometry(x, y, width, head);
    map.setGeometry(x, y + head, width, canvas);
    frame.legend->setGeometry(x, y + head + canvas, width, legend);
  }
}

void MapBoard::arrangeForSwiping(const QRect& room) {
  const int head = headHeight(), half = (room.width() - gap_px) / 2, legend = legendHeight(half);
  const QRect maps(room.left(), room.top() + head, room.width(), std::max(1, room.height() - head - legend));
  const auto place = [&](const Frame& frame, MapCanvas& canvas, int x) {
    frame.head->setGeometry(x, room.top(), half, head);
    canvas.setGeometry(maps);
    frame.legend->setGeometry(x, maps.bottom() + 1, half, legend);
  };
  place(firstFrame_, first_, room.left());
  place(besides_.front().frame, *besides_.front().canvas, room.right() - half + 1);
  placeHandle();
}

void MapBoard::placeHandle() {
  if (!isComparing() || session_.view().comparison.swiped_with == 0) return;
  const QRect maps = besides_.front().canvas->geometry();
  handle_->placeOver(maps);
  // A mask of nothing would be none.
  first_.setMask(QRegion(0, 0, std::max(1, handle_->position() - maps.left()), maps.height()));
}

void MapBoard::orderTabs() {
  QWidget* before = bar_;
  const auto follow = [&](QWidget* next) {
    setTabOrder(before, next);
    before = next;
  };
  const auto followAll = [&](QWidget* of) {
    for (QWidget* const one : of->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
      if (one->focusPolicy() != Qt::NoFocus) follow(one);
  };
  before = this;
  followAll(bar_);
  followAll(firstFrame_.head);
  follow(&first_);
  follow(handle_);
  for (const Beside& one : besides_) {
    followAll(one.frame.head);
    follow(one.canvas);
  }
}

}  // namespace vicinia::desktop
