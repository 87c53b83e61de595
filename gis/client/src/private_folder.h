/// \file private_folder.h
/// The folder of one client: socket, frames, layer sources, log. Mode 0700; gone with the object.
/// A folder whose owner died without removing it is cleared by the next client of the same user: it is known to be
/// abandoned when the lock that its owner holds for life can be taken.
/// Errors:  EngineStartFailed.
#pragma once

#include <filesystem>
#include <memory>

#include "file_descriptor.h"
#include "vicinia/core/base/result.h"

namespace vicinia::gis::client {

class PrivateFolder {
 public:
  /// `parent` empty: XDG_RUNTIME_DIR, /dev/shm or the temporary folder, the first that can be written.
  [[nodiscard]] static core::Result<std::unique_ptr<PrivateFolder>> make(const std::filesystem::path& parent);
  ~PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  PrivateFolder(std::filesystem::path path, FileDescriptor lock)
      : path_(std::move(path)), lock_(std::move(lock)) {}
  std::filesystem::path path_;
  FileDescriptor lock_;
};

}  // namespace vicinia::gis::client
