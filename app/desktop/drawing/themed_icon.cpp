#include "drawing/themed_icon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

namespace vicinia::desktop {
namespace {

/// Chooses when it is painted, so that nobody has to hear of a change of theme.
class ThemedIconEngine : public QIconEngine {
 public:
  explicit ThemedIconEngine(const QString& name)
      : light_(QStringLiteral(":/icons/%1.svg").arg(name)),
        dark_(QStringLiteral(":/icons/dark/%1.svg").arg(name)) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    current().paint(painter, rect, Qt::AlignCenter, mode, state);
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return current().pixmap(size, mode, state);
  }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
    return current().pixmap(size / scale, scale, mode, state);
  }
  [[nodiscard]] QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

 private:
  [[nodiscard]] const QIcon& current() const { return isDarkTheme() ? dark_ : light_; }
  QIcon light_, dark_;
};

}  // namespace

QIcon themedIcon(const char* name) { return QIcon(new ThemedIconEngine(QString::fromLatin1(name))); }

bool isDarkTheme() {
  constexpr int middle = 128;
  return QGuiApplication::palette().color(QPalette::Window).lightness() < middle;
}

}  // namespace vicinia::desktop
