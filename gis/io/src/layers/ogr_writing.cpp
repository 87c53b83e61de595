#include "layers/ogr_writing.h"

#include <ogrsf_frmts.h>

#include <string>

#include "geometry/polygon_conversion.h"

namespace vicinia::gis::io {

using core::ErrorCode;
using core::Status;
namespace geom = core::geom;

Status create_fields(OGRLayer& layer, const LayerToWrite& content, const std::vector<FieldSize>& sizes,
                     bool is_shapefile, const GdalMessages& messages) {
  for (std::size_t i = 0; i < content.fields.size(); ++i) {
    const FieldDefinition& field = content.fields[i];
    const OGRFieldType type = field.type == FieldDefinition::Type::text      ? OFTString
                              : field.type == FieldDefinition::Type::integer ? OFTInteger64
                              : field.type == FieldDefinition::Type::boolean ? OFTInteger
                                                                             : OFTReal;
    OGRFieldDefn definition(name_in(field, is_shapefile).c_str(), type);
    if (field.type == FieldDefinition::Type::boolean && !is_shapefile) definition.SetSubType(OFSTBoolean);
    if (is_shapefile) {
      definition.SetWidth(sizes[i].width);
      if (type == OFTReal) definition.SetPrecision(sizes[i].decimals);
    }
    if (layer.CreateField(&definition) != OGRERR_NONE || messages.has_failure())
      return core::fail({.code = ErrorCode::file_not_writable,
                         .subject = {.field = field.name},
                         .detail = messages.told()});
  }
  return {};
}

Status create_features(OGRLayer& layer, const LayerToWrite& content,
                       std::span<const geom::MultiPolygon> areas, bool lone_as_polygon,
                       const core::Task& task, const GdalMessages& messages) {
  for (std::size_t row = 0; row < areas.size(); ++row) {
    if (task.stop.stop_requested()) return core::fail({.code = ErrorCode::cancelled});
    task.at(static_cast<double>(row) / static_cast<double>(areas.size()), "write");
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    for (std::size_t i = 0; i < content.fields.size(); ++i) {
      const std::string& text = content.rows[row][i];
      if (text.empty())
        feature->SetFieldNull(static_cast<int>(i));
      else
        feature->SetField(static_cast<int>(i), text.c_str());
    }
    if (!areas[row].empty())
      feature->SetGeometryDirectly(
          (lone_as_polygon && areas[row].size() == 1 ? to_ogr(areas[row].front()) : to_ogr(areas[row]))
              .release());
    if (layer.CreateFeature(feature.get()) != OGRERR_NONE || messages.has_failure())
      return core::fail(
          {.code = ErrorCode::file_not_writable, .subject = {.row = row + 1}, .detail = messages.told()});
  }
  return {};
}

}  // namespace vicinia::gis::io
