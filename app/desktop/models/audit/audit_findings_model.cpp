#include "models/audit/audit_findings_model.h"

#include <utility>

#include "drawing/swatch.h"
#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/tables/audit_table.h"
#include "vicinia/workspace/words/audit_words.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::audit::CellVerdict;
using core::audit::Verdict;

namespace {

bool isAuditNumber(int column) {
  return column == AuditFindingsModel::lineColumn || column == AuditFindingsModel::publishedColumn ||
         column == AuditFindingsModel::expectedColumn;
}

}  // namespace

void AuditFindingsModel::setList(AuditedListPtr list, ws::Language language) {
  if (list == list_ && language == language_) return;
  beginResetModel();
  list_ = std::move(list);
  language_ = language;
  folded_.clear();
  if (list_)
    for (const auto& row : list_->table().rows)
      folded_ << searchable(row.source_line + " " + row.sector + " " + row.sector_name.vi + " " +
                            row.sector_name.en + " " + row.province + " " + row.district);
  endResetModel();
}

void AuditFindingsModel::setDevicePixelRatio(double ratio) {
  mark_ = makeBadge(ws::audit_mark_style::badge(), {14, 14}, ratio);
}

int AuditFindingsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !list_ ? 0 : static_cast<int>(list_->audit().cells.size());
}

int AuditFindingsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : columns;
}

QVariant AuditFindingsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const CellVerdict& cell = list_->audit().cells[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole: return text(cell, index.column());
    case Qt::DecorationRole:
      return index.column() == verdictColumn && cell.verdict == Verdict::contradicted ? QVariant(mark_)
                                                                                      : QVariant();
    case Qt::ToolTipRole: {
      const QString reason = qs(ws::audit_reason(list_->table(), cell, language_));
      return reason.isEmpty() ? text(cell, index.column()) : reason;
    }
    case Qt::TextAlignmentRole:
      return isAuditNumber(index.column()) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                           : QVariant();
    case sortRole: return sortKey(cell, index.row(), index.column());
    case cellRole: return index.row();
    case verdictRole: return static_cast<int>(cell.verdict);
    case sectorRole: return static_cast<qulonglong>(list_->sector_of(cell.row));
    case foldedRole:
      return QString(folded_[static_cast<qsizetype>(cell.row)] + QLatin1Char(' ') +
                     searchable(ws::field_text(list_->table(), cell.field, language_)));
    default: return {};
  }
}

QString AuditFindingsModel::text(const CellVerdict& cell, int column) const {
  const auto& row = list_->table().rows[cell.row];
  switch (column) {
    case lineColumn: return qs(row.source_line);
    case sectorColumn:
      return QStringLiteral("%1  %2").arg(qs(row.sector), qs(ws::pick(row.sector_name, language_)));
    case provinceColumn: return qs(row.province);
    case districtColumn: return qs(row.district);
    case kindColumn:
      switch (row.kind) {
        case core::audit::RowKind::district:
          return qs(list_->table().levels.has(row.level)
                        ? ws::pick(list_->table().levels[row.level].name, language_)
                        : ws::row_kind_text(list_->table(), row, language_));
        case core::audit::RowKind::group: return tr("group");
        case core::audit::RowKind::total: return tr("total");
        case core::audit::RowKind::unit_total: return qs(ws::row_kind_text(list_->table(), row, language_));
      }
      return {};
    case fieldColumn: return qs(ws::field_text(list_->table(), cell.field, language_));
    case publishedColumn: return qs(ws::printed_text(list_->table(), cell.field, cell.published, language_));
    case expectedColumn: return qs(ws::agreeing_text(list_->table(), cell, language_));
    case verdictColumn: return qs(ws::verdict_text(cell.verdict, language_));
    default: return qs(ws::lines_text(list_->table(), cell.contradicted_by));
  }
}

QVariant AuditFindingsModel::sortKey(const CellVerdict& cell, int row, int column) const {
  switch (column) {
    case lineColumn: return row;  // the order of the publication
    case sectorColumn: return static_cast<qulonglong>(list_->sector_of(cell.row));
    case kindColumn: return static_cast<int>(list_->table().rows[cell.row].kind);
    case fieldColumn: return static_cast<int>(cell.field);
    case publishedColumn: return cell.published;
    case expectedColumn: return cell.expected ? cell.expected->low : -1.0;
    case verdictColumn: return static_cast<int>(cell.verdict);
    case byColumn: return static_cast<qulonglong>(cell.contradicted_by.size());
    default: return text(cell, column);
  }
}

QVariant AuditFindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
  if (role == Qt::TextAlignmentRole)
    return isAuditNumber(section) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                  : QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && section == expectedColumn)
    return tr("The values, as they would be printed, that the others allow");
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case lineColumn: return tr("Line");
    case sectorColumn: return tr("Sector");
    case provinceColumn: return tr("Province");
    case districtColumn: return tr("District");
    case kindColumn: return tr("Row");
    case fieldColumn: return tr("Figure");
    case publishedColumn: return tr("As printed");
    case expectedColumn: return tr("Would agree");
    case verdictColumn: return tr("Verdict");
    default: return tr("Contradicted by lines");
  }
}

}  // namespace vicinia::desktop
