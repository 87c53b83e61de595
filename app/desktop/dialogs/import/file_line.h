/// \file file_line.h
/// A line with the name of a file, typed, chosen or dropped; or with a table of a server, chosen from those that it offers.
#pragma once

#include <QLineEdit>
#include <QPushButton>
#include <QWidget>
#include <optional>
#include <utility>

#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class FileLine : public QWidget {
  Q_OBJECT

 public:
  enum class What { file, folder };
  FileLine(const QString& objectName, What what, QWidget* parent = nullptr);

  /// Of a server: the table, "schema.table".
  [[nodiscard]] QString file() const;
  /// Address of the server; empty: it is a file.
  [[nodiscard]] QString server() const;
  void setFile(const QString& file);
  void setServerTable(const QString& address, const QString& table);
  /// Puts a button beside it. \param shapesOnly  tables with shapes alone
  void offerServers(bool shapesOnly, workspace::Language language);
  void setWords(const QString& button, const QString& dialogTitle, const QString& filter);

 Q_SIGNALS:
  void changed();  ///< settled: not at every letter

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void browse();
  void settle();
  void askServer();

  What what_;
  QLineEdit* line_;
  QPushButton* button_;
  QPushButton* serverButton_ = nullptr;
  bool shapesOnly_ = false;
  workspace::Language language_ = workspace::Language::en;
  QString title_, filter_, settled_;
  std::optional<std::pair<QString, QString>> serverTable_;  ///< address, table; while the line shows them
};

}  // namespace vicinia::desktop
