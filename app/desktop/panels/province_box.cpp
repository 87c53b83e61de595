#include "panels/province_box.h"

#include <QAbstractItemView>
#include <QCollator>
#include <QEvent>
#include <QSignalBlocker>
#include <algorithm>
#include <vector>

#include "text/qt_text.h"

namespace vicinia::desktop {

ProvinceBox::ProvinceBox(Session& session, QWidget* parent) : QComboBox(parent), session_(session) {
  setObjectName(QStringLiteral("provinceBox"));
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(12);
  setMaxVisibleItems(20);
  connect(this, &QComboBox::activated, this, [this](int row) {
    if (!session_.isOpen()) return;
    const QVariant unit = itemData(row);
    std::optional<core::admin::UnitIndex> province;
    if (unit.isValid()) province = unit.toULongLong();
    if (province != session_.view().province) session_.apply(workspace::commands::set_province(province));
    showCurrent();
  });
  connect(&session_, &Session::changed, this, [this](const workspace::Touched& touched) {
    if (touched.dataset)
      fill();
    else if (touched.province)
      showCurrent();
  });
  fill();
}

void ProvinceBox::fill() {
  const QSignalBlocker quiet(this);
  clear();
  setAccessibleName(tr("Province"));
  addItem(tr("Whole country"));
  if (!session_.isOpen()) return;
  struct Entry {
    QString name;
    core::admin::UnitIndex unit;
  };
  std::vector<Entry> entries;
  const auto& frame = session_.dataset().frame;
  const auto finest = core::finest_level(session_.dataset());
  for (core::admin::UnitIndex unit = 0; unit < frame.size(); ++unit)
    if (frame[unit].level < finest && !frame.within(unit, finest).empty())
      entries.push_back({qs(workspace::called(frame, unit, session_.language())), unit});
  const QCollator order(localeOf(session_.language()));
  std::sort(entries.begin(), entries.end(),
            [&](const Entry& a, const Entry& b) { return order.compare(a.name, b.name) < 0; });
  for (const Entry& entry : entries) addItem(entry.name, static_cast<qulonglong>(entry.unit));
  showCurrent();
}

void ProvinceBox::showCurrent() {
  const QSignalBlocker quiet(this);
  const auto& province = session_.view().province;
  setCurrentIndex(province ? std::max(0, findData(static_cast<qulonglong>(*province))) : 0);
}

void ProvinceBox::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  QComboBox::changeEvent(event);
}

}  // namespace vicinia::desktop
