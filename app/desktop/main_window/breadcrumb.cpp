#include "main_window/breadcrumb.h"

#include <QEvent>
#include <QLabel>

#include "text/qt_text.h"
#include "vicinia/workspace/tables/province_sheet.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::admin::UnitIndex;

Breadcrumb::Breadcrumb(Session& session, MapController& map, QWidget* parent)
    : QToolBar(parent), session_(session), map_(map), steps_{}, arrows_{} {
  setObjectName(QStringLiteral("breadcrumb"));
  setToolButtonStyle(Qt::ToolButtonTextOnly);
  const char* const names[] = {"placeCountry", "placeProvince", "placeUnit"};
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    if (i > 0) arrows_[i - 1] = addWidget(new QLabel(QStringLiteral("▸")));
    steps_[i] = addAction(QString());
    steps_[i]->setObjectName(QLatin1String(names[i]));
    widgetForAction(steps_[i])->setFocusPolicy(Qt::StrongFocus);
  }
  connect(steps_[0], &QAction::triggered, this, [this] {
    if (session_.view().province)
      session_.apply(ws::commands::set_province(std::nullopt));
    else
      map_.zoomToAll();
  });
  connect(steps_[1], &QAction::triggered, this, [this] {
    session_.apply(ws::commands::set_province(ws::province_looked_at(session_.document())));
  });
  connect(steps_[2], &QAction::triggered, &map_, &MapController::zoomToSelected);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset || touched.province || touched.selection) showPlace();
  });
  retranslateUi();
}

void Breadcrumb::retranslateUi() {
  setWindowTitle(tr("Where you are"));
  steps_[0]->setToolTip(tr("Show the whole country"));
  steps_[1]->setToolTip(tr("Show this province alone"));
  steps_[2]->setToolTip(tr("Zoom to what is selected"));
  showPlace();
}

void Breadcrumb::showPlace() {
  if (!session_.isOpen()) {
    steps_[0]->setText(tr("Viet Nam"));
    for (QAction* const action : {steps_[1], steps_[2], arrows_[0], arrows_[1]}) action->setVisible(false);
    steps_[0]->setEnabled(false);
    return;
  }
  const core::admin::Frame& frame = session_.dataset().frame;
  const ws::Selection& selected = session_.view().selected;
  const auto name = [&](UnitIndex unit) { return qs(ws::called(frame, unit, session_.language())); };
  const auto of = ws::province_looked_at(session_.document());
  const auto unit = selected.current() != of ? selected.current() : std::nullopt;
  steps_[0]->setEnabled(true);
  steps_[0]->setText(tr("Viet Nam"));
  if (of) steps_[1]->setText(name(*of));
  if (unit)
    steps_[2]->setText(selected.size() < 2 ? name(*unit)
                                           : tr("%1 and %2 more").arg(name(*unit)).arg(selected.size() - 1));
  steps_[1]->setVisible(of.has_value());
  arrows_[0]->setVisible(of.has_value());
  steps_[2]->setVisible(unit.has_value());
  arrows_[1]->setVisible(unit.has_value());
  // What the map is cut to stands out.
  for (std::size_t i = 0; i < 2; ++i) {
    QFont font = this->font();
    font.setBold((i == 0) != session_.view().province.has_value());
    if (i == 1) font.setBold(session_.view().province.has_value() && session_.view().province == of);
    steps_[i]->setFont(font);
  }
}

void Breadcrumb::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QToolBar::changeEvent(event);
}

}  // namespace vicinia::desktop
