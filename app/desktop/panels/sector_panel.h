/// \file sector_panel.h
/// The list of sectors with a search field. Choosing a row shows that sector.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QWidget>

#include "models/sector_model.h"
#include "models/table_filter.h"
#include "session/session.h"

namespace vicinia::desktop {

class SectorPanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit SectorPanel(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] QLineEdit* searchField() const { return search_; }
  /// Of data whose sectors are parts of others: which level is shown and summed. Else it is hidden.
  [[nodiscard]] QComboBox* levelBox() const { return level_; }
  [[nodiscard]] QTreeView* list() const { return list_; }

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void onViewChanged(const workspace::Touched& touched);
  void retranslateUi();
  void choose(const QModelIndex& index);
  void showCurrent();
  void showLevels();

  Session& session_;
  SectorModel model_;
  TableFilter filter_;
  QLabel* levelLabel_;
  QComboBox* level_;
  QLineEdit* search_;
  QTreeView* list_;
  bool following_ = false;  ///< the list is being set to what the document says
};

}  // namespace vicinia::desktop
