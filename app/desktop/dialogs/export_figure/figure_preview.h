/// \file figure_preview.h
/// The page as it will be written, with what leafs and enlarges it, and a note on how it prints in grey.
#pragma once

#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

#include "dialogs/export_figure/page_view.h"
#include "jobs/figures/preview_job.h"

namespace vicinia::desktop {

class FigurePreview : public QWidget {
  Q_OBJECT

 public:
  explicit FigurePreview(QWidget* parent = nullptr);

  void show(const DrawnPage& page);
  void showError(const QString& text);
  /// Another picture is on its way.
  void expect();
  /// It is not: what stands there stays.
  void settle();

  [[nodiscard]] std::size_t page() const { return static_cast<std::size_t>(number_->value() - 1); }
  void goToFirst();
  [[nodiscard]] PreviewScale scale() const;
  [[nodiscard]] const PageView& view() const { return *view_; }

 Q_SIGNALS:
  void wanted();  ///< another page, or at another scale

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;  ///< the table's size, the number's Return key

 private:
  void build();
  void setFits(bool fits);
  [[nodiscard]] QToolButton* button(const QString& text, const QString& hint, const QKeySequence& key);

  PageView* view_;
  QScrollArea* table_;
  QToolButton *previous_, *next_, *fit_, *whole_;
  QSpinBox* number_;
  QLabel *count_, *name_, *note_;
  QWidget* leaf_;
  QTimer late_;  ///< what is drawn at once needs no word
};

}  // namespace vicinia::desktop
