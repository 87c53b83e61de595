#include "panels/palette_box.h"

#include <QEvent>
#include <QSignalBlocker>
#include <algorithm>

#include "drawing/swatch.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr QSize rampSize{64, 14};

constexpr std::size_t
    below = 3,
    above =
        4;  ///< colours of a ramp. Those of the map are in the legend; a map of one class shows no palette

}  // namespace

PaletteBox::PaletteBox(Session& session, QWidget* parent) : QComboBox(parent), session_(session) {
  setObjectName(QStringLiteral("paletteBox"));
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(8);
  setMaxVisibleItems(20);
  setIconSize(rampSize);
  connect(this, &QComboBox::activated, this, [this](int row) {
    if (!session_.isOpen()) return;
    session_.apply(ws::commands::set_palette(static_cast<ws::Palette>(itemData(row).toInt())));
    showCurrent();
  });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset || touched.variable)
      fill();
    else if (touched.palette)
      showCurrent();
  });
  fill();
}

/// Which palettes there are depends on the measure: those of two hues first, where they suit it.
void PaletteBox::fill() {
  const QSignalBlocker quiet(this);
  clear();
  if (!session_.isOpen()) return;
  for (const bool diverging : {true, false}) {
    if (!diverging && count() > 0) insertSeparator(count());
    for (const ws::PaletteInfo& info : ws::all_palettes()) {
      if (info.diverging != diverging || !ws::suits(info.palette, session_.view().variable)) continue;
      addItem(makeRamp(ws::palette_colours(info.palette, below, above), rampSize, devicePixelRatioF()),
              qs(ws::palette_name(info.palette, session_.language())), static_cast<int>(info.palette));
      setItemData(count() - 1, qs(info.scheme), Qt::ToolTipRole);
    }
  }
  showCurrent();
}

void PaletteBox::showCurrent() {
  const QSignalBlocker quiet(this);
  const ws::Palette shown = session_.view().palette();
  setCurrentIndex(std::max(0, findData(static_cast<int>(shown))));
  setToolTip(qs(ws::info_of(shown).scheme));
}

void PaletteBox::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  QComboBox::changeEvent(event);
}

}  // namespace vicinia::desktop
