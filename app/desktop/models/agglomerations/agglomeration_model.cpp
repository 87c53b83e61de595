#include "models/agglomerations/agglomeration_model.h"

#include <QStringList>
#include <algorithm>
#include <utility>

#include "drawing/swatch.h"
#include "models/agglomerations/agglomeration_texts.h"
#include "models/marks.h"
#include "session/own_words.h"
#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/words/robustness_text.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/tolerance_text.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::indicators::Measure;

namespace {

constexpr int lq_decimals = 2, share_decimals = 1;
constexpr std::size_t most_names = 12;

/// What is summed in a column of counts.
core::Cell countIn(const core::agglomeration::Sums& sums, int column) {
  switch (column) {
    case AgglomerationModel::employeesColumn: return sums.employees;
    case AgglomerationModel::enterprisesColumn: return sums.enterprises;
    case AgglomerationModel::smesColumn: return sums.smes;
    default: return sums.fdi_enterprises;
  }
}

std::optional<core::stats::Interval> pooledIn(const ws::Pooled& pooled, int column) {
  switch (column) {
    case AgglomerationModel::lqColumn: return pooled.lq;
    case AgglomerationModel::sectorShareColumn: return pooled.sector_share_pct;
    default: return pooled.district_share_pct;
  }
}

bool isPooled(int column) {
  return column == AgglomerationModel::lqColumn || column == AgglomerationModel::sectorShareColumn ||
         column == AgglomerationModel::districtShareColumn;
}

std::optional<Measure> measureOf(int column) {
  switch (column) {
    case AgglomerationModel::employeesColumn: return Measure::employees;
    case AgglomerationModel::lqColumn: return Measure::location_quotient;
    case AgglomerationModel::sectorShareColumn: return Measure::sector_share;
    case AgglomerationModel::districtShareColumn: return Measure::district_share;
    case AgglomerationModel::enterprisesColumn: return Measure::enterprises;
    case AgglomerationModel::smesColumn: return Measure::smes;
    case AgglomerationModel::fdiColumn: return Measure::fdi_enterprises;
    default: return std::nullopt;
  }
}

QString agglomerationTerm(int column) {
  switch (column) {
    case AgglomerationModel::rankColumn:
    case AgglomerationModel::membersColumn: return QStringLiteral("agglomeration");
    case AgglomerationModel::crossingColumn:
    case AgglomerationModel::provincesColumn: return QStringLiteral("across-provinces");
    case AgglomerationModel::survivalColumn: return QStringLiteral("robustness");
    case AgglomerationModel::lqColumn: return QStringLiteral("pooled-lq");
    default: return qs(core::indicators::info_of(*measureOf(column)).id);
  }
}

}  // namespace

void AgglomerationModel::setDevicePixelRatio(double ratio) {
  crossingMark_ = makeCrossingMark({14, 14}, ratio);
  toleranceMark_ = makeWarningMark(14, ratio);
  auditMark_ = makeBadge(ws::audit_mark_style::badge(), {14, 14}, ratio);
}

void AgglomerationModel::setFound(FoundPtr found, std::optional<core::admin::UnitIndex> province,
                                  ws::Language language) {
  beginResetModel();
  found_ = std::move(found);
  robustness_.reset();
  language_ = language;
  listed_ = found_ ? found_->reaching(province) : std::vector<std::size_t>();
  contradicted_.clear();
  for (const std::size_t agglomeration : listed_)
    contradicted_.push_back(!contradictedValues(*found_, agglomeration, language_).isEmpty());
  endResetModel();
}

QString AgglomerationModel::folded(std::size_t agglomeration) const {
  const auto& report = found_->reports()[agglomeration];
  std::string words;
  const auto name = [&](core::admin::UnitIndex unit) {
    const core::admin::Unit& named = found_->dataset().frame[unit];
    words += named.name_vi + " " + named.name_en + " ";
  };
  for (const auto unit : report.found.members) name(unit);
  for (const auto unit : report.provinces) name(unit);
  return searchable(words);
}

void AgglomerationModel::setRobustness(RobustnessPtr robustness) {
  robustness_ = std::move(robustness);
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, survivalColumn), index(rowCount() - 1, survivalColumn));
}

std::optional<int> AgglomerationModel::rowOf(std::size_t agglomeration) const {
  const auto at = std::ranges::lower_bound(listed_, agglomeration);
  if (at == listed_.end() || *at != agglomeration) return std::nullopt;
  return static_cast<int>(at - listed_.begin());
}

int AgglomerationModel::rowTotal() const { return static_cast<int>(listed_.size()); }

bool AgglomerationModel::isNumeric(int column) const {
  return column != crossingColumn && column != membersColumn;
}

