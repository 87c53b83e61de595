#include "models/grades/grades_model.h"

#include <algorithm>
#include <utility>

#include "models/marks.h"
#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/totals_text.h"

namespace vicinia::desktop {

namespace ws = workspace;
namespace grading = core::indicators::grades;
using core::indicators::Indicator;
using core::indicators::Measure;
using core::indicators::Outcome;

namespace {

constexpr int gradeMarkSize = 13;

QString gradeTerm(int column) {
  switch (column) {
    case GradesModel::employeesColumn: return QStringLiteral("employees");
    case GradesModel::lqColumn: return QStringLiteral("lq");
    case GradesModel::publishedColumn: return QStringLiteral("published-rule");
    case GradesModel::starsColumn: return QStringLiteral("cluster-stars");
    case GradesModel::localColumn: return QStringLiteral("local-district");
    case GradesModel::ownColumn: return QStringLiteral("own-rule");
    case GradesModel::agreementColumn: return QStringLiteral("grades-compared");
    default: return {};
  }
}

std::optional<grading::Scheme> schemeInColumn(int column) {
  switch (column) {
    case GradesModel::publishedColumn: return grading::Scheme::published_rule;
    case GradesModel::starsColumn: return grading::Scheme::cluster_stars;
    case GradesModel::localColumn: return grading::Scheme::local_district;
    case GradesModel::ownColumn: return grading::Scheme::own_rule;
    default: return std::nullopt;
  }
}

}  // namespace

const grading::Grade* gradeInColumn(const ws::UnitGrades& grades, int column) {
  switch (column) {
    case GradesModel::publishedColumn: return &grades.published;
    case GradesModel::starsColumn: return &grades.stars.grade;
    case GradesModel::localColumn: return &grades.local_district;
    case GradesModel::ownColumn: return &grades.own;
    default: return nullptr;
  }
}

void GradesModel::setDevicePixelRatio(double ratio) {
  for (const Outcome outcome : {Outcome::not_met, Outcome::met, Outcome::cannot_be_told})
    marks_[static_cast<std::size_t>(outcome)] = makeOutcomeMark(outcome, gradeMarkSize, ratio);
  disagreeMark_ = makeWarningMark(gradeMarkSize + 1, ratio);
}

// Another rule of the user's leaves the rows where they are.
void GradesModel::setIndicators(SectorIndicatorsPtr indicators,
                                std::optional<core::admin::UnitIndex> province, ws::Language language) {
  std::vector<Row> rows;
  if (indicators) {
    const ws::PeriodIndicators& period = indicators->period();
    const core::Dataset& data = period.dataset();
    for (const core::admin::UnitIndex unit : data.frame.at_level(period.level())) {
      const core::industry::Observation* o =
          data.observations.find(unit, indicators->sector(), period.period());
      const auto parent = data.frame.parent(unit);
      if (o == nullptr || (province && unit != *province && parent != province)) continue;
      rows.push_back({unit, o->counts.employees, indicators->at(unit, Indicator::location_quotient)});
    }
  }
  const bool isSame = std::ranges::equal(rows, rows_, {}, &Row::unit, &Row::unit);
  if (!isSame) beginResetModel();
  indicators_ = std::move(indicators);
  province_ = province;
  language_ = language;
  rows_ = std::move(rows);
  if (!isSame) return endResetModel();
  tellAllChanged();
}

std::optional<int> GradesModel::rowOf(core::admin::UnitIndex unit) const {
  const auto at = std::ranges::find(rows_, unit, &Row::unit);
  return at == rows_.end() ? std::nullopt : std::optional(static_cast<int>(at - rows_.begin()));
}

int GradesModel::disagreements() const {
  return static_cast<int>(std::ranges::count_if(rows_, [this](const Row& row) {
    return gradesOf(row).compared.agreement == grading::Agreement::disagree;
  }));
}

bool GradesModel::hasOwnRule() const { return indicators_ && indicators_->own_rule() != grading::OwnRule{}; }

int GradesModel::rowTotal() const { return static_cast<int>(rows_.size()); }

bool GradesModel::isNumeric(int column) const { return column == employeesColumn || column == lqColumn; }

QVariant GradesModel::cell(int at, int column, int role) const {
  const Row& row = rows_[static_cast<std::size_t>(at)];
  const bool isUnset = column == ownColumn && !hasOwnRule();
  switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::DecorationRole:
      if (column == agreementColumn)
        return gradesOf(row).compared.agreement == grading::Agreement::disagree ? QVariant(disagreeMark_)
                                                                                : QVariant();
      if (const grading::Grade* grade = gradeInColumn(gradesOf(row), column); grade != nullptr && !isUnset)
        return marks_[static_cast<std::size_t>(grade->verdict)];
      return {};
    case Qt::ToolTipRole: return toolTip(row, column);
    case Qt::AccessibleTextRole: return isUnset ? tr("no rule yet") : text(row, column);
    case Qt::ForegroundRole: {
      const bool isMissing = (column == employeesColumn && !row.employees.has_number()) ||
                             (column == lqColumn && !row.lq.value.has_number()) || isUnset;
      return isMissing ? missingColour() : QVariant();
    }
    case sortRole: return sortKey(row, column);
    case unitRole: return static_cast<qulonglong>(row.unit);
    case disagreesRole: return gradesOf(row).compared.agreement == grading::Agreement::disagree;
    case foldedRole: return folded(row);
    case numberRole:
      return column == employeesColumn ? numberOf(row.employees)
             : column == lqColumn      ? numberOf(row.lq.value)
                                       : QVariant();
    case lowRole:
    case highRole: return column == lqColumn ? endOf(row.lq.range, role) : QVariant();
    case codeRole: {
      const auto& frame = indicators_->period().dataset().frame;
      const auto named = column == unitColumn       ? std::optional(row.unit)
                         : column == provinceColumn ? frame.parent(row.unit)
                                                    : std::nullopt;
      return named ? QVariant(qs(frame[*named].code)) : QVariant();
    }
    case markRole: return mark(row, column);
    default: return {};
  }
}

