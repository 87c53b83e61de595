/// \file matching_page.h
/// The third step: names of the table beside the units that they are, units that no row is about, and all of them on a map.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <vector>

#include "dialogs/import/import_map.h"
#include "dialogs/import/import_page.h"
#include "dialogs/import/import_work.h"
#include "dialogs/import/matching_model.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class MatchingPage : public ImportPage {
  Q_OBJECT

 public:
  MatchingPage(ImportWork& work, workspace::Language language);
  void enter() override;

 protected:
  [[nodiscard]] bool isReady() const override;

 private:
  void showMatching();
  void showRow();
  void decide();
  /// What is likely is decided.
  void acceptLikely();
  /// The names are of another date, and the boundaries are right all the same.
  void insist();
  void offerToInsist(const core::Error& error);
  void filter();

  QTableView* view_;
  MatchingModel* model_;
  QSortFilterProxyModel* shown_;
  QComboBox *which_, *unit_;
  QPushButton *choose_, *acceptLikely_, *insist_;
  QLabel* told_;
  ImportMap* map_;
  std::vector<core::admin::UnitIndex> units_;  ///< [on the map]
};

}  // namespace vicinia::desktop
