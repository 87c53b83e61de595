/// \file grades_filter.h
/// The graded units, or only those on which the schemes disagree.
#pragma once

#include "models/table_filter.h"

namespace vicinia::desktop {

class GradesFilter : public TableFilter {
  Q_OBJECT

 public:
  using TableFilter::TableFilter;

  void setOnlyDisagreements(bool only);

 protected:
  [[nodiscard]] bool isAmong(const QModelIndex& row) const override;

 private:
  bool onlyDisagreements_ = false;
};

}  // namespace vicinia::desktop
