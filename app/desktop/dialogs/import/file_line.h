/// \file file_line.h
/// A line with the name of a file, typed, chosen or dropped.
#pragma once

#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

namespace vicinia::desktop {

class FileLine : public QWidget {
  Q_OBJECT

 public:
  enum class What { file, folder };
  FileLine(const QString& objectName, What what, QWidget* parent = nullptr);

  [[nodiscard]] QString file() const;
  void setFile(const QString& file);
  void setWords(const QString& button, const QString& dialogTitle, const QString& filter);

 Q_SIGNALS:
  void changed();  ///< settled: not at every letter

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void browse();
  void settle();

  What what_;
  QLineEdit* line_;
  QPushButton* button_;
  QString title_, filter_, settled_;
};

}  // namespace vicinia::desktop
