/// \file map_head.h
/// What stands above a map among several: its number, and what it shows, each a button to choose another: sector, variable, period, rules of
/// agglomerations. It can be made the first, or taken away. Where the head is narrow, what is used less is behind one button.
#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include "comparison/chooser_button.h"
#include "session/rule_presets.h"
#include "session/session.h"

namespace vicinia::desktop {

class MapHead : public QWidget {
  Q_OBJECT

 public:
  /// Both must outlive the head.
  MapHead(Session& session, const RulePresets& presets, QWidget* parent = nullptr);

  /// Which map it is of; 0: the first.
  void setMap(std::size_t map);
  [[nodiscard]] QWidget* firstChooser() const { return sector_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void showCurrent();
  void arrange();
  void apply(workspace::Command command);
  void fillSectors(QMenu& menu);
  void fillVariables(QMenu& menu);
  void fillPeriods(QMenu& menu);
  void fillRules(QMenu& menu);
  void fillMore(QMenu& menu);
  [[nodiscard]] bool isThere() const;
  [[nodiscard]] workspace::Document shown() const;
  [[nodiscard]] QString rulesName(const workspace::View& view) const;

  Session& session_;
  const RulePresets& presets_;
  std::size_t map_ = 0;
  QLabel* number_;
  ChooserButton *sector_, *variable_, *period_, *rules_, *more_;
  QToolButton *makeFirst_, *remove_;
};

}  // namespace vicinia::desktop
