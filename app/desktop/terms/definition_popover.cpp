#include "terms/definition_popover.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

#include "text/plain_text.h"

namespace vicinia::desktop {

namespace {

constexpr int width_px = 380, gap_px = 4;

QString paragraph(const QString& html) {
  return QStringLiteral("<p style=\"margin:0 0 6px 0\">%1</p>").arg(html);
}

QString linkTo(const QString& target, const QString& words) {
  return QStringLiteral("<a href=\"%1\">%2</a>").arg(target.toHtmlEscaped(), words.toHtmlEscaped());
}

}  // namespace

DefinitionPopover::DefinitionPopover(QWidget* parent)
    : QFrame(parent, Qt::Popup), name_(new PlainLabel), text_(new QLabel) {
  setObjectName(QStringLiteral("definition"));
  QFont bold = name_->font();
  bold.setBold(true);
  bold.setPointSizeF(bold.pointSizeF() * 1.1);
  name_->setFont(bold);
  name_->setObjectName(QStringLiteral("definitionName"));
  text_->setObjectName(QStringLiteral("definitionText"));
  text_->setTextFormat(Qt::RichText);
  text_->setTextInteractionFlags(Qt::TextBrowserInteraction);
  text_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  for (QLabel* const label : {name_, text_}) label->setWordWrap(true);
  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(14, 10, 14, 8);
  column->setSpacing(6);
  column->addWidget(name_);
  column->addWidget(text_);
  connect(text_, &QLabel::linkActivated, this, [this](const QString& target) {
    const bool isChapter = target.startsWith(QLatin1Char('#'));
    if (isChapter) {
      close();
      Q_EMIT chapterWanted(target.mid(1));
    } else {
      Q_EMIT termWanted(target);
    }
  });
}

void DefinitionPopover::show(const Terms& terms, const Term& term, const QRect& word) {
  shown_ = term.id;
  name_->setText(term.name);
  QString html = paragraph(term.definition.toHtmlEscaped());
  if (!term.formula.isEmpty())
    html += paragraph(QStringLiteral("<i>%1</i>")
                          .arg((term.isVariable ? tr("Denominator: %1") : QStringLiteral("= %1"))
                                   .arg(term.formula)
                                   .toHtmlEscaped()));
  if (!term.limits.isEmpty()) html += paragraph(term.limits.toHtmlEscaped());
  if (!term.source.isEmpty()) html += paragraph(tr("Source: %1").arg(term.source).toHtmlEscaped());
  QStringList others;
  for (const QString& id : term.see)
    if (const Term* const other = terms.find(id)) others << linkTo(id, other->name);
  if (!others.isEmpty())
    html +=
        paragraph(tr("See also:").toHtmlEscaped() + QLatin1Char(' ') + others.join(QStringLiteral(" · ")));
  html += paragraph(linkTo(QLatin1Char('#') + Terms::anchorOf(term.id), tr("More in the help…")));
  text_->setText(html);
  setAccessibleName(term.name);
  setAccessibleDescription(term.definition);

  const auto margins = layout()->contentsMargins();
  const int inner = width_px - margins.left() - margins.right();
  setFixedSize(width_px, margins.top() + margins.bottom() + layout()->spacing() +
                             name_->heightForWidth(inner) + text_->heightForWidth(inner));
  const QScreen* screen = QGuiApplication::screenAt(word.center());
  if (screen == nullptr) screen = QGuiApplication::primaryScreen();
  const QRect room = screen->availableGeometry();
  const bool fitsBelow = word.bottom() + gap_px + height() <= room.bottom();
  QPoint at(word.left(), fitsBelow ? word.bottom() + gap_px : word.top() - gap_px - height());
  if (!fitsBelow && at.y() < room.top())  // neither below nor above: beside it
    at = {word.right() + gap_px + width() <= room.right() ? word.right() + gap_px
                                                          : word.left() - gap_px - width(),
          room.bottom() - height()};
  move(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())),
       std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
  QFrame::show();
  text_->setFocus();
}

void DefinitionPopover::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(QPalette::PlaceholderText));  // seen on light and on dark
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

// It speaks the language before; the word is a click away.
void DefinitionPopover::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) close();
  QFrame::changeEvent(event);
}

}  // namespace vicinia::desktop
