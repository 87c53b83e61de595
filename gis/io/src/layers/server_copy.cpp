#include "vicinia/gis/io/server_copy.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <system_error>

#include "base/gdal_setup.h"
#include "base/guard.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Status;
namespace fs = std::filesystem;

/// The rows of an answer, freed with it.
class AnswerRows {
 public:
  AnswerRows(GDALDataset& server, const std::string& sql)
      : server_(server), rows_(server.ExecuteSQL(sql.c_str(), nullptr, nullptr)) {}
  ~AnswerRows() {
    if (rows_ != nullptr) server_.ReleaseResultSet(rows_);
  }
  AnswerRows(const AnswerRows&) = delete;
  AnswerRows& operator=(const AnswerRows&) = delete;
  [[nodiscard]] OGRLayer* rows() const { return rows_; }

 private:
  GDALDataset& server_;
  OGRLayer* rows_;
};

class ServerCopy {
 public:
  ServerCopy(const ServerQuestion& question, const fs::path& file, const core::Task& task)
      : question_(question), file_(file), task_(task) {}

  Status run() {
    register_drivers();
    const char* const drivers[] = {"PostgreSQL", nullptr};
    CPLStringList options;
    options.SetNameValue("LIST_ALL_TABLES", "NO");
    options.SetNameValue("PRELUDE_STATEMENTS", "SET default_transaction_read_only = on");
    const bool is_uri = question_.address.find("://") != std::string::npos;
    const DatasetPtr server(GDALDataset::Open(((is_uri ? "" : "PG:") + question_.address).c_str(),
                                              GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                              drivers, options.List(), nullptr));
    if (!server) return core::fail(from_server(ErrorCode::file_not_readable));
    const AnswerRows answer(*server, question_.sql);
    if (answer.rows() == nullptr) return core::fail(from_server(ErrorCode::file_not_readable));
    GDALDriver* const geopackage = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (geopackage == nullptr) return core::fail({.code = ErrorCode::internal, .detail = "no GPKG driver"});
    DatasetPtr copy(geopackage->Create(file_.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!copy) return core::fail(not_written());
    if (auto ok = fill(*answer.rows(), *copy); !ok) return ok;
    copy.reset();
    return messages_.has_failure() ? core::fail(not_written()) : Status();
  }

 private:
  [[nodiscard]] core::Error from_server(ErrorCode code) const {
    return {.code = code, .subject = {.file = question_.name}, .detail = messages_.told()};
  }
  [[nodiscard]] core::Error not_written() const {
    return {.code = ErrorCode::file_not_writable,
            .subject = {.file = file_.string()},
            .detail = messages_.told()};
  }

  Status fill(OGRLayer& rows, GDALDataset& copy) {
    OGRFeatureDefn& columns = *rows.GetLayerDefn();
    CPLStringList options;
    // Columns of these names are people's own.
    options.SetNameValue("FID", "vicinia_row");
    options.SetNameValue("GEOMETRY_NAME", "vicinia_shape");
    const bool has_shapes = columns.GetGeomFieldCount() > 0;
    OGRLayer* const layer =
        copy.CreateLayer(question_.name.c_str(), has_shapes ? rows.GetSpatialRef() : nullptr,
                         has_shapes ? wkbUnknown : wkbNone, options.List());
    if (layer == nullptr) return core::fail(not_written());
    for (int i = 0; i < columns.GetFieldCount(); ++i)
      if (layer->CreateField(columns.GetFieldDefn(i)) != OGRERR_NONE) return core::fail(not_written());
    if (copy.StartTransaction() != OGRERR_NONE) return core::fail(not_written());
    messages_.clear();
    rows.ResetReading();
    std::size_t count = 0;
    while (const OGRFeatureUniquePtr row{rows.GetNextFeature()}) {
      constexpr std::size_t rows_between_looks = 1'000;
      if (++count % rows_between_looks == 0 && task_.stop.stop_requested())
        return core::fail({.code = ErrorCode::cancelled, .subject = {.file = question_.name}});
      OGRFeature feature(layer->GetLayerDefn());
      for (int i = 0; i < row->GetFieldCount(); ++i)
        if (row->IsFieldSetAndNotNull(i)) feature.SetField(i, row->GetRawFieldRef(i));
      if (OGRGeometry* const shape = has_shapes ? row->GetGeometryRef() : nullptr; shape != nullptr) {
        OGRGeometry* const lines =
            shape->hasCurveGeometry() != FALSE ? shape->getLinearGeometry() : shape->clone();
        lines->flattenTo2D();
        feature.SetGeometryDirectly(lines);
      }
      if (layer->CreateFeature(&feature) != OGRERR_NONE) return core::fail(not_written());
    }
    // The driver ends an answer that breaks off as one that is complete, but for what it says.
    if (messages_.has_failure()) return core::fail(from_server(ErrorCode::server_lost));
    return copy.CommitTransaction() == OGRERR_NONE ? Status() : core::fail(not_written());
  }

  const ServerQuestion& question_;
  const fs::path& file_;
  const core::Task& task_;
  GdalMessages messages_{};
};

}  // namespace

Status copy_answer(const ServerQuestion& question, const fs::path& file, const core::Task& task) {
  auto done = guarded(question.name, [&] { return ServerCopy(question, file, task).run(); });
  std::error_code ignored;
  if (!done) fs::remove(file, ignored);
  return done;
}

}  // namespace vicinia::gis::io
