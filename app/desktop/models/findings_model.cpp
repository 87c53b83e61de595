#include "models/findings_model.h"

#include <utility>

#include "session/qt_text.h"
#include "vicinia/workspace/texts.h"

namespace vicinia::desktop {

void FindingsModel::setFindings(std::shared_ptr<const workspace::OpenDataset> data, workspace::Language language) {
  beginResetModel();
  data_ = std::move(data);
  language_ = language;
  endResetModel();
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !data_ ? 0 : static_cast<int>(data_->findings.size());
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  return qs(workspace::error_text(data_->findings[static_cast<std::size_t>(index.row())], language_));
}

}  // namespace vicinia::desktop
