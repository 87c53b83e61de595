#include "report/report_flow.h"

#include <QPainter>
#include <QTextOption>
#include <algorithm>
#include <cmath>

#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double report_mm_per_inch = 25.4, report_points_per_inch = 72;
constexpr double cell_padding_mm = 1.1, column_gap_mm = 2.6,
                 after_number_mm = 2.4;  ///< more: a number ends where the next text begins

const ReportStyle report_title{17, true, QColor(0x1a, 0x1a, 0x1a)};
const ReportStyle report_subtitle{10.5, false, QColor(0x44, 0x44, 0x44)};
const ReportStyle report_heading{11, true, QColor(0x1a, 0x1a, 0x1a)};
const ReportStyle report_body{9.5};
const ReportStyle report_remark{8, false, QColor(0x55, 0x55, 0x55)};
const ReportStyle table_head{8, true, QColor(0x33, 0x33, 0x33)};
const ReportStyle table_cell{8.5};
const QColor head_ground(0xee, 0xf0, 0xf2);

}  // namespace

double ReportText::height() const {
  if (first >= end) return 0;
  const QTextLine last = layout->lineAt(end - 1);
  return last.y() + last.height() - layout->lineAt(first).y();
}

void ReportText::draw(QPainter& painter, QPointF corner) const {
  if (first >= end) return;
  painter.setPen(colour);
  const QPointF up(0, layout->lineAt(first).y());
  for (int line = first; line < end; ++line) layout->lineAt(line).draw(&painter, corner + at - up);
}

std::optional<std::pair<ReportBox, ReportBox>> split(const ReportBox& box, double height) {
  std::pair<ReportBox, ReportBox> parts{box, box};
  bool any = false;
  double taken = 0, left = 0;
  for (std::size_t i = 0; i < box.texts.size(); ++i) {
    ReportText &upper = parts.first.texts[i], &lower = parts.second.texts[i];
    while (upper.end > upper.first && upper.at.y() + upper.height() > height) --upper.end;
    lower.first = upper.end;
    any = any || upper.end > upper.first;
    taken = std::max(taken, upper.at.y() + upper.height());
    left = std::max(left, lower.at.y() + lower.height());
  }
  if (!any) return std::nullopt;
  parts.first.height = taken;
  parts.second.height = left;
  parts.second.rule = false;
  return parts;
}

ReportFlow::ReportFlow(QPaintDevice& device, double width_px)
    : device_(device), width_(width_px), px_per_mm_(device.logicalDpiY() / report_mm_per_inch) {}

ReportText ReportFlow::text(const std::string& text, const ReportStyle& style, double width,
                            Qt::Alignment align) const {
  QFont font = text_font(style.size_pt, style.bold);
  font.setPixelSize(std::max(
      1, static_cast<int>(std::lround(style.size_pt * device_.logicalDpiY() / report_points_per_inch))));
  QTextOption option(align);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  auto layout = std::make_shared<QTextLayout>(qt(text).replace(QLatin1Char('\n'), QChar::LineSeparator), font,
                                              &device_);
  layout->setTextOption(option);
  layout->beginLayout();
  double y = 0;
  for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
    line.setLineWidth(width);
    line.setPosition({0, y});
    y += line.height();
  }
  layout->endLayout();
  const int lines = layout->lineCount();
  return {std::move(layout), 0, lines, {}, style.colour};
}

ReportBox ReportFlow::box(const std::string& content, const ReportStyle& style,
                          double space_before_mm) const {
  ReportBox result;
  result.space_before = mm(space_before_mm);
  result.texts.push_back(text(content, style, width_));
  result.height = result.texts.back().height();
  return result;
}

void ReportFlow::add_table(const map::ReportTable& table, std::vector<ReportBox>& boxes) const {
  const std::size_t columns = table.columns.size();
  if (columns == 0) return;
  double shares = 0;
  for (const map::ReportColumn& column : table.columns) shares += std::max(0.0, column.share);
  const double padding = mm(cell_padding_mm);
  const auto gap_after = [&](std::size_t c) {
    return mm(column_gap_mm + (table.columns[c].is_number ? after_number_mm : 0));
  };
  double room = width_ - 2 * padding;
  for (std::size_t c = 0; c + 1 < columns; ++c) room -= gap_after(c);
  const auto row_of = [&](const auto& cell, const ReportStyle& style) {
    ReportBox row;
    double x = padding;
    for (std::size_t c = 0; c < columns; ++c) {
      const double width = shares > 0 ? room * std::max(0.0, table.columns[c].share) / shares
                                      : room / static_cast<double>(columns);
      ReportText set =
          text(cell(c), style, width, table.columns[c].is_number ? Qt::AlignRight : Qt::AlignLeft);
      set.at = {x, padding};
      row.height = std::max(row.height, set.height() + 2 * padding);
      row.texts.push_back(std::move(set));
      x += width + gap_after(c);
    }
    return row;
  };
  ReportBox head = row_of([&](std::size_t c) { return table.columns[c].head; }, table_head);
  head.space_before = mm(1.5);
  head.ground = head_ground;
  head.goes_with_next = true;
  const auto repeated = std::make_shared<const ReportBox>(head);
  boxes.push_back(std::move(head));
  for (const map::ReportRow& row : table.rows) {
    ReportBox line = row_of(
        [&](std::size_t c) { return c < row.cells.size() ? row.cells[c] : std::string(); }, table_cell);
    line.rule = row.begins_group;
    line.head = repeated;
    boxes.push_back(std::move(line));
  }
}

std::vector<ReportBox> ReportFlow::boxes(const map::ReportSpec& spec) const {
  std::vector<ReportBox> result;
  if (!spec.title.empty()) {
    result.push_back(box(spec.title, report_title, 0));
    result.back().goes_with_next = true;
  }
  if (!spec.subtitle.empty()) result.push_back(box(spec.subtitle, report_subtitle, 0.8));
  for (const map::ReportBlock& any : spec.blocks) {
    if (const auto* heading = std::get_if<map::ReportHeading>(&any)) {
      result.push_back(box(heading->text, report_heading, 6));
      result.back().goes_with_next = true;
    } else if (const auto* paragraph = std::get_if<map::ReportParagraph>(&any)) {
      result.push_back(box(paragraph->text, paragraph->remark ? report_remark : report_body, 2.6));
    } else {
      add_table(std::get<map::ReportTable>(any), result);
    }
  }
  return result;
}

}  // namespace vicinia::gis::engine
