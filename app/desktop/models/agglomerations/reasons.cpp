#include "models/agglomerations/reasons.h"

#include <QCoreApplication>
#include <cmath>

#include "models/agglomerations/agglomeration_texts.h"
#include "session/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

struct ReasonTexts {
  Q_DECLARE_TR_FUNCTIONS(ReasonTexts)
};

/// A threshold as it was set: no more decimals than it has.
QString thresholdText(double threshold, ws::Language language) {
  int decimals = 0;
  while (decimals < 2 && std::abs(threshold * std::pow(10, decimals) - std::round(threshold * std::pow(10, decimals))) > 1e-9)
    ++decimals;
  return qs(ws::number_text(threshold, decimals, language));
}

/// "LQ: 4.7", "Employees: not published".
QString figureText(const std::string& rule, const core::Cell& figure, ws::Language language) {
  const auto number = [&](int decimals) { return qs(ws::cell_text(figure, decimals, language)); };
  if (rule == "lq_min") return ReasonTexts::tr("LQ: %1").arg(number(1));
  if (rule == "employees_min") return ReasonTexts::tr("Employees: %1").arg(number(0));
  if (rule == "enterprises_min") return ReasonTexts::tr("Enterprises: %1").arg(number(0));
  return ReasonTexts::tr("Share of the sector: %1 %").arg(number(1));
}

core::Cell wholeFigure(const std::string& rule, const core::agglomeration::Sums& sums) {
  if (rule == "employees_min") return sums.employees;
  if (rule == "enterprises_min") return sums.enterprises;
  return sums.sector_share_pct;
}

QString verdictText(const FoundAgglomerations& found, const ws::Explanation& explanation) {
  if (!explanation.agglomeration) return ReasonTexts::tr("In no agglomeration");
  const std::size_t others = found.reports()[*explanation.agglomeration].found.members.size() - 1;
  const std::size_t number = *explanation.agglomeration + 1;
  if (others == 0) return ReasonTexts::tr("In agglomeration %1, alone").arg(number);
  if (others == 1) return ReasonTexts::tr("In agglomeration %1, with one other unit").arg(number);
  return ReasonTexts::tr("In agglomeration %1, with %2 other units").arg(number).arg(others);
}

}  // namespace

Reasons makeReasons(const FoundAgglomerations& found, const ws::Explanation& explanation, ws::Language language) {
  Reasons reasons{verdictText(found, explanation), {}};
  const auto& rules = found.document().view.agglomerations.rules;
  const bool ofWhole = rules.size.scope == core::agglomeration::SizeRule::Scope::whole;
  bool qualifies = true;
  for (const auto& check : explanation.checks) {
    const QString figure = figureText(check.rule, check.figure, language);
    const QString threshold = thresholdText(check.threshold, language);
    if (check.rule == "lq_min" || !ofWhole) {
      qualifies = qualifies && check.passed;
      reasons.lines.push_back({check.passed ? Reason::Kind::passed : Reason::Kind::failed,
                               ReasonTexts::tr("%1 (at least %2 is required)").arg(figure, threshold)});
    } else if (explanation.agglomeration) {
      const auto& sums = found.reports()[*explanation.agglomeration].found.sums;
      reasons.lines.push_back({Reason::Kind::passed,
                               ReasonTexts::tr("%1 alone, %2 together (at least %3 is required together)")
                                   .arg(figure, qs(ws::cell_text(wholeFigure(check.rule, sums),
                                                                 check.rule == "sector_share_pct_min" ? 1 : 0, language)),
                                        threshold)});
    } else {
      reasons.lines.push_back(
          {Reason::Kind::note, ReasonTexts::tr("%1 alone (at least %2 is required together)").arg(figure, threshold)});
    }
  }
  if (explanation.is_carried)
    reasons.lines.push_back(
        {Reason::Kind::note, ReasonTexts::tr("Too small alone: it is in because its neighbours carry it.")});
  if (!explanation.agglomeration && qualifies)
    reasons.lines.push_back({Reason::Kind::failed,
                             ReasonTexts::tr("Together with its linked neighbours it does not reach the required size.")});
  return reasons;
}

QString richText(const std::vector<Reason>& lines) {
  QString text;
  for (const Reason& line : lines) {
    const char* mark = line.kind == Reason::Kind::passed   ? "<span style='color:#1b7a3d'>✓</span>"
                       : line.kind == Reason::Kind::failed ? "<span style='color:#b02020'>✗</span>"
                                                           : "•";
    if (!text.isEmpty()) text += QStringLiteral("<br>");
    text += QStringLiteral("%1&nbsp;%2").arg(QString::fromUtf8(mark), line.text.toHtmlEscaped());
  }
  return text;
}

}  // namespace vicinia::desktop
