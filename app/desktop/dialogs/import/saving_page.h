/// \file saving_page.h
/// The last step: what the data set is called, of which day its figures are, and where it is kept.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include "dialogs/import/file_line.h"
#include "dialogs/import/import_page.h"
#include "dialogs/import/import_work.h"
#include "vicinia/gis/imports/recipe.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

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
  /// The units of another date come as a table, and not as a layer.
  [[nodiscard]] bool hasTableOfUnits() const;
  [[nodiscard]] bool hasOtherUnits() const { return !newUnits_->file().isEmpty(); }
  void forgetError();
  void followNewUnits();
  void readCrosswalk();
  [[nodiscard]] gis::imports::FrameChoice otherUnits() const;

  bool isSaved_ = false;
  QLineEdit *title_, *source_, *date_;
  QComboBox* completeness_;
  FileLine *folder_, *newUnits_, *crosswalk_;
  QComboBox* sharedBy_;  ///< columns of the crosswalk
  QLineEdit* newDate_;
  QLabel* told_;
};

}  // namespace vicinia::desktop
