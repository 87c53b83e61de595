#include "terms/terms.h"

#include <QCollator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/core/values/variable.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::indicators::Indicator;
using core::values::VariableGroup;

namespace {

/// Where the manual tells of them, and what stands behind the whole group.
struct GroupPlace {
  const char *chapter, *see;
};

GroupPlace placeOf(VariableGroup group) {
  switch (group) {
    case VariableGroup::published: return {"measure", "origin"};
    case VariableGroup::specialisation: return {"indicators", "specialisation"};
    case VariableGroup::enterprises: return {"indicators", "enterprises"};
    case VariableGroup::chance: return {"indicators", "chance"};
    case VariableGroup::grades: return {"grades", "grades"};
    case VariableGroup::change: return {"indicators", "change"};
    case VariableGroup::whole_sector: break;
  }
  return {"indicators", "concentration"};
}

void addIndicatorWords(Term& term, const core::Provenance& provenance, Indicator indicator,
                       ws::Language language) {
  term.formula = qs(ws::indicator_denominator(provenance, indicator, language));
  term.limits = qs(ws::indicator_limits(provenance, indicator, language));
  term.source = qs(ws::indicator_source(indicator));
}

}  // namespace

Terms::Terms(ws::Language language, const core::Provenance& provenance) {
  readFile(language);
  addVariables(language, provenance);
  QCollator order(localeOf(language));
  order.setCaseSensitivity(Qt::CaseInsensitive);
  std::ranges::stable_sort(terms_,
                           [&](const Term& a, const Term& b) { return order.compare(a.name, b.name) < 0; });
}

void Terms::readFile(ws::Language language) {
  const auto folder = ws::resources_folder();
  if (!folder) return;
  QFile file(pathText(*folder / "help" / ws::code_of(language) / "terms.json"));
  if (!file.open(QIODevice::ReadOnly)) return;
  const QJsonArray written = QJsonDocument::fromJson(file.readAll()).array();
  for (const QJsonValue& one : written) {
    const auto text = [&](const char* key) { return one[QLatin1String(key)].toString(); };
    QStringList see;
    for (const QJsonValue& id : one[QLatin1String("see")].toArray()) see << id.toString();
    add({.id = text("id"),
         .name = text("name"),
         .definition = text("definition"),
         .formula = text("formula"),
         .chapter = text("chapter"),
         .see = see});
  }
}

// Where the file has more to say of a variable, it has been read already.
void Terms::addVariables(ws::Language language, const core::Provenance& provenance) {
  for (const auto& info : core::values::all_variables()) {
    const GroupPlace place = placeOf(info.group);
    Term term{.id = qs(info.id),
              .name = qs(ws::variable_name(provenance, info.variable, language)),
              .definition = qs(ws::variable_definition(provenance, info.variable, language)),
              .chapter = QLatin1String(place.chapter),
              .see = {QLatin1String(place.see)},
              .isVariable = true};
    if (const auto indicator = core::values::indicator_of(info.variable))
      addIndicatorWords(term, provenance, *indicator, language);
    add(std::move(term));
  }
  for (const auto& info : core::indicators::all_indicators()) {
    Term term{.id = qs(info.id),
              .name = qs(ws::indicator_name(provenance, info.indicator, language)),
              .definition = qs(ws::indicator_definition(provenance, info.indicator, language)),
              .chapter = QStringLiteral("indicators"),
              .isVariable = true};
    addIndicatorWords(term, provenance, info.indicator, language);
    add(std::move(term));
  }
}

void Terms::add(Term term) {
  if (!term.id.isEmpty() && find(term.id) == nullptr) terms_.push_back(std::move(term));
}

const Term* Terms::find(const QString& id) const {
  const auto at = std::ranges::find(terms_, id, &Term::id);
  return at == terms_.end() ? nullptr : &*at;
}

QString Terms::chapter(const QString& heading, const QString& denominator, const QString& seeAlso) const {
  QString html = QStringLiteral("<h2><a name=\"terms\"></a>%1</h2>\n").arg(heading.toHtmlEscaped());
  for (const Term& term : terms_) {
    html += QStringLiteral("<h4><a name=\"%1\"></a>%2</h4>\n<p>%3</p>\n")
                .arg(anchorOf(term.id), term.name.toHtmlEscaped(), term.definition.toHtmlEscaped());
    if (!term.formula.isEmpty())
      html +=
          QStringLiteral("<p><i>%1</i></p>\n")
              .arg(
                  (term.isVariable ? denominator : QStringLiteral("= %1")).arg(term.formula).toHtmlEscaped());
    if (!term.limits.isEmpty()) html += QStringLiteral("<p>%1</p>\n").arg(term.limits.toHtmlEscaped());
    QStringList links;
    for (const QString& id : term.see)
      if (const Term* const other = find(id))
        links << QStringLiteral("<a href=\"#%1\">%2</a>").arg(anchorOf(id), other->name.toHtmlEscaped());
    if (!links.isEmpty())
      html +=
          QStringLiteral("<p>%1 %2</p>\n").arg(seeAlso.toHtmlEscaped(), links.join(QStringLiteral(" · ")));
  }
  return html;
}

}  // namespace vicinia::desktop
