#include "models/province_models.h"

#include <algorithm>
#include <utility>

#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::indicators::Measure;

namespace {

/// Below every number.
QVariant sortKeyOf(const core::Cell& cell) { return cell.has_number() ? cell.number() : -1; }

}  // namespace

void ProvinceTableModel::setSheet(AllSectorsPtr sectors, ws::ProvinceSheet sheet, ws::Language language) {
  beginResetModel();
  sectors_ = std::move(sectors);
  sheet_ = std::move(sheet);
  language_ = language;
  endResetModel();
}

int SpecialisationsModel::rowTotal() const { return static_cast<int>(sheet().specialisations.size()); }

bool SpecialisationsModel::isNumeric(int column) const {
  return column == lqColumn || column == employeesColumn;
}

QVariant SpecialisationsModel::cell(int at, int column, int role) const {
  const ws::Specialisation& row = sheet().specialisations[static_cast<std::size_t>(at)];
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, column);
    case sectorRole: return QVariant::fromValue<qulonglong>(row.sector);
    case unitRole: return QVariant::fromValue<qulonglong>(row.unit);
    case barRole:
      return column == lqColumn ? QVariant(row.lq / sheet().specialisations.front().lq) : QVariant();
    case sortRole:
      return column == unitColumn ? QVariant(qs(ws::pick(dataset().frame.bare_name(row.unit), language())))
             : column == lqColumn ? QVariant(row.lq)
             : column == employeesColumn ? sortKeyOf(row.employees)
                                         : QVariant(text(row, column));
    case foldedRole: return folded(row);
    case numberRole:
      return column == lqColumn          ? QVariant(row.lq)
             : column == employeesColumn ? numberOf(row.employees)
                                         : QVariant();
    case codeRole:
      return column == sectorColumn ? QVariant(qs(dataset().sectors[row.sector].code))
             : column == unitColumn ? QVariant(qs(dataset().frame[row.unit].code))
                                    : QVariant();
    case markRole:
      if (column == lqColumn) return marks({ws::doubt_text(row.lq_doubt, language())});
      if (column != employeesColumn) return {};
      return marks({row.employees.has_number() ? std::string() : ws::cell_text(row.employees, 0, language()),
                    ws::doubt_text(row.employees_doubt, language())});
    default: return {};
  }
}

QString SpecialisationsModel::folded(const ws::Specialisation& row) const {
  const core::admin::Unit& unit = dataset().frame[row.unit];
  const core::industry::Sector& sector = dataset().sectors[row.sector];
  return searchable(sector.code + " " + sector.name_vi + " " + sector.name_en + " " + unit.name_vi + " " +
                    unit.name_en + " " + utf8(text(row, sharedColumn)));
}

QString SpecialisationsModel::text(const ws::Specialisation& row, int column) const {
  const core::admin::Frame& frame = dataset().frame;
  switch (column) {
    case sectorColumn: return qs(ws::name_of(dataset().sectors[row.sector], language()));
    case unitColumn: return qs(ws::called(frame, row.unit, language()));
    case lqColumn: return qs(ws::marked(ws::number_text(row.lq, 1, language()), row.lq_doubt));
    case employeesColumn:
      return qs(ws::marked(ws::cell_text(row.employees, 0, language()), row.employees_doubt));
    default: return qs(ws::shared_with_text(frame, row, language()));
  }
}

QVariant SpecialisationsModel::head(int section, int role) const {
  if (role == termRole)
    return section == lqColumn          ? QStringLiteral("lq")
           : section == employeesColumn ? QStringLiteral("employees")
           : section == sectorColumn    ? QStringLiteral("specialised")
           : section == sharedColumn    ? QStringLiteral("across-provinces")
                                        : QString();
  if (role == codeRole) return section == sectorColumn || section == unitColumn;
  if (role == markRole) return isNumeric(section);
  if (role == Qt::ToolTipRole && section == sharedColumn)
    return tr("Provinces that the agglomeration of this unit reaches into as well");
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case sectorColumn: return tr("Sector");
    case unitColumn: return tr("Unit");
    case lqColumn: return tr("LQ");
    case employeesColumn: return tr("Employees");
    default: return tr("Shared with");
  }
}

