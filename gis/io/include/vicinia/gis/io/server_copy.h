/// \file server_copy.h
/// The answer of a PostgreSQL server to one question, as a GeoPackage: read from then on as any file, whatever becomes of the server. GDAL's
/// driver brings it, in a session that cannot write.
/// Shapes:  columns → fields, of a column of PostGIS the shapes, curves as lines; one row after the other.
/// Missing: what is null there is null in the file.
/// Errors:  NotReadable (the server's words), ServerLost (midway; nothing is left), FileNotWritable, Cancelled.
/// Cost:    O(rows).
#pragma once

#include <filesystem>
#include <string>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

struct ServerQuestion {
  std::string address{};  ///< of libpq, without a password
  std::string sql{};      ///< a SELECT whose names are quoted
  std::string name{};     ///< of the table, for people
};

/// \param file  to write; it must not be there
[[nodiscard]] core::Status copy_answer(const ServerQuestion& question, const std::filesystem::path& file,
                                       const core::Task& task = {});

}  // namespace vicinia::gis::io
