#include "models/agglomerations/reasons.h"

#include "text/qt_text.h"
#include "vicinia/workspace/words/explanation_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

Reasons makeReasons(const core::Dataset& dataset, const ws::Explanation& explanation, ws::Language language) {
  const ws::ExplanationText text = ws::explanation_text(dataset, explanation, language);
  Reasons reasons{qs(text.verdict), {}};
  for (std::size_t i = 0; i < text.checks.size(); ++i) {
    // A size that is asked of the whole is nothing that the unit alone could fail.
    const bool decides = i < explanation.checks.size() && explanation.checks[i].decides;
    reasons.lines.push_back({!decides                ? Reason::Kind::note
                             : text.checks[i].passed ? Reason::Kind::passed
                                                     : Reason::Kind::failed,
                             qs(text.checks[i].text)});
  }
  for (const auto* part : {&text.reasons, &text.touching, &text.apart})
    for (const std::string& sentence : *part) reasons.lines.push_back({Reason::Kind::note, qs(sentence)});
  return reasons;
}

QString richText(const std::vector<Reason>& lines) {
  QString rows;
  for (const Reason& line : lines) {
    const char* mark = line.kind == Reason::Kind::passed   ? "<span style='color:#1b7a3d'>✓</span>"
                       : line.kind == Reason::Kind::failed ? "<span style='color:#b02020'>✗</span>"
                                                           : "•";
    rows += QStringLiteral("<tr><td>%1&nbsp;</td><td>%2</td></tr>")
                .arg(QString::fromUtf8(mark), line.text.toHtmlEscaped());
  }
  return rows.isEmpty() ? rows
                        : QStringLiteral("<table cellspacing='0' cellpadding='1'>%1</table>").arg(rows);
}

}  // namespace vicinia::desktop