QVariant AgglomerationModel::cell(int row, int column, int role) const {
  const std::size_t agglomeration = agglomerationAt(row);
  const bool crosses = found_->isCrossing(agglomeration);
  switch (role) {
    case Qt::DisplayRole: return text(agglomeration, column);
    case Qt::DecorationRole:
      if (column == membersColumn && contradicted_[static_cast<std::size_t>(row)]) return auditMark_;
      if (column == rankColumn && found_->reports()[agglomeration].depends_on_tolerance())
        return toleranceMark_;
      return column == crossingColumn && crosses ? QVariant(crossingMark_) : QVariant();
    case Qt::ToolTipRole: return toolTip(agglomeration, column);
    case Qt::AccessibleTextRole:
      if (column == crossingColumn)
        return crosses ? tr("crosses a province boundary") : tr("within one province");
      if (column == rankColumn && found_->reports()[agglomeration].depends_on_tolerance())
        return QString(text(agglomeration, column) + QStringLiteral("; ") +
                       tr("depends on the tolerance of matching borders"));
      if (column == membersColumn && contradicted_[static_cast<std::size_t>(row)])
        return QString(text(agglomeration, column) + QStringLiteral("; ") +
                       tr("values of members are contradicted"));
      return text(agglomeration, column);
    case Qt::ForegroundRole: {
      const bool isMissing = isNumeric(column) && sortKey(agglomeration, column).toDouble() < 0;
      return isMissing ? missingColour() : QVariant();
    }
    case sortRole: return sortKey(agglomeration, column);
    case agglomerationRole: return static_cast<qulonglong>(agglomeration);
    case foldedRole: return folded(listed_[static_cast<std::size_t>(row)]);
    case numberRole: return number(agglomeration, column);
    case lowRole:
    case highRole:
      return isPooled(column) ? endOf(pooledIn(found_->reports()[agglomeration].pooled, column), role)
                              : QVariant();
    case codeRole: {
      if (column != membersColumn) return {};
      QStringList codes;
      for (const auto member : found_->reports()[agglomeration].found.members)
        codes << qs(found_->dataset().frame[member].code);
      return codes.join(QLatin1Char(' '));
    }
    case markRole:
      if (column == rankColumn && found_->reports()[agglomeration].depends_on_tolerance())
        return tr("depends on the tolerance of matching borders");
      if (column == membersColumn && contradicted_[static_cast<std::size_t>(row)])
        return tr("values of members are contradicted");
      return isNumeric(column) && !number(agglomeration, column).isValid() ? text(agglomeration, column)
                                                                           : QString();
    default: return {};
  }
}

// As it is shown: of what is only known to lie above something, there is no number but the end.
QVariant AgglomerationModel::number(std::size_t agglomeration, int column) const {
  const auto& report = found_->reports()[agglomeration];
  switch (column) {
    case rankColumn: return static_cast<double>(agglomeration + 1);
    case provincesColumn: return static_cast<double>(report.provinces.size());
    case survivalColumn:
      return robustness_ ? QVariant(100 * robustness_->found.agglomerations[agglomeration].survival)
                         : QVariant();
    case crossingColumn:
    case membersColumn: return {};
    case lqColumn:
    case sectorShareColumn:
    case districtShareColumn: {
      const auto value = pooledIn(report.pooled, column);
      return value ? endOf(core::stats::exactly(value->middle()), lowRole) : QVariant();
    }
    default: return numberOf(countIn(report.found.sums, column));
  }
}

QString AgglomerationModel::text(std::size_t agglomeration, int column) const {
  const auto& report = found_->reports()[agglomeration];
  const auto count = [this](std::size_t number) {
    return qs(ws::number_text(static_cast<double>(number), 0, language_));
  };
  switch (column) {
    case rankColumn: return count(agglomeration + 1);
    case crossingColumn: return {};
    case membersColumn: return membersText(*found_, agglomeration, language_);
    case provincesColumn: return count(report.provinces.size());
    case survivalColumn:
      if (!robustness_) return QStringLiteral("…");
      return qs(ws::number_text(100 * robustness_->found.agglomerations[agglomeration].survival, 0,
                                language_)) +
             QStringLiteral(" %");
    case lqColumn: return qs(ws::interval_text(report.pooled.lq, lq_decimals, language_));
    case sectorShareColumn:
    case districtShareColumn:
      return qs(ws::interval_text(pooledIn(report.pooled, column), share_decimals, language_));
    default: return qs(ws::cell_text(countIn(report.found.sums, column), 0, language_));
  }
}

QVariant AgglomerationModel::sortKey(std::size_t agglomeration, int column) const {
  const auto& report = found_->reports()[agglomeration];
  switch (column) {
    case rankColumn: return static_cast<qulonglong>(agglomeration);
    case crossingColumn: return found_->isCrossing(agglomeration) ? 0 : 1;
    case membersColumn: return static_cast<qulonglong>(report.found.members.size());
    case provincesColumn: return static_cast<qulonglong>(report.provinces.size());
    case survivalColumn:
      return robustness_ ? robustness_->found.agglomerations[agglomeration].survival : -1.0;
    case lqColumn:
    case sectorShareColumn:
    case districtShareColumn: {
      const auto value = pooledIn(report.pooled, column);
      return value ? (value->high < 1e300 ? value->middle() : value->low) : -1.0;
    }
    default: {
      const core::Cell cell = countIn(report.found.sums, column);
      return cell.has_number() ? cell.number() : -1.0;
    }
  }
}

