#include "panels/indicators/indicator_tree.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <algorithm>

#include "panels/tables/table_kit.h"

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
    if (!isReason || index.column() < IndicatorModel::valueColumn || !isInUsualOrder())
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
  /// What is behind the value can only be painted over where it is there, and behind it.
  [[nodiscard]] bool isInUsualOrder() const {
    for (int column = 0; column < IndicatorModel::columns; ++column)
      if (tree_.header()->visualIndex(column) != column || tree_.header()->isSectionHidden(column))
        return false;
    return true;
  }

  const QTreeView& tree_;
};

}  // namespace

IndicatorTree::IndicatorTree(IndicatorModel& model, TableFilter& filter, QWidget* parent)
    : QTreeView(parent), indicators_(model), filter_(filter) {
  setObjectName(QStringLiteral("indicatorTree"));
  filter_.setRecursiveFilteringEnabled(true);
  filter_.setSourceModel(&indicators_);
  filter_.setMainColumn(IndicatorModel::valueColumn);
  setModel(&filter_);
  setItemDelegate(new ReasonDelegate(*this, this));
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setAlternatingRowColors(true);
  setUniformRowHeights(true);
  setTabKeyNavigation(false);
  setIndentation(14);
  setTextElideMode(Qt::ElideRight);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  header()->setStretchLastSection(true);
  expandAll();
  new TableKit(*this, *header(), IndicatorModel::nameColumn);
}

std::optional<core::indicators::Indicator> IndicatorTree::current() const {
  return indicators_.indicatorAt(filter_.mapToSource(currentIndex()));
}

QModelIndex IndicatorTree::indexOf(core::indicators::Indicator indicator) const {
  return filter_.mapFromSource(indicators_.indexOf(indicator));
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
