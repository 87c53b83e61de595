/// \file import_page.h
/// What all steps of an import have: the work, what went wrong or is to be known below, and whether one can go on.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QWizardPage>
#include <string>
#include <vector>

#include "dialogs/import/import_work.h"
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

/// A line below, that says what a step came to.
[[nodiscard]] QLabel* toldLabel();
[[nodiscard]] QComboBox* namedBox(const char* objectName);
/// The data of what is chosen.
[[nodiscard]] std::string chosenIn(const QComboBox& combo);

}  // namespace vicinia::desktop
