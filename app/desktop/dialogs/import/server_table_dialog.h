/// \file server_table_dialog.h
/// A table or a layer of a PostgreSQL server, chosen from those that it offers. Passwords are not asked for: they stay where libpq looks.
#pragma once

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <memory>

#include "jobs/job.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class ServerTablesJob : public Job {
  Q_OBJECT

 public:
  using Job::Job;
  using Job::runOrFail;
};

class ServerTableDialog : public QDialog {
  Q_OBJECT

 public:
  /// \param shapesOnly  those with a column of PostGIS alone
  ServerTableDialog(bool shapesOnly, workspace::Language language, QWidget* parent);

  [[nodiscard]] QString address() const;
  [[nodiscard]] QString table() const;  ///< "schema.table"

 private:
  void list();

  bool shapesOnly_;
  workspace::Language language_;
  QLineEdit* address_;
  QPushButton *list_, *take_;
  QListWidget* tables_;
  QLabel* told_;
  std::unique_ptr<ServerTablesJob> job_;
};

}  // namespace vicinia::desktop
