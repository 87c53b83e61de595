/// \file page_folder.h
/// Where the pages of a series wait for the engine. Gone at the end.
/// Errors:  FileNotWritable.
#pragma once

#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/protocol/map_engine.pb.h"

namespace vicinia::gis::client {

class PageFolder {
 public:
  explicit PageFolder(const std::filesystem::path& parent) {
    std::string name = (parent / "pages-XXXXXX").native();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~PageFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  PageFolder(const PageFolder&) = delete;
  PageFolder& operator=(const PageFolder&) = delete;

  [[nodiscard]] core::Result<std::string> write(std::size_t page,
                                                const vicinia::engine::v1::FigureSpec& figure) const {
    const std::string file = (path_ / std::to_string(page)).native();
    std::ofstream out(file, std::ios::binary);
    if (path_.empty() || !figure.SerializeToOstream(&out) || !out.flush())
      return core::fail({.code = core::ErrorCode::file_not_writable,
                         .subject = {.file = file},
                         .detail = std::strerror(errno)});
    return file;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace vicinia::gis::client
