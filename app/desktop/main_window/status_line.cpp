#include "main_window/status_line.h"

#include <QPainter>
#include <QStyle>
#include <chrono>

#include "drawing/swatch.h"
#include "vicinia/workspace/maps/audit_marks.h"

namespace vicinia::desktop {

using namespace std::chrono_literals;

void ElidedLabel::setFullText(const QString& text) {
  setText(text);
  setToolTip(text);
  setAccessibleName(text);
}

QSize ElidedLabel::sizeHint() const {
  return {fontMetrics().horizontalAdvance(text()) + 8, QLabel::sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width() - 8);
  style()->drawItemText(&painter, rect().adjusted(4, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, palette(),
                        isEnabled(), shown, foregroundRole());
}

StatusLine::StatusLine(QStatusBar& bar, QObject* parent)
    : QObject(parent),
      provenance_(new ElidedLabel),
      findings_(new QToolButton),
      borders_(new QToolButton),
      contradicted_(new QToolButton),
      cancel_(new QToolButton),
      notice_(new PlainLabel),
      loading_(new PlainLabel),
      progress_(new QProgressBar) {
  provenance_->setObjectName(QStringLiteral("provenance"));
  provenance_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  notice_->setObjectName(QStringLiteral("notice"));
  notice_->setForegroundRole(QPalette::PlaceholderText);
  findings_->setObjectName(QStringLiteral("findingsButton"));
  findings_->setAutoRaise(true);
  borders_->setObjectName(QStringLiteral("bordersButton"));
  borders_->setAutoRaise(true);
  contradicted_->setObjectName(QStringLiteral("auditButton"));
  contradicted_->setAutoRaise(true);
  contradicted_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  contradicted_->setIcon(
      makeBadge(workspace::audit_mark_style::badge(), {16, 16}, contradicted_->devicePixelRatioF()));
  progress_->setRange(0, 100);
  progress_->setFixedWidth(180);
  progress_->setTextVisible(false);
  bar.addWidget(provenance_, 1);
  for (QWidget* widget : std::initializer_list<QWidget*>{notice_, contradicted_, borders_, findings_,
                                                         loading_, progress_, cancel_}) {
    bar.addPermanentWidget(widget);
    widget->hide();
  }
  progressDelay_.setSingleShot(true);
  progressDelay_.setInterval(200ms);
  noticeEnd_.setSingleShot(true);
  noticeEnd_.setInterval(8s);
  connect(&progressDelay_, &QTimer::timeout, this, [this] {
    loading_->show();
    progress_->show();
    cancel_->show();
  });
  connect(&noticeEnd_, &QTimer::timeout, notice_, &QWidget::hide);
  connect(cancel_, &QToolButton::clicked, this, &StatusLine::cancelWanted);
  connect(findings_, &QToolButton::clicked, this, &StatusLine::findingsWanted);
  connect(borders_, &QToolButton::clicked, this, &StatusLine::findingsWanted);
  connect(contradicted_, &QToolButton::clicked, this, &StatusLine::auditWanted);
  retranslate();
}

void StatusLine::retranslate() {
  cancel_->setText(tr("Cancel"));
  cancel_->setAccessibleName(tr("Cancel opening the data set"));
  loading_->setText(tr("Opening the data set…"));
  progress_->setAccessibleName(tr("Progress"));
  setFindings(findingsCount_);
  setContradicted(contradictedCount_);
  notice_->hide();  // it was said in the other language
}

void StatusLine::setContradicted(std::size_t count) {
  contradictedCount_ = count;
  contradicted_->setText(count == 1 ? tr("1 value contradicted") : tr("%1 values contradicted").arg(count));
  contradicted_->setAccessibleName(contradicted_->text());
  contradicted_->setToolTip(
      tr("Published values that cannot be right together with the others: open the audit"));
  contradicted_->setVisible(count > 0);
}

void StatusLine::setFindings(std::size_t count) {
  findingsCount_ = count;
  findings_->setText(count == 1 ? tr("1 note on the data") : tr("%1 notes on the data").arg(count));
  findings_->setAccessibleName(findings_->text());
  findings_->setToolTip(tr("What was assumed or repaired while reading"));
  findings_->setVisible(count > 0);
}

void StatusLine::setBorders(const QString& words, const QString& all) {
  borders_->setText(words);
  borders_->setAccessibleName(words);
  borders_->setToolTip(all);
  borders_->setVisible(!words.isEmpty());
}

void StatusLine::beginProgress() {
  progress_->setValue(0);
  progressDelay_.start();
}

void StatusLine::setProgress(double shareDone) { progress_->setValue(static_cast<int>(shareDone * 100)); }

void StatusLine::endProgress() {
  progressDelay_.stop();
  loading_->hide();
  progress_->hide();
  cancel_->hide();
}

void StatusLine::notice(const QString& text) {
  notice_->setText(text);
  notice_->show();
  noticeEnd_.start();
}

}  // namespace vicinia::desktop
