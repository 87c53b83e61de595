#include "dialogs/import/sheet_model.h"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <algorithm>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/words/import_text.h"

namespace vicinia::desktop {

namespace im = gis::imports;

void SheetModel::show(std::shared_ptr<const im::TableTaken> table, workspace::Language language) {
  beginResetModel();
  table_ = std::move(table);
  language_ = language;
  endResetModel();
}

const im::TableShape* SheetModel::shape() const {
  return table_ && table_->choice.shape ? &*table_->choice.shape : nullptr;
}

int SheetModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !table_ ? 0 : std::min(mostRows, static_cast<int>(table_->sheet.rows.size()));
}

int SheetModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || !table_ ? 0 : std::min(mostColumns, static_cast<int>(table_->sheet.columns));
}

QString SheetModel::wordsOf(std::size_t row) const {
  const im::TableShape* const of = shape();
  if (!of) return {};
  const auto has = [&](const std::vector<std::size_t>& rows) {
    return std::ranges::find(rows, row) != rows.end();
  };
  if (has(of->title_rows)) return tr("title");
  if (has(of->header_rows)) return tr("heading");
  if (has(of->note_rows)) return tr("note");
  if (row < of->first_row || row >= of->end_row) return tr("not read");
  const im::RowKind kind = of->row(row).kind;
  return kind == im::RowKind::figures ? QString() : qs(workspace::row_kind_text(kind, language_));
}

QVariant SheetModel::data(const QModelIndex& index, int role) const {
  if (!table_ || !index.isValid()) return {};
  const auto row = static_cast<std::size_t>(index.row()), column = static_cast<std::size_t>(index.column());
  const im::TableShape* const of = shape();
  const QPalette palette = QApplication::palette();
  switch (role) {
    case Qt::DisplayRole: return qs(table_->sheet.at(row, column));
    case Qt::ToolTipRole: {
      const QString words = wordsOf(row);
      return words.isEmpty() ? qs(table_->sheet.at(row, column)) : words;
    }
    case Qt::ForegroundRole: {
      const bool isRead =
          of && column < of->columns.size() && of->columns[column].role != im::ColumnRole::ignored;
      if (!wordsOf(row).isEmpty() || !isRead) return palette.color(QPalette::PlaceholderText);
      return {};
    }
    case Qt::BackgroundRole:
      return wordsOf(row).isEmpty() ? QVariant() : palette.color(QPalette::AlternateBase);
    case Qt::FontRole: {
      QFont font = QApplication::font();
      font.setBold(of && std::ranges::find(of->header_rows, row) != of->header_rows.end());
      return font;
    }
    case Qt::TextAlignmentRole: {
      const bool isFigure = of && column < of->columns.size() &&
                            (of->columns[column].role == im::ColumnRole::value ||
                             of->columns[column].role == im::ColumnRole::total);
      return int((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default: return {};
  }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (!table_ || role != Qt::DisplayRole) return {};
  const auto at = static_cast<std::size_t>(section);
  if (orientation == Qt::Vertical) {
    const QString line =
        at < table_->sheet.lines.size() ? QString::number(table_->sheet.lines[at]) : QString();
    const QString words = wordsOf(at);
    return words.isEmpty() ? line : line + QStringLiteral("  ") + words;
  }
  QString head = qs(im::column_letters(at));
  const im::TableShape* const of = shape();
  if (!of || at >= of->columns.size()) return head;
  const im::ColumnShape& column = of->columns[at];
  head += QLatin1Char('\n') + qs(workspace::column_role_text(column.role, language_));
  if (column.role == im::ColumnRole::value &&
      !(column.meaning.period.empty() && column.meaning.field.empty()))
    head += QStringLiteral(": ") +
            qs(workspace::figures_text(column.meaning.field, language_) +
               (column.meaning.field.empty() || column.meaning.period.empty() ? "" : ", ") +
               column.meaning.period);
  return head;
}

}  // namespace vicinia::desktop
