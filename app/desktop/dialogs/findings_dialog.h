/// \file findings_dialog.h
/// How the borders of the data set meet, and what was noticed while it was read: a line for each kind, or every note. Stays beside the
/// window, in nobody's way.
#pragma once

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QListView>

#include "models/findings_model.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class FindingsDialog : public QDialog {
  Q_OBJECT

 public:
  /// Both must outlive the dialog.
  FindingsDialog(Session& session, AgglomerationController& agglomerations, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();

  void showNotes();
  void showBorders();

  Session& session_;
  AgglomerationController& agglomerations_;
  FindingsModel model_;
  QLabel *borders_, *heading_;
  QCheckBox* every_;
  QListView* list_;
};

}  // namespace vicinia::desktop
