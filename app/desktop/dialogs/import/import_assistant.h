/// \file import_assistant.h
/// Boundaries and tables, or a register of firms, as somebody has them become a data set, in four or five steps. Each shows what it came to and can be gone back to; what is
/// open stays as it is until the last.
#pragma once

#include <QProgressBar>
#include <QWizard>

#include "dialogs/import/boundaries_page.h"
#include "dialogs/import/matching_page.h"
#include "dialogs/import/register_page.h"
#include "dialogs/import/saving_page.h"
#include "dialogs/import/table_page.h"

namespace vicinia::desktop {

class ImportAssistant : public QWizard {
  Q_OBJECT

 public:
  ImportAssistant(workspace::Language language, QWidget* parent);

  /// Whichever of the two the file is, by its name.
  void setFile(const QString& file);
  /// Whether the name is that of a layer or of a table.
  [[nodiscard]] static bool mayTake(const QString& file);

 Q_SIGNALS:
  void made(const QString& folder);  ///< as ImportWork::made

 private:
  void showBusy(bool isBusy);
  void showError(const core::Error& error);

  ImportWork* work_;
  BoundariesPage* boundaries_;
  TablePage* table_;
  RegisterPage* register_;
  MatchingPage* matching_;
  SavingPage* saving_;
};

}  // namespace vicinia::desktop
