/// \file legend_model.h
/// The legend of a choropleth: fill and label, and the number of units in each entry; below it, the signs and lines drawn over it.
#pragma once

#include <QPixmap>
#include <QString>
#include <vector>

#include "models/table_model.h"
#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::desktop {

class LegendModel : public TableModel {
  Q_OBJECT

 public:
  enum Column { labelColumn, countColumn, columns };

  using TableModel::TableModel;

  /// `contradicted`: units that carry the sign of the audit. `symbols`: rows of symbols in proportion, the largest first.
  void setChoropleth(const workspace::Choropleth& choropleth, const workspace::View& view,
                     workspace::Language language, std::size_t contradicted = 0,
                     const std::vector<gis::map::LegendEntry>& symbols = {});
  /// Entries for the outlines of agglomerations: of some within one province, of some that cross a province boundary.
  void setOutlines(bool within, bool crossing);
  void setDevicePixelRatio(double ratio) { ratio_ = ratio; }

 protected:
  [[nodiscard]] int rowTotal() const override { return static_cast<int>(rows_.size()); }
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override { return column == countColumn; }

 private:
  struct Row {
    QPixmap swatch;
    QString label, count;
    QVariant number;  ///< that `count` says
  };
  [[nodiscard]] std::vector<Row> outlineRows() const;

  std::vector<Row> rows_;
  std::size_t classRows_ = 0;  ///< those before the outlines
  workspace::Language language_ = workspace::Language::en;
  bool within_ = false, crossing_ = false;
  double ratio_ = 1.0;
};

}  // namespace vicinia::desktop
