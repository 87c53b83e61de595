/// \file indicator_tree.h
/// The table of indicators: groups with their indicators, all open; the reason why one is not computed runs across the columns after
/// its name.
#pragma once

#include <QTreeView>
#include <optional>

#include "models/indicators/indicator_model.h"
#include "models/table_filter.h"

namespace vicinia::desktop {

class IndicatorTree : public QTreeView {
  Q_OBJECT

 public:
  /// Both must outlive the tree; the filter is of the model.
  IndicatorTree(IndicatorModel& model, TableFilter& filter, QWidget* parent = nullptr);

  [[nodiscard]] std::optional<core::indicators::Indicator> current() const;
  /// As the tree has it; invalid where it is filtered away.
  [[nodiscard]] QModelIndex indexOf(core::indicators::Indicator indicator) const;
  /// All groups are open, whatever a filter has taken away and brought back.
  void openAll() { expandAll(); }

  /// Columns as wide as what stands in them, within bounds.
  void fitColumns();

 Q_SIGNALS:
  void indicatorChosen();  ///< the current row is another

 protected:
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  IndicatorModel& indicators_;
  TableFilter& filter_;
};

}  // namespace vicinia::desktop
