/// \file hand_links_panel.h
/// Links and cuts made by hand: the list of them, to be removed; and the start of a new one.
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QWidget>

#include "models/agglomerations/hand_links_model.h"
#include "session/session.h"

namespace vicinia::desktop {

class HandLinksPanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit HandLinksPanel(Session& session, QWidget* parent = nullptr);

 Q_SIGNALS:
  void linkWanted();  ///< of the selected unit with another

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void retranslateUi();
  void showLinks();
  void removeChosen();
  void updateButtons();

  Session& session_;
  HandLinksModel model_;
  QLabel *title_, *none_;
  QTreeView* list_;
  QPushButton *link_, *remove_;
};

}  // namespace vicinia::desktop
