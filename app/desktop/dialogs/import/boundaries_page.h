/// \file boundaries_page.h
/// The first step: boundaries that come with the program, or a layer of somebody's own, with what was recognised in it and where it lies.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <string>
#include <vector>

#include "dialogs/import/file_line.h"
#include "dialogs/import/import_map.h"
#include "dialogs/import/import_page.h"
#include "dialogs/import/import_work.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

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

}  // namespace vicinia::desktop
