#include "drawing/tones.h"

#include <QApplication>
#include <QEvent>

#include "drawing/themed_icon.h"

namespace vicinia::desktop {

QColor toneColour(Tone tone) {
  const bool isDark = isDarkTheme();
  switch (tone) {
    case Tone::quiet: return isDark ? QColor(0xa8, 0xae, 0xb5) : QColor(0x64, 0x64, 0x64);
    case Tone::warning: return isDark ? QColor(0xff, 0xcf, 0x70) : QColor(0x7a, 0x4b, 0x00);
    case Tone::fault: return isDark ? QColor(0xff, 0x9a, 0x90) : QColor(0xb0, 0x20, 0x20);
    case Tone::fulfilled: return isDark ? QColor(0x7d, 0xd6, 0x9b) : QColor(0x1b, 0x7a, 0x3d);
    case Tone::plain: break;
  }
  return QApplication::palette().color(QPalette::WindowText);
}

ToneLabel::ToneLabel(Tone tone, QWidget* parent) : PlainLabel(parent), tone_(tone) { useTone(); }

void ToneLabel::setTone(Tone tone) {
  tone_ = tone;
  useTone();
}

// A palette with one role set takes the others from what is around it.
void ToneLabel::useTone() {
  QPalette own;
  own.setResolveMask(0);
  if (tone_ != Tone::plain) own.setColor(QPalette::WindowText, toneColour(tone_));
  setPalette(own);  // nothing, where it is as it was
}

void ToneLabel::changeEvent(QEvent* event) {
  PlainLabel::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) useTone();
}

}  // namespace vicinia::desktop
