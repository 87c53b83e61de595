/// \file marks.h
/// Signs for answers, beside the words that say the same: told apart by shape, not by colour alone.
#pragma once

#include <QPixmap>

#include "vicinia/core/indicators/outcome.h"

namespace vicinia::desktop {

/// A green tick, a red cross, a grey question mark.
[[nodiscard]] QPixmap makeOutcomeMark(core::indicators::Outcome outcome, int size, double devicePixelRatio);
/// An orange triangle with an exclamation mark: something to be careful with.
[[nodiscard]] QPixmap makeWarningMark(int size, double devicePixelRatio);
/// For rich text: "✓", "✗", "?", coloured as the marks are.
[[nodiscard]] QString outcomeMarkHtml(core::indicators::Outcome outcome);

}  // namespace vicinia::desktop
