/// \file table_page.h
/// The second step: a table as its cells stand, with what each column holds, set by pointing.
#pragma once

#include <QComboBox>
#include <QLabel>
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

 protected:
  [[nodiscard]] bool isReady() const override;

 private:
  void take(bool isAnew);
  void showTable();
  void showColumn(int column);
  void setRole(int choice);
  void setFigures();
  void setSectors();

  FileLine* file_;
  QComboBox *sheet_, *column_, *role_, *figures_, *counts_;
  QComboBox *classification_, *sectorLevel_;
  QTableView* view_;
  SheetModel* model_;
  QLabel* told_;
  bool isShowing_ = false;
};

}  // namespace vicinia::desktop
