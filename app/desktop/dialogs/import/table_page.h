/// \file table_page.h
/// The second step: tables as their cells stand, with what each column holds, set by pointing; or a register of firms, whose columns are a step
/// of their own.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include "dialogs/import/file_line.h"
#include "dialogs/import/import_page.h"
#include "dialogs/import/import_work.h"
#include "dialogs/import/sheet_model.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class TablePage : public ImportPage {
  Q_OBJECT

 public:
  TablePage(ImportWork& work, workspace::Language language);
  void setFile(const QString& file);
  [[nodiscard]] int nextId() const override;
  bool validatePage() override;

 protected:
  [[nodiscard]] bool isReady() const override;

 private:
  [[nodiscard]] bool isRegister() const;
  void settleFile();
  void settleRows();
  void take(bool isAnew);
  /// Of several tables: which one is shown.
  void showTables();
  void chooseTable(int which);
  void addTable();
  void removeTable();
  void showTable();
  void showColumn(int column);
  void setRole(int choice);
  void setFigures();
  void setSectors();

  FileLine* file_;
  QComboBox *tables_, *rows_;
  QPushButton *addTable_, *removeTable_;
  std::size_t shown_ = 0;  ///< position in the recipe's tables; as many as there are: one that is to be added
  QComboBox *sheet_, *column_, *role_, *figures_, *counts_;
  QComboBox *classification_, *sectorLevel_;
  QTableView* view_;
  SheetModel* model_;
  QLabel* told_;
};

}  // namespace vicinia::desktop
