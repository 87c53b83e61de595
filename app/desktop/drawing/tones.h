/// \file tones.h
/// Colours of what the window says: quiet, a warning, a fault, fulfilled. Each can be read on the ground of the theme, a light, a dark
/// or a high contrast one (at least 4.5 to 1, WCAG 2.1), and follows it while the program runs.
#pragma once

#include <QColor>
#include <QLabel>
#include <QPalette>

#include "text/plain_text.h"

namespace vicinia::desktop {

enum class Tone { plain, quiet, warning, fault, fulfilled };

/// On the application's own ground now.
[[nodiscard]] QColor toneColour(Tone tone);

/// A text in one tone.
class ToneLabel : public PlainLabel {
 public:
  explicit ToneLabel(Tone tone, QWidget* parent = nullptr);
  void setTone(Tone tone);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void useTone();
  Tone tone_;
};

}  // namespace vicinia::desktop
