/// \file looking_history.h
/// Back and forth through what was looked at: where the map stood and what was selected. It has nothing to do with undo, which takes back
/// work. A move that goes on, by wheel or by dragging, is one place; what follows within a moment belongs to it.
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>
#include <vector>

#include "session/session.h"

namespace vicinia::desktop {

class LookingHistory : public QObject {
  Q_OBJECT

 public:
  /// `session` must outlive it.
  explicit LookingHistory(Session& session, QObject* parent = nullptr);

  [[nodiscard]] bool canGoBack() const { return !back_.empty(); }
  [[nodiscard]] bool canGoForward() const { return !forward_.empty(); }
  void goBack() { go(back_, forward_); }
  void goForward() { go(forward_, back_); }

 Q_SIGNALS:
  void changed();

 private:
  struct Place {
    std::optional<gis::map::Extent> extent{};
    workspace::Selection selected{};
    friend bool operator==(const Place&, const Place&) = default;
  };
  [[nodiscard]] Place place() const { return {session_.view().extent, session_.view().selected}; }
  void onViewChanged(const workspace::Touched& touched);
  void go(std::vector<Place>& from, std::vector<Place>& to);

  Session& session_;
  QTimer settled_;  ///< while it runs, a move goes on
  Place now_{};
  std::vector<Place> back_, forward_;
  bool isGoing_ = false;
};

}  // namespace vicinia::desktop
