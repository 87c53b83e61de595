/// \file filter_line.h
/// The line above a table in which a person types what rows are to be listed; its tool tip says how.
#pragma once

#include <QLineEdit>
#include <functional>
#include <utility>

#include "models/table_filter.h"

namespace vicinia::desktop {

class FilterLine : public QLineEdit {
  Q_OBJECT

 public:
  /// Both must outlive it; the name of the object is that of its place.
  FilterLine(TableFilter& filter, const QString& name, QWidget* parent = nullptr);

  /// What is done in place of handing the text to the filter, by a panel in which rows that go must choose nothing.
  void setApply(std::function<void()> apply) { apply_ = std::move(apply); }

 protected:
  bool event(QEvent* event) override;

 private:
  void retranslate();
  [[nodiscard]] QString howTo() const;

  TableFilter& filter_;
  std::function<void()> apply_;
};

}  // namespace vicinia::desktop
