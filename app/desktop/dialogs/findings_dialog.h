/// \file findings_dialog.h
/// What was noticed while the data set was read. Stays beside the window, in nobody's way.
#pragma once

#include <QDialog>
#include <QLabel>
#include <QListView>

#include "models/findings_model.h"
#include "session/session.h"

namespace vicinia::desktop {

class FindingsDialog : public QDialog {
  Q_OBJECT

 public:
  /// `session` must outlive the dialog.
  explicit FindingsDialog(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();

  Session& session_;
  FindingsModel model_;
  QLabel* heading_;
  QListView* list_;
};

}  // namespace vicinia::desktop
