/// \file convert.h
/// MapSpec, FigureSpec, ReportSpec and Error to protobuf messages and back.
/// Errors:  InvalidArgument: a message that holds what no MapSpec can, e.g. a layer of no kind or an unknown state.
#pragma once

#include "vicinia/core/base/error.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/gis/map/map_spec.h"
#include "vicinia/gis/map/report_spec.h"
#include "vicinia/gis/map/series_spec.h"
#include "vicinia/gis/protocol/map_engine.pb.h"

namespace vicinia::gis::protocol {

namespace message = vicinia::engine::v1;

[[nodiscard]] message::MapSpec to_message(const map::MapSpec& spec);
[[nodiscard]] message::FigureSpec to_message(const map::FigureSpec& spec);
[[nodiscard]] message::Extent to_message(const map::Extent& extent);
[[nodiscard]] message::ReportSpec to_message(const map::ReportSpec& spec);
[[nodiscard]] message::SeriesSpec to_message(const map::SeriesSpec& spec);
/// The cause does not travel.
[[nodiscard]] message::Failure to_message(const core::Error& error);

[[nodiscard]] core::Result<map::MapSpec> from_message(const message::MapSpec& spec);
[[nodiscard]] core::Result<map::FigureSpec> from_message(const message::FigureSpec& spec);
[[nodiscard]] core::Result<map::ReportSpec> from_message(const message::ReportSpec& spec);
[[nodiscard]] map::SeriesSpec from_message(const message::SeriesSpec& spec);
[[nodiscard]] map::Extent from_message(const message::Extent& extent);
/// A name that this side does not know becomes `internal`, the name kept in the detail.
[[nodiscard]] core::Error from_message(const message::Failure& failure);

}  // namespace vicinia::gis::protocol