QString GradesModel::folded(const Row& row) const {
  const auto& frame = indicators_->period().dataset().frame;
  std::string words = frame[row.unit].name_vi + " " + frame[row.unit].name_en;
  if (const auto parent = frame.parent(row.unit))
    words += " " + frame[*parent].name_vi + " " + frame[*parent].name_en;
  return searchable(words);
}

QString GradesModel::mark(const Row& row, int column) const {
  const ws::UnitGrades& grades = gradesOf(row);
  switch (column) {
    case employeesColumn:
      return marks({row.employees.has_number() ? std::string() : ws::cell_text(row.employees, 0, language_),
                    ws::doubt_text(ws::doubt_about(grades.rests_on, Measure::employees), language_)});
    case lqColumn:
      return marks({row.lq.value.has_number()
                        ? std::string()
                        : ws::indicator_value_text(row.lq, Indicator::location_quotient, language_),
                    ws::doubt_text(row.lq.doubt(), language_),
                    row.lq.origin == ws::ValueOrigin::estimated ? ws::origin_text(row.lq.origin, language_)
                                                                : std::string()});
    case unitColumn:
    case provinceColumn:
    case agreementColumn: return {};
    default: return marks({ws::doubt_text(core::values::gravest(grades.rests_on), language_)});
  }
}

QString GradesModel::text(const Row& row, int column) const {
  const auto& frame = indicators_->period().dataset().frame;
  const ws::UnitGrades& grades = gradesOf(row);
  switch (column) {
    case unitColumn: return qs(ws::called(frame, row.unit, language_));
    case provinceColumn: {
      const auto parent = frame.parent(row.unit);
      return parent ? qs(ws::called(frame, *parent, language_)) : QString();
    }
    case employeesColumn:
      return qs(ws::marked(ws::cell_text(row.employees, 0, language_),
                           ws::doubt_about(grades.rests_on, Measure::employees)));
    case lqColumn:
      return qs(ws::marked(ws::indicator_value_text(row.lq, Indicator::location_quotient, language_),
                           row.lq.doubt()));
    case starsColumn:
      return qs(ws::marked(ws::stars_text(grades.stars.least, grades.stars.most),
                           core::values::gravest(grades.rests_on)));
    case agreementColumn: return qs(ws::agreement_text(grades.compared.agreement, language_));
    case ownColumn:
      if (!hasOwnRule()) return QStringLiteral("–");
      [[fallthrough]];
    default:
      return qs(ws::marked(ws::outcome_text(gradeInColumn(grades, column)->verdict, language_),
                           core::values::gravest(grades.rests_on)));
  }
}

