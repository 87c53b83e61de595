/// \file server_file.h
/// A table of a server as a file of a folder that goes with it: what is read from files is read from servers.
/// Errors:  those of firms/server_tables.h and io/server_copy.h.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "vicinia/core/base/progress.h"
#include "vicinia/gis/imports/import.h"

namespace vicinia::gis::imports {

class ServerFile {
 public:
  /// \param table  "schema.table"
  [[nodiscard]] static core::Result<ServerFile> of(const std::string& address, const std::string& table,
                                                   const core::Task& task);
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

 private:
  ServerFile(Workshop workshop, std::filesystem::path file)
      : workshop_(std::move(workshop)), file_(std::move(file)) {}
  Workshop workshop_;
  std::filesystem::path file_;
};

/// What is said of the copy is said of what it was copied from.
void name_as(std::vector<core::Finding>& findings, const std::string& copy, const std::string& name);
[[nodiscard]] core::Error named_as(core::Error error, const std::string& copy, const std::string& name);

}  // namespace vicinia::gis::imports
