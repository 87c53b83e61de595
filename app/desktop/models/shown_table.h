/// \file shown_table.h
/// What a view shows as a table of values, for the clipboard and for files: rows and columns as they stand, numbers in full, the ends of an
/// interval in columns of their own behind it, and what signs say in the last column.
/// Missing: no number; the last column says in words why.
#pragma once

#include <QAbstractItemModel>
#include <QLocale>
#include <QString>
#include <vector>

#include "vicinia/workspace/base/value_table.h"

namespace vicinia::desktop {

/// Codes stand beside names in files. Not on the clipboard: a spreadsheet would take their zeros when it is pasted.
enum class Codes { beside_names, none };

/// \param rows     in their order, an index of each; rows of a tree have the text of their parent before them
/// \param columns  in their order
[[nodiscard]] workspace::ValueTable shownTable(const QAbstractItemModel& model,
                                               const std::vector<QModelIndex>& rows,
                                               const std::vector<int>& columns, Codes codes);
/// All rows, those of a tree that have none below them.
[[nodiscard]] std::vector<QModelIndex> allRows(const QAbstractItemModel& model);

/// With heads, tabs between columns, and numbers as the locale writes them but for thousands: every spreadsheet of that locale reads them as
/// numbers.
[[nodiscard]] QString clipboardText(const workspace::ValueTable& table, const QLocale& locale);

}  // namespace vicinia::desktop
