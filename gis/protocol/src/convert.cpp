#include "vicinia/gis/protocol/convert.h"

#include "convert_layers.h"

namespace vicinia::gis::protocol {
namespace {

using protocol::write;

void write(const map::MapSpec& from, message::MapSpec& to) {
  to.set_crs(from.crs);
  *to.mutable_extent() = to_message(from.extent);
  to.set_width_px(from.width_px);
  to.set_height_px(from.height_px);
  to.set_dpi(from.dpi);
  write(from.background, *to.mutable_background());
  for (const map::LayerSource& source : from.sources) write(source, *to.add_sources());
  for (const map::Layer& layer : from.layers) write(layer, *to.add_layers());
  for (const map::Extent& extent : from.without_names) *to.add_without_names() = to_message(extent);
}

}  // namespace

message::Extent to_message(const map::Extent& extent) {
  message::Extent to;
  to.set_min_x(extent.min_x);
  to.set_min_y(extent.min_y);
  to.set_max_x(extent.max_x);
  to.set_max_y(extent.max_y);
  return to;
}

map::Extent from_message(const message::Extent& extent) {
  return {extent.min_x(), extent.min_y(), extent.max_x(), extent.max_y()};
}

message::MapSpec to_message(const map::MapSpec& spec) {
  message::MapSpec to;
  write(spec, to);
  return to;
}

core::Result<map::MapSpec> from_message(const message::MapSpec& spec) {
  map::MapSpec to;
  to.crs = spec.crs();
  to.extent = from_message(spec.extent());
  to.width_px = spec.width_px();
  to.height_px = spec.height_px();
  to.dpi = spec.dpi();
  to.background = read(spec.background());
  for (const message::LayerSource& source : spec.sources()) to.sources.push_back(read(source));
  for (const message::Extent& extent : spec.without_names()) to.without_names.push_back(from_message(extent));
  for (const message::Layer& layer : spec.layers()) {
    auto read_layer = read(layer);
    if (!read_layer) return core::fail(std::move(read_layer).error());
    to.layers.push_back(*std::move(read_layer));
  }
  return to;
}

message::Failure to_message(const core::Error& error) {
  message::Failure to;
  to.set_code(std::string(core::name_of(error.code)));
  to.set_file(error.subject.file);
  to.set_field(error.subject.field);
  to.set_id(error.subject.id);
  to.set_detail(error.detail);
  return to;
}

core::Error from_message(const message::Failure& failure) {
  core::Error error{.code = core::ErrorCode::internal,
                    .subject = {.file = failure.file(), .field = failure.field(), .id = failure.id()},
                    .detail = failure.detail()};
  for (std::size_t index = 0; index < core::error_code_count; ++index) {
    const auto code = static_cast<core::ErrorCode>(index);
    if (core::name_of(code) == failure.code()) {
      error.code = code;
      return error;
    }
  }
  error.detail = failure.code() + ": " + error.detail;
  return error;
}

}  // namespace vicinia::gis::protocol
