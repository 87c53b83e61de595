#include "main_window/frame_menu.h"

#include <QEvent>
#include <string>

#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

FrameMenu::FrameMenu(Session& session, QWidget* parent)
    : QMenu(parent), session_(session), frames_(new QActionGroup(this)) {
  setObjectName(QStringLiteral("frameMenu"));
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset) list();
  });
  list();
}

void FrameMenu::list() {
  setTitle(tr("&Frame of units"));
  for (QAction* const action : frames_->actions()) delete action;
  const bool hasOthers = session_.isOpen() && !session_.dataset().frames.empty();
  menuAction()->setVisible(hasOthers);
  if (!hasOthers) return;
  const auto add = [this](const QString& name, const std::string& id) {
    QAction* const action = addAction(name);
    action->setActionGroup(frames_);
    action->setCheckable(true);
    action->setChecked(session_.view().frame == id);
    // The list is made anew while the command is applied: not within the signal of one of its actions.
    connect(
        action, &QAction::triggered, this, [this, id] { session_.apply(ws::commands::set_frame(id)); },
        Qt::QueuedConnection);
  };
  add(tr("That of the data set"), {});
  for (const auto& frame : session_.dataset().frames) {
    const QString name = qs(ws::pick(frame->name, session_.language()));
    add(name.isEmpty() ? qs(ws::date_text(frame->vintage, session_.language())) : name, frame->id);
  }
}

void FrameMenu::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) list();
  QMenu::changeEvent(event);
}

}  // namespace vicinia::desktop
