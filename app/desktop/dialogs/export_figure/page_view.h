/// \file page_view.h
/// A page as it lies on a table: its picture, or why there is none.
#pragma once

#include <QImage>
#include <QWidget>

namespace vicinia::desktop {

class PageView : public QWidget {
  Q_OBJECT

 public:
  explicit PageView(QWidget* parent = nullptr);

  /// Takes the place of an error.
  void setPage(const QImage& image);
  void setError(const QString& text);
  /// What is shown is of an earlier wish; it says so after a moment.
  void setStale(bool stale);
  /// As large as fits, or pixel by pixel.
  void setFits(bool fits);

  [[nodiscard]] const QImage& image() const { return image_; }
  [[nodiscard]] const QString& error() const { return error_; }
  [[nodiscard]] bool isStale() const { return stale_; }
  [[nodiscard]] QSize sizeHint() const override;
  /// Room for the page, without the margin around it.
  [[nodiscard]] static QSize roomIn(const QSize& size);

 Q_SIGNALS:
  void dragged(const QPoint& by);  ///< a page that is larger than its frame

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  [[nodiscard]] QRect pageRect() const;

  QImage image_;
  QString error_;
  QPoint hand_;  ///< on the screen
  bool stale_ = false, fits_ = true;
};

}  // namespace vicinia::desktop
