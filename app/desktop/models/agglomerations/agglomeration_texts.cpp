#include "models/agglomerations/agglomeration_texts.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "text/qt_text.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/words/audit_words.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::admin::UnitIndex;

namespace {

struct AgglomerationTexts {
  Q_DECLARE_TR_FUNCTIONS(AgglomerationTexts)
};

UnitIndex provinceOf(const core::Dataset& dataset, UnitIndex unit) {
  return dataset.frame.parent(unit).value_or(unit);
}

/// Members by province, in the order of the provinces' first member by size.
std::vector<std::pair<UnitIndex, std::vector<UnitIndex>>> byProvince(const FoundAgglomerations& found,
                                                                     std::size_t agglomeration) {
  std::vector<std::pair<UnitIndex, std::vector<UnitIndex>>> groups;
  for (const UnitIndex unit : found.membersBySize(agglomeration)) {
    const UnitIndex province = provinceOf(found.dataset(), unit);
    auto group = std::ranges::find(groups, province, [](const auto& entry) { return entry.first; });
    if (group == groups.end()) group = groups.insert(groups.end(), {province, {}});
    group->second.push_back(unit);
  }
  return groups;
}

}  // namespace

QStringList provinceNames(const FoundAgglomerations& found, std::size_t agglomeration,
                          ws::Language language) {
  QStringList names;
  for (const auto& [province, members] : byProvince(found, agglomeration))
    names << qs(ws::called(found.dataset().frame, province, language));
  return names;
}

QString membersText(const FoundAgglomerations& found, std::size_t agglomeration, ws::Language language) {
  const auto& members = found.reports()[agglomeration].found.members;
  if (members.size() == 1) return qs(ws::full_name(found.dataset().frame, members.front(), language));
  const core::admin::Frame& frame = found.dataset().frame;
  const QString names = provinceNames(found, agglomeration, language).join(QStringLiteral(", "));
  return AgglomerationTexts::tr("%1 %2: %3", "number, what such units are called, names")
      .arg(members.size())
      .arg(qs(ws::pick(frame.level_of(members.front()).plural, language)), names);
}

QString membersInFull(const FoundAgglomerations& found, std::size_t agglomeration, ws::Language language) {
  QStringList lines;
  for (const auto& [province, members] : byProvince(found, agglomeration)) {
    QStringList names;
    for (const UnitIndex unit : members) names << qs(ws::called(found.dataset().frame, unit, language));
    const QString name = qs(ws::called(found.dataset().frame, province, language));
    const bool isItself = members.size() == 1 && members.front() == province;
    lines << (isItself ? name : QStringLiteral("%1: %2").arg(name, names.join(QStringLiteral(", "))));
  }
  return lines.join(QLatin1Char('\n'));
}

QStringList contradictedValues(const FoundAgglomerations& found, std::size_t agglomeration,
                               workspace::Language language) {
  QStringList lines;
  const auto* list = workspace::audited_list(found.document());
  if (list == nullptr) return lines;
  // Those that stand as they are: what is left out or replaced speaks for itself no more.
  const auto& doubtful = found.reports()[agglomeration].rests_on;
  for (const auto member : found.membersBySize(agglomeration))
    for (const auto& value : doubtful)
      if (value.unit == member)
        if (const auto* cell = list->contradiction(member, value.sector, value.measure))
          lines << QStringLiteral("%1: %2").arg(
              qs(workspace::called(found.dataset().frame, member, language)),
              qs(workspace::contradicted_cell_text(list->table(), *cell, language)));
  return lines;
}

}  // namespace vicinia::desktop
