#include "models/sector_model.h"

#include <utility>

#include "text/qt_text.h"
#include "text/search_words.h"

namespace vicinia::desktop {

namespace ws = workspace;

void SectorModel::setDataset(std::shared_ptr<const ws::OpenDataset> data,
                             core::industry::PeriodIndex period) {
  if (data == data_ && period == period_) return;
  beginResetModel();
  data_ = std::move(data);
  period_ = period;
  const auto& dataset = *data_->dataset;
  listed_.assign(dataset.sectors.size(), 0);
  for (const auto& row : dataset.observations.rows())
    if (row.period == period_ && row.sector < listed_.size()) ++listed_[row.sector];
  folded_.clear();
  for (const auto& sector : dataset.sectors)
    folded_.push_back(searchable(sector.code + " " + sector.name_vi + " " + sector.name_en));
  endResetModel();
}

void SectorModel::setLanguage(ws::Language language) {
  if (language == language_) return;
  language_ = language;
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int SectorModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !data_ ? 0 : static_cast<int>(data_->dataset->sectors.size());
}

int SectorModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant SectorModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto row = static_cast<std::size_t>(index.row());
  const auto& sector = data_->dataset->sectors[row];
  switch (role) {
    case Qt::DisplayRole:
      if (index.column() == codeColumn) return qs(sector.code);
      if (index.column() == nameColumn) return qs(ws::name_of(sector, language_));
      return listed_[row];
    case Qt::ToolTipRole:
      return index.column() == countColumn ? tr("Units that the source lists: %1").arg(listed_[row])
                                           : qs(ws::name_of(sector, language_));
    case Qt::AccessibleTextRole:
      return tr("%1, %2: %3 units listed")
          .arg(qs(sector.code), qs(ws::name_of(sector, language_)))
          .arg(listed_[row]);
    case Qt::TextAlignmentRole:
      return index.column() == countColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                           : QVariant();
    case foldedRole: return folded_[row];
    default: return {};
  }
}

QVariant SectorModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case codeColumn: return tr("No.");
    case nameColumn: return tr("Sector");
    case countColumn: return tr("Listed");
    default: return {};
  }
}

}  // namespace vicinia::desktop
