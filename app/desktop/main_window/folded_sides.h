/// \file folded_sides.h
/// The sides of the map fold away: their panels become names on a narrow strip at the edge of the window, and a click on one brings the side back.
/// What stood open, what was in front and how wide comes back as it was.
#pragma once

#include <QDockWidget>
#include <QMainWindow>
#include <QObject>
#include <QPointer>
#include <QSettings>
#include <QTabBar>
#include <QToolBar>
#include <QVariantMap>
#include <array>

#include "main_window/panel_docks.h"

namespace vicinia::desktop {

class FoldedSides : public QObject {
  Q_OBJECT

 public:
  enum class Side : std::uint8_t { left, right, below };
  static constexpr std::array sides{Side::left, Side::right, Side::below};

  /// Both must outlive it.
  FoldedSides(QMainWindow& window, PanelDocks& panels);

  [[nodiscard]] bool isFolded(Side side) const { return !at(side).open.isEmpty(); }
  /// Nothing happens where no panel is open on the side.
  void setFolded(Side side, bool folded);
  /// Whether no panel stands beside the map.
  [[nodiscard]] bool isMapAlone() const;
  /// All panels away, and back. Where they were closed one by one, the first layout comes.
  void setMapAlone(bool alone);
  /// Nothing is folded any more, and nothing is brought back: the panels are arranged anew.
  void forget();
  void retranslate();

  /// Where all panels stand, and which sides are folded.
  struct Arrangement {
    QByteArray docks{};
    QVariantMap folded{};
  };
  [[nodiscard]] Arrangement arrangement() const;
  void restore(const Arrangement& arrangement);
  void save(QSettings& settings) const;
  void restore(const QSettings& settings);

 Q_SIGNALS:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Place {
    QToolBar* strip = nullptr;
    QTabBar* names = nullptr;
    QList<QDockWidget*> open{};   ///< while it is folded
    QList<QDockWidget*> front{};  ///< of these, those that were seen
    QList<int> sizes{};           ///< their heights on the left and right, their widths below
    int breadth = 0;              ///< how wide the side was, or how high below
  };
  [[nodiscard]] Place& at(Side side) { return places_[static_cast<std::size_t>(side)]; }
  [[nodiscard]] const Place& at(Side side) const { return places_[static_cast<std::size_t>(side)]; }
  void buildStrip(Side side);
  void fold(Side side);
  void unfold(Side side);
  void bringBack(Side side, int name);
  /// A panel of a folded side was shown by other means.
  void onShown(QDockWidget* dock);
  void showStrips();
  [[nodiscard]] QVariantMap folded() const;
  void fold(const QVariantMap& folded);
  [[nodiscard]] QList<QDockWidget*> openOn(Side side) const;

  QMainWindow& window_;
  PanelDocks& panels_;
  std::array<Place, sides.size()> places_;
};

}  // namespace vicinia::desktop
