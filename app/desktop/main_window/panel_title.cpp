#include "main_window/panel_title.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>

#include "terms/term_mark.h"
#include "text/plain_text.h"

namespace vicinia::desktop {

PanelTitle::PanelTitle(QDockWidget& dock)
    : QWidget(&dock), dock_(dock), name_(new PlainLabel), float_(new QToolButton), close_(new QToolButton) {
  setObjectName(QStringLiteral("panelTitle"));
  name_->setMinimumWidth(20);
  name_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  if (!termOf(&dock).isEmpty()) markTerm(name_, termOf(&dock));
  for (QToolButton* const button : {float_, close_}) {
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);  // as Qt has it: docks are closed from the menu of panels
    button->setIconSize({10, 10});
    button->setFixedSize(18, 18);
  }
  float_->setIcon(style()->standardIcon(QStyle::SP_TitleBarNormalButton));
  close_->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(6, 1, 2, 1);
  row->setSpacing(1);
  row->addWidget(name_, 1);
  row->addWidget(float_);
  row->addWidget(close_);
  connect(&dock, &QWidget::windowTitleChanged, this, &PanelTitle::showName);
  connect(float_, &QToolButton::clicked, &dock, [&dock] { dock.setFloating(!dock.isFloating()); });
  connect(close_, &QToolButton::clicked, &dock, &QDockWidget::close);
  retranslate();
}

void PanelTitle::retranslate() {
  float_->setToolTip(tr("A window of its own, or back"));
  close_->setToolTip(tr("Close"));
  for (QToolButton* const button : {float_, close_}) button->setAccessibleName(button->toolTip());
}

void PanelTitle::showName() {
  const QString whole = dock_.windowTitle();
  const QMargins margins = name_->contentsMargins();
  const QString shown = name_->fontMetrics().elidedText(whole, Qt::ElideRight,
                                                        name_->width() - margins.left() - margins.right());
  name_->setText(shown);
  name_->setToolTip(shown == whole ? QString() : whole);
  name_->setAccessibleName(whole);
}

void PanelTitle::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  layout()->activate();
  showName();
}

void PanelTitle::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
