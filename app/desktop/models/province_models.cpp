#include "models/province_models.h"

#include <algorithm>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::indicators::Measure;

namespace {

QVariant numberOf(const core::Cell& cell) { return cell.has_number() ? cell.number() : -1; }

QVariant alignment(bool isNumber) {
  return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

}  // namespace

void ProvinceTableModel::setSheet(AllSectorsPtr sectors, ws::ProvinceSheet sheet, ws::Language language) {
  beginResetModel();
  sectors_ = std::move(sectors);
  sheet_ = std::move(sheet);
  language_ = language;
  endResetModel();
}

int SpecialisationsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(sheet().specialisations.size());
}

int SpecialisationsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : columns;
}

QVariant SpecialisationsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const ws::Specialisation& row = sheet().specialisations[static_cast<std::size_t>(index.row())];
  const bool isNumber = index.column() == lqColumn || index.column() == employeesColumn;
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, index.column());
    case Qt::TextAlignmentRole: return alignment(isNumber);
    case sectorRole: return QVariant::fromValue<qulonglong>(row.sector);
    case unitRole: return QVariant::fromValue<qulonglong>(row.unit);
    case barRole:
      return index.column() == lqColumn ? QVariant(row.lq / sheet().specialisations.front().lq) : QVariant();
    case sortRole:
      return index.column() == lqColumn          ? QVariant(row.lq)
             : index.column() == employeesColumn ? numberOf(row.employees)
                                                 : QVariant(text(row, index.column()));
    default: return {};
  }
}

QString SpecialisationsModel::text(const ws::Specialisation& row, int column) const {
  const core::admin::Frame& frame = dataset().frame;
  switch (column) {
    case sectorColumn: return qs(ws::name_of(dataset().sectors[row.sector], language()));
    case unitColumn: return qs(ws::name_of(frame[row.unit], language()));
    case lqColumn: return qs(ws::marked(ws::number_text(row.lq, 1, language()), row.lq_doubt));
    case employeesColumn:
      return qs(ws::marked(ws::cell_text(row.employees, 0, language()), row.employees_doubt));
    default: return qs(ws::shared_with_text(frame, row, language()));
  }
}

QVariant SpecialisationsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
  if (role == Qt::TextAlignmentRole) return alignment(section == lqColumn || section == employeesColumn);
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

int SharedAgglomerationsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(sheet().shared.size());
}

int SharedAgglomerationsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : columns;
}

QVariant SharedAgglomerationsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const ws::SharedAgglomeration& row = sheet().shared[static_cast<std::size_t>(index.row())];
  const bool isNumber = index.column() == lqColumn || index.column() == employeesColumn;
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, index.column());
    case Qt::TextAlignmentRole: return alignment(isNumber);
    case sectorRole: return QVariant::fromValue<qulonglong>(row.sector);
    case unitRole: {  // a member that lies in the province
      const auto& report = sectors()->sectors[row.sector].agglomerations[row.number];
      for (const auto member : report.found.members)
        if (dataset().frame.parent(member) == sheet().province)
          return QVariant::fromValue<qulonglong>(member);
      return QVariant::fromValue<qulonglong>(report.found.members.front());
    }
    case sortRole:
      return index.column() == employeesColumn ? numberOf(row.employees)
             : index.column() == lqColumn      ? QVariant(row.pooled_lq ? row.pooled_lq->middle() : -1)
                                               : QVariant(text(row, index.column()));
    default: return {};
  }
}

QString SharedAgglomerationsModel::text(const ws::SharedAgglomeration& row, int column) const {
  switch (column) {
    case sectorColumn: return qs(ws::name_of(dataset().sectors[row.sector], language()));
    case partsColumn: return qs(ws::parts_text(dataset().frame, row, language()));
    case employeesColumn: return qs(ws::cell_text(row.employees, 0, language()));
    default: return qs(ws::marked(ws::interval_text(row.pooled_lq, 2, language()), row.doubt));
  }
}

QVariant SharedAgglomerationsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
  if (role == Qt::TextAlignmentRole) return alignment(section == lqColumn || section == employeesColumn);
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
