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
  return row < 0 || row >= rowTotal() ? nullptr : &matching_->rows[order_[static_cast<std::size_t>(row)]];
}

const core::matching::RowName* MatchingModel::nameAt(int row) const {
  return row < 0 || row >= rowTotal() ? nullptr : &tables_->names[order_[static_cast<std::size_t>(row)]].name;
}

int MatchingModel::rowTotal() const { return static_cast<int>(order_.size()); }

QVariant MatchingModel::cell(int row, int column, int role) const {
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
