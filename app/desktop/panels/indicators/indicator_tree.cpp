#include "panels/indicators/indicator_tree.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <algorithm>

namespace vicinia::desktop {

namespace {

constexpr int widestName = 260, widestValue = 230, widestAllowed = 190;

/// Lets a reason run to the end of its row.
class ReasonDelegate : public QStyledItemDelegate {
 public:
  explicit ReasonDelegate(const QTreeView& tree, QObject* parent)
      : QStyledItemDelegate(parent), tree_(tree) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const bool isReason = index.data(IndicatorModel::reasonRole).toBool();
    if (!isReason || index.column() < IndicatorModel::valueColumn)
      return QStyledItemDelegate::paint(painter, option, index);
    // With the last column, which comes last: the tree paints the ground of each column before its cell.
    if (index.column() + 1 < IndicatorModel::columns) return;
    QStyleOptionViewItem wide = option;
    wide.rect.setLeft(tree_.header()->sectionViewportPosition(IndicatorModel::valueColumn));
    QStyledItemDelegate::paint(painter, wide, index.siblingAtColumn(IndicatorModel::valueColumn));
  }

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(IndicatorModel::reasonRole).toBool() && index.column() == IndicatorModel::valueColumn)
      size.setWidth(0);
    return size;
  }

 private:
  const QTreeView& tree_;
};

}  // namespace

IndicatorTree::IndicatorTree(IndicatorModel& model, QWidget* parent) : QTreeView(parent) {
  setObjectName(QStringLiteral("indicatorTree"));
  setModel(&model);
  setItemDelegate(new ReasonDelegate(*this, this));
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setAlternatingRowColors(true);
  setUniformRowHeights(true);
  setTabKeyNavigation(false);
  setIndentation(14);
  setTextElideMode(Qt::ElideRight);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  header()->setSectionsMovable(false);
  header()->setStretchLastSection(true);
  expandAll();
}

void IndicatorTree::fitColumns() {
  const auto fit = [this](int column, int widest) {
    resizeColumnToContents(column);
    setColumnWidth(column, std::min(columnWidth(column), widest));
  };
  fit(IndicatorModel::nameColumn, widestName);
  fit(IndicatorModel::valueColumn, widestValue);
  fit(IndicatorModel::allowedColumn, widestAllowed);
}

void IndicatorTree::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTreeView::currentChanged(current, previous);
  Q_EMIT indicatorChosen();
}

}  // namespace vicinia::desktop
