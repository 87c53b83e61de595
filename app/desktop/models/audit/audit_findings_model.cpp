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

QString verdictTerm(Verdict verdict) {
  switch (verdict) {
    case Verdict::agrees: return QStringLiteral("agrees");
    case Verdict::rounding: return QStringLiteral("within-rounding");
    case Verdict::contradicted: return QStringLiteral("contradicted");
    case Verdict::not_recomputable: break;
  }
  return QStringLiteral("not-recomputable");
}

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

int AuditFindingsModel::rowTotal() const { return list_ ? static_cast<int>(list_->audit().cells.size()) : 0; }

bool AuditFindingsModel::isNumeric(int column) const { return column == publishedColumn; }

QVariant AuditFindingsModel::cell(int at, int column, int role) const {
  const CellVerdict& cell = list_->audit().cells[static_cast<std::size_t>(at)];
  switch (role) {
    case Qt::DisplayRole: return text(cell, column);
    case Qt::DecorationRole:
      return column == verdictColumn && cell.verdict == Verdict::contradicted ? QVariant(mark_) : QVariant();
    case Qt::ToolTipRole: {
      const QString reason = qs(ws::audit_reason(list_->table(), cell, language_));
      return reason.isEmpty() ? text(cell, column) : reason;
    }
    case sortRole: return sortKey(cell, at, column);
    case termRole: return column == verdictColumn ? QVariant(verdictTerm(cell.verdict)) : QVariant();
    case cellRole: return at;
    case verdictRole: return static_cast<int>(cell.verdict);
    case sectorRole: return static_cast<qulonglong>(list_->sector_of(cell.row));
    case foldedRole:
      return QString(folded_[static_cast<qsizetype>(cell.row)] + QLatin1Char(' ') +
                     searchable(ws::field_text(list_->table(), cell.field, language_)));
    case numberRole: return column == publishedColumn ? QVariant(cell.published) : QVariant();
    case lowRole:
    case highRole: return column == publishedColumn ? endOf(cell.expected, role) : QVariant();
    case codeRole:
      return column == sectorColumn ? QVariant(qs(list_->table().rows[cell.row].sector)) : QVariant();
    case markRole:  // where the verdict is hidden, its sign is not lost
      if (column != publishedColumn || cell.verdict != Verdict::contradicted) return {};
      return qs(ws::verdict_text(cell.verdict, language_));
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

QVariant AuditFindingsModel::head(int section, int role) const {
  if (role == termRole)
    return section == expectedColumn  ? QStringLiteral("would-agree")
           : section == verdictColumn ? QStringLiteral("audit")
           : section == byColumn      ? QStringLiteral("contradicted")
                                      : QString();
  if (role == codeRole) return section == sectorColumn;
  if (role == lowRole || role == markRole) return section == publishedColumn;
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
