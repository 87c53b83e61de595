/// \file values_export.h
/// Writes the shown variable of every unit as CSV, XLSX or JSON, by extension.
/// Errors:  UnsupportedFormat, FileNotWritable. A failure leaves an older file whole.
#pragma once

#include <QString>
#include <functional>
#include <utility>

#include "exports/file_export.h"
#include "session/session.h"
#include "vicinia/workspace/tables/variable_table.h"

namespace vicinia::desktop {

class ValuesExport : public FileExport {
  Q_OBJECT

 public:
  /// `session` must outlive it.
  explicit ValuesExport(const Session& session, QObject* parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString suggestedName() const override;
  [[nodiscard]] QStringList filters() const override;
  [[nodiscard]] QString failureHeading() const override;
  [[nodiscard]] bool isPossible() const override;
  void write(const QString& file, const QString& filter = {}) override;
  /// Which of the values, asked for when they are written.
  void setFilter(std::function<workspace::ValueFilter()> filter) { filter_ = std::move(filter); }

 private:
  const Session& session_;
  std::function<workspace::ValueFilter()> filter_ = [] { return workspace::ValueFilter{}; };
};

}  // namespace vicinia::desktop
