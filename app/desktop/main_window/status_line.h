/// \file status_line.h
/// The foot of the window: where the values come from, progress of what is being opened, and short notices.
#pragma once

#include <QProgressBar>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>

#include "text/plain_text.h"

namespace vicinia::desktop {

/// A line that ends in "…" where there is no room, and says all of it as tooltip.
class ElidedLabel : public PlainLabel {
  Q_OBJECT

 public:
  using PlainLabel::PlainLabel;
  void setFullText(const QString& text);
  [[nodiscard]] QSize minimumSizeHint() const override { return {60, QLabel::minimumSizeHint().height()}; }
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

class StatusLine : public QObject {
  Q_OBJECT

 public:
  explicit StatusLine(QStatusBar& bar, QObject* parent = nullptr);

  void setProvenance(const QString& text) { provenance_->setFullText(text); }
  [[nodiscard]] QString provenance() const { return provenance_->text(); }
  void setFindings(std::size_t count);
  void setContradicted(std::size_t count);  ///< published values that cannot be right together with others
  /// How borders were matched: a few words on a button, all of it as tooltip. No words: no button.
  void setBorders(const QString& words, const QString& all);
  void beginProgress();
  void setProgress(double shareDone);
  void endProgress();
  void notice(const QString& text);  ///< for a few seconds
  [[nodiscard]] bool hasNotice() const { return !notice_->isHidden(); }
  void retranslate();

 Q_SIGNALS:
  void cancelWanted();
  void findingsWanted();
  void auditWanted();

 private:
  ElidedLabel* provenance_;
  QToolButton *findings_, *borders_, *contradicted_, *cancel_;
  QLabel *notice_, *loading_;
  QProgressBar* progress_;
  QTimer progressDelay_, noticeEnd_;
  std::size_t findingsCount_ = 0, contradictedCount_ = 0;
};

}  // namespace vicinia::desktop
