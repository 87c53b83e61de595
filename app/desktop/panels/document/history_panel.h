/// \file history_panel.h
/// What was done to the document, oldest first, and what was taken back, dimmed; a click goes there. Where it began heads the list.
#pragma once

#include <QListWidget>

#include "session/session.h"

namespace vicinia::desktop {

class HistoryPanel : public QListWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit HistoryPanel(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void showSteps();

  Session& session_;
  bool isUpdating_ = false;
};

}  // namespace vicinia::desktop