QString AgglomerationModel::toolTip(std::size_t agglomeration, int column) const {
  const auto& report = found_->reports()[agglomeration];
  switch (column) {
    case rankColumn:
      return qs(ws::tolerance_effect_text(found_->dataset(), agglomeration, report.found.members.size(),
                                          report.tolerance, report.tolerance_m, language_));
    case membersColumn: {
      QString tip = membersInFull(*found_, agglomeration, language_);
      if (!report.found.carried.empty()) {
        QStringList names;
        for (const auto unit : report.found.carried)
          names << qs(ws::called(found_->dataset().frame, unit, language_));
        tip += QLatin1Char('\n') +
               tr("In only because neighbours carry them: %1").arg(names.join(QStringLiteral(", ")));
      }
      const std::string byRounding =
          ws::membership_text(found_->dataset(), report.membership, language_, most_names);
      if (!byRounding.empty()) tip += QLatin1Char('\n') + qs(byRounding);
      const QStringList contradicted = contradictedValues(*found_, agglomeration, language_);
      if (!contradicted.isEmpty())
        tip += QLatin1Char('\n') + tr("Values as printed, but contradicted:") + QLatin1Char('\n') +
               contradicted.join(QLatin1Char('\n'));
      return tip;
    }
    case crossingColumn:
      if (!found_->isCrossing(agglomeration)) return {};
      return tr("Crosses a province boundary, along %1 km")
          .arg(qs(ws::number_text(found_->lines()[agglomeration].crossings_m / 1000, 0, language_)));
    case survivalColumn:
      if (!robustness_) return tr("The rules are being varied…");
      return qs(ws::agglomeration_robustness_text(found_->dataset(), *robustness_, agglomeration, language_,
                                                  most_names));
    case provincesColumn: return provinceNames(*found_, agglomeration, language_).join(QStringLiteral(", "));
    case lqColumn:
    case sectorShareColumn:
    case districtShareColumn: {
      const auto value = pooledIn(report.pooled, column);
      if (!value)
        return tr("The totals that it would be divided by are not published and cannot be reconstructed.");
      const bool isSummed = found_->dataset().provenance.completeness == core::Completeness::complete_matrix;
      const QString how =
          value->is_exact()
              ? tr("Summed over the members and recomputed, never averaged.")
              : tr("Summed over the members and recomputed, never averaged. In brackets: the least and the most "
                   "that the printed values, which are rounded, allow.");
      return QString(
          how + QLatin1Char(' ') +
          (isSummed ? tr("Its totals are sums over the table.")
                    : tr("Its totals are not printed; they are reconstructed from the rounded values.")));
    }
    default: return {};
  }
}

QString AgglomerationModel::inOwnWords(const QString& text) const {
  return found_ ? desktop::inOwnWords(text, found_->dataset().provenance, language_) : text;
}

QVariant AgglomerationModel::head(int section, int role) const {
  if (role == termRole) return agglomerationTerm(section);
  if (role == codeRole) return section == membersColumn;
  if (role == lowRole) return isPooled(section);
  if (role == markRole) return section != crossingColumn;
  if (role == Qt::DecorationRole && section == crossingColumn) return crossingMark_;
  if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
    if (section == crossingColumn) return tr("Crosses a province boundary");
    if (section == rankColumn) return inOwnWords(tr("Rank by employees"));
    if (section == survivalColumn && role == Qt::ToolTipRole)
      return tr(
          "At how large a share of other rules the agglomeration survives: LQs from 0.7 to 1.5 times the least LQ, other "
          "least sizes, corners, longer borders, other tolerances of matching borders");
    if (const auto measure = measureOf(section); measure && role == Qt::ToolTipRole)
      return qs(found_ ? ws::measure_name(found_->dataset().provenance, *measure, language_)
                       : ws::measure_name(*measure, language_));
    return head(section, Qt::DisplayRole);
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case rankColumn: return tr("#");
    case crossingColumn: return QString();
    case membersColumn: return tr("Agglomeration");
    case provincesColumn: return tr("Provinces");
    case survivalColumn: return tr("Robustness");
    case districtShareColumn: return inOwnWords(tr("% of its employment"));
    default:
      return qs(found_ ? ws::measure_short_name(found_->dataset().provenance, *measureOf(section), language_)
                       : ws::measure_short_name(*measureOf(section), language_));
  }
}

}  // namespace vicinia::desktop
