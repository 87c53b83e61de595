#include "dialogs/import/matching_model.h"

#include <QApplication>
#include <QPalette>
#include <algorithm>
#include <numeric>

#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/workspace/words/import_text.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::matching::Certainty;

namespace {

/// What a person must look at comes first.
int rankOf(Certainty certainty) {
  switch (certainty) {
    case Certainty::asked: return 0;
    case Certainty::unmatched: return 1;
    case Certainty::likely: return 2;
    case Certainty::certain: return 3;
  }
  return 4;
}

}  // namespace

void MatchingModel::show(const gis::imports::TablesTaken* tables, const core::matching::Matching* matching,
                         const core::admin::Frame* frame, ws::Language language) {
  beginResetModel();
  tables_ = tables;
  matching_ = matching;
  frame_ = frame;
  language_ = language;
  order_.assign(tables && matching ? matching->rows.size() : 0, 0);
  std::iota(order_.begin(), order_.end(), 0);
  std::ranges::stable_sort(order_, {},
                           [&](std::size_t row) { return rankOf(matching_->rows[row].certainty); });
  endResetModel();
}

const core::matching::RowMatch* MatchingModel::matchAt(int row) const {
  const auto at = static_cast<std::size_t>(row);
  return row < 0 || at >= order_.size() ? nullptr : &matching_->rows[order_[at]];
}

const core::matching::RowName* MatchingModel::nameAt(int row) const {
  const auto at = static_cast<std::size_t>(row);
  return row < 0 || at >= order_.size() ? nullptr : &tables_->names[order_[at]].name;
}

std::optional<core::admin::UnitIndex> MatchingModel::unitAt(int row) const {
  if (const auto* const match = matchAt(row)) return match->unit;
  const std::size_t at = static_cast<std::size_t>(row) - order_.size();
  return row < 0 || !matching_ || at >= matching_->without_row.size()
             ? std::nullopt
             : std::optional(matching_->without_row[at]);
}

int MatchingModel::rowTotal() const {
  return static_cast<int>(order_.size() + (matching_ && tables_ ? matching_->without_row.size() : 0));
}

QVariant MatchingModel::unitCell(core::admin::UnitIndex unit, int column, int role) const {
  if (role == certaintyRole) return withoutRow;
  const auto parent = frame_->parent(unit);
  const auto nameOf = [&](core::admin::UnitIndex one) {
    const auto& called = frame_->called(one);
    return language_ == ws::Language::vi ? called.vi : called.en;
  };
  if (role == foldedRole)
    return searchable(nameOf(unit) + " " + (parent ? nameOf(*parent) : std::string()) + " " +
                      (*frame_)[unit].code);
  if (role != Qt::DisplayRole && role != sortRole) return {};
  switch (column) {
    case parentColumn: return parent ? qs(nameOf(*parent)) : QString();
    case unitColumn: return qs(nameOf(unit) + " (" + (*frame_)[unit].code + ")");
    case certaintyColumn: return role == sortRole ? QVariant(withoutRow) : QVariant(tr("no row"));
    default: return {};
  }
}

QVariant MatchingModel::cell(int row, int column, int role) const {
  if (!matchAt(row)) return unitCell(*unitAt(row), column, role);
  const core::matching::RowMatch& match = *matchAt(row);
  const core::matching::RowName& name = *nameAt(row);
  if (role == certaintyRole) return static_cast<int>(match.certainty);
  if (role == foldedRole)
    return searchable(name.name + " " + name.parent + " " + name.code + " " +
                      (match.unit ? frame_->called(*match.unit).vi : std::string()));
  if (role == Qt::ForegroundRole && match.certainty == Certainty::certain && column >= certaintyColumn)
    return QApplication::palette().color(QPalette::PlaceholderText);
  if (role != Qt::DisplayRole && role != sortRole) return {};
  switch (column) {
    case nameColumn: return qs(name.name);
    case parentColumn: return qs(name.parent);
    case codeColumn: return qs(name.code);
    case unitColumn:
      if (match.unit) {
        const auto& called = frame_->called(*match.unit);
        return qs((language_ == ws::Language::vi ? called.vi : called.en) + " (" +
                  (*frame_)[*match.unit].code + ")");
      }
      return match.reason == core::matching::Reason::decided ? tr("no unit") : QString();
    case certaintyColumn:
      return role == sortRole ? QVariant(rankOf(match.certainty))
                              : QVariant(qs(ws::certainty_text(match.certainty, language_)));
    case reasonColumn: return qs(ws::reason_text(match.reason, language_));
    default: return {};
  }
}

QVariant MatchingModel::head(int column, int role) const {
  if (role != Qt::DisplayRole) return {};
  switch (column) {
    case nameColumn: return tr("In the table");
    case parentColumn: return tr("Lies in");
    case codeColumn: return tr("Code");
    case unitColumn: return tr("Unit");
    case certaintyColumn: return tr("How sure");
    case reasonColumn: return tr("Why");
    default: return {};
  }
}

}  // namespace vicinia::desktop
