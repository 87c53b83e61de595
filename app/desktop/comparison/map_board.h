/// \file map_board.h
/// The middle of the window: the first map alone, or with up to five beside it in a grid, or with one of them beneath it and a handle between.
/// All stand where the first stands; each has a head and a legend, an engine's canvas and outlines of its own.
/// Units: device-independent pixels.
#pragma once

#include <QLabel>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "canvas/map_controller.h"
#include "canvas/overlay/overlay_controller.h"
#include "comparison/comparison_bar.h"
#include "comparison/legend_strip.h"
#include "comparison/map_head.h"
#include "comparison/swipe_handle.h"
#include "session/agglomerations_beside.h"

namespace vicinia::desktop {

class MapBoard : public QWidget {
  Q_OBJECT

 public:
  /// All must outlive the board, but for the canvas of the first map, which it takes.
  MapBoard(const MapServices& services, const RulePresets& presets, MapCanvas& first,
           MapController& controller, AgglomerationController& agglomerations, QWidget* parent = nullptr);
  ~MapBoard() override;

  /// Of every map that is shown, the first included: the newest frame shows the map as it is now, and is painted, with its outlines.
  [[nodiscard]] bool isComplete() const;
  /// Of the maps that are shown, in their order: alone, or as many as are compared.
  [[nodiscard]] std::vector<MapCanvas*> canvases() const;
  [[nodiscard]] std::vector<MapController*> controllers() const;
  [[nodiscard]] const LegendStrip& legend(std::size_t shown) const;
  [[nodiscard]] SwipeHandle& handle() { return *handle_; }

  /// Another map beside those that there are, to be chosen.
  void addMap();
  /// What is seen, as a picture, to be pasted elsewhere: all maps with their heads and legends.
  void copy();
  /// As on one canvas, on all.
  void setDrawing(std::optional<DrawnArea::Shape> shape);
  void retranslate();
  /// The first map alone is left, whatever the session has: before the engine goes.
  void close();

  [[nodiscard]] QSize sizeHint() const override { return {800, 800}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {240, 240}; }

 Q_SIGNALS:
  void mapsComplete();  ///< see isComplete(); whenever a frame was painted that was the last to come
  void drawingEnded();
  /// On a map beside the first.
  void menuWanted(std::size_t map, const std::optional<std::size_t>& unit, const QPoint& global);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// What stands around a canvas while maps are compared.
  struct Frame {
    MapHead* head = nullptr;
    LegendStrip* legend = nullptr;
  };
  struct Beside {
    Frame frame{};
    MapCanvas* canvas = nullptr;
    std::unique_ptr<MapBeside> map{};
    std::unique_ptr<AgglomerationsBeside> agglomerations{};
    std::unique_ptr<MapController> controller{};
    std::unique_ptr<OverlayController> overlay{};
  };

  void onViewChanged(const workspace::Touched& touched);
  void followDocument();
  void addBeside(std::size_t map);
  void takeLastAway();
  [[nodiscard]] Frame makeFrame(std::size_t map);
  void showFrames();
  void nameMaps();
  void showNote();
  void showFirstLegend();
  void showLegend(const Beside& one);
  void showLegends();
  void tellIfComplete();
  void arrange();
  void arrangeOnce();
  void arrangeInGrid(const QRect& room);
  void arrangeForSwiping(const QRect& room);
  void placeHandle();
  void orderTabs();
  [[nodiscard]] int columnsFor(const QRect& room, int fixedHeight) const;
  [[nodiscard]] int headHeight() const;
  [[nodiscard]] int legendHeight(int width) const;
  [[nodiscard]] bool isComparing() const { return !besides_.empty(); }

  MapServices services_;
  Session& session_;
  const RulePresets& presets_;
  MapCanvas& first_;
  MapController& controller_;
  AgglomerationController& agglomerations_;
  Turns turns_;
  ComparisonBar* bar_;
  Frame firstFrame_;
  SwipeHandle* handle_;
  QLabel* note_;  ///< of the boundaries: below all maps, once
  std::vector<Beside> besides_;
  double symbolShare_ = 1;  ///< that the legends show
  bool isDrawingEnding_ = false, isArranging_ = false;
};

}  // namespace vicinia::desktop
