#include "models/agglomerations/members_model.h"

#include <QGuiApplication>
#include <QPalette>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr double unknown_number = -1;

double numberOrUnknown(const core::Cell& cell) { return cell.has_number() ? cell.number() : unknown_number; }

bool isNumberColumn(int column) {
  return column == MembersModel::employeesColumn || column == MembersModel::partColumn ||
         column == MembersModel::lqColumn;
}

}  // namespace

void MembersModel::setSheet(FoundPtr found, ws::AgglomerationSheet sheet, ws::Language language) {
  beginResetModel();
  found_ = std::move(found);
  sheet_ = std::move(sheet);
  language_ = language;
  endResetModel();
}

int MembersModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(sheet_.members.size() + sheet_.near.size());
}

int MembersModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant MembersModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue((isNumberColumn(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                               Qt::AlignVCenter);
  const auto row = static_cast<std::size_t>(index.row());
  return row < sheet_.members.size() ? member(sheet_.members[row], index.column(), role)
                                     : near(sheet_.near[row - sheet_.members.size()], index.column(), role);
}

QString MembersModel::nameOf(std::optional<core::admin::UnitIndex> unit) const {
  return unit ? qs(ws::name_of(found_->dataset().frame[*unit], language_)) : QString();
}

QVariant MembersModel::member(const ws::AgglomerationMember& member, int column, int role) const {
  if (role == unitRole) return QVariant::fromValue<qulonglong>(member.unit);
  if (role == barRole)
    return column == partColumn && member.of_employees_pct ? QVariant(*member.of_employees_pct / 100)
                                                           : QVariant();
  const bool isSorting = role == sortRole;
  if (!isSorting && role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  switch (column) {
    case unitColumn: return nameOf(member.unit);
    case provinceColumn: return nameOf(member.province);
    case employeesColumn:
      return isSorting
                 ? QVariant(numberOrUnknown(member.employees))
                 : qs(ws::marked(ws::cell_text(member.employees, 0, language_), member.employees_doubt));
    case partColumn:
      if (isSorting) return member.of_employees_pct.value_or(unknown_number);
      return member.of_employees_pct
                 ? qs(ws::number_text(*member.of_employees_pct, 1, language_)) + QStringLiteral(" %")
                 : QString();
    case lqColumn:
      return isSorting ? QVariant(numberOrUnknown(member.lq))
                       : qs(ws::marked(ws::cell_text(member.lq, 1, language_), member.lq_doubt));
    default:
      return isSorting ? QVariant(1 + member.survival.value_or(0))
                       : qs(ws::membership_role_text(member, language_));
  }
}

QVariant MembersModel::near(const ws::NearUnit& unit, int column, int role) const {
  if (role == unitRole) return QVariant::fromValue<qulonglong>(unit.unit);
  if (role == Qt::ForegroundRole) return QGuiApplication::palette().brush(QPalette::PlaceholderText);
  const bool isSorting = role == sortRole;
  if (!isSorting && role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  switch (column) {
    case unitColumn: return nameOf(unit.unit);
    case provinceColumn: return nameOf(unit.province);
    case employeesColumn:
      return isSorting ? QVariant(unknown_number) : qs(ws::cell_text(unit.employees, 0, language_));
    case partColumn: return isSorting ? QVariant(unknown_number) : QVariant(QString());
    case lqColumn:
      return isSorting ? QVariant(numberOrUnknown(unit.lq)) : qs(ws::cell_text(unit.lq, 1, language_));
    default: return isSorting ? QVariant(unit.joins) : qs(ws::near_text(unit, language_));
  }
}

QVariant MembersModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue((isNumberColumn(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && section == partColumn) return tr("Of the employees of the agglomeration");
  if (role == Qt::ToolTipRole && section == roleColumn)
    return tr(
        "How often it is a member while the rules are varied around yours: core or fringe; or who would join");
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case unitColumn: return tr("Unit");
    case provinceColumn: return tr("Province");
    case employeesColumn: return tr("Employees");
    case partColumn: return tr("Part");
    case lqColumn: return tr("LQ");
    default: return tr("Core, fringe, near");
  }
}

}  // namespace vicinia::desktop
