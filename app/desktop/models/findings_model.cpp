#include "models/findings_model.h"

#include "text/qt_text.h"
#include "vicinia/workspace/words/findings_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

void FindingsModel::setFindings(const std::shared_ptr<const workspace::OpenDataset>& data, bool inFull,
                                workspace::Language language) {
  beginResetModel();
  rows_.clear();
  if (data && inFull)
    for (const core::Finding& finding : data->findings)
      rows_.push_back(qs(workspace::error_text(finding, language)));
  else if (data)
    for (const auto& line : workspace::findings_summary(data->findings, language))
      rows_.push_back(qs(line.text));
  endResetModel();
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  return rows_[static_cast<std::size_t>(index.row())];
}

}  // namespace vicinia::desktop
