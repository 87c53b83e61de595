/// \file selection_panel.h
/// The selected units taken as one: sums, pooled LQ and shares in the shown sector, and the units by name. A unit that is chosen in the list
/// becomes the current one of the selection. A selection can be kept under a name, and selected again.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QTableView>
#include <QToolButton>
#include <QWidget>
#include <memory>

#include "models/selection_model.h"
#include "session/session.h"
#include "vicinia/workspace/tables/selection_report.h"

namespace vicinia::desktop {

class SelectionPanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit SelectionPanel(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] QListWidget* units() const { return units_; }

 Q_SIGNALS:
  void shown(std::size_t unit);  ///< it was chosen in the list: it is to be seen on the map
  void zoomWanted();             ///< to all that is selected

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void retranslateUi();
  void showSelection();
  void showValues(const workspace::SelectionReport& report, const workspace::SectorValues& values);
  void showUnits(const workspace::SelectionReport& report);
  void makeCurrent(const QListWidgetItem* item);
  void copy() const;
  void showKept();
  void askForName();

  Session& session_;
  QLabel *summary_, *doubts_;
  SelectionModel model_;
  QTableView* table_;
  QListWidget* units_;
  struct Listed {
    const core::admin::Frame* frame = nullptr;
    std::vector<core::admin::UnitIndex> with_values{}, without_values{};
    std::optional<core::admin::UnitIndex> current{};
    workspace::Language language = workspace::Language::en;
    friend bool operator==(const Listed&, const Listed&) = default;
  };
  Listed listed_;  ///< in units_
  QToolButton *zoom_, *copy_, *clear_;
  QComboBox* kept_;  ///< selections with a name
  QToolButton *keep_, *forget_;
};

}  // namespace vicinia::desktop
