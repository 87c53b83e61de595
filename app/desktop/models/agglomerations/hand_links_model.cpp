#include "models/agglomerations/hand_links_model.h"

#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

void HandLinksModel::setLinks(std::shared_ptr<const core::Dataset> dataset,
                              const core::topology::ManualLinks& links, ws::Language language) {
  beginResetModel();
  dataset_ = std::move(dataset);
  language_ = language;
  rows_.clear();
  for (const auto& [a, b] : links.linked) rows_.push_back({false, {a, b}});
  for (const auto& [a, b] : links.cut) rows_.push_back({true, {a, b}});
  endResetModel();
}

QVariant HandLinksModel::cell(int at, int column, int role) const {
  const Row& row = rows_[static_cast<std::size_t>(at)];
  const auto [a, b] = row.units;
  if (role == Qt::ToolTipRole)
    return qs(ws::full_name(dataset_->frame, a, language_)) + QStringLiteral(" – ") +
           qs(ws::full_name(dataset_->frame, b, language_));
  if (role != Qt::DisplayRole) return {};
  if (column == kindColumn) return row.isCut ? tr("cut") : tr("linked");
  return qs(ws::called(dataset_->frame, a, language_)) + QStringLiteral(" – ") +
         qs(ws::called(dataset_->frame, b, language_));
}

QVariant HandLinksModel::head(int section, int role) const {
  if (role == termRole) return QStringLiteral("links-by-hand");
  if (role != Qt::DisplayRole) return {};
  return section == kindColumn ? tr("By hand") : tr("Units");
}

}  // namespace vicinia::desktop
