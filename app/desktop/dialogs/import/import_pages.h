/// \file import_pages.h
/// The steps of an import, each with its result on a map or in a table: boundaries, table, rows on units, what is to be kept.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QWizardPage>
#include <memory>
#include <optional>

#include "dialogs/import/file_line.h"
#include "dialogs/import/import_map.h"
#include "dialogs/import/import_work.h"
#include "dialogs/import/matching_model.h"
#include "dialogs/import/sheet_model.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

/// What all steps have: the work, and what went wrong or is to be known, below.
class ImportPage : public QWizardPage {
  Q_OBJECT

 public:
  ImportPage(ImportWork& work, workspace::Language language);
  /// The step is come to, from either side.
  virtual void enter() {}
  void showError(const core::Error& error);
  [[nodiscard]] bool hasError() const { return hasError_; }
  [[nodiscard]] bool isComplete() const override { return !work_.isBusy() && !hasError_ && isReady(); }

 protected:
  [[nodiscard]] virtual bool isReady() const = 0;
  void clearError();
  void showFindings(const std::vector<core::Finding>& findings);

  ImportWork& work_;
  workspace::Language language_;
  QPlainTextEdit* notes_;

 private:
  bool hasError_ = false;
};

class BoundariesPage : public ImportPage {
  Q_OBJECT

 public:
  BoundariesPage(ImportWork& work, workspace::Language language);
  void setFile(const QString& file);
  bool validatePage() override;

 protected:
  [[nodiscard]] bool isReady() const override;

 private:
  void take();
  void offerSystems(const core::Error& error);
  void showLayer();
  [[nodiscard]] QComboBox* fieldBox(const char* name, std::string gis::imports::BoundaryFields::*field);

  struct FieldBox {
    QComboBox* box;
    std::string gis::imports::BoundaryFields::*field;
  };
  QRadioButton *builtIn_, *own_;
  QComboBox *onto_, *crs_, *encoding_, *level_;
  FileLine* file_;
  std::vector<FieldBox> fields_;
  QWidget* ownBox_;
  QLabel* told_;
  ImportMap* map_;
  bool isShowing_ = false;
};

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

  FileLine* file_;
  QComboBox *sheet_, *column_, *role_, *figures_, *counts_;
  QTableView* view_;
  SheetModel* model_;
  QLabel* told_;
  bool isShowing_ = false;
};

class MatchingPage : public ImportPage {
  Q_OBJECT

 public:
  MatchingPage(ImportWork& work, workspace::Language language);
  void enter() override;

 protected:
  [[nodiscard]] bool isReady() const override;

 private:
  void showMatching();
  void showRow();
  void decide();
  void filter();

  QTableView* view_;
  MatchingModel* model_;
  QSortFilterProxyModel* shown_;
  QComboBox *which_, *unit_;
  QPushButton* choose_;
  QLabel* told_;
  ImportMap* map_;
  std::vector<core::admin::UnitIndex> units_;  ///< [on the map]
};

class SavingPage : public ImportPage {
  Q_OBJECT

 public:
  SavingPage(ImportWork& work, workspace::Language language);
  /// The data set is where it is to stay: the step lets go.
  void setSaved() { isSaved_ = true; }
  void enter() override;
  bool validatePage() override;

 Q_SIGNALS:
  void savingWanted(const QString& folder);

 protected:
  [[nodiscard]] bool isReady() const override;

 private:
  bool isSaved_ = false;
  QLineEdit *title_, *source_, *date_;
  QComboBox* completeness_;
  FileLine* folder_;
  QLabel* told_;
};

}  // namespace vicinia::desktop
