#include "models/agglomerations/members_model.h"

#include <utility>

#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

void MembersModel::setSheet(FoundPtr found, ws::AgglomerationSheet sheet, ws::Language language) {
  beginResetModel();
  found_ = std::move(found);
  language_ = language;
  sheet_ = std::move(sheet);
  rows_.clear();
  for (std::size_t number = 0; const ws::AgglomerationMember& member : sheet_.members)
    rows_.push_back({.unit = member.unit,
                     .province = member.province,
                     .employees = member.employees,
                     .part_pct = member.of_employees_pct ? core::Cell::of(*member.of_employees_pct)
                                                         : core::Cell::not_published(),
                     .lq = member.lq,
                     .employees_doubt = member.employees_doubt,
                     .lq_doubt = member.lq_doubt,
                     .number = number++,
                     .role_order = 1 + member.survival.value_or(0)});
  for (std::size_t number = 0; const ws::NearUnit& near : sheet_.near)
    rows_.push_back({.unit = near.unit,
                     .province = near.province,
                     .employees = near.employees,
                     .part_pct = core::Cell::not_published(),
                     .lq = near.lq,
                     .number = number++,
                     .role_order = near.joins,
                     .is_member = false});
  endResetModel();
}

bool MembersModel::isNumeric(int column) const {
  return column == employeesColumn || column == partColumn || column == lqColumn;
}

const core::Cell& MembersModel::number(const Row& row, int column) {
  return column == employeesColumn ? row.employees : column == partColumn ? row.part_pct : row.lq;
}

QVariant MembersModel::cell(int at, int column, int role) const {
  const Row& row = rows_[static_cast<std::size_t>(at)];
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, column);
    case Qt::ForegroundRole: return row.is_member ? QVariant() : missingColour();
    case unitRole: return QVariant::fromValue<qulonglong>(row.unit);
    case barRole:
      return column == partColumn && row.part_pct.has_number() ? QVariant(row.part_pct.number() / 100)
                                                               : QVariant();
    case sortRole:
      return isNumeric(column)      ? numberOf(number(row, column))
             : column == roleColumn ? QVariant(row.role_order)
             : column == unitColumn
                 ? QVariant(qs(ws::pick(found_->dataset().frame.bare_name(row.unit), language_)))
                 : QVariant(text(row, column));
    case foldedRole: return folded(row);
    case numberRole: return isNumeric(column) ? numberOf(number(row, column)) : QVariant();
    case codeRole:
      return column == unitColumn ? QVariant(qs(found_->dataset().frame[row.unit].code))
             : column == provinceColumn && row.province
                 ? QVariant(qs(found_->dataset().frame[*row.province].code))
                 : QVariant();
    case markRole: return mark(row, column);
    default: return {};
  }
}

QString MembersModel::text(const Row& row, int column) const {
  switch (column) {
    case unitColumn: return qs(ws::called(found_->dataset().frame, row.unit, language_));
    case provinceColumn:
      return row.province ? qs(ws::called(found_->dataset().frame, *row.province, language_)) : QString();
    case employeesColumn:
      return qs(ws::marked(ws::cell_text(row.employees, 0, language_), row.employees_doubt));
    case partColumn:
      return row.part_pct.has_number()
                 ? qs(ws::number_text(row.part_pct.number(), 1, language_)) + QStringLiteral(" %")
                 : QString();
    case lqColumn: return qs(ws::marked(ws::cell_text(row.lq, 1, language_), row.lq_doubt));
    default: return qs(roleOf(row));
  }
}

QString MembersModel::mark(const Row& row, int column) const {
  if (column != employeesColumn && column != lqColumn) return {};
  const core::Cell& cell = number(row, column);
  return marks({cell.has_number() ? std::string() : ws::cell_text(cell, 0, language_),
                ws::doubt_text(column == lqColumn ? row.lq_doubt : row.employees_doubt, language_)});
}

QString MembersModel::folded(const Row& row) const {
  const core::admin::Frame& frame = found_->dataset().frame;
  std::string names = frame[row.unit].name_vi + " " + frame[row.unit].name_en;
  if (row.province) names += " " + frame[*row.province].name_vi + " " + frame[*row.province].name_en;
  return searchable(names + " " + roleOf(row));
}

std::string MembersModel::roleOf(const Row& row) const {
  return row.is_member ? ws::membership_role_text(sheet_.members[row.number], language_)
                       : ws::near_text(sheet_.near[row.number], language_);
}

QVariant MembersModel::head(int column, int role) const {
  if (role == termRole)
    return column == lqColumn          ? QStringLiteral("lq")
           : column == employeesColumn ? QStringLiteral("employees")
           : column == roleColumn      ? QStringLiteral("core")
                                       : QString();
  if (role == codeRole) return column == unitColumn || column == provinceColumn;
  if (role == markRole) return column == employeesColumn || column == lqColumn;
  if (role == Qt::ToolTipRole && column == partColumn) return tr("Of the employees of the agglomeration");
  if (role == Qt::ToolTipRole && column == roleColumn)
    return tr(
        "How often it is a member while the rules are varied around yours: core or fringe; or who would join");
  if (role != Qt::DisplayRole) return {};
  switch (column) {
    case unitColumn: return tr("Unit");
    case provinceColumn: return tr("Province");
    case employeesColumn: return tr("Employees");
    case partColumn: return tr("Part");
    case lqColumn: return tr("LQ");
    default: return tr("Core, fringe, near");
  }
}

}  // namespace vicinia::desktop
