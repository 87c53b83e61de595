/// \file report_export.h
/// Writes a ReportSpec as PDF: into a file beside the target, which then takes the target's place. A failure
/// or a stop leaves the target as it was and no other file. Errors:  ExportFailed, FileNotWritable,
/// Cancelled. Threads: the main thread only.
#pragma once

#include <string>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/report_spec.h"

namespace vicinia::gis::engine {

[[nodiscard]] core::Status export_report(const map::ReportSpec& spec, const std::string& part_file,
                                         const core::Task& task);

}  // namespace vicinia::gis::engine
