#include "steps/server_file.h"

#include <memory>

#include "vicinia/gis/firms/server_tables.h"
#include "vicinia/gis/io/server_copy.h"
#include "vicinia/gis/io/table_source.h"

namespace vicinia::gis::imports {

using core::Error;
using core::Finding;
using core::Result;
namespace fs = std::filesystem;

Result<ServerFile> ServerFile::of(const std::string& address, const std::string& table,
                                  const core::Task& task) {
  const auto sql = firms::select_all(firms::server_table_named(address, table), io::TableLimits{}.rows, task);
  if (!sql) return core::fail(sql.error());
  auto workshop = Workshop::beside(fs::temp_directory_path() / "vicinia-server");
  if (!workshop) return core::fail(workshop.error());
  fs::path file = workshop->folder() / "table.gpkg";
  if (auto ok = io::copy_answer({.address = address, .sql = *sql, .name = table}, file, task); !ok)
    return core::fail(ok.error());
  return ServerFile(*std::move(workshop), std::move(file));
}

Error named_as(Error error, const std::string& copy, const std::string& name) {
  for (std::string* text : {&error.subject.file, &error.detail})
    for (std::size_t at = text->find(copy); at != std::string::npos; at = text->find(copy, at + name.size()))
      text->replace(at, copy.size(), name);
  if (error.cause) error.cause = std::make_shared<const Error>(named_as(*error.cause, copy, name));
  return error;
}

void name_as(std::vector<Finding>& findings, const std::string& copy, const std::string& name) {
  for (Finding& one : findings) one = named_as(std::move(one), copy, name);
}

}  // namespace vicinia::gis::imports
