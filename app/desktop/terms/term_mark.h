/// \file term_mark.h
/// Words that have a definition: a widget carries the id of its term, a label shows a small “?” behind its words. A click on it, or
/// Shift+F1 with the keyboard in the control, opens the definition (term_help.h).
#pragma once

#include <QAbstractButton>
#include <QLabel>
#include <QString>
#include <QWidget>

namespace vicinia::desktop {

/// Whoever is asked what the widget is finds the term; empty takes it away.
void setTerm(QWidget* widget, const QString& id);
[[nodiscard]] QString termOf(const QWidget* widget);

/// The “?”. Its term is the one of the widget that it stands for.
class TermMark : public QAbstractButton {
  Q_OBJECT

 public:
  /// `of` is asked for its term when the mark is clicked, and must outlive it.
  explicit TermMark(QWidget& of, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override { return {side_px, side_px}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  static constexpr int side_px = 15;
  void retranslate();

  QWidget& of_;
};

/// The label, and the control that it is for, have the term; the label shows the mark behind its words.
void markTerm(QLabel* label, const QString& id);

}  // namespace vicinia::desktop
