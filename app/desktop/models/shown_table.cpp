#include "models/shown_table.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

#include "models/table_model.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

QString said(const char* english) { return QCoreApplication::translate("ShownTable", english); }

/// What stands in a cell; where only a picture does, what it says.
QString cellText(const QModelIndex& index) {
  const QString text = index.data().toString();
  return text.isEmpty() ? index.data(Qt::AccessibleTextRole).toString() : text;
}

QString headText(const QAbstractItemModel& model, int column) {
  const QString text = model.headerData(column, Qt::Horizontal).toString();
  return text.isEmpty() ? model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString() : text;
}

/// What a column of the model becomes.
struct Part {
  int column;
  int role;  ///< of a TableModel; Qt::DisplayRole: as it is shown
};

std::vector<Part> partsOf(const QAbstractItemModel& model, const std::vector<int>& columns, Codes codes) {
  const auto has = [&](int column, int role) {
    return model.headerData(column, Qt::Horizontal, role).toBool();
  };
  std::vector<Part> parts;
  for (const int column : columns) {
    const int shown = Qt::DisplayRole;
    parts.push_back({column, has(column, TableModel::numberRole) ? TableModel::numberRole : shown});
    if (codes == Codes::beside_names && has(column, TableModel::codeRole))
      parts.push_back({column, TableModel::codeRole});
    if (has(column, TableModel::lowRole))
      parts.insert(parts.end(), {{column, TableModel::lowRole}, {column, TableModel::highRole}});
  }
  return parts;
}

QString headOf(const QAbstractItemModel& model, const Part& part) {
  const QString head = headText(model, part.column);
  switch (part.role) {
    case TableModel::codeRole: return said(QT_TRANSLATE_NOOP("ShownTable", "%1: code")).arg(head);
    case TableModel::lowRole: return said(QT_TRANSLATE_NOOP("ShownTable", "%1: at least")).arg(head);
    case TableModel::highRole: return said(QT_TRANSLATE_NOOP("ShownTable", "%1: at most")).arg(head);
    default: return head;
  }
}

ws::TableValue valueOf(const QModelIndex& cell, int role) {
  if (role == Qt::DisplayRole) return utf8(cellText(cell));
  const QVariant value = cell.data(role);
  if (role == TableModel::codeRole) return utf8(value.toString());
  return value.isValid() ? core::Cell::of(value.toDouble()) : core::Cell::not_published();
}

/// "LQ: contradicted; Employees: not published".
std::string marksOf(const QAbstractItemModel& model, const QModelIndex& row,
                    const std::vector<int>& columns) {
  QStringList marks;
  for (const int column : columns)
    if (const QString mark = row.siblingAtColumn(column).data(TableModel::markRole).toString();
        !mark.isEmpty())
      marks << QStringLiteral("%1: %2").arg(headText(model, column), mark);
  return utf8(marks.join(QStringLiteral("; ")));
}

struct AsText {
  const QLocale& locale;
  QString operator()(const std::string& text) const {
    QString line = qs(text);
    for (const char16_t sign : {u'\t', u'\n', u'\r'}) line.replace(QChar(sign), QLatin1Char(' '));
    return line;
  }
  QString operator()(const core::Cell& cell) const {
    if (!cell.has_number()) return {};
    constexpr int digits = 15;  // what a spreadsheet keeps
    return locale.toString(cell.number(), 'g', digits);
  }
  QString operator()(const ws::Truth&) const { return {}; }
  QString operator()(const ws::Names&) const { return {}; }
};

void appendRows(const QAbstractItemModel& model, const QModelIndex& parent, std::vector<QModelIndex>& rows) {
  for (int row = 0; row < model.rowCount(parent); ++row) {
    const QModelIndex index = model.index(row, 0, parent);
    if (model.rowCount(index) > 0)
      appendRows(model, index, rows);
    else
      rows.push_back(index);
  }
}

}  // namespace

std::vector<QModelIndex> allRows(const QAbstractItemModel& model) {
  std::vector<QModelIndex> rows;
  appendRows(model, {}, rows);
  return rows;
}

ws::ValueTable shownTable(const QAbstractItemModel& model, const std::vector<QModelIndex>& rows,
                          const std::vector<int>& columns, Codes codes) {
  const std::vector<Part> parts = partsOf(model, columns, codes);
  const bool inGroups =
      std::ranges::any_of(rows, [](const QModelIndex& row) { return row.parent().isValid(); });
  const bool hasMarks = std::ranges::any_of(columns, [&](int column) {
    return model.headerData(column, Qt::Horizontal, TableModel::markRole).toBool();
  });
  ws::ValueTable table;
  if (inGroups) table.columns.push_back(utf8(said(QT_TRANSLATE_NOOP("ShownTable", "Group"))));
  for (const Part& part : parts) table.columns.push_back(utf8(headOf(model, part)));
  if (hasMarks) table.columns.push_back(utf8(said(QT_TRANSLATE_NOOP("ShownTable", "Marks"))));
  table.rows.reserve(rows.size());
  for (const QModelIndex& row : rows) {
    ws::TableRow& values = table.rows.emplace_back();
    if (inGroups) values.push_back(utf8(row.parent().data().toString()));
    for (const Part& part : parts) values.push_back(valueOf(row.siblingAtColumn(part.column), part.role));
    if (hasMarks) values.push_back(marksOf(model, row, columns));
  }
  return table;
}

QString clipboardText(const ws::ValueTable& table, const QLocale& locale) {
  QLocale plain(locale);
  plain.setNumberOptions(QLocale::OmitGroupSeparator);
  const AsText as{plain};
  QString text;
  const auto add = [&text](const QStringList& fields) {
    text += fields.join(QLatin1Char('\t')) + QLatin1Char('\n');
  };
  QStringList fields;
  for (const std::string& column : table.columns) fields << as(column);
  add(fields);
  for (const ws::TableRow& row : table.rows) {
    fields.clear();
    for (const ws::TableValue& value : row) fields << std::visit(as, value);
    add(fields);
  }
  return text;
}

}  // namespace vicinia::desktop
