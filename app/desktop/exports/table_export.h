/// \file table_export.h
/// Writes a table of the window as it is shown, as XLSX or CSV, with the source of the data in its last column.
/// Errors:  UnsupportedFormat, FileNotWritable. A failure leaves an older file whole.
#pragma once

#include <QString>
#include <functional>
#include <utility>

#include "exports/file_export.h"
#include "session/session.h"

namespace vicinia::desktop {

class TableExport : public FileExport {
  Q_OBJECT

 public:
  /// `session` must outlive it.
  explicit TableExport(const Session& session, QObject* parent = nullptr);

  /// Which table; it is asked for its rows when it is written.
  void setTable(const QString& title, std::function<workspace::ValueTable()> table) {
    tableTitle_ = title;
    table_ = std::move(table);
  }

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString suggestedName() const override;
  [[nodiscard]] QStringList filters() const override;
  [[nodiscard]] QString failureHeading() const override;
  [[nodiscard]] bool isPossible() const override;
  void write(const QString& file, const QString& filter = {}) override;

 private:
  const Session& session_;
  QString tableTitle_;
  std::function<workspace::ValueTable()> table_;
};

}  // namespace vicinia::desktop
