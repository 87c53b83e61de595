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
  tellAllChanged();
}

int SectorModel::rowTotal() const { return data_ ? static_cast<int>(data_->dataset->sectors.size()) : 0; }

bool SectorModel::isNumeric(int column) const { return column == countColumn; }

QVariant SectorModel::cell(int at, int column, int role) const {
  const auto row = static_cast<std::size_t>(at);
  const auto& sector = data_->dataset->sectors[row];
  switch (role) {
    case Qt::DisplayRole:
      if (column == codeColumn) return qs(sector.code);
      if (column == nameColumn) return qs(ws::name_of(sector, language_));
      return listed_[row];
    case Qt::ToolTipRole:
      return column == countColumn ? tr("Units that the source lists: %1").arg(listed_[row])
                                   : qs(ws::name_of(sector, language_));
    case Qt::AccessibleTextRole:
      return tr("%1, %2: %3 units listed")
          .arg(qs(sector.code), qs(ws::name_of(sector, language_)))
          .arg(listed_[row]);
    case sortRole:
    case numberRole: return column == countColumn ? QVariant(static_cast<double>(listed_[row])) : QVariant();
    case foldedRole: return folded_[row];
    default: return {};
  }
}

QVariant SectorModel::head(int section, int role) const {
  if (role == termRole)
    return section == countColumn ? QStringLiteral("not-published") : QStringLiteral("sector");
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case codeColumn: return tr("No.");
    case nameColumn: return tr("Sector");
    case countColumn: return tr("Listed");
    default: return {};
  }
}

}  // namespace vicinia::desktop