QVariant GradesModel::sortKey(const Row& row, int column) const {
  const ws::UnitGrades& grades = gradesOf(row);
  switch (column) {
    case unitColumn:
      return qs(ws::pick(indicators_->period().dataset().frame.bare_name(row.unit), language_));
    case provinceColumn: return text(row, column);
    case employeesColumn: return row.employees.has_number() ? row.employees.number() : -1.0;
    case lqColumn: return row.lq.value.has_number() ? row.lq.value.number() : -1.0;
    case starsColumn: return 10 * grades.stars.least + grades.stars.most;
    case agreementColumn: return static_cast<int>(grades.compared.agreement);
    default:
      switch (gradeInColumn(grades, column)->verdict) {
        case Outcome::met: return 2;
        case Outcome::cannot_be_told: return 1;
        case Outcome::not_met: break;
      }
      return 0;
  }
}

QString GradesModel::toolTip(const Row& row, int column) const {
  if (column == lqColumn) {
    QString tip = qs(ws::origin_text(row.lq.origin, language_));
    if (const auto allowed = ws::allowed_text(row.lq, Measure::location_quotient, language_);
        !allowed.empty())
      tip += (tip.isEmpty() ? QString() : QStringLiteral("; ")) + qs(allowed);
    return tip;
  }
  if (column == ownColumn && !hasOwnRule()) return tr("No rule yet. Set thresholds under “Your own rule”");
  const grading::Grade* grade = gradeInColumn(gradesOf(row), column);
  if (grade == nullptr) return text(row, column);
  QStringList lines{QStringLiteral("%1: %2").arg(qs(ws::scheme_name(grade->scheme, language_)),
                                                 qs(ws::outcome_text(grade->verdict, language_)))};
  for (const grading::Criterion& criterion : grade->criteria)
    lines << QStringLiteral("%1: %2").arg(
        qs(ws::criterion_text(indicators_->period().dataset().provenance, criterion, language_)),
        qs(ws::outcome_text(criterion.outcome, language_)));
  if (const auto& doubtful = gradesOf(row).rests_on; !doubtful.empty())
    lines << QStringLiteral("! ") +
                 qs(ws::rests_on_text(indicators_->period().dataset(), doubtful, language_));
  return lines.join(QLatin1Char('\n'));
}

QVariant GradesModel::head(int section, int role) const {
  if (role == termRole) return gradeTerm(section);
  if (role == codeRole) return section == unitColumn || section == provinceColumn;
  if (role == lowRole) return section == lqColumn;
  if (role == markRole)
    return section != unitColumn && section != provinceColumn && section != agreementColumn;
  if (role == Qt::ToolTipRole) {
    if (const auto scheme = schemeInColumn(section))
      return QString(qs(ws::scheme_name(*scheme, language_)) + QLatin1Char('\n') +
                     qs(indicators_ ? ws::scheme_definition(indicators_->period().dataset().provenance,
                                                            *scheme, language_)
                                    : ws::scheme_definition(*scheme, language_)));
    if (section == lqColumn)
      return qs(indicators_ ? ws::measure_definition(indicators_->period().dataset().provenance,
                                                     Measure::location_quotient, language_)
                            : ws::measure_definition(Measure::location_quotient, language_));
    return {};
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case unitColumn: return tr("Unit");
    case provinceColumn: return tr("Province");
    case employeesColumn:
      return qs(indicators_ ? ws::measure_short_name(indicators_->period().dataset().provenance,
                                                     Measure::employees, language_)
                            : ws::measure_short_name(Measure::employees, language_));
    case lqColumn: return qs(ws::measure_short_name(Measure::location_quotient, language_));
    case publishedColumn: return tr("Published");
    case starsColumn: return tr("Stars");
    case localColumn: return tr("Local district");
    case ownColumn: return tr("Your own");
    default: return tr("Agreement");
  }
}

}  // namespace vicinia::desktop
