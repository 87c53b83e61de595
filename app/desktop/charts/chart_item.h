/// \file chart_item.h
/// A chart of the workspace as an item of Qt Charts: its axes, grid, title and lines are Qt's, its bars, bubbles and bins are drawn over them
/// at the places that the axes give. Shown in the window, and rendered for files, by the same class.
/// Units:   pixels of the item; values of the chart.
/// Cost:    painting O(what is drawn); pointing O(what is drawn).
#pragma once

#include <QChart>
#include <QColor>
#include <QFont>
#include <QLineSeries>
#include <QPalette>
#include <memory>
#include <optional>
#include <vector>

#include "vicinia/workspace/charts/chart.h"

namespace vicinia::desktop {

/// On a window, light or dark, or on paper.
struct ChartLook {
  QColor ground, text, faint_text, grid, edge, selection;
  QFont font;
  [[nodiscard]] static ChartLook ofWindow(const QPalette& palette, const QFont& font);
  [[nodiscard]] static ChartLook ofPaper();
};

/// What is at a place of the chart.
struct ChartHit {
  enum class Kind { bar, bubble, bin, point, class_break } kind;
  std::size_t index = 0;  ///< in the list of its kind; of a point, that of its curve
  std::size_t point = 0;
  [[nodiscard]] bool operator==(const ChartHit&) const = default;
};

class ChartItem : public QChart {
 public:
  explicit ChartItem(workspace::Language language, ChartLook look);
  ~ChartItem() override;

  void setLanguage(workspace::Language language);
  [[nodiscard]] const ChartLook& look() const { return look_; }
  void setContent(std::shared_ptr<const workspace::Chart> chart, ChartLook look);
  [[nodiscard]] const workspace::Chart* content() const { return chart_.get(); }
  /// Whose marks stand out; ascending.
  void setSelected(std::vector<core::admin::UnitIndex> units);
  void setPointed(std::optional<core::admin::UnitIndex> unit);
  /// Thousands of marks are drawn faster, and kept while nothing but the brush moves; else they are shapes, as files have them.
  void setOnScreen();
  /// With names beside the largest and the selected bubbles: for files; in the window pointing tells them.
  void setNamed(bool named);

  [[nodiscard]] QPointF placeOf(double x, double y) const;
  [[nodiscard]] QPointF valueAt(QPointF place) const;
  [[nodiscard]] QRectF barRect(std::size_t bar) const;
  /// Of a class break of a histogram.
  [[nodiscard]] bool isMovable(std::size_t index) const;
  [[nodiscard]] QRectF binRect(std::size_t bin) const;
  /// That the name of every bar, and the numbers of the axes, can be read.
  [[nodiscard]] double leastHeight() const;
  [[nodiscard]] double bubbleRadius(const workspace::ChartBubble& bubble) const;
  [[nodiscard]] std::optional<ChartHit> at(QPointF place) const;
  /// Whom it stands for; nullopt: no single unit.
  [[nodiscard]] std::optional<core::admin::UnitIndex> unitOf(const ChartHit& hit) const;
  [[nodiscard]] std::vector<ChartHit> allMarks() const;
  [[nodiscard]] QPointF placeOf(const ChartHit& hit) const;

 private:
  class Marks;
  void rebuild();
  void addAxes();
  void addCurves(const workspace::ChartCurves& curves);
  [[nodiscard]] QAbstractAxis* makeAxis(const workspace::ChartAxis& axis, bool reversed) const;

  workspace::Language language_;
  ChartLook look_;
  std::shared_ptr<const workspace::Chart> chart_;
  QLineSeries* anchor_ = nullptr;  ///< draws nothing: what gives the axes their ends
  std::vector<core::admin::UnitIndex> selected_;
  std::optional<core::admin::UnitIndex> pointed_;
  bool named_ = false, isOnScreen_ = false;
  Marks* below_;  ///< class bands, beneath the grid's lines
  Marks* marks_;
  Marks* above_;  ///< what is selected and pointed at
};

}  // namespace vicinia::desktop
