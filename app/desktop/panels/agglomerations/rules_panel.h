/// \file rules_panel.h
/// The rules for agglomerations, each with a slider that acts while it is dragged: who is a member, how large, what links.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <array>
#include <functional>

#include "panels/agglomerations/hand_links_panel.h"
#include "panels/agglomerations/preset_bar.h"
#include "panels/agglomerations/rule_slider.h"
#include "panels/scrolled_column.h"
#include "session/agglomeration_controller.h"
#include "session/rule_presets.h"
#include "session/session.h"

namespace vicinia::desktop {

class RulesPanel : public UprightScrollArea {
  Q_OBJECT

 public:
  /// All must outlive the panel. The controller knows which tolerance the data need.
  RulesPanel(Session& session, AgglomerationController& agglomerations, RulePresets& presets,
             QWidget* parent = nullptr);

  [[nodiscard]] PresetBar* presets() const { return presets_; }
  [[nodiscard]] HandLinksPanel* handLinks() const { return handLinks_; }

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void retranslateUi();
  void nameSizes();
  void showCurrent();
  void showTolerance();
  void showTreatmentEffect();
  void change(const std::function<void(workspace::AgglomerationSettings&)>& how, bool continues = false);

  Session& session_;
  AgglomerationController& agglomerations_;
  PresetBar* presets_;
  HandLinksPanel* handLinks_;
  RuleSlider *lq_, *employees_, *enterprises_, *share_, *border_, *tolerance_;
  QCheckBox* automatic_;
  QLabel *sizeLabel_, *linkLabel_, *contradictedLabel_, *treatmentEffect_;
  QComboBox *scope_, *corners_, *contradicted_;
};

}  // namespace vicinia::desktop
