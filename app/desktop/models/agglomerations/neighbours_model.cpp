#include "models/agglomerations/neighbours_model.h"

#include <algorithm>
#include <utility>

#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/workspace/words/explanation_text.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::topology::BorderKind;

namespace {

NeighboursModel::Row rowOf(const ws::Explanation::Link& link) {
  return {.unit = link.neighbour,
          .kind = link.border.kind,
          .length_m = link.border.length_m,
          .distance_m = link.border.distance_m,
          .area_m2 = link.border.area_m2,
          .isMember = link.is_member};
}

}  // namespace

void NeighboursModel::setExplanation(FoundPtr found, const ws::Explanation& explanation,
                                     ws::Language language) {
  beginResetModel();
  found_ = std::move(found);
  language_ = language;
  rows_.clear();
  for (const auto& link : explanation.links) rows_.push_back(rowOf(link));
  std::ranges::stable_sort(rows_, std::greater{},
                           [](const Row& row) { return std::pair(row.isMember, row.length_m); });
  for (const auto& link : explanation.apart) {
    rows_.push_back(rowOf(link));
    rows_.back().isApart = true;
  }
  for (const auto unit : explanation.cut)
    rows_.push_back({.unit = unit, .kind = core::topology::BorderKind::manual, .isCut = true});
  endResetModel();
}

void NeighboursModel::clear() {
  beginResetModel();
  rows_.clear();
  found_.reset();
  endResetModel();
}

int NeighboursModel::rowTotal() const { return static_cast<int>(rows_.size()); }

bool NeighboursModel::isNumeric(int column) const {
  return column == lengthColumn || column == agglomerationColumn;
}

QVariant NeighboursModel::cell(int at, int column, int role) const {
  const Row& row = rowAt(at);
  if (role == Qt::ForegroundRole) return row.isMember ? QVariant() : missingColour();
  if (role == numberRole || role == sortRole) {
    const auto holding = found_->holding(row.unit);
    if (column == lengthColumn) return row.length_m > 0 ? QVariant(row.length_m / 1000) : QVariant();
    if (column == agglomerationColumn)
      return holding ? QVariant(static_cast<double>(*holding + 1)) : QVariant();
    if (column == nameColumn && role == sortRole)
      return qs(ws::pick(found_->dataset().frame.bare_name(row.unit), language_));
    return role == sortRole ? cell(at, column, Qt::DisplayRole) : QVariant();
  }
  if (role == codeRole)
    return column == nameColumn ? QVariant(qs(found_->dataset().frame[row.unit].code)) : QVariant();
  if (role == foldedRole) {
    const core::admin::Unit& unit = found_->dataset().frame[row.unit];
    return searchable(unit.name_vi + " " + unit.name_en + " " + utf8(kindText(row)));
  }
  if (role == Qt::ToolTipRole) {
    if (column == nameColumn) return qs(ws::full_name(found_->dataset().frame, row.unit, language_));
    if (column == kindColumn) return kindText(row);
    return {};
  }
  if (role != Qt::DisplayRole) return {};
  switch (column) {
    case nameColumn: return qs(ws::called(found_->dataset().frame, row.unit, language_));
    case lengthColumn:
      return row.length_m > 0 ? qs(ws::number_text(row.length_m / 1000, 1, language_)) : QStringLiteral("–");
    case kindColumn: return kindText(row);
    case agglomerationColumn: {
      const auto holding = found_->holding(row.unit);
      return holding ? qs(ws::number_text(static_cast<double>(*holding + 1), 0, language_))
                     : QStringLiteral("–");
    }
    default: return {};
  }
}

QString NeighboursModel::kindText(const Row& row) const {
  if (row.isCut) return tr("cut by hand");
  if (row.isApart) return tr("not linked: %1 apart").arg(qs(ws::distance_text(row.distance_m, language_)));
  switch (row.kind) {
    case BorderKind::edge: return tr("border line");
    case BorderKind::corner: return tr("corner");
    case BorderKind::overlap: return tr("overlap of %1").arg(qs(ws::area_text(row.area_m2, language_)));
    case BorderKind::near: return tr("up to %1 apart").arg(qs(ws::distance_text(row.distance_m, language_)));
    case BorderKind::manual: return tr("linked by hand");
  }
  return {};
}

QVariant NeighboursModel::head(int section, int role) const {
  if (role == termRole)
    return section == agglomerationColumn ? QStringLiteral("agglomeration") : QStringLiteral("contiguity");
  if (role == codeRole) return section == nameColumn;
  if (role == Qt::ToolTipRole) {
    if (section == lengthColumn)
      return tr("Length of the border that they share, or along which they overlap or run beside each other");
    if (section == agglomerationColumn) return tr("Agglomeration that the neighbour is in");
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case nameColumn: return tr("Neighbour");
    case lengthColumn: return tr("km");
    case kindColumn: return tr("Linked by");
    default: return tr("In");
  }
}

}  // namespace vicinia::desktop
