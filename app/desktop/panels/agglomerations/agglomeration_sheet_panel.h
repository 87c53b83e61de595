/// \file agglomeration_sheet_panel.h
/// The sheet of the selected agglomeration: its numbers, how it is divided between provinces, its members with their parts, core and fringe, who is
/// near and what they lack, how robust it is, and which published values of it are contradicted. A row that is chosen selects its unit.
#pragma once

#include <QLabel>
#include <QWidget>

#include "models/agglomerations/members_model.h"
#include "models/table_filter.h"
#include "panels/tables/filter_line.h"
#include "panels/tables/list_table.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class AgglomerationSheetPanel : public QWidget {
  Q_OBJECT

 public:
  /// Both must outlive the panel.
  AgglomerationSheetPanel(Session& session, AgglomerationController& agglomerations,
                          QWidget* parent = nullptr);

  [[nodiscard]] ListTable* members() const { return members_; }
  [[nodiscard]] QSize sizeHint() const override { return {420, 320}; }

 Q_SIGNALS:
  void shown(std::size_t unit);  ///< it was chosen: it is to be seen on the map

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void retranslateUi();
  void showSheet();
  [[nodiscard]] QString numbers(const workspace::AgglomerationReport& report) const;
  [[nodiscard]] QString notes(std::size_t agglomeration) const;
  void choose(const QModelIndex& row);

  Session& session_;
  AgglomerationController& agglomerations_;
  MembersModel model_;
  TableFilter sorted_;
  QLabel *name_, *numbers_, *parts_, *notes_;
  FilterLine* search_;
  ListTable* members_;
  QAction* choose_;
  struct Shown {
    FoundPtr found{};
    RobustnessPtr robustness{};
    std::size_t agglomeration = 0;
    workspace::Language language = workspace::Language::en;
    friend bool operator==(const Shown&, const Shown&) = default;
  };
  std::optional<Shown> shown_;
};

}  // namespace vicinia::desktop