int SharedAgglomerationsModel::rowTotal() const { return static_cast<int>(sheet().shared.size()); }

bool SharedAgglomerationsModel::isNumeric(int column) const {
  return column == lqColumn || column == employeesColumn;
}

QVariant SharedAgglomerationsModel::cell(int at, int column, int role) const {
  const ws::SharedAgglomeration& row = sheet().shared[static_cast<std::size_t>(at)];
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, column);
    case sectorRole: return QVariant::fromValue<qulonglong>(row.sector);
    case unitRole: {  // a member that lies in the province
      const auto& report = sectors()->sectors[row.sector].agglomerations[row.number];
      for (const auto member : report.found.members)
        if (dataset().frame.parent(member) == sheet().province)
          return QVariant::fromValue<qulonglong>(member);
      return QVariant::fromValue<qulonglong>(report.found.members.front());
    }
    case sortRole:
      return column == employeesColumn ? sortKeyOf(row.employees)
             : column == lqColumn      ? QVariant(row.pooled_lq ? row.pooled_lq->middle() : -1)
                                       : QVariant(text(row, column));
    case foldedRole: return folded(row);
    case numberRole:
      return column == employeesColumn ? numberOf(row.employees)
             : column == lqColumn && row.pooled_lq
                 ? endOf(core::stats::exactly(row.pooled_lq->middle()), lowRole)
                 : QVariant();
    case lowRole:
    case highRole: return column == lqColumn ? endOf(row.pooled_lq, role) : QVariant();
    case codeRole:
      return column == sectorColumn ? QVariant(qs(dataset().sectors[row.sector].code)) : QVariant();
    case markRole:
      if (column == lqColumn)
        return marks(
            {row.pooled_lq ? std::string() : utf8(text(row, column)), ws::doubt_text(row.doubt, language())});
      if (column != employeesColumn || row.employees.has_number()) return {};
      return text(row, column);
    default: return {};
  }
}

QString SharedAgglomerationsModel::folded(const ws::SharedAgglomeration& row) const {
  const core::industry::Sector& sector = dataset().sectors[row.sector];
  return searchable(sector.code + " " + sector.name_vi + " " + sector.name_en + " " +
                    utf8(text(row, partsColumn)));
}

QString SharedAgglomerationsModel::text(const ws::SharedAgglomeration& row, int column) const {
  switch (column) {
    case sectorColumn: return qs(ws::name_of(dataset().sectors[row.sector], language()));
    case partsColumn: return qs(ws::parts_text(dataset().frame, row, language()));
    case employeesColumn: return qs(ws::cell_text(row.employees, 0, language()));
    default: return qs(ws::marked(ws::interval_text(row.pooled_lq, 2, language()), row.doubt));
  }
}

QVariant SharedAgglomerationsModel::head(int section, int role) const {
  if (role == termRole)
    return section == lqColumn          ? QStringLiteral("pooled-lq")
           : section == employeesColumn ? QStringLiteral("employees")
           : section == sectorColumn    ? QStringLiteral("agglomeration")
                                        : QStringLiteral("across-provinces");
  if (role == codeRole) return section == sectorColumn;
  if (role == lowRole) return section == lqColumn;
  if (role == markRole) return isNumeric(section);
  if (role == Qt::ToolTipRole && section == partsColumn)
    return tr("How its employees are divided between the provinces");
  if (role == Qt::ToolTipRole && section == lqColumn)
    return tr("Of all its units together, recomputed from sums; the ends are what the totals allow");
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case sectorColumn: return tr("Sector");
    case partsColumn: return tr("Parts by province");
    case employeesColumn: return tr("Employees");
    default: return tr("Pooled LQ");
  }
}

}  // namespace vicinia::desktop
