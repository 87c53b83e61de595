/// \file register_page.h
/// Of a register of firms: what its columns mean, by which law firms are small, and which counts stay secret. What cannot be told is guessed
/// from the headings, and can be set otherwise.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableWidget>
#include <string>
#include <vector>

#include "dialogs/import/import_page.h"
#include "dialogs/import/import_work.h"
#include "vicinia/gis/imports/firm_register.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class RegisterPage : public ImportPage {
  Q_OBJECT

 public:
  RegisterPage(ImportWork& work, workspace::Language language);
  void enter() override;
  bool validatePage() override;

 protected:
  [[nodiscard]] bool isReady() const override;

 private:
  QComboBox* columnBox(const char* name, std::string gis::firms::RegisterColumns::*column);
  void showHead(const gis::imports::RegisterHead& head);
  [[nodiscard]] std::string chosenFor(std::string gis::firms::RegisterColumns::*column) const;
  [[nodiscard]] gis::firms::Register rules() const;

  struct ColumnBox {
    QComboBox* box;
    std::string gis::firms::RegisterColumns::*column;
  };
  std::vector<ColumnBox> columns_;
  QComboBox *crs_, *sme_;
  QSpinBox *digits_, *minFirms_, *dominant_, *dominantShare_;
  QLineEdit *year_, *owners_;
  QCheckBox* leaveOut_;
  QTableWidget* rows_;
  QLabel* told_;
  bool hasHead_ = false;
};

}  // namespace vicinia::desktop
