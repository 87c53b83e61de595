#include "figure_export.h"

namespace vicinia::gis::engine {
core::Status export_figure(const map::FigureSpec& spec, const std::string&, LayerCache&, const core::Task&) {
  return core::fail({.code = core::ErrorCode::export_failed, .subject = {.file = spec.file}});
}
}  // namespace vicinia::gis::engine
