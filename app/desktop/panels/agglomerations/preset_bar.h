/// \file preset_bar.h
/// Named rules: shows which are in force ("… (modified)" where none are), applies one, and keeps, renames and removes a person's own.
#pragma once

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include "session/rule_presets.h"
#include "session/session.h"

namespace vicinia::desktop {

class PresetBar : public QWidget {
  Q_OBJECT

 public:
  /// Both must outlive the bar.
  PresetBar(Session& session, RulePresets& presets, QWidget* parent = nullptr);

  [[nodiscard]] QComboBox* box() const { return box_; }
  [[nodiscard]] QToolButton* menuButton() const { return button_; }

 Q_SIGNALS:
  void failed(const vicinia::core::Error& error);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();
  void fill();
  void showCurrent();
  void choose(int row);
  void apply(const RulePreset& preset);
  void askForName(const QString& title, const QString& label, const QString& suggestion,
                  const std::function<void(const QString&)>& use);
  void saveAs();
  void rename();
  void remove();
  void report(const core::Status& status);
  [[nodiscard]] RulePreset current(const QString& name) const;
  [[nodiscard]] const RulePreset* keptInForce() const;

  Session& session_;
  RulePresets& presets_;
  QLabel* label_;
  QComboBox* box_;
  QToolButton *button_, *reset_;
  QAction *keep_, *rename_, *remove_;
  std::vector<RulePreset> listed_;  ///< in the order of the box
  QString base_;                    ///< the last that was in force
};

}  // namespace vicinia::desktop
