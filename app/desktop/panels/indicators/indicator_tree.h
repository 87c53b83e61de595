/// \file indicator_tree.h
/// The table of indicators: groups with their indicators, all open; the reason why one is not computed runs across the columns after
/// its name.
#pragma once

#include <QTreeView>

#include "models/indicators/indicator_model.h"

namespace vicinia::desktop {

class IndicatorTree : public QTreeView {
  Q_OBJECT

 public:
  /// `model` must outlive the tree.
  explicit IndicatorTree(IndicatorModel& model, QWidget* parent = nullptr);

  /// Columns as wide as what stands in them, within bounds.
  void fitColumns();

 Q_SIGNALS:
  void indicatorChosen();  ///< the current row is another

 protected:
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
};

}  // namespace vicinia::desktop
