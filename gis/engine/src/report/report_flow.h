/// \file report_flow.h
/// A report as a run of boxes, one below the other, before pages are known: each with its texts broken into
/// lines. A word that is wider than its column is broken too, so that nothing leaves the page. Units: device
/// pixels; `Scale` turns millimetres and points into them.
#pragma once

#include <QColor>
#include <QPaintDevice>
#include <QPointF>
#include <QString>
#include <QTextLayout>
#include <memory>
#include <optional>
#include <vector>

#include "vicinia/gis/map/report_spec.h"

class QPainter;

namespace vicinia::gis::engine {

struct ReportStyle {
  double size_pt = 9;
  bool bold = false;
  QColor colour{0x22, 0x22, 0x22};
};

/// Lines of one text, `at` from the corner of their box.
struct ReportText {
  std::shared_ptr<const QTextLayout> layout;
  int first = 0, end = 0;  ///< lines
  QPointF at;
  QColor colour;
  [[nodiscard]] double height() const;
  void draw(QPainter& painter, QPointF corner) const;
};

struct ReportBox {
  double space_before = 0;  ///< not at the top of a page
  double height = 0;
  std::vector<ReportText> texts;
  std::optional<QColor> ground;
  bool rule = false;                      ///< a thin line along its top
  bool goes_with_next = false;            ///< not the last of a page
  std::shared_ptr<const ReportBox> head;  ///< of its table: repeated where the box begins a page
};

class ReportFlow {
 public:
  ReportFlow(QPaintDevice& device, double width_px);

  /// Boxes of the title and all blocks, in their order.
  [[nodiscard]] std::vector<ReportBox> boxes(const map::ReportSpec& spec) const;
  /// A text by itself.
  [[nodiscard]] ReportText text(const std::string& text, const ReportStyle& style, double width,
                                Qt::Alignment align = Qt::AlignLeft) const;
  [[nodiscard]] double mm(double length) const { return length * px_per_mm_; }

 private:
  [[nodiscard]] ReportBox box(const std::string& text, const ReportStyle& style,
                              double space_before_mm) const;
  void add_table(const map::ReportTable& table, std::vector<ReportBox>& boxes) const;

  QPaintDevice& device_;
  double width_, px_per_mm_;
};

/// The part of a box that fits into `height`, and the rest; nothing fits: nullopt.
[[nodiscard]] std::optional<std::pair<ReportBox, ReportBox>> split(const ReportBox& box, double height);

}  // namespace vicinia::gis::engine
