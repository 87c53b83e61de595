/// \file bar_delegate.h
/// A cell with a bar behind its number.
#pragma once

#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace vicinia::desktop {

class BarDelegate : public QStyledItemDelegate {
 public:
  /// `barRole` tells the bar's length, 0-1 of the cell's.
  BarDelegate(int barRole, QObject* parent) : QStyledItemDelegate(parent), barRole_(barRole) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const double share = index.data(barRole_).toDouble();
    if (share > 0 && !(option.state & QStyle::State_Selected)) {
      QColor colour = option.palette.color(QPalette::Highlight);
      colour.setAlphaF(0.25F);
      QRectF bar = QRectF(option.rect).adjusted(2, 3, -2, -3);
      bar.setWidth(bar.width() * std::min(share, 1.0));
      painter->fillRect(bar, colour);
    }
    QStyledItemDelegate::paint(painter, option, index);
  }

 private:
  int barRole_;
};

}  // namespace vicinia::desktop
