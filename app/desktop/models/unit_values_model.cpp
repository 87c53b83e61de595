#include "models/unit_values_model.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <utility>

#include "drawing/swatch.h"
#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/words/audit_words.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::indicators::Measure;

namespace {

const core::indicators::MeasureInfo& measureAt(int column) {
  return core::indicators::all_measures()[static_cast<std::size_t>(column - 1)];
}

}  // namespace

int UnitValuesModel::columnOf(Measure measure) {
  int column = 1;
  for (const auto& info : core::indicators::all_measures()) {
    if (info.measure == measure) break;
    ++column;
  }
  return column;
}

void UnitValuesModel::setReport(std::shared_ptr<const core::Dataset> dataset, ws::UnitReport report,
                                ws::Language language) {
  beginResetModel();
  dataset_ = std::move(dataset);
  report_ = std::move(report);
  language_ = language;
  endResetModel();
}

void UnitValuesModel::setDevicePixelRatio(double ratio) {
  mark_ = makeBadge(ws::audit_mark_style::badge(), {14, 14}, ratio);
}

void UnitValuesModel::clear() {
  beginResetModel();
  report_ = {};
  endResetModel();
}

void UnitValuesModel::setShown(std::optional<Measure> measure, core::industry::SectorIndex sector) {
  if (measure == measure_ && sector == sector_) return;
  measure_ = measure;
  sector_ = sector;
  if (rowCount() > 0)
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                       {Qt::FontRole, Qt::BackgroundRole});
}

int UnitValuesModel::rowTotal() const { return static_cast<int>(report_.sectors.size()); }

int UnitValuesModel::columnTotal() const {
  return 1 + static_cast<int>(core::indicators::all_measures().size());
}

bool UnitValuesModel::isNumeric(int column) const { return column != sectorColumn; }

QVariant UnitValuesModel::cell(int at, int column, int role) const {
  const ws::ReportedSector& row = report_.sectors[static_cast<std::size_t>(at)];
  const bool isSector = column == sectorColumn;
  const auto& sector = dataset_->sectors[row.sector];
  if (role == sectorRole) return static_cast<qulonglong>(row.sector);
  if (role == Qt::FontRole || role == Qt::BackgroundRole) {
    const bool shownColumn = measure_ && column == columnOf(*measure_);
    if (role == Qt::BackgroundRole)
      return shownColumn ? QVariant(QBrush(QColor(255, 178, 64, 38))) : QVariant();
    if (!shownColumn && row.sector != sector_) return {};
    QFont font;
    font.setBold(row.sector == sector_);
    return font;
  }
  if (role == foldedRole) return searchable(sector.code + " " + sector.name_vi + " " + sector.name_en);
  if (isSector) {
    if (role == codeRole) return qs(sector.code);
    const QString name = qs(ws::name_of(sector, language_));
    if (role == Qt::DisplayRole) return QStringLiteral("%1  %2").arg(qs(sector.code), name);
    if (role == Qt::ToolTipRole) return name;
    if (role == sortRole) return static_cast<qulonglong>(row.sector);
    return {};
  }
  const auto& info = measureAt(column);
  const core::Cell& value = row.values[static_cast<std::size_t>(info.measure)];
  switch (role) {
    case Qt::DisplayRole: return qs(ws::cell_text(value, info.decimals, language_));
    case Qt::DecorationRole:
      return row.contradictions[static_cast<std::size_t>(info.measure)].empty() ? QVariant()
                                                                                : QVariant(mark_);
    case Qt::AccessibleTextRole: {
      const QString text = qs(ws::cell_text(value, info.decimals, language_));
      if (row.contradictions[static_cast<std::size_t>(info.measure)].empty()) return text;
      return QString(text + QStringLiteral(", ") + qs(ws::contradicted_mark_text(language_)));
    }
    case sortRole: return value.has_number() ? value.number() : -1.0;
    case Qt::ToolTipRole: return toolTip(row, column);
    case Qt::ForegroundRole: return value.has_number() ? QVariant() : missingColour();
    case numberRole: return numberOf(value);
    case markRole: {
      const auto origin = row.origins[static_cast<std::size_t>(info.measure)];
      const bool isContradicted = !row.contradictions[static_cast<std::size_t>(info.measure)].empty();
      return marks({value.has_number() ? std::string() : ws::cell_text(value, info.decimals, language_),
                    isContradicted ? ws::contradicted_mark_text(language_) : std::string(),
                    origin == core::indicators::Origin::none || origin == core::indicators::Origin::printed
                        ? std::string()
                        : std::string(ws::origin_name(origin, language_))});
    }
    default: return {};
  }
}

QString UnitValuesModel::toolTip(const ws::ReportedSector& row, int column) const {
  const auto& info = measureAt(column);
  QString text = qs(ws::measure_name(dataset_->provenance, info.measure, language_));
  const auto origin = row.origins[static_cast<std::size_t>(info.measure)];
  if (origin != core::indicators::Origin::none) {
    const core::Cell& cell = row.values[static_cast<std::size_t>(info.measure)];
    text +=
        QStringLiteral("\n%1: %2")
            .arg(qs(ws::origin_name(origin, language_)), qs(ws::cell_text(cell, info.decimals, language_)));
  }
  if (const auto& allowed = row.allowed[static_cast<std::size_t>(info.measure)]; !allowed.empty())
    text += QStringLiteral("\n") + qs(allowed);
  if (!row.source_line.empty())
    text += QStringLiteral("\n") + tr("Line %1 of the publication").arg(qs(row.source_line));
  if (const auto& reason = row.contradictions[static_cast<std::size_t>(info.measure)]; !reason.empty())
    text += QStringLiteral("\n") + qs(reason);
  return text;
}

QVariant UnitValuesModel::head(int section, int role) const {
  if (role == termRole) return section == sectorColumn ? QStringLiteral("sector") : qs(measureAt(section).id);
  if (role == codeRole) return section == sectorColumn;
  if (role == markRole) return section != sectorColumn;
  if (section == sectorColumn) return role == Qt::DisplayRole ? tr("Sector") : QVariant();
  const Measure measure = measureAt(section).measure;
  const core::Provenance& provenance = dataset_ ? dataset_->provenance : core::Provenance{};
  if (role == Qt::DisplayRole) return qs(ws::measure_short_name(provenance, measure, language_));
  if (role == Qt::ToolTipRole) return qs(ws::measure_definition(provenance, measure, language_));
  return {};
}

}  // namespace vicinia::desktop
