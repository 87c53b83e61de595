#include "panels/audit/source_row_view.h"

#include <QEvent>
#include <QUrl>
#include <algorithm>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/tables/audit_table.h"
#include "vicinia/workspace/words/audit_words.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::audit::CellVerdict;
using core::audit::Field;
using core::audit::Verdict;

namespace {

const QString rowScheme = QStringLiteral("row");

QString asCell(const QString& text, const char* align, bool bold) {
  const QString shown = text.toHtmlEscaped();
  return QStringLiteral("<td align='%1' style='padding-left:8px'>%2</td>")
      .arg(QLatin1String(align), bold ? QStringLiteral("<b>%1</b>").arg(shown) : shown);
}

QString rowLink(std::size_t row, const QString& text) {
  return QStringLiteral("<a href='%1:%2'>%3</a>").arg(rowScheme).arg(row).arg(text.toHtmlEscaped());
}

}  // namespace

SourceRowView::SourceRowView(QWidget* parent) : QTextBrowser(parent) {
  setObjectName(QStringLiteral("sourceRow"));
  setOpenLinks(false);
  setFrameShape(QFrame::NoFrame);
  document()->setDocumentMargin(6);
  connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
    bool isNumber = false;
    const auto row = url.path().toULongLong(&isNumber);
    if (url.scheme() == rowScheme && isNumber) Q_EMIT rowWanted(static_cast<std::size_t>(row));
  });
  fill();
}

void SourceRowView::setList(AuditedListPtr list, ws::Language language) {
  if (list != list_) {
    row_.reset();
    cameFrom_.reset();
  }
  list_ = std::move(list);
  language_ = language;
  fill();
}

void SourceRowView::showRow(std::size_t row, std::optional<Field> field,
                            std::optional<std::size_t> cameFrom) {
  row_ = row;
  field_ = field;
  cameFrom_ = cameFrom;
  fill();
}

void SourceRowView::showNothing() {
  if (!row_) return;
  row_.reset();
  fill();
}

void SourceRowView::fill() {
  setAccessibleName(tr("Row of the publication"));
  if (!list_ || !row_) {
    setPlainText(tr("Choose a value to see its row of the publication."));
    return;
  }
  setHtml(head() + reasons() + valuesTable());
}

QString SourceRowView::head() const {
  const auto& row = list_->table().rows[*row_];
  QString html;
  if (cameFrom_)
    html += QStringLiteral("<p style='margin:0 0 4px 0'>%1</p>")
                .arg(rowLink(*cameFrom_,
                             tr("← Back to line %1").arg(qs(list_->table().rows[*cameFrom_].source_line))));
  const QString place = qs(ws::place_text(list_->table(), row, language_));
  html += QStringLiteral("<p style='margin:0'><b>%1</b></p>")
              .arg(tr("Line %1: %2").arg(qs(row.source_line), place).toHtmlEscaped());
  html += QStringLiteral("<p style='margin:0 0 4px 0'>%1  %2</p>")
              .arg(qs(row.sector).toHtmlEscaped(), qs(ws::pick(row.sector_name, language_)).toHtmlEscaped());
  return html;
}

QString SourceRowView::valuesTable() const {
  QString html = QStringLiteral("<table cellpadding='2' cellspacing='0' width='100%'><tr bgcolor='#eef0f2'>");
  for (const auto& [text, align] : {std::pair{tr("Figure"), "left"}, std::pair{tr("As printed"), "right"},
                                    std::pair{tr("Would agree"), "right"}, std::pair{tr("Verdict"), "left"}})
    html += QStringLiteral("<th align='%1' style='padding-left:8px; color:#202020'>%2</th>")
                .arg(QLatin1String(align), text.toHtmlEscaped());
  html += QStringLiteral("</tr>");
  const auto& row = list_->table().rows[*row_];
  for (std::size_t f = 0; f < core::audit::field_count; ++f) {
    const auto field = static_cast<Field>(f);
    const CellVerdict* cell = list_->audit().find(*row_, field);
    const bool isContradicted = cell != nullptr && cell->verdict == Verdict::contradicted;
    const bool bold = field_ == field;
    const QString printed = cell != nullptr
                                ? qs(ws::printed_text(list_->table(), field, cell->published, language_))
                                : qs(ws::cell_text(row[field], 0, language_));
    html += isContradicted ? QStringLiteral("<tr bgcolor='#fff3bf' style='color:#202020'>")
                           : QStringLiteral("<tr>");
    html += asCell(qs(ws::field_text(list_->table(), field, language_)), "left", bold) +
            asCell(printed, "right", bold) +
            asCell(cell != nullptr ? qs(ws::agreeing_text(list_->table(), *cell, language_)) : QString(),
                   "right", bold) +
            asCell(cell != nullptr ? (isContradicted ? QStringLiteral("! ") : QString()) +
                                         qs(ws::verdict_text(cell->verdict, language_))
                                   : QString(),
                   "left", bold) +
            QStringLiteral("</tr>");
  }
  return html + QStringLiteral("</table>");
}

QString SourceRowView::reasons() const {
  QString html;
  for (std::size_t f = 0; f < core::audit::field_count; ++f) {
    const CellVerdict* cell = list_->audit().find(*row_, static_cast<Field>(f));
    if (cell == nullptr || cell->verdict != Verdict::contradicted) continue;
    html += QStringLiteral("<p style='margin:2px 0 0 0'>%1</p>")
                .arg(qs(ws::audit_reason(list_->table(), *cell, language_)).toHtmlEscaped());
    html += QStringLiteral("<p style='margin:0 0 6px 0'>%1 %2</p>")
                .arg(tr("Contradicted by lines:").toHtmlEscaped(), linksTo(cell->contradicted_by));
  }
  return html;
}

QString SourceRowView::linksTo(const std::vector<std::size_t>& rows) const {
  QStringList links;
  for (const std::size_t row : rows) {
    const auto& other = list_->table().rows[row];
    const QString line = qs(other.source_line);
    if (row == *row_) {
      links << tr("%1 (this one)").arg(line).toHtmlEscaped();
      continue;
    }
    const QString place =
        other.district.empty() ? qs(ws::place_text(list_->table(), other, language_)) : qs(other.district);
    links << rowLink(row, line) + QStringLiteral(" ") + place.toHtmlEscaped();
  }
  return links.join(QStringLiteral("; "));
}

void SourceRowView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  QTextBrowser::changeEvent(event);
}

}  // namespace vicinia::desktop
