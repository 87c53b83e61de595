/// \file chart_panel.h
/// The chart beside the map: which kind, what is drawn against what, and the chart itself, which is linked with map and tables. What it shows
/// is the view's sector, variable, period, province and selection; which chart it is is part of the document.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <QWidget>
#include <memory>

#include "charts/chart_view.h"
#include "panels/variable_box.h"
#include "session/session.h"

namespace vicinia::desktop {

class ChartPanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit ChartPanel(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] QComboBox* kindBox() const { return kind_; }
  [[nodiscard]] ChartView* view() const { return view_; }
  /// Why there is none; empty where there is one.
  [[nodiscard]] QString hint() const { return hint_->text(); }

 Q_SIGNALS:
  void shown(std::size_t unit);  ///< it was chosen in the chart: it is to be seen on the map
  void exportWanted();

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void retranslateUi();
  void fillVariables();
  void showChart();
  void showSettings();
  void change(const std::function<void(workspace::ChartSettings&)>& how);
  void choose(const ChartHit& hit, bool adds);
  void select(std::vector<core::admin::UnitIndex> units, bool adds);
  void moveBreak(std::size_t index, double value, bool continues);
  [[nodiscard]] QString tipOf(const ChartHit& hit) const;

  Session& session_;
  QLabel *kindLabel_, *againstLabel_, *sizeLabel_;
  QComboBox *kind_, *against_, *size_;
  QToolButton* export_;
  ChartView* view_;
  QLabel *hint_, *notes_;
  bool isStale_ = true;  ///< it changed while nobody saw it
};

}  // namespace vicinia::desktop
