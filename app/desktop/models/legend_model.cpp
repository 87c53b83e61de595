#include "models/legend_model.h"

#include <algorithm>
#include <utility>

#include "drawing/swatch.h"
#include "text/qt_text.h"
#include "vicinia/workspace/figures/figure_outlines.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/words/audit_words.h"

namespace vicinia::desktop {

namespace ws = workspace;

void LegendModel::setChoropleth(const ws::Choropleth& choropleth, const ws::View& view, ws::Language language,
                                std::size_t contradicted, const std::vector<gis::map::LegendEntry>& symbols) {
  beginResetModel();
  rows_.clear();
  language_ = language;
  for (const ws::LegendRow& row : choropleth.legend) {
    // As on figures; but what is not published is told even where everything is.
    if (row.is_empty() && row.kind != ws::LegendRow::Kind::not_published) continue;
    rows_.push_back(
        {makeSwatch(row.fill, {26, 16}, ratio_), qs(ws::legend_label(row, choropleth, view, language)),
         qs(ws::number_text(static_cast<double>(row.count), 0, language)), static_cast<double>(row.count)});
  }
  if (const auto around = ws::around_entry(choropleth, language))
    rows_.push_back({makeSwatch(around->fill, {26, 16}, ratio_), qs(around->label), {}, {}});
  int widest = 26;
  for (const gis::map::LegendEntry& symbol : symbols) widest = std::max(widest, markerWidth(symbol.marker));
  for (const gis::map::LegendEntry& symbol : symbols)
    rows_.push_back({makeMarker(symbol.marker, widest, ratio_), qs(symbol.label), qs(symbol.count), {}});
  if (contradicted > 0)
    rows_.push_back({makeBadge(ws::audit_mark_style::badge(), {26, 16}, ratio_),
                     qs(ws::contradicted_mark_text(language)),
                     qs(ws::number_text(static_cast<double>(contradicted), 0, language)),
                     static_cast<double>(contradicted)});
  classRows_ = rows_.size();
  for (Row& row : outlineRows()) rows_.push_back(std::move(row));
  endResetModel();
}

void LegendModel::setOutlines(bool within, bool crossing) {
  if (within == within_ && crossing == crossing_) return;
  beginResetModel();
  within_ = within;
  crossing_ = crossing;
  rows_.resize(classRows_);
  for (Row& row : outlineRows()) rows_.push_back(std::move(row));
  endResetModel();
}

std::vector<LegendModel::Row> LegendModel::outlineRows() const {
  using Kind = ws::OutlineKind;
  std::vector<Row> rows;
  const auto add = [&](Kind kind) {
    rows.push_back({makeLineSwatch(ws::outline_strokes(kind), {26, 16}, ratio_),
                    qs(ws::outline_text(kind, language_)),
                    {},
                    {}});
  };
  if (within_) add(Kind::agglomeration);
  if (crossing_) {
    add(Kind::crossing_agglomeration);
    add(Kind::crossed_boundary);
  }
  return rows;
}

QVariant LegendModel::cell(int at, int column, int role) const {
  const Row& row = rows_[static_cast<std::size_t>(at)];
  switch (role) {
    case Qt::DisplayRole: return column == labelColumn ? row.label : row.count;
    case Qt::DecorationRole: return column == labelColumn ? QVariant(row.swatch) : QVariant();
    case Qt::SizeHintRole:
      if (column != labelColumn) return {};
      return row.swatch.deviceIndependentSize().toSize() + QSize(0, 2);
    case numberRole: return column == countColumn ? row.number : QVariant();
    case Qt::AccessibleTextRole:
      if (row.count.isEmpty()) return row.label;
      return tr("%1: %2 units").arg(row.label, row.count);
    default: return {};
  }
}

QVariant LegendModel::head(int section, int role) const {
  if (role == termRole) return QStringLiteral("classes");
  if (role != Qt::DisplayRole) return {};
  return section == labelColumn ? tr("Class") : tr("Units");
}

}  // namespace vicinia::desktop
