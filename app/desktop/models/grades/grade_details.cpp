#include "models/grades/grade_details.h"

#include <QCoreApplication>

#include "models/marks.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/indicator_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
namespace grading = core::indicators::grades;

namespace {

struct GradeDetails {
  Q_DECLARE_TR_FUNCTIONS(GradeDetails)
};

QString schemeHead(const grading::Grade& grade, const QString& verdict, bool isExplained,
                   ws::Language language) {
  return QStringLiteral("<p style='margin:6px 0 0 0'><b>%1</b>: %2 · <a href='%3:%4'>%5</a></p>")
      .arg(qs(ws::scheme_name(grade.scheme, language)).toHtmlEscaped(), verdict, QLatin1String(schemeLink))
      .arg(static_cast<int>(grade.scheme))
      .arg((isExplained ? GradeDetails::tr("close") : GradeDetails::tr("what is it?")).toHtmlEscaped());
}

QString criteriaRows(const core::Provenance& provenance, const grading::Grade& grade, ws::Language language) {
  QString rows;
  for (const grading::Criterion& criterion : grade.criteria)
    rows += QStringLiteral("<tr><td>%1&nbsp;</td><td>%2: %3</td></tr>")
                .arg(outcomeMarkHtml(criterion.outcome),
                     qs(ws::criterion_text(provenance, criterion, language)).toHtmlEscaped(),
                     qs(ws::outcome_text(criterion.outcome, language)).toHtmlEscaped());
  return rows.isEmpty()
             ? rows
             : QStringLiteral("<table cellspacing='0' cellpadding='1' style='margin-left:10px'>%1</table>")
                   .arg(rows);
}

}  // namespace

QString gradeDetails(const core::Provenance& provenance, const ws::UnitGrades& grades, bool hasOwnRule,
                     const QSet<int>& explained, ws::Language language) {
  QString html;
  for (const grading::Grade* grade :
       {&grades.published, &grades.stars.grade, &grades.local_district, &grades.own}) {
    const bool isUnset = grade->scheme == grading::Scheme::own_rule && !hasOwnRule;
    QString verdict = QStringLiteral("%1 %2").arg(
        outcomeMarkHtml(grade->verdict), qs(ws::outcome_text(grade->verdict, language)).toHtmlEscaped());
    if (isUnset) verdict = GradeDetails::tr("no rule yet").toHtmlEscaped();
    if (grade->scheme == grading::Scheme::cluster_stars)
      verdict += QStringLiteral(", ") + GradeDetails::tr("stars: %1")
                                            .arg(qs(ws::stars_text(grades.stars.least, grades.stars.most)))
                                            .toHtmlEscaped();
    const bool isExplained = explained.contains(static_cast<int>(grade->scheme));
    html += schemeHead(*grade, verdict, isExplained, language);
    if (isExplained)
      html += QStringLiteral("<p style='margin:2px 0 2px 10px'><i>%1</i></p>")
                  .arg(qs(ws::scheme_definition(provenance, grade->scheme, language)).toHtmlEscaped());
    html += criteriaRows(provenance, *grade, language);
  }
  return html;
}

}  // namespace vicinia::desktop
