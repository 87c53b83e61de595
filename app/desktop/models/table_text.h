/// \file table_text.h
/// Cells of a table as text with heads, tabs between columns: as spreadsheets take it.
#pragma once

#include <QAbstractItemModel>
#include <QString>

namespace vicinia::desktop {

/// The rectangle around the chosen cells; all of them where none or one is chosen.
[[nodiscard]] QString tableText(const QAbstractItemModel& model, const QModelIndexList& chosen = {});

}  // namespace vicinia::desktop
