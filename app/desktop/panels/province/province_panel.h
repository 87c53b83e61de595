/// \file province_panel.h
/// The sheet of a province over all sectors: what its units are specialised in, with bars, and which agglomerations it shares, with whom and in
/// what proportions. It is of the province in which the selected unit lies, else of that which is shown alone. Double click or Enter on a row
/// shows its sector, with its unit selected.
#pragma once

#include <QLabel>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QWidget>
#include <memory>
#include <optional>

#include "jobs/all_sectors_job.h"
#include "models/province_models.h"
#include "panels/tables/filter_line.h"
#include "panels/tables/list_table.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class ProvincePanel : public QWidget {
  Q_OBJECT

 public:
  /// Both must outlive the panel.
  ProvincePanel(Session& session, AgglomerationController& agglomerations, QWidget* parent = nullptr);
  ~ProvincePanel() override;

  [[nodiscard]] ListTable* specialisations() const { return lists_[0]; }
  [[nodiscard]] ListTable* shared() const { return lists_[1]; }
  /// What is shown is of the document as it is.
  [[nodiscard]] bool isSettled() const;

  [[nodiscard]] QSize sizeHint() const override { return {420, 320}; }

 Q_SIGNALS:
  void shown(std::size_t unit);  ///< it was chosen in a list: it is to be seen on the map

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void retranslateUi();
  void follow();
  void showProvince();
  void open(const QModelIndex& row);
  [[nodiscard]] std::optional<core::admin::UnitIndex> province() const;

  Session& session_;
  AgglomerationController& agglomerations_;
  SpecialisationsModel specialisationsModel_;
  SharedAgglomerationsModel sharedModel_;
  TableFilter sorted_[2];
  QLabel *name_, *note_;
  QTabWidget* pages_;
  FilterLine* searches_[2];
  ListTable* lists_[2];
  QAction* open_;
  QToolButton* alone_;
  QTimer rest_;  ///< of rules that are being dragged
  std::unique_ptr<AllSectorsJob> job_;
  AllSectorsPtr sectors_;
  struct Shown {
    AllSectorsPtr sectors{};
    core::admin::UnitIndex province = 0;
    workspace::Language language = workspace::Language::en;
    friend bool operator==(const Shown&, const Shown&) = default;
  };
  std::optional<Shown> shown_;        ///< in the lists
  std::optional<core::Error> error_;  ///< why there are none
};

}  // namespace vicinia::desktop
