/// \file plain_text.h
/// Names, sources and notes are shown as they are written. Qt takes a text that looks like HTML for HTML, and then opens what it names.
#pragma once

#include <QLabel>
#include <QObject>
#include <QString>
#include <QTextDocument>

namespace vicinia::desktop {

/// The same to the eye where Qt guesses whether a text is rich: in tooltips and message boxes.
[[nodiscard]] inline QString asPlainText(const QString& text) {
  return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

/// A label that guesses nothing.
class PlainLabel : public QLabel {
 public:
  explicit PlainLabel(const QString& text = {}, QWidget* parent = nullptr) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setText(text);
  }
  explicit PlainLabel(QWidget* parent) : PlainLabel(QString(), parent) {}
};

/// Tooltips of the whole application as plain text, of widgets, list entries and headers alike.
class PlainToolTips : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace vicinia::desktop
